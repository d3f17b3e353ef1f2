/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The few kernel types that traceleft reads, each with only the fields it reads. CO-RE relocates every access to the
 * running kernel's layout, so order and offsets here mean nothing.
 */
#ifndef TRACELEFT_KERNEL_H
#define TRACELEFT_KERNEL_H

/* Makes bpf_tracing.h take the kernel's names of struct pt_regs. */
#define __VMLINUX_H__

#include <stdbool.h>

typedef unsigned char __u8;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef int __s32;
typedef unsigned long long __u64;
typedef long long __s64;
typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __s32 s32;
typedef __u64 u64;
typedef __s64 s64;
typedef __u16 __be16;
typedef __u32 __be32;
typedef __u32 __wsum;

/* include/uapi/linux/bpf.h; not included, for it brings types that clash with CO-RE declarations. */
enum bpf_map_type {
	BPF_MAP_TYPE_HASH = 1,
	BPF_MAP_TYPE_ARRAY = 2,
	BPF_MAP_TYPE_PROG_ARRAY = 3,
	BPF_MAP_TYPE_PERCPU_HASH = 5,
	BPF_MAP_TYPE_PERCPU_ARRAY = 6,
	BPF_MAP_TYPE_LRU_HASH = 9,
	BPF_MAP_TYPE_RINGBUF = 27,
};
enum {
	BPF_ANY = 0,
	BPF_NOEXIST = 1,
	BPF_F_MMAPABLE = 1U << 10,
	BPF_RB_NO_WAKEUP = 1ULL << 0,
	BPF_RB_FORCE_WAKEUP = 1ULL << 1,
	BPF_RB_AVAIL_DATA = 0, /* bpf_ringbuf_query(): bytes that wait for the reader */
	BPF_RB_CONS_POS = 2,   /* and where it reads */
};

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

#if defined(__TARGET_ARCH_x86)
struct pt_regs {
	unsigned long r8, r9, r10, ax, bx, cx, dx, si, di, bp, orig_ax, cs;
};
struct thread_info {
	__u32 status; /* TS_COMPAT: the current call came through a 32-bit gate */
};
#elif defined(__TARGET_ARCH_arm64)
struct user_pt_regs {
	__u64 regs[31];
};
struct pt_regs {
	__u64 regs[31];
	__u64 orig_x0;
	__s32 syscallno;
};
struct thread_info {
	unsigned long flags;
};
#else
#error "traceleft knows the registers of x86 and arm64 only"
#endif

typedef struct {
	__u32 val;
} kuid_t;
typedef struct {
	__u32 val;
} kgid_t;

struct cred {
	kuid_t uid;
	kgid_t gid;
};

struct kernfs_node {
	__u64 id;
};
struct cgroup {
	struct kernfs_node *kn;
};
struct css_set {
	struct cgroup *dfl_cgrp;
};

typedef struct {
	int counter;
} atomic_t;
struct signal_struct {
	atomic_t live; /* threads of the process that have not begun to exit */
};

struct ns_common {
	unsigned int inum;
};
struct pid_namespace {
	struct ns_common ns;
};
struct upid {
	int nr;
	struct pid_namespace *ns;
};
struct pid {
	unsigned int level;
	struct upid numbers[1]; /* one for each level, the initial namespace's first */
};

struct mm_struct {
	unsigned long arg_start, arg_end, env_start, env_end;
};

#define SIGSYS_PENDING (1UL << (31 - 1)) /* include/uapi/asm-generic/signal.h: SIGSYS is 31 */
typedef struct {
	unsigned long sig[1];
} sigset_t;
struct sigpending {
	sigset_t signal;
};
struct seccomp {
	int mode; /* 0: there is no filter */
};

struct task_struct {
	struct thread_info thread_info;
	void *stack;
	int pid;
	int tgid;
	char comm[16];
	const struct cred *cred;
	struct css_set *cgroups;
	struct mm_struct *mm;
	struct signal_struct *signal;
	struct task_struct *group_leader;
	struct pid *thread_pid;
	__u64 start_time;
	struct sigpending pending;
	struct seccomp seccomp;
};

#pragma clang attribute pop

#endif
