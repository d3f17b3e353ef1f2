/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Everything a handler needs. One that records a call, its arguments and the memory behind one of them:
 *
 *     SEC("kretprobe/handle_chdir")
 *     int handle_chdir_ret(void *ctx)
 *     {
 *             struct record record;
 *
 *             if (!record_begin(&record, ctx, "chdir", 1, 1))
 *                     return 0;
 *             record_string(&record, 0, 0);
 *             return record_submit(&record);
 *     }
 *
 * The string is read when the call returns. Where that is too late, since the call blocks or writes to memory itself, an
 * entry program keeps it, and record_entered_string() takes the place of record_string():
 *
 *     SEC("kprobe/handle_chdir")
 *     int handle_chdir(void *ctx)
 *     {
 *             struct entry entry;
 *
 *             if (enter_call(&entry, ctx))
 *                     enter_string(&entry, 0);
 *             return 0;
 *     }
 */
#ifndef TRACELEFT_HANDLER_H
#define TRACELEFT_HANDLER_H

#include "capture.h"
#include "pieces.h"
#include "record.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";

#endif
