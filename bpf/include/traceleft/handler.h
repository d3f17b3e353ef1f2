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
 */
#ifndef TRACELEFT_HANDLER_H
#define TRACELEFT_HANDLER_H

#include "capture.h"
#include "pieces.h"
#include "record.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";

#endif
