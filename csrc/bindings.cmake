# SPDX-License-Identifier: MIT
# The extension traceleft._core. It is defined before the libraries, for Ninja starts what is ready in the order of
# definition: the last step would be the longest, and leave a core idle.

find_package(Python 3.9 REQUIRED COMPONENTS Interpreter Development.Module)
set(PYBIND11_FINDPYTHON ON)
if(NOT pybind11_DIR)
    # A plain `cmake` run, without scikit-build-core to say where the Python package pybind11 has its CMake files.
    execute_process(
        COMMAND "${Python_EXECUTABLE}" -m pybind11 --cmakedir
        OUTPUT_VARIABLE pybind11_hint
        OUTPUT_STRIP_TRAILING_WHITESPACE
        ERROR_QUIET)
endif()
find_package(pybind11 3.0 CONFIG REQUIRED HINTS "${pybind11_hint}")

file(GLOB binding_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/bindings/*.cpp")
if(NOT TRACELEFT_PROFILER)
    list(FILTER binding_sources EXCLUDE REGEX "/(profiler|python_stack)[.]cpp$")
endif()
# These run for each event that Python looks at.
set(event_sources bindings/event.cpp bindings/value_python.cpp)
list(FILTER binding_sources EXCLUDE REGEX "/(event|value_python)[.]cpp$")
add_library(traceleft_python_events OBJECT ${event_sources})
# NO_EXTRAS: no link-time optimisation, and no stripping: profiles of the tracer name its functions by .symtab.
pybind11_add_module(_core MODULE NO_EXTRAS ${binding_sources})
foreach(target IN ITEMS _core traceleft_python_events)
    add_dependencies(${target} traceleft_docstrings)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/bindings" "${DOCSTRINGS_DIRECTORY}")
    target_link_libraries(${target} PRIVATE traceleft_kernel traceleft_arrow traceleft_options)
    set_target_properties(
        ${target}
        PROPERTIES CXX_EXTENSIONS OFF
                   CXX_VISIBILITY_PRESET hidden
                   VISIBILITY_INLINES_HIDDEN ON
                   POSITION_INDEPENDENT_CODE ON
                   SKIP_BUILD_RPATH ON
                   UNITY_BUILD "${TRACELEFT_UNITY}"
                   UNITY_BUILD_BATCH_SIZE 0)
endforeach()
target_link_libraries(traceleft_python_events PRIVATE pybind11::module)
target_link_libraries(_core PRIVATE traceleft_python_events)
# The others only hand calls on to the core: -O3 takes twenty seconds more to compile them.
if(CMAKE_CXX_FLAGS_RELEASE MATCHES "-O[23]")
    target_compile_options(_core PRIVATE $<$<CONFIG:Release>:$<IF:$<BOOL:${TRACELEFT_QUICK_BUILD}>,-O0,-O1>>)
endif()
if(TRACELEFT_PROFILER)
    target_link_libraries(_core PRIVATE traceleft_profile)
    target_compile_definitions(_core PRIVATE TRACELEFT_PROFILER)
endif()
# A signal handler of ours calls functions of Python and libc: none of them may go through the dynamic linker then.
target_link_options(_core PRIVATE "LINKER:-z,now")
# CPython's own headers in a language they were not written for.
set_source_files_properties(bindings/python_stack.cpp PROPERTIES COMPILE_OPTIONS -Wno-unused-parameter
                                                                 SKIP_UNITY_BUILD_INCLUSION ON)

# What is linked in may have debugging information, as Zig's libc++ does: three quarters of the file. Its symbols stay.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_custom_command(TARGET _core POST_BUILD COMMAND "${TRACELEFT_LLVM_STRIP}" -g "$<TARGET_FILE:_core>" VERBATIM)
endif()
