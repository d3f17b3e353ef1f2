/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_clock_nanosleep_time64")
int handle_clock_nanosleep_time64(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 2, 16);
	return 0;
}

SEC("kretprobe/handle_clock_nanosleep_time64")
int handle_clock_nanosleep_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_memory(&record, 0, 2, 16);
	if (!record_interrupted(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 16);
	return record_submit(&record);
}
