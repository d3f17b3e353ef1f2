/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The layout of stacks, for BPF programs and for the C++ that reads them alike. Frames have the leaf first. */
#ifndef TRACELEFT_STACK_H
#define TRACELEFT_STACK_H

#include "event.h"

#ifdef __cplusplus
namespace traceleft::wire {
#endif

enum {
	STACK_WORDS = 64,     /* that are read at a time: a power of two */
	STACK_FRAMES = 127,   /* of machine code: the usual kernel.perf_event_max_stack */
	PYTHON_FRAMES = 128,  /* a power of two, as the sizes of texts */
	PYTHON_THREADS = 128, /* that are looked through for the one that runs */
	PYTHON_NAME = 128,    /* bytes of a function's name */
	PYTHON_FILE = 256,    /* and of its file's */
};

/* A stack's number in a key that is none of a stack. */
enum {
	STACK_NONE = 0, /* there is none: a kernel thread has none of user space */
	STACK_LOST = 1, /* there was no room for it */
};

/* stack.flags */
enum {
	STACK_CUT = 1 << 0,	   /* it has more frames */
	STACK_PYTHON_CUT = 1 << 1, /* it has more frames of Python */
	STACK_NO_PYTHON = 1 << 2,  /* the process is Python's, and its frames were not found */
	STACK_SAMPLED = 1 << 3, /* a timer or a counter interrupted what ran: no program of ours is among the frames */
};

/* The value of the map `stacks`, by its number. */
struct stack {
	u64 seen; /* ns, CLOCK_MONOTONIC, when it was met first */
	u32 pid;  /* the process (tgid), in the initial pid namespace; 0: it is the kernel's own */
	u16 frames;
	u16 python;
	u32 flags; /* STACK_* */
	u32 reserved;
	u64 addresses[STACK_FRAMES];
	u64 codes[PYTHON_FRAMES]; /* keys of the map `python_codes` */
};

/* One CPU's room for a stack: the value of the map `stack_rooms`. Loops keep their variables here, whose values the
 * verifier doesn't know: each turn looks to it like the last one. */
struct stack_room {
	u64 busy;	 /* programs that use it, or are about to find out that another does */
	u64 ip, sp, bp;	 /* of the frame that is reached */
	u64 interrupted; /* ip is of an instruction that did not run yet, and not where a call returns to */
	u64 low, high;	 /* what is searched */
	u64 begin, end;	 /* of the code where the last frame was, with its table: callers are often there, too */
	u64 base;
	u64 first, rows;
	u64 tables;   /* there are some for the process; else frames are gone by their pointers */
	u64 words_at; /* the address of these words of the process's stack; 0: there are none */
	u64 words[STACK_WORDS];
	struct stack stack;
};

/* Where an interpreter keeps its frames: the value of the map `pythons`, by process. Offsets are in bytes. */
struct python_process {
	u64 image;	    /* mm_struct.start_stack: another one since the process has executed another program */
	u64 interpreter;    /* address of the pointer to the first interpreter's state */
	u32 threads;	    /* in that: the pointer to the first thread's state */
	u32 thread_next;    /* in a thread's state */
	u32 thread_id;	    /* pthread_self() */
	u32 thread_frame;   /* the pointer to the innermost frame; or, if there is `frame_in`, to a struct */
	u32 frame_in;	    /* 1 + the offset of it in that struct; 0: there is no such struct */
	u32 frame_previous; /* in a frame */
	u32 frame_code;
	u32 frame_owner; /* a byte; 0: frames have none */
	u32 code_line;	 /* in a code object */
	u32 code_file;
	u32 code_name;
	u32 text_data; /* in a str: of ASCII's; that of others begins `text_more` further */
	u32 text_more;
};

/* A function of Python's: the value of the map `python_codes`. Texts are cut at their ends. */
struct python_text {
	u64 length; /* characters */
	u32 state;  /* PyASCIIObject's: kind and ascii */
	u32 size;   /* bytes that are here */
};
struct python_code {
	struct python_text name, file;
	u32 line; /* its first */
	u32 reserved;
	u8 name_text[PYTHON_NAME];
	u8 file_text[PYTHON_FILE];
};

#ifdef __cplusplus
static_assert(sizeof(stack) == 24 + 8 * (STACK_FRAMES + PYTHON_FRAMES) && sizeof(python_code) == 424);
} // namespace traceleft::wire
#endif
#endif
