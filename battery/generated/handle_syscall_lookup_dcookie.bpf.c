/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_lookup_dcookie")
int handle_lookup_dcookie_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_lookup_dcookie")
int handle_lookup_dcookie_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	record_pairs(&record, ctx, 3, 0x1);
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_buffer(&record, 0, 1, record_ret(&record));
	return record_submit(&record);
}
#endif
