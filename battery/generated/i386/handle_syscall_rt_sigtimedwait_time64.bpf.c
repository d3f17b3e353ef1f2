/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_rt_sigtimedwait_time64")
int handle_rt_sigtimedwait_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 3))
		return 0;
	record_memory(&record, 0, 0, 8);
	if (record_failed(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, 128);
	record_memory(&record, 2, 2, 16);
	return record_submit(&record);
}
