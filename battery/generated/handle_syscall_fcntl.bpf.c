/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_fcntl")
int handle_fcntl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1)) {
	case 5: /* F_GETLK */
	case 36: /* F_OFD_GETLK */
		enter_memory(&entry, 2, 32);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_fcntl")
int handle_fcntl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 5: /* F_GETLK */
	case 36: /* F_OFD_GETLK */
		record_memory(&record, 0, 2, 32);
		record_passed(&record, 1, 2);
		break;
	case 6: /* F_SETLK */
	case 7: /* F_SETLKW */
	case 37: /* F_OFD_SETLK */
	case 38: /* F_OFD_SETLKW */
		record_memory(&record, 0, 2, 32);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 16: /* F_GETOWN_EX */
	case 17: /* F_GETOWNER_UIDS */
	case 1035: /* F_GET_RW_HINT */
	case 1037: /* F_GET_FILE_RW_HINT */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 15: /* F_SETOWN_EX */
	case 1036: /* F_SET_RW_HINT */
	case 1038: /* F_SET_FILE_RW_HINT */
	case 1039: /* F_GETDELEG */
	case 1040: /* F_SETDELEG */
		record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_fcntl")
int handle_fcntl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1)) {
	case 5: /* F_GETLK */
	case 36: /* F_OFD_GETLK */
		enter_memory(&entry, 2, 16);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_fcntl")
int handle_fcntl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 5: /* F_GETLK */
	case 36: /* F_OFD_GETLK */
		record_memory(&record, 0, 2, 16);
		record_passed(&record, 1, 2);
		break;
	case 6: /* F_SETLK */
	case 7: /* F_SETLKW */
	case 37: /* F_OFD_SETLK */
	case 38: /* F_OFD_SETLKW */
		record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 16: /* F_GETOWN_EX */
	case 17: /* F_GETOWNER_UIDS */
	case 1035: /* F_GET_RW_HINT */
	case 1037: /* F_GET_FILE_RW_HINT */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 15: /* F_SETOWN_EX */
	case 1036: /* F_SET_RW_HINT */
	case 1038: /* F_SET_FILE_RW_HINT */
	case 1039: /* F_GETDELEG */
	case 1040: /* F_SETDELEG */
		record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
	}
	return record_submit(&record);
}
#endif
