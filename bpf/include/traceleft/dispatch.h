/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The kernel's side of dispatching: it finds a process's handler and jumps there from the trace probe. */
#ifndef TRACELEFT_DISPATCH_H
#define TRACELEFT_DISPATCH_H

#include "compat.h"
#include "entered.h"
#include "maps.h"
#include "open_files.h"
#include "owner.h"
#include "processes.h"
#include "record.h"
#include "registers.h"
#include "task.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";

/* The highest number of a call that handlers know. */
const volatile __u32 traceleft_highest = 0;

/* How often each slot was handed on to a child. User space reads it before and after it looks for a slot's users: if
 * the count stood still and no user was found, there is none. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1024); /* the loader sets the number of slots */
	__type(key, __u32);
	__type(value, __u64);
} slot_inheritances SEC(".maps");

static __always_inline bool hooks_functions(void)
{
	return traceleft_backend == BACKEND_FENTRY || traceleft_backend == BACKEND_KPROBE;
}

/* Whether a function that is hooked runs for a 32-bit program's call, which the root programs see. On x86 the function of
 * a call without arguments is that of both ABIs (arch/x86/include/asm/syscall_wrapper.h: __SYS_STUB0), and on arm64 most
 * are. The functions of execve are not, and the flag tells of the new program there. */
static __always_inline bool serves_compat_call(const char *name, bool without_arguments)
{
#if defined(__TARGET_ARCH_x86)
	if (!without_arguments)
		return false;
#endif
	if (!hooks_functions() || !__builtin_strcmp(name, "execve") || !__builtin_strcmp(name, "execveat"))
		return false;
	return is_compat_call();
}

static __always_inline int dispatch(void *ctx, void *handlers, const char *name, bool without_arguments)
{
	return serves_compat_call(name, without_arguments) ? 0 : dispatch_process(ctx, handlers);
}

/*
 * The pair of trace probes of one syscall, and its two handler maps. The sections say how the original attached them; the
 * loader chooses the real hook. All share two sections, for libbpf's time to open an object grows with their square.
 */
#define TRACE_PROBES_OF(name, without_arguments)                                                                       \
	HANDLER_MAP(handle_##name##_progs);                                                                            \
	HANDLER_MAP(handle_##name##_progs_ret);                                                                        \
	SEC("kprobe") int trace_##name(void *ctx)                                                                      \
	{                                                                                                              \
		return dispatch(ctx, &handle_##name##_progs, #name, without_arguments);                                \
	}                                                                                                              \
	SEC("kretprobe") int trace_##name##_ret(void *ctx)                                                             \
	{                                                                                                              \
		return dispatch(ctx, &handle_##name##_progs_ret, #name, without_arguments);                            \
	}

#define TRACE_PROBES(name) TRACE_PROBES_OF(name, false)
#define TRACE_PROBES_WITHOUT_ARGUMENTS(name) TRACE_PROBES_OF(name, true)

/* Calls by numbers that no handler knows: they share a pair of probes, and this program, which is their handler wherever
 * all calls are traced. */
TRACE_PROBES(unnamed)

SEC("kretprobe") int take_unnamed_call(void *ctx)
{
	struct record record;
	int end = sizeof("syscall_0x") - 1;

	if (!record_begin(&record, ctx, "syscall_0x", 6, 0))
		return 0;
#pragma unroll
	for (int shift = 28; shift >= 0; shift -= 4) {
		__u32 left = (__u32)record.event->nr >> shift;

		if (left || !shift)
			record.event->syscall[end++ & 31] = "0123456789abcdef"[left & 15];
	}
	return record_submit(&record);
}

/* Where durations are wanted, this is the entry half of every handler that has none of its own. */
SEC("kprobe") int take_entry_time(void *ctx)
{
	keep_entry_time();
	return 0;
}

/* To find out what a hook costs before any program does anything. */
SEC("kprobe") int do_nothing(void *ctx)
{
	return 0;
}

/* root_enter is attached. It sees every call, also those that don't return; root_exit counts none then. */
bool traceleft_enter_hooked = false;

/* Backend raw_tp: one root program on each side finds the trace probe by the syscall's number. Under every backend it
 * finds those of 32-bit programs' calls, which no tracepoint of a syscall and no function of a 64-bit call sees. */
HANDLER_MAP(trace_progs);
HANDLER_MAP(trace_progs_ret);
HANDLER_MAP(compat_progs);
HANDLER_MAP(compat_progs_ret);

/* The tasks that are in an execve of i386's; kept under fentry and kprobe. A successful execve returns by the new
 * program's ABI. There a native one is seen by its function all the same, and these are told from it. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024); /* the loader's, too */
	__type(key, __u64);	   /* address of the task_struct */
	__type(value, __u32);	   /* the call's number */
} compat_execs SEC(".maps");

static __always_inline void enter_compat_exec(__u32 nr)
{
	__u64 task = (__u64)current_task();

	if (hooks_functions() && (nr == COMPAT_EXECVE || nr == COMPAT_EXECVEAT))
		bpf_map_update_elem(&compat_execs, &task, &nr, BPF_ANY);
}

/* Hands on an execve that has succeeded, where the ABI by which it returns doesn't tell who is to see it. */
static __always_inline bool leave_exec(void *ctx, void *compat_probes)
{
	__u64 task = (__u64)current_task();
	__u32 *entered = bpf_map_lookup_elem(&compat_execs, &task), nr;

	if (!entered)
		return false;
	nr = *entered;
	bpf_map_delete_elem(&compat_execs, &task);
	bpf_tail_call(ctx, compat_probes, nr);
	return true;
}

static __always_inline int root_compat(void *ctx, void *probes, void *compat_probes, __u32 nr, bool entry, bool counts)
{
	bool executed = !entry && nr == COMPAT_EXECVE && !((__s64 *)ctx)[1];

	if (counts && !traceleft_compat_handled)
		count_compat_call(false);
	if (entry)
		enter_compat_exec(nr);
	if (executed && hooks_functions()) {
		leave_exec(ctx, compat_probes);
		return 0;
	}
	bpf_tail_call(ctx, compat_probes, nr);
	/* A 64-bit program may have executed this one. */
	if (executed && traceleft_backend == BACKEND_RAW_TP)
		bpf_tail_call(ctx, probes, NATIVE_EXECVE);
	return 0;
}

static __always_inline __u32 root_number(void *ctx)
{
	const struct pt_regs *regs = (const struct pt_regs *)((__u64 *)ctx)[0];

	return traceleft_kernel_btf ? syscall_number(regs) : copied_syscall_number(regs);
}

static __always_inline int root(void *ctx, void *probes, void *compat_probes, __u32 nr, bool compat, bool entry,
				bool counts)
{
	if (compat)
		return root_compat(ctx, probes, compat_probes, nr, entry, counts);
	if (is_x32(nr)) {
		nr &= ~X32_BIT;
		if (counts && (nr >= X32_OWN_CALLS || traceleft_backend == BACKEND_TRACEPOINT))
			count_compat_call(true);
		if (nr >= X32_OWN_CALLS)
			return 0;
	}
	if (traceleft_backend == BACKEND_RAW_TP) {
		bpf_tail_call(ctx, probes, nr);
		/* No probe: of the highest numbers all share the one behind the last. -1 is no call, but a return from a
		 * signal. */
		if (nr > traceleft_highest && nr != -1U)
			bpf_tail_call(ctx, probes, traceleft_highest + 1);
	} else if (!entry && hooks_functions() && nr == NATIVE_EXECVE && !((__s64 *)ctx)[1]) {
		leave_exec(ctx, compat_probes);
	}
	return 0;
}

/* Whether a call isn't to be seen. What the task's last call kept goes, too: its exit may have been another's, as that of
 * an execve of a set-user-ID program is. */
static __always_inline bool is_anothers(void)
{
	if (!traceleft_owned || is_owners(current_task()))
		return false;
	if (traceleft_durations)
		forget_entry_time();
	forget_entered_call();
	return true;
}

/* The loader runs it once: whether this kernel tells what is_owners() must know. */
SEC("raw_tp") int tell_ownership(void *ctx)
{
	return dumpable_of((const void *)current_task()) != DUMPABLE_UNKNOWN;
}

SEC("raw_tp/sys_enter") int root_enter(void *ctx)
{
	if (is_anothers())
		return 0;
	return root(ctx, &trace_progs, &compat_progs, root_number(ctx), is_compat_call(), true, true);
}

static __always_inline void notice_files(void *ctx, __u32 nr, bool compat)
{
	const struct pt_regs *regs = (const struct pt_regs *)((__u64 *)ctx)[0];
	const struct call_files *call;

	if (nr == -1U)
		return;
	nr &= ~X32_BIT;
	if (nr >= ABI_CALLS)
		return;
	nr += compat ? ABI_CALLS : 0;
	call = bpf_map_lookup_elem(&described_calls, &nr);
	if (call && call->flags & CALL_NOTICED)
		notice_call(regs, call, ((__s64 *)ctx)[1], compat);
}

SEC("raw_tp/sys_exit") int root_exit(void *ctx)
{
	bool compat = is_compat_call();
	__u32 nr = root_number(ctx);

	if (traceleft_files) { /* whoever's: an address may be another's file next */
		__u64 *exits = root_exit_count();

		notice_files(ctx, nr, compat);
		if (exits && traceleft_backend == BACKEND_TRACEPOINT)
			*exits += 1;
	}
	if (is_anothers())
		return 0;
	return root(ctx, &trace_progs_ret, &compat_progs_ret, nr, compat, false, !traceleft_enter_hooked);
}

/* A copy of a process's entry, if it has one that leads to a slot. */
static __always_inline bool find_process(void *map, __u32 tgid, struct process *found)
{
#pragma unroll
	for (int i = 0; i < 2; i++) {
		const struct process *process = bpf_map_lookup_elem(map, &tgid);

		if (!process)
			return false;
		*found = *process;
		if (found->tgid == tgid) /* else it was replaced meanwhile */
			return found->slot || found->slot_at_exec;
	}
	return false;
}

/* A new process gets a followed parent's slot, but no entry of an earlier process with its number. This runs before the
 * child's first instruction. */
SEC("raw_tp/sched_process_fork")
int process_forked(__u64 *ctx)
{
	const struct task_struct *parent = (const struct task_struct *)ctx[0];
	const struct task_struct *child = (const struct task_struct *)ctx[1];
	__u32 parent_tgid = BPF_CORE_READ(parent, tgid), tgid = BPF_CORE_READ(child, tgid);
	struct process inherited = {};
	__u32 slot;
	__u64 *inheritances;

	if (BPF_CORE_READ(child, pid) != tgid)
		return 0; /* a thread */
	forget_ignored(tgid);
	bpf_map_delete_elem(&processes, &tgid);
	if (!find_process(&processes, parent_tgid, &inherited) && !find_process(&followed, parent_tgid, &inherited))
		inherited.follow_forks = 0;
	if (!inherited.follow_forks) {
		bpf_map_delete_elem(&followed, &tgid);
		return 0;
	}
	slot = inherited.slot ? inherited.slot : inherited.slot_at_exec;
	inherited.tgid = tgid;
	if (bpf_map_update_elem(&followed, &tgid, &inherited, BPF_ANY)) {
		struct cpu_state *cpu = this_cpu_state();

		if (cpu)
			cpu->counters.unfollowed += 1;
	}
	/* Counted last: until here the parent can't exit, so whoever looks for users of the slot meets it; and who has
	 * looked past the child's place before it was there sees the count change before the parent can be gone. */
	inheritances = bpf_map_lookup_elem(&slot_inheritances, &slot);
	if (inheritances)
		__sync_fetch_and_add(inheritances, 1);
	return 0;
}

static __always_inline void execute(void *map, __u32 tgid)
{
	struct process *process = bpf_map_lookup_elem(map, &tgid);

	if (process && process->slot_at_exec) {
		process->slot = process->slot_at_exec;
		process->slot_at_exec = 0;
	}
}

SEC("raw_tp/sched_process_exec")
int process_executed(void *ctx)
{
	__u32 tgid = current_tgid();

	execute(&processes, tgid);
	execute(&followed, tgid);
	return 0;
}

static __always_inline int forget_exited(__u64 *ctx)
{
	const struct task_struct *task = (const struct task_struct *)ctx[0];
	__u32 tgid = BPF_CORE_READ(task, tgid);
	__u64 key = (__u64)task;

	if (traceleft_durations)
		bpf_map_delete_elem(&entry_times, &key);
	/* do_exit() has counted this thread off already. */
	if (BPF_CORE_READ(task, signal, live.counter) == 0) {
		bpf_map_delete_elem(&processes, &tgid);
		bpf_map_delete_elem(&followed, &tgid);
		forget_ignored(tgid);
	}
	return 0;
}

SEC("raw_tp/sched_process_exit")
int process_exited(__u64 *ctx)
{
	return forget_exited(ctx);
}

/* Takes its place, to run last again: until Linux 6.10 a program could be at a raw tracepoint only once. */
SEC("raw_tp/sched_process_exit")
int process_exited_last(__u64 *ctx)
{
	return forget_exited(ctx);
}

/* A thread that ends within a call, or whose call no handler saw return, keeps nothing. Loaded where handlers have entry
 * programs. */
SEC("raw_tp/sched_process_exit")
int entered_call_ended(void *ctx)
{
	forget_entered_call();
	return 0;
}

#endif
