# SPDX-License-Identifier: MIT
"""Memory: mappings, advice, locks, NUMA."""

from __future__ import annotations

import mmap
import os

from tests.support.arguments import PAGE, Memory, array, array_out, buffers, ret, rooms, structs
from tests.support.caller import Caller
from tests.support.calls.layouts import IOVEC

MAP_PRIVATE_ANONYMOUS = 0x22
NO_PKEY = 15


def mappings(caller: Caller) -> None:
    call = caller.call
    start = call("mmap", 0, 8 * PAGE, mmap.PROT_READ | mmap.PROT_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0)
    call("mmap", 0, 0, 0, MAP_PRIVATE_ANONYMOUS, -1, 0, error="EINVAL")
    call("mprotect", start, PAGE, mmap.PROT_READ, ret=0)
    call("mprotect", start + 1, PAGE, 0, error="EINVAL")
    call("pkey_mprotect", start, PAGE, mmap.PROT_READ | mmap.PROT_WRITE, -1)
    call("pkey_alloc", 1, 0)
    call("pkey_free", NO_PKEY)
    call("msync", start, PAGE, 4, ret=0)
    call("mincore", start, 8 * PAGE, Memory(bytes(8), "out", decode=bytes), ret=0)
    call("madvise", start, PAGE, 4, ret=0)
    call("madvise", start, PAGE, 12345, error="EINVAL")
    call("mlock", start, PAGE, ret=0)
    call("mlock2", start, PAGE, 1)
    call("munlock", start, PAGE, ret=0)
    call("mremap", start, 2 * PAGE, PAGE, 0, 0, ret=start)
    call("remap_file_pages", start, PAGE, 0, 0, 0)
    call("mseal", start, PAGE, 1)
    with caller.alone():
        call("mseal", start, PAGE, 0)
    call("map_shadow_stack", 0, PAGE, 1 << 31)
    call("brk", 0)
    call("munmap", start + 4 * PAGE, PAGE, ret=0)
    call("munmap", start, 0, error="EINVAL")
    with caller.alone():
        call("mlockall", 1, ret=0)
        call("munlockall", ret=0)
    call("mlockall", 0, error="EINVAL")
    call("userfaultfd", 1 << 30, error="EINVAL")
    call("membarrier", 0, 0, 0)
    pidfd = call("pidfd_open", caller.pid, 0)
    call("process_madvise", pidfd, structs(IOVEC, IOVEC.pack(start, PAGE)), 1, 20, 0)
    call("process_mrelease", pidfd, 0, error="EINVAL")


def other_processes(caller: Caller) -> None:
    call = caller.call
    content = b"read from afar"
    there = caller.put(content)
    remote = structs(IOVEC, IOVEC.pack(there, len(content)))
    call("process_vm_readv", caller.pid, rooms(10, 20), 2, remote, 1, 0)
    call("process_vm_writev", caller.pid, buffers(b"write", b"", b"this"), 3, remote, 1, 0)
    call("process_vm_readv", caller.pid, rooms(10, 20), 2, remote, 1, 1, error="EINVAL")


def nodes(caller: Caller) -> None:
    call = caller.call
    start = call("mmap", 0, 8 * PAGE, mmap.PROT_READ | mmap.PROT_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0)
    call("mbind", start, PAGE, 0, array("Q", 0), 64, 0)
    call("get_mempolicy", array_out("i"), array_out("Q", 16), 1024, 0, 0)
    call("set_mempolicy_home_node", start, PAGE, 0, 0)
    call("mbind", start, PAGE, 2, array("Q", 1), 64, 0)  # MPOL_BIND
    call("set_mempolicy_home_node", start, PAGE, 0, 0)
    call("migrate_pages", caller.pid, 64, array("Q", 1), array("Q", 1))
    call("move_pages", caller.pid, 2, array("Q", start, start + PAGE), array("i", 0, 0), array_out("i", 2), 2)
    with caller.alone():
        call("set_mempolicy", 2, array("Q", 1), 64)
    affinity = sum(1 << cpu for cpu in os.sched_getaffinity(0))
    call("sched_setaffinity", caller.pid, 8, array("Q", affinity), ret=0)
    call("sched_getaffinity", 0, 128, array_out("Q", 16, size=ret))
    call("getcpu", array_out("I"), array_out("I"), 0, ret=0)


FAMILIES = (mappings, other_processes, nodes)
