/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_kcmp")
int handle_kcmp_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	switch ((u32)record_argument(&record, 2)) {
	case 7: /* KCMP_EPOLL_TFD */
		record_memory(&record, 0, 4, 12);
		break;
	default:
		record_nothing(&record, 0, 4);
	}
	return record_submit(&record);
}
