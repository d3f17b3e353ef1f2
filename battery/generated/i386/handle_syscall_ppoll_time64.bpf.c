/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_ppoll_time64")
int handle_ppoll_time64(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 2, 16);
	return 0;
}

SEC("kretprobe/handle_ppoll_time64")
int handle_ppoll_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 4))
		return 0;
	record_memory(&record, 0, 0, record_scale((u32)record_argument(&record, 1), 1, 8));
	record_memory(&record, 1, 2, 16);
	record_passed(&record, 2, 2);
	record_memory(&record, 3, 3, 8);
	return record_submit(&record);
}
