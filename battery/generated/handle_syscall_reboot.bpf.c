/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_reboot")
int handle_reboot_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 2)) {
	case 0xa1b2c3d4: /* LINUX_REBOOT_CMD_RESTART2 */
		record_text(&record, 0, 3);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
