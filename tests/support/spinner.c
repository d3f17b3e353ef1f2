/* SPDX-License-Identifier: MIT */
/* Spends CPU time in functions whose names are known: ARGV[1] ms in `once`, and three times as much in `thrice`; then
 * opens ARGV[2] files that aren't there in `opens`, and exits with as many page faults in `faults` as ARGV[3] says. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile unsigned long sum;

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

__attribute__((noinline)) void spin(long ms)
{
	long end = now() + ms;

	do
		for (int i = 0; i < 100000; i++)
			sum += i;
	while (now() < end);
	sum++; /* no tail call: all have a frame */
}

__attribute__((noinline)) void once(long ms)
{
	spin(ms);
	sum++;
}

__attribute__((noinline)) void thrice(long ms)
{
	spin(3 * ms);
	sum++;
}

/* libc's function has no frame of its own. */
__attribute__((noinline)) void opens(int count)
{
	for (int i = 0; i < count; i++)
		sum += syscall(SYS_openat, AT_FDCWD, "/nonexistent/file", O_RDONLY);
	sum++;
}

__attribute__((noinline)) void faults(long count)
{
	long page = sysconf(_SC_PAGESIZE);
	char *memory = mmap(NULL, count * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	madvise(memory, count * page, MADV_NOHUGEPAGE);
	for (long i = 0; i < count; i++)
		memory[i * page] = 1;
	sum++;
}

int main(int count, char **words)
{
	if (count < 4)
		return 1;
	once(atol(words[1]));
	thrice(atol(words[1]));
	opens(atoi(words[2]));
	faults(atol(words[3]));
	return 0;
}
