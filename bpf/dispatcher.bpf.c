/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What every tracer loads: the roots, and what follows processes. It is all that trace_syscalls.bpf.c has but the trace
 * probes, of which libbpf takes 25 ms to open the object. */
#include <traceleft/dispatch.h>
