/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_copy_file_range")
int handle_copy_file_range(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 1, 8);
	enter_memory(&entry, 3, 8);
	return 0;
}

SEC("kretprobe/handle_copy_file_range")
int handle_copy_file_range_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 4))
		return 0;
	record_memory(&record, 0, 1, 8);
	record_passed(&record, 1, 1);
	record_memory(&record, 2, 3, 8);
	record_passed(&record, 3, 3);
	return record_submit(&record);
}
