/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_getdents")
int handle_getdents_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	return record_submit(&record);
}
