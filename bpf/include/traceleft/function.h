/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Functions of the kernel and of user space, and USDT probes, as sources: what their hooks give, and what an entry keeps
 * until the function returns. */
#ifndef TRACELEFT_FUNCTION_H
#define TRACELEFT_FUNCTION_H

#include "operands.h"
#include "record.h"

/* Of a function, or of what else is a source: SOURCE_* of enum source_hook. */
const volatile __u32 traceleft_hook = SOURCE_TRACEPOINT;
const volatile struct source_field traceleft_fields[SOURCE_FIELDS] = {};
const volatile __u32 traceleft_field_count = 0;
/* The arguments in the record, and the result behind them: its bytes, 0 where there is none. */
const volatile __u32 traceleft_arguments = 0;
const volatile __u32 traceleft_result_size = 0;
const volatile bool traceleft_result_signed = false;
/* Bytes of a struct kept_call that are kept: the size of the map's values. */
const volatile __u32 traceleft_kept_size = sizeof(__u64);
/* The function's number in the keys; or the program is at several, and each has its number as its cookie. */
const volatile __u32 traceleft_function = 0;
const volatile bool traceleft_many = false;

/* The calls that were entered and have not returned. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader says how many */
	__uint(key_size, sizeof(struct kept_key));
	__uint(value_size, sizeof(__u64)); /* and of what size */
} kept_calls SEC(".maps");

/* The functions that a program is at, by their numbers. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct function_name);
} functions SEC(".maps");

/* Room beside the event: the record, and what is kept. */
static __always_inline __u64 *function_record(struct cpu_state *cpu)
{
	return (__u64 *)(cpu->scratch + SCRATCH_UNSENT);
}
static __always_inline struct kept_call *kept_room(struct cpu_state *cpu)
{
	return (struct kept_call *)(cpu->scratch + SCRATCH_UNSENT + SOURCE_RECORD);
}

static __always_inline __u64 function_number(void *ctx)
{
	return traceleft_many ? bpf_get_attach_cookie(ctx) : traceleft_function;
}

/* Programs at entry and return of one call are given one context by the same trampoline. The difference of pointers is
 * a number, which a key may have. */
static __always_inline __u64 call_frame(void *ctx, bool has_returned)
{
	__u64 frame = (__u64)ctx;

	if (traceleft_backend != BACKEND_FENTRY)
		return function_frame(ctx, has_returned);
	asm volatile("%[frame] -= %[base]" : [frame] "+r"(frame) : [base] "r"(&traceleft_hook));
	return frame;
}

/* Threads of different processes have their stacks at the same addresses. */
static __always_inline struct kept_key kept_key(void *ctx, bool has_returned)
{
	struct kept_key key = { .frame = call_frame(ctx, has_returned), .function = function_number(ctx) };

	if (traceleft_backend == BACKEND_UPROBE)
		key.function |= bpf_get_current_pid_tgid() << 32;
	return key;
}

static __always_inline void read_arguments(struct cpu_state *cpu, void *ctx)
{
	__u64 *record = function_record(cpu);

	if (traceleft_backend == BACKEND_UPROBE) {
		read_operands(ctx, record, traceleft_arguments);
		return;
	}
	if (traceleft_backend == BACKEND_FENTRY) {
		bpf_probe_read_kernel(record, (traceleft_arguments & 15) * sizeof(__u64), ctx);
		return;
	}
	bpf_probe_read_kernel(cpu->registers, bpf_core_type_size(struct pt_regs), ctx);
#pragma unroll
	for (int i = 0; i < FUNCTION_ARGUMENTS; i++)
		if (i < traceleft_arguments)
			record[i] = function_argument((const struct pt_regs *)cpu->registers, i);
}

/* Puts it into the record, and returns it as a number of 64 bits. */
static __always_inline __s64 read_result(struct cpu_state *cpu, void *ctx)
{
	__u64 *record = function_record(cpu) + (traceleft_arguments & 15), result = 0;
	__u32 unused = 64 - 8 * traceleft_result_size;

	if (!traceleft_result_size)
		return 0;
	if (traceleft_backend == BACKEND_FENTRY)
		bpf_probe_read_kernel(&result, sizeof(result), ctx + (traceleft_arguments & 15) * sizeof(__u64));
	else
		result = PT_REGS_RC_CORE((struct pt_regs *)ctx);
	*record = result;
	result <<= unused & 63;
	return traceleft_result_signed ? (__s64)result >> (unused & 63) : (__s64)(result >> (unused & 63));
}

/* Where a pointer on the way can't be followed, it and all behind it are 0. */
static __always_inline __u64 member_address(__u64 address, const volatile struct source_field *field)
{
	__u32 last = field->steps - 1;

	for (int i = 0; i < SOURCE_STEPS - 1 && i < last; i++)
		bpf_probe_read_kernel(&address, sizeof(address), (const void *)(address + field->step[i]));
	return address + field->step[last & (SOURCE_STEPS - 1)];
}

static __always_inline void keep_text(struct kept_text *text, const volatile struct source_field *field, __u64 address)
{
	const void *from = (const void *)address;
	__u32 size = field->size;
	__s64 read;

	if (size > KEPT_TEXT_SIZE)
		size = KEPT_TEXT_SIZE;
	if (field->form == SOURCE_TEXT) {
		read = traceleft_backend == BACKEND_UPROBE ? bpf_probe_read_user_str(text->bytes, size, from)
							   : bpf_probe_read_kernel_str(text->bytes, size, from);
		text->size = read > 0 ? read - 1 : 0;
		text->status = read == KEPT_TEXT_SIZE ? CAPTURED_TRUNCATED : CAPTURED_OK;
	} else {
		read = bpf_probe_read_kernel(text->bytes, size, from);
		text->size = size;
		text->status = size < field->size ? CAPTURED_TRUNCATED : CAPTURED_OK;
	}
	if (read < 0) {
		text->size = 0;
		text->status = CAPTURED_FAULT;
	}
}

/* Keeps the fields of a function that is entered; or those of its result, when it has returned. */
static __always_inline void keep_fields(struct cpu_state *cpu, bool has_returned)
{
	struct kept_call *call = kept_room(cpu);
	const __u64 *record = function_record(cpu);
	int texts = 0;

	for (int i = 0; i < SOURCE_FIELDS && i < traceleft_field_count; i++) {
		const volatile struct source_field *field = &traceleft_fields[i];
		struct kept_text *text = &call->texts[texts & (KEPT_TEXTS - 1)];
		__u64 bits = record[field->offset / sizeof(__u64) & 15];

		if (field->form != SOURCE_NUMBER)
			texts++;
		if (field->of_result != has_returned) {
			/* Of a page of user space that was not there yet: the function has read it meanwhile. */
			if (traceleft_backend == BACKEND_UPROBE && has_returned && field->form == SOURCE_TEXT &&
			    text->status == CAPTURED_FAULT)
				keep_text(text, field, call->values[i]);
			continue;
		}
		if (field->at == SOURCE_MEMBER) {
			__u64 address = member_address(bits, field);

			bits = address;
			if (field->form == SOURCE_NUMBER) {
				bits = 0;
				bpf_probe_read_kernel(&bits, field->size & 15, (const void *)address);
			} else {
				keep_text(text, field, address);
			}
		}
		call->values[i] = bits;
	}
}

/* Nobody will see it return. */
static __always_inline int lose_entered(struct cpu_state *cpu)
{
	count(&cpu->counters.handled);
	count_loss(LOST_UNKEPT, traceleft_lost_index);
	return 0;
}

/* A function is entered. */
static __always_inline int keep_call(void *ctx)
{
	struct cpu_state *cpu = this_cpu_state();
	struct kept_key key = kept_key(ctx, false);
	struct kept_call *call;
	__s64 failed;

	if (!cpu)
		return 0;
	if (preemptible() ? !take_scratch(cpu) : cpu->busy)
		return lose_entered(cpu);
	call = kept_room(cpu);
	read_arguments(cpu, ctx);
	keep_fields(cpu, false);
	call->entered = bpf_ktime_get_ns();
	failed = bpf_map_update_elem(&kept_calls, &key, call, BPF_ANY);
	if (preemptible())
		leave_scratch(cpu);
	return failed ? lose_entered(cpu) : 0;
}

/* Begins the event of a function that has returned, with what its entry kept; false where that is not known. */
static __always_inline bool open_returned(struct record *record, void *ctx)
{
	struct kept_key key = kept_key(ctx, true);
	const void *kept = bpf_map_lookup_elem(&kept_calls, &key);
	bool opened;

	if (!kept)
		return false;
	opened = record_open(record, ctx);
	if (opened)
		bpf_probe_read_kernel(kept_room(record->cpu), traceleft_kept_size & (2 * SOURCE_RECORD - 1), kept);
	bpf_map_delete_elem(&kept_calls, &key);
	return opened;
}

static __always_inline void record_kept(struct record *record, const struct kept_text *text, int index, int arg)
{
	__u32 size = text->size;

	asm volatile("" : "+r"(size));
	size &= 2 * KEPT_TEXT_SIZE - 1; /* for the verifier */
	bpf_probe_read_kernel(record_tail(record), size, text->bytes);
	record_captured(record, index, arg, size, text->status);
}

/* Puts into the event of a function what was kept, and its result. */
static __always_inline void record_function(struct record *record, void *ctx)
{
	struct event_header *event = record->event;
	struct kept_call *call = kept_room(record->cpu);
	__u64 *raw = (__u64 *)(event + 1);
	int texts = 0;

	if (traceleft_hook == SOURCE_PAIR) {
		event->ret = read_result(record->cpu, ctx);
		event->duration = event->timestamp - call->entered;
		event->flags |= EVENT_DURATION | (traceleft_result_size ? EVENT_RETURNED : 0);
		keep_fields(record->cpu, true);
	} else {
		read_arguments(record->cpu, ctx);
		keep_fields(record->cpu, false);
	}
	for (int i = 0; i < SOURCE_FIELDS && i < traceleft_field_count; i++) {
		raw[i] = call->values[i];
		if (traceleft_fields[i].form == SOURCE_NUMBER)
			continue;
		record_kept(record, &call->texts[texts & (KEPT_TEXTS - 1)], texts, i);
		texts++;
	}
}

#endif
