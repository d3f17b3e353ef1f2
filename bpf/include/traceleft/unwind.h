/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The frames of user space, of the process that runs. Its stack is read, and nothing in it is trusted. */
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
/* Finds the code that an address is in, in the process that runs, or that it is in none with a table. */
static __always_inline bool find_unwind_mapping(struct stack_room *room, __u64 address)
{
	__u32 pid = current_tgid();
	const struct unwind_process *process = bpf_map_lookup_elem(&unwind_processes, &pid);
	const struct unwind_mapping *mapping;

	if (!process)
		return false;
	room->low = 0;
	room->high = process->count;
	for (int i = 0; i < UNWIND_MAPPING_STEPS && room->low < room->high; i++) {
		__u64 middle = (room->low + room->high) / 2 & (UNWIND_MAPPINGS - 1);

		if (process->mappings[middle].begin <= address)
			room->low = middle + 1;
		else
			room->high = middle;
	}
	/* Between two of them is code without a table. */
	room->begin = room->rows = 0;
	room->end = ~0ULL;
	if (room->low < process->count)
		room->end = process->mappings[room->low & (UNWIND_MAPPINGS - 1)].begin;
	if (!room->low)
		return true;
	mapping = &process->mappings[(room->low - 1) & (UNWIND_MAPPINGS - 1)];
	room->begin = mapping->end;
	if (address >= mapping->end)
		return true;
	room->begin = mapping->begin;
	room->end = mapping->end;
	room->base = mapping->base;
	room->first = mapping->first;
	room->rows = mapping->rows;
	return true;
}

/* The row for an address in the process that runs; 0: there is none. */
static __always_inline __u64 unwind_row_of(struct stack_room *room, __u64 address)
{
	__u64 place, *row;
	__u32 at;

	if ((address < room->begin || address >= room->end) && !find_unwind_mapping(room, address))
		return 0;
	place = address - room->base;
	if (place > 0xffffffff)
		return 0;
	room->low = room->first;
	room->high = room->low + room->rows;
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
	if (room->low == room->first)
		return 0;
	at = room->low - 1;
	row = bpf_map_lookup_elem(&unwind_rows, &at);
	return row ? *row : 0;
}

/* A word of the process's stack; 0 where it can't be read. Frames lie beside each other, and a helper costs more than the
 * words: many are read at once. */
static __always_inline __u64 stack_word(struct stack_room *room, __u64 address)
{
	__u64 offset = address - room->words_at;

	if (offset >= sizeof(room->words) || offset % sizeof(__u64)) {
		room->words_at = address;
		offset = 0;
		if (bpf_probe_read_user(room->words, sizeof(room->words), (const void *)address)) {
			room->words_at = 0; /* they end before: the stack's last ones */
			return python_word(address);
		}
	}
	asm volatile("" : "+r"(offset)); /* for the verifier, which has to see the mask */
	return room->words[offset / sizeof(__u64) & (STACK_WORDS - 1)];
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
	row = room->tables ? unwind_row_of(room, room->ip - !room->interrupted) : 0;
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
	room->sp = cfa;
	if (bp_at) /* first, for it has the lower address */
		room->bp = stack_word(room, cfa + bp_at);
	room->ip = stack_word(room, cfa - 8);
	return room->ip;
}

/* Returns the code segment, by which programs of 32 bits are known. */
static __always_inline __u64 unwind_from_user_registers(struct stack_room *room)
{
	const struct pt_regs *regs;

	room->interrupted = 1;

	if (KERNEL_HAS(task_pt_regs)) {
		regs = (const struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
		room->ip = regs->ip;
		room->sp = regs->sp;
		room->bp = regs->bp;
		return regs->cs;
	}
	regs = stacked_registers();
	room->ip = BPF_CORE_READ(regs, ip);
	room->sp = BPF_CORE_READ(regs, sp);
	room->bp = BPF_CORE_READ(regs, bp);
	return BPF_CORE_READ(regs, cs);
}

/* Whether there are tables for the process that runs; else they are asked for. */
static __always_inline bool has_unwind_tables(__u32 pid, __u64 image)
{
	const struct unwind_process *process = bpf_map_lookup_elem(&unwind_processes, &pid);
	__u64 asked = pid;

	if (process)
		return process->count && process->image == image;
	if (!bpf_map_update_elem(&unwind_processes, &pid, (const void *)&unwind_nothing, BPF_NOEXIST) &&
	    bpf_ringbuf_output(&unwind_asked, &asked, sizeof(asked), 0))
		bpf_map_delete_elem(&unwind_processes, &pid);
	return false;
}

/* Takes the frames of user space, of code without tables by frame pointers; false where the kernel is to do so, which is
 * slower. It knows programs of 32 bits, and where a uprobe is before a function has its frame. */
static __always_inline bool unwind_user_frames(struct stack_room *room, __u32 pid)
{
	enum { USER_CS_32 = 0x23 }; /* arch/x86/include/asm/segment.h: __USER32_CS */
	struct stack *stack = &room->stack;
	__u64 image = own_image();

	if (!image)
		return false; /* a thread of the kernel's */
	room->tables = has_unwind_tables(pid, image);
	if (!room->tables && traceleft_backend == BACKEND_UPROBE)
		return false;
	if (unwind_from_user_registers(room) == USER_CS_32)
		return false;
	room->begin = room->end = 0;
	room->words_at = 0;
	stack->frames = 0;
	stack->flags = 0;
	if (!room->ip)
		return true; /* a thread that only ever runs in the kernel, as io_uring's do */
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
