/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_afs_syscall")
int handle_afs_syscall_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 0))
		return 0;
	return record_submit(&record);
}
