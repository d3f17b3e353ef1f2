/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_perf_event_open")
int handle_perf_event_open_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	record_memory(&record, 0, 0, record_u32_at(&record, 0, 4));
	return record_submit(&record);
}
