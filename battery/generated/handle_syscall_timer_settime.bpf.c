/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_timer_settime")
int handle_timer_settime(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 2, 32);
	return 0;
}

SEC("kretprobe/handle_timer_settime")
int handle_timer_settime_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_memory(&record, 0, 2, 32);
	if (record_failed(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 32);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_timer_settime")
int handle_timer_settime(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 2, 16);
	return 0;
}

SEC("kretprobe/handle_timer_settime")
int handle_timer_settime_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_memory(&record, 0, 2, 16);
	if (record_failed(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 16);
	return record_submit(&record);
}
#endif
