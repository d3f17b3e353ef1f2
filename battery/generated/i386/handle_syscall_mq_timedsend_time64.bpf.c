/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_mq_timedsend_time64")
int handle_mq_timedsend_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	record_buffer(&record, 0, 1, (u32)record_argument(&record, 2));
	record_memory(&record, 1, 4, 16);
	return record_submit(&record);
}
