/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_io_getevents")
int handle_io_getevents_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 3);
	else
		record_memory(&record, 0, 3, record_scale(record_ret(&record), 1, 32));
	record_memory(&record, 1, 4, 16);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_io_getevents")
int handle_io_getevents_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 3);
	else
		record_memory(&record, 0, 3, record_scale(record_ret(&record), 1, 32));
	record_memory(&record, 1, 4, 8);
	return record_submit(&record);
}
#endif
