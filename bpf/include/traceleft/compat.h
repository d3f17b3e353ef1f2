/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Calls through a 32-bit gate (int $0x80, from whatever program), and x32's: other numbers, other registers. As long as
 * no handler decodes them they are counted, and the traced processes that make them are listed. */
#ifndef TRACELEFT_COMPAT_H
#define TRACELEFT_COMPAT_H

#include "processes.h"
#include "registers.h"

/* There is a default handler, so that every process is traced. */
bool traceleft_any_default = false;

/* Handlers of i386's calls are in place. */
bool traceleft_compat_handled = false;

/* It lists traced processes only, so that no other can drive them out. They stay after they have exited: a process may
 * be gone before user space looks. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024); /* the loader's, too */
	__type(key, struct compat_process);
	__type(value, struct compat_caller);
} compat_callers SEC(".maps");

static __always_inline bool is_x32(__u32 nr)
{
	return nr != -1U && nr & X32_BIT;
}

static __always_inline void count_compat_call(bool x32)
{
	struct compat_process process = { .tgid = current_tgid() };
	struct cpu_state *cpu = this_cpu_state();
	struct compat_caller *caller;

	if (cpu)
		__sync_fetch_and_add(&cpu->counters.compat_calls, 1);
	if (!traceleft_any_default && !find_slot(&processes, process.tgid) && !find_slot(&followed, process.tgid))
		return;
	process.started = BPF_CORE_READ(current_task(), group_leader, start_time);
	caller = bpf_map_lookup_elem(&compat_callers, &process);
	if (!caller) {
		struct compat_caller first = {};

		bpf_get_current_comm(first.comm, sizeof(first.comm));
		bpf_map_update_elem(&compat_callers, &process, &first, BPF_NOEXIST);
		caller = bpf_map_lookup_elem(&compat_callers, &process);
		if (!caller)
			return;
	}
	__sync_fetch_and_add(&caller->calls, 1);
	if (x32)
		__sync_fetch_and_add(&caller->x32_calls, 1);
}

#endif
