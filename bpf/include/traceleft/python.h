/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The frames of Python's interpreter, of the thread that runs. Its memory is read, and nothing in it is trusted. */
#ifndef TRACELEFT_PYTHON_H
#define TRACELEFT_PYTHON_H

#include "stack.h"
#include "task.h"

/* By process; the loader fills it as it meets interpreters. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, __u32);
	__type(value, struct python_process);
} pythons SEC(".maps");

/* Functions, by a hash of their process, their code's address and its parts: memory is given again. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, __u64);
	__type(value, struct python_code);
} python_codes SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct python_code);
} python_rooms SEC(".maps");

/* PyASCIIObject.state: its bits have been in these places since 3.3. */
enum {
	PYTHON_KIND_SHIFT = 2, /* bytes of a character */
	PYTHON_KIND_MASK = 7,
	PYTHON_ASCII = 1 << 6,
};

/* Where the stack began when this process executed its program, by which two programs are told apart; 0 of a thread of the
 * kernel's, which has no memory. */
static __always_inline __u64 own_image(void)
{
	const struct mm_struct *memory;

	if (!KERNEL_HAS(get_current_task_btf))
		return BPF_CORE_READ(current_task(), mm, start_stack);
	memory = current_task_btf()->mm;
	return memory ? memory->start_stack : 0;
}

/* The interpreter of the process that runs. One that it was forked from, or that it was before it executed another
 * program, is none: user space hears of that some ms later. */
static __always_inline const struct python_process *own_python(__u32 pid)
{
	const struct python_process *python = bpf_map_lookup_elem(&pythons, &pid);

	return python && python->image == own_image() ? python : 0;
}

static __always_inline __u64 python_word(__u64 address)
{
	__u64 word = 0;

	return bpf_probe_read_user(&word, sizeof(word), (const void *)address) ? 0 : word;
}

/* The value of pthread_self() in the thread that runs. */
static __always_inline __u64 own_thread_id(void)
{
#if defined(__TARGET_ARCH_x86)
	return BPF_CORE_READ(current_task(), thread.fsbase);
#else
	return 0; /* where it lies behind the register depends on the C library */
#endif
}

static __always_inline __u64 own_thread_state(const struct python_process *python)
{
	__u64 own = own_thread_id(), interpreter = python_word(python->interpreter), thread;

	if (!interpreter || !own)
		return 0;
	thread = python_word(interpreter + python->threads);
	for (int i = 0; i < PYTHON_THREADS && thread; i++) {
		if (python_word(thread + python->thread_id) == own)
			return thread;
		thread = python_word(thread + python->thread_next);
	}
	return 0;
}

/* `text` and `bytes` are of one struct python_code. */
static __always_inline void read_python_text(const struct python_process *python, __u64 address,
					     struct python_text *text, __u8 *bytes, __u32 most)
{
	/* include/cpython/unicodeobject.h: behind the object's head are length, hash and state. */
	enum { LENGTH = 16, STATE = 32 };
	__u64 size, data = address + python->text_data;

	text->size = 0;
	text->length = python_word(address + LENGTH);
	text->state = python_word(address + STATE);
	if (!(text->state & PYTHON_ASCII))
		data += python->text_more;
	size = text->length * (text->state >> PYTHON_KIND_SHIFT & PYTHON_KIND_MASK);
	if (text->length > most || size > most)
		size = most;
	asm volatile("" : "+r"(size));
	size &= 2 * most - 1; /* for the verifier */
	if (size > most)
		return;
	if (!bpf_probe_read_user(bytes, size, (const void *)data))
		text->size = size;
}

/* The key of a function of the process that runs, which is read when it is met first; 0: there was no room for it. */
VERIFIED_APART __u64 python_function(__u64 code)
{
	__u32 pid = current_tgid(), zero = 0;
	const struct python_process *python = bpf_map_lookup_elem(&pythons, &pid);
	struct python_code *room = bpf_map_lookup_elem(&python_rooms, &zero);
	__u64 name, line, key;

	if (!python || !room)
		return 0;
	name = python_word(code + python->code_name);
	line = python_word(code + python->code_line);
	key = ((code ^ (__u64)pid << 48) * 0x9e3779b97f4a7c15ULL ^ name) * 0x9e3779b97f4a7c15ULL + (__u32)line;
	if (bpf_map_lookup_elem(&python_codes, &key))
		return key;
	room->line = line;
	read_python_text(python, name, &room->name, room->name_text, PYTHON_NAME);
	read_python_text(python, python_word(code + python->code_file), &room->file, room->file_text, PYTHON_FILE);
	bpf_map_update_elem(&python_codes, &key, room, BPF_NOEXIST);
	return key;
}

static __always_inline void take_python_frames(struct stack *stack)
{
	enum { OWNED_BY_C = 3 }; /* Include/internal/pycore_frame.h: FRAME_OWNED_BY_CSTACK, a frame of no function */
	__u32 pid = stack->pid;
	const struct python_process *python = own_python(pid);
	__u64 thread, frame = 0;

	if (!python)
		return;
	thread = own_thread_state(python);
	if (thread)
		frame = python_word(thread + python->thread_frame);
	if (frame && python->frame_in)
		frame = python_word(frame + python->frame_in - 1);
	/* What is counted is in a map, whose values the verifier doesn't know: to it each turn looks like the last one. */
	for (int i = 0; i < PYTHON_FRAMES && frame; i++) {
		__u8 owner = 0;

		if (python->frame_owner)
			bpf_probe_read_user(&owner, sizeof(owner), (const void *)(frame + python->frame_owner));
		if (owner != OWNED_BY_C) {
			stack->codes[stack->python & (PYTHON_FRAMES - 1)] =
				python_function(python_word(frame + python->frame_code));
			stack->python++;
		}
		frame = python_word(frame + python->frame_previous);
	}
	if (frame)
		stack->flags |= STACK_PYTHON_CUT;
	if (!stack->python)
		stack->flags |= STACK_NO_PYTHON;
}

#endif
