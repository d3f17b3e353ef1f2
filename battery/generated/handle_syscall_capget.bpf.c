/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_capget")
int handle_capget(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 0, 8);
	return 0;
}

SEC("kretprobe/handle_capget")
int handle_capget_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 3))
		return 0;
	record_memory(&record, 0, 0, 8);
	record_passed(&record, 1, 0);
	if (record_failed(&record))
		record_nothing(&record, 2, 1);
	else
		record_memory(&record, 2, 1, 24);
	return record_submit(&record);
}
