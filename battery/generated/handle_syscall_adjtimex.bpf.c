/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_adjtimex")
int handle_adjtimex(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 0, 208);
	return 0;
}

SEC("kretprobe/handle_adjtimex")
int handle_adjtimex_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 1, 2))
		return 0;
	record_memory(&record, 0, 0, 208);
	record_passed(&record, 1, 0);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_adjtimex")
int handle_adjtimex(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 0, 128);
	return 0;
}

SEC("kretprobe/handle_adjtimex")
int handle_adjtimex_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 1, 2))
		return 0;
	record_memory(&record, 0, 0, 128);
	record_passed(&record, 1, 0);
	return record_submit(&record);
}
#endif
