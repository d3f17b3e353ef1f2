/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_pselect6")
int handle_pselect6_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "pselect6", 6, 5))
		return 0;
	record_memory(&record, 0, 1, record_scale((s32)record_argument(&record, 0), 64, 8));
	record_memory(&record, 1, 2, record_scale((s32)record_argument(&record, 0), 64, 8));
	record_memory(&record, 2, 3, record_scale((s32)record_argument(&record, 0), 64, 8));
	record_memory(&record, 3, 4, 16);
	record_memory(&record, 4, 5, 16);
	return record_submit(&record);
}
