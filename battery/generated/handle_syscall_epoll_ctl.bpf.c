/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86)
SEC("kretprobe/handle_epoll_ctl")
int handle_epoll_ctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	record_memory(&record, 0, 3, 12);
	return record_submit(&record);
}
#elif defined(__TARGET_ARCH_arm64)
SEC("kretprobe/handle_epoll_ctl")
int handle_epoll_ctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	record_memory(&record, 0, 3, 16);
	return record_submit(&record);
}
#endif
