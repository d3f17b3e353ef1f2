# SPDX-License-Identifier: MIT
"""Generates the handlers, the trace probes, the event structs and the decoder's schema.

Made from snapshots of the tracefs formats, constants of the uapi headers and battery/syscalls.toml.
Needs the standard library and Jinja2 only, so that it runs from a clone without a build.
"""
