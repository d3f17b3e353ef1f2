/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The running task, on every kernel. */
#ifndef TRACELEFT_TASK_H
#define TRACELEFT_TASK_H

#include "maps.h"

/* Helpers that are younger than BPF's ring buffer. They give pointers that programs may follow, for which the kernel
 * needs BTF of its own; CO-RE looks them up in that BTF. */
enum bpf_func_id {
	BPF_FUNC_get_current_task_btf = 158, /* Linux 5.11 */
	BPF_FUNC_task_pt_regs = 175,	     /* Linux 5.15 */
};
#define KERNEL_HAS(helper) (traceleft_kernel_btf && bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_##helper))

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
