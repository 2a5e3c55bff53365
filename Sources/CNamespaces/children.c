/* Children in new namespaces, clone(2).
 *
 * In the child of a process with threads nothing may be asked of a library: whatever another thread had
 * locked at that moment stays locked. So it is system calls by number from there to execve(2), on what
 * was made before; the sanitizers have no part in it either, whose own locks are meant too. */
#define _GNU_SOURCE
#include "CNamespaces.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define IN_CHILD __attribute__((no_sanitize("address", "thread", "undefined")))

/* The same on all architectures; older headers lack them. */
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef CLONE_PIDFD
#define CLONE_PIDFD 0x00001000
#endif
#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x80
#endif
enum {
  get_tid_address = 40 /* PR_GET_TID_ADDRESS */,
  only_close_on_exec = 4 /* CLOSE_RANGE_CLOEXEC */,
  first_free = 3,
  last_signal = 64,
  /* What a failure before the program ends with, as with shells. */
  failed_status = 127,
};

/* struct clone_args of clone(2), as Linux 5.3 has it. */
struct clone3_request {
  uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls;
};

/* Where the C library keeps the number of this thread, which a child like that of fork(2) has to have
 * right: the kernel writes it. NULL where it is kept elsewhere. */
static pid_t *own_number(void) {
  pid_t *place = NULL;
  if (prctl(get_tid_address, &place, 0, 0, 0) != 0 || place == NULL) return NULL;
  return *place == (pid_t)syscall(SYS_gettid) ? place : NULL;
}

/* Both returns happen here, with one frame: the child's stack is a copy. */
IN_CHILD static pid_t start_child(const struct un_start *start, pid_t *number, int *pidfd) {
  uint64_t flags = start->namespaces | CLONE_PIDFD;
  /* It has to be settled before somebody is in it: by the child itself. */
  if (start->clocks != NULL) flags &= ~(uint64_t)CLONE_NEWTIME;
  if (number != NULL) flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
  struct clone3_request request = {
      .flags = flags,
      .pidfd = (uint64_t)(uintptr_t)pidfd,
      .child_tid = (uint64_t)(uintptr_t)number,
      .exit_signal = SIGCHLD,
  };
  long child = syscall(SYS_clone3, &request, sizeof request);
  if (child >= 0 || (errno != ENOSYS && errno != EPERM)) return child < 0 ? -errno : (pid_t)child;
  int refused = errno;
  /* The bit of a time namespace is one of the signal's there. */
  if (flags & CLONE_NEWTIME) return -refused;
#if defined(__s390x__)
  return -refused;
#elif defined(__x86_64__)
  child = syscall(SYS_clone, (unsigned long)(flags | SIGCHLD), NULL, pidfd, number, NULL);
#else
  child = syscall(SYS_clone, (unsigned long)(flags | SIGCHLD), NULL, pidfd, NULL, number);
#endif
  return child < 0 ? -errno : (pid_t)child;
}

IN_CHILD static void leave(int status) {
  for (;;) syscall(SYS_exit_group, status);
}

/* The parent's word; its end means that the parent is gone, or does not want this child any more. That the
 * pipe has no writer is not enough: other children of the same parent may have copies of that end, and
 * two that wait would keep each other waiting. */
IN_CHILD static void await_go(int go, int parent) {
  struct pollfd files[2] = {{.fd = go, .events = POLLIN}, {.fd = parent, .events = POLLIN}};
  long count;
  do {
    count = syscall(SYS_ppoll, files, 2, NULL, NULL, 0);
  } while (count < 0 && errno == EINTR);
  if (count > 0 && files[0].revents == 0) leave(failed_status);
  char word = 0;
  long got;
  do {
    got = syscall(SYS_read, go, &word, 1);
  } while (got < 0 && errno == EINTR);
  if (got != 1) leave(failed_status);
  syscall(SYS_close, go);
  if (parent >= 0) syscall(SYS_close, parent);
}

/* Makes a time namespace with these offsets and enters it, time_namespaces(7). */
IN_CHILD static int enter_clocks(const char *offsets) {
  if (syscall(SYS_unshare, CLONE_NEWTIME) < 0) return -errno;
  long file = syscall(SYS_openat, AT_FDCWD, "/proc/self/timens_offsets", O_WRONLY | O_CLOEXEC, 0);
  if (file < 0) return -errno;
  size_t count = 0;
  while (offsets[count] != 0) count++;
  long written = syscall(SYS_write, file, offsets, count);
  int error = written < 0 ? errno : 0;
  syscall(SYS_close, file);
  if (error != 0) return -error;
  file = syscall(SYS_openat, AT_FDCWD, "/proc/self/ns/time_for_children", O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return -errno;
  error = syscall(SYS_setns, file, CLONE_NEWTIME) < 0 ? errno : 0;
  syscall(SYS_close, file);
  return -error;
}

pid_t un_clone(const struct un_start *start, int *pidfd) {
  fflush(NULL);
  return start_child(start, own_number(), pidfd);
}

int un_begin(const struct un_start *start) {
  /* Or this very copy would keep the pipe open. */
  close(start->parent_go);
  await_go(start->go, start->parent);
  return start->clocks == NULL ? 0 : enter_clocks(start->clocks);
}

_Noreturn void un_end(int status) {
  fflush(NULL);
  _exit(status);
}

/* ---- programs ---- */

/* What this process needs itself until it is the program; -1 for what it does not need. */
struct own {
  int go, parent, report;
};

IN_CHILD static bool is_target(const struct un_program *program, long fd) {
  for (size_t index = 0; index < program->descriptor_count; index++)
    if (program->descriptors[index][1] == fd) return true;
  return false;
}

/* A copy with a number that the program is not to know another descriptor by. */
IN_CHILD static int move_aside(const struct un_program *program, int fd) {
  long from = first_free;
  for (;;) {
    long copy = syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, from);
    if (copy < 0) return -errno;
    if (!is_target(program, copy)) return (int)copy;
    syscall(SYS_close, copy);
    from = copy + 1;
  }
}

/* The lowest number from one on that has to stay open; the highest there is where there is none. */
IN_CHILD static unsigned next_kept(const struct un_program *program, const struct own *own, unsigned from) {
  unsigned next = ~0U;
  for (size_t index = 0; index < program->descriptor_count; index++) {
    unsigned number = (unsigned)program->descriptors[index][1];
    if (number >= from && number < next) next = number;
  }
  const int numbers[] = {own->go, own->parent, own->report};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    unsigned number = (unsigned)numbers[index];
    if (numbers[index] >= 0 && number >= from && number < next) next = number;
  }
  return next;
}

/* Closes what is not to stay, or has execve(2) close it. */
IN_CHILD static void close_others(
    const struct un_program *program, const struct own *own, int flags) {
  unsigned from = first_free;
  for (;;) {
    unsigned next = next_kept(program, own, from);
    if (next > from) {
      unsigned last = next == ~0U ? ~0U : next - 1;
      if (syscall(SYS_close_range, from, last, flags) < 0) {
        struct rlimit limit = {.rlim_cur = 1024};
        syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit);
        for (unsigned fd = from; fd <= last && fd < limit.rlim_cur; fd++) {
          if (flags == 0)
            syscall(SYS_close, fd);
          else
            syscall(SYS_fcntl, fd, F_SETFD, FD_CLOEXEC);
        }
      }
    }
    if (next == ~0U) return;
    from = next + 1;
  }
}

/* Closes what execve(2) would close. The copies of what other threads have open, such as the pipes to their children,
 * must not stay open for as long as this child waits. */
IN_CHILD static void close_at_once(const struct own *own) {
  struct rlimit limit = {.rlim_cur = 1024};
  syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit);
  for (long fd = first_free; (rlim_t)fd < limit.rlim_cur; fd++) {
    if (fd == own->go || fd == own->parent || fd == own->report) continue;
    long flags = syscall(SYS_fcntl, fd, F_GETFD, 0);
    if (flags >= 0 && (flags & FD_CLOEXEC)) syscall(SYS_close, fd);
  }
}

/* Gives the descriptors the numbers that the program is to know them by. */
IN_CHILD static int place_descriptors(
    const struct un_program *program, struct own *own, int flags) {
  int *numbers[] = {&own->go, &own->parent, &own->report};
  /* All of them go out of the way first: one may have the number that another is to get. */
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    if (*numbers[index] < 0 || !is_target(program, *numbers[index])) continue;
    int moved = move_aside(program, *numbers[index]);
    if (moved < 0) return moved;
    *numbers[index] = moved;
  }
  for (size_t index = 0; index < program->descriptor_count; index++) {
    program->copies[index] = move_aside(program, program->descriptors[index][0]);
    if (program->copies[index] < 0) return program->copies[index];
  }
  for (size_t index = 0; index < program->descriptor_count; index++)
    if (syscall(SYS_dup3, program->copies[index], program->descriptors[index][1], 0) < 0) return -errno;
  if (!program->keeps_others)
    close_others(program, own, flags);
  else if (flags == 0)
    close_at_once(own);
  return 0;
}

/* execve(2) of the first of these that is there, as execvp(3) has it. */
IN_CHILD static int execute(const struct un_program *program) {
  int kept = ENOENT;
  for (const char *const *path = program->paths; *path != NULL; path++) {
    syscall(SYS_execve, *path, program->arguments, program->environment);
    switch (errno) {
    case EACCES: kept = EACCES; break;
    case ENOENT:
    case ENOTDIR: break;
    default: return -errno;
    }
  }
  return -kept;
}

IN_CHILD static struct un_fault become(const struct un_program *program) {
  if (program->directory != NULL && syscall(SYS_chdir, program->directory) < 0)
    return (struct un_fault){un_step_directory, -errno};
  return (struct un_fault){un_step_execute, execute(program)};
}

/* Not those that another thread is busy with: one that waits for input has its stream as long as that takes. */
static void flush_output(void) {
  FILE *streams[] = {stdout, stderr};
  for (size_t index = 0; index < 2; index++) {
    if (ftrylockfile(streams[index]) != 0) continue;
    fflush(streams[index]);
    funlockfile(streams[index]);
  }
}

struct un_fault un_become(const struct un_program *program) {
  struct own own = {-1, -1, -1};
  flush_output();
  /* Where it fails, this process goes on, with what it has open. */
  struct un_fault fault = {
      un_step_descriptors, place_descriptors(program, &own, only_close_on_exec)};
  if (fault.error == 0) fault = become(program);
  for (size_t index = 0; index < program->descriptor_count; index++)
    if (program->copies[index] >= 0) close(program->copies[index]);
  return fault;
}

/* The program is to be born with the signals of a program: what was handled here is in the way of nobody, and
 * no handler runs in this copy of the process meanwhile. What is ignored stays so, as with every exec. None is
 * blocked, whatever the thread that called: those of Dispatch and of Swift concurrency block nearly all, and a
 * program that got that mask would not end by SIGTERM. */
IN_CHILD static void reset_signals(void) {
  for (int number = 1; number <= last_signal; number++) {
    /* struct sigaction of the kernel: the handler comes first, and the whole is no longer than this. */
    unsigned long action[8] = {0};
    if (syscall(SYS_rt_sigaction, number, NULL, action, sizeof(uint64_t)) < 0) continue;
    if (action[0] == (unsigned long)SIG_IGN || action[0] == (unsigned long)SIG_DFL) continue;
    for (size_t index = 0; index < sizeof action / sizeof *action; index++) action[index] = 0;
    syscall(SYS_rt_sigaction, number, action, NULL, sizeof(uint64_t));
  }
  uint64_t none = 0;
  syscall(SYS_rt_sigprocmask, SIG_SETMASK, &none, NULL, sizeof none);
}

IN_CHILD pid_t un_clone_program(
    const struct un_start *start, const struct un_program *program, int *pidfd) {
  uint64_t all = ~(uint64_t)0, before = 0;
  /* A signal that came between the two would run a handler of the parent in the child. */
  syscall(SYS_rt_sigprocmask, SIG_SETMASK, &all, &before, sizeof all);
  pid_t child = start_child(start, NULL, pidfd);
  if (child != 0) {
    syscall(SYS_rt_sigprocmask, SIG_SETMASK, &before, NULL, sizeof before);
    return child;
  }
  struct own own = {start->go, start->parent, program->report};
  /* Or this very copy would keep the pipe open. */
  syscall(SYS_close, start->parent_go);
  /* Before it waits: what other threads have open at this moment, such as the pipes to their children, must
   * not stay open for as long as the hook of this child takes. */
  struct un_fault fault = {un_step_descriptors, place_descriptors(program, &own, 0)};
  await_go(own.go, own.parent);
  if (fault.error == 0 && start->clocks != NULL)
    fault = (struct un_fault){un_step_clocks, enter_clocks(start->clocks)};
  if (fault.error == 0) {
    reset_signals();
    fault = become(program);
  }
  fault.error = -fault.error;
  syscall(SYS_write, own.report, &fault, sizeof fault);
  leave(failed_status);
  return 0;
}

char *const *un_environment(void) { return environ; }
