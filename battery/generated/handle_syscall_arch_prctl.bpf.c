/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if defined(__TARGET_ARCH_x86) && !defined(TRACELEFT_COMPAT)
SEC("kretprobe/handle_arch_prctl")
int handle_arch_prctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 1))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 4099: /* ARCH_GET_FS */
	case 4100: /* ARCH_GET_GS */
	case 4129: /* ARCH_GET_XCOMP_SUPP */
	case 4130: /* ARCH_GET_XCOMP_PERM */
	case 4132: /* ARCH_GET_XCOMP_GUEST_PERM */
	case 16385: /* ARCH_GET_UNTAG_MASK */
	case 16387: /* ARCH_GET_MAX_TAG_BITS */
	case 20485: /* ARCH_SHSTK_STATUS */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, 8);
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kretprobe/handle_arch_prctl")
int handle_arch_prctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 2, 1))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 4099: /* ARCH_GET_FS */
	case 4100: /* ARCH_GET_GS */
	case 4129: /* ARCH_GET_XCOMP_SUPP */
	case 4130: /* ARCH_GET_XCOMP_PERM */
	case 4132: /* ARCH_GET_XCOMP_GUEST_PERM */
	case 16385: /* ARCH_GET_UNTAG_MASK */
	case 16387: /* ARCH_GET_MAX_TAG_BITS */
	case 20485: /* ARCH_SHSTK_STATUS */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, 4);
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	return record_submit(&record);
}
#endif
