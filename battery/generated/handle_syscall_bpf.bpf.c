/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

SEC("kretprobe/handle_bpf")
int handle_bpf_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 2))
		return 0;
	switch ((u32)record_argument(&record, 0) & 0xffff) {
	case 5: /* BPF_PROG_LOAD */
		record_linked(&record, 0, 1, (u32)record_argument(&record, 2), LINKED_ARRAY(8, 8, 4, 4),
			      LINKED_STRING(16));
		break;
	case 6: /* BPF_OBJ_PIN */
	case 7: /* BPF_OBJ_GET */
	case 17: /* BPF_RAW_TRACEPOINT_OPEN */
		record_linked(&record, 0, 1, (u32)record_argument(&record, 2), LINKED_STRING(0), 0);
		break;
	default:
		record_memory(&record, 0, 1, (u32)record_argument(&record, 2));
	}
	record_memory(&record, 1, 3, (u32)record_argument(&record, 4));
	return record_submit(&record);
}
