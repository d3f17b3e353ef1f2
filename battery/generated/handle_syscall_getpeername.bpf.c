/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_getpeername")
int handle_getpeername(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 2, 4);
	return 0;
}

SEC("kretprobe/handle_getpeername")
int handle_getpeername_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_memory(&record, 0, 1, record_filled_u32_at(&record, 2, 0));
	record_memory(&record, 1, 2, 4);
	record_passed(&record, 2, 2);
	return record_submit(&record);
}
