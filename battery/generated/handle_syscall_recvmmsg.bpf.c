/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_recvmmsg")
int handle_recvmmsg(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 4, 16);
	return 0;
}

SEC("kretprobe/handle_recvmmsg")
int handle_recvmmsg_ret(void *ctx)
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
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_recvmmsg")
int handle_recvmmsg(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 4, 8);
	return 0;
}

SEC("kretprobe/handle_recvmmsg")
int handle_recvmmsg_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_filled_mmsghdr(&record, 0, 1, record_ret(&record));
	record_memory(&record, 1, 4, 8);
	record_passed(&record, 2, 4);
	return record_submit(&record);
}
#endif
