# SPDX-License-Identifier: MIT
"""Shows the calls that take longer than a limit.

Calls that wait by design (poll, futex, nanosleep and their like, and waits for children) are left out, unless -a is
given or they are named.

Examples:
  slower                         more than 10 ms
  slower 250us -p 181            of a process
  slower 1s -a                   those that wait, too
  slower 1ms %file -- make       calls about files, of a command
"""

from __future__ import annotations

import argparse

from traceleft.battery import matching
from traceleft.columns import COMM, TID, Column, call_of, clock, latency
from traceleft.script import Options, Run, scope, seconds

WAITING = [
    *("poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait", "epoll_pwait2", "io_uring_enter"),
    *("futex", "futex_wait", "futex_waitv", "nanosleep", "clock_nanosleep", "wait4", "waitid", "vfork"),
    *(
        "restart_syscall",
        "pause",
        "rt_sigsuspend",
        "rt_sigtimedwait",
        "io_getevents",
        "io_pgetevents",
        "semop",
        "semtimedop",
        "msgrcv",
    ),
    *("mq_timedreceive", "accept", "accept4", "recvfrom", "recvmsg", "recvmmsg"),
]

options = Options(__doc__)
options.flags(all="-a, calls that wait by design, too", stack="-k, with the functions that led to it")
options.add_argument("limit", nargs="?", type=seconds, default=0.01, help="250us, 10ms, 1s (default: 10ms)")
options.add_argument("syscall", nargs="*", help="these calls only: names, patterns, classes")


def main(args: argparse.Namespace, run: Run) -> None:
    left_out = () if args.all else WAITING
    calls = args.syscall or [name for name in matching("all") if name not in left_out]
    columns = [
        *(clock(), COMM, TID),
        latency(),
        Column("CALL", "", call_of),
        Column("STACK", "", lambda event: event.ustack, args.stack),
    ]
    where = scope(args, f"duration >= {round(args.limit * 1e9)}")
    run.show(calls, columns, where, durations=True, files=True, stacks="ustack" if args.stack else ())


if __name__ == "__main__":
    options.run(main)
