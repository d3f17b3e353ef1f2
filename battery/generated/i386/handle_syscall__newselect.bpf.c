/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle__newselect")
int handle__newselect(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 1, record_scale((s32)entered_argument(&entry, 0), 32, 4));
	enter_memory(&entry, 2, record_scale((s32)entered_argument(&entry, 0), 32, 4));
	enter_memory(&entry, 3, record_scale((s32)entered_argument(&entry, 0), 32, 4));
	enter_memory(&entry, 4, 8);
	return 0;
}

SEC("kretprobe/handle__newselect")
int handle__newselect_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 8))
		return 0;
	record_memory(&record, 0, 1, record_scale((s32)record_argument(&record, 0), 32, 4));
	record_passed(&record, 1, 1);
	record_memory(&record, 2, 2, record_scale((s32)record_argument(&record, 0), 32, 4));
	record_passed(&record, 3, 2);
	record_memory(&record, 4, 3, record_scale((s32)record_argument(&record, 0), 32, 4));
	record_passed(&record, 5, 3);
	record_memory(&record, 6, 4, 8);
	record_passed(&record, 7, 4);
	return record_submit(&record);
}
