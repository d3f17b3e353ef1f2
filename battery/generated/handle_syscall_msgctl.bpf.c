/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_msgctl")
int handle_msgctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 2: /* IPC_STAT */
	case 11: /* MSG_STAT */
	case 13: /* MSG_STAT_ANY */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 120);
		break;
	case 1: /* IPC_SET */
		record_memory(&record, 0, 2, 120);
		break;
	case 3: /* IPC_INFO */
	case 12: /* MSG_INFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 32);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_msgctl")
int handle_msgctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 2: /* IPC_STAT */
	case 11: /* MSG_STAT */
	case 13: /* MSG_STAT_ANY */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 88);
		break;
	case 1: /* IPC_SET */
		record_memory(&record, 0, 2, 88);
		break;
	case 3: /* IPC_INFO */
	case 12: /* MSG_INFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 32);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	return record_submit(&record);
}
#endif
