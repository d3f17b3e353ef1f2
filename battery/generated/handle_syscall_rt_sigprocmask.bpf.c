/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_rt_sigprocmask")
int handle_rt_sigprocmask(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 1, 8);
	return 0;
}

SEC("kretprobe/handle_rt_sigprocmask")
int handle_rt_sigprocmask_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_memory(&record, 0, 1, 8);
	if (record_failed(&record))
		record_nothing(&record, 1, 2);
	else
		record_memory(&record, 1, 2, 8);
	return record_submit(&record);
}
