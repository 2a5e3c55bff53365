/* Calls that libc lacks, or that Swift does not import. */
#define _GNU_SOURCE
#include "CNamespaces.h"

#include "CKernel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The same on all architectures; older headers lack it. */
#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
enum { wait_for_pidfd = 3 /* P_PIDFD */, first_free = 3 };

int un_duplicate(int fd) {
  int copy = fcntl(fd, F_DUPFD_CLOEXEC, first_free);
  return copy < 0 ? -errno : copy;
}

int un_move_up(int fd) {
  if (fd < 0 || fd >= first_free) return fd;
  int moved = un_duplicate(fd);
  close(fd);
  return moved;
}

void un_close(int fd) {
  if (fd >= 0) close(fd);
}

ssize_t un_read_some(int fd, void *bytes, size_t count) { return uy_read(fd, bytes, count); }

void un_host_name(char *name, size_t count) {
  struct utsname names;
  name[0] = 0;
  if (uname(&names) == 0) strncat(name, names.nodename, count - 1);
}

int un_pipe(int ends[2]) {
  int error = uy_pipe(ends);
  if (error < 0) return error;
  for (int index = 0; index < 2; index++) {
    int moved = un_move_up(ends[index]);
    if (moved < 0) {
      close(ends[1 - index]);
      return moved;
    }
    ends[index] = moved;
  }
  return 0;
}

ssize_t un_read(int fd, void *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = uy_read(fd, (char *)bytes + done, count - done);
    if (got < 0) return got;
    if (got == 0) break;
    done += (size_t)got;
  }
  return (ssize_t)done;
}

int un_write(int fd, const void *bytes, size_t count) {
  /* The signal of a pipe without a reader goes to the thread that wrote: it is taken away again before
   * anybody sees it, unless one was there before. */
  sigset_t pipe, before, pending;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  sigpending(&pending);
  bool was_pending = sigismember(&pending, SIGPIPE) == 1;
  pthread_sigmask(SIG_BLOCK, &pipe, &before);
  ssize_t done;
  do {
    done = write(fd, bytes, count);
  } while (done < 0 && errno == EINTR);
  int error = done < 0 ? errno : 0;
  if (error == EPIPE && !was_pending) {
    struct timespec none = {0};
    while (sigtimedwait(&pipe, NULL, &none) < 0 && errno == EINTR) {}
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return -error;
}

int un_namespace_id(int fd, uint64_t *id) {
  if (ioctl(fd, _IOR(0xb7, 13, uint64_t), id) == 0) return 0;
  int error = errno;
  return ioctl(fd, _IOR(0xb7, 5, uint64_t), id) == 0 ? 0 : -error;
}

int un_has_threads(void) {
  if (unshare(CLONE_THREAD) == 0) return 0;
  return errno == EINVAL ? 1 : -errno;
}

int un_unshare_directories(void) { return unshare(CLONE_FS) < 0 ? -errno : 0; }

int un_make_file(const char *path) {
  int fd = open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0444);
  if (fd < 0) return -errno;
  close(fd);
  return 0;
}

/* What a descriptor names, umount2(2). */
static int unmount_descriptor(int fd) {
  char path[48];
  snprintf(path, sizeof path, "/proc/thread-self/fd/%d", fd);
  return umount2(path, MNT_DETACH) < 0 ? -errno : 0;
}

int un_release(const char *folder, const char *name, bool *is_namespace) {
  enum { nsfs = 0x6e736673 };
  *is_namespace = false;
  int directory = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return -errno;
  int file = openat(directory, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
  struct statfs system;
  int error = file < 0 || fstatfs(file, &system) < 0 ? -errno : 0;
  if (error == 0 && system.f_type == nsfs) {
    *is_namespace = true;
    error = unmount_descriptor(file);
    struct stat facts;
    /* Mounted twice, the file is still in use: the next release removes it. */
    if (error == 0 && fstatat(directory, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(facts.st_mode) && facts.st_size == 0)
      unlinkat(directory, name, 0);
  }
  if (file >= 0) close(file);
  close(directory);
  return error;
}

int un_unlink(const char *path) { return unlink(path) < 0 ? -errno : 0; }

int un_own_pidfd(void) {
  int fd = uy_pidfd_open(getpid());
  return fd < 0 ? -1 : fd;
}

int un_check_pidfd(int fd) {
  siginfo_t found;
  if (waitid((idtype_t)wait_for_pidfd, (id_t)fd, &found, WEXITED | WNOHANG | WNOWAIT) == 0) return 0;
  return errno == ECHILD ? 0 : -errno;
}

int un_thread_in_proc(void) {
  char target[64];
  ssize_t count = readlink("/proc/thread-self", target, sizeof target - 1);
  if (count < 0) return 0;
  target[count] = 0;
  const char *number = strrchr(target, '/');
  return number == NULL ? 0 : (int)strtol(number + 1, NULL, 10);
}

int un_signal(int pidfd, int signal) {
  return syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0) < 0 ? -errno : 0;
}

int un_reap(int pidfd, bool waits, bool *is_killed, int *status) {
  siginfo_t found = {.si_pid = 0};
  int result;
  do {
    result = waitid((idtype_t)wait_for_pidfd, (id_t)pidfd, &found, WEXITED | (waits ? 0 : WNOHANG));
  } while (result < 0 && errno == EINTR);
  if (result < 0) return -errno;
  if (found.si_pid == 0) return 0;
  *is_killed = found.si_code != CLD_EXITED;
  *status = found.si_status;
  return 1;
}

int un_wait_end(int pidfd, int stop, int milliseconds) {
  struct pollfd files[2] = {{.fd = pidfd, .events = POLLIN}, {.fd = stop, .events = POLLIN}};
  enum { thousand = 1000, million = 1000000, billion = 1000000000 };
  struct timespec now, end = {0}, left;
  if (milliseconds >= 0) {
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += milliseconds / thousand;
    end.tv_nsec += (long)(milliseconds % thousand) * million;
  }
  int count;
  do {
    if (milliseconds >= 0) {
      /* Whoever gets a signal every few milliseconds would begin again for ever. */
      clock_gettime(CLOCK_MONOTONIC, &now);
      int64_t rest = (int64_t)(end.tv_sec - now.tv_sec) * billion + (end.tv_nsec - now.tv_nsec);
      if (rest < 0) rest = 0;
      left = (struct timespec){.tv_sec = rest / billion, .tv_nsec = rest % billion};
    }
    count = ppoll(files, 2, milliseconds < 0 ? NULL : &left, NULL);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return -errno;
  if (files[0].revents != 0) return 1;
  return files[1].revents != 0 ? 2 : 0;
}
