/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The running task, on every kernel. */
#ifndef TRACELEFT_TASK_H
#define TRACELEFT_TASK_H

#include "maps.h"

/* Helpers that are younger than BPF's ring buffer. They give pointers that programs may follow, for which the kernel
 * needs BTF of its own; CO-RE looks them up in that BTF. */
enum bpf_func_id {
	BPF_FUNC_get_current_task_btf = 158, /* Linux 5.11 */
	BPF_FUNC_get_attach_cookie = 174,    /* Linux 5.15 */
	BPF_FUNC_task_pt_regs = 175,	     /* Linux 5.15 */
};
#define KERNEL_HAS(helper) (traceleft_kernel_btf && bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_##helper))

/* Casts any address to a type of the kernel's, for its fields to be loaded. The call costs nothing: the verifier puts a
 * move in its place. Since Linux 6.2 (a35b9af4ec2c). For an object that names the function libbpf needs the kernel's own
 * BTF: only those that are loaded without --btf define TRACELEFT_CASTS. */
#ifdef TRACELEFT_CASTS
extern void *bpf_rdonly_cast(const void *object, __u32 btf_id) __ksym __weak;
enum special_kfunc_type {
	KF_bpf_rdonly_cast = 10,
};
#define CAN_CAST (traceleft_kernel_btf && bpf_core_enum_value_exists(enum special_kfunc_type, KF_bpf_rdonly_cast))
#define CAST(type, address)                                                                                            \
	((const struct type *)bpf_rdonly_cast((const void *)(address), bpf_core_type_id_kernel(struct type)))
#else
#define CAN_CAST 0
#define CAST(type, address) KERNEL_POINTER(type, address)
#endif
#define KERNEL_POINTER(type, address) ((const struct type *)(address))

/* A field of the struct at an address that need not be one: loaded, where a helper that copies it would take 25 ns. */
#define KERNEL_READ(type, address, field)                                                                              \
	({                                                                                                             \
		__u64 from = (__u64)(address);                                                                         \
		CAN_CAST ? CAST(type, from)->field : BPF_CORE_READ(KERNEL_POINTER(type, from), field);                 \
	})

static __always_inline const struct task_struct *current_task(void)
{
	return (const struct task_struct *)bpf_get_current_task();
}

/* The same, for its fields to be loaded; only where the kernel has that helper. */
static __always_inline const struct task_struct *current_task_btf(void)
{
	return (const struct task_struct *)bpf_get_current_task_btf();
}

static __always_inline __u32 current_tgid(void)
{
	return bpf_get_current_pid_tgid() >> 32;
}

#endif
