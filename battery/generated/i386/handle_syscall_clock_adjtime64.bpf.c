/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_clock_adjtime64")
int handle_clock_adjtime64(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 1, 208);
	return 0;
}

SEC("kretprobe/handle_clock_adjtime64")
int handle_clock_adjtime64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 2))
		return 0;
	record_memory(&record, 0, 1, 208);
	record_passed(&record, 1, 1);
	return record_submit(&record);
}
