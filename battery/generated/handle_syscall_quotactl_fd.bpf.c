/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_quotactl_fd")
int handle_quotactl_fd_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 1) & 0xffffff00) {
	case 0x80000400: /* Q_GETFMT */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 4);
		break;
	case 0x80000500: /* Q_GETINFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 24);
		break;
	case 0x80000600: /* Q_SETINFO */
		record_memory(&record, 0, 3, 24);
		break;
	case 0x80000700: /* Q_GETQUOTA */
	case 0x80000900: /* Q_GETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 72);
		break;
	case 0x80000800: /* Q_SETQUOTA */
		record_memory(&record, 0, 3, 72);
		break;
	case 0x580100: /* Q_XQUOTAON */
	case 0x580200: /* Q_XQUOTAOFF */
	case 0x580600: /* Q_XQUOTARM */
		record_memory(&record, 0, 3, 4);
		break;
	case 0x580300: /* Q_XGETQUOTA */
	case 0x580900: /* Q_XGETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 112);
		break;
	case 0x580400: /* Q_XSETQLIM */
		record_memory(&record, 0, 3, 112);
		break;
	case 0x580500: /* Q_XGETQSTAT */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 80);
		break;
	case 0x580800: /* Q_XGETQSTATV */
		record_memory(&record, 0, 3, 160);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_quotactl_fd")
int handle_quotactl_fd_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 1))
		return 0;
	switch ((u32)record_argument(&record, 1) & 0xffffff00) {
	case 0x80000400: /* Q_GETFMT */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 4);
		break;
	case 0x80000500: /* Q_GETINFO */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 24);
		break;
	case 0x80000600: /* Q_SETINFO */
		record_memory(&record, 0, 3, 24);
		break;
	case 0x580500: /* Q_XGETQSTAT */
	case 0x80000700: /* Q_GETQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 68);
		break;
	case 0x80000800: /* Q_SETQUOTA */
		record_memory(&record, 0, 3, 68);
		break;
	case 0x80000900: /* Q_GETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 72);
		break;
	case 0x580100: /* Q_XQUOTAON */
	case 0x580200: /* Q_XQUOTAOFF */
	case 0x580600: /* Q_XQUOTARM */
		record_memory(&record, 0, 3, 4);
		break;
	case 0x580300: /* Q_XGETQUOTA */
	case 0x580900: /* Q_XGETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 0, 3);
		else
			record_memory(&record, 0, 3, 112);
		break;
	case 0x580400: /* Q_XSETQLIM */
		record_memory(&record, 0, 3, 112);
		break;
	case 0x580800: /* Q_XGETQSTATV */
		record_memory(&record, 0, 3, 160);
		break;
	default:
		record_nothing(&record, 0, 3);
	}
	return record_submit(&record);
}
#endif
