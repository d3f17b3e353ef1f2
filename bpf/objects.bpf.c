/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The programs that describe what an event's descriptors stand for. They are compiled a second time, with TRACELEFT_COPIES,
 * for kernels without BTF of their own. */
#ifndef TRACELEFT_COPIES
#define TRACELEFT_CASTS
#endif
#include <traceleft/objects.h>
#include <traceleft/sockets.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* The arguments that have strings: as many as a question knows. */
enum { DESCRIBED_STRINGS = 4, DESCRIBED_MOST = 12 };

/* Adds what room->described has to the event. */
static __always_inline void add_described(struct record *record, const struct object_room *room, __u16 place)
{
	struct described *described;
	__u32 at = record->size;

	asm volatile("" : "+r"(at));
	if (at > SCRATCH_OFFSET_MASK - DESCRIBED_MOST * sizeof(*described))
		return;
	described = (struct described *)(record->cpu->scratch + at);
	*described = room->described;
	described->place = place;
	record->size = at + sizeof(*described);
	record->event->flags |= EVENT_OBJECTS;
}

static __always_inline const struct call_files *call_files(const struct event_header *event)
{
	__u32 nr = event->nr;

	if (event->flags & EVENT_COMPAT)
		nr += ABI_CALLS;
	else
		nr &= ~X32_BIT;
	return bpf_map_lookup_elem(&described_calls, &nr);
}

static __always_inline __u64 raw_argument(const struct record *record, __u32 n)
{
	return ((const __u64 *)(record->event + 1))[n & 7];
}

/* The address of the current task. */
static __always_inline __u64 task_of(const struct record *record)
{
	return KERNEL_HAS(get_current_task_btf) ? record->cpu->record_task : (__u64)current_task();
}

/* The file that the descriptor stood for at the call's entry, if that was kept; then it is in room->described. */
static __always_inline bool closed_file(const struct record *record, struct object_room *room, __s32 fd)
{
	__u64 task = task_of(record);
	struct closed_file *closed = bpf_map_lookup_elem(&closed_files, &task);
	bool kept;

	if (!closed)
		return false;
	kept = closed->nr == record->event->nr && closed->fd == fd &&
	       closed->attachments == record->cpu->settings.attachments;
	room->described = closed->described;
	bpf_map_delete_elem(&closed_files, &task);
	return kept;
}

static __always_inline void describe_arguments(struct record *record, struct object_room *room,
					       const struct call_files *call)
{
#pragma unroll
	for (int i = 0; i < 6; i++) {
		__s32 fd;

		if (!(call->descriptors >> i & 1))
			continue;
		fd = raw_argument(record, i);
		if (fd < 0)
			continue;
		if (call->flags & CALL_CLOSES && call->closed == i) {
			if (!closed_file(record, room, fd)) {
				room->described.object = room->described.version = 0;
				room->described.status = DESCRIBED_UNKNOWN;
			}
		} else {
			describe_file(room, task_of(record), file_of(task_of(record), fd), 0, 1);
		}
		add_described(record, room, i);
	}
}

/* Whether a string that was captured is a name that begins at the working directory. */
static __always_inline bool has_relative_name(const struct record *record, const struct call_files *call)
{
	const struct event_header *event = record->event;
	__u32 at = sizeof(*event) + event->args * sizeof(__u64);
	__u32 bytes = at + event->captured * sizeof(struct captured);

#pragma unroll
	for (int i = 0; i < DESCRIBED_STRINGS; i++) {
		const struct captured *each;
		__u32 arg;

		if (i >= event->captured)
			continue;
		each = (const void *)(record->cpu->scratch + (at & SCRATCH_OFFSET_MASK));
		arg = each->arg & 15;
		if (!(each->arg & CAPTURED_PASSED) && call->paths >> arg & 1 &&
		    (each->status & ~CAPTURED_LATE) == CAPTURED_OK &&
		    (!each->size || record->cpu->scratch[bytes & SCRATCH_OFFSET_MASK] != '/')) {
			__s32 directory = raw_argument(record, arg - 1);

			if (!arg || !(call->directories >> (arg - 1) & 1) || directory == -100 /* AT_FDCWD */)
				return true;
		}
		bytes += (each->size + 7) & ~7U;
		at += sizeof(*each);
	}
	return false;
}

static __always_inline void describe_directories(struct record *record, struct object_room *room,
						 const struct call_files *call)
{
	bool succeeded = record->event->ret >= 0;

	if (succeeded && call->flags & CALL_CHROOTS)
		describe_directory(task_of(record), 1);
	else if ((succeeded && call->flags & CALL_ENTERS) || (call->paths && has_relative_name(record, call)))
		describe_directory(task_of(record), 0);
	else
		return;
	add_described(record, room, DESCRIBED_DIRECTORY);
}

static __always_inline void describe_results(struct record *record, struct object_room *room,
					     const struct call_files *call)
{
	__u64 task = task_of(record);
	__s64 ret = record->event->ret;

	if (ret < 0)
		return;
	if (call->flags & CALL_EXECUTES) {
		describe_file(room, task, executed_file(task), OBJECT_CREATED, 1);
		add_described(record, room, DESCRIBED_RESULT);
	}
	if (call->flags & CALL_RESULT && is_chosen(call, raw_argument(record, call->if_argument))) {
		describe_file(room, task, file_of(task, ret), call->flags & CALL_OPENS ? OBJECT_CREATED : 0, 1);
		add_described(record, room, DESCRIBED_RESULT);
	}
	if (call->flags & CALL_PAIR) {
		__s32 pair[2] = { -1, -1 };

		bpf_probe_read_user(pair, sizeof(pair), (const void *)raw_argument(record, call->pair));
#pragma unroll
		for (int i = 0; i < 2; i++) {
			describe_file(room, task, file_of(task, pair[i]), OBJECT_CREATED, 1);
			add_described(record, room, DESCRIBED_PAIR + i);
		}
	}
}

/* Handlers call it in place of handing their event over. */
SEC("kretprobe") int describe_objects(void *ctx)
{
	const struct call_files *call;
	struct object_room *room;
	struct record record;

	if (!resume_record(&record, ctx))
		return 0;
	room = object_room();
	call = call_files(record.event);
	if (room && call) {
		describe_arguments(&record, room, call);
		describe_directories(&record, room, call);
		if (!(record.event->flags & EVENT_ENTRY))
			describe_results(&record, room, call);
	}
	return record_submit(&record);
}

/* The entry half of calls that close a descriptor. */
SEC("kprobe") int keep_closed_file(void *ctx)
{
	const struct pt_regs *regs = call_registers(ctx);
	struct cpu_state *cpu = this_cpu_state();
	struct object_room *room = object_room();
	__u64 task = (__u64)current_task();
	struct closed_file closed = {};
	const struct call_files *call;
	bool compat = is_compat_call();
	__u32 nr;

	if (traceleft_durations)
		keep_entry_time();
	nr = registers_loadable() ? syscall_number(regs) : copied_syscall_number(regs);
	closed.nr = nr;
	nr = compat ? ABI_CALLS + nr : nr & ~X32_BIT;
	call = bpf_map_lookup_elem(&described_calls, &nr);
	if (!call || !cpu || !room || !(call->flags & CALL_CLOSES))
		return 0;
	closed.attachments = cpu->settings.attachments;
	closed.fd = any_argument(regs, call->closed, compat);
	if (closed.fd < 0)
		return 0;
	/* The room belongs to whoever has the scratch. */
	if (preemptible() ? take_scratch(cpu) : !cpu->busy) {
		describe_file(room, task, file_of(task, closed.fd), 0, 0);
		closed.described = room->described;
		if (preemptible())
			leave_scratch(cpu);
	} else {
		closed.described.status = DESCRIBED_UNKNOWN;
	}
	bpf_map_update_elem(&closed_files, &task, &closed, BPF_ANY);
	return 0;
}
