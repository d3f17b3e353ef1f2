/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The times between two events. Where one begins, its time is kept with the key that it makes: by the words of the key, from
 * the first behind its presence word, that tell which two belong together. */
#ifndef TRACELEFT_SPAN_H
#define TRACELEFT_SPAN_H

#include "measure.h"

enum { SPAN_MATCH = 8, SPAN_KEY = QUESTION_LATE_KEY / sizeof(__u64) }; /* words at most */

const volatile __u32 traceleft_span_match = 0;
/* The words of the key where it begins; the next one is its time. */
const volatile __u32 traceleft_span_words = 0;
/* The time is measured by the key that was made where it began. */
const volatile bool traceleft_span_keeps_key = false;

/* What has begun and not ended. What began first is forgotten where there is no room: its end was missed. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1);		 /* the loader says how many */
	__uint(key_size, sizeof(__u64)); /* and of what sizes */
	__uint(value_size, 2 * sizeof(__u64));
} spans SEC(".maps");

static __always_inline void keep_begin(__u64 *key, __u64 time)
{
	if (traceleft_span_words >= SPAN_KEY)
		return;
	key[traceleft_span_words] = time;
	bpf_map_update_elem(&spans, key + 1, key, BPF_ANY);
}

/* The time since the beginning, in ns; negative: it wasn't seen. The key becomes the one to measure by. */
static __always_inline __s64 take_begin(__u64 *key, __u64 time)
{
	__u64 *begun = bpf_map_lookup_elem(&spans, key + 1);
	__s64 ns;

	if (!begun)
		return -1;
	ns = time - begun[traceleft_span_words];
	if (ns < 0)
		ns = 0; /* CPUs' clocks may differ by some ns */
	if (traceleft_span_keeps_key)
		for (int i = 0; i < SPAN_KEY && i < traceleft_span_words; i++)
			key[i] = begun[i];
	bpf_map_delete_elem(&spans, key + 1);
	for (int i = 1; i <= SPAN_MATCH && i <= traceleft_span_match; i++)
		key[i] = 0;
	return ns;
}

#endif
