/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_move_pages")
int handle_move_pages(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 3, record_scale(entered_argument(&entry, 1), 1, 4));
	return 0;
}

SEC("kretprobe/handle_move_pages")
int handle_move_pages_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	record_memory(&record, 0, 2, record_scale(record_argument(&record, 1), 1, 8));
	record_entered_memory(&record, 1, 3, record_scale(record_argument(&record, 1), 1, 4));
	if (record_failed(&record))
		record_nothing(&record, 2, 4);
	else
		record_memory(&record, 2, 4, record_scale(record_argument(&record, 1), 1, 4));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_move_pages")
int handle_move_pages(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 3, record_scale((u32)entered_argument(&entry, 1), 1, 4));
	return 0;
}

SEC("kretprobe/handle_move_pages")
int handle_move_pages_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 1), 1, 4));
	record_entered_memory(&record, 1, 3, record_scale((u32)record_argument(&record, 1), 1, 4));
	if (record_failed(&record))
		record_nothing(&record, 2, 4);
	else
		record_memory(&record, 2, 4, record_scale((u32)record_argument(&record, 1), 1, 4));
	return record_submit(&record);
}
#endif
