/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_prctl")
int handle_prctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 15: /* PR_SET_NAME */
		record_text(&record, 0, 1);
		break;
	case 16: /* PR_GET_NAME */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_text(&record, 0, 1);
		break;
	case 2: /* PR_GET_PDEATHSIG */
	case 5: /* PR_GET_UNALIGN */
	case 9: /* PR_GET_FPEMU */
	case 11: /* PR_GET_FPEXC */
	case 19: /* PR_GET_ENDIAN */
	case 25: /* PR_GET_TSC */
	case 37: /* PR_GET_CHILD_SUBREAPER */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, 4);
		break;
	case 40: /* PR_GET_TID_ADDRESS */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, 8);
		break;
	case 0x41555856: /* PR_GET_AUXV */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_buffer(&record, 0, 1, record_min(record_ret(&record), record_argument(&record, 2)));
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 22: /* PR_SET_SECCOMP */
		record_linked(&record, 1, 2, 16, LINKED_ARRAY(8, 8, 0, 2), 0);
		break;
	default:
		record_nothing(&record, 1, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 62: /* PR_SCHED_CORE */
		if (record_failed(&record))
			record_nothing(&record, 2, 4);
		else
			record_memory(&record, 2, 4, 8);
		break;
	case 0x53564d41: /* PR_SET_VMA */
		record_text(&record, 2, 4);
		break;
	case 59: /* PR_SET_SYSCALL_USER_DISPATCH */
		record_memory(&record, 2, 4, 1);
		break;
	default:
		record_nothing(&record, 2, 4);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_prctl")
int handle_prctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 15: /* PR_SET_NAME */
		record_text(&record, 0, 1);
		break;
	case 16: /* PR_GET_NAME */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_text(&record, 0, 1);
		break;
	case 2: /* PR_GET_PDEATHSIG */
	case 5: /* PR_GET_UNALIGN */
	case 9: /* PR_GET_FPEMU */
	case 11: /* PR_GET_FPEXC */
	case 19: /* PR_GET_ENDIAN */
	case 25: /* PR_GET_TSC */
	case 37: /* PR_GET_CHILD_SUBREAPER */
	case 40: /* PR_GET_TID_ADDRESS */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, 4);
		break;
	case 0x41555856: /* PR_GET_AUXV */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_buffer(&record, 0, 1, record_min(record_ret(&record), (u32)record_argument(&record, 2)));
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 22: /* PR_SET_SECCOMP */
		record_linked(&record, 1, 2, 8, LINKED_ARRAY(4, 8, 0, 2) | LINKED_NARROW, 0);
		break;
	default:
		record_nothing(&record, 1, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 62: /* PR_SCHED_CORE */
		if (record_failed(&record))
			record_nothing(&record, 2, 4);
		else
			record_memory(&record, 2, 4, 4);
		break;
	case 0x53564d41: /* PR_SET_VMA */
		record_text(&record, 2, 4);
		break;
	case 59: /* PR_SET_SYSCALL_USER_DISPATCH */
		record_memory(&record, 2, 4, 1);
		break;
	default:
		record_nothing(&record, 2, 4);
	}
	return record_submit(&record);
}
#endif
