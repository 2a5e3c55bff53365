/* Namespaces, mounts, the root directory, names and the loopback interface. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <limits.h>
#include <linux/net_namespace.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sched.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

int uy_unshare(int flags) { return unshare(flags) < 0 ? -errno : 0; }

int uy_setns(int fd, int flags) { return setns(fd, flags) < 0 ? -errno : 0; }

int uy_fchdir(int fd) { return fchdir(fd) < 0 ? -errno : 0; }

int uy_ioctl_open(int fd, unsigned long request) {
  int opened = ioctl(fd, request, 0);
  return opened < 0 ? -errno : opened;
}

int uy_owner_uid(int fd, uint32_t *user) {
  enum { get_owner_uid = 0xb704 }; /* NS_GET_OWNER_UID */
  uid_t owner;
  if (ioctl(fd, get_owner_uid, &owner) < 0) return -errno;
  *user = owner;
  return 0;
}

int uy_namespace_id(int fd, uint64_t *id) {
  enum { get_id = 0x8008b70d }; /* NS_GET_ID */
  return ioctl(fd, get_id, id) < 0 ? -errno : 0;
}

/* socket(2), close-on-exec, where the kernel has a call for it: musl tries once more without the flag. */
static int make_socket(int domain, int type, int protocol) {
#ifdef SYS_socket
  return (int)syscall(SYS_socket, domain, type | SOCK_CLOEXEC, protocol);
#else
  return socket(domain, type | SOCK_CLOEXEC, protocol);
#endif
}

int uy_route_socket(void) {
  int fd = make_socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  return fd < 0 ? -errno : fd;
}

/* Every byte is set, padding included. */
struct id_message {
  struct nlmsghdr header;
  struct rtgenmsg family;
  char padding[NLMSG_ALIGN(sizeof(struct rtgenmsg)) - sizeof(struct rtgenmsg)];
  struct rtattr attribute;
  int32_t value;
};

/* Sends a question and receives its answer into the same place. */
static ssize_t exchange(int socket, struct id_message *message) {
  static uint32_t sequence;
  message->header.nlmsg_seq = ++sequence;
  ssize_t n;
  do {
    n = send(socket, message, sizeof *message, 0);
  } while (n < 0 && errno == EINTR);
  if (n < 0) return -errno;
  /* An answer to an earlier question that came too late is passed over. */
  do {
    do {
      n = recv(socket, message, sizeof *message, 0);
    } while (n < 0 && errno == EINTR);
    if (n < 0) return -errno;
  } while ((size_t)n >= sizeof message->header && message->header.nlmsg_seq != sequence);
  return n;
}

int uy_network_id(int socket, int ns, int32_t *id) {
  /* Threads share the socket, and would get each other's answers. It is asked once for each network
   * namespace, so they hardly ever meet. */
  static bool is_taken;
  struct id_message message;
  memset(&message, 0, sizeof message);
  message.header.nlmsg_len = sizeof message;
  message.header.nlmsg_type = RTM_GETNSID;
  message.header.nlmsg_flags = NLM_F_REQUEST;
  message.family.rtgen_family = AF_UNSPEC;
  message.attribute.rta_len = RTA_LENGTH(sizeof message.value);
  message.attribute.rta_type = NETNSA_FD;
  message.value = ns;
  while (__atomic_exchange_n(&is_taken, true, __ATOMIC_ACQUIRE)) sched_yield();
  ssize_t n = exchange(socket, &message);
  __atomic_store_n(&is_taken, false, __ATOMIC_RELEASE);
  if (n < 0) return (int)n;
  if ((size_t)n < sizeof message || message.header.nlmsg_type != RTM_NEWNSID ||
      message.attribute.rta_type != NETNSA_NSID) {
    return -EPROTO;
  }
  *id = message.value;
  return 0;
}

/* The payload of a file handle of nsfs, Linux 6.18. "Any" is understood from Linux 6.19 on: before that
 * a handle with zeros is ESTALE. */
struct namespace_id {
  uint64_t id;
  uint32_t type;  /* 0: any */
  uint32_t inode; /* 0: any */
};

union namespace_handle {
  struct file_handle header;
  char bytes[sizeof(struct file_handle) + sizeof(struct namespace_id)];
};

#ifndef AT_HANDLE_FID
#define AT_HANDLE_FID 0x200
#endif

int uy_handle_type(int fd, int *type) {
  union namespace_handle handle = {.header.handle_bytes = sizeof(struct namespace_id)};
  int mount;
  if (name_to_handle_at(fd, "", &handle.header, &mount, AT_EMPTY_PATH | AT_HANDLE_FID) < 0) {
    return -errno;
  }
  *type = handle.header.handle_type;
  return 0;
}

int uy_open_namespace_id(int nsfs, int type, uint64_t id) {
  union namespace_handle handle = {.header.handle_bytes = sizeof(struct namespace_id)};
  struct namespace_id payload = {.id = id};
  handle.header.handle_type = type;
  memcpy(handle.header.f_handle, &payload, sizeof payload);
  int fd = open_by_handle_at(nsfs, &handle.header, O_RDONLY | O_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

int uy_mount(const char *source, const char *target, const char *type, unsigned long flags) {
  return mount(source, target, type, flags, NULL) < 0 ? -errno : 0;
}

/* The same on all architectures. */
#ifndef SYS_move_mount
#define SYS_move_mount 429
#define SYS_fsopen 430
#define SYS_fsconfig 431
#define SYS_fsmount 432
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

int uy_open_without_links(const char *path) {
  enum { no_symlinks = 0x04 }; /* RESOLVE_NO_SYMLINKS, magic links included */
  /* struct open_how of openat2(2) */
  struct {
    uint64_t flags, mode, resolve;
  } how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC, .resolve = no_symlinks};
  int fd = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
  return fd < 0 ? -errno : fd;
}

struct rooted {
  int root, directory;
  const char *path;
  int result;
};

/* In a process with files and memory of the one that waits for it, and a root and working directory of its own. */
static int open_rooted(void *argument) {
  struct rooted *file = argument;
  int fd = -1;
  if (fchdir(file->root) == 0 && chroot(".") == 0 && chdir("/") == 0) {
    fd = openat(file->directory, file->path, O_RDONLY | O_CLOEXEC);
  }
  file->result = fd < 0 ? -errno : fd;
  return 0;
}

int uy_open_as_root(int root, int directory, const char *path) {
  static _Alignas(16) char stack[16384];
  /* Somebody inside may kill it. */
  struct rooted file = {root, directory, path, -ECHILD};
  pid_t pid =
      clone(open_rooted, stack + sizeof stack, CLONE_VM | CLONE_VFORK | CLONE_FILES | SIGCHLD, &file);
  if (pid < 0) return -errno;
  uy_wait(pid, NULL);
  return file.result;
}

static int set_options(int context, const char *options) {
  enum { set_string = 1 }; /* FSCONFIG_SET_STRING */
  char option[64];
  for (size_t count; *options != '\0'; options += count + 1) {
    count = strcspn(options, ",");
    if (options[count] == '\0' || count >= sizeof option) return -EINVAL;
    memcpy(option, options, count);
    option[count] = '\0';
    char *value = strchr(option, '=');
    if (value == NULL) return -EINVAL;
    *value++ = '\0';
    if (syscall(SYS_fsconfig, context, set_string, option, value, 0) < 0) return -errno;
  }
  return 0;
}

int uy_new_mount(const char *type, bool read_only, const char *options) {
  enum { create = 6, close_on_exec = 1, restricted = 0x2 | 0x4 | 0x8 }; /* nosuid, nodev, noexec */
  int context = (int)syscall(SYS_fsopen, type, close_on_exec);
  if (context < 0) return -errno;
  int result = set_options(context, options);
  if (result == 0 && syscall(SYS_fsconfig, context, create, NULL, NULL, 0) < 0) result = -errno;
  if (result == 0) {
    int flags = restricted | (read_only ? 0x1 : 0);
    result = (int)syscall(SYS_fsmount, context, close_on_exec, flags);
    if (result < 0) result = -errno;
  }
  close(context);
  return result;
}

int uy_copy_tree(int directory, const char *path) {
  enum { recursive = 0x8000 }; /* AT_RECURSIVE */
  int fd = (int)syscall(
      SYS_open_tree, directory, path,
      TREE_CLONE | recursive | AT_NO_AUTOMOUNT | AT_SYMLINK_NOFOLLOW | O_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

int uy_place_mount(int mount, int directory, const char *path) {
  enum { from_empty = 0x4, to_empty = 0x40 }; /* MOVE_MOUNT_F_EMPTY_PATH, _T_EMPTY_PATH */
  int flags = from_empty | (*path == '\0' ? to_empty : 0);
  return syscall(SYS_move_mount, mount, "", directory, path, flags) < 0 ? -errno : 0;
}

bool uy_is_read_only(int fd) {
  struct statfs facts;
  return fstatfs(fd, &facts) == 0 && (facts.f_flags & 1) != 0; /* ST_RDONLY */
}

int uy_chroot(const char *path) { return chroot(path) < 0 ? -errno : 0; }

int uy_chdir(const char *path) { return chdir(path) < 0 ? -errno : 0; }

bool uy_is_below_root(void) {
  char path[PATH_MAX];
  /* A directory that has no path, because it was removed or is too deep, cannot be told. */
  return syscall(SYS_getcwd, path, sizeof path) > 0 && path[0] == '/';
}

int uy_sethostname(const char *name, size_t count) {
  return sethostname(name, count) < 0 ? -errno : 0;
}

int uy_setdomainname(const char *name, size_t count) {
  return setdomainname(name, count) < 0 ? -errno : 0;
}

int uy_loopback_up(void) {
  struct ifreq request = {.ifr_name = "lo"};
  /* Interface flags are set through any socket of the network namespace; one of AF_UNIX also
   * exists on a kernel without IPv4. */
  int fd = make_socket(AF_UNIX, SOCK_DGRAM, 0);
  if (fd < 0) return -errno;
  int result = 0;
  if (ioctl(fd, SIOCGIFFLAGS, &request) < 0) {
    result = -errno;
  } else {
    request.ifr_flags |= IFF_UP;
    if (ioctl(fd, SIOCSIFFLAGS, &request) < 0) result = -errno;
  }
  close(fd);
  return result;
}
