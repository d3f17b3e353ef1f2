/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
/*
 * rewriter DIRECTORY TIMES: opens one of two files of DIRECTORY, `aa` and `bb`, so often, while another thread writes
 * the one name over the other in the same memory. It says that it is ready, waits for a line on its standard input, and
 * prints a line for each successful open: the inode of what it opened, by fstat.
 */
#include <fcntl.h>
#include <sched.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char path[4096];
static atomic_bool done;

/* The first or the last CPU that it may run on: both threads at once, if there are two. */
static void pin(int last)
{
	cpu_set_t allowed, chosen;
	int cpu = last ? CPU_SETSIZE - 1 : 0;

	CPU_ZERO(&chosen);
	if (sched_getaffinity(getppid(), sizeof(allowed), &allowed))
		return;
	while (!CPU_ISSET(cpu, &allowed))
		cpu += last ? -1 : 1;
	CPU_SET(cpu, &chosen);
	sched_setaffinity(0, sizeof(chosen), &chosen);
}

static void *rewrite(void *unused)
{
	volatile char *name = path + strlen(path) - 2;

	(void)unused;
	pin(1);
	for (unsigned turn = 0; !done; turn++) {
		name[0] = turn % 2 ? 'a' : 'b';
		for (volatile unsigned pause = turn % 61; pause; pause--)
			;
		name[1] = turn % 2 ? 'a' : 'b';
		for (volatile unsigned pause = turn % 997; pause; pause--)
			;
	}
	return NULL;
}

int main(int argc, char **argv)
{
	long times = argc == 3 ? atol(argv[2]) : 0;
	ino_t *inodes = calloc(times, sizeof(*inodes));
	long opened = 0;
	pthread_t writer;

	if (!inodes)
		return 1;
	snprintf(path, sizeof(path), "%s/aa", argv[1]);
	puts("ready");
	fflush(stdout);
	getchar();
	if (pthread_create(&writer, NULL, rewrite, NULL))
		return 1;
	pin(0);
	for (long i = 0; i < times; i++) {
		struct stat status;
		int fd = open(path, O_RDONLY);

		if (fd < 0)
			continue;
		if (!fstat(fd, &status))
			inodes[opened++] = status.st_ino;
		close(fd);
	}
	done = 1;
	pthread_join(writer, NULL);
	for (long i = 0; i < opened; i++)
		printf("%lu\n", (unsigned long)inodes[i]);
	return 0;
}
