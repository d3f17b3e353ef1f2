/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Stacks as parts of a measure's key: each is kept once, and the key has its number. */
#ifndef TRACELEFT_STACKS_H
#define TRACELEFT_STACKS_H

#include "maps.h"
#include "python.h"
#include "stack.h"
#include "unwind.h"

/* The words of the key that are the stacks' numbers; 0: it has none. */
const volatile __u32 traceleft_user_stack = 0;
const volatile __u32 traceleft_kernel_stack = 0;

/* The hook is a sampler, and the program's type is that of perf's events. */
const volatile bool traceleft_sampler = false;

/* Not a BPF_MAP_TYPE_STACK_TRACE: that drops a stack whose hash another's begins like. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader says how many */
	__type(key, __u64);
	__type(value, struct stack);
} stacks SEC(".maps");

static __always_inline __u64 mixed(__u64 hash, __u64 word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL; /* Knuth's golden ratio */
	return hash ^ hash >> 32;
}

/* Its number, by its process and its frames; 64 bits that no two of them will share. */
static __always_inline __u64 number_of(const struct stack *stack)
{
	__u64 hash = stack->pid;

	for (int i = 0; i < STACK_FRAMES && i < stack->frames; i++)
		hash = mixed(hash, stack->addresses[i]);
	for (int i = 0; i < PYTHON_FRAMES && i < stack->python; i++)
		hash = mixed(hash, stack->codes[i]);
	return hash > STACK_LOST ? hash : STACK_LOST + 1;
}

static __always_inline __u64 keep_stack(struct stack *stack)
{
	__u64 number = number_of(stack);

	if (bpf_map_lookup_elem(&stacks, &number))
		return number;
	stack->seen = bpf_ktime_get_ns();
	if (!bpf_map_update_elem(&stacks, &number, stack, BPF_NOEXIST))
		return number;
	return bpf_map_lookup_elem(&stacks, &number) ? number : STACK_LOST;
}

/* By frame pointers. */
static __always_inline void take_frames(void *ctx, struct stack *stack, __u64 flags)
{
	__s64 bytes = bpf_get_stack(ctx, stack->addresses, sizeof(stack->addresses), flags);

	stack->frames = bytes > 0 ? bytes / sizeof(__u64) : 0;
	stack->flags = stack->frames == STACK_FRAMES ? STACK_CUT : 0;
}

static __always_inline __u64 take_stack(void *ctx, struct stack_room *room, bool user)
{
	struct stack *stack = &room->stack;

	stack->pid = user ? current_tgid() : 0;
	if (!user || !unwind_user_frames(room, stack->pid))
		take_frames(ctx, stack, user ? BPF_F_USER_STACK : 0);
	if (traceleft_sampler)
		stack->flags |= STACK_SAMPLED;
	stack->python = 0;
	if (user)
		take_python_frames(stack);
	return stack->frames || stack->python ? keep_stack(stack) : STACK_NONE;
}

/* The number of a stack as it is now. A program that interrupts this one here finds its room taken. Not inline, for its
 * variables would not fit on the stack beside a question's. */
static __attribute__((noinline)) __u64 stack_now(void *ctx, bool user)
{
	struct stack_room *room = own_stack_room();
	__u64 number = STACK_LOST;

	if (!room)
		return number;
	__sync_fetch_and_add(&room->busy, 1);
	if (*(volatile __u64 *)&room->busy == 1)
		number = take_stack(ctx, room, user);
	__sync_fetch_and_add(&room->busy, -1);
	return number;
}

/* Takes the stacks that the key has a place for. */
static __always_inline void take_stacks(void *ctx, __u64 *key)
{
	if (traceleft_user_stack)
		key[traceleft_user_stack] = stack_now(ctx, true);
	if (traceleft_kernel_stack)
		key[traceleft_kernel_stack] = stack_now(ctx, false);
}

#endif
