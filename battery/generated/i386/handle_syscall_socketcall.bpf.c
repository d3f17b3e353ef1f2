/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_socketcall")
int handle_socketcall_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 1))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 4: /* SYS_LISTEN */
	case 13: /* SYS_SHUTDOWN */
		record_memory(&record, 0, 1, 8);
		break;
	case 1: /* SYS_SOCKET */
	case 2: /* SYS_BIND */
	case 3: /* SYS_CONNECT */
	case 5: /* SYS_ACCEPT */
	case 6: /* SYS_GETSOCKNAME */
	case 7: /* SYS_GETPEERNAME */
	case 16: /* SYS_SENDMSG */
	case 17: /* SYS_RECVMSG */
		record_memory(&record, 0, 1, 12);
		break;
	case 8: /* SYS_SOCKETPAIR */
	case 9: /* SYS_SEND */
	case 10: /* SYS_RECV */
	case 18: /* SYS_ACCEPT4 */
	case 20: /* SYS_SENDMMSG */
		record_memory(&record, 0, 1, 16);
		break;
	case 14: /* SYS_SETSOCKOPT */
	case 15: /* SYS_GETSOCKOPT */
	case 19: /* SYS_RECVMMSG */
		record_memory(&record, 0, 1, 20);
		break;
	case 11: /* SYS_SENDTO */
	case 12: /* SYS_RECVFROM */
		record_memory(&record, 0, 1, 24);
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	return record_submit(&record);
}
