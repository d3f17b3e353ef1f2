/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The traced call's registers, under each backend and on each architecture: the one place that knows them. */
#ifndef TRACELEFT_REGISTERS_H
#define TRACELEFT_REGISTERS_H

#include "task.h"

#if defined(__TARGET_ARCH_x86)

#define NUMBER_REGISTER orig_ax
#define COMPAT_FIELD thread_info.status
#define COMPAT_FLAG 0x2	    /* arch/x86/include/asm/thread_info.h: TS_COMPAT */
#define X32_BIT 0x40000000U /* arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT */
#define USER_CS 0x33	    /* arch/x86/include/asm/segment.h: __USER_CS, in every 64-bit call */
#define USER32_CS 0x23	    /* __USER32_CS: once a 64-bit call has executed a 32-bit program */
/* execve and i386's execve and execveat; and where x32's calls begin that take other layouts than the native ones. */
#define NATIVE_EXECVE 59
#define COMPAT_EXECVE 11
#define COMPAT_EXECVEAT 358
#define X32_OWN_CALLS 512

/* What an object of this ABI calls a successful execve. In the registers its number is the new program's by then, which
 * may be the other ABI's: arch/x86/kernel/process_64.c, set_personality_64bit() and __set_personality_ia32(). */
#ifdef TRACELEFT_I386
#define EXECUTED_NUMBER COMPAT_EXECVE
#define OTHER_EXECUTED_NUMBER NATIVE_EXECVE
#else
#define EXECUTED_NUMBER NATIVE_EXECVE
#define OTHER_EXECUTED_NUMBER COMPAT_EXECVE
#endif

#ifdef TRACELEFT_I386
/* The call takes the low halves: int $0x80 may come from a 64-bit program. */
#define I386_ARGUMENT(n, load)                                                                                         \
	((__u32)((n) == 0   ? load(bx)                                                                                 \
		 : (n) == 1 ? load(cx)                                                                                 \
		 : (n) == 2 ? load(dx)                                                                                 \
		 : (n) == 3 ? load(si)                                                                                 \
		 : (n) == 4 ? load(di)                                                                                 \
			    : load(bp)))

static __always_inline __u64 argument(const struct pt_regs *regs, int n)
{
#define LOAD(name) regs->name
	return I386_ARGUMENT(n, LOAD);
#undef LOAD
}

static __always_inline __u64 copied_argument(const struct pt_regs *regs, int n)
{
#define LOAD(name) BPF_CORE_READ(regs, name)
	return I386_ARGUMENT(n, LOAD);
#undef LOAD
}
#else
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

/* The same where they can only be copied. */
static __always_inline __u64 copied_argument(const struct pt_regs *regs, int n)
{
	switch (n) {
	case 0:
		return BPF_CORE_READ(regs, di);
	case 1:
		return BPF_CORE_READ(regs, si);
	case 2:
		return BPF_CORE_READ(regs, dx);
	case 3:
		return BPF_CORE_READ(regs, r10);
	case 4:
		return BPF_CORE_READ(regs, r8);
	default:
		return BPF_CORE_READ(regs, r9);
	}
}
#endif

/* An argument of the kernel function that these are the registers at the entry of; those behind the sixth are on the
 * stack, behind the return address. */
static __always_inline __u64 function_argument(const struct pt_regs *regs, int n)
{
	__u64 value = 0;

	switch (n) {
	case 0:
		return regs->di;
	case 1:
		return regs->si;
	case 2:
		return regs->dx;
	case 3:
		return regs->cx;
	case 4:
		return regs->r8;
	case 5:
		return regs->r9;
	default:
		bpf_probe_read_kernel(&value, sizeof(value), (const void *)(regs->sp + (n - 5) * sizeof(value)));
		return value;
	}
}

/* Where the stack was when the function was entered. Its return has taken the address from there by then. */
static __always_inline __u64 function_frame(const struct pt_regs *regs, bool has_returned)
{
	return BPF_CORE_READ(regs, sp) - (has_returned ? sizeof(__u64) : 0);
}

/* From Linux 6.9 on two words are left behind the registers at the stack's end, where the kernel can use FRED
 * (arch/x86/include/asm/thread_info.h: TOP_OF_KERNEL_STACK_PADDING). */
static __always_inline const struct pt_regs *before_padding(const struct pt_regs *regs)
{
	__u16 segment = BPF_CORE_READ(regs, cs);

	return segment == USER_CS || segment == USER32_CS ? regs : (const void *)regs - 16;
}

#elif defined(__TARGET_ARCH_arm64)

#define NUMBER_REGISTER syscallno
#define COMPAT_FIELD thread_info.flags
#define COMPAT_FLAG (1UL << 22) /* arch/arm64/include/asm/thread_info.h: TIF_32BIT */
#define X32_BIT 0U
#define NATIVE_EXECVE 221 /* arm64's 32-bit calls are not decoded */
#define COMPAT_EXECVE 11
#define COMPAT_EXECVEAT 387
#define X32_OWN_CALLS 0

static __always_inline __u64 argument(const struct pt_regs *regs, int n)
{
	return n == 0 ? regs->orig_x0 : regs->regs[n]; /* x0 becomes the return value */
}

/* The same where they can only be copied. */
static __always_inline __u64 copied_argument(const struct pt_regs *regs, int n)
{
	const __u64 *registers = regs->regs;
	__u64 value = 0;

	if (n == 0)
		return BPF_CORE_READ(regs, orig_x0);
	bpf_probe_read_kernel(&value, sizeof(value), registers + n);
	return value;
}

static __always_inline __u64 function_argument(const struct pt_regs *regs, int n)
{
	__u64 value = 0;

	if (n < 8)
		return regs->regs[n];
	bpf_probe_read_kernel(&value, sizeof(value), (const void *)(regs->sp + (n - 8) * sizeof(value)));
	return value;
}

static __always_inline __u64 function_frame(const struct pt_regs *regs, bool has_returned)
{
	return BPF_CORE_READ(regs, sp);
}

static __always_inline const struct pt_regs *before_padding(const struct pt_regs *regs)
{
	return regs;
}

#endif

static __always_inline __s32 syscall_number(const struct pt_regs *regs)
{
	return regs->NUMBER_REGISTER;
}

/* The place of a call's program among those of several calls. x32's calls share those of their namesakes, and calls that
 * no handler knows the last one. A program that executes one of the other ABI returns by that one's number of execve: so
 * execve never shares. */
static __always_inline __u32 question_index(__u32 nr)
{
	if (traceleft_one_call)
		return 0;
	if (nr != -1U)
		nr &= ~X32_BIT;
	return nr < ABI_CALLS ? nr : ABI_CALLS - 1;
}

/* The number where registers can only be copied. */
static __always_inline __s32 copied_syscall_number(const struct pt_regs *regs)
{
	return BPF_CORE_READ(regs, NUMBER_REGISTER);
}

/* Whether the task's call came through a 32-bit gate, where calls have other numbers and other registers. */
static __always_inline bool is_compat_call(void)
{
	if (KERNEL_HAS(get_current_task_btf))
		return current_task_btf()->COMPAT_FIELD & COMPAT_FLAG;
	return BPF_CORE_READ(current_task(), COMPAT_FIELD) & COMPAT_FLAG;
}

/* A call's number as an object of this ABI has it, by that of the registers. */
static __always_inline __s32 own_number(__s32 nr)
{
#ifdef EXECUTED_NUMBER
	if (nr == OTHER_EXECUTED_NUMBER && is_compat_call() != (EVENT_ABI == EVENT_COMPAT))
		return EXECUTED_NUMBER;
#endif
	return nr;
}

/* The kernel's task_pt_regs() has them at the end of the stack of 16 KiB. */
static __always_inline const struct pt_regs *stacked_registers(void)
{
	const char *end = (const char *)BPF_CORE_READ(current_task(), stack) + 16384;

	return before_padding((const void *)(end - bpf_core_type_size(struct pt_regs)));
}

/* The registers with which user space entered the call. At exit they still hold the arguments. */
static __always_inline const struct pt_regs *call_registers(void *ctx)
{
	/* sys_enter and sys_exit begin with them; so do __x64_sys_ and __arm64_sys_ functions, whose only argument they
	 * are. */
	if (traceleft_registers_given)
		return (const struct pt_regs *)((__u64 *)ctx)[0];
	if (KERNEL_HAS(task_pt_regs))
		return (const struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	return stacked_registers();
}

/* Whether a program may load from them. Else they can only be copied. */
static __always_inline bool registers_loadable(void)
{
	return traceleft_registers_given ? traceleft_kernel_btf : KERNEL_HAS(task_pt_regs);
}

/* The same, or a copy. */
static __always_inline const struct pt_regs *user_registers(void *ctx, struct cpu_state *cpu)
{
	const struct pt_regs *regs = call_registers(ctx);

	if (registers_loadable())
		return regs;
	bpf_probe_read_kernel(cpu->registers, bpf_core_type_size(struct pt_regs), regs);
	return (const struct pt_regs *)cpu->registers;
}

/* The number of the task's call, without the CPU's room for registers. */
static __always_inline __s32 current_syscall_number(void)
{
	if (KERNEL_HAS(task_pt_regs))
		return syscall_number((const struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf()));
	return copied_syscall_number(stacked_registers());
}

/* The call's return value; only at exit. */
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

#endif
