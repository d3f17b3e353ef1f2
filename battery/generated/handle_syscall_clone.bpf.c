/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_clone")
int handle_clone_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 2);
	else
		record_memory(&record, 0, 2, 4);
	if (record_failed(&record))
		record_nothing(&record, 1, 3);
	else
		record_memory(&record, 1, 3, 4);
	return record_submit(&record);
}
#elif defined(__TARGET_ARCH_arm64) || defined(TRACELEFT_I386)
SEC("kretprobe/handle_clone")
int handle_clone_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 2);
	else
		record_memory(&record, 0, 2, 4);
	if (record_failed(&record))
		record_nothing(&record, 1, 4);
	else
		record_memory(&record, 1, 4, 4);
	return record_submit(&record);
}
#endif
