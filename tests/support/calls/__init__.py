# SPDX-License-Identifier: MIT
"""Calls of every syscall that can be called safely, in families that share what they need. Each line is a row: a
syscall, and how its arguments are made; what its event must say follows from that and from the memory afterwards."""

from __future__ import annotations

from tests.support.calls import administration, files, ipc, memory, processes, signals, sockets, waiting

FAMILIES = {
    f"{module.__name__.rpartition('.')[2]}-{family.__name__}": family
    for module in (administration, files, ipc, memory, processes, signals, sockets, waiting)
    for family in module.FAMILIES
}
"""Each takes a Caller."""

NOT_CALLED = {
    "kexec_file_load": "a mistake would replace the kernel",
    "kexec_load": "a mistake would replace the kernel",
    "reboot": "a mistake would end the machine",
    "rt_sigreturn": "made by the signal handlers of other calls, where its event is looked for",
    "uretprobe": "kills whoever is not the kernel's own trampoline",
}
