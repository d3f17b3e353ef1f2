/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The traced call's registers, under each backend and on each architecture: the one place that knows them. */
#ifndef TRACELEFT_REGISTERS_H
#define TRACELEFT_REGISTERS_H

#include "maps.h"

/* The registers with which user space entered the call. At exit they still hold the arguments. */
static __always_inline const struct pt_regs *user_registers(void *ctx)
{
	/* sys_enter and sys_exit begin with pt_regs; so do __x64_sys_ and __arm64_sys_ functions, whose only argument they are. */
	if (traceleft_backend == BACKEND_RAW_TP || traceleft_backend == BACKEND_FENTRY)
		return (const struct pt_regs *)((__u64 *)ctx)[0];
	return (const struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
}

/* What the call returned; only at exit. */
static __always_inline __s64 returned(void *ctx)
{
	switch (traceleft_backend) {
	case BACKEND_RAW_TP:
	case BACKEND_FENTRY:
		return ((__s64 *)ctx)[1];
	case BACKEND_TRACEPOINT:
		return ((__s64 *)ctx)[2]; /* common fields, __syscall_nr, ret: a syscall's exit format in tracefs */
	default:
		return PT_REGS_RC_CORE((struct pt_regs *)ctx);
	}
}

#if defined(__TARGET_ARCH_x86)

#define X32_BIT 0x40000000U /* arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT */

static __always_inline __u64 argument(const struct pt_regs *regs, int n)
{
	switch (n) {
	case 0:
		return regs->di;
	case 1:
		return regs->si;
	case 2:
		return regs->dx;
	case 3:
		return regs->r10;
	case 4:
		return regs->r8;
	default:
		return regs->r9;
	}
}

static __always_inline __s32 syscall_number(const struct pt_regs *regs)
{
	return regs->orig_ax;
}

/* A call through a 32-bit gate has other numbers and other registers (TS_COMPAT, arch/x86/include/asm/thread_info.h). */
static __always_inline bool is_compat_call(const struct task_struct *task)
{
	return task->thread_info.status & 0x2;
}

#elif defined(__TARGET_ARCH_arm64)

#define X32_BIT 0U

static __always_inline __u64 argument(const struct pt_regs *regs, int n)
{
	return n == 0 ? regs->orig_x0 : regs->regs[n]; /* x0 becomes the return value */
}

static __always_inline __s32 syscall_number(const struct pt_regs *regs)
{
	return regs->syscallno;
}

/* TIF_32BIT, arch/arm64/include/asm/thread_info.h */
static __always_inline bool is_compat_call(const struct task_struct *task)
{
	return task->thread_info.flags & (1UL << 22);
}

#endif
#endif
