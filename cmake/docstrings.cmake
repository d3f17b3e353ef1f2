# SPDX-License-Identifier: MIT
# Makes headers of traceleft/_core.pyi: the extension's docstrings, and the fields of its rows. Included before all that
# compiles, for the extension's sources wait for them.
# Sets DOCSTRINGS_DIRECTORY; defines the target traceleft_docstrings.

find_package(Python 3.9 REQUIRED COMPONENTS Interpreter)
set(DOCSTRINGS_DIRECTORY "${PROJECT_BINARY_DIR}/docstrings")
file(MAKE_DIRECTORY "${DOCSTRINGS_DIRECTORY}")
set(docstrings "${DOCSTRINGS_DIRECTORY}/docstrings.h" "${DOCSTRINGS_DIRECTORY}/row_fields.h")
set(docstrings_script "${PROJECT_SOURCE_DIR}/csrc/bindings/docstrings.py")
set(docstrings_source "${PROJECT_SOURCE_DIR}/traceleft/_core.pyi")
add_custom_command(
    OUTPUT ${docstrings}
    COMMAND "${Python_EXECUTABLE}" "${docstrings_script}" "${docstrings_source}" "${DOCSTRINGS_DIRECTORY}"
    DEPENDS "${docstrings_script}" "${docstrings_source}"
    COMMENT "Docstrings and rows of the extension"
    VERBATIM)
add_custom_target(traceleft_docstrings DEPENDS ${docstrings})
