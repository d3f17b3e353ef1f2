# SPDX-License-Identifier: MIT
"""Writes a seccomp profile that allows what a program was seen to call, and nothing else.

Calls are counted in the kernel, so that none is missed, from the command's first instruction on. Only what this run did
is in the profile: run all that the program must be able to do, and add the rest by -a. Calls of 32-bit programs are not
counted. A container's runtime makes calls of its own under the profile before the program's first; add those, too.

Examples:
  seccomp-profile -o prog.json -- prog --selftest
  docker run --security-opt seccomp=prog.json ...
  seccomp-profile -f systemd -p 181 -d 3600
"""

from __future__ import annotations

import argparse
import json
import platform

from traceleft import Meter, UsageError, private_file
from traceleft.battery import matching
from traceleft.script import Options, Run, scope

ARCHITECTURES = {"x86_64": "SCMP_ARCH_X86_64", "aarch64": "SCMP_ARCH_AARCH64"}
options = Options(__doc__)
options.add_argument("-f", "--format", choices=["oci", "systemd"], default="oci", help="Docker's, or a unit's lines")
options.add_argument("-a", "--add", action="append", default=[], metavar="SYSCALL", help="these, too: %%file, futex")
options.add_argument("-o", "--output", metavar="FILE", help="a file, in place of standard output")


def oci(names: list[str]) -> str:
    head = {
        "defaultAction": "SCMP_ACT_ERRNO",
        "defaultErrnoRet": 1,
        "architectures": [ARCHITECTURES[platform.machine()]],
    }
    return json.dumps({**head, "syscalls": [{"names": names, "action": "SCMP_ACT_ALLOW"}]}, indent=2)


def systemd(names: list[str]) -> str:
    return f"SystemCallArchitectures=native\nSystemCallErrorNumber=EPERM\nSystemCallFilter={' '.join(names)}"


def main(args: argparse.Namespace, run: Run) -> None:
    if not (args.command or args.pid or args.cgroup):
        raise UsageError("name the program: -- COMMAND, -p PID or --cgroup DIRECTORY")
    added = {name for pattern in args.add for name in matching(pattern)}
    with Meter(abi="native") as meter:
        counted = meter.count("all", by="syscall", follow_forks=args.pid is not None, **run.scope(scope(args)))
        run.wait(counted)
        names = sorted({*map(str, counted.snapshot()), *added})
    text = {"oci": oci, "systemd": systemd}[args.format](names) + "\n"
    if args.output:
        private_file.write_file(args.output, text.encode())
    else:
        print(text, end="")


if __name__ == "__main__":
    options.run(main)
