/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_getxattr")
int handle_getxattr(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 0);
	enter_string(&entry, 1);
	return 0;
}

SEC("kretprobe/handle_getxattr")
int handle_getxattr_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 3))
		return 0;
	record_entered_string(&record, 0, 0);
	record_entered_text(&record, 1, 1);
	if (record_failed(&record) || record_ret(&record) > record_argument(&record, 3))
		record_nothing(&record, 2, 2);
	else
		record_buffer(&record, 2, 2, record_ret(&record));
	return record_submit(&record);
}
