/* What it costs to ask the processor what it is, in microseconds: the median of 1000 times. glibc asks
 * some 25 times before main. On a machine of its own it is next to nothing; in a virtual machine each
 * question goes to its host. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>

enum { rounds = 1000 };

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

int main(void) {
  static double times[rounds];
  for (int i = 0; i < rounds; i++) {
    unsigned a, b, c, d;
    double start = now();
    __cpuid(0, a, b, c, d);
    times[i] = now() - start;
  }
  qsort(times, rounds, sizeof *times, ascending);
  printf("a cpuid takes %.2f us here\n", times[rounds / 2]);
  return 0;
}
#else
int main(void) {
  puts("this processor has no cpuid");
  return 0;
}
#endif
