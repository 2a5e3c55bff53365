/* Descriptors and files. Every open is close-on-exec, so that no descriptor of ours ever
 * reaches the program that is started. */
#define _GNU_SOURCE
#include "CKernel.h"

#include <dirent.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <time.h>

/* By number: musl calls open(2) where there is one, and a filter that refuses one of the two would
 * leave some files to be opened, and a listing with gaps. */
int uy_open(const char *path, int flags) { return uy_openat(AT_FDCWD, path, flags); }

int uy_openat(int directory, const char *path, int flags) {
  int fd;
  do {
    fd = (int)syscall(SYS_openat, directory, path, flags | O_CLOEXEC, 0);
  } while (fd < 0 && errno == EINTR);
  return fd < 0 ? -errno : fd;
}

int uy_errno(void) { return errno; }

int uy_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0; }

int uy_move_up(int fd, int least) {
  int moved = fcntl(fd, F_DUPFD_CLOEXEC, least);
  if (moved < 0) return fd;
  close(fd);
  return moved;
}

ssize_t uy_read(int fd, void *bytes, size_t count) {
  ssize_t n;
  do {
    n = read(fd, bytes, count);
  } while (n < 0 && errno == EINTR);
  return n < 0 ? -errno : n;
}

ssize_t uy_write(int fd, const void *bytes, size_t count) {
  ssize_t n;
  do {
    n = write(fd, bytes, count);
  } while (n < 0 && errno == EINTR);
  return n < 0 ? -errno : n;
}

int uy_write_all(int fd, const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t n = uy_write(fd, rest, count);
    if (n == -EAGAIN) {
      nanosleep(&(struct timespec){.tv_nsec = 250000000}, NULL);
      continue;
    }
    if (n < 0) return (int)n;
    rest += n;
    count -= (size_t)n;
  }
  return 0;
}

void uy_fill_standard_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++) {
    /* The lowest free number is taken, which is this one: those below are filled. Nothing can be
     * read from or written to O_PATH: it answers as the closed stream did, EBADF. */
    if (fcntl(fd, F_GETFD) < 0 && openat(AT_FDCWD, "/", O_PATH | O_CLOEXEC) < 0) return;
  }
}

int uy_take_standard_error(int fd) { return dup2(fd, 2) < 0 ? -errno : 0; }

int uy_above_standard(int fd) { return fd >= 0 && fd <= 2 ? uy_move_up(fd, 3) : fd; }

int uy_stream_buffer(int fd) {
  enum { usual = 8192 };
  struct stat found;
  int flags = fcntl(fd, F_GETFL);
  /* O_PATH stands in for a closed stream. */
  if (flags < 0 || (flags & O_PATH) || fstat(fd, &found) < 0) return usual;
  return found.st_blksize > 0 && found.st_blksize < usual ? (int)found.st_blksize : usual;
}

ssize_t uy_write_unheard(int fd, const void *bytes, size_t count) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  if (sigaction(SIGPIPE, &ignore, &before) < 0) return -errno;
  ssize_t written = uy_write(fd, bytes, count);
  sigaction(SIGPIPE, &before, NULL);
  return written;
}

int uy_probe(int fd) {
  int copy = dup(fd);
  /* Too many open files say nothing of this one, and neither does a filter that refuses the call. */
  if (copy < 0) return errno == EMFILE || errno == EPERM || errno == ENOSYS ? 0 : -errno;
  if (close(copy) < 0) return -errno;
  return 0;
}

ssize_t uy_readlink(const char *path, char *bytes, size_t count) {
  return uy_readlinkat(AT_FDCWD, path, bytes, count);
}

/* By number: musl answers for the kernel where there is no room. */
ssize_t uy_readlinkat(int directory, const char *path, char *bytes, size_t count) {
  ssize_t n = syscall(SYS_readlinkat, directory, path, bytes, count);
  return n < 0 ? -errno : n;
}

/* struct linux_dirent64 of getdents64(2), which no header has; not every libc has the call. */
struct kernel_entry {
  uint64_t inode;
  int64_t next;
  uint16_t length;
  uint8_t type;
  char name[];
};

ssize_t uy_entries(int directory, void *bytes, size_t count) {
  ssize_t n = syscall(SYS_getdents64, directory, bytes, count);
  return n < 0 ? -errno : n;
}

struct uy_entry uy_first_entry(const void *bytes) {
  const struct kernel_entry *entry = bytes;
  return (struct uy_entry){
      .name = entry->name,
      .length = entry->length,
      .may_be_directory = entry->type == DT_DIR || entry->type == DT_UNKNOWN,
  };
}

int uy_link(const char *from, const char *to) { return link(from, to) < 0 ? -errno : 0; }

int uy_symlink(const char *target, const char *path) {
  return symlink(target, path) < 0 ? -errno : 0;
}

bool uy_is_link(const char *file, const char *path, bool symbolic) {
  struct stat a, b;
  /* What `path` is itself comes first, in one call: of a hard link nothing is followed. */
  return stat(file, &a) == 0 && lstat(path, &b) == 0 && S_ISLNK(b.st_mode) == symbolic &&
         (!symbolic || stat(path, &b) == 0) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* The first half of struct statx, statx(2): musl has it since 1.2.4, and <linux/stat.h> would define
 * it again there. */
struct kernel_statx {
  uint32_t mask, block_size;
  uint64_t attributes;
  uint32_t links, user, group;
  uint16_t mode, unused;
  uint64_t inode, size, blocks, attributes_mask;
  struct {
    int64_t seconds;
    uint32_t nanoseconds;
    int32_t unused;
  } times[4];
  uint32_t special_major, special_minor, device_major, device_minor;
  uint64_t rest[14];
};
_Static_assert(sizeof(struct kernel_statx) == 256, "the kernel writes all of it");

/* Only the fields that every file system has; the kernel may give more than was asked for. */
enum { type_field = 0x001, inode_field = 0x100, basic_fields = 0x7ff };
enum { do_not_sync = 0x4000 /* AT_STATX_DONT_SYNC */ };

static int statx_of(
    int directory, const char *name, int flags, unsigned fields, struct kernel_statx *found) {
  return (int)syscall(SYS_statx, directory, name, flags, fields, found);
}

/* Whether a filter (seccomp(2)) refuses a call, or the kernel does not have it. */
static bool is_refused(int error) { return error == EPERM || error == ENOSYS; }

/* fstatat(2), by the one call that glibc makes: musl has several, and takes the next where one is
 * refused. */
static int stat_at(int directory, const char *name, struct stat *found, int flags) {
#if defined(__x86_64__) || defined(__aarch64__)
  /* Here the structure is the kernel's own in both libraries. */
  return (int)syscall(SYS_newfstatat, directory, name, found, flags);
#else
  return fstatat(directory, name, found, flags);
#endif
}

int uy_file_facts(int directory, const char *name, struct uy_file_facts *facts) {
  struct stat found;
  int flags = *name ? 0 : AT_EMPTY_PATH;
  if (stat_at(directory, name, &found, flags) < 0) {
    if (!is_refused(errno)) return -errno;
    struct kernel_statx other;
    if (statx_of(directory, name, flags, basic_fields, &other) < 0) return -errno;
    *facts = (struct uy_file_facts){
        .device = makedev(other.device_major, other.device_minor),
        .inode = other.inode,
        .user = other.user,
        .group = other.group,
        .mode = other.mode,
        .links = other.links,
    };
    return 0;
  }
  *facts = (struct uy_file_facts){
      .device = found.st_dev,
      .inode = found.st_ino,
      .user = found.st_uid,
      .group = found.st_gid,
      .mode = found.st_mode,
      .links = found.st_nlink,
  };
  return 0;
}

int uy_file_identity(int directory, const char *name, struct uy_file_identity *identity) {
  struct kernel_statx found;
  int flags = do_not_sync | AT_NO_AUTOMOUNT | (*name ? 0 : AT_EMPTY_PATH);
  /* Only what no file system has to look up: times and sizes would be fetched, or written out. */
  if (statx_of(directory, name, flags, type_field | inode_field, &found) == 0) {
    *identity = (struct uy_file_identity){
        .device = makedev(found.device_major, found.device_minor),
        .inode = found.inode,
        .is_socket = S_ISSOCK(found.mode),
    };
    return 0;
  }
  if (!is_refused(errno)) return -errno;
  /* Before Linux 4.11, and with old filters, nothing answers without asking the file system. */
  struct stat old;
  if (stat_at(directory, name, &old, *name ? 0 : AT_EMPTY_PATH) < 0) return -errno;
  *identity = (struct uy_file_identity){
      .device = old.st_dev,
      .inode = old.st_ino,
      .is_socket = S_ISSOCK(old.st_mode),
  };
  return 0;
}

/* What the kernel remembers of the mount with a 64-bit id, statmount(2) of Linux 6.8: the f_type of its
 * file system, and whether nothing in it may be executed. */
static void look_at_mount(uint64_t mount, struct uy_file_look *look) {
  /* struct mnt_id_req: size, spare, id, what is asked for: STATMOUNT_SB_BASIC, STATMOUNT_MNT_BASIC. */
  const struct {
    uint32_t size, spare;
    uint64_t mount, wanted;
  } request = {24, 0, mount, 3};
  /* The first part of struct statmount, which ends in texts that are not asked for. */
  struct {
    uint32_t size, options;
    uint64_t mask;
    uint32_t device_major, device_minor;
    uint64_t magic;
    uint32_t flags, type;
    uint64_t id, parent;
    uint32_t old_id, old_parent;
    uint64_t attributes, rest[56];
  } found = {0};
  if (syscall(457 /* statmount, on every architecture */, &request, &found, sizeof found, 0) < 0) return;
  if (found.mask & 1) look->file_system = (int64_t)found.magic;
  look->forbids_programs = (found.mask & 2) && (found.attributes & 8 /* MOUNT_ATTR_NOEXEC */);
}

int uy_file_look(
    int directory, const char *name, bool follow, bool ask_mount, struct uy_file_look *look) {
  struct kernel_statx found;
  int flags = do_not_sync | AT_NO_AUTOMOUNT | (*name ? 0 : AT_EMPTY_PATH) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
  enum { owner_and_mode = 0x01f /* and STATX_NLINK */, old_id = 0x1000 /* STATX_MNT_ID */, new_id = 0x4000 /* ..._UNIQUE */ };
  unsigned fields = owner_and_mode | inode_field | (ask_mount ? new_id : old_id);
  if (statx_of(directory, name, flags, fields, &found) < 0) return -errno;
  *look = (struct uy_file_look){
      .device = makedev(found.device_major, found.device_minor),
      .inode = found.inode,
      .user = found.user,
      .group = found.group,
      .mode = found.mode,
      .links = found.links,
      .file_system = -1,
  };
  /* stx_mnt_id is the first of the fields that came later. */
  if (found.mask & new_id) {
    if (ask_mount) look_at_mount(found.rest[0], look);
  } else if (found.mask & old_id) {
    look->mount = found.rest[0];
  }
  return 0;
}

int uy_gives_capabilities(const char *path) {
  if (getxattr(path, "security.capability", NULL, 0) > 0) return 1;
  return errno == ENODATA || errno == ENOTSUP ? 0 : -errno;
}

/* openat2(2), by number on every architecture; struct open_how: flags, mode, resolve. Some libraries
 * lack its header. */
static int open_resolving(int directory, const char *path, int flags, uint64_t resolve) {
  const uint64_t how[3] = {(unsigned)flags | O_CLOEXEC, 0, resolve};
  int fd = (int)syscall(437, directory, path, how, sizeof how);
  return fd < 0 ? -errno : fd;
}

int uy_open_cached(int directory, const char *path) {
  return open_resolving(directory, path, O_PATH, 0x20 /* RESOLVE_CACHED */);
}

int uy_open_within(int directory, const char *path, int flags) {
  return open_resolving(directory, path, flags, 0x3 /* RESOLVE_NO_XDEV, RESOLVE_NO_MAGICLINKS */);
}

bool uy_is_socket(int fd) {
  int type;
  socklen_t size = sizeof type;
  if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0) return true;
  struct uy_file_identity identity = {0};
  return is_refused(errno) && uy_file_identity(fd, "", &identity) == 0 && identity.is_socket;
}

int uy_modified(int fd, int64_t *modified, int64_t *boot) {
  struct stat found;
  struct timespec now, running;
  if (stat_at(fd, "", &found, AT_EMPTY_PATH) < 0 || clock_gettime(CLOCK_REALTIME, &now) < 0 ||
      clock_gettime(CLOCK_BOOTTIME, &running) < 0)
    return -errno;
  *modified = found.st_mtime;
  *boot = now.tv_sec - running.tv_sec;
  return 0;
}

int uy_inode(int fd, uint64_t *inode) {
  struct kernel_statx found;
  if (statx_of(fd, "", AT_EMPTY_PATH, inode_field, &found) == 0) {
    *inode = found.inode;
    return 0;
  }
  struct stat old;
  if (!is_refused(errno) || stat_at(fd, "", &old, AT_EMPTY_PATH) < 0) return -errno;
  *inode = old.st_ino;
  return 0;
}

int uy_file_system_type(const char *path, int64_t *type) {
  struct statfs found;
  if (statfs(path, &found) < 0) return -errno;
  *type = (int64_t)found.f_type;
  return 0;
}

int uy_file_system_type_of(int fd, int64_t *type) {
  struct statfs found;
  if (fstatfs(fd, &found) < 0) return -errno;
  *type = (int64_t)found.f_type;
  return 0;
}
