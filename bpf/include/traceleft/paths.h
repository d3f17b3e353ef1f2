/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The path of a file or a directory: names of dentries, across mounts, from the root directory on. */
#ifndef TRACELEFT_PATHS_H
#define TRACELEFT_PATHS_H

#include "open_files.h"

enum {
	PATH_NAMES = 256,  /* of a path at most */
	PATH_BYTES = 4096, /* of all of them, each with its NUL */
	NAME_BYTES = 256,  /* of one: NAME_MAX and NUL */
};

/* A file, or a directory, that is being looked at. */
struct sight {
	struct open_file_key key;
	__u64 task;
	__u64 file;  /* 0: it is a directory that is not open */
	__u64 mount; /* of its path: a struct vfsmount */
	__u64 dentry;
	__u64 inode;
	__u64 root_mount; /* of the process's root directory */
	__u64 root;
	__u64 socket;
	__u64 signature;
	__u32 sequence;
	__u32 generation;
	__u32 is_socket;
	__u32 at_exit; /* the event in the scratch is that of this call */
};

struct path_walk {
	__u64 dentry;
	__u64 mount; /* a struct mount */
	__u64 root_mount;
	__u64 names; /* a hash */
	__u32 size;
	__s32 inside; /* -1: the root was not met */
	__u32 flags;  /* OBJECT_* */
	__u32 done;
};

/* One CPU's room for the record that it builds. Its scratch is taken meanwhile. */
struct object_room {
	__u64 last; /* number that was given to a file */
	struct sight sight;
	struct path_walk walk;
	struct described described;
	struct file_record record;
	__u8 bytes[2 * PATH_BYTES] __attribute__((aligned(8))); /* behind the record */
};
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct object_room);
} object_rooms SEC(".maps");

static __always_inline struct object_room *object_room(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&object_rooms, &zero);
}

static __always_inline __u64 mix(__u64 hash, __u64 value)
{
	return (hash ^ value) * 0x9e3779b97f4a7c15ULL ^ hash >> 29;
}

static __always_inline __u64 mount_of(__u64 vfsmount)
{
	return vfsmount - bpf_core_field_offset(struct mount, mnt);
}

/* Adds the dentry's name. False where the path is too long. */
static __always_inline bool add_name(struct object_room *room, __u64 dentry)
{
	struct path_walk *walk = &room->walk;
	__u64 hash = KERNEL_READ(dentry, dentry, d_name.hash) | (__u64)KERNEL_READ(dentry, dentry, d_name.len) << 32;
	__u32 at = walk->size;
	long got;

	asm volatile("" : "+r"(at));
	if (at > PATH_BYTES - 1)
		return false;
	got = bpf_probe_read_kernel_str(room->bytes + at, NAME_BYTES, KERNEL_READ(dentry, dentry, d_name.name));
	if (got < 1) {
		room->bytes[at] = 0;
		got = 1;
	}
	if (at + got > PATH_BYTES - 1)
		return false;
	walk->size = at + got;
	walk->names = mix(walk->names, hash);
	return true;
}

/* Goes a step up. 0 at the end. Of the loop with this in it Linux 6.1 takes none that clang makes. */
VERIFIED_APART int climb(void)
{
	struct object_room *room = object_room();
	struct path_walk *walk;
	__u64 parent, top;

	if (!room)
		return 0;
	walk = &room->walk;
	parent = (__u64)KERNEL_READ(dentry, walk->dentry, d_parent);
	top = (__u64)KERNEL_READ(mount, walk->mount, mnt.mnt_root);
	if (walk->dentry == room->sight.root && walk->mount == walk->root_mount && walk->inside < 0)
		walk->inside = walk->size;
	if (walk->dentry == top) {
		__u64 below = (__u64)KERNEL_READ(mount, walk->mount, mnt_parent);

		if (below == walk->mount || !below)
			return 0;
		walk->dentry = (__u64)KERNEL_READ(mount, walk->mount, mnt_mountpoint);
		walk->mount = below;
		return 1;
	}
	if (!add_name(room, walk->dentry)) {
		walk->flags |= OBJECT_PATH_CUT;
		return 0;
	}
	/* Of pipes, sockets, memory and anonymous inodes: there is no directory around them. */
	if (parent == walk->dentry) {
		walk->inside = walk->size;
		walk->done = 1;
		return 0;
	}
	walk->dentry = parent;
	return 1;
}

/* A mount in no namespace, by lazy unmounting or by fsmount() and open_tree(). */
struct ns_common___numbered {
	__u64 ns_id;
} __attribute__((preserve_access_index));
struct mnt_namespace___sequence {
	__u64 seq;
} __attribute__((preserve_access_index));

static __always_inline bool is_detached(const struct mount *mount)
{
	const struct mnt_namespace *namespace = BPF_CORE_READ(mount, mnt_ns);

	if (!namespace || (__u64) namespace >= -4095ULL) /* an error: the kernel's own */
		return true;
	if (bpf_core_field_exists(struct mnt_namespace___sequence, seq))
		return !BPF_CORE_READ((const struct mnt_namespace___sequence *)namespace, seq);
	if (bpf_core_field_exists(struct ns_common___numbered, ns_id))
		return !BPF_CORE_READ((const struct ns_common___numbered *)&namespace->ns, ns_id);
	return false;
}

/* Writes the path of what is in sight behind the record. */
VERIFIED_APART int walk_path(void)
{
	struct object_room *room = object_room();
	struct path_walk *walk;
	int i;

	if (!room)
		return 0;
	walk = &room->walk;
	walk->dentry = room->sight.dentry;
	walk->mount = mount_of(room->sight.mount);
	walk->root_mount = mount_of(room->sight.root_mount);
	walk->names = walk->size = walk->flags = walk->done = 0;
	walk->inside = -1;
	for (i = 0; i < PATH_NAMES; i++)
		if (!climb())
			break;
	if (i == PATH_NAMES)
		walk->flags |= OBJECT_PATH_CUT;
	if (!walk->done && !(walk->flags & OBJECT_PATH_CUT) && is_detached(KERNEL_POINTER(mount, walk->mount)))
		walk->flags |= OBJECT_DETACHED;
	if (walk->inside < 0)
		walk->inside = walk->size;
	walk->names = mix(walk->names, walk->inside);
	return 0;
}

static __always_inline bool is_deleted(__u64 dentry)
{
	return !KERNEL_READ(dentry, dentry, d_hash.pprev) && (__u64)KERNEL_READ(dentry, dentry, d_parent) != dentry;
}

#endif
