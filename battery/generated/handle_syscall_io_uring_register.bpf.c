/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_io_uring_register")
int handle_io_uring_register(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1) & 0x7fffffff) {
	case 19: /* IORING_REGISTER_IOWQ_MAX_WORKERS */
		enter_memory(&entry, 2, 8);
		break;
	case 27: /* IORING_REGISTER_NAPI */
	case 28: /* IORING_UNREGISTER_NAPI */
		enter_memory(&entry, 2, 16);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_io_uring_register")
int handle_io_uring_register_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	switch ((u32)record_argument(&record, 1) & 0x7fffffff) {
	case 0: /* IORING_REGISTER_BUFFERS */
	case 11: /* IORING_REGISTER_RESTRICTIONS */
	case 20: /* IORING_REGISTER_RING_FDS */
	case 21: /* IORING_UNREGISTER_RING_FDS */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 16));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 2: /* IORING_REGISTER_FILES */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 4));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4: /* IORING_REGISTER_EVENTFD */
	case 7: /* IORING_REGISTER_EVENTFD_ASYNC */
		record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 6: /* IORING_REGISTER_FILES_UPDATE */
	case 25: /* IORING_REGISTER_FILE_ALLOC_RANGE */
	case 29: /* IORING_REGISTER_CLOCK */
		record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 8: /* IORING_REGISTER_PROBE */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2,
				      record_add(record_scale((u32)record_argument(&record, 3), 1, 8), 16));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 13: /* IORING_REGISTER_FILES2 */
	case 14: /* IORING_REGISTER_FILES_UPDATE2 */
	case 15: /* IORING_REGISTER_BUFFERS2 */
	case 16: /* IORING_REGISTER_BUFFERS_UPDATE */
		record_memory(&record, 0, 2, (u32)record_argument(&record, 3));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 17: /* IORING_REGISTER_IOWQ_AFF */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 8, 8));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19: /* IORING_REGISTER_IOWQ_MAX_WORKERS */
		record_memory(&record, 0, 2, 8);
		record_passed(&record, 1, 2);
		break;
	case 22: /* IORING_REGISTER_PBUF_RING */
	case 23: /* IORING_UNREGISTER_PBUF_RING */
	case 26: /* IORING_REGISTER_PBUF_STATUS */
	case 35: /* IORING_REGISTER_QUERY */
		record_memory(&record, 0, 2, 40);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 27: /* IORING_REGISTER_NAPI */
	case 28: /* IORING_UNREGISTER_NAPI */
		record_memory(&record, 0, 2, 16);
		record_passed(&record, 1, 2);
		break;
	case 30: /* IORING_REGISTER_CLONE_BUFFERS */
	case 34: /* IORING_REGISTER_MEM_REGION */
		record_memory(&record, 0, 2, 32);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 24: /* IORING_REGISTER_SYNC_CANCEL */
	case 31: /* IORING_REGISTER_SEND_MSG_RING */
		record_memory(&record, 0, 2, 64);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 32: /* IORING_REGISTER_ZCRX_IFQ */
		record_memory(&record, 0, 2, 96);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 33: /* IORING_REGISTER_RESIZE_RINGS */
		record_memory(&record, 0, 2, 120);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 36: /* IORING_REGISTER_ZCRX_CTRL */
	case 37: /* IORING_REGISTER_BPF_FILTER */
		record_memory(&record, 0, 2, 72);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_io_uring_register")
int handle_io_uring_register(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1) & 0x7fffffff) {
	case 19: /* IORING_REGISTER_IOWQ_MAX_WORKERS */
		enter_memory(&entry, 2, 8);
		break;
	case 27: /* IORING_REGISTER_NAPI */
	case 28: /* IORING_UNREGISTER_NAPI */
		enter_memory(&entry, 2, 16);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_io_uring_register")
int handle_io_uring_register_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	switch ((u32)record_argument(&record, 1) & 0x7fffffff) {
	case 0: /* IORING_REGISTER_BUFFERS */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 8));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 2: /* IORING_REGISTER_FILES */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 4));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4: /* IORING_REGISTER_EVENTFD */
	case 7: /* IORING_REGISTER_EVENTFD_ASYNC */
		record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 6: /* IORING_REGISTER_FILES_UPDATE */
	case 25: /* IORING_REGISTER_FILE_ALLOC_RANGE */
	case 29: /* IORING_REGISTER_CLOCK */
		record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 8: /* IORING_REGISTER_PROBE */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2,
				      record_add(record_scale((u32)record_argument(&record, 3), 1, 8), 16));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 11: /* IORING_REGISTER_RESTRICTIONS */
	case 20: /* IORING_REGISTER_RING_FDS */
	case 21: /* IORING_UNREGISTER_RING_FDS */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 1, 16));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 13: /* IORING_REGISTER_FILES2 */
	case 14: /* IORING_REGISTER_FILES_UPDATE2 */
	case 15: /* IORING_REGISTER_BUFFERS2 */
	case 16: /* IORING_REGISTER_BUFFERS_UPDATE */
		record_memory(&record, 0, 2, (u32)record_argument(&record, 3));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 17: /* IORING_REGISTER_IOWQ_AFF */
		record_memory(&record, 0, 2, record_scale((u32)record_argument(&record, 3), 8, 8));
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19: /* IORING_REGISTER_IOWQ_MAX_WORKERS */
		record_memory(&record, 0, 2, 8);
		record_passed(&record, 1, 2);
		break;
	case 22: /* IORING_REGISTER_PBUF_RING */
	case 23: /* IORING_UNREGISTER_PBUF_RING */
	case 26: /* IORING_REGISTER_PBUF_STATUS */
	case 35: /* IORING_REGISTER_QUERY */
		record_memory(&record, 0, 2, 40);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 27: /* IORING_REGISTER_NAPI */
	case 28: /* IORING_UNREGISTER_NAPI */
		record_memory(&record, 0, 2, 16);
		record_passed(&record, 1, 2);
		break;
	case 30: /* IORING_REGISTER_CLONE_BUFFERS */
	case 34: /* IORING_REGISTER_MEM_REGION */
		record_memory(&record, 0, 2, 32);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 24: /* IORING_REGISTER_SYNC_CANCEL */
	case 31: /* IORING_REGISTER_SEND_MSG_RING */
		record_memory(&record, 0, 2, 64);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 32: /* IORING_REGISTER_ZCRX_IFQ */
		record_memory(&record, 0, 2, 96);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 33: /* IORING_REGISTER_RESIZE_RINGS */
		record_memory(&record, 0, 2, 120);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 36: /* IORING_REGISTER_ZCRX_CTRL */
	case 37: /* IORING_REGISTER_BPF_FILTER */
		record_memory(&record, 0, 2, 72);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
	}
	return record_submit(&record);
}
#endif
