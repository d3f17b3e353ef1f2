/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* One event: begun in the CPU's scratch, filled, and handed to the ring. */
#ifndef TRACELEFT_RECORD_H
#define TRACELEFT_RECORD_H

#include "budget.h"
#include "entered.h"
#include "maps.h"
#include "registers.h"
#include "seccomp.h"
#include "task.h"

/* One event while it is being built. The compiler dissolves it into registers. */
struct record {
	void *ctx;
	struct cpu_state *cpu;
	struct event_header *event; /* cpu->scratch */
	struct captured *captured;
	__u32 size;   /* bytes of the event so far, a multiple of 8 */
	int entered;  /* number of the place that its entry program filled; ENTERED_NOTHING, ENTERED_UNKNOWN */
	int captures; /* how many there are to be: a constant */
};

static __always_inline void record_owner(struct event_header *event)
{
	__u64 ids = bpf_get_current_uid_gid();

	event->uid = ids;
	event->gid = ids >> 32;
	event->cgroup_id = bpf_get_current_cgroup_id();
}

static __always_inline void record_task_name(struct event_header *event, const struct task_struct *task)
{
	event->pid = task->tgid;
	event->tid = task->pid;
	((__u64 *)event->comm)[0] = ((const __u64 *)task->comm)[0];
	((__u64 *)event->comm)[1] = ((const __u64 *)task->comm)[1];
}

/* The same, where a task can't be loaded from. */
static __always_inline void copy_task_name(struct event_header *event)
{
	__u64 ids = bpf_get_current_pid_tgid();

	event->pid = ids >> 32;
	event->tid = ids;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
}

/* Fills in the calling thread's ids and name. */
static __always_inline void record_task(struct event_header *event, struct cpu_state *cpu)
{
	const struct task_struct *task;

	if (!KERNEL_HAS(get_current_task_btf)) {
		copy_task_name(event);
		record_owner(event);
		return;
	}
	task = current_task_btf();
	if (traceleft_late)
		cpu->record_task = (__u64)task;
	record_task_name(event, task);
	if (traceleft_direct_task_reads) {
		event->uid = task->cred->uid.val;
		event->gid = task->cred->gid.val;
		event->cgroup_id = task->cgroups->dfl_cgrp->kn->id;
	} else {
		record_owner(event);
	}
}

/* Fills in the ids that the thread itself sees, in a container. They aren't loaded from the task directly, as above:
 * the verifier would take long. */
static __always_inline void record_namespace_pids(struct event_header *event)
{
	const struct task_struct *task = current_task();
	const struct pid *pid = BPF_CORE_READ(task, thread_pid);
	__u64 number = bpf_core_field_offset(struct pid, numbers) +
		       BPF_CORE_READ(pid, level) * bpf_core_type_size(struct upid);
	const struct upid *own = (const void *)pid + number;

	event->ns_tid = BPF_CORE_READ(own, nr);
	event->ns_pid = event->ns_tid;
	event->pid_namespace = BPF_CORE_READ(own, ns, ns.inum);
	if (event->pid != event->tid) {
		pid = BPF_CORE_READ(task, group_leader, thread_pid); /* of the same level */
		own = (const void *)pid + number;
		event->ns_pid = BPF_CORE_READ(own, nr);
	}
}

/* The event that is being built on this CPU; NULL where there is no room for any. */
static __always_inline struct event_header *scratch_event(void)
{
	struct cpu_state *cpu = this_cpu_state();

	return cpu ? (struct event_header *)cpu->scratch : NULL;
}

/* The same for that event. Most users don't ask for them: out of the way, as all below that is VERIFIED_APART. */
VERIFIED_APART int add_namespace_pids(void)
{
	struct event_header *event = scratch_event();

	if (event)
		record_namespace_pids(event);
	return 0;
}

/* The time since this thread's call was entered, if it is known. */
static __always_inline void record_duration(struct event_header *event)
{
	__u64 task = (__u64)current_task();
	__u64 *entered = bpf_map_lookup_elem(&entry_times, &task);

	if (!entered)
		return;
	event->duration = event->timestamp - *entered;
	event->flags |= EVENT_DURATION;
	bpf_map_delete_elem(&entry_times, &task);
}

static __always_inline void record_name(struct event_header *event, const union syscall_name *name)
{
#pragma unroll
	for (int i = 0; i < EVENT_SYSCALL_LEN / 8; i++)
		((__u64 *)event->syscall)[i] = name->words[i];
}

/* Begins the event of a call that returns; false where it can't be. `name` is a literal, `args` and `captured` are
 * constants. */
#define record_begin(record, ctx, name, args, captured) record_begin_at(record, ctx, name, args, captured, false)

/* The same for a call being entered, which never returns. */
#define record_begin_entry(record, ctx, name, args, captured) record_begin_at(record, ctx, name, args, captured, true)

/* The same of the call whose number is in the registers: the shipped handlers of calls that differ by nothing but their
 * names are one program so, which is verified once. Not of those that execute programs: see EXECUTED_NUMBER. */
#define record_begin_call(record, ctx, args, captured) record_begin_call_at(record, ctx, args, captured, false)
#define record_begin_call_entry(record, ctx, args, captured) record_begin_call_at(record, ctx, args, captured, true)

#define record_begin_at(record, ctx, name, args, captured, entry)                                                      \
	({                                                                                                             \
		_Static_assert(sizeof(name) <= EVENT_SYSCALL_LEN, "the syscall's name is too long");                   \
		const union syscall_name padded = { .text = name };                                                    \
		bool begun = record_open(record, ctx);                                                                 \
		if (begun) {                                                                                           \
			record_name((record)->event, &padded);                                                         \
			record_header(record, ctx, args, captured, entry);                                             \
		}                                                                                                      \
		begun;                                                                                                 \
	})

/* Among tasks of one CPU that preempt each other only one sees itself alone, if any. Linux before 5.12 has no atomic
 * exchange for programs, and refuses those that contain one. */
static __always_inline void leave_scratch(struct cpu_state *cpu)
{
	__sync_fetch_and_add(&cpu->busy, -1);
}

static __always_inline bool take_scratch(struct cpu_state *cpu)
{
	__sync_fetch_and_add(&cpu->busy, 1);
	if (*(volatile __u64 *)&cpu->busy == 1)
		return true;
	leave_scratch(cpu);
	return false;
}

/* Where this program's losses are counted, which is for no syscall; -1: by the call's number. */
const volatile __s32 traceleft_lost_index = -1;

VERIFIED_APART int lose_to_busy_scratch(void)
{
	return count_loss(LOST_SCRATCH_BUSY,
			  traceleft_lost_index < 0 ? current_syscall_number() : traceleft_lost_index);
}

static __always_inline bool record_open(struct record *record, void *ctx)
{
	struct cpu_state *cpu = this_cpu_state();

	if (!cpu)
		return false;
	count(&cpu->counters.handled);
	/* One that can't be preempted itself may have preempted a handler of 32-bit programs' calls. */
	if (preemptible() ? !take_scratch(cpu) : cpu->busy) {
		lose_to_busy_scratch();
		return false;
	}
	record->ctx = ctx;
	record->cpu = cpu;
	record->event = (struct event_header *)cpu->scratch;
	record->entered = ENTERED_UNKNOWN;
	return true;
}

/* Fills in all of a header but what the registers have, and makes room for what follows it. */
static __always_inline void record_task_header(struct record *record, int args, int captured)
{
	struct event_header *event = record->event;

	event->timestamp = bpf_ktime_get_ns();
	event->magic = EVENT_MAGIC;
	event->args = args;
	event->captured = captured;
	event->cpu = bpf_get_smp_processor_id();
	event->duration = 0;
	event->program_id = traceleft_program_id;
	event->ns_pid = event->ns_tid = event->pid_namespace = 0;
	event->question = traceleft_question;
	record_task(event, record->cpu);
	if (traceleft_namespace_pids)
		add_namespace_pids();
	record->captures = captured;
	record->captured = (struct captured *)((__u64 *)(event + 1) + args);
	record->size = sizeof(*event) + args * sizeof(__u64) + captured * sizeof(struct captured);
}

static __always_inline void record_header(struct record *record, void *ctx, int args, int captured, bool entry)
{
	const struct pt_regs *regs = user_registers(ctx, record->cpu);
	struct event_header *event = record->event;
	__u64 *raw = (__u64 *)(event + 1);

	record_task_header(record, args, captured);
	event->ret = entry ? 0 : returned(ctx);
	event->nr = syscall_number(regs);
	event->flags = EVENT_ABI | (entry ? EVENT_ENTRY : 0);
	if (!entry && stopped_by_seccomp(regs, event->ret)) {
		event->flags |= EVENT_SECCOMP;
		event->ret = -ENOSYS; /* for captures: nothing was filled */
	}
	if (traceleft_durations && !entry)
		record_duration(event);
#pragma unroll
	for (int i = 0; i < 6; i++)
		if (i < args)
			raw[i] = argument(regs, i);
}

/* The arguments once more, where those with a bit in `pairs` are in two registers each, the low half first. */
static __always_inline void record_pairs(struct record *record, void *ctx, int args, __u32 pairs)
{
	const struct pt_regs *regs = user_registers(ctx, record->cpu);
	__u64 *raw = (__u64 *)(record->event + 1);
	int at = 0;

#pragma unroll
	for (int i = 0; i < 6; i++) {
		if (i >= args)
			break;
		raw[i] = argument(regs, at++);
		if (pairs >> i & 1)
			raw[i] |= argument(regs, at++) << 32;
	}
}

static __always_inline void record_call_name(struct event_header *event)
{
	__u32 call = LOST_CALLS_BEGIN + (event->nr & ~X32_BIT);
	const union syscall_name *name = bpf_map_lookup_elem(&call_names, &call);

	if (name)
		record_name(event, name);
	else
		__builtin_memset(event->syscall, 0, sizeof(event->syscall));
}

static __always_inline bool record_begin_call_at(struct record *record, void *ctx, int args, int captured, bool entry)
{
	if (!record_open(record, ctx))
		return false;
	record_header(record, ctx, args, captured, entry);
	record_call_name(record->event);
	return true;
}

/* Arguments and return value as extents, too: bytes or elements, where negative means none. */
static __always_inline __s64 record_argument(const struct record *record, int arg)
{
	return ((const __s64 *)(record->event + 1))[arg];
}

static __always_inline __s64 record_ret(const struct record *record)
{
	return record->event->ret;
}

static __always_inline bool record_failed(const struct record *record)
{
	return record->event->ret < 0;
}

/* The place for the next captured bytes. The mask tells the verifier a bound that the sizes already keep. */
static __always_inline void *record_tail(struct record *record)
{
	return record->cpu->scratch + (record->size & SCRATCH_OFFSET_MASK);
}

/* The ring takes whole words. Behind `end` lie bytes of events built here before, of other processes. */
static __always_inline void clear_padding(struct cpu_state *cpu, __u32 end)
{
	__u64 *word = (__u64 *)(cpu->scratch + (end & (SCRATCH_SIZE - 8)));

	if (end & 7)
		*word &= (1ULL << 8 * (end & 7)) - 1;
}

/* The verifier knows no values from a map. Else it goes on with each size that this capture may have, and with each of
 * the next one's behind that: mount's four took it 25 times as long as none. */
static __always_inline void forget_size(struct record *record)
{
	record->cpu->record_size = record->size;
	record->size = *(volatile __u64 *)&record->cpu->record_size;
}

static __always_inline void record_captured(struct record *record, int index, int arg, __u32 size, __u16 status)
{
	record->captured[index] = (struct captured){ .size = size, .arg = arg, .status = status };
	clear_padding(record->cpu, record->size + size);
	record->size += (size + 7) & ~7U;
	if (index + 1 < record->captures)
		forget_size(record);
}

/* Chosen by the time, whose last digits are as good as random: a program that makes two calls in turns would have only
 * one of them timed if they were counted. Multiplied, since a clock may tick in steps of some ns (Knuth's golden ratio). */
static __always_inline bool is_timed(const struct record *record)
{
	__u64 every = record->cpu->settings.time_every;

	return every && !((record->event->timestamp * 0x9e3779b97f4a7c15ULL >> 32) & (every - 1));
}

/* Adds the time since the event's timestamp to its handler's. Another task's event may have changed the slot since this
 * one was dispatched; that is not worth a lock. */
VERIFIED_APART int add_run_time(void)
{
	struct cpu_state *cpu = this_cpu_state();
	const struct event_header *event = scratch_event();
	struct handler_runs runs = { .handler = traceleft_handler };
	struct handler_time *time;
	__u64 ns;

	if (!cpu || !event)
		return 0;
	ns = bpf_ktime_get_ns() - event->timestamp;
	runs.slot = cpu->slot;
	runs.nr = event->nr;
	runs.entry = event->flags & EVENT_ENTRY;
	time = bpf_map_lookup_elem(&handler_times, &runs);
	if (!time) {
		struct handler_time first = {};

		bpf_map_update_elem(&handler_times, &runs, &first, BPF_NOEXIST);
		time = bpf_map_lookup_elem(&handler_times, &runs);
		if (!time)
			return 0;
	}
	__sync_fetch_and_add(&time->ns, ns);
	__sync_fetch_and_add(&time->runs, 1);
	return 0;
}

/* Gives up the event's room. Returns 0, the value for a handler to return. */
static __always_inline int record_leave(struct record *record)
{
	if (traceleft_handler && is_timed(record))
		add_run_time();
	if (record->entered >= 0)
		release_entered_call(record->entered);
	if (preemptible())
		leave_scratch(record->cpu);
	return 0;
}

/* The index of a call in `lost_calls`, for programs that serve all ABIs. */
static __always_inline __u32 lost_call(const struct event_header *event)
{
	if (traceleft_lost_index >= 0)
		return traceleft_lost_index;
	return event->nr + (!LOST_CALLS_BEGIN && event->flags & EVENT_COMPAT ? ABI_CALLS : 0);
}

VERIFIED_APART int lose_event(__u64 reason)
{
	const struct event_header *event = scratch_event();

	return event ? count_loss(reason, lost_call(event)) : 0;
}

/* Hands the event to the reader, or counts its loss. */
static __always_inline int record_send(struct record *record)
{
	struct cpu_state *cpu = record->cpu;
	__u64 size = record->size, flags = BPF_RB_NO_WAKEUP;
	void *ring;

	/* A wake-up costs more than an event: the reader polls, and a CPU only wakes it when much has gathered. */
	if (traceleft_wake_bytes) {
		cpu->unwoken_bytes += size;
		if (cpu->unwoken_bytes >= traceleft_wake_bytes) {
			cpu->unwoken_bytes = 0;
			flags = BPF_RB_FORCE_WAKEUP;
		}
	}
	cpu->unchecked_bytes += size;
	/* Else Linux 6.1 may see a copy of it compared with the limit, and not what the ring is given. */
	barrier_var(size);
	if (cpu->unchecked_bytes >= traceleft_check_bytes && !within_budget(size))
		lose_event(LOST_OVER_BUDGET);
	else if (size > SCRATCH_SIZE || !(ring = events_ring(record->event->cpu)) ||
		 bpf_ringbuf_output(ring, cpu->scratch, size, flags))
		lose_event(LOST_RING_FULL);
	return record_leave(record);
}

/* Ends an event: it goes to the reader, unless a program stands behind that describes its files, or a question. */
static __always_inline int record_submit(struct record *record)
{
	if (traceleft_late) {
		record->cpu->record_size = record->size;
		record->cpu->record_entered = record->entered;
		bpf_tail_call(record->ctx, &late_question, question_index(record->event->nr));
	}
	return record_send(record);
}

/* The event for which this program was called in place of record_send(). */
static __always_inline bool resume_record(struct record *record, void *ctx)
{
	struct cpu_state *cpu = this_cpu_state();

	if (!cpu)
		return false;
	record->ctx = ctx;
	record->cpu = cpu;
	record->event = (struct event_header *)cpu->scratch;
	record->size = cpu->record_size & (2 * SCRATCH_SIZE - 1); /* for the verifier */
	record->entered = cpu->record_entered;
	return true;
}

#endif
