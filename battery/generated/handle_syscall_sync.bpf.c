/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_sync")
int handle_sync_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 0, 0))
		return 0;
	return record_submit(&record);
}
