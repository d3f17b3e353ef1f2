/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A call's entry program keeps memory for its exit program, which the call itself, or another thread while it blocks,
 * may change before it returns: strings, structs and arrays.
 *
 * A task has one place at most, in the bucket that its address leads to. Its programs run one after the other, so they
 * share the place with no other. Where none is free nothing is kept, and the exit program reads what is there then.
 * That place is not the CPU's scratch: an entry program neither waits for nor disturbs an event that is being built.
 */
#ifndef TRACELEFT_ENTERED_H
#define TRACELEFT_ENTERED_H

#include "maps.h"
#include "registers.h"
#include "task.h"

/* record.entered, where it isn't the number of a place */
enum {
	ENTERED_NOTHING = -1,
	ENTERED_UNKNOWN = -2,
};

static __always_inline void keep_entry_time(void)
{
	__u64 task = (__u64)current_task();
	__u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&entry_times, &task, &now, BPF_ANY);
}

static __always_inline void forget_entry_time(void)
{
	__u64 task = (__u64)current_task();

	bpf_map_delete_elem(&entry_times, &task);
}

/* The bucket of the current task. The address is multiplied (by Knuth's golden ratio), since tasks' addresses differ in
 * their middle bits. */
static __always_inline struct entered_calls *entered_bucket(__u64 task)
{
	__u32 bucket = (task * 0x9e3779b97f4a7c15ULL >> 32) % ENTERED_BUCKETS;

	return bpf_map_lookup_elem(&entered_calls, &bucket);
}

static __always_inline struct entered_call *entered_call(struct entered_calls *bucket, __u32 place)
{
	return &bucket->calls[place % ENTERED_WAYS];
}

static __always_inline void release_place(struct entered_calls *bucket, __u32 place)
{
	bucket->owners[place] = 0;
	__sync_fetch_and_add(&bucket->claims[place], -1);
}

/* The current task's place, if it has one; else ENTERED_NOTHING. */
static __always_inline int find_place(const struct entered_calls *bucket, __u64 task)
{
#pragma unroll
	for (int i = 0; i < ENTERED_WAYS; i++)
		if (bucket->owners[i] == task)
			return i;
	return ENTERED_NOTHING;
}

/* As take_scratch() takes the scratch. */
static __always_inline int take_place(struct entered_calls *bucket, __u64 task)
{
#pragma unroll
	for (int i = 0; i < ENTERED_WAYS; i++) {
		if (bucket->claims[i])
			continue;
		__sync_fetch_and_add(&bucket->claims[i], 1);
		if (*(volatile __u64 *)&bucket->claims[i] == 1) {
			bucket->owners[i] = task;
			return i;
		}
		__sync_fetch_and_add(&bucket->claims[i], -1);
	}
	return ENTERED_NOTHING;
}

/* Gives the current task a place; one that it has already is emptied. */
VERIFIED_APART int claim_entered_call(__s32 nr)
{
	__u64 task = (__u64)current_task();
	struct entered_calls *bucket = entered_bucket(task);
	struct cpu_state *cpu = this_cpu_state();
	struct entered_call *call;
	int place;

	if (!bucket || !cpu)
		return ENTERED_NOTHING;
	place = find_place(bucket, task);
	if (place < 0)
		place = take_place(bucket, task);
	if (place < 0)
		return ENTERED_NOTHING;
	call = entered_call(bucket, place);
	call->attachments = cpu->settings.attachments;
	call->nr = nr;
	call->size = 0;
	call->kept = 0;
	return place;
}

static __always_inline void keep_entered(struct entered_call *call, __u32 arg, __u64 address, __u32 size, __u16 status)
{
	call->memory[arg % ENTERED_ARGS] = (struct entered_memory){
		.address = address,
		.offset = call->size,
		.size = size,
		.status = status,
	};
	call->kept |= 1U << arg % ENTERED_ARGS;
	call->size += (size + 7) & ~7U;
}

/* Keeps the string at `address`, argument `arg` of the current call, or that it can't be read. */
VERIFIED_APART int keep_entered_string(__u32 place, __u32 arg, __u64 address)
{
	struct entered_calls *bucket = entered_bucket((__u64)current_task());
	struct entered_call *call;
	long got = -1;
	__u32 offset;

	if (!bucket)
		return 0;
	call = entered_call(bucket, place);
	offset = call->size;
	asm volatile("" : "+r"(offset)); /* as in copy_user() */
	/* As record_string() does; where less room is left, a string that fills it may be longer. */
	if (offset <= ENTERED_BYTES - (EVENT_PATH_LIMIT + 2))
		got = bpf_probe_read_user_str(call->bytes + offset, EVENT_PATH_LIMIT + 2, (const void *)address);
	else if (offset <= ENTERED_BYTES - ENTERED_MORE)
		got = bpf_probe_read_user_str(call->bytes + offset, ENTERED_MORE, (const void *)address);
	if (got < 0 || (got == ENTERED_MORE && offset > ENTERED_BYTES - (EVENT_PATH_LIMIT + 2)))
		keep_entered(call, arg, address, 0, CAPTURED_FAULT);
	else if (got > EVENT_PATH_LIMIT + 1)
		keep_entered(call, arg, address, EVENT_PATH_LIMIT, CAPTURED_TRUNCATED);
	else
		keep_entered(call, arg, address, got ? got - 1 : 0, CAPTURED_OK);
	return 0;
}

/* Keeps the first of the `extent` bytes at `address`, argument `arg` of the current call, or that they can't be read. */
VERIFIED_APART int keep_entered_memory(__u32 place, __u32 arg, __u64 address, __s64 extent)
{
	struct entered_calls *bucket = entered_bucket((__u64)current_task());
	__u32 offset, size = extent > ENTERED_MORE ? ENTERED_MORE : extent;
	struct entered_call *call;

	if (!bucket || extent < 0)
		return 0;
	call = entered_call(bucket, place);
	offset = call->size;
	asm volatile("" : "+r"(offset), "+r"(size)); /* as in copy_user() */
	if (size > ENTERED_MORE)
		size = ENTERED_MORE;
	if (offset > ENTERED_BYTES - ENTERED_MORE ||
	    (size && bpf_probe_read_user(call->bytes + offset, size, (const void *)address)))
		keep_entered(call, arg, address, 0, CAPTURED_FAULT);
	else
		keep_entered(call, arg, address, size, extent > ENTERED_MORE ? CAPTURED_TRUNCATED : CAPTURED_OK);
	return 0;
}

/* The current task's place, if the entry of this very call filled it. A place that another call filled is given up. */
VERIFIED_APART int find_entered_call(__s32 nr)
{
	__u64 task = (__u64)current_task();
	struct entered_calls *bucket = entered_bucket(task);
	struct cpu_state *cpu = this_cpu_state();
	struct entered_call *call;
	int place;

	if (!bucket || !cpu)
		return ENTERED_NOTHING;
	place = find_place(bucket, task);
	if (place < 0)
		return ENTERED_NOTHING;
	call = entered_call(bucket, place);
	if (call->nr == nr && call->attachments == cpu->settings.attachments)
		return place;
	release_place(bucket, place % ENTERED_WAYS);
	return ENTERED_NOTHING;
}

/* Copies the memory that was kept for argument `arg`, if it lay at `address`, behind the event's first `at` bytes.
 * Returns its size, and its status shifted by 16; -1 where none was kept. */
VERIFIED_APART int copy_entered(__u32 place, __u32 arg, __u64 address, __u32 at)
{
	struct entered_calls *bucket = entered_bucket((__u64)current_task());
	struct cpu_state *cpu = this_cpu_state();
	const struct entered_memory *memory;
	const struct entered_call *call;
	__u32 offset, size;

	if (!bucket || !cpu)
		return -1;
	call = entered_call(bucket, place);
	memory = &call->memory[arg % ENTERED_ARGS];
	if (!(call->kept >> arg % ENTERED_ARGS & 1) || memory->address != address)
		return -1;
	offset = memory->offset;
	size = memory->size;
	asm volatile("" : "+r"(offset), "+r"(size));
	if (offset >= ENTERED_BYTES || size > EVENT_PATH_LIMIT || size > ENTERED_BYTES - offset)
		return -1;
	bpf_probe_read_kernel(cpu->scratch + (at & SCRATCH_OFFSET_MASK), size, call->bytes + offset);
	return size | memory->status << 16;
}

/* The u32 `offset` bytes behind the begin of the memory that was kept for argument `arg`; -1 where none was. */
VERIFIED_APART __s64 entered_number(__u32 place, __u32 arg, __u64 address, __u32 offset)
{
	struct entered_calls *bucket = entered_bucket((__u64)current_task());
	const struct entered_memory *memory;
	const struct entered_call *call;
	__u32 number;

	if (!bucket)
		return -1;
	call = entered_call(bucket, place);
	memory = &call->memory[arg % ENTERED_ARGS];
	if (!(call->kept >> arg % ENTERED_ARGS & 1) || memory->address != address ||
	    offset + sizeof(number) > memory->size)
		return -1;
	offset += memory->offset;
	asm volatile("" : "+r"(offset));
	if (offset > ENTERED_BYTES - sizeof(number))
		return -1;
	return bpf_probe_read_kernel(&number, sizeof(number), call->bytes + offset) ? -1 : (__s64)number;
}

VERIFIED_APART int release_entered_call(__u32 place)
{
	struct entered_calls *bucket = entered_bucket((__u64)current_task());

	if (bucket)
		release_place(bucket, place % ENTERED_WAYS);
	return 0;
}

/* Gives up the current task's place. */
static __always_inline void forget_entered_call(void)
{
	__u64 task = (__u64)current_task();
	struct entered_calls *bucket = entered_bucket(task);
	int place = bucket ? find_place(bucket, task) : ENTERED_NOTHING;

	if (place >= 0)
		release_place(bucket, place % ENTERED_WAYS);
}

/* A call that is being entered. */
struct entry {
	const struct pt_regs *registers;
	int place;
};

/* A number in user memory; -1 where it can't be read. */
static __always_inline __s64 user_u32(__u64 address)
{
	__u32 value;

	return bpf_probe_read_user(&value, sizeof(value), (const void *)address) ? -1 : (__s64)value;
}

static __always_inline __s64 user_u64(__u64 address)
{
	__s64 value;

	return bpf_probe_read_user(&value, sizeof(value), (const void *)address) ? -1 : value;
}

static __always_inline __u64 entered_argument(const struct entry *entry, int arg)
{
	return registers_loadable() ? argument(entry->registers, arg) : copied_argument(entry->registers, arg);
}

/* Claims the task's place for an entry program; false where there is no room. It makes no event. */
static __always_inline bool enter_call(struct entry *entry, void *ctx)
{
	if (traceleft_durations)
		keep_entry_time();
	entry->registers = call_registers(ctx);
	entry->place = claim_entered_call(registers_loadable() ? syscall_number(entry->registers)
							       : copied_syscall_number(entry->registers));
	return entry->place >= 0;
}

/* Keeps the string that argument `arg` points to. */
static __always_inline void enter_string(const struct entry *entry, int arg)
{
	keep_entered_string(entry->place, arg, entered_argument(entry, arg));
}

/* Keeps the first of the `extent` bytes that argument `arg` points to; nothing where that is negative, or NULL. */
static __always_inline void enter_memory(const struct entry *entry, int arg, __s64 extent)
{
	__u64 address = entered_argument(entry, arg);

	if (address)
		keep_entered_memory(entry->place, arg, address, extent);
}

/* Extents at a call's entry, in user memory `offset` bytes behind the address in argument `arg`; -1 where they can't be
 * read. */
static __always_inline __s64 entered_u32_at(const struct entry *entry, int arg, __u32 offset)
{
	return user_u32(entered_argument(entry, arg) + offset);
}

static __always_inline __s64 entered_u64_at(const struct entry *entry, int arg, __u32 offset)
{
	return user_u64(entered_argument(entry, arg) + offset);
}

/* The bytes that an ioctl command says its argument has, if it is both read and written: include/uapi/asm-generic/ioctl.h;
 * else -1, for nothing is overwritten. */
static __always_inline __s64 entered_ioc_size(const struct entry *entry, int arg)
{
	__u32 command = entered_argument(entry, arg);

	return command >> 30 == 3 ? (__s64)(command >> 16 & 0x3fff) : -1;
}

#endif
