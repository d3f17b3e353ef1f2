# SPDX-License-Identifier: MIT
# Compiles the checked-in, generated BPF sources. Objects are byte-identical whatever directory they are built in.
# Sets BPF_HANDLERS, BPF_BATTERY, BPF_DISPATCHER, BPF_TRACE_PROBES, BPF_QUESTIONS, BPF_SOURCES, BPF_OBJECTS and
# BPF_PROCESSES to the objects' paths and BPF_SCHEMA to that of the events' schema;
# BPF_COMPAT_OBJECTS and BPF_COMPAT_SCHEMA are the same for 32-bit programs' calls.
# Defines the target bpf_objects.

find_program(TRACELEFT_CLANG clang DOC "clang with the BPF target")
find_program(TRACELEFT_LLVM_STRIP llvm-strip DOC "llvm-strip, of clang's version")
find_program(TRACELEFT_LLC llc DOC "llc, of clang's version")
if(NOT TRACELEFT_CLANG
   OR NOT TRACELEFT_LLVM_STRIP
   OR NOT TRACELEFT_LLC)
    message(FATAL_ERROR "clang, llc and llvm-strip build the BPF objects, and at least one of them was not found. On Debian "
                        "and Ubuntu: apt install clang llvm")
endif()

if(TRACELEFT_ARCH STREQUAL "x86_64")
    set(bpf_arch x86)
elseif(TRACELEFT_ARCH STREQUAL "aarch64")
    set(bpf_arch arm64)
else()
    message(FATAL_ERROR "traceleft traces x86_64 and aarch64, not ${TRACELEFT_ARCH}")
endif()
# The architecture's calls, with their numbers, layouts and flags.
set(BPF_SCHEMA "${PROJECT_SOURCE_DIR}/battery/generated/${TRACELEFT_ARCH}/schema.json")

set(bpf_include "${PROJECT_SOURCE_DIR}/bpf/include")
set(bpf_flags
    -g
    -O2
    -Wall
    -Werror
    -target
    bpf
    -mcpu=v3
    -D__TARGET_ARCH_${bpf_arch}
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
    -I
    "${bpf_include}")

# The objects for 32-bit programs' calls, which an x86_64 kernel takes beside its own, are made of the same sources.
if(TRACELEFT_ARCH STREQUAL "x86_64")
    set(compat_flags -DTRACELEFT_COMPAT -DTRACELEFT_I386)
    set(BPF_COMPAT_SCHEMA "${PROJECT_SOURCE_DIR}/battery/generated/i386/schema.json")
endif()

# What a user's handler is not compiled with. The kernel needs only types and functions of -g. Lines and variables of inlined
# functions, which nearly all are, take a third of the time and half of an object, and explain what the verifier says.
set(without_lines -gno-inline-line-tables)

# Compiles and optimises a source; more flags may follow. -g gives the BTF, which names the directory that clang ran in: run
# it in the one that -ffile-prefix-map maps. llc finds the handlers' lines there, which the BTF has for the verifier's log.
function(compile_bitcode source bitcode)
    cmake_path(GET bitcode FILENAME name)
    add_custom_command(
        OUTPUT "${bitcode}"
        COMMAND "${TRACELEFT_CLANG}" ${bpf_flags} ${without_lines} ${ARGN} -MD -MF "${bitcode}.d" -MT "${bitcode}" -emit-llvm
                -c "${source}" -o "${bitcode}"
        DEPENDS "${source}"
        DEPFILE "${bitcode}.d"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        COMMENT "BPF ${name}"
        VERBATIM)
endfunction()

set(to_object "${TRACELEFT_LLC}" -march=bpfel -mcpu=v3 -filetype=obj)
# The strip drops DWARF, four fifths of the size, and leaves the BTF. It drops the labels of basic blocks, too: libbpf
# looks at each symbol for each section, and nineteen of twenty symbols are labels.
set(strip "${TRACELEFT_LLVM_STRIP}" -g --wildcard "--strip-symbol=LBB*")

function(compile_bpf source object)
    cmake_path(GET object FILENAME name)
    compile_bitcode("${source}" "${object}.bc" ${ARGN})
    add_custom_command(
        OUTPUT "${object}"
        COMMAND ${to_object} "${object}.bc" -o "${object}"
        COMMAND ${strip} "${object}"
        DEPENDS "${object}.bc"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        COMMENT "BPF ${name}"
        VERBATIM)
endfunction()

# A wheel has all handlers in one object. A file for each is for the checkout, where people look at them and copy them.
file(GLOB handler_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/battery/generated/handle_syscall_*.bpf.c")
set(battery_source "${PROJECT_SOURCE_DIR}/bpf/generated/battery.bpf.c")
set(trace_probe_source "${PROJECT_SOURCE_DIR}/bpf/generated/trace_syscalls.bpf.c")
if(NOT handler_sources
   OR NOT EXISTS "${battery_source}"
   OR NOT EXISTS "${trace_probe_source}"
   OR NOT EXISTS "${BPF_SCHEMA}")
    message(FATAL_ERROR "the generated sources are missing from battery/generated or bpf/generated: they belong to "
                        "the checkout, and `python -m traceleft.generate` writes them")
endif()

set(bpf_output "${PROJECT_BINARY_DIR}/bpf")
file(MAKE_DIRECTORY "${bpf_output}/battery")
# All of them in one object, from which handlers are loaded by name: it opens and loads in a tenth of the time of 385.
set(BPF_BATTERY "${bpf_output}/battery.bpf")
compile_bpf("${battery_source}" "${BPF_BATTERY}")
set(BPF_TRACE_PROBES "${bpf_output}/trace_syscalls.bpf")
compile_bpf("${trace_probe_source}" "${BPF_TRACE_PROBES}")
set(BPF_DISPATCHER "${bpf_output}/dispatcher.bpf")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/dispatcher.bpf.c" "${BPF_DISPATCHER}")
set(BPF_QUESTIONS "${bpf_output}/questions.bpf")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/questions.bpf.c" "${BPF_QUESTIONS}")
set(BPF_OBJECTS "${bpf_output}/objects.bpf")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/objects.bpf.c" "${BPF_OBJECTS}")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/objects.bpf.c" "${bpf_output}/objects-copies.bpf" -DTRACELEFT_COPIES)
list(APPEND BPF_OBJECTS "${bpf_output}/objects-copies.bpf")
set(BPF_PROCESSES "${bpf_output}/processes.bpf")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/processes.bpf.c" "${BPF_PROCESSES}")
set(BPF_SOURCES "${bpf_output}/sources.bpf")
compile_bpf("${PROJECT_SOURCE_DIR}/bpf/sources.bpf.c" "${BPF_SOURCES}")
set(BPF_COMPAT_OBJECTS)
if(compat_flags)
    foreach(source IN ITEMS generated/battery generated/trace_syscalls questions)
        cmake_path(GET source FILENAME name)
        set(object "${bpf_output}/${name}-i386.bpf")
        compile_bpf("${PROJECT_SOURCE_DIR}/bpf/${source}.bpf.c" "${object}" ${compat_flags})
        list(APPEND BPF_COMPAT_OBJECTS "${object}")
    endforeach()
endif()

set(BPF_HANDLERS)
if(TRACELEFT_HANDLER_OBJECTS)
    find_package(Python 3.9 REQUIRED COMPONENTS Interpreter)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${BPF_SCHEMA}")
    file(READ "${BPF_SCHEMA}" schema_text)
    string(JSON absent GET "${schema_text}" absent)
    set(names)
    foreach(source IN LISTS handler_sources)
        cmake_path(GET source STEM LAST_ONLY object)
        string(REGEX REPLACE "^handle_syscall_(.*)[.]bpf$" "\\1" name "${object}")
        if(absent MATCHES "\"${name}\" :")
            continue() # a call that other architectures have
        endif()
        list(APPEND BPF_HANDLERS "${bpf_output}/battery/${object}")
        list(APPEND names "${name}")
    endforeach()
    set(extract "${PROJECT_SOURCE_DIR}/cmake/extract_handlers.py")
    add_custom_command(
        OUTPUT ${BPF_HANDLERS}
        COMMAND "${Python_EXECUTABLE}" -B "${extract}" "${BPF_BATTERY}" "${bpf_output}/battery" ${names}
        DEPENDS "${BPF_BATTERY}" "${extract}" "${PROJECT_SOURCE_DIR}/cmake/btf_part.py"
        COMMENT "BPF handlers, each by itself"
        VERBATIM)
endif()

add_custom_target(bpf_objects ALL DEPENDS ${BPF_HANDLERS} "${BPF_BATTERY}" "${BPF_DISPATCHER}" "${BPF_TRACE_PROBES}"
                                          "${BPF_QUESTIONS}" "${BPF_SOURCES}" ${BPF_OBJECTS} "${BPF_PROCESSES}"
                                          ${BPF_COMPAT_OBJECTS})
