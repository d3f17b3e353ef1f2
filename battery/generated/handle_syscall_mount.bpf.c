/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_mount")
int handle_mount(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 0);
	enter_string(&entry, 1);
	enter_string(&entry, 2);
	enter_string(&entry, 4);
	return 0;
}

SEC("kretprobe/handle_mount")
int handle_mount_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 4))
		return 0;
	record_entered_string(&record, 0, 0);
	record_entered_string(&record, 1, 1);
	record_entered_text(&record, 2, 2);
	record_entered_text(&record, 3, 4);
	return record_submit(&record);
}
