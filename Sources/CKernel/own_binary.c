/* The file that this process runs, or another program: whether it could be written, and views of it that
 * cannot. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <linux/memfd.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>

/* The same on all architectures. */
#ifndef SYS_faccessat2
#define SYS_faccessat2 439
#endif
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
/* Of <linux/mount.h> and newer <linux/memfd.h>; the former clashes with <sys/mount.h> here and there. */
#define MOUNT_READ_ONLY 0x1
#define MOUNT_NO_SET_ID 0x2
#define MEMORY_EXECUTABLE 0x10U
#define ALL_SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static const char own[] = "/proc/self/exe";

/* By number: a libc would imitate the call where it is missing, and overlook a read-only mount. */
int uy_own_binary_access(void) {
  return syscall(SYS_faccessat2, AT_FDCWD, own, W_OK, AT_EACCESS) < 0 ? -errno : 0;
}

bool uy_is_unwritable(int fd) {
  int seals = fcntl(fd, F_GET_SEALS);
  if (seals >= 0 && (seals & ALL_SEALS) == ALL_SEALS) return true;
  if (!uy_is_read_only(fd)) return false;
  /* A mount with a place can be made writable, as a read-only system is for an upgrade, while
   * somebody still holds a descriptor. One without a place has no name by which to do that. */
  char link[32], place[2];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  return readlink(link, place, sizeof place) == 1 && place[0] == '/';
}

/* Whether execve(2) would take a file by its kind, mode and mount: 0 or -errno. */
static int may_execute(int fd) {
  struct stat facts;
  if (fstat(fd, &facts) < 0) return -errno;
  if (!S_ISREG(facts.st_mode)) return -EACCES;
  /* Of a regular file this asks the mount too. */
  if (syscall(SYS_faccessat2, fd, "", X_OK, AT_EACCESS | AT_EMPTY_PATH) == 0) return 0;
  if (errno != ENOSYS && errno != EPERM) return -errno;
  /* Before Linux 5.8, and with old filters. It judges by the real ids, which are the effective ones of
   * whoever did not start this with a set-user-id bit. */
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  return syscall(SYS_faccessat, AT_FDCWD, link, X_OK) < 0 ? -errno : 0;
}

int uy_open_executable(const char *path) {
  enum { given = O_CLOEXEC | O_NONBLOCK | O_NOCTTY };
  int fd = open(path, O_RDONLY | given);
  if (fd < 0 && errno == EACCES) fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return -errno;
  int error = may_execute(fd);
  if (error == 0) return fd;
  close(fd);
  return error;
}

int uy_read_only_mount(int from, const char *path) {
  int flags = TREE_CLONE | O_CLOEXEC | (*path ? 0 : AT_EMPTY_PATH);
  int fd = (int)syscall(SYS_open_tree, from, path, flags);
  if (fd < 0) return -errno;
  /* struct mount_attr of mount_setattr(2) */
  struct {
    uint64_t set, clear, propagation, user_namespace;
  } attributes = {.set = MOUNT_READ_ONLY | MOUNT_NO_SET_ID};
  int found = (int)syscall(SYS_mount_setattr, fd, "", AT_EMPTY_PATH, &attributes, sizeof attributes);
  /* As long as the descriptor that the mount came with is open, it is in a mount namespace of its own, and
   * whoever has CAP_SYS_ADMIN over his own one may make it writable by /proc/PID/exe of what runs from it. With
   * that descriptor it is dissolved; another one of the same file keeps it, in no mount namespace at all. */
  if (found == 0) found = (int)syscall(SYS_open_tree, fd, "", O_CLOEXEC | AT_EMPTY_PATH);
  int error = errno;
  close(fd);
  return found < 0 ? -error : found;
}

int uy_sealed_copy(int from, const char *name) {
  int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING | MEMORY_EXECUTABLE);
  /* Before Linux 6.3 all of them can be executed, and the flag is unknown. */
  if (fd < 0 && errno == EINVAL) fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0) return -errno;
  /* All of it, whatever was read of it before. */
  off_t copied = lseek(from, 0, SEEK_SET) < 0 ? -errno : uy_send_rest(fd, from);
  if (copied >= 0 && fcntl(fd, F_ADD_SEALS, ALL_SEALS) == 0) return fd;
  int error = copied < 0 ? (int)-copied : errno;
  close(fd);
  return -error;
}

int uy_unwritable_program(int from, const char *name) {
  struct stat facts;
  /* Whom its mode lets execute it need not be anybody inside; a copy is for all. What was done is read
   * back, as a filter may have answered for the kernel. */
  if (fstat(from, &facts) == 0 && (facts.st_mode & 0111) == 0111) {
    int fd = uy_read_only_mount(from, "");
    if (fd >= 0) {
      if (uy_is_unwritable(fd)) return fd;
      close(fd);
    }
  }
  /* It is a comment, of which the kernel takes 249 bytes. */
  char label[200];
  snprintf(label, sizeof label, "%s", name);
  int fd = uy_sealed_copy(from, label);
  /* One of O_PATH, for reading was refused. */
  if (fd == -EBADF) return -EACCES;
  if (fd < 0 || uy_is_unwritable(fd)) return fd;
  close(fd);
  return -EPERM;
}

int uy_execute_descriptor(int fd, char *const argv[]) {
  syscall(SYS_execveat, fd, "", argv, environ, AT_EMPTY_PATH);
  return -errno;
}

void uy_set_process_name(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

bool uy_file_gave_rights(void) { return getauxval(AT_SECURE) != 0 && getauxval(AT_EUID) != 0; }
