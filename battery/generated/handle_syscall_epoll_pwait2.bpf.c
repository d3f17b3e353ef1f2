/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86)
SEC("kretprobe/handle_epoll_pwait2")
int handle_epoll_pwait2_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_memory(&record, 0, 1, record_scale(record_ret(&record), 1, 12));
	record_memory(&record, 1, 3, 16);
	record_memory(&record, 2, 4, 8);
	return record_submit(&record);
}
#elif defined(__TARGET_ARCH_arm64)
SEC("kretprobe/handle_epoll_pwait2")
int handle_epoll_pwait2_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_memory(&record, 0, 1, record_scale(record_ret(&record), 1, 16));
	record_memory(&record, 1, 3, 16);
	record_memory(&record, 2, 4, 8);
	return record_submit(&record);
}
#endif
