/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Stacks of events: each is kept once, and the event has its number. */
#ifndef TRACELEFT_EVENT_STACKS_H
#define TRACELEFT_EVENT_STACKS_H

#include "record.h"
#include "stacks.h"

/* Which of them an event has. */
const volatile bool traceleft_event_user_stack = false;
const volatile bool traceleft_event_kernel_stack = false;

enum { EVENT_STACKS = 2 };

static __always_inline void record_stack(struct record *record, __u64 number, __u16 place)
{
	struct described *described;
	__u32 at = record->size;

	asm volatile("" : "+r"(at));
	if (number == STACK_NONE || at > SCRATCH_OFFSET_MASK - EVENT_STACKS * sizeof(*described))
		return;
	described = (struct described *)(record->cpu->scratch + at);
	described->object = number;
	described->version = 0;
	described->place = place;
	described->status = number == STACK_LOST ? DESCRIBED_UNTOLD : DESCRIBED_OK;
	record->size = at + sizeof(*described);
	record->event->flags |= EVENT_OBJECTS;
}

/* Adds the stacks as they are now to an event that is complete but for them. */
static __always_inline void record_stacks(struct record *record, void *ctx)
{
	if (traceleft_event_user_stack)
		record_stack(record, stack_now(ctx, true), DESCRIBED_USER_STACK);
	if (traceleft_event_kernel_stack)
		record_stack(record, stack_now(ctx, false), DESCRIBED_KERNEL_STACK);
}

#endif
