/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_landlock_create_ruleset")
int handle_landlock_create_ruleset_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	record_memory(&record, 0, 0, record_argument(&record, 1));
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_landlock_create_ruleset")
int handle_landlock_create_ruleset_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 1))
		return 0;
	record_memory(&record, 0, 0, (u32)record_argument(&record, 1));
	return record_submit(&record);
}
#endif
