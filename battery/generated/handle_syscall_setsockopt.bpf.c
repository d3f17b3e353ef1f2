/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_setsockopt")
int handle_setsockopt_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 1: /* SOL_SOCKET */
		switch ((u32)record_argument(&record, 2)) {
		case 26: /* SO_ATTACH_FILTER */
		case 51: /* SO_ATTACH_REUSEPORT_CBPF */
			record_linked(&record, 0, 3, (s32)record_argument(&record, 4), LINKED_ARRAY(8, 8, 0, 2), 0);
			break;
		case 25: /* SO_BINDTODEVICE */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 0: /* SOL_IP */
		switch ((u32)record_argument(&record, 2)) {
		case 4: /* IP_OPTIONS */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 41: /* SOL_IPV6 */
		switch ((u32)record_argument(&record, 2)) {
		case 54: /* IPV6_HOPOPTS */
		case 55: /* IPV6_RTHDRDSTOPTS */
		case 57: /* IPV6_RTHDR */
		case 59: /* IPV6_DSTOPTS */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 6: /* SOL_TCP */
		switch ((u32)record_argument(&record, 2)) {
		case 13: /* TCP_CONGESTION */
		case 31: /* TCP_ULP */
		case 33: /* TCP_FASTOPEN_KEY */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 263: /* SOL_PACKET */
		switch ((u32)record_argument(&record, 2)) {
		case 22: /* PACKET_FANOUT_DATA */
			record_linked(&record, 0, 3, (s32)record_argument(&record, 4), LINKED_ARRAY(8, 8, 0, 2), 0);
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	default:
		record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_setsockopt")
int handle_setsockopt_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 1))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 1: /* SOL_SOCKET */
		switch ((u32)record_argument(&record, 2)) {
		case 26: /* SO_ATTACH_FILTER */
		case 51: /* SO_ATTACH_REUSEPORT_CBPF */
			record_linked(&record, 0, 3, (s32)record_argument(&record, 4),
				      LINKED_ARRAY(4, 8, 0, 2) | LINKED_NARROW, 0);
			break;
		case 25: /* SO_BINDTODEVICE */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 0: /* SOL_IP */
		switch ((u32)record_argument(&record, 2)) {
		case 4: /* IP_OPTIONS */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 41: /* SOL_IPV6 */
		switch ((u32)record_argument(&record, 2)) {
		case 54: /* IPV6_HOPOPTS */
		case 55: /* IPV6_RTHDRDSTOPTS */
		case 57: /* IPV6_RTHDR */
		case 59: /* IPV6_DSTOPTS */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 6: /* SOL_TCP */
		switch ((u32)record_argument(&record, 2)) {
		case 13: /* TCP_CONGESTION */
		case 31: /* TCP_ULP */
		case 33: /* TCP_FASTOPEN_KEY */
			record_buffer(&record, 0, 3, (s32)record_argument(&record, 4));
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	case 263: /* SOL_PACKET */
		switch ((u32)record_argument(&record, 2)) {
		case 22: /* PACKET_FANOUT_DATA */
			record_linked(&record, 0, 3, (s32)record_argument(&record, 4),
				      LINKED_ARRAY(4, 8, 0, 2) | LINKED_NARROW, 0);
			break;
		default:
			record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
		}
		break;
	default:
		record_memory(&record, 0, 3, (s32)record_argument(&record, 4));
	}
	return record_submit(&record);
}
#endif
