/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_pwritev")
int handle_pwritev_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	record_iovec(&record, 0, 1, record_argument(&record, 2), EXTENT_ALL);
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_pwritev")
int handle_pwritev_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	record_iovec(&record, 0, 1, (u32)record_argument(&record, 2), EXTENT_ALL);
	return record_submit(&record);
}
#endif
