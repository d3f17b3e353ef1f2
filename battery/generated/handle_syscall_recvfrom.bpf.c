/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_recvfrom")
int handle_recvfrom(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 5, 4);
	return 0;
}

SEC("kretprobe/handle_recvfrom")
int handle_recvfrom_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 4))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_min(record_ret(&record), record_argument(&record, 2)));
	if (record_failed(&record))
		record_nothing(&record, 1, 4);
	else
		record_memory(&record, 1, 4, record_filled_u32_at(&record, 5, 0));
	record_memory(&record, 2, 5, 4);
	record_passed(&record, 3, 5);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_recvfrom")
int handle_recvfrom(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 5, 4);
	return 0;
}

SEC("kretprobe/handle_recvfrom")
int handle_recvfrom_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 4))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_min(record_ret(&record), (u32)record_argument(&record, 2)));
	if (record_failed(&record))
		record_nothing(&record, 1, 4);
	else
		record_memory(&record, 1, 4, record_filled_u32_at(&record, 5, 0));
	record_memory(&record, 2, 5, 4);
	record_passed(&record, 3, 5);
	return record_submit(&record);
}
#endif
