# SPDX-License-Identifier: MIT
"""Runs a command while a program that does nothing is at the return of every call of the machine.

Usage: nothing.py COMMAND [ARGUMENT...]
"""

from __future__ import annotations

import subprocess
import sys

import traceleft

with traceleft.Tracer(backend="raw_tp", discard=True) as tracer:
    program = tracer.empty_program("read")  # raw_tp has one hook for all calls
    program.attach()
    status = subprocess.run(sys.argv[1:]).returncode
    program.detach()
sys.exit(status)
