/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The frames of user space by tables, of the process that runs. Its stack is read, and nothing in it is trusted. */
#ifndef TRACELEFT_UNWIND_H
#define TRACELEFT_UNWIND_H

#include "python.h"
#include "registers.h"
#include "stack.h"
#include "unwind_tables.h"

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* the loader makes room */
	__uint(map_flags, BPF_F_MMAPABLE);
	__type(key, __u32);
	__type(value, __u64); /* struct unwind_row, which one load gets */
} unwind_rows SEC(".maps");

/* By process. The loader fills it for those that it is asked for, by a process's number in the ring. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, __u32);
	__type(value, struct unwind_process);
} unwind_processes SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096); /* the loader says how large a page is */
} unwind_asked SEC(".maps");

const volatile struct unwind_process unwind_nothing = {};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct stack_room);
} stack_rooms SEC(".maps");

static __always_inline struct stack_room *own_stack_room(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&stack_rooms, &zero);
}

#if defined(__TARGET_ARCH_x86)
/* The row for an address in the process that runs; 0: there is none. */
VERIFIED_APART __u64 unwind_row_of(__u64 address)
{
	__u32 pid = current_tgid(), at;
	const struct unwind_process *process = bpf_map_lookup_elem(&unwind_processes, &pid);
	struct stack_room *room = own_stack_room();
	const struct unwind_mapping *mapping;
	__u64 place, *row;

	if (!process || !room)
		return 0;
	room->low = 0;
	room->high = process->count;
	for (int i = 0; i < UNWIND_MAPPING_STEPS && room->low < room->high; i++) {
		__u64 middle = (room->low + room->high) / 2 & (UNWIND_MAPPINGS - 1);

		if (process->mappings[middle].begin <= address)
			room->low = middle + 1;
		else
			room->high = middle;
	}
	if (!room->low)
		return 0;
	mapping = &process->mappings[(room->low - 1) & (UNWIND_MAPPINGS - 1)];
	place = address - mapping->base;
	if (address >= mapping->end || place > 0xffffffff)
		return 0;
	room->low = mapping->first;
	room->high = room->low + mapping->rows;
	for (int i = 0; i < UNWIND_ROW_STEPS && room->low < room->high; i++) {
		at = (room->low + room->high) / 2;
		row = bpf_map_lookup_elem(&unwind_rows, &at);
		if (!row)
			return 0;
		if ((__u32)*row <= place)
			room->low = at + 1;
		else
			room->high = at;
	}
	if (room->low == mapping->first)
		return 0;
	at = room->low - 1;
	row = bpf_map_lookup_elem(&unwind_rows, &at);
	return row ? *row : 0;
}

/* Goes on to the caller; 0: it is not known. The stack grows downwards, so that each is behind the last. */
VERIFIED_APART __u64 unwind_step(void)
{
	/* arch/x86/include/uapi/asm/sigcontext.h: struct sigcontext_64, in struct ucontext behind 40 bytes. */
	enum { SIGNAL_BP = 40 + 10 * 8, SIGNAL_SP = 40 + 15 * 8, SIGNAL_IP = 40 + 16 * 8 };
	struct stack_room *room = own_stack_room();
	__u64 row, rule, cfa, bp_at;
	__s64 words;

	if (!room)
		return 0;
	row = unwind_row_of(room->ip - !room->interrupted);
	rule = row >> 56;
	words = (__s64)(row << 16) >> 48;
	bp_at = ((__s64)(row << 8) >> 56) * 8;
	if (rule == UNWIND_END)
		return 0;
	if (rule == UNWIND_SIGNAL) {
		cfa = room->sp;
		room->interrupted = 1;
		room->ip = python_word(cfa + SIGNAL_IP);
		room->bp = python_word(cfa + SIGNAL_BP);
		room->sp = python_word(cfa + SIGNAL_SP);
		return room->ip;
	}
	if (rule == UNWIND_SP) {
		cfa = room->sp + words * 8;
	} else if (rule == UNWIND_BP) {
		cfa = room->bp + words * 8;
	} else if (rule == UNWIND_PLT) {
		cfa = room->sp + ((room->ip & 15) >= words ? 16 : 8);
	} else if (rule == UNWIND_BP_MEMORY) {
		cfa = python_word(room->bp + words * 8);
		bp_at = room->bp - cfa;
	} else {
		cfa = room->bp + 16;
		bp_at = -16;
	}
	if (cfa <= room->sp)
		return 0;
	room->interrupted = 0;
	room->ip = python_word(cfa - 8);
	room->sp = cfa;
	if (bp_at)
		room->bp = python_word(cfa + bp_at);
	return room->ip;
}

static __always_inline void unwind_from_user_registers(struct stack_room *room)
{
	const struct pt_regs *regs;

	if (KERNEL_HAS(task_pt_regs)) {
		regs = (const struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
		room->ip = regs->ip;
		room->sp = regs->sp;
		room->bp = regs->bp;
	} else {
		regs = stacked_registers();
		room->ip = BPF_CORE_READ(regs, ip);
		room->sp = BPF_CORE_READ(regs, sp);
		room->bp = BPF_CORE_READ(regs, bp);
	}
	room->interrupted = 1;
}

/* Whether there are tables for the process that runs; else they are asked for. Threads of the kernel have no memory. */
static __always_inline bool has_unwind_tables(__u32 pid)
{
	const struct unwind_process *process = bpf_map_lookup_elem(&unwind_processes, &pid);
	const struct mm_struct *memory = BPF_CORE_READ(current_task(), mm);
	__u64 asked = pid;

	if (process)
		return process->count && process->image == BPF_CORE_READ(memory, start_stack);
	if (memory && !bpf_map_update_elem(&unwind_processes, &pid, (const void *)&unwind_nothing, BPF_NOEXIST) &&
	    bpf_ringbuf_output(&unwind_asked, &asked, sizeof(asked), 0))
		bpf_map_delete_elem(&unwind_processes, &pid);
	return false;
}

/* Takes the frames of user space; false where there are no tables. */
static __always_inline bool unwind_user_frames(struct stack_room *room, __u32 pid)
{
	struct stack *stack = &room->stack;

	if (!has_unwind_tables(pid))
		return false;
	unwind_from_user_registers(room);
	stack->frames = 0;
	stack->flags = 0;
	for (int i = 0; i < STACK_FRAMES; i++) {
		stack->addresses[i] = room->ip;
		stack->frames = i + 1;
		if (!unwind_step())
			return true;
	}
	stack->flags = STACK_CUT;
	return true;
}
#else
static __always_inline bool unwind_user_frames(struct stack_room *room, __u32 pid)
{
	return false; /* frame pointers are the rule there */
}
#endif

#endif
