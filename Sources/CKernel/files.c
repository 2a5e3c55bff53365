/* Descriptors and files. Every open is close-on-exec, so that no descriptor of ours ever
 * reaches the program that is started. */
#include "CKernel.h"

#include <sys/stat.h>

int ck_open(const char *path, int flags) {
  int fd;
  do {
    fd = open(path, flags | O_CLOEXEC);
  } while (fd < 0 && errno == EINTR);
  return fd < 0 ? -errno : fd;
}

int ck_openat(int directory, const char *path, int flags) {
  int fd;
  do {
    fd = openat(directory, path, flags | O_CLOEXEC);
  } while (fd < 0 && errno == EINTR);
  return fd < 0 ? -errno : fd;
}

int ck_errno(void) { return errno; }

int ck_close(int fd) { return close(fd) < 0 ? -errno : 0; }

ssize_t ck_read(int fd, void *bytes, size_t count) {
  ssize_t n;
  do {
    n = read(fd, bytes, count);
  } while (n < 0 && errno == EINTR);
  return n < 0 ? -errno : n;
}

ssize_t ck_write(int fd, const void *bytes, size_t count) {
  ssize_t n;
  do {
    n = write(fd, bytes, count);
  } while (n < 0 && errno == EINTR);
  return n < 0 ? -errno : n;
}

int ck_probe(int fd) {
  int copy = dup(fd);
  if (copy < 0 || close(copy) < 0) return -errno;
  return 0;
}

ssize_t ck_readlink(const char *path, char *bytes, size_t count) {
  ssize_t n = readlink(path, bytes, count);
  return n < 0 ? -errno : n;
}

int ck_link(const char *from, const char *to) { return link(from, to) < 0 ? -errno : 0; }

int ck_symlink(const char *target, const char *path) {
  return symlink(target, path) < 0 ? -errno : 0;
}

bool ck_same_file(const char *one, const char *other) {
  struct stat a, b;
  return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}
