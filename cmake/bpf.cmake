# Compiles the checked-in, generated BPF sources. Objects are byte-identical whatever directory they are built in.
# Sets BPF_HANDLERS, BPF_BATTERY and BPF_TRACE_PROBES to the objects' paths and BPF_SCHEMA to that of what they record, and
# defines the target bpf_objects.

find_program(TRACELEFT_CLANG clang DOC "clang with the BPF target")
find_program(TRACELEFT_LLVM_STRIP llvm-strip DOC "llvm-strip")
if(NOT TRACELEFT_CLANG OR NOT TRACELEFT_LLVM_STRIP)
    message(FATAL_ERROR "clang and llvm-strip compile the BPF objects, and at least one of them was not found. "
                        "On Debian and Ubuntu: apt install clang llvm")
endif()

if(TRACELEFT_ARCH STREQUAL "x86_64")
    set(bpf_arch x86)
elseif(TRACELEFT_ARCH STREQUAL "aarch64")
    set(bpf_arch arm64)
else()
    message(FATAL_ERROR "traceleft traces x86_64 and aarch64, not ${TRACELEFT_ARCH}")
endif()
# Numbers, layouts and flags, and which calls there are.
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

function(compile_bpf source object)
    cmake_path(GET object FILENAME name)
    # -g gives the BTF; the strip leaves that and drops DWARF, four fifths of the size. The BTF names the directory that
    # clang ran in: run it in the one that -ffile-prefix-map maps.
    add_custom_command(
        OUTPUT "${object}"
        COMMAND "${TRACELEFT_CLANG}" ${bpf_flags} -MD -MF "${object}.d" -MT "${object}" -c "${source}" -o "${object}"
        COMMAND "${TRACELEFT_LLVM_STRIP}" -g "${object}"
        DEPENDS "${source}"
        DEPFILE "${object}.d"
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
set(BPF_HANDLERS)
if(NOT TRACELEFT_HANDLER_OBJECTS)
    set(handler_sources)
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${BPF_SCHEMA}")
file(READ "${BPF_SCHEMA}" schema_text)
string(JSON absent GET "${schema_text}" absent)
foreach(source IN LISTS handler_sources)
    cmake_path(GET source STEM LAST_ONLY object)
    string(REGEX REPLACE "^handle_syscall_(.*)[.]bpf$" "\\1" name "${object}")
    if(absent MATCHES "\"${name}\" :")
        continue() # a call that other architectures have
    endif()
    set(object "${bpf_output}/battery/${object}")
    compile_bpf("${source}" "${object}")
    list(APPEND BPF_HANDLERS "${object}")
endforeach()
# All of them once more in one object, which is what names stand for: it opens and loads in a tenth of their time.
set(BPF_BATTERY "${bpf_output}/battery.bpf")
compile_bpf("${battery_source}" "${BPF_BATTERY}")
set(BPF_TRACE_PROBES "${bpf_output}/trace_syscalls.bpf")
compile_bpf("${trace_probe_source}" "${BPF_TRACE_PROBES}")

add_custom_target(bpf_objects ALL DEPENDS ${BPF_HANDLERS} "${BPF_BATTERY}" "${BPF_TRACE_PROBES}")
