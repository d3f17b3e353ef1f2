/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_fallocate")
int handle_fallocate_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 0))
		return 0;
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_fallocate")
int handle_fallocate_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 0))
		return 0;
	record_pairs(&record, ctx, 4, 0xc);
	return record_submit(&record);
}
#endif
