# SPDX-License-Identifier: MIT
"""Handlers for tests, in C: some that are wrong in one way each, and one that knows nothing of our headers."""

from __future__ import annotations

_OURS = "#include <traceleft/handler.h>\n"

_PLAIN = """
char LICENSE[] __attribute__((section("license"), used)) = "GPL";
"""

# All that a handler needs to say itself, to submit to the events ring and to nothing else.
_RING = """
typedef unsigned long long u64;
typedef long long s64;
struct {
    int (*type)[27];          /* BPF_MAP_TYPE_RINGBUF */
    int (*max_entries)[8192]; /* not the session's size, which is the one that counts */
} events __attribute__((section(".maps"), used));
__attribute__((unused)) static long (*ringbuf_output)(void *ring, void *data, u64 size, u64 flags) = (void *)130;
__attribute__((unused)) static u64 (*ktime_get_ns)(void) = (void *)5;
__attribute__((unused)) static u64 (*get_current_pid_tgid)(void) = (void *)14;
"""

# As a handler of the original: its four fields, then what it likes.
FOREIGN = (
    _RING
    + _PLAIN
    + """
struct event {
    u64 timestamp;
    s64 pid;
    s64 ret;
    char syscall[64];
    char note[12];
};
__attribute__((section("kretprobe/handle_close"), used)) int closed(void *ctx)
{
    struct event event = { .syscall = "close", .note = "own\\x01\\x02\\x03\\n" };

    event.timestamp = ktime_get_ns();
    event.pid = get_current_pid_tgid() >> 32;
    event.ret = -2;
    ringbuf_output(&events, &event, sizeof(event), 0);
    return 0;
}
"""
)
FOREIGN_NOTE = b"own\x01\x02\x03\n".ljust(12, b"\0")
"""FOREIGN's bytes behind the four fields. Its structure ends there but for 4 bytes of padding."""

# One of ours, of which a test can tell that it ran.
OURS = (
    _OURS
    + """
SEC("kretprobe/handle_close") int handle_close_ret(void *ctx)
{
    struct record record;

    if (!record_begin(&record, ctx, "close", 1, 0))
        return 0;
    return record_submit(&record);
}
"""
)

NO_HANDLER_SECTION = (
    _RING + _PLAIN + '__attribute__((section("kprobe/do_nanosleep"), used)) int f(void *c) { return 0; }'
)

NO_EVENTS_MAP = _PLAIN + '__attribute__((section("kretprobe/handle_close"), used)) int f(void *c) { return 0; }'

UNTRACED_SYSCALL = OURS.replace("handle_close", "handle_nosuch")

# The kernel's context is not that long.
REFUSED = (
    _RING
    + _PLAIN
    + """
__attribute__((section("kretprobe/handle_close"), used)) int f(char *ctx)
{
    return *(volatile int *)(ctx + 40000);
}
"""
)

# As BCC's and the original's programs send events.
PERF_EVENTS = (
    _PLAIN
    + """
struct {
    int (*type)[4]; /* BPF_MAP_TYPE_PERF_EVENT_ARRAY */
    int (*key_size)[4];
    int (*value_size)[4];
} events __attribute__((section(".maps"), used));
static long (*perf_event_output)(void *, void *, unsigned long long, void *, unsigned long long) = (void *)25;
__attribute__((section("kretprobe/handle_close"), used)) int f(void *ctx)
{
    char event[88] = "";

    return perf_event_output(ctx, &events, 0xffffffff, event, sizeof(event)) & 0;
}
"""
)
