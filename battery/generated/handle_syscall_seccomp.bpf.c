/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_seccomp")
int handle_seccomp_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* SECCOMP_SET_MODE_FILTER */
		record_linked(&record, 0, 2, 16, LINKED_ARRAY(8, 8, 0, 2), 0);
		break;
	case 2: /* SECCOMP_GET_ACTION_AVAIL */
		record_memory(&record, 0, 2, 4);
		break;
	case 3: /* SECCOMP_GET_NOTIF_SIZES */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 6);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_seccomp")
int handle_seccomp_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* SECCOMP_SET_MODE_FILTER */
		record_linked(&record, 0, 2, 8, LINKED_ARRAY(4, 8, 0, 2) | LINKED_NARROW, 0);
		break;
	case 2: /* SECCOMP_GET_ACTION_AVAIL */
		record_memory(&record, 0, 2, 4);
		break;
	case 3: /* SECCOMP_GET_NOTIF_SIZES */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 6);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	return record_submit(&record);
}
#endif
