/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_sysfs")
int handle_sysfs_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 1:
		record_string(&record, 0, 1);
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 2:
		if (record_failed(&record))
			record_nothing(&record, 1, 2);
		else
			record_string(&record, 1, 2);
		break;
	default:
		record_nothing(&record, 1, 2);
	}
	return record_submit(&record);
}
