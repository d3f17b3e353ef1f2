/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_keyctl")
int handle_keyctl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 0)) {
	case 1: /* KEYCTL_JOIN_SESSION_KEYRING */
		enter_string(&entry, 1);
		break;
	}
	switch ((u32)entered_argument(&entry, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		enter_string(&entry, 2);
		break;
	}
	switch ((u32)entered_argument(&entry, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 24: /* KEYCTL_PKEY_QUERY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		enter_string(&entry, 3);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_keyctl")
int handle_keyctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 4))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* KEYCTL_JOIN_SESSION_KEYRING */
		record_entered_text(&record, 0, 1);
		break;
	case 23: /* KEYCTL_DH_COMPUTE */
		record_memory(&record, 0, 1, 12);
		break;
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
		record_memory(&record, 0, 1, 40);
		break;
	case 31: /* KEYCTL_CAPABILITIES */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, record_min(record_ret(&record), record_argument(&record, 2)));
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 2: /* KEYCTL_UPDATE */
	case 12: /* KEYCTL_INSTANTIATE */
		record_buffer(&record, 1, 2, record_argument(&record, 3));
		break;
	case 6: /* KEYCTL_DESCRIBE */
		if (record_failed(&record) || record_ret(&record) > record_argument(&record, 3))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2, record_add(record_ret(&record), -1));
		break;
	case 17: /* KEYCTL_GET_SECURITY */
		if (record_failed(&record))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2,
				      record_add(record_min(record_ret(&record), record_argument(&record, 3)), -1));
		break;
	case 11: /* KEYCTL_READ */
	case 23: /* KEYCTL_DH_COMPUTE */
		if (record_failed(&record) || record_ret(&record) > record_argument(&record, 3))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2, record_ret(&record));
		break;
	case 20: /* KEYCTL_INSTANTIATE_IOV */
		record_iovec(&record, 1, 2, record_argument(&record, 3), EXTENT_ALL);
		break;
	case 10: /* KEYCTL_SEARCH */
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		record_entered_text(&record, 1, 2);
		break;
	default:
		record_nothing(&record, 1, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 24: /* KEYCTL_PKEY_QUERY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		record_entered_text(&record, 2, 3);
		break;
	default:
		record_nothing(&record, 2, 3);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 24: /* KEYCTL_PKEY_QUERY */
		if (record_failed(&record))
			record_nothing(&record, 3, 4);
		else
			record_memory(&record, 3, 4, 56);
		break;
	case 23: /* KEYCTL_DH_COMPUTE */
		record_memory(&record, 3, 4, 56);
		break;
	default:
		record_nothing(&record, 3, 4);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_keyctl")
int handle_keyctl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 0)) {
	case 1: /* KEYCTL_JOIN_SESSION_KEYRING */
		enter_string(&entry, 1);
		break;
	}
	switch ((u32)entered_argument(&entry, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		enter_string(&entry, 2);
		break;
	}
	switch ((u32)entered_argument(&entry, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 24: /* KEYCTL_PKEY_QUERY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		enter_string(&entry, 3);
		break;
	}
	return 0;
}

SEC("kretprobe/handle_keyctl")
int handle_keyctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 5, 4))
		return 0;
	switch ((u32)record_argument(&record, 0)) {
	case 1: /* KEYCTL_JOIN_SESSION_KEYRING */
		record_entered_text(&record, 0, 1);
		break;
	case 23: /* KEYCTL_DH_COMPUTE */
		record_memory(&record, 0, 1, 12);
		break;
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
		record_memory(&record, 0, 1, 40);
		break;
	case 31: /* KEYCTL_CAPABILITIES */
		if (record_failed(&record))
			record_nothing(&record, 0, 1);
		else
			record_memory(&record, 0, 1, record_min(record_ret(&record), (u32)record_argument(&record, 2)));
		break;
	default:
		record_nothing(&record, 0, 1);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 2: /* KEYCTL_UPDATE */
	case 12: /* KEYCTL_INSTANTIATE */
		record_buffer(&record, 1, 2, (u32)record_argument(&record, 3));
		break;
	case 6: /* KEYCTL_DESCRIBE */
		if (record_failed(&record) || record_ret(&record) > record_argument(&record, 3))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2, record_add(record_ret(&record), -1));
		break;
	case 17: /* KEYCTL_GET_SECURITY */
		if (record_failed(&record))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2,
				      record_add(record_min(record_ret(&record), (u32)record_argument(&record, 3)),
				      -1));
		break;
	case 11: /* KEYCTL_READ */
	case 23: /* KEYCTL_DH_COMPUTE */
		if (record_failed(&record) || record_ret(&record) > record_argument(&record, 3))
			record_nothing(&record, 1, 2);
		else
			record_buffer(&record, 1, 2, record_ret(&record));
		break;
	case 20: /* KEYCTL_INSTANTIATE_IOV */
		record_iovec(&record, 1, 2, (u32)record_argument(&record, 3), EXTENT_ALL);
		break;
	case 10: /* KEYCTL_SEARCH */
	case 25: /* KEYCTL_PKEY_ENCRYPT */
	case 26: /* KEYCTL_PKEY_DECRYPT */
	case 27: /* KEYCTL_PKEY_SIGN */
	case 28: /* KEYCTL_PKEY_VERIFY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		record_entered_text(&record, 1, 2);
		break;
	default:
		record_nothing(&record, 1, 2);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 10: /* KEYCTL_SEARCH */
	case 24: /* KEYCTL_PKEY_QUERY */
	case 29: /* KEYCTL_RESTRICT_KEYRING */
		record_entered_text(&record, 2, 3);
		break;
	default:
		record_nothing(&record, 2, 3);
	}
	switch ((u32)record_argument(&record, 0)) {
	case 24: /* KEYCTL_PKEY_QUERY */
		if (record_failed(&record))
			record_nothing(&record, 3, 4);
		else
			record_memory(&record, 3, 4, 56);
		break;
	case 23: /* KEYCTL_DH_COMPUTE */
		record_memory(&record, 3, 4, 44);
		break;
	default:
		record_nothing(&record, 3, 4);
	}
	return record_submit(&record);
}
#endif
