/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_recvmmsg_time64")
int handle_recvmmsg_time64(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 4, 16);
	return 0;
}

SEC("kretprobe/handle_recvmmsg_time64")
int handle_recvmmsg_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_filled_mmsghdr(&record, 0, 1, record_ret(&record));
	record_memory(&record, 1, 4, 16);
	record_passed(&record, 2, 4);
	return record_submit(&record);
}
