/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Makes events of the first calls only, of those with the same key. */
#ifndef TRACELEFT_FIRST_H
#define TRACELEFT_FIRST_H

#include "maps.h"

/* Events of each key; 0: there is no limit. */
const volatile __u64 traceleft_first = 0;

/* The events that each key has had. Nothing is ever removed: a key that fell out would be new again. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1);		 /* the loader says how many */
	__uint(key_size, sizeof(__u64)); /* and of what size */
	__uint(value_size, sizeof(__u64));
} first_calls SEC(".maps");

static __always_inline bool is_repeated(void)
{
	struct cpu_state *cpu = this_cpu_state();

	if (cpu)
		count(&cpu->counters.repeated);
	return false;
}

/* Whether the key may have one more. If not, that is counted. */
static __always_inline bool first_left(const __u64 *key)
{
	const __u64 *taken;

	if (!traceleft_first)
		return true;
	taken = bpf_map_lookup_elem(&first_calls, key);
	return !taken || *(volatile const __u64 *)taken < traceleft_first || is_repeated();
}

/* Takes one of them. The first is whose insertion succeeds. Another is taken and given back: two calls that add at the
 * same time can't have the same one. Atomic additions that return something are Linux 5.12's. */
static __always_inline bool take_first(const __u64 *key)
{
	__u64 *taken, one = 1;
	struct cpu_state *cpu;

	if (!traceleft_first || !bpf_map_update_elem(&first_calls, key, &one, BPF_NOEXIST))
		return true;
	taken = bpf_map_lookup_elem(&first_calls, key);
	if (!taken) { /* the table is full */
		cpu = this_cpu_state();
		if (cpu)
			count(&cpu->counters.unkeyed);
		return true;
	}
	__sync_fetch_and_add(taken, 1);
	if (*(volatile __u64 *)taken <= traceleft_first)
		return true;
	__sync_fetch_and_add(taken, -1);
	return is_repeated();
}

#endif
