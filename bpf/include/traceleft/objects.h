/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What descriptors stand for. Each file is told once, in a record of its own ahead of the first event that refers to it; the
 * event has its number. It is told anew where its path may have changed, or its addresses if it is a socket.
 */
#ifndef TRACELEFT_OBJECTS_H
#define TRACELEFT_OBJECTS_H

#include "open_files.h"
#include "paths.h"
#include "record.h"

#define FMODE_CREATED (1U << 20) /* include/linux/fs.h */

/* Fills the record of what is in sight. Its path was walked just now. */
static __always_inline void fill_record(struct object_room *room, const struct open_file *known, __u16 flags)
{
	struct file_record *record = &room->record;
	const struct sight *sight = &room->sight;
	const struct task_struct *task = KERNEL_POINTER(task_struct, sight->task);
	__u64 super = (__u64)KERNEL_READ(inode, sight->inode, i_sb);

	record->object = (struct object_record){
		.mark = OBJECT_MARK,
		.object = known->object,
		.version = known->version,
		.kind = OBJECT_FILE,
		.flags = flags | room->walk.flags,
		.timestamp = bpf_ktime_get_ns(),
	};
	if (is_deleted(sight->dentry))
		record->object.flags |= OBJECT_DELETED;
	if (sight->socket)
		record->object.flags |= OBJECT_SOCKET;
	if (sight->file && KERNEL_READ(file, sight->file, f_mode) & FMODE_CREATED)
		record->object.flags |= OBJECT_MADE;
	record->inode = KERNEL_READ(inode, sight->inode, i_ino);
	record->device = KERNEL_READ(super_block, super, s_dev);
	record->special = KERNEL_READ(inode, sight->inode, i_rdev);
	record->mode = KERNEL_READ(inode, sight->inode, i_mode);
	record->magic = KERNEL_READ(super_block, super, s_magic);
	record->flags = sight->file ? KERNEL_READ(file, sight->file, f_flags) : 0;
	record->mount_namespace = BPF_CORE_READ(task, nsproxy, mnt_ns, ns.inum);
	record->names = room->walk.size;
	record->inside = room->walk.inside;
	record->reserved = 0;
}

VERIFIED_APART int record_socket(__u32 at);

/* Hands the record over. Returns whether there was room in the ring. `flags` are OBJECT_*. */
static __always_inline bool tell(struct object_room *room, struct cpu_state *cpu, const struct open_file *known,
				 __u16 flags)
{
	__u32 size = room->walk.size;

	fill_record(room, known, flags);
	/* The padding has names of other files. */
	asm volatile("" : "+r"(size));
	if (size > PATH_BYTES)
		return false;
	if (size & 7)
		*(__u64 *)(room->bytes + (size & ~7U)) &= (1ULL << 8 * (size & 7)) - 1;
	size = (size + 7) & ~7U;
	if (room->sight.socket) {
		record_socket(size);
		size += sizeof(struct socket_record);
	}
	size += sizeof(room->record);
	if (room->sight.at_exit) {
		if (cpu->unchecked_bytes + size >= traceleft_check_bytes && !within_budget(size))
			return false;
	} else if (!has_room(bpf_ringbuf_query(&events, BPF_RB_AVAIL_DATA), traceleft_ring_size)) {
		return false;
	}
	cpu->unchecked_bytes += size;
	cpu->unwoken_bytes += size;
	asm volatile("" : "+r"(size));
	if (size > sizeof(room->record) + 2 * PATH_BYTES)
		return false;
	return !bpf_ringbuf_output(&events, &room->record, size, BPF_RB_NO_WAKEUP);
}

/* The entry of what is in sight, new where nothing is known of it, or of another file at that address only. */
static __always_inline struct open_file *know(struct object_room *room, bool opened)
{
	struct sight *sight = &room->sight;
	struct open_file *known = bpf_map_lookup_elem(&open_files, &sight->key);
	struct open_file first;

	if (known && !opened && known->inode == sight->inode && known->dentry == sight->dentry)
		return known;
	__builtin_memset(&first, 0, sizeof(first));
	room->last++;
	first.object = (__u64)(bpf_get_smp_processor_id() + 1) << 48 | room->last;
	first.version = 1;
	first.inode = sight->inode;
	first.dentry = sight->dentry;
	if (opened)
		note_opened(&first);
	/* Another CPU may have met it at the same time. */
	if (bpf_map_update_elem(&open_files, &sight->key, &first, known ? BPF_ANY : BPF_NOEXIST) && known)
		return NULL;
	return bpf_map_lookup_elem(&open_files, &sight->key);
}

/* Whether this was told of the file as it is now. */
static __always_inline bool is_told(const struct open_file *known, const struct sight *sight)
{
	return known->told && known->inode == sight->inode && known->dentry == sight->dentry &&
	       known->sequence == sight->sequence && known->generation == sight->generation &&
	       known->root == sight->root && known->signature == sight->signature;
}

/* Describes what is in sight, which was not told as it is now, in room->described, and tells it. */
VERIFIED_APART int describe_news(__u32 flags)
{
	struct object_room *room = object_room();
	struct cpu_state *cpu = this_cpu_state();
	struct open_file *known;
	struct sight *sight;
	bool changed;

	if (!room || !cpu)
		return 0;
	sight = &room->sight;
	room->described.status = DESCRIBED_UNKNOWN;
	room->described.object = room->described.version = 0;
	known = know(room, flags & OBJECT_CREATED);
	if (!known)
		return 0;
	changed = known->sequence != sight->sequence || known->signature != sight->signature;
	walk_path();
	if (known->told && (changed || known->names != room->walk.names)) {
		known->version++;
		known->told = 0;
	}
	known->sequence = sight->sequence;
	known->signature = sight->signature;
	known->names = room->walk.names;
	known->root = sight->root;
	known->generation = sight->generation;
	if (!known->told)
		known->told = tell(room, cpu, known, flags);
	if (!known->told)
		count(&cpu->counters.untold);
	room->described.status = known->told ? DESCRIBED_OK : DESCRIBED_UNTOLD;
	room->described.object = known->object;
	room->described.version = known->version;
	return 0;
}

/* Describes what is in sight, and tells it where it is not told yet, in room->described. `flags`: OBJECT_CREATED. */
static __always_inline void describe_sight(struct object_room *room, __u32 flags)
{
	const struct open_file *known;

	if (!(flags & OBJECT_CREATED)) {
		known = bpf_map_lookup_elem(&open_files, &room->sight.key);
		if (known && is_told(known, &room->sight)) {
			room->described.object = known->object;
			room->described.version = known->version;
			room->described.status = DESCRIBED_OK;
			return;
		}
	}
	describe_news(flags);
}

VERIFIED_APART __u64 socket_signature(void);

/* The part of a sight that files and directories share. */
static __always_inline void see_path(struct sight *sight, __u64 fs, __u64 mount, __u64 dentry)
{
	__u32 zero = 0;
	const __u64 *generation = bpf_map_lookup_elem(&path_generation, &zero);

	sight->mount = mount;
	sight->dentry = dentry;
	if (CAN_CAST)
		sight->sequence = *(const __u32 *)&CAST(dentry, dentry)->d_seq;
	else
		bpf_core_read(&sight->sequence, sizeof(sight->sequence), &KERNEL_POINTER(dentry, dentry)->d_seq);
	sight->generation = generation ? *generation : 0;
	sight->root_mount = (__u64)KERNEL_READ(fs_struct, fs, root.mnt);
	sight->root = (__u64)KERNEL_READ(fs_struct, fs, root.dentry);
}

#define FILE_TYPE 0170000   /* include/uapi/linux/stat.h: S_IFMT */
#define FILE_SOCKET 0140000 /* S_IFSOCK */

/* Describes the open file room->sight.file in room->described. */
VERIFIED_APART int describe_file_in_sight(__u64 task, __u32 flags, __u32 at_exit)
{
	struct object_room *room = object_room();
	struct sight *sight;
	__u64 address;

	if (!room)
		return 0;
	room->described.object = room->described.version = 0;
	room->described.status = DESCRIBED_NONE;
	sight = &room->sight;
	address = sight->file;
	if (!address)
		return 0;
	sight->key.address = address;
	sight->key.mount = 0;
	sight->task = task;
	sight->at_exit = at_exit;
	sight->inode = (__u64)KERNEL_READ(file, address, f_inode);
	see_path(sight, (__u64)KERNEL_READ(task_struct, task, fs), (__u64)KERNEL_READ(file, address, f_path.mnt),
		 (__u64)KERNEL_READ(file, address, f_path.dentry));
	sight->socket = sight->signature = 0;
	if ((KERNEL_READ(inode, sight->inode, i_mode) & FILE_TYPE) == FILE_SOCKET) {
		sight->socket = (__u64)KERNEL_READ(socket, KERNEL_READ(file, address, private_data), sk);
		if (sight->socket)
			sight->signature = socket_signature();
	}
	describe_sight(room, flags);
	return 0;
}

/* Describes an open file, by the address of its struct file, in room->described. The address goes by the room, for the
 * verifier may know it as a pointer, and functions that are verified apart take numbers only. `task`: the current one. */
static __always_inline void describe_file(struct object_room *room, __u64 task, __u64 address, __u32 flags,
					  __u32 at_exit)
{
	room->sight.file = address;
	describe_file_in_sight(task, flags, at_exit);
}

/* Describes the working directory of the task, or its root directory. */
VERIFIED_APART int describe_directory(__u64 task, __u32 root)
{
	struct object_room *room = object_room();
	__u64 fs = (__u64)KERNEL_READ(task_struct, task, fs);
	struct sight *sight;
	__u64 mount, dentry;

	if (!room)
		return 0;
	sight = &room->sight;
	mount = (__u64)(root ? KERNEL_READ(fs_struct, fs, root.mnt) : KERNEL_READ(fs_struct, fs, pwd.mnt));
	dentry = (__u64)(root ? KERNEL_READ(fs_struct, fs, root.dentry) : KERNEL_READ(fs_struct, fs, pwd.dentry));
	sight->key.address = dentry;
	sight->key.mount = mount;
	sight->task = task;
	sight->file = 0;
	sight->at_exit = 1;
	sight->inode = (__u64)KERNEL_READ(dentry, dentry, d_inode);
	see_path(sight, fs, mount, dentry);
	sight->socket = sight->signature = 0;
	describe_sight(room, 0);
	return 0;
}

/* What stood behind a descriptor that a call closes, from the call's entry until it returns. */
struct closed_file {
	__u64 attachments; /* as entered_call has it */
	__s32 nr;
	__s32 fd;
	struct described described;
};
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, __u64);	/* address of the task_struct */
	__type(value, struct closed_file);
} closed_files SEC(".maps");

#endif
