/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The programs of one kernel tracepoint, of one sampler (a timer or a counter of perf's), or of functions of the kernel.
 * Each is loaded once for each of them, with the fields of its record: that of a tracepoint is as its format in tracefs
 * says, and the context of a program of this type begins with it; that of a sampler is struct sample_record; that of a
 * function has its arguments and its result, and is in function.h.
 */
#include <traceleft/event_stacks.h>
#include <traceleft/function.h>
#include <traceleft/measure.h>
#include <traceleft/processes.h>
#include <traceleft/span.h>
#include <traceleft/wanted.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* Those among the fields that are captured memory. */
const volatile __u32 traceleft_captured_count = 0;
/* Bytes of the record up to the end of its last field. */
const volatile __u32 traceleft_record_size = 8;
/* event_header.nr, and the source's name: SUBSYSTEM:EVENT. */
const volatile __s32 traceleft_source = SOURCE_NUMBERS;
const volatile union syscall_name traceleft_source_name = {};

/* By slot, as those of a syscall. */
HANDLER_MAP(source_progs);

/* At the tracepoint, of perf's event on each CPU, or at one side of functions. It runs for the process that the CPU was busy with, also where an interrupt brought it here. */
SEC("tracepoint") int trace_source(void *ctx)
{
	return dispatch_process(ctx, &source_progs);
}

/* A member of a socket whose address the record has; source_field.at says which. */
static __always_inline __u64 tcp_member(__u64 address, __u16 which)
{
	const struct tcp_sock *tcp = KERNEL_POINTER(tcp_sock, address);

	if (!bpf_core_type_exists(struct tcp_sock) ||
	    BPF_CORE_READ((const struct sock *)tcp, sk_protocol) != PROTOCOL_TCP)
		return 0;
	if (which == SOURCE_TCP_BYTES_ACKED)
		return BPF_CORE_READ(tcp, bytes_acked);
	if (which == SOURCE_TCP_BYTES_RECEIVED)
		return BPF_CORE_READ(tcp, bytes_received);
	return BPF_CORE_READ(tcp, total_retrans);
}

/* The field's bits, out of a copy of the record; of captured memory where it lies. */
static __always_inline __u64 source_bits(const __u8 *copy, const volatile struct source_field *field)
{
	const __u8 *at = copy + (field->offset & (SOURCE_RECORD - 1));

	if (field->form != SOURCE_NUMBER && field->at == SOURCE_HERE)
		return field->offset;
	if (field->at >= SOURCE_TCP_BYTES_ACKED)
		return tcp_member(*(const __u64 *)at, field->at);
	switch (field->size) {
	case 1:
		return *at;
	case 2:
		return *(const __u16 *)at;
	case 4:
		return *(const __u32 *)at;
	default:
		return *(const __u64 *)at;
	}
}

/* Captures the memory of one field. */
static __always_inline void record_field(struct record *record, void *ctx, const volatile struct source_field *field,
					 int index, int arg, __u32 bits)
{
	__u64 offset = field->offset, length = field->size, limit = field->limit;
	__u16 status = CAPTURED_OK;
	__s64 read;

	if (field->at != SOURCE_HERE) {
		offset = bits & 0xffff;
		length = bits >> 16;
		if (field->at == SOURCE_REL_LOC)
			offset += field->offset + field->size;
	}
	if (length > limit) {
		length = limit;
		status = CAPTURED_TRUNCATED;
	}
	asm volatile("" : "+r"(length));
	length &= 2 * EVENT_PATH_LIMIT - 1; /* for the verifier */
	if (field->form == SOURCE_TEXT) {
		read = bpf_probe_read_kernel_str(record_tail(record), length, ctx + offset);
		if (read > 0)
			length = read - 1;
		asm volatile("" : "+r"(length));
		length &= 2 * EVENT_PATH_LIMIT - 1;
	} else {
		read = bpf_probe_read_kernel(record_tail(record), length, ctx + offset);
	}
	if (read < 0) {
		length = 0;
		status = CAPTURED_FAULT;
	}
	record_captured(record, index, arg, length, status);
}

static __always_inline int decline(struct record *record)
{
	count(&record->cpu->counters.declined);
	return record_leave(record);
}

static __always_inline void fill_sample(struct sample_record *sample, const struct sample_context *ctx)
{
	sample->ip = ctx->registers[SAMPLE_IP];
	sample->address = ctx->address;
	sample->period = ctx->period;
	sample->user = (ctx->registers[SAMPLE_MODE] & SAMPLE_USER_MASK) == SAMPLE_USER;
}

/* Of one of several functions only its number is known here; their events are sent nowhere. */
static __always_inline bool name_source(struct event_header *event, void *ctx, bool sent)
{
	const struct function_name *function;
	__u32 number;

	event->nr = traceleft_source;
	if (sent) {
#pragma unroll
		for (int i = 0; i < EVENT_SYSCALL_LEN / 8; i++)
			((__u64 *)event->syscall)[i] = traceleft_source_name.words[i];
	}
	if (!traceleft_many)
		return true;
	number = function_number(ctx);
	function = bpf_map_lookup_elem(&functions, &number);
	if (!function)
		return false;
	event->nr = function->nr;
	return true;
}

/* Puts the fields of a record into the event; false where they can't be read. */
static __always_inline bool record_fields(struct record *record, void *ctx)
{
	__u64 *raw = (__u64 *)(record->event + 1);
	__u8 *copy = record->cpu->scratch + SCRATCH_UNSENT;
	int captured = 0;

	if (traceleft_hook == SOURCE_SAMPLER)
		fill_sample((struct sample_record *)copy, ctx);
	else if (bpf_probe_read_kernel(copy, traceleft_record_size & (2 * SOURCE_RECORD - 1), ctx))
		return false;
	for (int i = 0; i < SOURCE_FIELDS && i < traceleft_field_count; i++) {
		raw[i] = source_bits(copy, &traceleft_fields[i]);
		if (traceleft_fields[i].form != SOURCE_NUMBER)
			record_field(record, ctx, &traceleft_fields[i], captured++, i, raw[i]);
	}
	return true;
}

enum { SOURCE_NEEDS_TASK = QUESTION_NEEDS_IDS | QUESTION_NEEDS_COMM | QUESTION_NEEDS_OWNER | QUESTION_NEEDS_NAMESPACE };

/* As record_task_header(), of an event that is sent nowhere: only what is needed is filled. A pair's time is the end of its
 * duration. */
static __always_inline void measure_task_header(struct record *record, __u64 needs)
{
	struct event_header *event = record->event;

	event->args = traceleft_field_count;
	event->captured = traceleft_captured_count;
	event->cpu = bpf_get_smp_processor_id();
	event->duration = event->program_id = 0;
	if (needs & QUESTION_NEEDS_TIMESTAMP || traceleft_hook == SOURCE_PAIR)
		event->timestamp = bpf_ktime_get_ns();
	if (needs & SOURCE_NEEDS_TASK)
		record_task(event, record->cpu);
	if (needs & QUESTION_NEEDS_NAMESPACE)
		add_namespace_pids();
	record->captured = (struct captured *)((__u64 *)(event + 1) + traceleft_field_count);
	record->size = sizeof(*event) + traceleft_field_count * sizeof(__u64) +
		       traceleft_captured_count * sizeof(struct captured);
}

/* Makes an event; false where it can't be. `needs`: the parts of its header, QUESTION_NEEDS_*, of one that is measured; of
 * one that is sent all. */
static __always_inline bool record_source_event(struct record *record, void *ctx, bool sent, __u64 needs)
{
	bool recorded;

	if (traceleft_hook == SOURCE_PAIR ? !open_returned(record, ctx) : !record_open(record, ctx))
		return false;
	if (sent)
		record_task_header(record, traceleft_field_count, traceleft_captured_count);
	else
		measure_task_header(record, needs);
	record->event->flags = EVENT_SOURCE;
	record->event->ret = 0;
	recorded = name_source(record->event, ctx, sent);
	if (traceleft_hook >= SOURCE_ENTRY)
		record_function(record, ctx);
	else
		recorded = recorded && record_fields(record, ctx);
	if (!recorded)
		decline(record);
	return recorded;
}

static __always_inline __u64 ask_record(struct record *record, struct question_room *room)
{
	find_memories(record);
	room->key = record->cpu->question_key;
	room->memory = record->cpu->question_memory;
	return ask(record->event, room);
}

/* In a slot of a function's entry. */
SEC("tracepoint") int enter_source(void *ctx)
{
	return keep_call(ctx);
}

static __always_inline int record_wanted(void *ctx, bool with_stacks)
{
	struct question_room room = {};
	struct record record;

	if (!is_sampled() || !record_source_event(&record, ctx, true, 0))
		return 0;
	if (!ask_record(&record, &room) || !is_wanted(room.key))
		return decline(&record);
	if (with_stacks)
		record_stacks(&record, ctx);
	return record_send(&record);
}

/* In a slot. */
SEC("tracepoint") int record_source(void *ctx)
{
	return record_wanted(ctx, false);
}

/* By itself: the kernel verifies what takes stacks also where none is taken. */
SEC("tracepoint") int record_source_with_stacks(void *ctx)
{
	return record_wanted(ctx, true);
}

/* In a slot, in place of that. */
SEC("tracepoint") int measure_source(void *ctx)
{
	struct question_room room = {};
	struct record record;

	if (!record_source_event(&record, ctx, false, traceleft_needs))
		return 0;
	record.cpu->question_key[0] = 0; /* where there is nothing to tell events apart by */
	if (ask_record(&record, &room)) {
		take_stacks(ctx, record.cpu->question_key);
		add_measure(record.cpu->question_key, room.numbers[0]);
	}
	return decline(&record);
}

/* The same of a tracepoint, where nothing but numbers of its record is asked for, which the instructions load from the
 * context: no event is begun. */
SEC("tracepoint") int measure_source_early(void *ctx)
{
	__u64 key[QUESTION_EARLY_KEY / sizeof(__u64)], words = traceleft_key_words;
	struct question_room room;
	struct event_header event;

#pragma unroll
	for (int i = 0; i < QUESTION_EARLY_KEY / sizeof(__u64); i++)
		if (i < words)
			key[i] = 0;
	room.key = key;
	room.context = ctx;
	room.numbers[0] = 0;
	event.nr = traceleft_source;
	event.flags = EVENT_SOURCE;
	event.cpu = bpf_get_smp_processor_id();
	event.program_id = 0;
	fill_early_task(&event);
	if (ask(&event, &room))
		add_measure(key, room.numbers[0]);
	return 0;
}

/* In a slot, where a time begins that is measured. */
SEC("tracepoint") int begin_span(void *ctx)
{
	struct question_room room = {};
	struct record record;

	if (!record_source_event(&record, ctx, false, traceleft_needs | QUESTION_NEEDS_TIMESTAMP))
		return 0;
	record.cpu->question_key[0] = 0;
	if (ask_record(&record, &room)) {
		take_stacks(ctx, record.cpu->question_key);
		keep_begin(record.cpu->question_key, record.event->timestamp);
	}
	return decline(&record);
}

/* In a slot, where it ends. */
SEC("tracepoint") int end_span(void *ctx)
{
	struct question_room room = {};
	struct record record;
	__s64 ns;

	if (!record_source_event(&record, ctx, false, traceleft_needs | QUESTION_NEEDS_TIMESTAMP))
		return 0;
	record.cpu->question_key[0] = 0;
	if (ask_record(&record, &room)) {
		ns = take_begin(record.cpu->question_key, record.event->timestamp);
		if (ns >= 0) {
			take_stacks(ctx, record.cpu->question_key);
			add_measure(record.cpu->question_key, ns);
		}
	}
	return decline(&record);
}
