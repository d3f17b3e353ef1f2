/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The limits beside a question: by chance, by time, and by key. */
#ifndef TRACELEFT_WANTED_H
#define TRACELEFT_WANTED_H

#include "first.h"
#include "rate_limit.h"

/* One of so many calls is asked about, by chance; 0: all are. */
const volatile __u32 traceleft_sample = 0;

static __always_inline bool is_sampled(void)
{
	return !traceleft_sample || bpf_get_prandom_u32() % traceleft_sample == 0;
}

/* Whether one more event may be made of a call for which the question holds. */
static __always_inline bool is_wanted(const __u64 *key)
{
	return first_left(key) && within_rate() && take_first(key);
}

#endif
