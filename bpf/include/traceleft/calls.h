/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Counts the calls that are traced, by process, with the buckets of their durations. */
#ifndef TRACELEFT_CALLS_H
#define TRACELEFT_CALLS_H

#include "question.h"

/* The number of the only call that a program counts, where that returns by another's; -1: the registers have it. */
const volatile __s32 traceleft_call_number = -1;
/* It counts 32-bit programs' calls. */
const volatile bool traceleft_call_compat = false;
/* A handler comes after it. */
const volatile bool traceleft_call_handled = false;

const volatile struct call_sum no_calls = {};

struct calls {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 1); /* the loader has made them */
	__type(key, struct call_key);
	__type(value, struct call_sum);
};

struct calls calls SEC(".maps");
/* Those for which `calls` had no room, without the process, so that they are bounded. */
struct calls unplaced_calls SEC(".maps");

static __always_inline __u32 duration_bucket(__u64 ns)
{
	__u64 us = ns / 1000;
	__u32 bucket = 0;

	if (us >> (CALL_BUCKETS - 2))
		return CALL_BUCKETS - 1;
#pragma unroll
	for (int shift = 16; shift; shift /= 2)
		if (us >> shift) {
			us >>= shift;
			bucket += shift;
		}
	return bucket + us;
}

static __always_inline struct call_sum *find_calls(void *map, const struct call_key *key)
{
	struct call_sum *found = bpf_map_lookup_elem(map, key);

	if (found)
		return found;
	bpf_map_update_elem(map, key, (const void *)&no_calls, BPF_NOEXIST);
	return bpf_map_lookup_elem(map, key);
}

static __always_inline void add_call(struct call_key *key, __u64 ns)
{
	struct call_sum *sum = find_calls(&calls, key);
	struct cpu_state *cpu;

	if (!sum) {
		__builtin_memset(key->comm, 0, sizeof(key->comm));
		key->pid = 0;
		sum = find_calls(&unplaced_calls, key);
	}
	if (sum) {
		__sync_fetch_and_add(&sum->ns, ns);
		count(&sum->calls);
		return;
	}
	cpu = this_cpu_state();
	if (cpu)
		count(&cpu->counters.unmeasured);
}

/* As include/linux/err.h has it: MAX_ERRNO. */
static __always_inline bool is_error(__s64 ret)
{
	return ret < 0 && ret >= -4095;
}

/* The number of the call, which is returned, too, as registers have it. */
static __always_inline __u32 fill_call_key(struct call_key *key, void *ctx)
{
	const struct pt_regs *regs = call_registers(ctx);
	__u32 nr = registers_loadable() ? syscall_number(regs) : copied_syscall_number(regs);
	__u32 own = traceleft_call_number < 0 ? nr & ~X32_BIT : (__u32)traceleft_call_number;

	bpf_get_current_comm(key->comm, sizeof(key->comm));
	key->pid = bpf_get_current_pid_tgid() >> 32;
	key->nr = own < ABI_CALLS ? own : CALL_UNKNOWN;
	key->compat = traceleft_call_compat;
	key->failed = !traceleft_entry && is_error(returned(ctx));
	key->bucket = CALL_UNTIMED;
	return nr;
}

/* Returns the duration, ns; 0 where it is not known. */
static __always_inline __u64 fill_call_bucket(struct call_key *key)
{
	__u64 task = (__u64)current_task(), *entered, ns;

	if (!traceleft_durations || traceleft_entry)
		return 0;
	entered = bpf_map_lookup_elem(&entry_times, &task);
	if (!entered)
		return 0;
	ns = bpf_ktime_get_ns() - *entered;
	key->bucket = duration_bucket(ns);
	return ns;
}

#endif
