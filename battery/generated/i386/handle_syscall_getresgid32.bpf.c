/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_getresgid32")
int handle_getresgid32_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 0);
	else
		record_memory(&record, 0, 0, 4);
	if (record_failed(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, 4);
	if (record_failed(&record))
		record_nothing(&record, 2, 2);
	else
		record_memory(&record, 2, 2, 4);
	return record_submit(&record);
}
