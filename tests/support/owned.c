/* SPDX-License-Identifier: MIT */
/*
 * A process whose rights change, step by step: `owned STEP...`. A number is an lseek(-1, NUMBER, SEEK_SET), by which tests
 * see what is seen of it. It may be set-user-ID or set-group-ID.
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static int step(const char *name)
{
	uid_t uid = getuid();
	gid_t gid = getgid();

	if (!strcmp(name, "seem")) /* until it takes its rights back */
		return seteuid(uid);
	if (!strcmp(name, "drop"))
		return setresgid(gid, gid, gid) || setresuid(uid, uid, uid);
	if (!strcmp(name, "hide"))
		return prctl(PR_SET_DUMPABLE, 0);
	if (!strcmp(name, "show"))
		return prctl(PR_SET_DUMPABLE, 1);
	if (!strcmp(name, "unshare"))
		return unshare(CLONE_NEWUSER);
	lseek(-1, atoi(name), SEEK_SET);
	return 0;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "exec"))
			return execv(argv[i + 1], argv + i + 1), 1;
		if (step(argv[i])) {
			perror(argv[i]);
			return 1;
		}
	}
	return 0;
}
