/* SPDX-License-Identifier: MIT */
// Programs to be traced, each of which times itself:
//   workloads opens COUNT PATH      opens PATH, and closes it where it was there: ns each
//   workloads mix COUNT             four threads of reads, writes, opens and the like: ns a call
//   workloads forks COUNT           forks and executes /bin/true: ns each
//   workloads repeat COUNT CMD...   runs a command: ns each
//   workloads serve                 prints its port, and answers one client until that goes
//   workloads ask PORT COUNT        is that client: p50 and p99 of the ns until an answer
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE = 64, THREADS = 4, CALLS = 8 };

extern char **environ;

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

static void opens(long count, const char *path)
{
	for (long i = 0; i < count; i++) {
		int fd = open(path, O_RDONLY);

		if (fd >= 0)
			close(fd);
	}
}

static void *mix(void *context)
{
	char buffer[64];
	struct stat status;
	int zero = open("/dev/zero", O_RDWR);

	for (long i = 0; i < *(long *)context; i += CALLS) {
		int fd = open("/dev/null", O_RDONLY);

		if (read(zero, buffer, sizeof(buffer)) < 0 || write(zero, buffer, 16) < 0)
			exit(1);
		fstat(fd, &status);
		lseek(fd, 0, SEEK_SET);
		close(fd);
		stat("/nowhere", &status);
		getppid();
	}
	return NULL;
}

static void run_threads(long count)
{
	pthread_t threads[THREADS];

	for (int i = 0; i < THREADS; i++)
		pthread_create(&threads[i], NULL, mix, &count);
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
}

static void repeat(long count, char **command)
{
	for (long i = 0; i < count; i++) {
		posix_spawn_file_actions_t files;
		pid_t child;

		posix_spawn_file_actions_init(&files);
		posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
		if (posix_spawnp(&child, command[0], &files, NULL, command, environ))
			exit(1);
		waitpid(child, NULL, 0);
		posix_spawn_file_actions_destroy(&files);
	}
}

static void forks(long count)
{
	for (long i = 0; i < count; i++) {
		pid_t child = fork();

		if (!child) {
			execl("/bin/true", "true", NULL);
			_exit(127);
		}
		waitpid(child, NULL, 0);
	}
}

static int serve(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof(address);
	int listening = socket(AF_INET, SOCK_STREAM, 0), client, on = 1;
	char message[MESSAGE];

	if (bind(listening, (struct sockaddr *)&address, length) || listen(listening, 1) ||
	    getsockname(listening, (struct sockaddr *)&address, &length))
		return 1;
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	client = accept(listening, NULL, NULL);
	setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	while (recv(client, message, MESSAGE, MSG_WAITALL) == MESSAGE)
		if (send(client, message, MESSAGE, 0) != MESSAGE)
			return 1;
	return 0;
}

static int ascending(const void *a, const void *b)
{
	double difference = *(const double *)a - *(const double *)b;

	return (difference > 0) - (difference < 0);
}

static int ask(int port, long count)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
	double *waited = calloc(count, sizeof(*waited));
	char message[MESSAGE] = "ping";

	if (connect(server, (struct sockaddr *)&address, sizeof(address)))
		return 1;
	setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	for (long i = 0; i < count; i++) {
		double begin = now();

		if (send(server, message, MESSAGE, 0) != MESSAGE ||
		    recv(server, message, MESSAGE, MSG_WAITALL) != MESSAGE)
			return 1;
		waited[i] = now() - begin;
	}
	qsort(waited, count, sizeof(*waited), ascending);
	printf("%.0f %.0f\n", waited[count / 2], waited[count - 1 - count / 100]);
	return 0;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "";
	long count = argc > 2 ? atol(argv[2]) : 0;
	double begin = now();

	if (!strcmp(name, "serve"))
		return serve();
	if (!strcmp(name, "ask") && argc == 4)
		return ask(count, atol(argv[3]));
	if (!strcmp(name, "opens") && argc == 4)
		opens(count, argv[3]);
	else if (!strcmp(name, "mix"))
		run_threads(count);
	else if (!strcmp(name, "forks"))
		forks(count);
	else if (!strcmp(name, "repeat") && argc > 3)
		repeat(count, argv + 3);
	else
		return 2;
	printf("%.1f\n", (now() - begin) / count / (strcmp(name, "mix") ? 1 : THREADS));
	return 0;
}
