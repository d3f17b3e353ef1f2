/* SPDX-License-Identifier: MIT */
// Usage: read_loop COUNT [CPU [START]]. Calls read(/dev/zero, 16) COUNT times on one CPU, by default the last, and prints
// the ns that one took. With START, ns of CLOCK_MONOTONIC, it begins then, and gives the CPU to nobody.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

static void wait_until(double start)
{
	struct sched_param first = { .sched_priority = 1 };
	double early = start - 2e6;
	struct timespec wake = { .tv_sec = early / 1e9, .tv_nsec = (long long)early % 1000000000 };

	if (sched_setscheduler(0, SCHED_FIFO, &first))
		perror("sched_setscheduler");
	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, NULL);
	while (now() < start)
		;
}

int main(int argc, char **argv)
{
	long count = argc > 1 ? atol(argv[1]) : 1000000;
	int zero = open("/dev/zero", O_RDONLY);
	char buffer[16];
	cpu_set_t cpus;
	double start;

	CPU_ZERO(&cpus);
	CPU_SET(argc > 2 ? atol(argv[2]) : sysconf(_SC_NPROCESSORS_ONLN) - 1, &cpus);
	sched_setaffinity(0, sizeof(cpus), &cpus);
	if (argc > 3)
		wait_until(atof(argv[3]));
	start = now();
	for (long i = 0; i < count; i++)
		if (read(zero, buffer, sizeof(buffer)) != sizeof(buffer))
			return 1;
	printf("%.1f\n", (now() - start) / count);
	return 0;
}
