#define _GNU_SOURCE
#include "CKernel.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

int uy_copy(const char *from, const char *to) {
  struct stat found;
  int in = open(from, O_RDONLY | O_CLOEXEC);
  if (in < 0) return -errno;
  int status = 0;
  int out = -1;
  if (fstat(in, &found) < 0) {
    status = -errno;
  } else {
    /* It follows no link and takes no file that is there; nobody can run it before it is whole. */
    out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out < 0) status = -errno;
  }
  /* A limit on the size of files (ulimit -f) is a failure and not the end. */
  void (*action)(int) = signal(SIGXFSZ, SIG_IGN);
  for (off_t left = found.st_size; status == 0 && left > 0;) {
    ssize_t n = sendfile(out, in, NULL, (size_t)left);
    if (n < 0 && errno != EINTR) status = -errno;
    if (n == 0) status = -EIO;
    if (n > 0) left -= n;
  }
  if (action != SIG_ERR) signal(SIGXFSZ, action);
  if (status == 0 && fchmod(out, found.st_mode & 0777) < 0) status = -errno;
  close(in);
  if (out >= 0) {
    if (close(out) < 0 && status == 0) status = -errno;
    if (status < 0) unlink(to);
  }
  return status;
}

bool uy_is_copy(const char *one, const char *other) {
  struct stat a, b;
  /* Not a link, and nothing that could keep a reader waiting. */
  int second = open(other, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (second < 0) return false;
  int first = open(one, O_RDONLY | O_CLOEXEC);
  bool same = first >= 0 && fstat(first, &a) == 0 && fstat(second, &b) == 0 &&
              S_ISREG(b.st_mode) && a.st_size == b.st_size &&
              (a.st_dev != b.st_dev || a.st_ino != b.st_ino);
  for (off_t at = 0; same && at < a.st_size;) {
    char here[4096], there[4096];
    ssize_t n = pread(first, here, sizeof here, at);
    same = n > 0 && pread(second, there, sizeof there, at) == n && memcmp(here, there, (size_t)n) == 0;
    at += n;
  }
  if (first >= 0) close(first);
  close(second);
  return same;
}
