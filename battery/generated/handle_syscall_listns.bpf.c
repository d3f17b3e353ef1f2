/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_listns")
int handle_listns_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_memory(&record, 0, 0, record_u32_at(&record, 0, 0));
	if (record_failed(&record))
		record_nothing(&record, 1, 1);
	else
		record_memory(&record, 1, 1, record_scale(record_ret(&record), 1, 8));
	return record_submit(&record);
}
