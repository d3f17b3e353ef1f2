/* SPDX-License-Identifier: MIT */
/* Says so when it has begun; then opens a file that isn't there, below a
 * function that each line of its input names, in each of the ways in which
 * compilers keep track of frames. To be compiled without frame pointers. */
#include <alloca.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FUNCTION __attribute__((noinline, noclone))

static volatile int sum;

FUNCTION void opens(void) {
  sum += open("/nonexistent/file", O_RDONLY);
  sum++; /* no tail call: each function is among the callers */
}

FUNCTION int compare(const void *one, const void *other) {
  opens();
  return *(const int *)one - *(const int *)other;
}

/* Through the C library. */
FUNCTION void sort(void) {
  int numbers[] = {2, 1};

  qsort(numbers, 2, sizeof(*numbers), compare);
  sum += numbers[0];
}

/* Its frame begins where no call has left the stack. */
FUNCTION void aligned(int count) {
  _Alignas(64) volatile char room[64];
  volatile char *more = alloca(count);

  room[count % 64] = more[0] = count;
  opens();
  sum += room[0] + more[count - 1];
}

FUNCTION void sized(int count) {
  volatile char room[count];

  room[0] = room[count - 1] = count;
  opens();
  sum += room[0];
}

FUNCTION void large(int count) {
  volatile char room[200000];

  room[count] = count;
  opens();
  sum += room[count];
}

FUNCTION void handler(int number) {
  opens();
  sum += number;
}

FUNCTION void interrupt(void) {
  raise(SIGUSR1);
  sum++;
}

int main(void) {
  char word[16];

  signal(SIGUSR1, handler);
  puts("ready");
  fflush(stdout);
  while (scanf("%15s", word) == 1) {
    if (!strcmp(word, "sort"))
      sort();
    else if (!strcmp(word, "aligned"))
      aligned(strlen(word) * 100);
    else if (!strcmp(word, "sized"))
      sized(strlen(word) * 100);
    else if (!strcmp(word, "large"))
      large(strlen(word));
    else if (!strcmp(word, "signal"))
      interrupt();
  }
  return 0;
}
