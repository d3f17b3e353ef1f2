/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kprobe/handle_getsockopt")
int handle_getsockopt(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_memory(&entry, 4, 4);
	return 0;
}

SEC("kretprobe/handle_getsockopt")
int handle_getsockopt_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 3))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 1: /* SOL_SOCKET */
		switch ((u32)record_argument(&record, 2)) {
		case 25: /* SO_BINDTODEVICE */
		case 31: /* SO_PEERSEC */
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_buffer(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
			break;
		case 26: /* SO_GET_FILTER */
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_memory(&record, 0, 3, record_scale(record_filled_u32_at(&record, 4, 0), 1, 8));
			break;
		default:
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_memory(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
		}
		break;
	case 0: /* SOL_IP */
		switch ((u32)record_argument(&record, 2)) {
		case 4: /* IP_OPTIONS */
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_buffer(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
			break;
		default:
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_memory(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
		}
		break;
	case 41: /* SOL_IPV6 */
		switch ((u32)record_argument(&record, 2)) {
		case 54: /* IPV6_HOPOPTS */
		case 55: /* IPV6_RTHDRDSTOPTS */
		case 57: /* IPV6_RTHDR */
		case 59: /* IPV6_DSTOPTS */
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_buffer(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
			break;
		default:
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_memory(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
		}
		break;
	case 6: /* SOL_TCP */
		switch ((u32)record_argument(&record, 2)) {
		case 13: /* TCP_CONGESTION */
		case 26: /* TCP_CC_INFO */
		case 28: /* TCP_SAVED_SYN */
		case 31: /* TCP_ULP */
		case 33: /* TCP_FASTOPEN_KEY */
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_buffer(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
			break;
		default:
			if (record_failed(&record))
				record_nothing(&record, 0, 3);
			else
				record_memory(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
		}
		break;
	default:
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, record_filled_u32_at(&record, 4, 0));
	}
	record_memory(&record, 1, 4, 4);
	record_passed(&record, 2, 4);
	return record_submit(&record);
}
