/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A process that makes any syscall it is told to, with the registers it is told, from an arena that its tester fills.
 *
 *     caller FD               obeys requests; FD is the arena, which it maps shared at ARENA
 *     caller leave            exits with status 7: something to execute
 *
 * Requests come, and answers go, through the SOCK_SEQPACKET socket that is its standard input. It says its PID first.
 *     CALL    makes the call: answers what came of it. A child that the call makes exits at once, with status 0.
 *     FORK    has a child, which says its PID and obeys in its place until it ends or dies; then says how it ended
 *     END     exits with status 0
 * Between `before` and `after` a thread makes that one syscall, and those that signal handlers make.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* As in caller.py. Nothing is mapped behind the arena. */
enum { PAGE = 4096, ARENA_SIZE = 64 * PAGE };
#define ARENA ((volatile char *)0x7d0000000000)

enum kind { CALL, FORK, END };

struct request {
	uint64_t kind, nr, args[6];
};

struct answer {
	int64_t kind;  /* CALL: the call returned; FORK: a child began; END: it ended */
	int64_t value; /* what the call returned; the child's wait status */
	uint64_t before, after; /* ns, CLOCK_MONOTONIC */
	int64_t pid;
};

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time); /* no syscall: vDSO */
	return time.tv_sec * 1000000000ULL + time.tv_nsec;
}

static void answer(struct answer answer)
{
	while (send(0, &answer, sizeof(answer), 0) < 0)
		if (errno != EINTR)
			_exit(2);
}

/* The bare instruction. Where it returns in a child too, which may even share this stack, that must not get further. */
static __attribute__((noinline)) int64_t make(const struct request *request)
{
	register uint64_t r10 asm("r10") = request->args[3];
	register uint64_t r8 asm("r8") = request->args[4];
	register uint64_t r9 asm("r9") = request->args[5];
	register uint64_t forks asm("r12") = request->nr == SYS_fork || request->nr == SYS_vfork ||
					     request->nr == SYS_clone || request->nr == SYS_clone3;
	int64_t ret = request->nr;

	asm volatile("syscall\n\t"
		     "test %%rax, %%rax\n\t"
		     "jnz 1f\n\t"
		     "test %[forks], %[forks]\n\t"
		     "jz 1f\n\t"
		     "mov %[exit], %%eax\n\t"
		     "xor %%edi, %%edi\n\t"
		     "syscall\n\t"
		     "1:"
		     : "+a"(ret)
		     : "D"(request->args[0]), "S"(request->args[1]), "d"(request->args[2]), "r"(r10), "r"(r8), "r"(r9),
		       [forks] "r"(forks), [exit] "i"(SYS_exit)
		     : "rcx", "r11", "memory");
	return ret;
}

/* A handler reads memory without faulting pages in: what the kernel would not touch either has to be there. */
static void touch_arena(void)
{
	for (int page = 0; page < ARENA_SIZE / PAGE; page++)
		ARENA[page * PAGE];
}

static void call(const struct request *request)
{
	struct answer made = { .kind = CALL, .pid = getpid() };

	touch_arena();
	made.before = now();
	made.value = make(request);
	made.after = now();
	answer(made);
}

/* Returns in the child at once, and in the parent when the child has ended. */
static void take_turns(void)
{
	struct answer turn = { .kind = FORK, .pid = fork() };
	int status;

	if (turn.pid < 0)
		_exit(2);
	if (!turn.pid) {
		turn.pid = getpid();
		answer(turn);
		return;
	}
	while (waitpid(turn.pid, &status, __WALL) != turn.pid)
		if (errno != EINTR)
			_exit(2);
	turn.kind = END;
	turn.value = status;
	answer(turn);
}

static void nothing(int signal)
{
	(void)signal;
}

int main(int argc, char **argv)
{
	struct sigaction action = { .sa_handler = nothing };
	struct request request;

	if (argc > 1 && !strcmp(argv[1], "leave"))
		return 7;
	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGALRM, &action, NULL);
	if (mmap((void *)ARENA, ARENA_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, atoi(argv[1]), 0) !=
	    ARENA)
		return 2;
	answer((struct answer){ .kind = FORK, .pid = getpid() });
	for (;;) {
		ssize_t size = recv(0, &request, sizeof(request), 0);

		if (size < 0 && errno == EINTR)
			continue;
		if (size != sizeof(request) || request.kind == END)
			_exit(size > 0 ? 0 : 1);
		if (request.kind == CALL)
			call(&request);
		else
			take_turns();
	}
}
