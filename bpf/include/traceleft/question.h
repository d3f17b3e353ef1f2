/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What surrounds the instructions of a question, which the loader writes and puts in the place of QUESTION_CODE: the event
 * that they are given, and what becomes of their answer. csrc/ask/program.h has their calling convention.
 */
#ifndef TRACELEFT_QUESTION_H
#define TRACELEFT_QUESTION_H

#include "record.h"

/* The parts of an early event that the question needs: QUESTION_NEEDS_*. */
const volatile __u64 traceleft_needs = 0;
/* The program runs when calls are entered, for they never return. */
const volatile bool traceleft_entry = false;

/* An event that is not begun yet. It begins as one in the scratch does. */
struct early_event {
	struct event_header header; /* without the syscall's name */
	__u64 args[6];
};

/* Asks. The answer is 0 or 1. */
static __always_inline __u64 ask(const void *event, struct question_room *room)
{
	__u64 answer;

	asm volatile("r1 = %[event]\n\t"
		     "r2 = %[room]\n\t"
		     "r0 = %[code]\n\t"
		     "%[answer] = r0"
		     : [answer] "=r"(answer)
		     : [event] "r"(event), [room] "r"(room), [code] "i"(QUESTION_CODE)
		     : "r0", "r1", "r2", "r3", "r4", "r5", "memory");
	return answer;
}

static __always_inline bool needed(__u64 needs)
{
	return traceleft_needs & needs;
}

/* A call's argument, without a copy of all registers: a task that preempts this one would overwrite that. */
static __always_inline __u64 early_argument(const struct pt_regs *regs, int n)
{
	return registers_loadable() ? argument(regs, n) : copied_argument(regs, n);
}

static __always_inline void fill_duration(struct event_header *event)
{
	__u64 task = (__u64)current_task();
	__u64 *entered = bpf_map_lookup_elem(&entry_times, &task);

	if (!entered)
		return;
	event->duration = bpf_ktime_get_ns() - *entered;
	event->flags |= EVENT_DURATION;
}

/* Fills the parts of an early event's header that are needed, of the time and the task. */
static __always_inline void fill_early_task(struct event_header *event)
{
	if (needed(QUESTION_NEEDS_TIMESTAMP))
		event->timestamp = bpf_ktime_get_ns();
	if (KERNEL_HAS(get_current_task_btf)) {
		if (needed(QUESTION_NEEDS_IDS | QUESTION_NEEDS_COMM | QUESTION_NEEDS_NAMESPACE))
			record_task_name(event, current_task_btf());
	} else if (needed(QUESTION_NEEDS_IDS | QUESTION_NEEDS_COMM | QUESTION_NEEDS_NAMESPACE)) {
		copy_task_name(event);
	}
	if (needed(QUESTION_NEEDS_OWNER))
		record_owner(event);
	if (needed(QUESTION_NEEDS_NAMESPACE))
		record_namespace_pids(event);
}

/* Fills the parts of an early event that are needed; the handler that may follow fills its own. */
static __always_inline void fill_early_event(struct early_event *early, void *ctx)
{
	const struct pt_regs *regs = call_registers(ctx);
	struct event_header *event = &early->header;

	event->nr = own_number(registers_loadable() ? syscall_number(regs) : copied_syscall_number(regs));
	event->flags = EVENT_ABI | (traceleft_entry ? EVENT_ENTRY : 0);
	event->cpu = bpf_get_smp_processor_id();
	event->program_id = traceleft_program_id;
	/* A function of entries has no such argument. */
	if (needed(QUESTION_NEEDS_RET) && !traceleft_entry) {
		event->ret = returned(ctx);
		if (registers_loadable() && stopped_by_seccomp(regs, event->ret))
			event->flags |= EVENT_SECCOMP;
	}
	fill_early_task(event);
	if (needed(QUESTION_NEEDS_DURATION))
		fill_duration(event);
#pragma unroll
	for (int i = 0; i < 6; i++)
		if (needed(QUESTION_NEEDS_ARGUMENT << i))
			early->args[i] = early_argument(regs, i);
}

static __always_inline __u64 question_memory_here(__u16 status)
{
	return status == CAPTURED_OK	      ? QUESTION_MEMORY_ALL
	       : status == CAPTURED_TRUNCATED ? QUESTION_MEMORY_CUT
					      : QUESTION_MEMORY_NONE;
}

/* Notes where the memory of each argument lies in the event. The loop is unrolled, for which it has no early end: Linux
 * 6.1 takes none that clang makes of this one. */
static __always_inline void find_memories(const struct record *record)
{
	struct question_memory *memory = record->cpu->question_memory;
	const struct event_header *event = record->event;
	__u32 captured = event->captured;
	__u32 at = sizeof(*event) + event->args * sizeof(__u64);
	__u32 offset = at + captured * sizeof(struct captured);

#pragma unroll
	for (int i = 0; i < 2 * QUESTION_MEMORIES; i++)
		memory[i].here = QUESTION_MEMORY_NONE;
#pragma unroll
	for (int i = 0; i < QUESTION_CAPTURED; i++) {
		struct question_memory *found = memory;
		const struct captured *each;

		if (i < captured) {
			each = (const void *)(record->cpu->scratch + (at & SCRATCH_OFFSET_MASK));
			if (each->arg & CAPTURED_PASSED) {
				found += QUESTION_MEMORIES;
				/* A branch: of a sum of bits Linux 6.1 forgets the bound. */
				asm volatile("" : "+r"(found));
			}
			found += each->arg & (QUESTION_MEMORIES - 1);
			found->offset = offset & SCRATCH_OFFSET_MASK;
			found->size = each->size;
			found->here = question_memory_here(each->status & ~CAPTURED_LATE);
			at += sizeof(*each);
			offset += (each->size + 7) & ~7U;
		}
	}
}

#endif
