/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_file_getattr")
int handle_file_getattr(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 1);
	return 0;
}

SEC("kretprobe/handle_file_getattr")
int handle_file_getattr_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	record_entered_string(&record, 0, 1);
	if (record_failed(&record))
		record_nothing(&record, 1, 2);
	else
		record_memory(&record, 1, 2, record_argument(&record, 3));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_file_getattr")
int handle_file_getattr(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 1);
	return 0;
}

SEC("kretprobe/handle_file_getattr")
int handle_file_getattr_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	record_entered_string(&record, 0, 1);
	if (record_failed(&record))
		record_nothing(&record, 1, 2);
	else
		record_memory(&record, 1, 2, (u32)record_argument(&record, 3));
	return record_submit(&record);
}
#endif
