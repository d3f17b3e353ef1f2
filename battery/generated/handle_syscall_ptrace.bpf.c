/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_ptrace")
int handle_ptrace_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 16905: /* PTRACE_PEEKSIGINFO */
		record_memory(&record, 0, 2, 16);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* PTRACE_PEEKTEXT */
	case 2: /* PTRACE_PEEKDATA */
	case 3: /* PTRACE_PEEKUSR */
	case 16897: /* PTRACE_GETEVENTMSG */
	case 16906: /* PTRACE_GETSIGMASK */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 8);
		break;
	case 12: /* PTRACE_GETREGS */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 216);
		break;
	case 13: /* PTRACE_SETREGS */
		record_memory(&record, 1, 3, 216);
		break;
	case 14: /* PTRACE_GETFPREGS */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 512);
		break;
	case 15: /* PTRACE_SETFPREGS */
		record_memory(&record, 1, 3, 512);
		break;
	case 26: /* PTRACE_SET_THREAD_AREA */
	case 16900: /* PTRACE_GETREGSET */
	case 16901: /* PTRACE_SETREGSET */
		record_memory(&record, 1, 3, 16);
		break;
	case 16898: /* PTRACE_GETSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 128);
		break;
	case 16899: /* PTRACE_SETSIGINFO */
		record_memory(&record, 1, 3, 128);
		break;
	case 16905: /* PTRACE_PEEKSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 128));
		break;
	case 16907: /* PTRACE_SETSIGMASK */
		record_memory(&record, 1, 3, 8);
		break;
	case 16910: /* PTRACE_GET_SYSCALL_INFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_min(record_argument(&record, 2), record_ret(&record)));
		break;
	case 16912: /* PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG */
	case 16914: /* PTRACE_SET_SYSCALL_INFO */
		record_memory(&record, 1, 3, record_argument(&record, 2));
		break;
	case 16913: /* PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_argument(&record, 2));
		break;
	case 16911: /* PTRACE_GET_RSEQ_CONFIGURATION */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16909: /* PTRACE_SECCOMP_GET_METADATA */
		record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16908: /* PTRACE_SECCOMP_GET_FILTER */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 8));
		break;
	case 25: /* PTRACE_GET_THREAD_AREA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 16);
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
#elif defined(__TARGET_ARCH_arm64)
SEC("kretprobe/handle_ptrace")
int handle_ptrace_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 16905: /* PTRACE_PEEKSIGINFO */
		record_memory(&record, 0, 2, 16);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* PTRACE_PEEKTEXT */
	case 2: /* PTRACE_PEEKDATA */
	case 3: /* PTRACE_PEEKUSR */
	case 16897: /* PTRACE_GETEVENTMSG */
	case 16906: /* PTRACE_GETSIGMASK */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 8);
		break;
	case 16900: /* PTRACE_GETREGSET */
	case 16901: /* PTRACE_SETREGSET */
		record_memory(&record, 1, 3, 16);
		break;
	case 16898: /* PTRACE_GETSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 128);
		break;
	case 16899: /* PTRACE_SETSIGINFO */
		record_memory(&record, 1, 3, 128);
		break;
	case 16905: /* PTRACE_PEEKSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 128));
		break;
	case 16907: /* PTRACE_SETSIGMASK */
		record_memory(&record, 1, 3, 8);
		break;
	case 16910: /* PTRACE_GET_SYSCALL_INFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_min(record_argument(&record, 2), record_ret(&record)));
		break;
	case 16912: /* PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG */
	case 16914: /* PTRACE_SET_SYSCALL_INFO */
		record_memory(&record, 1, 3, record_argument(&record, 2));
		break;
	case 16913: /* PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_argument(&record, 2));
		break;
	case 16911: /* PTRACE_GET_RSEQ_CONFIGURATION */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16909: /* PTRACE_SECCOMP_GET_METADATA */
		record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16908: /* PTRACE_SECCOMP_GET_FILTER */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 8));
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_ptrace")
int handle_ptrace_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 16905: /* PTRACE_PEEKSIGINFO */
		record_memory(&record, 0, 2, 16);
		break;
	default:
		record_nothing(&record, 0, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* PTRACE_PEEKTEXT */
	case 2: /* PTRACE_PEEKDATA */
	case 3: /* PTRACE_PEEKUSR */
	case 16897: /* PTRACE_GETEVENTMSG */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 4);
		break;
	case 12: /* PTRACE_GETREGS */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 68);
		break;
	case 13: /* PTRACE_SETREGS */
		record_memory(&record, 1, 3, 68);
		break;
	case 14: /* PTRACE_GETFPREGS */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 108);
		break;
	case 15: /* PTRACE_SETFPREGS */
		record_memory(&record, 1, 3, 108);
		break;
	case 16900: /* PTRACE_GETREGSET */
	case 16901: /* PTRACE_SETREGSET */
	case 16907: /* PTRACE_SETSIGMASK */
		record_memory(&record, 1, 3, 8);
		break;
	case 16898: /* PTRACE_GETSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 128);
		break;
	case 16899: /* PTRACE_SETSIGINFO */
		record_memory(&record, 1, 3, 128);
		break;
	case 16905: /* PTRACE_PEEKSIGINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 128));
		break;
	case 16906: /* PTRACE_GETSIGMASK */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 8);
		break;
	case 16910: /* PTRACE_GET_SYSCALL_INFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_min((u32)record_argument(&record, 2), record_ret(&record)));
		break;
	case 16912: /* PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG */
	case 16914: /* PTRACE_SET_SYSCALL_INFO */
		record_memory(&record, 1, 3, (u32)record_argument(&record, 2));
		break;
	case 16913: /* PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, (u32)record_argument(&record, 2));
		break;
	case 16911: /* PTRACE_GET_RSEQ_CONFIGURATION */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16909: /* PTRACE_SECCOMP_GET_METADATA */
		record_memory(&record, 1, 3, record_ret(&record));
		break;
	case 16908: /* PTRACE_SECCOMP_GET_FILTER */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, record_scale(record_ret(&record), 1, 8));
		break;
	case 25: /* PTRACE_GET_THREAD_AREA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 16);
		break;
	case 26: /* PTRACE_SET_THREAD_AREA */
		record_memory(&record, 1, 3, 16);
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
#endif
