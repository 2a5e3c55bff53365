/* Namespaces, mounts, the root directory, names and the loopback interface. */
#include "CKernel.h"

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int ck_unshare(int flags) { return unshare(flags) < 0 ? -errno : 0; }

int ck_mount(const char *source, const char *target, const char *type, unsigned long flags) {
  return mount(source, target, type, flags, NULL) < 0 ? -errno : 0;
}

int ck_chroot(const char *path) { return chroot(path) < 0 ? -errno : 0; }

int ck_chdir(const char *path) { return chdir(path) < 0 ? -errno : 0; }

int ck_sethostname(const char *name, size_t count) {
  return sethostname(name, count) < 0 ? -errno : 0;
}

int ck_setdomainname(const char *name, size_t count) {
  return setdomainname(name, count) < 0 ? -errno : 0;
}

int ck_loopback_up(void) {
  struct ifreq request = {.ifr_name = "lo"};
  /* Interface flags are set through any socket of the network namespace; one of AF_UNIX also
   * exists on a kernel without IPv4. */
  int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
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
