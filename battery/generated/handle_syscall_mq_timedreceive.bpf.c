/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_mq_timedreceive")
int handle_mq_timedreceive_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	if (record_failed(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 4);
	record_memory(&record, 2, 4, 16);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_mq_timedreceive")
int handle_mq_timedreceive_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	if (record_failed(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 4);
	record_memory(&record, 2, 4, 8);
	return record_submit(&record);
}
#endif
