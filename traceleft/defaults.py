# SPDX-License-Identifier: MIT
"""The defaults of a trace, for the API and the command line alike."""

import os

BACKENDS = ("raw_tp", "tracepoint", "fentry", "kprobe")
"""The ways to hook syscalls, as the extension has them too; here, so that nothing loads it for a --help."""
ABIS = ("auto", "native", "all")
"""Whether the calls of 32-bit programs are traced: once one is seen, never, from the start."""
RING_SIZE = (16 << 20) * min(1 << ((os.cpu_count() or 1).bit_length() - 1), 4)
"""Bytes: for a ring of 16 MiB for each CPU, but not more than four."""
BUFFER = 256 * 1024 * 1024
"""Bytes of memory for events that wait to be written; compressed, some 20 million fit."""
KEEP = ("oldest", "newest")
"""What stays of the events that find no room there."""
BUFFER_LIMIT = 32
"""Bytes captured of a buffer: strace's -s."""
SLOTS = 1024
MAX_KEYS = 10_240
"""Rows of a measure's table: 32 bytes for each CPU, and the key."""
MAX_STACKS = 16_384
"""Different stacks that a measure keeps, or the kernel's side of a tracer: 2 KB each."""
MOST_STACKS = 1 << 20
CALL_KEYS = 32_768
"""Rows of the table of a tracer that counts calls: 16 bytes for each CPU, and some 100."""
MAXACTIVE = 256
"""Threads inside one syscall whose returns a kretprobe sees. The kernel keeps some 100 bytes for each, a probe."""
