#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

off_t uy_send_rest(int to, int from) {
  void (*action)(int) = signal(SIGXFSZ, SIG_IGN);
  off_t all = 0;
  ssize_t count;
  do {
    count = sendfile(to, from, NULL, 1 << 20);
    if (count > 0) all += count;
  } while (count > 0 || (count < 0 && errno == EINTR));
  if (count < 0) all = -errno;
  if (action != SIG_ERR) signal(SIGXFSZ, action);
  return all;
}

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
  if (status == 0) {
    off_t copied = uy_send_rest(out, in);
    status = copied < 0 ? (int)copied : copied == found.st_size ? 0 : -EIO;
  }
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
