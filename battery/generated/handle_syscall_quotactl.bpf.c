/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_quotactl")
int handle_quotactl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 1);
	return 0;
}

SEC("kretprobe/handle_quotactl")
int handle_quotactl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_string(&record, 0, 1);
	switch ((u32)record_argument(&record, 0) & 0xffffff00) {
	case 0x80000200: /* Q_QUOTAON */
		record_string(&record, 1, 3);
		break;
	case 0x80000400: /* Q_GETFMT */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 4);
		break;
	case 0x80000500: /* Q_GETINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 24);
		break;
	case 0x80000600: /* Q_SETINFO */
		record_memory(&record, 1, 3, 24);
		break;
	case 0x80000700: /* Q_GETQUOTA */
	case 0x80000900: /* Q_GETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 72);
		break;
	case 0x80000800: /* Q_SETQUOTA */
		record_memory(&record, 1, 3, 72);
		break;
	case 0x580100: /* Q_XQUOTAON */
	case 0x580200: /* Q_XQUOTAOFF */
	case 0x580600: /* Q_XQUOTARM */
		record_memory(&record, 1, 3, 4);
		break;
	case 0x580300: /* Q_XGETQUOTA */
	case 0x580900: /* Q_XGETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 112);
		break;
	case 0x580400: /* Q_XSETQLIM */
		record_memory(&record, 1, 3, 112);
		break;
	case 0x580500: /* Q_XGETQSTAT */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 80);
		break;
	case 0x580800: /* Q_XGETQSTATV */
		record_memory(&record, 1, 3, 160);
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_quotactl")
int handle_quotactl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	enter_string(&entry, 1);
	return 0;
}

SEC("kretprobe/handle_quotactl")
int handle_quotactl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 4, 2))
		return 0;
	record_entered_string(&record, 0, 1);
	switch ((u32)record_argument(&record, 0) & 0xffffff00) {
	case 0x80000200: /* Q_QUOTAON */
		record_string(&record, 1, 3);
		break;
	case 0x80000400: /* Q_GETFMT */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 4);
		break;
	case 0x80000500: /* Q_GETINFO */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 24);
		break;
	case 0x80000600: /* Q_SETINFO */
		record_memory(&record, 1, 3, 24);
		break;
	case 0x580500: /* Q_XGETQSTAT */
	case 0x80000700: /* Q_GETQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 68);
		break;
	case 0x80000800: /* Q_SETQUOTA */
		record_memory(&record, 1, 3, 68);
		break;
	case 0x80000900: /* Q_GETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 72);
		break;
	case 0x580100: /* Q_XQUOTAON */
	case 0x580200: /* Q_XQUOTAOFF */
	case 0x580600: /* Q_XQUOTARM */
		record_memory(&record, 1, 3, 4);
		break;
	case 0x580300: /* Q_XGETQUOTA */
	case 0x580900: /* Q_XGETNEXTQUOTA */
		if (record_failed(&record))
			record_nothing(&record, 1, 3);
		else
			record_memory(&record, 1, 3, 112);
		break;
	case 0x580400: /* Q_XSETQLIM */
		record_memory(&record, 1, 3, 112);
		break;
	case 0x580800: /* Q_XGETQSTATV */
		record_memory(&record, 1, 3, 160);
		break;
	default:
		record_nothing(&record, 1, 3);
	}
	return record_submit(&record);
}
#endif
