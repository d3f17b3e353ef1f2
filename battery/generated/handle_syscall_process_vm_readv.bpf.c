/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_process_vm_readv")
int handle_process_vm_readv_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_iovec(&record, 0, 1, record_argument(&record, 2), record_ret(&record));
	record_memory(&record, 1, 3, record_scale(record_argument(&record, 4), 1, 16));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_process_vm_readv")
int handle_process_vm_readv_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 6, 2))
		return 0;
	if (record_failed(&record))
		record_nothing(&record, 0, 1);
	else
		record_iovec(&record, 0, 1, (u32)record_argument(&record, 2), record_ret(&record));
	record_memory(&record, 1, 3, record_scale((u32)record_argument(&record, 4), 1, 8));
	return record_submit(&record);
}
#endif
