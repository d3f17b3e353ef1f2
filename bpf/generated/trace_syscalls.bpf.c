/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/trace_syscalls.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi/x86_64.json.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/dispatch.h>

TRACE_PROBES(chmod)
TRACE_PROBES(chown)
TRACE_PROBES(close)
TRACE_PROBES(fchmod)
TRACE_PROBES(fchmodat)
TRACE_PROBES(fchown)
TRACE_PROBES(fchownat)
TRACE_PROBES(mkdir)
TRACE_PROBES(mkdirat)
TRACE_PROBES(open)
TRACE_PROBES(openat)
TRACE_PROBES(read)
TRACE_PROBES(write)
