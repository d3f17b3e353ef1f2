/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_futex_time64")
int handle_futex_time64_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 3))
		return 0;
	record_memory(&record, 0, 0, 4);
	switch ((u32)record_argument(&record, 1) & 0xfffff87f) {
	case 0: /* FUTEX_WAIT */
	case 6: /* FUTEX_LOCK_PI */
	case 9: /* FUTEX_WAIT_BITSET */
	case 11: /* FUTEX_WAIT_REQUEUE_PI */
	case 13: /* FUTEX_LOCK_PI2 */
		record_memory(&record, 1, 3, 16);
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	switch ((u32)record_argument(&record, 1) & 0xfffff87f) {
	case 3: /* FUTEX_REQUEUE */
	case 4: /* FUTEX_CMP_REQUEUE */
	case 5: /* FUTEX_WAKE_OP */
	case 11: /* FUTEX_WAIT_REQUEUE_PI */
	case 12: /* FUTEX_CMP_REQUEUE_PI */
		record_memory(&record, 2, 4, 4);
		break;
	default:
		record_nothing(&record, 2, 4);
	}
	return record_submit(&record);
}
