# SPDX-License-Identifier: MIT
# The build runs this: it copies MANIFEST's files into SOURCE_DIR and touches STAMP, so that Python in the source tree
# finds the extension and the objects there. A tree that cannot be written is no error: a wheel may be built from one.
cmake_minimum_required(VERSION 3.25)

string(RANDOM LENGTH 12 run)
set(scratch "${SOURCE_DIR}/traceleft/data/.staging-${run}")
set(failure "")

function(make_directory path)
    # file(MAKE_DIRECTORY) cannot fail softly.
    execute_process(COMMAND "${CMAKE_COMMAND}" -E make_directory "${path}" OUTPUT_QUIET ERROR_QUIET)
endfunction()

# Copy, then rename: a running traceleft keeps the file that it has mapped.
function(stage_file from to)
    file(COPY_FILE "${from}" "${scratch}/file" RESULT result)
    if(result EQUAL 0)
        file(RENAME "${scratch}/file" "${to}" RESULT result)
    endif()
    if(NOT result EQUAL 0)
        set(failure "${result}" PARENT_SCOPE)
    endif()
endfunction()

make_directory("${scratch}")
file(STRINGS "${MANIFEST}" lines ENCODING UTF-8)
set(staged)
set(directories)
foreach(line IN LISTS lines)
    string(REGEX MATCH "^(.*)\\|(.*)$" matched "${line}")
    set(from "${CMAKE_MATCH_1}")
    set(to "${SOURCE_DIR}/${CMAKE_MATCH_2}")
    cmake_path(GET to PARENT_PATH directory)
    if(NOT directory IN_LIST directories)
        list(APPEND directories "${directory}")
        make_directory("${directory}")
    endif()
    stage_file("${from}" "${to}")
    if(failure)
        break()
    endif()
    list(APPEND staged "${to}")
endforeach()

if(failure)
    execute_process(COMMAND "${CMAKE_COMMAND}" -E rm -rf "${scratch}" OUTPUT_QUIET ERROR_QUIET)
    message(NOTICE "Nothing is staged in ${SOURCE_DIR}: ${failure}")
    return()
endif()

# Removes files that only an earlier build staged, such as the handler of a syscall that was removed. A build
# without handlers of their own leaves those of another alone.
file(GLOB_RECURSE present "${SOURCE_DIR}/traceleft/data/*")
if("${SOURCE_DIR}/battery/out" IN_LIST directories)
    file(GLOB handlers "${SOURCE_DIR}/battery/out/*")
    list(APPEND present ${handlers})
endif()
if(present)
    list(REMOVE_ITEM present ${staged})
endif()
foreach(path IN LISTS present)
    if(NOT path MATCHES "/\\.staging-")
        list(APPEND stale "${path}")
    endif()
endforeach()
execute_process(COMMAND "${CMAKE_COMMAND}" -E rm -rf ${stale} "${scratch}" OUTPUT_QUIET ERROR_QUIET)
file(TOUCH "${STAMP}")
