/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Counts and sums of calls that a question selects, by the key that it makes. */
#ifndef TRACELEFT_MEASURE_H
#define TRACELEFT_MEASURE_H

#include "question.h"
#include "stacks.h"

/* A number is measured, and not only counted. */
const volatile bool traceleft_measures = false;
/* The word of the key that is the number's bucket: see bucket_of(); 0: none. */
const volatile __u32 traceleft_bucket = 0;

/* There is nothing to tell events apart by, so that `measures` is an array. */
const volatile bool traceleft_keyless = false;

/* The words of the key. */
const volatile __u32 traceleft_key_words = QUESTION_LATE_KEY / sizeof(__u64);

const volatile struct measure no_measure = {};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH); /* or an array, says the loader */
	__uint(max_entries, 1);			/* and how many */
	__uint(key_size, sizeof(__u64));	/* and of what size */
	__uint(value_size, sizeof(struct measure));
} measures SEC(".maps");

/* Log-linear: 32 buckets for each power of two, so that a number differs from its bucket's middle by 1/65 at most. Those
 * below 32 have one each, and negative ones one for all. */
static __always_inline __u64 bucket_of(__s64 number)
{
	__u64 left = number;
	__u32 exponent = 0;

	if (number < 0)
		return MEASURE_NEGATIVE;
	if (number < 32)
		return number;
#pragma unroll
	for (int shift = 32; shift; shift /= 2)
		if (left >> shift) {
			left >>= shift;
			exponent += shift;
		}
	return (exponent - 4) * 32 + (number >> (exponent - 5) & 31);
}

static __always_inline void add_measure(__u64 *key, __u64 number)
{
	struct measure *measure;

	if (traceleft_bucket)
		key[traceleft_bucket] = bucket_of(number);
	measure = bpf_map_lookup_elem(&measures, key);
	if (!measure && !traceleft_keyless) {
		bpf_map_update_elem(&measures, key, (const void *)&no_measure, BPF_NOEXIST);
		measure = bpf_map_lookup_elem(&measures, key);
	}
	if (!measure) {
		struct cpu_state *cpu = this_cpu_state();

		if (cpu)
			count(&cpu->counters.unmeasured);
		return;
	}
	if (traceleft_measures) {
		__s64 signed_number = number;

		if (!measure->count || signed_number < measure->min)
			measure->min = signed_number;
		if (!measure->count || signed_number > measure->max)
			measure->max = signed_number;
		__sync_fetch_and_add(&measure->sum, number);
	}
	count(&measure->count);
}

#endif
