# SPDX-License-Identifier: MIT
# Toolchain: Debian's cross compiler for arm64 (apt install g++-aarch64-linux-gnu), with Python's and libbpf's development
# packages unpacked below ARM64_ROOT. scripts/arm64-smoke does both.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ARM64_ROOT)
set(CMAKE_FIND_ROOT_PATH "${ARM64_ROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(ENV{PKG_CONFIG_SYSROOT_DIR} "${ARM64_ROOT}")
set(ENV{PKG_CONFIG_LIBDIR} "${ARM64_ROOT}/usr/lib/aarch64-linux-gnu/pkgconfig")

# Python_EXECUTABLE is this machine's, and must be of the same version.
file(GLOB Python_INCLUDE_DIR "${ARM64_ROOT}/usr/include/python3.*")
string(REGEX REPLACE ".*python3[.]" "" minor "${Python_INCLUDE_DIR}")
set(PYTHON_MODULE_EXTENSION ".cpython-3${minor}-aarch64-linux-gnu.so" CACHE INTERNAL "")
set(PYTHON_MODULE_DEBUG_POSTFIX "" CACHE INTERNAL "")
set(PYBIND11_USE_CROSSCOMPILING ON)
