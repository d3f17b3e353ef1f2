// SPDX-License-Identifier: MIT
// Functions and USDT probes that tests attach to, called in a known way: see
// run(). Each byte on stdin is one run.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OWN __attribute__((noinline, noclone, used))

// A probe as <sys/sdt.h> writes it, which not every machine has: its place, a
// semaphore or 0, its names and operands.
#define PROBE(name, semaphore, operands, ...)                                  \
  __asm__ volatile("990: nop\n"                                                \
                   ".pushsection .note.stapsdt,\"\",\"note\"\n"                \
                   ".balign 4\n.4byte 992f-991f, 994f-993f, 3\n"               \
                   "991: .asciz \"stapsdt\"\n992: .balign 4\n"                 \
                   "993: .8byte 990b, 0, " semaphore "\n"                      \
                   ".asciz \"probed\"\n.asciz \"" name                         \
                   "\"\n.asciz \"" operands "\"\n"                             \
                   "994: .balign 4\n.popsection\n" ::__VA_ARGS__               \
                   : "memory")

__attribute__((section(".probes"),
               used)) volatile unsigned short probed_guarded_semaphore = 0;
int probed_global[2] = {0, 77};

OWN int add(int one, int other) { return one + other; }

OWN const char *greet(const char *name, unsigned char times) {
  return times > 1 ? "good day" : name;
}

// Not a tail call: each level is entered before the one above has returned.
OWN long recurse(long depth) {
  long below = depth > 0 ? recurse(depth - 1) : 0;

  __asm__ volatile("" : "+r"(below));
  return below + 1;
}

OWN long many(long a, long b, long c, long d, long e, long f, long g, long h) {
  return a + b + c + d + e + f + g + h;
}

OWN void nothing(void) { __asm__ volatile(""); }

// One probe at two places, which have its arguments elsewhere.
OWN void two_places(int number, const char *text) {
  volatile int in_memory = -number;

  PROBE("two", "0", "-4@%0 8@%1 1@%2", "r"(number), "r"(text), "n"(7));
  nothing();
  PROBE("two", "0", "-4@%0 8@%1 1@%2", "m"(in_memory), "r"(text), "n"(8));
}

OWN void guarded(long index) {
  static const short table[4] = {10, -20, 30, -40};

  if (!probed_guarded_semaphore)
    return;
  PROBE("guarded", "probed_guarded_semaphore",
        "-2@(%0,%1,2) -4@probed_global+4(%%rip) 8f@%%xmm0", "r"(table),
        "r"(index));
}

static void run(int turn) {
  static volatile long
      results; // otherwise the compiler leaves out calls that have no effect

  results += add(turn, -5);
  results += *greet("friend", turn);
  results += recurse(3);
  results += many(1, 2, 3, 4, 5, 6, 7, turn);
  two_places(turn, "a text");
  guarded(turn % 4);
}

int main(void) {
  char each;

  puts("ready");
  fflush(stdout);
  for (int turn = 1; read(0, &each, 1) == 1; turn++)
    run(turn);
  return 0;
}
