/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Copies the memory behind an argument to the event's end: strings, buffers, structs and arrays. */
#ifndef TRACELEFT_CAPTURE_H
#define TRACELEFT_CAPTURE_H

#include "record.h"

/* `captured[index]` becomes the NUL-terminated string that argument `arg` points to, cut at `limit` bytes. */
static __always_inline void record_limited_string(struct record *record, int index, int arg, __u32 limit)
{
	const void *string = (const void *)record_argument(record, arg);
	/* Room for one byte more than the longest and for the NUL: a full buffer means a longer string. */
	long got = bpf_probe_read_user_str(record_tail(record), EVENT_PATH_LIMIT + 2, string);

	if (got < 0)
		record_captured(record, index, arg, 0, CAPTURED_FAULT);
	else if (got > limit + 1)
		record_captured(record, index, arg, limit, CAPTURED_TRUNCATED);
	else
		/* The NUL counts, but older kernels return 0 for an empty string (strncpy_from_user_nofault). */
		record_captured(record, index, arg, got ? got - 1 : 0, CAPTURED_OK);
}

/* The same of a path, which is never cut short. */
static __always_inline void record_string(struct record *record, int index, int arg)
{
	record_limited_string(record, index, arg, EVENT_PATH_LIMIT);
}

/* The bytes to show of text that is no path: as many as of a buffer. */
static __always_inline __u32 text_limit(void)
{
	return traceleft_buffer_limit < EVENT_PATH_LIMIT ? traceleft_buffer_limit : EVENT_PATH_LIMIT;
}

static __always_inline void record_text(struct record *record, int index, int arg)
{
	record_limited_string(record, index, arg, text_limit());
}

/* What the call's entry program kept for argument `arg`, behind the event: its size, and its status shifted by 16; -1
 * where it kept nothing. */
static __always_inline int copy_kept(struct record *record, int arg)
{
	if (record->entered == ENTERED_UNKNOWN)
		record->entered = find_entered_call(record->event->nr);
	return record->entered < 0 ? -1
				   : copy_entered(record->entered, arg, record_argument(record, arg), record->size);
}

/* Whether that is memory, and not only that the entry program couldn't read it. */
static __always_inline bool was_kept(int kept)
{
	return kept >= 0 && kept >> 16 != CAPTURED_FAULT;
}

static __always_inline __s64 record_min(__s64 a, __s64 b)
{
	return a < b ? a : b;
}

/* The bytes that a call filled of as many as it was passed: the number is behind argument `arg`, and says afterwards how
 * many there would have been. */
static __always_inline __s64 record_filled_u32_at(struct record *record, int arg, __u32 offset)
{
	__s64 left = user_u32(record_argument(record, arg) + offset);
	__s64 passed = -1;

	if (record->entered == ENTERED_UNKNOWN)
		record->entered = find_entered_call(record->event->nr);
	if (record->entered >= 0)
		passed = entered_number(record->entered, arg, record_argument(record, arg), offset);
	return passed < 0 ? left : record_min(passed, left);
}

/* Strings as the call's entry program kept them, or as they are now where it kept none. */
static __always_inline void record_entered_limited(struct record *record, int index, int arg, __u32 limit)
{
	int kept = copy_kept(record, arg);
	__u32 size = kept & 0xffff;

	if (!was_kept(kept)) {
		record_limited_string(record, index, arg, limit);
		record->captured[index].status |= CAPTURED_LATE;
	} else if (size > limit) {
		record_captured(record, index, arg, limit, CAPTURED_TRUNCATED);
	} else {
		record_captured(record, index, arg, size, kept >> 16);
	}
}

static __always_inline void record_entered_string(struct record *record, int index, int arg)
{
	record_entered_limited(record, index, arg, EVENT_PATH_LIMIT);
}

static __always_inline void record_entered_text(struct record *record, int index, int arg)
{
	record_entered_limited(record, index, arg, text_limit());
}

/* Whether a sleep was interrupted, so that the time that was left is there: kernel/time/hrtimer.c, nanosleep_copyout(). */
static __always_inline bool record_interrupted(const struct record *record)
{
	__s64 ret = record_ret(record);

	return ret == -516 /* ERESTART_RESTARTBLOCK, include/linux/errno.h */ || ret == -4 /* EINTR */;
}

/* Leaves `captured[index]` empty: the call filled no memory there, or this time the argument is no pointer. */
static __always_inline void record_nothing(struct record *record, int index, int arg)
{
	record_captured(record, index, arg, 0, CAPTURED_NONE);
}

/* Copies the first of `extent` bytes at `address`, or none where `extent` is negative. `highest` is a
 * constant that bounds `limit`. */
static __always_inline __u32 copy_user(void *to, __u64 address, __s64 extent, __u32 limit, __u32 highest, __u16 *status)
{
	__u32 size = extent < 0 ? 0 : extent > limit ? limit : extent;

	*status = extent < 0 ? CAPTURED_NONE : extent > limit ? CAPTURED_TRUNCATED : CAPTURED_OK;
	asm volatile("" : "+r"(size)); /* or the compiler drops the test that shows the verifier the bound */
	if (size > highest)
		size = highest;
	if (size && bpf_probe_read_user(to, size, (const void *)address)) {
		*status = CAPTURED_FAULT;
		return 0;
	}
	return size;
}

/* `captured[index]` becomes the first of the `extent` bytes that argument `arg` points to, as many as the user wants. */
static __always_inline void record_buffer(struct record *record, int index, int arg, __s64 extent)
{
	__u16 status;
	__u32 size = copy_user(record_tail(record), record_argument(record, arg), extent, traceleft_buffer_limit,
			       EVENT_BUFFER_LIMIT, &status);

	record_captured(record, index, arg, size, status);
}

/* `captured[index]` becomes the `extent` bytes of the struct or the array that argument `arg` points to. */
static __always_inline void record_memory(struct record *record, int index, int arg, __s64 extent)
{
	__u16 status;
	__u32 size = copy_user(record_tail(record), record_argument(record, arg), extent, EVENT_MEMORY_LIMIT,
			       EVENT_MEMORY_LIMIT, &status);

	record_captured(record, index, arg, size, status);
}

/* The same with the memory that the call's entry program kept, or with the current one where it kept none. */
static __always_inline void record_entered_memory(struct record *record, int index, int arg, __s64 extent)
{
	int kept = copy_kept(record, arg);

	if (was_kept(kept)) {
		record_captured(record, index, arg, kept & 0xffff, kept >> 16);
	} else {
		record_memory(record, index, arg, extent);
		record->captured[index].status |= CAPTURED_LATE;
	}
}

/* `captured[index]` becomes the memory that argument `arg` points to as the call's entry program kept it. Where it found
 * nothing that the call overwrites there is none. */
static __always_inline void record_passed(struct record *record, int index, int arg)
{
	int kept = copy_kept(record, arg);

	if (kept >= 0)
		record_captured(record, index, arg | CAPTURED_PASSED, kept & 0xffff, kept >> 16);
	else
		record_captured(record, index, arg | CAPTURED_PASSED, 0,
				record->entered < 0 ? CAPTURED_FAULT : CAPTURED_NONE);
}

/* An extent in user memory, `offset` bytes behind the address in argument `arg`; -1 where it can't be read. */
static __always_inline __s64 record_u32_at(const struct record *record, int arg, __u32 offset)
{
	return user_u32(record_argument(record, arg) + offset);
}

static __always_inline __s64 record_u64_at(const struct record *record, int arg, __u32 offset)
{
	return user_u64(record_argument(record, arg) + offset);
}

/* `a` and a constant, which may be negative. */
static __always_inline __s64 record_add(__s64 a, __s64 constant)
{
	return a < 0 ? a : record_min(a, 0x7fffffff) + constant;
}

/* Bytes for `value` things: `multiply` for each `divide` of them begun. Beyond any limit it just stays large. */
static __always_inline __s64 record_scale(__s64 value, __u32 divide, __u32 multiply)
{
	__u64 bounded = value > 0x7fffffff ? 0x7fffffff : value;

	return value < 0 ? value : (__s64)((bounded + divide - 1) / divide * multiply);
}

/* The bytes that an ioctl command says its argument has (include/uapi/asm-generic/ioctl.h); -1 where it says none. */
static __always_inline __s64 record_ioc_size(const struct record *record, int arg)
{
	__u32 command = record_argument(record, arg), direction = command >> 30;

	return direction ? (__s64)(command >> 16 & 0x3fff) : -1;
}

#endif
