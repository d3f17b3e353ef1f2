/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_request_key")
int handle_request_key(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 0);
	enter_string(&entry, 1);
	enter_string(&entry, 2);
	return 0;
}

SEC("kretprobe/handle_request_key")
int handle_request_key_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 3))
		return 0;
	record_entered_text(&record, 0, 0);
	record_entered_text(&record, 1, 1);
	record_entered_text(&record, 2, 2);
	return record_submit(&record);
}
