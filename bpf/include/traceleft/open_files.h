/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The numbers of open files, which are told apart by the addresses of their struct file. The kernel gives an address to
 * another file as soon as the first one is closed. So root_exit sees every call that opens a file, whoever makes it, and
 * removes what is known of its address.
 */
#ifndef TRACELEFT_OPEN_FILES_H
#define TRACELEFT_OPEN_FILES_H

#include "maps.h"
#include "registers.h"
#include "task.h"

/* The objects behind descriptors are told. */
const volatile bool traceleft_files = false;

struct open_file_key {
	__u64 address; /* of the struct file; of a directory its dentry */
	__u64 mount;   /* of a directory; else 0 */
};
struct open_file {
	__u64 object; /* object_record.object */
	__u64 inode;
	__u64 dentry;
	__u64 root;	 /* the dentry of the root directory of the process for which it was told */
	__u64 names;	 /* a hash of its path */
	__u64 signature; /* a hash of a socket's addresses */
	__u64 opened_at; /* root_exit's count then */
	__u32 version;	 /* object_record.version */
	__u32 sequence;	 /* d_seq of the dentry: a rename or an unlink changes it */
	__u32 generation;
	__u16 told;   /* this version is */
	__u16 opened; /* by the call that is about to return, which root_exit has yet to see */
};
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, struct open_file_key);
	__type(value, struct open_file);
} open_files SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 2 * ABI_CALLS);
	__type(key, __u32);
	__type(value, struct call_files);
} described_calls SEC(".maps");

/* How often paths may have changed: by renames, and by mounts. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} path_generation SEC(".maps");

/* How often root_exit ran on this CPU; kept under backend tracepoint. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} root_exits SEC(".maps");

static __always_inline __u64 *root_exit_count(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&root_exits, &zero);
}

/* Whether root_exit may run after the handlers. The functions that fentry and kprobe hook return before it runs; a
 * syscall's tracepoint has its turn behind it, or before it if another tool was there first. */
static __always_inline bool root_exit_may_follow(void)
{
	return traceleft_backend != BACKEND_RAW_TP;
}

/* Notes that a call opened this file, so that root_exit, if it is yet to see the call, keeps what is known of it. */
static __always_inline void note_opened(struct open_file *file)
{
	__u64 *exits = root_exit_count();

	file->opened = root_exit_may_follow();
	file->opened_at = exits ? *exits : 0;
}

/* Whether root_exit sees the very call that opened the file. Before, it may have run for another call on this CPU. */
static __always_inline bool was_opened_now(struct open_file *file)
{
	__u64 *exits = root_exit_count();

	if (!file->opened)
		return false;
	file->opened = 0;
	return traceleft_backend != BACKEND_TRACEPOINT || (exits && file->opened_at == *exits);
}

/* The file behind a task's descriptor; 0: there is none. */
static __always_inline __u64 file_of(__u64 task, __s32 fd)
{
	__u64 table, slot, file = 0;

	if (fd < 0)
		return 0;
	table = (__u64)KERNEL_READ(files_struct, KERNEL_READ(task_struct, task, files), fdt);
	if (fd >= KERNEL_READ(fdtable, table, max_fds))
		return 0;
	slot = (__u64)(KERNEL_READ(fdtable, table, fd) + fd);
	if (CAN_CAST)
		return (__u64)CAST(hlist_head, slot)->first;
	bpf_probe_read_kernel(&file, sizeof(file), (const void *)slot);
	return file;
}

/* Whether what is said of the call's result holds for this argument. */
static __always_inline bool is_chosen(const struct call_files *call, __u64 argument)
{
	__u32 value = argument & call->if_mask;

	if (!(call->flags & CALL_IF))
		return true;
	return (value < 64 && call->if_values >> (value & 63) & 1) || value == call->if_other;
}

/* Argument `n` of a call, of whatever ABI. */
static __always_inline __u64 any_argument(const struct pt_regs *regs, __u8 n, bool compat)
{
	__u64 value = 0;

#pragma unroll
	for (int i = 0; i < 6; i++) {
		if (n != i)
			continue;
#if defined(__TARGET_ARCH_x86)
		if (compat)
			value = (__u32)(i == 0	 ? BPF_CORE_READ(regs, bx)
					: i == 1 ? BPF_CORE_READ(regs, cx)
					: i == 2 ? BPF_CORE_READ(regs, dx)
					: i == 3 ? BPF_CORE_READ(regs, si)
					: i == 4 ? BPF_CORE_READ(regs, di)
						 : BPF_CORE_READ(regs, bp));
		else
#endif
			value = copied_argument(regs, i);
	}
	return value;
}

static __always_inline void notice_file(__u64 address)
{
	struct open_file_key key = { .address = address };
	struct open_file *known;

	if (!address)
		return;
	if (root_exit_may_follow()) {
		known = bpf_map_lookup_elem(&open_files, &key);
		if (known && was_opened_now(known))
			return;
	}
	bpf_map_delete_elem(&open_files, &key);
}

static __always_inline __u64 executed_file(__u64 task)
{
	return (__u64)KERNEL_READ(mm_struct, KERNEL_READ(task_struct, task, mm), exe_file);
}

/* Sees a call that returns, of any process. `regs` are those with which it was entered. */
static __always_inline void notice_call(const struct pt_regs *regs, const struct call_files *call, __s64 ret,
					bool compat)
{
	__u64 task = (__u64)current_task();
	__u32 zero = 0;

	if (ret < 0)
		return;
	if (call->flags & CALL_RENAMES) {
		__u64 *generation = bpf_map_lookup_elem(&path_generation, &zero);

		if (generation)
			__sync_fetch_and_add(generation, 1);
	}
	if (call->flags & CALL_EXECUTES)
		notice_file(executed_file(task));
	if (call->flags & CALL_OPENS) {
		__u64 decides = 0;

		if (call->flags & CALL_IF)
			decides = any_argument(regs, call->if_argument, compat);
		if (is_chosen(call, decides))
			notice_file(file_of(task, ret));
	}
	if (call->flags & CALL_PAIR) {
		__s32 pair[2] = { -1, -1 };

		bpf_probe_read_user(pair, sizeof(pair), (const void *)any_argument(regs, call->pair, compat));
		notice_file(file_of(task, pair[0]));
		notice_file(file_of(task, pair[1]));
	}
}

#endif
