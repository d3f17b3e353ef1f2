/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_add_key")
int handle_add_key_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	record_text(&record, 0, 0);
	record_text(&record, 1, 1);
	record_buffer(&record, 2, 2, record_argument(&record, 3));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_add_key")
int handle_add_key_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	record_text(&record, 0, 0);
	record_text(&record, 1, 1);
	record_buffer(&record, 2, 2, (u32)record_argument(&record, 3));
	return record_submit(&record);
}
#endif
