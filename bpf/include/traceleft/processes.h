/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The processes that have handlers of their own, and those that default handlers pass by. */
#ifndef TRACELEFT_PROCESSES_H
#define TRACELEFT_PROCESSES_H

#include "maps.h"
#include "task.h"

/*
 * tgid to slot. pids reach 4,194,304; slots are few, so that the handler maps stay small.
 *
 * Two maps, for a number may be another process's by the time somebody changes its entry. Only user space adds to the
 * first and changes it, only the fork hook does so to the second: neither can take the other's entry for its own.
 */
#define PROCESS_MAP(name)                                                                                              \
	struct {                                                                                                       \
		__uint(type, BPF_MAP_TYPE_HASH);                                                                       \
		__uint(max_entries, 65536);                                                                            \
		__type(key, __u32);                                                                                    \
		__type(value, struct process);                                                                         \
	} name SEC(".maps")

PROCESS_MAP(processes); /* processes that handlers were attached to */
PROCESS_MAP(followed);	/* children of followed processes; an entry in `processes` goes before */

/* The map may have given the entry to another process already, where it was replaced or removed since it was found: slot
 * and tgid are one load. */
static __always_inline __u32 find_slot(void *map, __u32 tgid)
{
	const volatile __u64 *slot_and_tgid = bpf_map_lookup_elem(map, &tgid);
	__u64 both = slot_and_tgid ? *slot_and_tgid : 0;

	return both >> 32 == tgid ? (__u32)both : 0;
}

/* Something is in `ignored`. */
bool traceleft_any_ignored = false;

/* Processes that default handlers pass by, by tgid. Each is removed when it exits, and where its number is given anew. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024); /* the loader's, too */
	__type(key, __u32);
	__type(value, __u32);
} ignored SEC(".maps");

static __always_inline bool is_ignored(__u32 tgid)
{
	return traceleft_any_ignored && bpf_map_lookup_elem(&ignored, &tgid);
}

static __always_inline void forget_ignored(__u32 tgid)
{
	if (traceleft_any_ignored)
		bpf_map_delete_elem(&ignored, &tgid);
}

/* traceleft itself, by its tgid in the initial pid namespace: see tell_traceleft(). Default handlers pass it by: each
 * event it writes would cause the next. */
const volatile __u32 traceleft_self = 0;

/* Something is in `processes`, or `followed`: else default handlers need no look-up. */
bool traceleft_any_process = false;
bool traceleft_any_followed = false;

#define HANDLER_MAP(name)                                                                                              \
	struct {                                                                                                       \
		__uint(type, BPF_MAP_TYPE_PROG_ARRAY);                                                                 \
		__uint(max_entries, 1024); /* the loader sets the number of slots */                                   \
		__uint(key_size, sizeof(__u32));                                                                       \
		__uint(value_size, sizeof(__u32));                                                                     \
	} name SEC(".maps")

static __always_inline void enter_handler(void *ctx, void *handlers, __u32 slot)
{
	if (traceleft_handler_times) {
		struct cpu_state *cpu = this_cpu_state();

		if (cpu)
			cpu->slot = slot;
	}
	bpf_tail_call(ctx, handlers, slot);
}

/* Calls the process's own handler, else the default handler, if there is one. */
static __always_inline int dispatch_process(void *ctx, void *handlers)
{
	__u32 tgid = current_tgid();

	if (traceleft_any_process) {
		__u32 slot = find_slot(&processes, tgid);

		if (!slot && traceleft_any_followed)
			slot = find_slot(&followed, tgid);
		if (slot)
			enter_handler(ctx, handlers, slot);
	}
	if (tgid != traceleft_self && !is_ignored(tgid))
		enter_handler(ctx, handlers, 0);
	return 0;
}

/* Other tracelefts find this one by it: a program that only the privileged can load leads to it. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u32);
} traceleft_tgid SEC(".maps");

/* The loader runs it once: in a pid namespace getpid() doesn't return the kernel's own number. */
SEC("raw_tp") int tell_traceleft(void *ctx)
{
	__u32 tgid = current_tgid(), key = 0;

	bpf_map_update_elem(&traceleft_tgid, &key, &tgid, BPF_ANY);
	return tgid;
}

#endif
