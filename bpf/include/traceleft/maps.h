/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The maps and constants that trace probes and handlers share. The dispatcher creates each map once; the loader hands
 * the same one to every object, by its name. */
#ifndef TRACELEFT_MAPS_H
#define TRACELEFT_MAPS_H

#include "event.h"

/* Set by the loader before an object is loaded, so that the verifier removes unused code of backends and options. */
const volatile __u32 traceleft_backend = BACKEND_RAW_TP;
const volatile __u64 traceleft_program_id = 0;
const volatile __u32 traceleft_buffer_limit = 32; /* bytes captured of a buffer, at most EVENT_BUFFER_LIMIT */
const volatile __u32 traceleft_wake_bytes = 0;	  /* bytes a CPU submits before it wakes the reader; 0: never */
const volatile bool traceleft_durations = false;  /* entry times are taken */
/* The kernel has BTF of its own, so that programs may follow pointers they are given; else they copy the memory. */
const volatile bool traceleft_kernel_btf = true;
/* The hook gives a pointer to the registers of user space; else they are the task's. */
const volatile bool traceleft_registers_given = true;
/* Load the task's ids from the task itself. Helpers take 45 ns each more for every event. But from 6.2 on, for each
 * pointer that is loaded so the verifier searches all of the kernel's BTF several times (btf_nested_type_is_trusted() in
 * kernel/bpf/btf.c), 3 ms a program in all. */
const volatile bool traceleft_direct_task_reads = true;
/* The rings: a power of two. And the bytes of each. */
const volatile __u32 traceleft_rings = 1;
const volatile __u32 traceleft_ring_size = 0;
/* Bytes a CPU submits before it looks again how much room the ring has. */
const volatile __u32 traceleft_check_bytes = 0;
/* event_header.ns_pid and its like are filled. */
const volatile bool traceleft_namespace_pids = false;
/* The strings of environments are captured, and not only counted. */
const volatile bool traceleft_environments = false;

/* The number of this object in `handler_times`; 0: its runs are never timed. */
const volatile __u32 traceleft_handler = 0;
/* Handlers are told the slot that they run for. */
const volatile bool traceleft_handler_times = false;

/* Another program ends each event: see objects.h and question.h. */
const volatile bool traceleft_late = false;
/* event_header.question. */
const volatile __u32 traceleft_question = 0;
/* Programs of this object call one other only, at place 0: the JIT compiler makes that a jump. */
const volatile bool traceleft_one_call = false;

/* A handler of 32-bit programs' calls is compiled with this, and with the ABI's own name. */
#ifdef TRACELEFT_COMPAT
const volatile bool traceleft_compat = true;
typedef __u32 user_word; /* a long or a pointer in user memory */
enum { EVENT_ABI = EVENT_COMPAT, LOST_CALLS_BEGIN = ABI_CALLS };
#else
typedef __u64 user_word;
enum { EVENT_ABI = 0, LOST_CALLS_BEGIN = 0 };
#endif

/* A syscall's name, padded with NUL. Written as words: of a char array the compiler makes 64 stores of a byte each, which
 * cost 20 ns themselves, and more when the ring copies what has not yet left the store buffer. */
union syscall_name {
	char text[EVENT_SYSCALL_LEN];
	__u64 words[EVENT_SYSCALL_LEN / 8];
};

/* The names of calls, by number, those of another ABI behind ABI_CALLS others: see record_begin_call(). */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1); /* the loader makes room, and fills it */
	__type(key, __u32);
	__type(value, union syscall_name);
} call_names SEC(".maps");

/* The events map that every handler may submit to. */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 16 * 1024 * 1024); /* the default; the loader sets what was asked for */
} events SEC(".maps");

/* That one, and more like it, for so few CPUs each that these seldom wait for each other's reservations; made by the
 * loader where traceleft_rings says that there are several. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 1);
	__type(key, __u32);
	__array(
		values, struct {
			__uint(type, BPF_MAP_TYPE_RINGBUF);
			__uint(max_entries, 4096);
		});
} rings SEC(".maps");

/* Captured memory while its pieces are added, in a loop. Its state is in a map because the verifier knows no values
 * from there: each turn looks to it like the last one. In registers it would tell every turn's sizes apart. */
struct pieces {
	__u32 begin;  /* bytes of the event before the first */
	__u32 end;    /* bytes of the event so far, a multiple of 8 */
	__u64 status; /* CAPTURED_* */
	__s64 left;   /* bytes that the coming iovecs may still hold */
};

/* One CPU's room for the event it builds, and its counters. */
enum {
	SCRATCH_SIZE = 2 * 65536,
	SCRATCH_OFFSET_MASK = 65535, /* captured memory starts below it, and is at most EVENT_BUFFER_LIMIT + 8 long */
	SCRATCH_UNSENT = SCRATCH_SIZE - 2 * EVENT_PATH_LIMIT, /* beyond all captured memory: never part of an event */
};
struct cpu_state {
	struct cpu_counters counters;
	struct cpu_settings settings;
	__u64 unwoken_bytes;   /* submitted since this CPU last woke the reader */
	__u64 unchecked_bytes; /* submitted since this CPU last looked for room; stays high while there is little */
	__u64 slot;	       /* that the last event was dispatched to; kept under traceleft_handler_times */
	__u64 busy;	       /* tasks that use the scratch, or are about to find out that another does */
	struct pieces pieces;
	__u64 record_size; /* of the event on which a question decides, and the place of what its entry program kept */
	__s64 record_entered;
	__u64 record_task; /* the address of its task_struct, where KERNEL_HAS(get_current_task_btf) */
	struct question_memory question_memory[2 * QUESTION_MEMORIES];
	__u64 question_key[QUESTION_LATE_KEY / sizeof(__u64)];
	__u64 registers[64]; /* room for a struct pt_regs: see user_registers() */
	__u8 scratch[SCRATCH_SIZE] __attribute__((aligned(64)));
};

/* Indexed by CPU. Not a per-CPU map: those end at 32 KiB a value, and user space maps this one to read the counters. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1); /* the loader sets the number of possible CPUs */
	__type(key, __u32);
	__type(value, struct cpu_state);
} cpu_states SEC(".maps");

/* The places for memory that calls' entry programs keep for their exit programs: see entered.h. */
enum {
	ENTERED_WAYS = 8,    /* calls that a bucket has room for */
	ENTERED_ARGS = 8,    /* more than any call has: a power of two, for the verifier */
	ENTERED_MORE = 1024, /* bytes of room behind the longest string; the most that is kept of other memory */
	ENTERED_BYTES = EVENT_PATH_LIMIT + 8 + ENTERED_MORE,
};
struct entered_memory {
	__u64 address;
	__u32 offset; /* into entered_call.bytes */
	__u16 size;
	__u16 status; /* CAPTURED_OK, CAPTURED_TRUNCATED or CAPTURED_FAULT */
};
struct entered_call {
	__u64 attachments; /* cpu_settings.attachments at its entry */
	__s32 nr;
	__u32 size; /* of the bytes */
	__u64 kept; /* the arguments whose memory is here, a bit for each */
	struct entered_memory memory[ENTERED_ARGS];
	__u8 bytes[ENTERED_BYTES];
};
struct entered_calls {
	__u64 claims[ENTERED_WAYS]; /* tasks that have this one's place, or are about to find out that another has it */
	__u64 owners[ENTERED_WAYS]; /* the address of the task_struct; 0: nobody's */
	struct entered_call calls[ENTERED_WAYS];
};
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* the loader makes room where a handler has an entry program */
	__type(key, __u32);
	__type(value, struct entered_calls);
} entered_calls SEC(".maps");

/* When each thread entered its current call, ns; filled only under traceleft_durations. The task's address stays the
 * same when a thread executes a program and takes over its leader's tid. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1); /* the loader makes room under traceleft_durations */
	__type(key, __u64);	/* address of the task_struct */
	__type(value, __u64);
} entry_times SEC(".maps");

/* Events lost, by the call's number and the reason. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1); /* the loader makes room for the highest number */
	__type(key, __u32);
	__type(value, __u64[LOSS_REASONS]);
} lost_calls SEC(".maps");

/* The programs that end the events of these handlers, by question_index(): they describe files, or decide by a question
 * whether the event is wanted. None where it is sent as it is. */
struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, ABI_CALLS);
	__uint(key_size, sizeof(__u32));
	__uint(value_size, sizeof(__u32));
} late_question SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 1); /* the loader makes room under traceleft_handler_times */
	__type(key, struct handler_runs);
	__type(value, struct handler_time);
} handler_times SEC(".maps");

/* The share that each process and cgroup has taken of a ring that is short of room. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1); /* the loader makes room */
	__type(key, struct budget_key);
	__type(value, struct budget);
} budgets SEC(".maps");

/*
 * Functions that are not inline are verified once for each program, apart from their callers and for any arguments: the
 * verifier doesn't know their results. For that the kernel wants them global, and returning a number.
 */
#define VERIFIED_APART __attribute__((noinline))

static __always_inline struct cpu_state *this_cpu_state(void)
{
	__u32 cpu = bpf_get_smp_processor_id();

	return bpf_map_lookup_elem(&cpu_states, &cpu);
}

static __always_inline __u32 ring_number(__u32 cpu)
{
	return cpu & (traceleft_rings - 1);
}

/* The ring of a CPU. */
static __always_inline void *events_ring(__u32 cpu)
{
	__u32 number = ring_number(cpu);

	return traceleft_rings > 1 ? bpf_map_lookup_elem(&rings, &number) : (void *)&events;
}

/* Whether a program can be preempted by another task's on the same CPU: under fentry, and from Linux 7 on at syscall
 * tracepoints. Around kprobes preemption is off. */
static __always_inline bool preemptible(void)
{
	return traceleft_backend != BACKEND_KPROBE;
}

static __always_inline void count(__u64 *counter)
{
	if (preemptible())
		__sync_fetch_and_add(counter, 1);
	else
		*counter += 1;
}

/* Losses are rare: kept out of the handlers, whose code is a hundred instructions shorter for that. */
VERIFIED_APART int count_loss(__u64 reason, __u32 nr)
{
	struct cpu_state *cpu = this_cpu_state();
	__u32 call = LOST_CALLS_BEGIN + nr;
	__u64 *lost = bpf_map_lookup_elem(&lost_calls, &call);

	if (!cpu || reason >= LOSS_REASONS)
		return 0;
	count(&cpu->counters.lost[reason]);
	if (lost)
		count(&lost[reason]);
	return 0;
}

#endif
