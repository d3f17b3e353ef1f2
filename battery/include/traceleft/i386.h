/* SPDX-License-Identifier: MIT */
/* Structs of i386's calls that only the kernel declares. Names of fields are the native structs'. */
#ifndef TRACELEFT_I386_H
#define TRACELEFT_I386_H

/* include/linux/compat.h: struct compat_sigaction */
struct compat_sigaction {
	void *sa_handler;
	unsigned long sa_flags;
	void *sa_restorer;
	unsigned long long sa_mask;
};

/* include/linux/compat.h: struct compat_old_sigaction */
struct compat_old_sigaction {
	void *sa_handler;
	unsigned long sa_mask;
	unsigned long sa_flags;
	void *sa_restorer;
};

/* arch/x86/kernel/sys_ia32.c: struct mmap_arg_struct32 */
struct mmap_arg_struct {
	unsigned long addr, len, prot, flags, fd, offset;
};

/* fs/select.c: struct compat_sel_arg_struct */
struct sel_arg_struct {
	unsigned long n;
	void *inp, *outp, *exp, *tvp;
};

#endif
