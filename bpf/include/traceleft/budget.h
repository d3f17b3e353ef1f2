/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Limits each process and cgroup to a share of a ring that is short of room; of several rings to a share of each.
 *
 * As long as three quarters of the ring suffice, everybody may. Beyond, a process may have a quarter as much in the ring as
 * is still free, and a cgroup four times as much: the dynamic thresholds by which switches share their buffers (Choudhury and
 * Hahne, IEEE/ACM Transactions on Networking 6.2, 1998). However many processes flood the ring, some of it stays free,
 * and one that has little in it finds room. A process's first bytes are refused only where its cgroup has eight times as
 * much there as is free: so a program that forks for every few calls takes no room of other cgroups.
 */
#ifndef TRACELEFT_BUDGET_H
#define TRACELEFT_BUDGET_H

#include "maps.h"

/* Moves the counts on with the reader. NULL where the kernel has no memory for another entry. */
static __always_inline struct budget *find_budget(enum budget_kind kind, __u32 ring, __u64 id, __u64 read,
						  __u64 written)
{
	struct budget_key key = { .id = id, .kind = kind, .ring = ring };
	struct budget *budget = bpf_map_lookup_elem(&budgets, &key);

	if (!budget) {
		struct budget none = {};

		bpf_map_update_elem(&budgets, &key, &none, BPF_NOEXIST);
		budget = bpf_map_lookup_elem(&budgets, &key);
		if (!budget)
			return NULL;
	}
	if (read >= budget->mark) {
		budget->before = read >= budget->last ? 0 : budget->since;
		budget->since = 0;
		budget->mark = written;
	}
	return budget;
}

static __always_inline void take_budget(struct budget *budget, __u64 size, __u64 written)
{
	__sync_fetch_and_add(&budget->since, size);
	budget->last = written + size;
}

/* Whether the event of `size` bytes in this CPU's scratch may be submitted; if not, it is counted for its process. */
VERIFIED_APART int within_budget(__u32 size)
{
	struct cpu_state *cpu = this_cpu_state();
	__u32 number = bpf_get_smp_processor_id();
	void *ring = events_ring(number);
	__u64 waiting, read, written, room, of_process, of_cgroup;
	const struct event_header *event;
	struct budget *process, *cgroup;

	if (!cpu || !ring)
		return 1;
	waiting = bpf_ringbuf_query(ring, BPF_RB_AVAIL_DATA);
	number = ring_number(number);
	if (has_room(waiting, traceleft_ring_size)) {
		cpu->unchecked_bytes = 0;
		return 1;
	}
	event = (const struct event_header *)cpu->scratch;
	read = bpf_ringbuf_query(ring, BPF_RB_CONS_POS);
	written = read + waiting;
	room = traceleft_ring_size > waiting ? traceleft_ring_size - waiting : 0;
	process = find_budget(BUDGET_PROCESS, number, event->pid, read, written);
	cgroup = find_budget(BUDGET_CGROUP, number, event->cgroup_id, read, written);
	if (!process || !cgroup)
		return 1;
	of_process = process->before + process->since + size;
	of_cgroup = cgroup->before + cgroup->since + size;
	if (!budget_allows(of_process, of_cgroup, room)) {
		__sync_fetch_and_add(&process->lost, 1);
		return 0;
	}
	take_budget(process, size, written);
	take_budget(cgroup, size, written);
	return 1;
}

#endif
