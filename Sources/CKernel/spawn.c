/* Another program that is asked something: getent(1). */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <spawn.h>

/* What the caller did with SIGCHLD. Where it is ignored the kernel reaps the child itself, and its
 * status, which decides whether the answer counts, is lost. There is one child at a time. */
static struct sigaction inherited;

pid_t uy_spawn(const char *path, char *const argv[], int *output) {
  char *const nothing[] = {NULL};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return -errno;
  posix_spawn_file_actions_t actions;
  int error = posix_spawn_file_actions_init(&actions);
  pid_t pid = 0;
  if (error == 0) {
    /* The pipe first: where the caller's standard descriptors are closed it sits on one. */
    error = posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    if (error == 0)
      error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    if (error == 0)
      error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(SIGCHLD, &plain, &inherited);
    /* The program is to get the mask that we were given; musl's posix_spawn(3) gives back less of it:
     * not the signals that it keeps for itself, of which 34 is anybody's. */
    kernel_signals mask = 0;
    bool is_known = change_mask(SIG_BLOCK, 0, &mask) == 0;
    if (error == 0) error = posix_spawn(&pid, path, &actions, NULL, argv, nothing);
    if (is_known) change_mask(SIG_SETMASK, mask, NULL);
    if (error != 0) sigaction(SIGCHLD, &inherited, NULL);
    posix_spawn_file_actions_destroy(&actions);
  }
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return -error;
  }
  *output = uy_above_standard(ends[0]);
  return pid;
}

int uy_wait_spawned(pid_t pid, int *status) {
  int result = uy_wait(pid, status);
  sigaction(SIGCHLD, &inherited, NULL);
  return result;
}
