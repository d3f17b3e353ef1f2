# SPDX-License-Identifier: MIT
"""Shows how often the page cache has what is looked for, as BCC's cachestat does.

HITS and MISSES are of pages, or of folios, reckoned from counts of the kernel's: of marks as accessed those are no
accesses that make a buffer dirty, of pages that are added those no misses that are to be written. DIRTIES are buffers.
Of -p, -t and a command it is what they do themselves, and what is read ahead for them.

Examples:
  cachestat 5 3               every 5 s, three times
  cachestat -T -- cat FILE    of a command
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from traceleft import Meter, functions, sources
from traceleft.script import Options, Run, scope

ACCESSED = ("func:folio_mark_accessed:entry", "func:mark_page_accessed:entry")
"""From Linux 5.16 on, and before; so are the last two."""
ADDED, BUFFERED = "filemap:mm_filemap_add_to_page_cache", "func:mark_buffer_dirty:entry"
DIRTIED = ("writeback:writeback_dirty_folio", "writeback:writeback_dirty_page")
HEAD = ("HITS", "MISSES", "DIRTIES", "HITRATIO", "BUFFERS_MB", "CACHED_MB")
LINE = "{:>8} {:>8} {:>8} {:>8} {:>12} {:>10}"

options = Options(__doc__)
options.flags(timestamp="-T, show the time")
options.intervals(1)


def megabytes(name: str) -> int:
    """A line of /proc/meminfo."""
    (line,) = (line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) // 1024


def main(args: argparse.Namespace, run: Run) -> None:
    known = {*sources.names(), *(f"{name}:entry" for name in functions.names())}
    accessed, dirtied = (next((each for each in names if each in known), names[0]) for names in (ACCESSED, DIRTIED))

    def show() -> None:
        calls = measure.since_last()
        total = max(calls[accessed] - calls[BUFFERED], 0)
        misses = min(max(calls[ADDED] - calls[dirtied], 0), total)
        ratio = (total - misses) / total if total else 0.0
        row = (total - misses, misses, calls[BUFFERED], f"{ratio:.2%}", megabytes("Buffers"), megabytes("Cached"))
        print(f"{time.strftime('%H:%M:%S')} " * args.timestamp + LINE.format(*row), flush=True)

    with Meter() as meter:
        measure = meter.count([accessed, BUFFERED, ADDED, dirtied], by="syscall", **run.scope(scope(args)))
        print("TIME     " * args.timestamp + LINE.format(*HEAD), flush=True)
        run.every(args.interval, show, args.count)
        run.wait(measure)


if __name__ == "__main__":
    options.run(main)
