/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The layout of one event, for BPF handlers and for the C++ decoder alike: this file is its only definition.
 *
 *     struct event_header | args x u64 raw arguments | captured x struct captured | captured bytes, each padded to 8
 *     | struct described, up to the event's end, under EVENT_OBJECTS: of objects, and of stacks
 *     | struct named_pid and at the end their number, a u64, under EVENT_PIDS: the reader adds them
 *
 * The memory behind an argument is captured as a string without its NUL; the first bytes of a buffer; a struct or an
 * array as it is; or pieces (a vector of strings, an iovec, a msghdr), each a struct piece and its bytes, padded to 8.
 * An environment's strings are left out unless they were asked for: then a piece tells how many there are.
 *
 * The ring carries objects, too: what a descriptor stands for is told once, in a struct file_record ahead of the first
 * event that refers to it. It begins with OBJECT_MARK where an event has its timestamp.
 *
 * The first four fields are the original traceleft's. A handler that fills only those still decodes: an event
 * without EVENT_MAGIC behind them is "foreign", and the bytes behind its first 88 are passed on unchanged.
 */
#ifndef TRACELEFT_EVENT_H
#define TRACELEFT_EVENT_H

#ifdef __cplusplus
#include <cstdint>
namespace traceleft::wire {
using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using s32 = std::int32_t;
using u64 = std::uint64_t;
using s64 = std::int64_t;
#elif defined(__bpf__)
#include "kernel.h"
#else
#include <linux/types.h>
#include <stdbool.h>
typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __s32 s32;
typedef __u64 u64;
typedef __s64 s64;
#endif

enum {
	EVENT_SYSCALL_LEN = 64,	    /* bytes of the syscall's name, NUL included */
	EVENT_COMM_LEN = 16,	    /* the kernel's TASK_COMM_LEN */
	EVENT_COMMON_SIZE = 88,	    /* bytes up to and including the syscall's name */
	EVENT_MAGIC = 0x32464c54,   /* "TLF2": the layout's version is its last character */
	EVENT_PATH_LIMIT = 4096,    /* longest string captured, bytes without NUL: PATH_MAX */
	EVENT_BUFFER_LIMIT = 32768, /* highest settable limit of a captured buffer, bytes */
	EVENT_MEMORY_LIMIT = 4096,  /* longest struct or array captured, bytes */
	EVENT_PIECES_LIMIT = 24576, /* pieces of one argument begin below this, bytes */
	ENTERED_BUCKETS = 128,	    /* of memory kept at calls' entries; the task's address selects one */
	ABI_CALLS = 1024,	    /* calls of another ABI than the native one are counted behind so many */
	SOURCE_NUMBERS = 1000000,   /* a tracepoint's number is this and tracefs' id of it */
	SOURCE_FIELDS = 32,	    /* of a tracepoint's record */
	SOURCE_RECORD = 1024,	    /* bytes of its fields, without what __data_loc leads to */
	FUNCTION_NUMBERS =
		2000000,       /* a function's is this and twice BTF's number of it, and one more of its entry alone */
	SAMPLER_SHIFT = 24,    /* a sampler's number is its place among them, from 1, and behind it its period */
	MOST_SOURCES = 1024,   /* that one tracer can have used */
	SOCKET_NAME_LEN = 108, /* bytes of a unix socket's name: include/uapi/linux/un.h, UNIX_PATH_MAX */
};

/* event_header.flags */
enum {
	EVENT_ENTRY = 1 << 0,	      /* taken when the call was entered: ret means nothing */
	EVENT_DURATION = 1 << 1,      /* duration is known */
	EVENT_SECCOMP = 1 << 2,	      /* seccomp stopped the call by a signal: it was not run, and ret means nothing */
	EVENT_UNFINISHED = 1 << 3,    /* with EVENT_ENTRY: somebody looked, and the call had not returned */
	EVENT_COMPAT = 1 << 4,	      /* a call of a 32-bit program: its number and its layouts are i386's */
	EVENT_OBJECTS = 1 << 5,	      /* struct described follow the captured bytes */
	EVENT_PATH_MISMATCH = 1 << 6, /* the file that was opened is not the one that the string in memory names */
	EVENT_SOURCE = 1 << 7,	 /* no syscall, but a tracepoint: arguments are its fields, and ret means nothing */
	EVENT_PIDS = 1 << 8,	 /* struct named_pid stand at the event's end */
	EVENT_RETURNED = 1 << 9, /* with EVENT_SOURCE: a function that has returned, and ret is its result */
};

/* described.place: an argument's number, from 0; or */
enum {
	DESCRIBED_RESULT = 16,	     /* the descriptor that was returned; of execve the program's file */
	DESCRIBED_DIRECTORY = 17,    /* the directory that relative names begin at; of chdir's kind: the new one */
	DESCRIBED_PAIR = 18,	     /* and 19: the two descriptors that pipe and socketpair wrote to memory */
	DESCRIBED_USER_STACK = 20,   /* the stack of user space, by its number; */
	DESCRIBED_KERNEL_STACK = 21, /* the kernel's */
};

/* described.status */
enum {
	DESCRIBED_OK = 0,
	DESCRIBED_NONE = 1, /* the process had no such descriptor */
	DESCRIBED_UNTOLD =
		2, /* the ring had no room for the object's record: a later event tells it. A stack found none */
	DESCRIBED_UNKNOWN = 3, /* it could not be read */
};

/* object_record.kind */
enum {
	OBJECT_FILE = 1,    /* a struct file_record: an open file, or a directory */
	OBJECT_PROCESS = 2, /* a struct process_record */
	OBJECT_STACK = 3,   /* a struct stack_record: never in the ring */
};

/* object_record.flags */
enum {
	OBJECT_CREATED = 1 << 0,  /* by the call ahead of whose event it is told; else it was there before */
	OBJECT_DELETED = 1 << 1,  /* its name was removed */
	OBJECT_PATH_CUT = 1 << 2, /* the path is longer than its names here: those nearest to the root are missing */
	OBJECT_SOCKET = 1 << 3,	  /* a struct socket_record follows the names */
	OBJECT_MADE = 1 << 5,	  /* the call that opened the file made it: FMODE_CREATED, which Linux 4.19 brought */
	OBJECT_DETACHED = 1 << 4, /* its mount is in no namespace: the path begins at that mount's root */
};

/* The same of a process. */
enum {
	PROCESS_FORKED = 1 << 0,   /* told when it was forked */
	PROCESS_EXECUTED = 1 << 1, /* told when it had executed a program; without either flag it was there before, and
				    * may have changed */
	PROCESS_EXITED = 1 << 2,   /* exit_status and exit_time are known; told then, it has no strings */
	PROCESS_EXE_DELETED = 1 << 3,
	PROCESS_EXE_CUT = 1 << 4, /* as OBJECT_PATH_CUT */
	PROCESS_CWD_DELETED = 1 << 5,
	PROCESS_CWD_CUT = 1 << 6,
	PROCESS_CWD_KNOWN = 1 << 7, /* else its names mean nothing: the root has none, too */
	PROCESS_ARGV_KNOWN = 1 << 8,
};

#define OBJECT_MARK (~0ULL) /* no event's timestamp */

/* captured.status and piece.status */
enum {
	CAPTURED_OK = 0,
	CAPTURED_TRUNCATED = 1, /* longer than the limit: the first bytes are here */
	CAPTURED_FAULT = 2,	/* the memory could not be read: no bytes are here, but the pieces before it are */
	CAPTURED_NONE = 3,	/* not read: the call failed before it filled the memory, or takes no pointer there */
	CAPTURED_LATE = 1 << 8, /* or'ed: meant to be read before the call could overwrite it, but read afterwards */
};

/* captured.arg: or'ed where the memory is as it was passed; the call overwrites it, and it is here a second time as the
 * call left it. */
enum {
	CAPTURED_PASSED = 1 << 15,
};

/* piece.kind */
enum {
	PIECE_STRING = 0,  /* one of a vector of strings */
	PIECE_IOVEC = 1,   /* a struct iovec: its base, its length, and the first of its contents */
	PIECE_HEADER = 2,  /* a struct msghdr (56 bytes) or mmsghdr (64), as the kernel's struct user_msghdr has it */
	PIECE_NAME = 3,	   /* the socket address that msg_name points to */
	PIECE_CONTROL = 4, /* the memory at msg_control */
	PIECE_COUNT = 5,   /* the length of a vector of strings that is CAPTURED_NONE, without the strings */
	PIECE_STRUCT = 6,  /* a struct that has pointers whose memory follows, where it was read */
	PIECE_LINKED = 7,  /* that memory; or one of the structs of a vector of pointers */
};

struct event_header {
	u64 timestamp; /* ns, CLOCK_MONOTONIC, when the handler ran */
	s64 pid;       /* the process (tgid), in the initial pid namespace */
	s64 ret;       /* as the kernel returns it: -errno on failure */
	char syscall[EVENT_SYSCALL_LEN];
	u32 magic;
	u16 args;     /* how many raw arguments follow */
	u16 captured; /* how many struct captured follow them */
	u32 tid;      /* the thread, in the initial pid namespace */
	u32 cpu;
	u32 uid; /* real ids, in the initial user namespace */
	u32 gid;
	u64 cgroup_id; /* the inode of its directory in cgroup v2 */
	u64 duration;  /* ns between entry and exit; see EVENT_DURATION */
	char comm[EVENT_COMM_LEN];
	s32 nr;		/* the syscall's number: x86_64's or arm64's, or see EVENT_COMPAT */
	u32 flags;	/* EVENT_* */
	u64 program_id; /* given by the user with the handler; 0: none */
	/* Ids in the innermost pid namespace, the one the process sees itself in; 0: not asked for. */
	u32 ns_pid;
	u32 ns_tid;
	u32 pid_namespace; /* its inode, as /proc/PID/ns/pid has it */
	u32 question;	   /* the reader decides by the rest of this question whether to keep the event; 0: it does */
};

/* The memory behind one argument. */
struct captured {
	u32 size;   /* bytes captured, without padding and without a string's NUL */
	u16 arg;    /* which argument, from 0; CAPTURED_PASSED */
	u16 status; /* CAPTURED_* */
};

struct piece {
	u64 address; /* where the bytes were */
	u64 length;  /* how many there were */
	u32 size;    /* how many are here, without padding and without a string's NUL */
	u16 kind;    /* PIECE_* */
	u16 status;  /* CAPTURED_* */
};

/* What an argument or a result stands for. */
struct described {
	u64 object;  /* object_record.object; 0 where the status is DESCRIBED_NONE or DESCRIBED_UNKNOWN */
	u32 version; /* object_record.version */
	u16 place;   /* DESCRIBED_*, or an argument's number */
	u16 status;  /* DESCRIBED_* */
};

/* A process, thread or group that an argument or a result names by its number in the caller's pid namespace. */
struct named_pid {
	u32 number;		   /* there */
	u32 pid;		   /* in the initial pid namespace */
	char comm[EVENT_COMM_LEN]; /* a thread's name; empty: not asked for, or unknown */
};

/* The begin of every object's record. */
struct object_record {
	u64 mark;      /* OBJECT_MARK */
	u64 object;    /* its number, never given again: the same through dup, fork, exec, SCM_RIGHTS and pidfd_getfd */
	u32 version;   /* from 1: a rename, an unlink or a connect makes another */
	u16 kind;      /* OBJECT_* */
	u16 flags;     /* OBJECT_* */
	u64 timestamp; /* ns, CLOCK_MONOTONIC, when it was looked at */
};

/*
 * An open file: an inode's numbers, and its path as names, each with its NUL, the last name first. Padded to 8 bytes.
 * The root itself has no names. Those in the first `inside` bytes are below the process's root directory; those behind
 * are above it, up to the root of the mount namespace, or of the mount where that is detached.
 */
struct file_record {
	struct object_record object;
	u64 inode;
	u32 device;	     /* of its file system, as the kernel has it: major << 20 | minor */
	u32 special;	     /* the device that it is, likewise */
	u32 mode;	     /* st_mode */
	u32 magic;	     /* of its file system: include/uapi/linux/magic.h */
	u32 flags;	     /* with which it was opened: O_* */
	u32 mount_namespace; /* the process's: its inode, as /proc/PID/ns/mnt has it */
	u16 names;	     /* bytes */
	u16 inside;
	u32 reserved;
};

/* A socket's addresses. Family and type are as socket(2) takes them; ports are in the host's order. */
struct socket_record {
	u64 cookie; /* SO_COOKIE; 0: none was given yet */
	u16 family;
	u16 type;
	u16 protocol;
	u16 state;	       /* include/net/tcp_states.h, TCP_*: of all families */
	u32 network_namespace; /* its inode, as /proc/PID/ns/net has it */
	u16 local_port;
	u16 peer_port;
	u8 local[16]; /* in network order: 4 bytes of AF_INET, 16 of AF_INET6 */
	u8 peer[16];
	u32 local_id; /* AF_NETLINK: the port id; AF_VSOCK: the context id; AF_PACKET: the interface's index */
	u32 peer_id;
	u32 local_vsock_port; /* of AF_VSOCK, whose ports have 32 bits; AF_NETLINK: the groups */
	u32 peer_vsock_port;
	u32 peer_pid;	/* AF_UNIX: the process (tgid) at the other end, as SO_PEERCRED tells; 0: unknown */
	u32 peer_uid;	/* and its user */
	u64 peer_inode; /* AF_UNIX: of the socket at the other end; 0: there is none */
	u16 name_size;	/* AF_UNIX: bytes of the names; an abstract one begins with NUL */
	u16 peer_name_size;
	u32 retransmits; /* TCP: segments that were sent again so far */
	u8 name[SOCKET_NAME_LEN];
	u8 peer_name[SOCKET_NAME_LEN];
};

/*
 * A process, as it was when it was forked, when it executed a program, when it changed, or when somebody looked. Its
 * object.object is its pid (tgid) in the initial pid namespace, and object.version 0. Behind it stand, one behind the
 * other, the names of its program's file and of its working directory, as those of a struct file_record; the first bytes
 * of its arguments, each with its NUL; and the names of its cgroup, the last one first. Padded to 8 bytes.
 */
struct process_record {
	struct object_record object;
	u64 start_time;	       /* ns, CLOCK_MONOTONIC: a pid that is given again has another one */
	u64 start_boottime;    /* ns, CLOCK_BOOTTIME: /proc/PID/stat has it in clock ticks */
	u64 parent_start_time; /* the same as start_time of the process `ppid` */
	u64 exit_time;	       /* ns, CLOCK_MONOTONIC */
	u64 capabilities;      /* effective, a bit for each: include/uapi/linux/capability.h */
	u64 cgroup_id;	       /* as event_header has it */
	u64 argv_size;	       /* bytes of all arguments, with their NULs */
	u32 ppid;
	u32 ns_pid;  /* in the innermost pid namespace */
	u32 session; /* the session's id in the initial pid namespace */
	u32 tty;     /* the controlling terminal's device, major << 20 | minor; 0: none */
	u32 uid;     /* in the initial user namespace, as the next three */
	u32 gid;
	u32 euid;
	u32 egid;
	u32 pid_namespace; /* inodes, as /proc/PID/ns has them */
	u32 mount_namespace;
	u32 network_namespace;
	u32 user_namespace;
	s32 exit_status; /* as wait(2) gives it */
	u32 reserved;
	char comm[EVENT_COMM_LEN];
	u16 exe; /* bytes of its names; 0: unknown */
	u16 exe_inside;
	u16 cwd;
	u16 cwd_inside;
	u16 argv;
	u16 cgroup;
	u16 reserved_sizes[2];
};

/*
 * A stack with its functions' names, by which batches can be understood elsewhere. Its object.object is its number in
 * struct described, and object.version 0. Behind it stand the frames, the leaf first, each with its texts behind it:
 * function, file, build id. Padded to 8 bytes.
 */
struct stack_record {
	struct object_record object; /* flags: STACK_* of <traceleft/stack.h> */
	u32 frames;
	u32 reserved;
};
struct stack_frame_record {
	u64 offset;	     /* of the instruction in the file that has its code */
	u64 function_offset; /* from the function's begin */
	u32 line;	     /* the function's first in a source; 0: unknown */
	u16 function;	     /* bytes */
	u16 file;
	u16 build_id; /* in hex */
	u16 reserved[3];
};

/* The reasons for which events never reach the ring: the indices of cpu_counters.lost. */
enum loss_reason {
	LOST_RING_FULL,	   /* the reader was slower than the events */
	LOST_SCRATCH_BUSY, /* another task's event was being built on this CPU */
	LOST_OVER_BUDGET, /* the ring was short of room, and the process or its cgroup had taken its share: see budget.h */
	LOST_UNKEPT, /* a function was entered, and there was no room to keep that until it returns: see function.h */
	LOSS_REASONS,
};

/* The handlers' counters of each CPU. Every event built ends in the ring or under one reason. */
struct cpu_counters {
	u64 handled;
	u64 lost[LOSS_REASONS];
	u64 compat_calls; /* calls through a 32-bit gate, and x32's, on the whole machine; not those that are decoded */
	u64 unfollowed;	  /* children of followed processes for which `followed` had no room */
	u64 declined;	  /* events built that a question did not want, or that were measured */
	u64 unmeasured;	  /* calls for whose key the table of a measure had no room */
	u64 untold;	  /* objects whose record found no room in the ring */
	u64 rate_limited; /* calls that a question wanted, of processes that had sent all they may: see rate_limit.h */
	u64 repeated;	  /* calls that a question wanted, whose key had all the events it may have: see first.h */
	u64 unkeyed;	  /* calls for whose key the table of first.h had no room: they became events */
};

/* Settings that each CPU's handlers read, and user space may change at any time. */
struct cpu_settings {
	u64 time_every;	 /* one of so many events, a power of two, has its handler timed; 0: none */
	u64 attachments; /* how often handlers were attached; memory kept at entries before that is void */
};

/* What descriptors mean to a call: the map `described_calls` has one for each, by number, those of another ABI ABI_CALLS
 * further. */
enum {
	CALL_RESULT = 1 << 0,	 /* it returns a descriptor */
	CALL_OPENS = 1 << 1,	 /* which stands for a file that was opened just now */
	CALL_PAIR = 1 << 2,	 /* it writes two of those to the memory at argument `pair` */
	CALL_EXECUTES = 1 << 3,	 /* success replaces the program */
	CALL_ENTERS = 1 << 4,	 /* success changes the working directory */
	CALL_CHROOTS = 1 << 5,	 /* success changes the root directory */
	CALL_RENAMES = 1 << 6,	 /* success may change the paths of files that are open */
	CALL_CLOSES = 1 << 7,	 /* the descriptor in argument `closed` stands for another file, or none, afterwards */
	CALL_IF = 1 << 8,	 /* CALL_RESULT and CALL_OPENS hold where args[if_argument] & if_mask is chosen */
	CALL_DESCRIBED = 1 << 9, /* its events may have struct described */
	CALL_NOTICED = CALL_OPENS | CALL_PAIR | CALL_EXECUTES | CALL_RENAMES,
};
struct call_files {
	u32 flags;
	u8 descriptors; /* the arguments that are descriptors, a bit for each */
	u8 directories; /* those among them that may be AT_FDCWD */
	u8 paths; /* the arguments whose string begins there if it is relative: at the argument before it, if that is
			 * in `directories` */
	u8 pair;
	u8 closed;
	u8 if_argument;
	u16 reserved;
	u32 if_mask;
	u32 if_other;  /* is chosen */
	u64 if_values; /* are chosen, a bit for each below 64 */
};

/* The key of the map `handler_times`: runs that agree in all of these are added up together. */
struct handler_runs {
	u32 handler; /* the loaded object's number, from 1 */
	u32 slot;
	s32 nr;
	u32 entry; /* 1: of the call's entry; 0: of its exit */
};

/* The map's value, for each CPU: the sum over the runs that were timed. */
struct handler_time {
	u64 ns; /* from the event's timestamp until the ring has it */
	u64 runs;
};

/* The key of the map `budgets`: each process has a budget, and each cgroup. */
enum budget_kind {
	BUDGET_PROCESS = 0,
	BUDGET_CGROUP = 1,
};
struct budget_key {
	u64 id; /* the tgid, or the cgroup's id */
	u32 kind;
	u32 ring; /* its number */
};

/* Whether `waiting` bytes leave enough room in a ring or a queue of `size` bytes that nobody's share matters. */
static inline bool has_room(u64 waiting, u64 size)
{
	return waiting <= size / 4 * 3;
}

/* Whether a process and its cgroup may have so many bytes waiting there while `room` bytes are free: see budget.h. */
static inline bool budget_allows(u64 of_process, u64 of_cgroup, u64 room)
{
	return (of_process <= room / 4 && of_cgroup <= room * 4) || (of_process <= room / 32 && of_cgroup <= room * 8);
}

/* One process's or cgroup's bytes in the ring, counted while it is short of room. Positions are the ring's, which only
 * grow. Bytes put there before `mark` have all been read once the reader has come to `mark`. */
struct budget {
	u64 mark;
	u64 before; /* bytes put there before `mark`, and not yet read */
	u64 since;  /* bytes put there from `mark` on */
	u64 last;   /* where the ring ended after the last of them */
	u64 lost;   /* events of it that were over the budget, ever */
};

/*
 * Questions: see <traceleft/question.h>. Instructions that traceleft writes itself are given an event, with `question_room`
 * beside it. Early, before an event is begun, it is a header and six raw arguments, of which only the parts are filled that
 * the question needs; late it is the whole event in the scratch.
 */
enum question_need {
	QUESTION_NEEDS_ARGUMENT = 1 << 0, /* shifted by the argument's number, 0 to 5 */
	QUESTION_NEEDS_RET = 1 << 6,	  /* ret, and EVENT_SECCOMP */
	QUESTION_NEEDS_IDS = 1 << 7,	  /* pid, tid */
	QUESTION_NEEDS_COMM = 1 << 8,
	QUESTION_NEEDS_OWNER = 1 << 9,	   /* uid, gid, cgroup_id */
	QUESTION_NEEDS_DURATION = 1 << 10, /* and EVENT_DURATION */
	QUESTION_NEEDS_NAMESPACE = 1 << 11,
	QUESTION_NEEDS_TIMESTAMP = 1 << 12,
}; /* nr, flags, cpu and program_id are always there; the syscall's name never is */

enum {
	QUESTION_ROOM = 8,	    /* numbers that the instructions may keep meanwhile */
	QUESTION_TEXT_SIZE = 128,   /* bytes of a key that text may take, its NUL included if there is one */
	QUESTION_EARLY_KEY = 128,   /* bytes of a whole key that is made early */
	QUESTION_LATE_KEY = 512,    /* or late */
	QUESTION_MEMORIES = 16,	    /* arguments that may have memory: a power of two */
	QUESTION_CAPTURED = 16,	    /* memories of one event that are looked at */
	QUESTION_CODE = 0x7ea5c0de, /* `r0 = QUESTION_CODE` is the place of the instructions */
};

/* question_memory.here */
enum {
	QUESTION_MEMORY_NONE = 0,
	QUESTION_MEMORY_ALL = 1,
	QUESTION_MEMORY_CUT = 2, /* there was more than was captured */
};

/* The memory behind one argument. */
struct question_memory {
	u32 offset; /* from the event's first byte; below 65536 */
	u32 size;
	u64 here; /* QUESTION_MEMORY_* */
};

struct question_room {
	u64 numbers[QUESTION_ROOM]; /* the first is the number that is measured, in the end */
#ifdef __bpf__
	__u64 *key;			/* of a whole number of words */
	struct question_memory *memory; /* as arguments lie, and behind them as they were passed; only late */
	void *context;			/* the program's own, where a tracepoint's record is asked about */
#else
	u64 key;
	u64 memory;
	u64 context;
#endif
};

/* What a program of bpf/sources.bpf.c runs at. */
enum source_hook {
	SOURCE_TRACEPOINT = 0,
	SOURCE_SAMPLER = 1,
	SOURCE_ENTRY = 2, /* of a function */
	SOURCE_PAIR = 3,  /* a function's entry and its return, which make one event */
};

/* source_field.form */
enum {
	SOURCE_NUMBER = 0,
	SOURCE_TEXT = 1, /* up to its NUL */
	SOURCE_BYTES = 2,
};
/* source_field.at */
enum {
	SOURCE_HERE = 0,     /* in the record itself */
	SOURCE_DATA_LOC = 1, /* the field is length << 16 | offset, of bytes behind the fields */
	SOURCE_REL_LOC = 2,  /* the same, and the offset counts from the field's end */
	/* Not in the record: a member of the TCP socket whose address is there. 0 of a socket of another protocol. */
	SOURCE_TCP_BYTES_ACKED = 3,
	SOURCE_TCP_BYTES_RECEIVED = 4,
	SOURCE_TCP_TOTAL_RETRANS = 5,
	SOURCE_MEMBER = 6, /* in memory that the record leads to: source_field.step */
};
/* The record of a sampler: a timer, or one of perf's counters. Its fields are described as those of tracepoints are. */
struct sample_record {
	u64 ip;	     /* the instruction that ran */
	u64 address; /* of memory, where the counter tells one: of a page fault */
	u64 period;  /* the events of the counter since the last sample; of a timer ns */
	u32 user;    /* 1: it ran in user space */
	u32 reserved;
};

enum {
	FUNCTION_ARGUMENTS = 12, /* of a function at most: the kernel's MAX_BPF_FUNC_ARGS */
	SOURCE_STEPS = 4,	 /* of a way to a member */
	KEPT_TEXTS = 4,		 /* texts and bytes that a function's entry keeps for its return */
	KEPT_TEXT_SIZE = 256,	 /* of each, with its NUL: a power of two */
};

/* A field of a tracepoint's record, as its format in tracefs says. The record of a function is its arguments, a u64 each,
 * and behind them its result. */
struct source_field {
	u16 offset;
	u16 size;		/* bytes; of SOURCE_MEMBER those at the end of the way */
	u16 form;		/* SOURCE_* */
	u16 at;			/* SOURCE_* */
	u32 limit;		/* bytes of memory that are captured at most, EVENT_PATH_LIMIT at most */
	u16 steps;		/* of SOURCE_MEMBER: how many */
	u16 of_result;		/* it is read when the function returns, and not when it is entered */
	u32 step[SOURCE_STEPS]; /* what is added to the address; between two of them a pointer is read there */
};

/* What the entry of a function keeps until it returns: the value of the map `kept_calls`. The loader leaves out what is
 * not needed at its end. */
struct kept_text {
	u32 size;   /* without a NUL */
	u32 status; /* CAPTURED_* */
	u8 bytes[KEPT_TEXT_SIZE];
};
struct kept_call {
	u64 entered; /* ns, CLOCK_MONOTONIC */
	u64 values[SOURCE_FIELDS];
	struct kept_text texts[KEPT_TEXTS];
};

/* The map's key: where the call has its frame on the kernel's stack, which no other call of this function has meanwhile;
 * and which function it is, by its number among those of one program. */
struct kept_key {
	u64 frame;
	u64 function;
};

/* A function among those that one program is attached to: the value of the map `functions`. */
struct function_name {
	s32 nr; /* event_header.nr */
	u32 reserved;
	char name[EVENT_SYSCALL_LEN];
};

/* source_operand.from */
enum {
	OPERAND_CONSTANT = 0,
	OPERAND_REGISTER = 1,
	OPERAND_MEMORY = 2, /* of the process, at the sum of base, shifted index and number */
};
enum { OPERAND_NO_REGISTER = 0xffff };
enum {
	PROBE_PLACES = 32,	 /* of one USDT probe, where they have their arguments in different operands */
	PROBE_PAGE_MASK = 0xfff, /* an address's part that is the same wherever a file is mapped */
};

/* A value that a function of user space, or a USDT probe, has as an argument. Registers are words of struct pt_regs. */
struct source_operand {
	u64 number;    /* the constant, or a part of the address */
	u16 from;      /* OPERAND_* */
	u16 base;      /* the register itself, or one of the address's; OPERAND_NO_REGISTER */
	u16 index;     /* another one of the address's */
	u8 shift;      /* of index, bits */
	u8 size;       /* bytes of the value */
	u32 is_signed; /* it is extended by its sign to 8 bytes; otherwise by zeros */
	u32 reserved;
};

/* What was measured of the calls with one key, on one CPU: the value of the map `measures`. */
struct measure {
	u64 count;
	u64 sum; /* of the numbers, which wraps; and the smallest and the largest of them, signed */
	s64 min;
	s64 max;
};
enum { MEASURE_NEGATIVE = 2048 }; /* the bucket of numbers below 0 */

enum {
	CALL_BUCKETS = 32, /* of durations: the first below 1 us, each next one to twice that, the last all above */
	CALL_UNTIMED = 32, /* the bucket of calls whose duration is not known */
	CALL_UNKNOWN = ABI_CALLS, /* the number of all calls from ABI_CALLS on */
};

/* Calls that are counted together: the key of the maps `calls` and `unplaced_calls`, in which comm and pid are 0. */
struct call_key {
	char comm[EVENT_COMM_LEN];
	u32 pid;
	u16 nr;	    /* CALL_UNKNOWN at most */
	u8 compat;  /* it is a 32-bit program's number */
	u8 failed;  /* 1: they returned an error */
	u32 bucket; /* of their durations: below CALL_BUCKETS, or CALL_UNTIMED */
};

/* How many they are, on one CPU. */
struct call_sum {
	u64 calls;
	u64 ns; /* their durations' sum */
};

/* The entry of a traced process, by tgid: the value of the maps `processes` and `followed`. */
struct process {
	u32 slot;	  /* index into each handle_<SYSCALL>_progs; 0: the default handlers */
	u32 tgid;	  /* the key again, which is read together with `slot` */
	u32 slot_at_exec; /* becomes `slot` when the process executes a program; 0: nothing pending */
	u32 follow_forks; /* children share the slot */
#ifdef __cplusplus
	bool operator==(const process &) const = default;
#endif
};

/* A process that makes calls through a 32-bit gate: the key of the map `compat_callers`. A tgid alone isn't enough,
 * since the kernel gives it again. */
struct compat_process {
	u64 started; /* task_struct.start_time of the process's first thread, ns */
	u32 tgid;
	u32 reserved;
};

struct compat_caller {
	u64 calls; /* with x32's */
	u64 x32_calls;
	char comm[EVENT_COMM_LEN]; /* of the thread that made the first call */
};

/* The attach backends; const volatile traceleft_backend in each object. */
enum backend {
	BACKEND_RAW_TP = 0,
	BACKEND_TRACEPOINT = 1,
	BACKEND_FENTRY = 2,
	BACKEND_KPROBE = 3,
};
/* No backend that one chooses, but what the programs at functions and USDT probes of user space are told. */
enum { BACKEND_UPROBE = 4 };

#ifdef __cplusplus
static_assert(sizeof(event_header) == 176 && sizeof(captured) == 8 && sizeof(piece) == 24);
static_assert(sizeof(described) == 16 && sizeof(object_record) == 32 && sizeof(file_record) == 72 &&
	      sizeof(socket_record) == 312 && sizeof(process_record) == 176 && sizeof(stack_record) == 40 &&
	      sizeof(stack_frame_record) == 32);
} // namespace traceleft::wire
#endif
#endif
