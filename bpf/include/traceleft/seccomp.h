/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Calls that seccomp stops by a signal (SECCOMP_RET_TRAP, SECCOMP_RET_KILL_*): they are not run, and have no result. */
#ifndef TRACELEFT_SECCOMP_H
#define TRACELEFT_SECCOMP_H

#include "maps.h"
#include "registers.h"
#include "task.h"

#define ENOSYS 38 /* include/uapi/asm-generic/errno.h */

/* kernel/seccomp.c: it takes the call back before it sends SIGSYS, so that what would be the result is what the register
 * held at the entry (syscall_rollback). */
static __always_inline bool is_taken_back(const struct pt_regs *regs, __s64 ret)
{
#if defined(__TARGET_ARCH_x86)
	return ret == syscall_number(regs);
#else
	return ret == (__s64)regs->orig_x0;
#endif
}

/* Whether seccomp's signal is pending for the current thread: it is delivered behind the hooks. */
VERIFIED_APART int awaits_sigsys(void)
{
	const struct task_struct *task = current_task();

	if (!bpf_core_field_exists(task->seccomp.mode))
		return 0;
	return BPF_CORE_READ(task, seccomp.mode) && BPF_CORE_READ(task, pending.signal.sig[0]) & SIGSYS_PENDING;
}

/* Whether the current thread's call, which now returns, was stopped. Any call may return what its number is, as a write
 * of one byte does: then the signal tells. */
static __always_inline bool stopped_by_seccomp(const struct pt_regs *regs, __s64 ret)
{
	return is_taken_back(regs, ret) && awaits_sigsys();
}

#endif
