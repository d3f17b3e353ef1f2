/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The programs around questions. Each is loaded for one question, with its instructions in it; count_call asks none. */
#include <traceleft/calls.h>
#include <traceleft/event_stacks.h>
#include <traceleft/measure.h>
#include <traceleft/wanted.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* The handlers: see question_index(). */
struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, ABI_CALLS);
	__uint(key_size, sizeof(__u32));
	__uint(value_size, sizeof(__u32));
} question_handlers SEC(".maps");

/* Something was kept at the call's entry. */
const volatile bool traceleft_entered = false;
/* The call's entry time was taken. */
const volatile bool traceleft_entry_timed = false;
/* The program behind it takes the call's entry time, which is wanted whatever the answer is. */
const volatile bool traceleft_takes_time = false;
/* In a slot, in place of the handler that it calls if the answer is yes. At a call's entry it stands before the program that
 * keeps memory for the handler: what it takes for a no may have become a yes when the call returns, as another name of the
 * task does. Then the handler reads the memory late. */
SEC("kretprobe") int question_early(void *ctx)
{
	__u64 key[QUESTION_EARLY_KEY / sizeof(__u64)];
	struct early_event event;
	struct question_room room = { .key = key };

	if (is_sampled()) {
		if (traceleft_first)
			__builtin_memset(key, 0, sizeof(key)); /* for the verifier: a map's key is all initialised */
		fill_early_event(&event, ctx);
		if (ask(&event, &room) && is_wanted(key))
			bpf_tail_call(ctx, &question_handlers, question_index(event.header.nr));
	}
	if (traceleft_takes_time)
		keep_entry_time();
	if (traceleft_entered)
		forget_entered_call();
	if (traceleft_entry_timed)
		forget_entry_time();
	return 0;
}

static __always_inline int decide_late(void *ctx, bool with_stacks)
{
	struct question_room room = {};
	struct record record;

	if (!resume_record(&record, ctx))
		return 0;
	find_memories(&record);
	room.key = record.cpu->question_key;
	room.memory = record.cpu->question_memory;
	if (ask(record.event, &room) && is_wanted(room.key)) {
		if (with_stacks)
			record_stacks(&record, ctx);
		return record_send(&record);
	}
	count(&record.cpu->counters.declined);
	return record_leave(&record);
}

/* Handlers call it in place of handing their event over. */
SEC("kretprobe") int question_late(void *ctx)
{
	return decide_late(ctx, false);
}

/* By itself: the kernel verifies what takes stacks also where none is taken. */
SEC("kretprobe") int question_late_with_stacks(void *ctx)
{
	return decide_late(ctx, true);
}

/* In a slot, in place of a handler. */
SEC("kretprobe") int measure_early(void *ctx)
{
	__u64 key[QUESTION_EARLY_KEY / sizeof(__u64)] = {};
	struct early_event event;
	struct question_room room = { .key = key };

	fill_early_event(&event, ctx);
	if (ask(&event, &room))
		add_measure(key, room.numbers[0]);
	return 0;
}

/* As question_late. */
SEC("kretprobe") int measure_late(void *ctx)
{
	struct question_room room = {};
	struct record record;

	if (!resume_record(&record, ctx))
		return 0;
	find_memories(&record);
	room.key = record.cpu->question_key;
	room.key[0] = 0; /* where there is nothing to tell events apart by */
	room.memory = record.cpu->question_memory;
	if (ask(record.event, &room)) {
		take_stacks(ctx, room.key);
		add_measure(room.key, room.numbers[0]);
	}
	count(&record.cpu->counters.declined);
	return record_leave(&record);
}

/* In a slot, before the handler of the call if it has one. */
SEC("kretprobe") int count_call(void *ctx)
{
	struct call_key key = {};
	__u32 nr = fill_call_key(&key, ctx);
	__u64 ns = fill_call_bucket(&key);

	add_call(&key, ns);
	if (traceleft_call_handled)
		bpf_tail_call(ctx, &question_handlers, question_index(nr));
	if (traceleft_durations && !traceleft_entry)
		forget_entry_time();
	return 0;
}
