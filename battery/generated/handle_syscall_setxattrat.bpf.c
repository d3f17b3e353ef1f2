/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_setxattrat")
int handle_setxattrat_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	record_string(&record, 0, 1);
	record_text(&record, 1, 3);
	record_memory(&record, 2, 4, record_argument(&record, 5));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_setxattrat")
int handle_setxattrat_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	record_string(&record, 0, 1);
	record_text(&record, 1, 3);
	record_memory(&record, 2, 4, (u32)record_argument(&record, 5));
	return record_submit(&record);
}
#endif
