/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Limits the events that each process may send a second. */
#ifndef TRACELEFT_RATE_LIMIT_H
#define TRACELEFT_RATE_LIMIT_H

#include "maps.h"
#include "task.h"

enum { RATE_BURST = 1000000000 }; /* ns: an idle process may send the events of one second at once */

/* ns from one event of a process to the next, on average; 0: there is no limit. */
const volatile __u64 traceleft_rate_interval = 0;

/* When each process's bucket is full again, ns: its next tokens are put there one by one. By tgid. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1); /* the loader makes room where there is a limit */
	__type(key, __u32);
	__type(value, __u64);
} rate_buckets SEC(".maps");

/* Whether the current process may send one more. If not, that is counted. It takes a token first and gives it back: two
 * threads that add at the same time can't have the same one. */
static __always_inline bool within_rate(void)
{
	__u64 now, *full;
	struct cpu_state *cpu;
	__u32 tgid;

	if (!traceleft_rate_interval)
		return true;
	tgid = current_tgid();
	now = bpf_ktime_get_ns();
	full = bpf_map_lookup_elem(&rate_buckets, &tgid);
	if (!full) {
		bpf_map_update_elem(&rate_buckets, &tgid, &now, BPF_NOEXIST);
		full = bpf_map_lookup_elem(&rate_buckets, &tgid);
		if (!full)
			return true;
	}
	if (*full < now)
		*full = now;
	__sync_fetch_and_add(full, traceleft_rate_interval);
	if (*(volatile __u64 *)full <= now + RATE_BURST)
		return true;
	__sync_fetch_and_add(full, -traceleft_rate_interval);
	cpu = this_cpu_state();
	if (cpu)
		count(&cpu->counters.rate_limited);
	return false;
}

#endif
