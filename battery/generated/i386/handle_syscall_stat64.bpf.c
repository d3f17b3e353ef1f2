/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_stat64")
int handle_stat64(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 0);
	return 0;
}

SEC("kretprobe/handle_stat64")
int handle_stat64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 2))
		return 0;
	record_entered_string(&record, 0, 0);
	if (record_failed(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, 96);
	return record_submit(&record);
}
