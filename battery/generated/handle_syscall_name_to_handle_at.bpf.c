/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_name_to_handle_at")
int handle_name_to_handle_at(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 1);
	enter_memory(&entry, 2, record_add(entered_u32_at(&entry, 2, 0), 8));
	return 0;
}

SEC("kretprobe/handle_name_to_handle_at")
int handle_name_to_handle_at_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 4))
		return 0;
	record_entered_string(&record, 0, 1);
	record_memory(&record, 1, 2, record_add(record_filled_u32_at(&record, 2, 0), 8));
	record_passed(&record, 2, 2);
	if (record_failed(&record))
		record_nothing(&record, 3, 3);
	else
		record_memory(&record, 3, 3, 4);
	return record_submit(&record);
}
