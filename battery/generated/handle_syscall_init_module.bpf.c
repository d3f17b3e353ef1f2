/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_init_module")
int handle_init_module(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 2);
	return 0;
}

SEC("kretprobe/handle_init_module")
int handle_init_module_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	record_buffer(&record, 0, 0, record_argument(&record, 1));
	record_entered_text(&record, 1, 2);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_init_module")
int handle_init_module(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 2);
	return 0;
}

SEC("kretprobe/handle_init_module")
int handle_init_module_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	record_buffer(&record, 0, 0, (u32)record_argument(&record, 1));
	record_entered_text(&record, 1, 2);
	return record_submit(&record);
}
#endif
