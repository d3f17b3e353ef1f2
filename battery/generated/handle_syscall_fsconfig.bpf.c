/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_fsconfig")
int handle_fsconfig_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	record_text(&record, 0, 2);
	switch ((u32)record_argument(&record, 1)) {
	case 3: /* FSCONFIG_SET_PATH */
	case 4: /* FSCONFIG_SET_PATH_EMPTY */
		record_string(&record, 1, 3);
		break;
	case 1: /* FSCONFIG_SET_STRING */
		record_text(&record, 1, 3);
		break;
	case 2: /* FSCONFIG_SET_BINARY */
		record_buffer(&record, 1, 3, (s32)record_argument(&record, 4));
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
