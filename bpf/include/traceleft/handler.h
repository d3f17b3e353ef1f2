/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Everything a handler needs. One that records a call, its arguments and the memory behind one of them:
 *
 *     SEC("kretprobe/handle_chdir")
 *     int handle_chdir_ret(void *ctx)
 *     {
 *             struct record record;
 *
 *             if (!record_begin(&record, ctx, "chdir", 1, 1))
 *                     return 0;
 *             record_string(&record, 0, 0);
 *             return record_submit(&record);
 *     }
 *     HANDLER_ENTRY_TIME(chdir)
 */
#ifndef TRACELEFT_HANDLER_H
#define TRACELEFT_HANDLER_H

#include "maps.h"
#include "registers.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* One event while it is being built. The compiler dissolves it into registers. */
struct record {
	struct cpu_state *cpu;
	struct event_header *event; /* cpu->scratch */
	struct capture *captures;
	__u32 size; /* bytes of the event so far, a multiple of 8 */
};

/* Who called. Direct loads from the task: the helpers for the same cost 20 to 70 ns each where returns are guarded. */
static __always_inline void record_task(struct event_header *event)
{
	const struct task_struct *task = (const struct task_struct *)bpf_get_current_task_btf();

	event->pid = task->tgid;
	event->tid = task->pid;
	event->uid = task->cred->uid.val;
	event->gid = task->cred->gid.val;
	event->cgroup_id = task->cgroups->dfl_cgrp->kn->id;
	((__u64 *)event->comm)[0] = ((const __u64 *)task->comm)[0];
	((__u64 *)event->comm)[1] = ((const __u64 *)task->comm)[1];
}

/* The time since this thread's call was entered, if it is known. */
static __always_inline void record_duration(struct event_header *event)
{
	__u32 tid = event->tid;
	__u64 *entered = bpf_map_lookup_elem(&entry_times, &tid);

	if (!entered)
		return;
	event->duration = event->timestamp - *entered;
	event->flags |= EVENT_DURATION;
	bpf_map_delete_elem(&entry_times, &tid);
}

/* A syscall's name, padded with NUL. Written as words: of a char array the compiler makes 64 stores of a byte each, which
 * cost 20 ns themselves, and more when the ring copies what has not yet left the store buffer. */
union syscall_name {
	char text[EVENT_SYSCALL_LEN];
	__u64 words[EVENT_SYSCALL_LEN / 8];
};

static __always_inline void record_name(struct event_header *event, const union syscall_name *name)
{
#pragma unroll
	for (int i = 0; i < EVENT_SYSCALL_LEN / 8; i++)
		((__u64 *)event->syscall)[i] = name->words[i];
}

/* Begins an event; false where it can't be. `name` is a literal, `args` and `captures` are constants. */
#define record_begin(record, ctx, name, args, captures)                                                                \
	({                                                                                                             \
		_Static_assert(sizeof(name) <= EVENT_SYSCALL_LEN, "the syscall's name is too long");                   \
		const union syscall_name padded = { .text = name };                                                    \
		bool begun = record_open(record);                                                                      \
		if (begun) {                                                                                           \
			record_name((record)->event, &padded);                                                         \
			record_header(record, ctx, args, captures);                                                    \
		}                                                                                                      \
		begun;                                                                                                 \
	})

static __always_inline bool record_open(struct record *record)
{
	struct cpu_state *cpu = this_cpu_state();

	if (!cpu)
		return false;
	count(&cpu->counters.handled);
	if (traceleft_backend == BACKEND_FENTRY && __sync_lock_test_and_set(&cpu->busy, 1)) {
		count(&cpu->counters.lost[LOST_SCRATCH_BUSY]);
		return false;
	}
	record->cpu = cpu;
	record->event = (struct event_header *)cpu->scratch;
	return true;
}

static __always_inline void record_header(struct record *record, void *ctx, int args, int captures)
{
	const struct pt_regs *regs = user_registers(ctx);
	struct event_header *event = record->event;
	__u64 *raw = (__u64 *)(event + 1);

	event->timestamp = bpf_ktime_get_ns();
	event->ret = returned(ctx);
	event->magic = EVENT_MAGIC;
	event->args = args;
	event->captures = captures;
	event->cpu = bpf_get_smp_processor_id();
	event->duration = 0;
	event->nr = syscall_number(regs);
	event->flags = 0;
	event->program_id = traceleft_program_id;
	record_task(event);
	if (traceleft_durations)
		record_duration(event);
#pragma unroll
	for (int i = 0; i < 6; i++)
		if (i < args)
			raw[i] = argument(regs, i);
	record->captures = (struct capture *)(raw + args);
	record->size = sizeof(*event) + args * sizeof(__u64) + captures * sizeof(struct capture);
}

static __always_inline __u64 record_argument(const struct record *record, int arg)
{
	return ((const __u64 *)(record->event + 1))[arg];
}

/* Where the next captured bytes go. The mask tells the verifier what the sizes already guarantee. */
static __always_inline void *record_tail(struct record *record)
{
	return record->cpu->scratch + (record->size & SCRATCH_OFFSET_MASK);
}

static __always_inline void record_captured(struct record *record, int index, int arg, __u32 size, __u16 status)
{
	record->captures[index] = (struct capture){ .size = size, .arg = arg, .status = status };
	record->size += (size + 7) & ~7U;
}

/* Capture `index` becomes the NUL-terminated string that argument `arg` points to. */
static __always_inline void record_string(struct record *record, int index, int arg)
{
	const void *string = (const void *)record_argument(record, arg);
	/* Room for one byte more than the limit and for the NUL: a full buffer means a longer string. */
	long got = bpf_probe_read_user_str(record_tail(record), EVENT_PATH_LIMIT + 2, string);

	if (got < 0)
		record_captured(record, index, arg, 0, CAPTURE_FAULT);
	else if (got > EVENT_PATH_LIMIT + 1)
		record_captured(record, index, arg, EVENT_PATH_LIMIT, CAPTURE_TRUNCATED);
	else
		/* The NUL counts, but older kernels return 0 for an empty string (strncpy_from_user_nofault). */
		record_captured(record, index, arg, got ? got - 1 : 0, CAPTURE_OK);
}

/* Capture `index` becomes the first of the `extent` bytes that argument `arg` points to; none where it is negative. */
static __always_inline void record_buffer(struct record *record, int index, int arg, __s64 extent)
{
	const void *buffer = (const void *)record_argument(record, arg);
	__u32 limit = traceleft_buffer_limit;
	__u32 size = extent < 0 ? 0 : extent > limit ? limit : extent;
	__u16 status = extent > limit ? CAPTURE_TRUNCATED : CAPTURE_OK;

	if (size > EVENT_BUFFER_LIMIT)
		size = EVENT_BUFFER_LIMIT;
	if (size && bpf_probe_read_user(record_tail(record), size, buffer)) {
		size = 0;
		status = CAPTURE_FAULT;
	}
	record_captured(record, index, arg, size, status);
}

/* Hands the event to the reader, or counts its loss. Returns 0, the value for a handler to return. */
static __always_inline int record_submit(struct record *record)
{
	struct cpu_state *cpu = record->cpu;
	__u64 size = record->size, flags = BPF_RB_NO_WAKEUP;

	/* A wake-up costs more than an event: the reader polls, and a CPU only wakes it when much has gathered. */
	if (traceleft_wake_bytes) {
		cpu->unwoken_bytes += size;
		if (cpu->unwoken_bytes >= traceleft_wake_bytes) {
			cpu->unwoken_bytes = 0;
			flags = BPF_RB_FORCE_WAKEUP;
		}
	}
	if (size > SCRATCH_SIZE || bpf_ringbuf_output(&events, cpu->scratch, size, flags))
		count(&cpu->counters.lost[LOST_RING_FULL]);
	if (traceleft_backend == BACKEND_FENTRY)
		__sync_lock_test_and_set(&cpu->busy, 0);
	return 0;
}

/*
 * The entry half of a handler that only takes the time. `traceleft_entry_time_only` tells the loader that it need not
 * run unless durations were asked for.
 */
#define HANDLER_ENTRY_TIME(name)                                                                                       \
	const volatile bool traceleft_entry_time_only = true;                                                          \
	SEC("kprobe/handle_" #name)                                                                                    \
	int handle_##name(void *ctx)                                                                                   \
	{                                                                                                              \
		return record_entry_time();                                                                            \
	}

static __always_inline int record_entry_time(void)
{
	__u32 tid = (__u32)bpf_get_current_pid_tgid();
	__u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&entry_times, &tid, &now, BPF_ANY);
	return 0;
}

#endif
