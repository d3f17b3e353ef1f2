/* SPDX-License-Identifier: MIT */
// Reads lines "CALL COUNT", makes so many calls on one CPU, and prints the ns that one took.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// 60 bytes, in five names.
static const char path[] = "/tmp/traceleft-bench/a-directory-of-files/and-another/a-file";

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

static void make_file(void)
{
	char part[sizeof(path)];

	for (const char *end = path; (end = strchr(end + 1, '/'));) {
		memcpy(part, path, end - path);
		part[end - path] = 0;
		mkdir(part, 0700);
	}
	close(open(path, O_CREAT | O_RDWR, 0600));
}

int main(void)
{
	int zero = open("/dev/zero", O_RDONLY);
	char buffer[16], call[16];
	cpu_set_t cpus;
	long count;

	make_file();
	CPU_ZERO(&cpus);
	CPU_SET(sysconf(_SC_NPROCESSORS_ONLN) - 1, &cpus);
	sched_setaffinity(0, sizeof(cpus), &cpus);
	while (scanf("%15s %ld", call, &count) == 2) {
		double start = now();

		if (!strcmp(call, "read"))
			for (long i = 0; i < count; i++)
				read(zero, buffer, sizeof(buffer));
		else if (!strcmp(call, "getppid"))
			for (long i = 0; i < count; i++)
				syscall(SYS_getppid);
		else if (!strcmp(call, "open"))
			for (long i = 0; i < count; i++)
				close(open(path, O_RDONLY));
		printf("%.1f\n", (now() - start) / count);
		fflush(stdout);
	}
	return 0;
}
