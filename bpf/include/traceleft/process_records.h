/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Builds the record of a process, in a room of the CPU's. */
#ifndef TRACELEFT_PROCESS_RECORDS_H
#define TRACELEFT_PROCESS_RECORDS_H

#include "paths.h"
#include "processes.h"
#include "record.h"

enum {
	ARGV_BYTES = 4096,
	CGROUP_DEPTH = 64,
	CGROUP_BYTES = 4096,
	PROCESS_BYTES = 2 * PATH_BYTES + ARGV_BYTES + CGROUP_BYTES, /* all strings */
	KERNEL_THREAD = 0x00200000,				    /* include/linux/sched.h: PF_KTHREAD */
	GROUP_EXIT = 4, /* include/linux/sched/signal.h: SIGNAL_GROUP_EXIT */
};

/* One CPU's room for the record that it builds. */
struct process_room {
	__u64 busy;
	__u64 task;	 /* a struct task_struct */
	__u64 directory; /* a struct kernfs_node, while its names are gathered */
	__u32 size;	 /* of the strings so far */
	__u32 flags;
	struct process_record record;
	__u8 bytes[PROCESS_BYTES + NAME_BYTES]; /* behind the record */
};
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct process_room);
} process_rooms SEC(".maps");

static __always_inline struct process_room *process_room(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&process_rooms, &zero);
}

/* A hook may preempt another on the same CPU, on some kernels. */
static __always_inline bool take_room(struct process_room *room)
{
	__sync_fetch_and_add(&room->busy, 1);
	if (*(volatile __u64 *)&room->busy == 1)
		return true;
	__sync_fetch_and_add(&room->busy, -1);
	return false;
}

static __always_inline void leave_room(struct process_room *room)
{
	__sync_fetch_and_add(&room->busy, -1);
}

static __always_inline const struct task_struct *task_of(const struct process_room *room)
{
	return (const struct task_struct *)room->task;
}

/* Adds the names of a path, as the process in the room sees it. Returns how many bytes they take. */
VERIFIED_APART int add_path(__u64 mount, __u64 dentry)
{
	struct process_room *room = process_room();
	struct object_room *path = object_room();
	const struct task_struct *task;
	const struct fs_struct *fs;
	__u32 at, size;

	if (!room || !path)
		return 0;
	task = task_of(room);
	fs = BPF_CORE_READ(task, fs);
	path->sight.mount = mount;
	path->sight.dentry = dentry;
	path->sight.root_mount = (__u64)BPF_CORE_READ(fs, root.mnt);
	path->sight.root = (__u64)BPF_CORE_READ(fs, root.dentry);
	walk_path();
	at = room->size;
	size = path->walk.size;
	asm volatile("" : "+r"(at), "+r"(size));
	if (at > PROCESS_BYTES - PATH_BYTES || size > PATH_BYTES)
		return 0;
	bpf_probe_read_kernel(room->bytes + at, size, path->bytes);
	room->size = at + size;
	return size;
}

static __always_inline void add_exe(struct process_room *room)
{
	const struct task_struct *task = task_of(room);
	const struct file *file = BPF_CORE_READ(task, mm, exe_file);
	struct object_room *path = object_room();
	struct path place = {};

	if (!file || !path)
		return;
	bpf_core_read(&place.mnt, sizeof(place.mnt), &file->f_path.mnt);
	bpf_core_read(&place.dentry, sizeof(place.dentry), &file->f_path.dentry);
	room->record.exe = add_path((__u64)place.mnt, (__u64)place.dentry);
	room->record.exe_inside = path->walk.inside;
	if (path->walk.flags & OBJECT_PATH_CUT)
		room->flags |= PROCESS_EXE_CUT;
	if (is_deleted((__u64)place.dentry))
		room->flags |= PROCESS_EXE_DELETED;
}

static __always_inline void add_cwd(struct process_room *room)
{
	const struct task_struct *task = task_of(room);
	const struct fs_struct *fs = BPF_CORE_READ(task, fs);
	struct object_room *path = object_room();
	struct path place = {};

	if (!fs || !path)
		return;
	bpf_core_read(&place.mnt, sizeof(place.mnt), &fs->pwd.mnt);
	bpf_core_read(&place.dentry, sizeof(place.dentry), &fs->pwd.dentry);
	room->record.cwd = add_path((__u64)place.mnt, (__u64)place.dentry);
	room->record.cwd_inside = path->walk.inside;
	room->flags |= PROCESS_CWD_KNOWN;
	if (path->walk.flags & OBJECT_PATH_CUT)
		room->flags |= PROCESS_CWD_CUT;
	if (is_deleted((__u64)place.dentry))
		room->flags |= PROCESS_CWD_DELETED;
}

/* The arguments lie in the memory of the current process: of a child that was forked just now in its parent's, too. */
static __always_inline void add_argv(struct process_room *room)
{
	const struct task_struct *task = task_of(room);
	const struct mm_struct *memory = BPF_CORE_READ(task, mm);
	__u64 begin = BPF_CORE_READ(memory, arg_start), size = BPF_CORE_READ(memory, arg_end) - begin;
	__u32 at = room->size;

	room->record.argv_size = size;
	if (size > ARGV_BYTES)
		size = ARGV_BYTES;
	asm volatile("" : "+r"(at), "+r"(size));
	if (!memory || at > 2 * PATH_BYTES || size > ARGV_BYTES ||
	    bpf_probe_read_user(room->bytes + at, size, (const void *)begin))
		return;
	room->flags |= PROCESS_ARGV_KNOWN;
	room->record.argv = size;
	room->size = at + size;
}

struct kernfs_node___parent {
	struct kernfs_node *parent;
} __attribute__((preserve_access_index));

/* Adds a cgroup's name, and goes to the one around it. 0 at the root, which has none. */
VERIFIED_APART int climb_cgroup(void)
{
	struct process_room *room = process_room();
	const struct kernfs_node *node, *parent;
	__u32 at;
	long got;

	if (!room)
		return 0;
	node = KERNEL_POINTER(kernfs_node, room->directory);
	if (bpf_core_field_exists(node->__parent))
		parent = BPF_CORE_READ(node, __parent);
	else
		parent = BPF_CORE_READ((const struct kernfs_node___parent *)node, parent);
	if (!parent)
		return 0;
	at = room->size;
	asm volatile("" : "+r"(at));
	if (at > PROCESS_BYTES)
		return 0;
	got = bpf_probe_read_kernel_str(room->bytes + at, NAME_BYTES, BPF_CORE_READ(node, name));
	if (got < 1)
		return 0;
	room->size = at + got;
	room->directory = (__u64)parent;
	return 1;
}

VERIFIED_APART int add_cgroup(void)
{
	struct process_room *room = process_room();
	const struct task_struct *task;
	const struct kernfs_node *node;
	__u32 before;

	if (!room)
		return 0;
	task = task_of(room);
	node = BPF_CORE_READ(task, cgroups, dfl_cgrp, kn);
	room->record.cgroup_id = BPF_CORE_READ(node, id);
	room->directory = (__u64)node;
	before = room->size;
	for (int i = 0; i < CGROUP_DEPTH; i++)
		if (!climb_cgroup())
			break;
	room->record.cgroup = room->size - before;
	return 0;
}

static __always_inline void add_ids(struct process_room *room)
{
	const struct task_struct *task = task_of(room);
	const struct task_struct *parent = BPF_CORE_READ(task, real_parent, group_leader);
	const struct cred *cred = BPF_CORE_READ(task, cred);
	const struct pid *pid = BPF_CORE_READ(task, thread_pid);
	const struct upid *own = (const void *)pid + bpf_core_field_offset(struct pid, numbers) +
				 BPF_CORE_READ(pid, level) * bpf_core_type_size(struct upid);
	const struct tty_struct *tty = BPF_CORE_READ(task, signal, tty);
	const struct nsproxy *namespaces = BPF_CORE_READ(task, nsproxy);
	struct process_record *record = &room->record;

	record->object.object = BPF_CORE_READ(task, tgid);
	record->start_time = BPF_CORE_READ(task, start_time);
	record->start_boottime = BPF_CORE_READ(task, start_boottime);
	record->ppid = BPF_CORE_READ(parent, tgid);
	record->parent_start_time = BPF_CORE_READ(parent, start_time);
	record->ns_pid = BPF_CORE_READ(own, nr);
	record->pid_namespace = BPF_CORE_READ(own, ns, ns.inum);
	record->session = BPF_CORE_READ(task, signal, pids[PIDTYPE_SID], numbers[0].nr);
	if (tty)
		record->tty = (BPF_CORE_READ(tty, driver, major) << 20 | BPF_CORE_READ(tty, driver, minor_start)) +
			      BPF_CORE_READ(tty, index);
	record->uid = BPF_CORE_READ(cred, uid.val);
	record->gid = BPF_CORE_READ(cred, gid.val);
	record->euid = BPF_CORE_READ(cred, euid.val);
	record->egid = BPF_CORE_READ(cred, egid.val);
	record->user_namespace = BPF_CORE_READ(cred, user_ns, ns.inum);
	bpf_core_read(&record->capabilities, sizeof(record->capabilities), &cred->cap_effective);
	record->mount_namespace = BPF_CORE_READ(namespaces, mnt_ns, ns.inum);
	record->network_namespace = BPF_CORE_READ(namespaces, net_ns, ns.inum);
	bpf_core_read(record->comm, sizeof(record->comm), &task->comm);
}

/* Fills the record of the process in the room, whose first thread `task` is. */
static __always_inline void begin_record(struct process_room *room, __u32 flags)
{
	__builtin_memset(&room->record, 0, sizeof(room->record));
	room->size = 0;
	room->flags = flags;
	room->record.object.mark = OBJECT_MARK;
	room->record.object.kind = OBJECT_PROCESS;
	room->record.object.timestamp = bpf_ktime_get_ns();
	add_ids(room);
}

/* Ends it; returns its size. */
static __always_inline __u32 end_record(struct process_room *room)
{
	__u32 size = room->size;

	room->record.object.flags = room->flags;
	asm volatile("" : "+r"(size));
	if (size > PROCESS_BYTES)
		return 0;
	if (size & 7) /* the padding has strings of other processes */
		*(__u64 *)(room->bytes + (size & ~7U)) &= (1ULL << 8 * (size & 7)) - 1;
	size = ((size + 7) & ~7U) + sizeof(room->record);
	asm volatile("" : "+r"(size));
	return size > sizeof(room->record) + PROCESS_BYTES ? 0 : size;
}

#endif
