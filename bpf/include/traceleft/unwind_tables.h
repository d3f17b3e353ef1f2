/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The layout of tables by which callers are found without frame pointers, on x86_64: for BPF programs, and for the C++ that
 * makes them of files' .eh_frame. */
#ifndef TRACELEFT_UNWIND_TABLES_H
#define TRACELEFT_UNWIND_TABLES_H

#include "event.h"

#ifdef __cplusplus
namespace traceleft::wire {
#endif

enum {
	UNWIND_ROWS = 1 << 21, /* of all files */
	UNWIND_ROW_STEPS = 22, /* that find one among them */
	UNWIND_MAPPINGS = 128, /* of code with tables, in a process */
	UNWIND_MAPPING_STEPS = 8,
	UNWIND_PROCESSES = 1024,
};

/* How a caller's frame is found. The CFA, canonical frame address, is the stack pointer behind the return address. */
enum unwind_rule {
	UNWIND_UNKNOWN,	  /* by frame pointers, if there are any */
	UNWIND_SP,	  /* the CFA is the stack pointer and row.cfa words */
	UNWIND_BP,	  /* bp and row.cfa words */
	UNWIND_BP_MEMORY, /* what lies row.cfa words from bp; the caller's bp is where bp points to */
	UNWIND_PLT,	  /* the linker's stubs of 16 bytes: one word is pushed before their byte row.cfa */
	UNWIND_SIGNAL,	  /* the kernel's frame of a signal handler, which has all registers */
	UNWIND_END,	  /* there is no caller */
};

/* The value of the map `unwind_rows`: it holds from its address to the next row's. */
struct unwind_row {
	u32 begin; /* from the lowest address that the file loads */
	u16 cfa;   /* signed, as is the next */
	u8 bp;	   /* words from the CFA to the caller's bp; 0: it is as it was */
	u8 rule;
};

/* Code of a file in a process. */
struct unwind_mapping {
	u64 begin, end;
	u64 base; /* the address of row.begin 0 */
	u32 first, rows;
};

/* The value of the map `unwind_processes`, by process; without mappings, only frame pointers are gone by. */
struct unwind_process {
	u64 image; /* as python_process.image */
	u32 count; /* of mappings, which are in the order of their addresses */
	u32 reserved;
	struct unwind_mapping mappings[UNWIND_MAPPINGS];
};

#ifdef __cplusplus
static_assert(sizeof(unwind_row) == 8 && sizeof(unwind_process) == 16 + 32 * UNWIND_MAPPINGS);
static_assert(UNWIND_ROWS >> (UNWIND_ROW_STEPS - 1) == 1 && UNWIND_MAPPINGS >> (UNWIND_MAPPING_STEPS - 1) == 1);
} // namespace traceleft::wire
#endif
#endif
