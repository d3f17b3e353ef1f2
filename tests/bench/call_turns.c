/* SPDX-License-Identifier: MIT */
// call_turns FILE: reads lines "CALL COUNT", makes so many calls on one CPU, and prints the ns that one took.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

/* Reads below so many functions, each with a frame. */
__attribute__((noinline)) static long deep_reads(int depth, int file, long count)
{
	char buffer[16];
	long done = 0;

	if (depth)
		return deep_reads(depth - 1, file, count) + 1;
	for (long i = 0; i < count; i++)
		done += read(file, buffer, sizeof(buffer)) == sizeof(buffer);
	return done;
}

int main(int argc, char **argv)
{
	int zero = open("/dev/zero", O_RDONLY);
	int unnamed = socket(AF_UNIX, SOCK_STREAM, 0);
	char buffer[16], call[16];
	struct sockaddr_storage name;
	struct stat status;
	cpu_set_t cpus;
	long count;

	CPU_ZERO(&cpus);
	CPU_SET(sysconf(_SC_NPROCESSORS_ONLN) - 1, &cpus);
	sched_setaffinity(0, sizeof(cpus), &cpus);
	signal(SIGURG, SIG_IGN);
	while (scanf("%15s %ld", call, &count) == 2) {
		double start = now();

		if (!strcmp(call, "read")) {
			for (long i = 0; i < count; i++)
				if (read(zero, buffer, sizeof(buffer)) != sizeof(buffer))
					return 1;
		} else if (!strcmp(call, "deep")) {
			if (deep_reads(16, zero, count) != count + 16)
				return 1;
		} else if (!strcmp(call, "kill")) {
			for (long i = 0; i < count; i++)
				kill(getpid(), SIGURG);
		} else if (!strcmp(call, "getppid")) {
			for (long i = 0; i < count; i++)
				syscall(SYS_getppid);
		} else if (!strcmp(call, "open")) {
			for (long i = 0; i < count; i++)
				if (close(open(argv[argc - 1], O_RDONLY)))
					return 1;
		} else if (!strcmp(call, "getsockname")) {
			for (long i = 0; i < count; i++) {
				socklen_t length = sizeof(name);

				getsockname(unnamed, (struct sockaddr *)&name, &length);
			}
		} else if (!strcmp(call, "select")) {
			for (long i = 0; i < count; i++) {
				struct timeval timeout = {0};
				fd_set files;

				FD_ZERO(&files);
				FD_SET(zero, &files);
				syscall(SYS_select, zero + 1, &files, NULL, NULL, &timeout);
			}
		} else if (!strcmp(call, "stat")) {
			for (long i = 0; i < count; i++)
				syscall(SYS_stat, argv[argc - 1], &status);
		} else {
			return 1;
		}
		printf("%.1f\n", (now() - start) / count);
		fflush(stdout);
	}
	return 0;
}
