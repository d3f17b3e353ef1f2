/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_nanosleep")
int handle_nanosleep(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 0, 16);
	return 0;
}

SEC("kretprobe/handle_nanosleep")
int handle_nanosleep_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 2))
		return 0;
	record_entered_memory(&record, 0, 0, 16);
	if (!record_interrupted(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, 16);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_nanosleep")
int handle_nanosleep(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 0, 8);
	return 0;
}

SEC("kretprobe/handle_nanosleep")
int handle_nanosleep_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 2))
		return 0;
	record_entered_memory(&record, 0, 0, 8);
	if (!record_interrupted(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, 8);
	return record_submit(&record);
}
#endif
