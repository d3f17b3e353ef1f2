/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The programs that tell of processes: hooks tell of those that are traced, ahead of their events in the ring, and an
 * iterator tells of all that are there already.
 */
#include <traceleft/owner.h>
#include <traceleft/process_records.h>

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* There is a default handler, so that every process is traced. */
bool traceleft_any_default = false;

/* Processes are about to be traced that nobody knows yet: tell of all. */
bool traceleft_tells_all = false;

static __always_inline void count_untold(void)
{
	struct cpu_state *cpu = this_cpu_state();

	if (cpu)
		__sync_fetch_and_add(&cpu->counters.untold, 1);
}

static __always_inline void submit(struct process_room *room)
{
	struct cpu_state *cpu = this_cpu_state();
	__u32 size = end_record(room);

	if (!cpu || !size)
		return;
	if (has_room(bpf_ringbuf_query(&events, BPF_RB_AVAIL_DATA), traceleft_ring_size) &&
	    !bpf_ringbuf_output(&events, &room->record, size, BPF_RB_NO_WAKEUP)) {
		cpu->unchecked_bytes += size;
		cpu->unwoken_bytes += size;
	} else {
		count_untold();
	}
}

static __always_inline bool tells_of(__u32 tgid)
{
	if (traceleft_tells_all || find_slot(&processes, tgid) || find_slot(&followed, tgid))
		return true;
	return traceleft_any_default && tgid != traceleft_self && !bpf_map_lookup_elem(&ignored, &tgid);
}

/* The room for telling of a task's process; NULL where it isn't told. */
static __always_inline struct process_room *room_for(const struct task_struct *task, bool exits)
{
	struct process_room *room;

	if (!tells_of(BPF_CORE_READ(task, tgid)))
		return NULL;
	if (traceleft_owned && !(exits ? was_owners(task) : is_owners(task)))
		return NULL;
	room = process_room();
	if (!room)
		return NULL;
	if (!take_room(room)) {
		count_untold();
		return NULL;
	}
	room->task = (__u64)BPF_CORE_READ(task, group_leader);
	return room;
}

static __always_inline int tell_of(const struct task_struct *task, __u32 flags)
{
	struct process_room *room = room_for(task, false);

	if (!room)
		return 0;
	begin_record(room, flags);
	add_exe(room);
	add_cwd(room);
	add_argv(room);
	add_cgroup();
	submit(room);
	leave_room(room);
	return 0;
}

/* Behind process_forked(), which knows whether the child is followed. */
SEC("raw_tp/sched_process_fork")
int tell_forked(__u64 *ctx)
{
	const struct task_struct *child = (const struct task_struct *)ctx[1];

	if (BPF_CORE_READ(child, pid) != BPF_CORE_READ(child, tgid))
		return 0; /* a thread */
	return tell_of(child, PROCESS_FORKED);
}

/* Behind process_executed(). */
SEC("raw_tp/sched_process_exec")
int tell_executed(__u64 *ctx)
{
	return tell_of(current_task(), PROCESS_EXECUTED);
}

/* Ahead of process_exited(), which forgets the process. */
SEC("raw_tp/sched_process_exit")
int tell_exited(__u64 *ctx)
{
	const struct task_struct *task = (const struct task_struct *)ctx[0];
	const struct signal_struct *signal = BPF_CORE_READ(task, signal);
	const struct task_struct *leader;
	struct process_room *room;

	if (BPF_CORE_READ(signal, live.counter))
		return 0;
	room = room_for(task, true);
	if (!room)
		return 0;
	leader = task_of(room);
	begin_record(room, PROCESS_EXITED);
	room->record.exit_time = room->record.object.timestamp;
	/* As wait_task_zombie() in kernel/exit.c. */
	if (BPF_CORE_READ(signal, flags) & GROUP_EXIT)
		room->record.exit_status = BPF_CORE_READ(signal, group_exit_code);
	else
		room->record.exit_status = BPF_CORE_READ(leader, exit_code);
	submit(room);
	leave_room(room);
	return 0;
}

/* Between execs: calls by which a process changes its users, capabilities, directories, session or namespaces. What of
 * them is told is limited, for a process may make them as fast as it can. */
enum {
	CHANGES = 1000,	   /* of a process that are told in a window */
	WINDOW_SHIFT = 30, /* ns: one of 1.07 s */
	CHANGED_PROCESSES = 8192,
};
struct changes {
	__u64 window;
	__u64 told;
};
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, CHANGED_PROCESSES);
	__type(key, __u32); /* tgid */
	__type(value, struct changes);
} changes SEC(".maps");

static __always_inline bool may_tell_change(__u32 tgid)
{
	__u64 window = bpf_ktime_get_ns() >> WINDOW_SHIFT;
	struct changes *known = bpf_map_lookup_elem(&changes, &tgid);
	struct changes first = { .window = window, .told = 1 };

	if (!known || known->window != window) {
		bpf_map_update_elem(&changes, &tgid, &first, BPF_ANY);
		return true;
	}
	if (known->told >= CHANGES)
		return false;
	__sync_fetch_and_add(&known->told, 1);
	return true;
}

/* Without arguments, which are those of the version before: user space adds them. */
static __always_inline int tell_change(const struct task_struct *task)
{
	struct process_room *room = room_for(task, false);

	if (!room)
		return 0;
	if (may_tell_change(BPF_CORE_READ(task, tgid))) {
		begin_record(room, 0);
		add_exe(room);
		add_cwd(room);
		add_cgroup();
		submit(room);
	} else {
		count_untold();
	}
	leave_room(room);
	return 0;
}

/* root_exit calls it in the place of those calls' trace probes, which stand here: other calls don't meet it. */
HANDLER_MAP(changing_progs);
HANDLER_MAP(compat_changing);

SEC("raw_tp/sys_exit") int tell_changed(void *ctx)
{
	const struct pt_regs *regs = (const struct pt_regs *)((__u64 *)ctx)[0];
	__u32 nr = traceleft_kernel_btf ? syscall_number(regs) : copied_syscall_number(regs);

	if (((__s64 *)ctx)[1] >= 0)
		tell_change(current_task());
	if (is_compat_call())
		bpf_tail_call(ctx, &compat_changing, nr);
	else
		bpf_tail_call(ctx, &changing_progs, nr & ~X32_BIT);
	return 0;
}

/* Under other backends, at the tracepoints of those calls. */
SEC("tracepoint") int tell_changed_call(void *ctx)
{
	if (((__s64 *)ctx)[2] >= 0) /* common fields, __syscall_nr, ret */
		tell_change(current_task());
	return 0;
}

/* Whoever moved it. */
SEC("raw_tp/cgroup_attach_task")
int tell_moved(__u64 *ctx)
{
	return tell_change((const struct task_struct *)ctx[2]); /* a cgroup, its path, and the task */
}

struct seq_file;
struct bpf_iter_meta {
	struct seq_file *seq;
} __attribute__((preserve_access_index));
struct bpf_iter__task {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
} __attribute__((preserve_access_index));

/* Writes a process's record into what user space reads. Another process's memory can't be read here: user space adds the
 * arguments. The rooms are not those of the hooks: it is an object of its own. */
SEC("iter/task") int look_at_task(struct bpf_iter__task *ctx)
{
	struct seq_file *seq = ctx->meta->seq;
	struct process_room *room = process_room();
	const struct task_struct *task;
	__u32 size;

	if (!ctx->task || !room)
		return 0;
	room->task = (__u64)ctx->task; /* comes back as a number, which functions are given */
	asm volatile("" ::: "memory");
	task = task_of(room);
	if (BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid) || BPF_CORE_READ(task, flags) & KERNEL_THREAD)
		return 0;
	if (traceleft_owned && !is_owners(task))
		return 0;
	begin_record(room, 0);
	add_exe(room);
	add_cwd(room);
	add_cgroup();
	size = end_record(room);
	asm volatile("" : "+r"(size));
	if (size && size <= sizeof(room->record) + PROCESS_BYTES)
		bpf_seq_write(seq, &room->record, size);
	return 0;
}
