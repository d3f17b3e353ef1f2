/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_semctl")
int handle_semctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 2)) {
	case 2: /* IPC_STAT */
	case 18: /* SEM_STAT */
	case 20: /* SEM_STAT_ANY */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 104);
		break;
	case 1: /* IPC_SET */
		record_memory(&record, 0, 3, 104);
		break;
	case 3: /* IPC_INFO */
	case 19: /* SEM_INFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 40);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
#elif defined(__TARGET_ARCH_arm64)
SEC("kretprobe/handle_semctl")
int handle_semctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 2)) {
	case 2: /* IPC_STAT */
	case 18: /* SEM_STAT */
	case 20: /* SEM_STAT_ANY */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 88);
		break;
	case 1: /* IPC_SET */
		record_memory(&record, 0, 3, 88);
		break;
	case 3: /* IPC_INFO */
	case 19: /* SEM_INFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 40);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_semctl")
int handle_semctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 2)) {
	case 2: /* IPC_STAT */
	case 18: /* SEM_STAT */
	case 20: /* SEM_STAT_ANY */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 64);
		break;
	case 1: /* IPC_SET */
		record_memory(&record, 0, 3, 64);
		break;
	case 3: /* IPC_INFO */
	case 19: /* SEM_INFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 40);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
#endif
