# SPDX-License-Identifier: MIT
# Puts all that was built into the wheel (install) and into the source tree (stage).

file(GLOB handler_headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bpf/include/traceleft/*.h")
set(handler_template "${PROJECT_SOURCE_DIR}/templates/handler.bpf.c.j2")
set(schema "${BPF_SCHEMA}")

# An editable install uses the staged files: copies installed beside it would shadow them, and go stale.
if(NOT SKBUILD_STATE STREQUAL "editable")
    install(TARGETS _core LIBRARY DESTINATION traceleft)
    install(FILES "${BPF_BATTERY}" "${BPF_DISPATCHER}" "${BPF_TRACE_PROBES}" "${BPF_QUESTIONS}" "${BPF_SOURCES}" ${BPF_OBJECTS} "${BPF_PROCESSES}"
                  "${schema}" DESTINATION traceleft/data)
    if(BPF_COMPAT_OBJECTS)
        install(FILES ${BPF_COMPAT_OBJECTS} DESTINATION traceleft/data)
        install(FILES "${BPF_COMPAT_SCHEMA}" DESTINATION traceleft/data RENAME schema-i386.json)
    endif()
    install(FILES ${handler_headers} DESTINATION traceleft/data/include/traceleft)
    install(FILES "${handler_template}" DESTINATION traceleft/data/templates)
elseif(NOT TRACELEFT_STAGE)
    message(FATAL_ERROR "an editable install runs from the staged files: it needs TRACELEFT_STAGE")
endif()

if(TRACELEFT_STAGE)
    get_target_property(suffix _core SUFFIX)
    # One line per file: the path of the built file, a bar, its place in the source tree.
    set(manifest "$<TARGET_FILE:_core>|traceleft/_core${suffix}\n")
    set(staged "${PROJECT_SOURCE_DIR}/traceleft/_core${suffix}")
    function(stage file destination)
        cmake_path(GET file FILENAME name)
        if(ARGN)
            set(name "${ARGN}")
        endif()
        set(manifest "${manifest}${file}|${destination}/${name}\n" PARENT_SCOPE)
        set(staged ${staged} "${PROJECT_SOURCE_DIR}/${destination}/${name}" PARENT_SCOPE)
    endfunction()
    foreach(object IN LISTS BPF_HANDLERS)
        stage("${object}" battery/out)
    endforeach()
    foreach(file IN LISTS BPF_BATTERY BPF_DISPATCHER BPF_TRACE_PROBES BPF_QUESTIONS BPF_SOURCES BPF_OBJECTS BPF_PROCESSES BPF_COMPAT_OBJECTS schema)
        stage("${file}" traceleft/data)
    endforeach()
    if(BPF_COMPAT_SCHEMA)
        stage("${BPF_COMPAT_SCHEMA}" traceleft/data schema-i386.json)
    endif()
    foreach(header IN LISTS handler_headers)
        stage("${header}" traceleft/data/include/traceleft)
    endforeach()
    stage("${handler_template}" traceleft/data/templates)

    set(manifest_file "${PROJECT_BINARY_DIR}/stage.manifest")
    file(GENERATE OUTPUT "${manifest_file}" CONTENT "${manifest}")
    set(stamp "${PROJECT_BINARY_DIR}/stage.stamp")
    # The staged files are by-products: removing one by hand brings it back with the next build.
    add_custom_command(
        OUTPUT "${stamp}"
        BYPRODUCTS ${staged}
        COMMAND "${CMAKE_COMMAND}" -D "SOURCE_DIR=${PROJECT_SOURCE_DIR}" -D "MANIFEST=${manifest_file}" -D
                "STAMP=${stamp}" -P "${PROJECT_SOURCE_DIR}/cmake/stage.cmake"
        DEPENDS _core
                ${BPF_HANDLERS}
                "${BPF_BATTERY}"
                ${BPF_COMPAT_OBJECTS}
                "${BPF_DISPATCHER}"
                "${BPF_TRACE_PROBES}"
                "${BPF_QUESTIONS}"
                ${BPF_OBJECTS}
                "${BPF_PROCESSES}"
                "${BPF_SOURCES}"
                "${schema}"
                ${BPF_COMPAT_SCHEMA}
                ${handler_headers}
                "${handler_template}"
                "${manifest_file}"
                "${PROJECT_SOURCE_DIR}/cmake/stage.cmake"
        COMMENT "Staging into the source tree"
        VERBATIM)
    add_custom_target(stage ALL DEPENDS "${stamp}")
endif()
