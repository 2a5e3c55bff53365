/* Measures whole processes, from the start to the end, many of them interleaved.
 *
 *   measure ROUNDS NAME PROGRAM ARGUMENTS... ';' NAME PROGRAM ARGUMENTS... ';' ...
 *
 * The first contender is the program alone. In each round every contender runs once; the round
 * begins with another one each time, so that none always follows the same. Prints for each
 * contender the median and the minimum in microseconds, the median of the time above the program
 * alone, the peak memory in KiB, and the fewest minor page faults. It runs on one CPU, or on all of them
 * where PROCESSORS=all is in the environment. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { most_contenders = 16 };

struct contender {
  const char *name;
  char **argv;
  double *times; /* microseconds */
  double *above; /* the same, less the program alone in the same round */
  long peak;     /* KiB */
  long faults;   /* minor ones; a few come and go, so the fewest count */
};

/* Where what contenders print goes: the figures are on stdout. */
static int nowhere;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, count, sizeof *values, ascending);
  return values[count / 2];
}

static double run(struct contender *one) {
  double start = now();
  /* vfork: the measuring process adds nothing to copy, and nothing to the child's peak. */
  pid_t pid = vfork();
  if (pid == 0) {
    dup2(nowhere, 1);
    execv(one->argv[0], one->argv);
    _exit(127);
  }
  struct rusage usage;
  int status;
  if (pid < 0 || wait4(pid, &status, 0, &usage) != pid || status != 0) {
    fprintf(stderr, "measure: %s failed\n", one->name);
    exit(1);
  }
  double time = now() - start;
  if (usage.ru_maxrss > one->peak) one->peak = usage.ru_maxrss;
  if (usage.ru_minflt < one->faults || one->faults == 0) one->faults = usage.ru_minflt;
  return time;
}

int main(int argc, char **argv) {
  struct contender all[most_contenders];
  int count = 0;
  int rounds = argc > 1 ? atoi(argv[1]) : 0;
  for (int i = 2; i < argc && count < most_contenders; count++) {
    all[count] = (struct contender){.name = argv[i], .argv = &argv[i + 1]};
    while (i < argc && strcmp(argv[i], ";") != 0) i++;
    if (i < argc) argv[i++] = NULL;
    all[count].times = calloc(rounds, sizeof(double));
    all[count].above = calloc(rounds, sizeof(double));
  }
  if (rounds < 1 || count < 1) return 2;

  nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(sched_getcpu(), &one);
  const char *processors = getenv("PROCESSORS");
  if (processors == NULL || strcmp(processors, "all") != 0) sched_setaffinity(0, sizeof one, &one);

  for (int k = 0; k < count; k++) run(&all[k]); /* into the caches */
  for (int round = 0; round < rounds; round++) {
    for (int k = 0; k < count; k++) {
      int which = (round + k) % count;
      all[which].times[round] = run(&all[which]);
    }
    for (int k = 0; k < count; k++)
      all[k].above[round] = all[k].times[round] - all[0].times[round];
  }
  for (int k = 0; k < count; k++) {
    double above = median(all[k].above, rounds);
    double middle = median(all[k].times, rounds);
    printf("%s %.1f %.1f %.1f %ld %ld\n", all[k].name, middle, all[k].times[0], above, all[k].peak,
           all[k].faults);
  }
  return 0;
}
