# SPDX-License-Identifier: MIT
"""Runs many replays, each in a process of its own that was forked from one that has imported all.

Reads a JSON list of argument lists from stdin, and writes a JSON line for each: [status, stdout, stderr, KiB of memory
that it had beyond what it began with]. A status below 0 is a signal.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from traceleft import cli

ADDRESSES = 6 << 30
"""Bytes, so that even an endless output ends."""


def run(arguments: list[str]) -> tuple[int, str, str, int]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        before = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024
        pid = os.fork()
        if pid == 0:
            replay(arguments, out.fileno(), err.fileno())
        _, status, usage = os.wait4(pid, 0)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read(1 << 20).decode("utf-8", "surrogateescape"))
        return os.waitstatus_to_exitcode(status), texts[0], texts[1], usage.ru_maxrss - before


def replay(arguments: list[str], out: int, err: int) -> NoReturn:
    os.dup2(out, 1)
    os.dup2(err, 2)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    sys.argv = ["traceleft", *arguments]
    status = 99  # of a traceback
    try:
        cli.main()
    except SystemExit as end:
        status = int(end.code or 0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


for name in ("pyarrow.parquet", "pyarrow.compute", "traceleft.cli.session", "traceleft.recording"):
    importlib.import_module(name)
for each in json.load(sys.stdin):
    print(json.dumps(run(each)), flush=True)
