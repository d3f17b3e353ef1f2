/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Whose calls may be seen, where a tracer is one user's: those of processes that he may trace himself, as ptrace(2) has it
 * (kernel/ptrace.c: __ptrace_may_access()). A set-user-ID program that he starts keeps his uid, but isn't his. */
#ifndef TRACELEFT_OWNER_H
#define TRACELEFT_OWNER_H

#include "task.h"

/* Set where only one user's processes are seen. */
const volatile bool traceleft_owned = false;
const volatile __u32 traceleft_owner_uid = 0;
const volatile __u32 traceleft_owner_gid = 0;
/* The inode of the user namespace that all of them are in: in another one a process may have capabilities. */
const volatile __u32 traceleft_owner_namespace = 0;

/* Bytes before task_exec_state.dumpable, since Linux 7.1; 0 before. */
const volatile __u32 traceleft_dumpable_offset = 0;

/* What nobody else reads of the kernel's types. All begin with a type that every kernel has: for others libbpf would look
 * into modules, which takes more rights than tracing. */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct cred___owner {
	kuid_t uid, euid, suid;
	kgid_t gid, egid, sgid;
	kernel_cap_t cap_permitted;
	struct user_namespace *user_ns;
};
struct mm_flags {
	unsigned long __mm_flags[1];
};
struct mm_struct___bitmap { /* since Linux 6.18 */
	struct mm_flags flags;
};
struct mm_struct___word {
	unsigned long flags;
};
struct task_struct___owner {
	const struct cred___owner *real_cred;
	struct mm_struct *mm;
	void *exec_state; /* since Linux 7.1 */
};
#pragma clang attribute pop

enum {
	DUMPABLE_MASK = 3, /* of mm_struct.flags: include/linux/sched/coredump.h */
	DUMPABLE_BY_USER = 1,
	DUMPABLE_UNKNOWN = -1,
	DUMPABLE_GONE = -2, /* it has no memory any more */
};

/* Whether the process may be looked into: not since it was set-user-ID, gained capabilities, or said so by prctl(2). */
static __always_inline int dumpable_of(const struct task_struct___owner *task)
{
	const void *mm = BPF_CORE_READ(task, mm);
	unsigned long flags;

	if (bpf_core_field_exists(task->exec_state)) {
		__u32 dumpable = 0;

		if (!traceleft_dumpable_offset)
			return DUMPABLE_UNKNOWN;
		bpf_probe_read_kernel(&dumpable, sizeof(dumpable),
				      BPF_CORE_READ(task, exec_state) + traceleft_dumpable_offset);
		return mm ? dumpable : DUMPABLE_GONE;
	}
	if (bpf_core_field_exists(((const struct mm_struct___bitmap *)0)->flags.__mm_flags))
		flags = BPF_CORE_READ((const struct mm_struct___bitmap *)mm, flags.__mm_flags[0]);
	else if (bpf_core_field_exists(((const struct mm_struct___word *)0)->flags))
		flags = BPF_CORE_READ((const struct mm_struct___word *)mm, flags);
	else
		return DUMPABLE_UNKNOWN;
	return mm ? flags & DUMPABLE_MASK : DUMPABLE_GONE;
}

/* Whether its users and groups are the owner's, and it has no capabilities. */
static __always_inline bool has_owners_rights(const struct task_struct___owner *task)
{
	const struct cred___owner *cred = BPF_CORE_READ(task, real_cred);
	__u32 uid = traceleft_owner_uid, gid = traceleft_owner_gid;
	__u64 permitted = -1;

	bpf_core_read(&permitted, sizeof(permitted), &cred->cap_permitted); /* its members have other names elsewhere */
	return BPF_CORE_READ(cred, uid.val) == uid && BPF_CORE_READ(cred, euid.val) == uid &&
	       BPF_CORE_READ(cred, suid.val) == uid && BPF_CORE_READ(cred, gid.val) == gid &&
	       BPF_CORE_READ(cred, egid.val) == gid && BPF_CORE_READ(cred, sgid.val) == gid && !permitted &&
	       BPF_CORE_READ(cred, user_ns, ns.inum) == traceleft_owner_namespace;
}

static __always_inline bool is_owners(const struct task_struct *task)
{
	const struct task_struct___owner *as = (const void *)task;

	return has_owners_rights(as) && dumpable_of(as) == DUMPABLE_BY_USER;
}

/* The same of a process that exits, which may have given up its memory. Nothing is told of it then that was there. */
static __always_inline bool was_owners(const struct task_struct *task)
{
	const struct task_struct___owner *as = (const void *)task;
	int dumpable = dumpable_of(as);

	return has_owners_rights(as) && (dumpable == DUMPABLE_BY_USER || dumpable == DUMPABLE_GONE);
}

#endif
