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
	BPF_MAP_TYPE_ARRAY_OF_MAPS = 12,
	BPF_MAP_TYPE_RINGBUF = 27,
};
enum {
	BPF_ANY = 0,
	BPF_NOEXIST = 1,
	BPF_F_MMAPABLE = 1U << 10,
	BPF_F_USER_STACK = 1ULL << 8,
	BPF_RB_NO_WAKEUP = 1ULL << 0,
	BPF_RB_FORCE_WAKEUP = 1ULL << 1,
	BPF_RB_AVAIL_DATA = 0, /* bpf_ringbuf_query(): bytes that wait for the reader */
	BPF_RB_CONS_POS = 2,   /* and where it reads */
};

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

/* What programs of perf's events are given: include/uapi/linux/bpf_perf_event.h. It is the same on every kernel, and so
 * are the registers in it: struct pt_regs of x86's arch/x86/include/uapi/asm/ptrace.h, struct user_pt_regs of arm64's. */
#if defined(__TARGET_ARCH_x86)
enum { SAMPLE_REGISTERS = 21, SAMPLE_IP = 16, SAMPLE_MODE = 17, SAMPLE_USER_MASK = 3, SAMPLE_USER = 3 };
#else
enum { SAMPLE_REGISTERS = 34, SAMPLE_IP = 32, SAMPLE_MODE = 33, SAMPLE_USER_MASK = 15, SAMPLE_USER = 0 };
#endif
struct sample_context {
	__u64 registers[SAMPLE_REGISTERS];
	__u64 period;
	__u64 address;
};

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

#if defined(__TARGET_ARCH_x86)
struct pt_regs {
	unsigned long r8, r9, r10, ax, bx, cx, dx, si, di, bp, orig_ax, ip, cs, sp;
};
struct thread_info {
	__u32 status; /* TS_COMPAT: the current call came through a 32-bit gate */
};
struct thread_struct {
	unsigned long fsbase; /* the thread's own memory */
};
#elif defined(__TARGET_ARCH_arm64)
struct user_pt_regs {
	__u64 regs[31];
};
struct pt_regs {
	__u64 regs[31];
	__u64 sp;
	__u64 orig_x0;
	__s32 syscallno;
};
struct thread_info {
	unsigned long flags;
};
struct thread_struct {};
#else
#error "traceleft knows the registers of x86 and arm64 only"
#endif

typedef struct {
	__u32 val;
} kuid_t;
typedef struct {
	__u32 val;
} kgid_t;

typedef struct {
	__u64 val; /* before Linux 6.3 an array of two numbers, the low half first: the same bytes */
} kernel_cap_t;
struct ns_common {
	unsigned int inum;
};
struct user_namespace {
	struct ns_common ns;
};
struct cred {
	kuid_t uid, euid;
	kgid_t gid, egid;
	kernel_cap_t cap_effective;
	struct user_namespace *user_ns;
};

struct kernfs_node {
	const char *name;
	struct kernfs_node *__parent; /* `parent` before Linux 6.15 */
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
struct pid;
struct tty_driver {
	int major, minor_start;
};
struct tty_struct {
	struct tty_driver *driver;
	int index;
};
enum pid_type {
	PIDTYPE_SID = 3,
};
struct signal_struct {
	atomic_t live; /* threads of the process that have not begun to exit */
	struct pid *pids[4];
	struct tty_struct *tty;
	unsigned int flags;
	int group_exit_code;
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

struct qstr {
	__u32 hash, len;
	const unsigned char *name;
};
struct dentry_sequence { /* the kernel's type has several names */
	__u32 sequence;
};
struct hlist_bl_node {
	struct hlist_bl_node *next, **pprev;
};
struct super_block {
	__u32 s_dev;
	unsigned long s_magic;
};
struct hlist_head { /* a pointer */
	struct hlist_node *first;
};
struct inode {
	__u16 i_mode;
	struct super_block *i_sb;
	unsigned long i_ino;
	__u32 i_rdev;
};
struct dentry {
	struct dentry_sequence d_seq;
	struct hlist_bl_node d_hash;
	struct dentry *d_parent;
	struct qstr d_name;
	struct inode *d_inode;
};
struct vfsmount {
	struct dentry *mnt_root;
};
struct mnt_namespace {
	struct ns_common ns;
};
struct mount {
	struct mount *mnt_parent;
	struct dentry *mnt_mountpoint;
	struct vfsmount mnt;
	struct mnt_namespace *mnt_ns;
};
struct path {
	struct vfsmount *mnt;
	struct dentry *dentry;
};
struct file {
	void *private_data;
	struct inode *f_inode;
	unsigned int f_flags, f_mode;
	struct path f_path;
};
struct fdtable {
	unsigned int max_fds;
	struct file **fd;
};
struct files_struct {
	struct fdtable *fdt;
};
struct fs_struct {
	struct path root, pwd;
};
struct net {
	struct ns_common ns;
};
struct nsproxy {
	struct mnt_namespace *mnt_ns;
	struct net *net_ns;
};

typedef struct {
	struct net *net;
} possible_net_t;
struct in6_addr { /* 16 bytes */
};
typedef struct {
	__s64 counter;
} atomic64_t;
struct sock_common {
	__be32 skc_daddr, skc_rcv_saddr;
	__be16 skc_dport;
	__u16 skc_num;
	__u16 skc_family;
	volatile unsigned char skc_state;
	possible_net_t skc_net;
	struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
	atomic64_t skc_cookie;
};
struct socket;
struct sock {
	struct sock_common __sk_common;
	struct socket *sk_socket;
	__u16 sk_protocol;
	struct pid *sk_peer_pid;
	const struct cred *sk_peer_cred;
};
#define PROTOCOL_TCP 6 /* include/uapi/linux/in.h: IPPROTO_TCP */
struct tcp_sock {
	__u64 bytes_acked, bytes_received;
	__u32 total_retrans;
};
struct socket {
	short type;
	struct file *file;
	struct sock *sk;
};
struct sockaddr_un {
	__u16 sun_family;
	char sun_path[108];
};
struct unix_address {
	int len;
	struct sockaddr_un name[1];
};
struct unix_sock {
	struct unix_address *addr;
	struct sock *peer;
};
struct netlink_sock {
	__u32 portid, dst_portid;
	unsigned long *groups;
};
struct packet_sock {
	int ifindex;
	__be16 num;
};

struct mm_struct {
	unsigned long start_stack, arg_start, arg_end, env_start, env_end;
	struct file *exe_file;
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
	struct files_struct *files;
	struct fs_struct *fs;
	struct nsproxy *nsproxy;
	struct signal_struct *signal;
	struct task_struct *group_leader, *real_parent;
	struct pid *thread_pid;
	__u64 start_time, start_boottime;
	unsigned int flags;
	int exit_code;
	struct sigpending pending;
	struct seccomp seccomp;
	struct thread_struct thread;
};

#pragma clang attribute pop

#endif
