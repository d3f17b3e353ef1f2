"""What a trace is unless asked otherwise, for the API and the command line alike."""

RING_SIZE = 16 * 1024 * 1024
"""Bytes."""
BUFFER_LIMIT = 32
"""Bytes captured of a buffer: strace's -s."""
SLOTS = 1024
MAXACTIVE = 256
"""Threads inside one syscall whose returns a kretprobe sees. The kernel keeps some 100 bytes for each, a probe."""
