/* What plain setns(2) calls say of a process: whether the caller could enter all of its namespaces that are
 * not his own, in one call or in the original's two ways. Written to be compared with nsenter, from the
 * manual page alone; each attempt is made by a child.
 *   probe PID: prints "enter" or "refuse" */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct kind {
  const char *name, *own;
  int flag;
} kinds[] = {
    {"user", "user", CLONE_NEWUSER}, {"cgroup", "cgroup", CLONE_NEWCGROUP},
    {"ipc", "ipc", CLONE_NEWIPC},    {"uts", "uts", CLONE_NEWUTS},
    {"net", "net", CLONE_NEWNET},    {"pid", "pid_for_children", CLONE_NEWPID},
    {"mnt", "mnt", CLONE_NEWNS},     {"time", "time", 0x80},
};

/* Enters two sets, one after the other; an empty one is no call. */
static int can_enter(int process, int first, int second) {
  pid_t child = fork();
  if (child < 0) exit(9);
  if (child == 0) {
    if (first != 0 && setns(process, first) < 0) _exit(1);
    _exit(second != 0 && setns(process, second) < 0);
  }
  int status;
  if (waitpid(child, &status, 0) != child) exit(9);
  return status == 0;
}

int main(int argc, char **argv) {
  if (argc != 2) return 9;
  int process = (int)syscall(SYS_pidfd_open, atoi(argv[1]), 0);
  int all = 0, other = 0;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    char path[64];
    struct stat theirs, own;
    snprintf(path, sizeof path, "/proc/%s/ns/%s", argv[1], kinds[i].name);
    int seen = stat(path, &theirs);
    snprintf(path, sizeof path, "/proc/self/ns/%s", kinds[i].own);
    if (stat(path, &own) < 0) return 9;
    /* Whoever cannot even look at the user namespace does not know what all of them are. */
    if (seen < 0 && i == 0) break;
    int is_shared = seen == 0 && theirs.st_dev == own.st_dev && theirs.st_ino == own.st_ino;
    if (i > 0 || !is_shared) all |= kinds[i].flag;
    if (!is_shared) other |= kinds[i].flag;
  }
  int user = all & CLONE_NEWUSER;
  int enters = all != 0 && process >= 0 &&
               (can_enter(process, all, 0) || can_enter(process, all & ~user, user) ||
                can_enter(process, other, 0));
  puts(enters ? "enter" : "refuse");
  return 0;
}
