/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The arguments of a function or a USDT probe of user space, out of the registers that a uprobe gives. */
#ifndef TRACELEFT_OPERANDS_H
#define TRACELEFT_OPERANDS_H

#include "kernel.h"
#include "maps.h"

/* By place and argument. A function has one place; so have USDT probes whose places all have the same operands. */
const volatile struct source_operand traceleft_operands[PROBE_PLACES][FUNCTION_ARGUMENTS] = {};
/* The places' addresses, PROBE_PAGE_MASK of them, where there are more. */
const volatile __u16 traceleft_places[PROBE_PLACES] = {};
const volatile __u32 traceleft_place_count = 1;

static __always_inline __u64 user_register(void *ctx, __u16 word)
{
	__u64 value = 0;

	if (word != OPERAND_NO_REGISTER)
		bpf_probe_read_kernel(&value, sizeof(value), ctx + (word & 63) * sizeof(value));
	return value;
}

/* The place where the program is: where a file is mapped its addresses keep their parts within a page. */
static __always_inline __u32 probe_place(void *ctx)
{
	__u16 address;

	if (traceleft_place_count == 1)
		return 0;
	address = user_register(ctx, SAMPLE_IP) & PROBE_PAGE_MASK;
	for (int i = 0; i < PROBE_PLACES && i < traceleft_place_count; i++)
		if (traceleft_places[i] == address)
			return i;
	return 0;
}

/* As a number of 64 bits; 0 where memory can't be read. */
static __always_inline __u64 operand_value(void *ctx, const volatile struct source_operand *operand)
{
	__u64 value = operand->number;
	__u32 unused = 64 - 8 * operand->size, size = operand->size;

	if (operand->from == OPERAND_CONSTANT)
		return value;
	value += user_register(ctx, operand->base);
	if (operand->from == OPERAND_MEMORY) {
		const void *from = (const void *)(value + (user_register(ctx, operand->index) << (operand->shift & 3)));

		value = 0;
		if (size > sizeof(value))
			size = sizeof(value);
		bpf_probe_read_user(&value, size, from);
	}
	value <<= unused & 63;
	return operand->is_signed ? (__u64)((__s64)value >> (unused & 63)) : value >> (unused & 63);
}

static __always_inline void read_operands(void *ctx, __u64 *values, __u32 count)
{
	__u32 place = probe_place(ctx) & (PROBE_PLACES - 1);

	for (int i = 0; i < FUNCTION_ARGUMENTS && i < count; i++)
		values[i] = operand_value(ctx, &traceleft_operands[place][i]);
}

#endif
