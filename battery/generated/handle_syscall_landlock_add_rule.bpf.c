/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_landlock_add_rule")
int handle_landlock_add_rule_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 1: /* LANDLOCK_RULE_PATH_BENEATH */
		record_memory(&record, 0, 2, 12);
		break;
	case 2: /* LANDLOCK_RULE_NET_PORT */
		record_memory(&record, 0, 2, 16);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	return record_submit(&record);
}
