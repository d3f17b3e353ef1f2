/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Copies memory that an argument reaches through further pointers, in pieces: vectors of strings or of structs, iovecs,
 * messages, structs with what they point to. */
#ifndef TRACELEFT_PIECES_H
#define TRACELEFT_PIECES_H

#include "capture.h"

enum {
	STRINGS_MAX = 128,   /* of one vector; a longer one is TRUNCATED */
	STRING_MAX = 131072, /* bytes of one of a program's arguments: include/uapi/linux/binfmts.h, MAX_ARG_STRLEN */
	IOVECS_MAX = 32,     /* of one iovec, message or vector of structs */
	MESSAGES_MAX = 8,    /* of one sendmmsg or recvmmsg */
	NAME_MAX = 128,	     /* bytes: struct sockaddr_storage */
	CONTROL_MAX = 1024,  /* bytes of control messages */
};

#define IOVEC_SIZE (2 * sizeof(user_word)) /* bytes of struct iovec */

#define EXTENT_ALL 0x7fffffffffffffffLL

/* The functions that are VERIFIED_APART bound what loops cost to verify. All their state is in this CPU's `pieces`. */

/* record->cpu->pieces has the state of a capture between these two. */
static __always_inline void pieces_begin(struct record *record, __s64 extent)
{
	record->cpu->pieces = (struct pieces){
		.begin = record->size,
		.end = record->size,
		.status = CAPTURED_OK,
		.left = extent,
	};
}

static __always_inline void pieces_end(struct record *record, int index, int arg)
{
	struct pieces *pieces = &record->cpu->pieces;

	record->captured[index] = (struct captured){
		.size = pieces->end - pieces->begin,
		.arg = arg,
		.status = pieces->status,
	};
	record->size = pieces->end;
}

/* Whether there is room for one piece more. */
static __always_inline bool pieces_room(struct pieces *pieces)
{
	if (pieces->end - pieces->begin < EVENT_PIECES_LIMIT)
		return true;
	pieces->status = CAPTURED_TRUNCATED;
	return false;
}

/* The place for the next piece's bytes; the piece itself goes before them. */
static __always_inline void *next_bytes(struct cpu_state *cpu)
{
	return cpu->scratch + ((cpu->pieces.end + sizeof(struct piece)) & SCRATCH_OFFSET_MASK);
}

static __always_inline void add_piece(struct cpu_state *cpu, __u16 kind, __u64 address, __u64 length, __u32 size,
				      __u16 status)
{
	struct piece *piece = (struct piece *)(cpu->scratch + (cpu->pieces.end & SCRATCH_OFFSET_MASK));

	piece->address = address;
	piece->length = length;
	piece->size = size;
	piece->kind = kind;
	piece->status = status;
	clear_padding(cpu, cpu->pieces.end + sizeof(*piece) + size);
	cpu->pieces.end += sizeof(*piece) + ((size + 7) & ~7U);
}

/* Adds a string. Returns its length, or -1 where it can't be read. */
VERIFIED_APART int add_string(__u64 string)
{
	struct cpu_state *cpu = this_cpu_state();
	__u16 status;
	__u32 size;
	long got;

	if (!cpu)
		return -1;
	got = bpf_probe_read_user_str(next_bytes(cpu), EVENT_PATH_LIMIT + 2, (const void *)string);
	status = got < 0 ? CAPTURED_FAULT : got > EVENT_PATH_LIMIT + 1 ? CAPTURED_TRUNCATED : CAPTURED_OK;
	size = got <= 0 ? 0 : got > EVENT_PATH_LIMIT + 1 ? EVENT_PATH_LIMIT : got - 1;
	add_piece(cpu, PIECE_STRING, string, size, size, status);
	return got < 0 ? -1 : (int)size;
}

/* How long the string at `string` is; -1 where it can't be read. It goes where no event reaches: see SCRATCH_SIZE. */
VERIFIED_APART __s64 string_length(__u64 string)
{
	struct cpu_state *cpu = this_cpu_state();
	__u64 begin = string;

	if (!cpu)
		return -1;
#pragma clang loop unroll(disable)
	for (int i = 0; i <= STRING_MAX / EVENT_PATH_LIMIT; i++) {
		long got = bpf_probe_read_user_str(cpu->scratch + SCRATCH_UNSENT, EVENT_PATH_LIMIT + 2,
						   (const void *)string);

		if (got < 0)
			return -1;
		if (got < EVENT_PATH_LIMIT + 2)
			return string - begin + (got ? got - 1 : 0);
		string += EVENT_PATH_LIMIT + 1;
	}
	return -1;
}

/* Adds the first of `extent` bytes; none where that is negative. */
VERIFIED_APART int add_bytes(__u32 kind, __u64 address, __u64 length, __s64 extent)
{
	__u32 limit = kind == PIECE_NAME      ? NAME_MAX
		      : kind == PIECE_CONTROL ? CONTROL_MAX
		      : kind >= PIECE_STRUCT  ? EVENT_MEMORY_LIMIT
					      : traceleft_buffer_limit;
	struct cpu_state *cpu = this_cpu_state();
	__u16 status;
	__u32 size;

	if (!cpu)
		return 0;
	size = copy_user(next_bytes(cpu), address, extent, limit, EVENT_BUFFER_LIMIT, &status);
	add_piece(cpu, kind, address, length, size, status);
	return 0;
}

/* Adds the next string of a vector, of which `pointer` is the place. Returns -1 at the vector's end. */
VERIFIED_APART int add_next_string(__u64 pointer)
{
	struct cpu_state *cpu = this_cpu_state();
	user_word string;

	if (!cpu)
		return -1;
	if (bpf_probe_read_user(&string, sizeof(string), (const void *)pointer)) {
		cpu->pieces.status = CAPTURED_FAULT;
		return -1;
	}
	if (!string || !pieces_room(&cpu->pieces))
		return -1;
	add_string(string);
	return 0;
}

/* Adds the strings of a NULL-terminated vector. */
VERIFIED_APART int add_strings(__u64 vector)
{
	struct cpu_state *cpu = this_cpu_state();
	user_word beyond;

#pragma clang loop unroll(disable)
	for (int i = 0; i < STRINGS_MAX; i++)
		if (add_next_string(vector + i * sizeof(user_word)) < 0)
			return 0;
	bpf_probe_read_user(&beyond, sizeof(beyond), (const user_word *)vector + STRINGS_MAX);
	if (cpu && beyond)
		cpu->pieces.status = CAPTURED_TRUNCATED;
	return 0;
}

/* Adds a string of which only the begin may be captured. Returns the length of all of it, or -1 where it can't be read. */
VERIFIED_APART __s64 add_long_string(__u64 string)
{
	struct cpu_state *cpu = this_cpu_state();
	__u32 at = cpu ? cpu->pieces.end & SCRATCH_OFFSET_MASK : 0;
	__s64 length = add_string(string);

	if (!cpu || length < EVENT_PATH_LIMIT)
		return length;
	length = string_length(string);
	if (length >= 0)
		((struct piece *)(cpu->scratch + at))->length = length;
	return length;
}

/* Adds the strings between two addresses, each behind the other's NUL. */
VERIFIED_APART int add_area(__u64 begin, __u64 end)
{
	struct cpu_state *cpu = this_cpu_state();

	if (!cpu)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < STRINGS_MAX && begin < end; i++) {
		__s64 length;

		if (!pieces_room(&cpu->pieces))
			return 0;
		length = add_long_string(begin);
		if (length < 0)
			return 0;
		begin += length + 1;
	}
	if (begin < end)
		cpu->pieces.status = CAPTURED_TRUNCATED;
	return 0;
}

/* Adds the number of strings, and no string. */
static __always_inline void add_count(__u64 address, __u32 count, __u16 status)
{
	struct cpu_state *cpu = this_cpu_state();

	if (!cpu)
		return;
	add_piece(cpu, PIECE_COUNT, address, count, 0, status);
	cpu->pieces.status = CAPTURED_NONE;
}

/* Counts the strings of a NULL-terminated vector, as add_strings() adds them. */
VERIFIED_APART int count_strings(__u64 vector)
{
	__u16 status = CAPTURED_TRUNCATED;
	user_word string;
	int count;

#pragma clang loop unroll(disable)
	for (count = 0; count <= STRINGS_MAX; count++) {
		if (bpf_probe_read_user(&string, sizeof(string), (const user_word *)vector + count)) {
			status = CAPTURED_FAULT;
			break;
		}
		if (!string) {
			status = CAPTURED_OK;
			break;
		}
	}
	add_count(vector, count < STRINGS_MAX ? count : STRINGS_MAX, status);
	return 0;
}

/* Counts the strings between two addresses, as add_area() adds them. */
VERIFIED_APART int count_area(__u64 begin, __u64 end)
{
	__u16 status = CAPTURED_OK;
	__u64 first = begin;
	int count;

#pragma clang loop unroll(disable)
	for (count = 0; count < STRINGS_MAX && begin < end; count++) {
		__s64 length = string_length(begin);

		if (length < 0) {
			status = CAPTURED_FAULT;
			break;
		}
		begin += length + 1;
	}
	if (status == CAPTURED_OK && begin < end)
		status = CAPTURED_TRUNCATED;
	add_count(first, count, status);
	return 0;
}

/* Adds the iovec at `address`, and the first of its contents, up to pieces.left. Returns -1 where no more fit. */
VERIFIED_APART int add_iovec(__u64 address)
{
	struct cpu_state *cpu = this_cpu_state();
	struct {
		user_word base, length;
	} iovec;
	__s64 held;

	if (!cpu || !pieces_room(&cpu->pieces))
		return -1;
	if (bpf_probe_read_user(&iovec, sizeof(iovec), (const void *)address)) {
		cpu->pieces.status = CAPTURED_FAULT;
		return -1;
	}
	held = record_min((__u64)iovec.length & EXTENT_ALL, cpu->pieces.left);
	add_bytes(PIECE_IOVEC, iovec.base, iovec.length, held);
	if (held > 0)
		cpu->pieces.left -= held;
	return 0;
}

/* Adds `count` iovecs. */
VERIFIED_APART int add_iovecs(__u64 vector, __u64 count)
{
	struct cpu_state *cpu = this_cpu_state();

	if (cpu && count > IOVECS_MAX)
		cpu->pieces.status = CAPTURED_TRUNCATED;
#pragma clang loop unroll(disable)
	for (int i = 0; i < IOVECS_MAX; i++)
		if (i >= count || add_iovec(vector + i * IOVEC_SIZE) < 0)
			break;
	return 0;
}

/* struct user_msghdr, and struct mmsghdr around it: include/linux/socket.h. */
struct message {
	__u64 name;
	__u32 name_length, padding;
	__u64 iovec, iovec_count, control, control_length;
	__u32 flags, padding2;
};
enum {
	MSGHDR_SIZE = 56,  /* in an event */
	MMSGHDR_SIZE = 64, /* with msg_len */
};

/* The same in user memory: a compat_msghdr (include/net/compat.h) has smaller ones. */
struct user_message {
	user_word name;
	__u32 name_length;
	user_word iovec, iovec_count, control, control_length;
	__u32 flags;
};
enum {
	MSG_LEN_AT = sizeof(struct user_message),
	MMSGHDR_STRIDE = MSG_LEN_AT + sizeof(user_word),
};

#ifdef TRACELEFT_COMPAT
/* Copies a header as events have it. */
static __always_inline long copy_header(void *to, __u64 address, __u32 size)
{
	struct message *header = to;
	struct user_message from;
	__u64 length = 0;

	if (bpf_probe_read_user(&from, sizeof(from), (const void *)address))
		return -1;
	if (size == MMSGHDR_SIZE)
		bpf_probe_read_user(&length, sizeof(__u32), (const void *)(address + MSG_LEN_AT));
	*header = (struct message){
		.name = from.name,
		.name_length = from.name_length,
		.iovec = from.iovec,
		.iovec_count = from.iovec_count,
		.control = from.control,
		.control_length = from.control_length,
		.flags = from.flags,
	};
	if (size == MMSGHDR_SIZE)
		*(__u64 *)(to + MSGHDR_SIZE) = length;
	return 0;
}
#else
static __always_inline long copy_header(void *to, __u64 address, __u32 size)
{
	return bpf_probe_read_user(to, size == MMSGHDR_SIZE ? MMSGHDR_SIZE : MSGHDR_SIZE, (const void *)address);
}
#endif

/* Adds the message at `address`, whose header has `size` bytes. Returns -1 where it can't be read. */
VERIFIED_APART int add_message(__u64 address, __u32 size)
{
	struct cpu_state *cpu = this_cpu_state();
	struct user_message header;
	void *bytes;
	bool filled;

	if (!cpu)
		return -1;
	filled = cpu->pieces.left >= 0;
	bytes = next_bytes(cpu);
	if (bpf_probe_read_user(&header, sizeof(header), (const void *)address) || copy_header(bytes, address, size)) {
		cpu->pieces.status = CAPTURED_FAULT;
		return -1;
	}
	add_piece(cpu, PIECE_HEADER, address, size, size, CAPTURED_OK);
	if (header.name)
		add_bytes(PIECE_NAME, header.name, header.name_length, filled ? (__s64)header.name_length : -1);
	add_iovecs(header.iovec, header.iovec_count);
	if (header.control)
		add_bytes(PIECE_CONTROL, header.control, header.control_length,
			  filled ? (__s64)header.control_length : -1);
	return 0;
}

/* Adds `count` messages; of messages that the call filled, only as many bytes as it says it put there. */
VERIFIED_APART int add_messages(__u64 vector, __u64 count, __u32 filled)
{
	struct cpu_state *cpu = this_cpu_state();
	__u32 length;

	if (!cpu)
		return 0;
	if (count > MESSAGES_MAX)
		cpu->pieces.status = CAPTURED_TRUNCATED;
#pragma clang loop unroll(disable)
	for (int i = 0; i < MESSAGES_MAX; i++) {
		__u64 address = vector + i * MMSGHDR_STRIDE;

		if (i >= count || !pieces_room(&cpu->pieces))
			break;
		if (filled && !bpf_probe_read_user(&length, sizeof(length), (const void *)(address + MSG_LEN_AT)))
			cpu->pieces.left = length;
		if (add_message(address, MMSGHDR_SIZE) < 0)
			break;
	}
	return 0;
}

/* A pointer in a struct, at that offset: to a string, or to as many elements of `size` bytes as the number of
 * `count_size` bytes, up to 4, at `count_at` says. */
#define LINKED_STRING(at) (1ULL << 63 | (at))
#define LINKED_NARROW (1ULL << 62) /* or'ed: the pointer has 32 bits */
#define LINKED_ARRAY(at, size, count_at, count_size)                                                                   \
	(1ULL << 63 | (__u64)(count_size) << 48 | (__u64)(count_at) << 32 | (__u64)(size) << 16 | (at))

/* Adds the memory that a pointer in the struct at `address` points to, if the struct's `extent` bytes have that. */
VERIFIED_APART int add_linked(__u64 address, __s64 extent, __u64 link)
{
	__u32 at = link & 0xffff, size = link >> 16 & 0xffff, count_at = link >> 32 & 0xffff;
	struct cpu_state *cpu = this_cpu_state();
	__u32 width = link & LINKED_NARROW ? sizeof(__u32) : sizeof(__u64);
	__u64 pointer = 0, count = 0;

	if (!cpu || !link || at + (__s64)width > extent || !pieces_room(&cpu->pieces))
		return 0;
	if (bpf_probe_read_user(&pointer, width, (const void *)(address + at)) || !pointer)
		return 0;
	if (!size)
		add_string(pointer);
	else if (!bpf_probe_read_user(&count, link >> 48 & 7, (const void *)(address + count_at)))
		add_bytes(PIECE_LINKED, pointer, count, count * size);
	return 0;
}

/* Adds what the pointer at `address` points to. Returns -1 where there is no pointer. */
VERIFIED_APART int add_pointer(__u64 address, __u32 size)
{
	struct cpu_state *cpu = this_cpu_state();
	user_word pointer;

	if (!cpu || !pieces_room(&cpu->pieces))
		return -1;
	if (bpf_probe_read_user(&pointer, sizeof(pointer), (const void *)address)) {
		cpu->pieces.status = CAPTURED_FAULT;
		return -1;
	}
	add_bytes(PIECE_LINKED, pointer, size, size);
	return 0;
}

/* Adds what `count` pointers point to. */
VERIFIED_APART int add_pointers(__u64 vector, __u64 count, __u32 size)
{
	struct cpu_state *cpu = this_cpu_state();

	if (cpu && count > IOVECS_MAX)
		cpu->pieces.status = CAPTURED_TRUNCATED;
#pragma clang loop unroll(disable)
	for (int i = 0; i < IOVECS_MAX; i++)
		if (i >= count || add_pointer(vector + i * sizeof(user_word), size) < 0)
			break;
	return 0;
}

/* `captured[index]` becomes the `extent` bytes of the struct that argument `arg` points to, and the memory of its
 * pointers `link` and `link2`, of which the second may be 0. */
static __always_inline void record_linked(struct record *record, int index, int arg, __s64 extent, __u64 link,
					  __u64 link2)
{
	__u64 address = record_argument(record, arg);

	pieces_begin(record, 0);
	add_bytes(PIECE_STRUCT, address, extent, extent);
	add_linked(address, extent, link);
	add_linked(address, extent, link2);
	pieces_end(record, index, arg);
}

/* `captured[index]` becomes the structs of `size` bytes that the `count` pointers point to which argument `arg` points
 * to. */
static __always_inline void record_pointers(struct record *record, int index, int arg, __s64 count, __u32 size)
{
	pieces_begin(record, 0);
	if (count < 0)
		record->cpu->pieces.status = CAPTURED_NONE;
	else
		add_pointers(record_argument(record, arg), count, size);
	pieces_end(record, index, arg);
}

/* `captured[index]` becomes the strings of the NULL-terminated vector that argument `arg` points to. */
static __always_inline void record_strings(struct record *record, int index, int arg)
{
	pieces_begin(record, 0);
	add_strings(record_argument(record, arg));
	pieces_end(record, index, arg);
}

/* The same for an environment; only its strings' number where the strings weren't asked for. */
static __always_inline void record_environment(struct record *record, int index, int arg)
{
	pieces_begin(record, 0);
	if (traceleft_environments)
		add_strings(record_argument(record, arg));
	else
		count_strings(record_argument(record, arg));
	pieces_end(record, index, arg);
}

/* `captured[index]` becomes the `count` iovecs that argument `arg` points to, with the first of the `extent` bytes that
 * they hold in all; without any where that is negative. */
static __always_inline void record_iovec(struct record *record, int index, int arg, __s64 count, __s64 extent)
{
	pieces_begin(record, extent);
	if (count < 0)
		record->cpu->pieces.status = CAPTURED_NONE;
	else
		add_iovecs(record_argument(record, arg), count);
	pieces_end(record, index, arg);
}

/* `captured[index]` becomes the message that argument `arg` points to, with the first of the `extent` bytes it holds; its
 * header alone where that is negative. */
static __always_inline void record_msghdr(struct record *record, int index, int arg, __s64 extent)
{
	pieces_begin(record, extent);
	add_message(record_argument(record, arg), MSGHDR_SIZE);
	pieces_end(record, index, arg);
}

static __always_inline void record_messages(struct record *record, int index, int arg, __s64 count, bool filled)
{
	pieces_begin(record, EXTENT_ALL);
	if (count < 0)
		record->cpu->pieces.status = CAPTURED_NONE;
	else
		add_messages(record_argument(record, arg), count, filled);
	pieces_end(record, index, arg);
}

/* `captured[index]` becomes the `count` messages that argument `arg` points to. */
static __always_inline void record_mmsghdr(struct record *record, int index, int arg, __s64 count)
{
	record_messages(record, index, arg, count, false);
}

/* The same of messages that the call filled: with as many bytes of each as its msg_len says. */
static __always_inline void record_filled_mmsghdr(struct record *record, int index, int arg, __s64 count)
{
	record_messages(record, index, arg, count, true);
}

static __always_inline void record_area(struct record *record, int index, int arg, __u64 begin, __u64 end,
					bool environment)
{
	((__u64 *)(record->event + 1))[arg] = begin;
	pieces_begin(record, 0);
	if (environment && !traceleft_environments)
		count_area(begin, end);
	else
		add_area(begin, end);
	pieces_end(record, index, arg);
}

/*
 * The captured memory of a successful execve. The caller's memory and registers are gone by then, so these are the
 * strings that the new program was given, and their addresses. fs/exec.c, do_execveat_common(): the file's name as it
 * was passed, or /dev/fd/... if that was below a file descriptor, lies at the stack's top, next to the environment. A
 * script's arguments are its interpreter's.
 */
static __always_inline void record_executed(struct record *record, int filename_index, int filename_arg, int argv_index,
					    int argv_arg, int envp_index, int envp_arg)
{
	const struct mm_struct *mm = BPF_CORE_READ(current_task(), mm);

#ifdef EXECUTED_NUMBER
	record->event->nr = EXECUTED_NUMBER;
#endif
	if (!mm) {
		record_nothing(record, filename_index, filename_arg);
		record_nothing(record, argv_index, argv_arg);
		record_nothing(record, envp_index, envp_arg);
		return;
	}
	((__u64 *)(record->event + 1))[filename_arg] = BPF_CORE_READ(mm, env_end);
	record_string(record, filename_index, filename_arg);
	record_area(record, argv_index, argv_arg, BPF_CORE_READ(mm, arg_start), BPF_CORE_READ(mm, arg_end), false);
	record_area(record, envp_index, envp_arg, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end), true);
}

#endif
