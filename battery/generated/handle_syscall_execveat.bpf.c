/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_execveat")
int handle_execveat_ret(void *ctx)
{
	struct record record;

	if (!record_begin(&record, ctx, "execveat", 5, 3))
		return 0;
	if (record_ret(&record) == 0) {
		record_executed(&record, 0, 1, 1, 2, 2, 3);
	} else {
		record_string(&record, 0, 1);
		record_strings(&record, 1, 2);
		record_environment(&record, 2, 3);
	}
	return record_submit(&record);
}
