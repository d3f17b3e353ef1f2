/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A process that has children with a PID of one's choice, or in a pid namespace of their own, and that makes one call
 * which no other program makes: sched_get_priority_max(TAG), whose argument tells who called.
 *
 * Commands come, and answers go, through the SOCK_SEQPACKET socket that is its standard input. It says its PID first, and
 * so does each child, which then is who obeys; its parent does again when the child has ended, and says "over".
 *     born PID NAME           has a child with this PID and this name (comm)
 *     fork                    has a child; in a pid namespace of its own after `unshare`
 *     unshare                 children to come get a new pid namespace
 *     call TAG COUNT          makes COUNT calls; answers its PID and the thread's id
 *     thread TAG COUNT        the same in a new thread
 *     exec PATH               executes PATH, which is this program by another name
 *     lives PID COUNT CALLS   has COUNT children in a row, all with this PID, each of which makes CALLS calls whose tags
 *                             are 0, 1 and so on by child, pauses in their midst, some longer than others, and ends;
 *                             answers how many there were
 *     end
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/sched.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct calls {
	long tag, count;
	char answer[64];
};

static void answer(const char *text)
{
	if (send(0, text, strlen(text), 0) < 0)
		_exit(2);
}

static void *call(void *argument)
{
	struct calls *calls = argument;

	for (long i = 0; i < calls->count; i++)
		syscall(SYS_sched_get_priority_max, calls->tag);
	sprintf(calls->answer, "%ld %ld", syscall(SYS_getpid), syscall(SYS_gettid));
	return NULL;
}

static void say_pid(void)
{
	char text[16];

	sprintf(text, "%ld", syscall(SYS_getpid));
	answer(text);
}

/* As fork(), with the PID that is wanted, if any. glibc's would make calls of its own in the child. */
static pid_t have_child(pid_t wanted)
{
	struct clone_args args = { .exit_signal = SIGCHLD };
	pid_t child;

	if (wanted) {
		args.set_tid = (uintptr_t)&wanted;
		args.set_tid_size = 1;
	}
	child = syscall(SYS_clone3, &args, sizeof(args));
	if (child < 0) {
		perror("clone3");
		_exit(3);
	}
	return child;
}

/* Returns in the child; in the parent when that is over. */
static void be_child(pid_t wanted, const char *name)
{
	pid_t child = have_child(wanted);

	if (child) {
		waitpid(child, NULL, 0);
		answer("over");
		return;
	}
	if (name)
		prctl(PR_SET_NAME, name);
	say_pid();
}

static long live(pid_t pid, long count, long calls)
{
	for (long life = 0; life < count; life++) {
		pid_t child = have_child(pid);

		if (!child) {
			for (long i = 0; i < calls; i++) {
				syscall(SYS_sched_get_priority_max, life);
				if (i == calls / 2)
					usleep(life % 8 * 100);
			}
			_exit(0);
		}
		waitpid(child, NULL, 0);
	}
	return count;
}

int main(int argc, char **argv)
{
	char packet[512], text[256];
	struct calls calls;
	long number, count;
	ssize_t size;

	say_pid();
	while ((size = recv(0, packet, sizeof(packet) - 1, 0)) > 0) {
		packet[size] = 0;
		if (sscanf(packet, "born %ld %15s", &number, text) == 2) {
			be_child(number, text);
		} else if (!strcmp(packet, "fork")) {
			be_child(0, NULL);
		} else if (!strcmp(packet, "unshare")) {
			answer(unshare(CLONE_NEWPID) ? strerror(errno) : "unshared");
		} else if (sscanf(packet, "call %ld %ld", &calls.tag, &calls.count) == 2) {
			call(&calls);
			answer(calls.answer);
		} else if (sscanf(packet, "thread %ld %ld", &calls.tag, &calls.count) == 2) {
			pthread_t thread;

			if (pthread_create(&thread, NULL, call, &calls))
				_exit(4);
			pthread_join(thread, NULL);
			answer(calls.answer);
		} else if (sscanf(packet, "exec %255s", text) == 1) {
			execl(text, text, NULL);
			_exit(5);
		} else if (sscanf(packet, "lives %ld %ld %ld", &number, &count, &calls.count) == 3) {
			sprintf(text, "%ld", live(number, count, calls.count));
			answer(text);
		} else {
			break; /* end */
		}
	}
	_exit(0);
}
