# SPDX-License-Identifier: MIT
"""Counts reads by comm with BCC, for scripts/bench --ask: says "ready", and ends with its input. Needs BCC's Python."""

import sys

from bcc import BPF

PROGRAM = """
struct key { char comm[TASK_COMM_LEN]; };
BPF_HASH(counts, struct key, u64);
TRACEPOINT_PROBE(syscalls, sys_exit_read)
{
    struct key key = {};
    bpf_get_current_comm(key.comm, sizeof(key.comm));
    counts.increment(key);
    return 0;
}
"""

counting = BPF(text=PROGRAM)
print("ready", flush=True)
sys.stdin.read()
