/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_wait4")
int handle_wait4_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	if (record_ret(&record) <= 0)
		record_nothing(&record, 0, 1);
	else
		record_memory(&record, 0, 1, 4);
	if (record_ret(&record) <= 0)
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 144);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_wait4")
int handle_wait4_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	if (record_ret(&record) <= 0)
		record_nothing(&record, 0, 1);
	else
		record_memory(&record, 0, 1, 4);
	if (record_ret(&record) <= 0)
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 72);
	return record_submit(&record);
}
#endif
