/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A process that makes one syscall, read, as fast as a process can, and that is born with any PID.
 *
 *     worker                  obeys commands
 *     worker PID              its child with that PID does
 *
 * Commands come, and answers go, through the SOCK_SEQPACKET socket that is its standard input. It says its PID first.
 *     read COUNT SIZE         COUNT reads of SIZE bytes of /dev/zero; answers COUNT
 *     flood SIZE              reads until the next packet comes; answers how many
 *     fork DEPTH COUNT        forks a child whose first syscalls are COUNT reads and which forks the next, DEPTH of
 *                             them in all; answers their PIDs when all have exited
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BUFFER = 1 << 20, MAX_DEPTH = 64 };

static char buffer[BUFFER];
static int zeros;
static volatile pid_t *pids;

static void answer(const char *text)
{
	if (send(0, text, strlen(text), 0) < 0)
		exit(2);
}

static void read_zeros(long count, long size)
{
	for (long i = 0; i < count; i++)
		syscall(SYS_read, zeros, buffer, size);
}

static void fork_and_read(long depth, long count)
{
	for (long i = 0; i < depth; i++) {
		/* The bare call: glibc's would make others of its own in the child. */
		pid_t child = syscall(SYS_fork);

		if (child) {
			waitpid(child, NULL, 0);
			if (i)
				_exit(0);
			return;
		}
		read_zeros(count, 1);
		pids[i] = syscall(SYS_getpid);
	}
	_exit(0);
}

static long flood(long size)
{
	char byte;
	long calls = 0;

	while (recv(0, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN) {
		read_zeros(64, size);
		calls += 64;
	}
	recv(0, &byte, 1, 0);
	return calls;
}

static void obey(void)
{
	char packet[256], text[MAX_DEPTH * 12];
	long first, second;
	ssize_t size;

	snprintf(text, sizeof(text), "%d", getpid());
	answer(text);
	while ((size = recv(0, packet, sizeof(packet) - 1, 0)) > 0) {
		packet[size] = 0;
		text[0] = 0;
		if (sscanf(packet, "read %ld %ld", &first, &second) == 2) {
			read_zeros(first, second);
			sprintf(text, "%ld", first);
		} else if (sscanf(packet, "flood %ld", &first) == 1) {
			sprintf(text, "%ld", flood(first));
		} else if (sscanf(packet, "fork %ld %ld", &first, &second) == 2) {
			fork_and_read(first, second);
			for (long i = 0; i < first; i++)
				sprintf(text + strlen(text), "%d ", pids[i]);
		} else {
			exit(2);
		}
		answer(text);
	}
	exit(0);
}

int main(int argc, char **argv)
{
	zeros = open("/dev/zero", O_RDONLY);
	pids = mmap(NULL, MAX_DEPTH * sizeof(*pids), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (zeros < 0 || pids == MAP_FAILED)
		return 2;
	if (argc > 1) {
		pid_t wanted = atoi(argv[1]), child;
		struct clone_args args = { .exit_signal = SIGCHLD, .set_tid = (uintptr_t)&wanted, .set_tid_size = 1 };

		child = syscall(SYS_clone3, &args, sizeof(args));
		if (child < 0) {
			perror("clone3");
			return 3;
		}
		if (child) {
			close(0);
			return waitpid(child, NULL, 0) == child ? 0 : 2;
		}
	}
	obey();
}
