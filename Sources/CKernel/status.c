/* What is told to whoever started this process, and what the process that becomes the program says first. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>

int uy_check_given(int fd, int use) {
  int own = fcntl(fd, F_GETFD), flags = fcntl(fd, F_GETFL);
  if (own < 0 || flags < 0) return -errno;
  int access = flags & O_ACCMODE;
  /* What is closed by exec(3) did not come through one: it is a file of ours with this number. */
  if ((own & FD_CLOEXEC) || (flags & O_PATH) || (use == uy_use_reading && access == O_WRONLY) ||
      (use == uy_use_writing && access == O_RDONLY))
    return -EBADF;
  return 0;
}

int uy_keep_from_program(int fd) { return fcntl(fd, F_SETFD, FD_CLOEXEC) < 0 ? -errno : 0; }

bool uy_has_room(int fd, int milliseconds) {
  struct pollfd one = {.fd = fd, .events = POLLOUT};
  /* Where poll(2) is refused the write has to tell. */
  return poll(&one, 1, milliseconds) != 0;
}

/* RWF_NOWAIT: between poll(2) and the write others may fill the pipe, and its flags are not only ours. A
 * filter might end the process for so rare a call. */
static ssize_t write_to_pipe(int fd, const void *bytes, size_t count) {
  struct iovec piece = {.iov_base = (void *)(uintptr_t)bytes, .iov_len = count};
  if (!uy_may_be_filtered()) {
    ssize_t written = syscall(SYS_pwritev2, fd, &piece, 1L, -1L, -1L, 8L);
    if (written >= 0 || errno == EAGAIN || errno == EPIPE) return written;
  }
  return write(fd, bytes, count);
}

/* The SIGPIPE of a reader that has gone must neither end this process nor be taken for one that somebody
 * sent, and one that somebody sent must not be lost. */
static ssize_t write_unheard(int fd, const void *bytes, size_t count) {
  kernel_signals pipe = bit(SIGPIPE), before = 0, pending = 0;
  static const struct timespec now;
  struct stat found;
  change_mask(SIG_BLOCK, pipe, &before);
  syscall(SYS_rt_sigpending, &pending, sizeof pending);
  ssize_t written = fstat(fd, &found) == 0 && S_ISFIFO(found.st_mode) ? write_to_pipe(fd, bytes, count)
                                                                     : write(fd, bytes, count);
  int fault = errno;
  if (written < 0 && fault == EPIPE && !(pending & pipe))
    syscall(SYS_rt_sigtimedwait, &pipe, NULL, &now, sizeof pipe);
  change_mask(SIG_SETMASK, before, NULL);
  errno = fault;
  return written;
}

int uy_write_now(int fd, const void *bytes, size_t count) {
  ssize_t written = send(fd, bytes, count, MSG_DONTWAIT | MSG_NOSIGNAL);
  if (written < 0 && errno == ENOTSOCK) {
    if (!uy_has_room(fd, 0)) return -EAGAIN;
    written = write_unheard(fd, bytes, count);
  }
  if (written < 0) return errno == EINTR ? -EAGAIN : -errno;
  return (size_t)written == count ? 0 : -EIO;
}

/* Whether the other end of a socket is closed, poll(2). Where that is refused it is not known to be. */
static bool has_ended(int gate) {
  struct pollfd end = {.fd = gate};
  return poll(&end, 1, 0) > 0 && (end.revents & (POLLHUP | POLLERR | POLLNVAL));
}

int uy_await_byte(int fd, int gate) {
  char bytes[8];
  if (fd < 0) return -EBADF;
  while (true) {
    struct pollfd both[] = {{.fd = fd, .events = POLLIN}, {.fd = gate}};
    if (poll(both, 2, -1) < 0 && errno != EINTR) return -errno;
    if (both[1].revents) return -EPIPE;
    if (!both[0].revents) continue;
    ssize_t count = uy_read(fd, bytes, 1);
    /* An eventfd is read as a whole. */
    if (count == -EINVAL) count = uy_read(fd, bytes, sizeof bytes);
    /* Somebody else may have taken it. */
    if (count == -EAGAIN) continue;
    if (count > 0 && has_ended(gate)) return -EPIPE;
    return count > 0 ? 1 : (int)count;
  }
}

int uy_open_pidfile(const char *path) {
  /* Without O_TRUNC: it may be another file than was meant. */
  int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK, 0644);
  return fd < 0 ? -errno : uy_move_up(fd, 64);
}

int uy_rewind(int fd) { return lseek(fd, 0, SEEK_SET) < 0 ? -errno : 0; }

int uy_empty(int fd) { return ftruncate(fd, 0) < 0 || lseek(fd, 0, SEEK_SET) < 0 ? -errno : 0; }

int uy_gate(int ends[2]) {
  int on = 1, result = uy_channel(ends);
  if (result < 0 || setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on) == 0) return result;
  result = -errno;
  close(ends[0]);
  close(ends[1]);
  return result;
}

int uy_say(int gate, const void *bytes, size_t count) {
  return send(gate, bytes, count, MSG_NOSIGNAL) < 0 ? -errno : 0;
}

ssize_t uy_hear(int gate, void *bytes, size_t count, pid_t *sender) {
  union {
    struct cmsghdr aligned;
    char space[CMSG_SPACE(sizeof(struct ucred))];
  } control;
  struct iovec piece = {.iov_base = bytes, .iov_len = count};
  struct msghdr message = {
      .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  ssize_t length;
  do {
    length = recvmsg(gate, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  } while (length < 0 && errno == EINTR);
  if (length < 0) return -errno;
  *sender = 0;
  struct cmsghdr *first = CMSG_FIRSTHDR(&message);
  if (first && first->cmsg_level == SOL_SOCKET && first->cmsg_type == SCM_CREDENTIALS) {
    struct ucred from;
    memcpy(&from, CMSG_DATA(first), sizeof from);
    *sender = from.pid;
  }
  return length;
}

/* The numbers of x86, ARM and RISC-V, one name after the other; none for 41 and 58. */
static const char names[] =
    "EPERM\0" "ENOENT\0" "ESRCH\0" "EINTR\0" "EIO\0" "ENXIO\0" "E2BIG\0" "ENOEXEC\0" "EBADF\0" "ECHILD\0"
    "EAGAIN\0" "ENOMEM\0" "EACCES\0" "EFAULT\0" "ENOTBLK\0" "EBUSY\0" "EEXIST\0" "EXDEV\0" "ENODEV\0"
    "ENOTDIR\0" "EISDIR\0" "EINVAL\0" "ENFILE\0" "EMFILE\0" "ENOTTY\0" "ETXTBSY\0" "EFBIG\0" "ENOSPC\0"
    "ESPIPE\0" "EROFS\0" "EMLINK\0" "EPIPE\0" "EDOM\0" "ERANGE\0" "EDEADLK\0" "ENAMETOOLONG\0" "ENOLCK\0"
    "ENOSYS\0" "ENOTEMPTY\0" "ELOOP\0" "\0" "ENOMSG\0" "EIDRM\0" "ECHRNG\0" "EL2NSYNC\0" "EL3HLT\0"
    "EL3RST\0" "ELNRNG\0" "EUNATCH\0" "ENOCSI\0" "EL2HLT\0" "EBADE\0" "EBADR\0" "EXFULL\0" "ENOANO\0"
    "EBADRQC\0" "EBADSLT\0" "\0" "EBFONT\0" "ENOSTR\0" "ENODATA\0" "ETIME\0" "ENOSR\0" "ENONET\0"
    "ENOPKG\0" "EREMOTE\0" "ENOLINK\0" "EADV\0" "ESRMNT\0" "ECOMM\0" "EPROTO\0" "EMULTIHOP\0" "EDOTDOT\0"
    "EBADMSG\0" "EOVERFLOW\0" "ENOTUNIQ\0" "EBADFD\0" "EREMCHG\0" "ELIBACC\0" "ELIBBAD\0" "ELIBSCN\0"
    "ELIBMAX\0" "ELIBEXEC\0" "EILSEQ\0" "ERESTART\0" "ESTRPIPE\0" "EUSERS\0" "ENOTSOCK\0" "EDESTADDRREQ\0"
    "EMSGSIZE\0" "EPROTOTYPE\0" "ENOPROTOOPT\0" "EPROTONOSUPPORT\0" "ESOCKTNOSUPPORT\0" "EOPNOTSUPP\0"
    "EPFNOSUPPORT\0" "EAFNOSUPPORT\0" "EADDRINUSE\0" "EADDRNOTAVAIL\0" "ENETDOWN\0" "ENETUNREACH\0"
    "ENETRESET\0" "ECONNABORTED\0" "ECONNRESET\0" "ENOBUFS\0" "EISCONN\0" "ENOTCONN\0" "ESHUTDOWN\0"
    "ETOOMANYREFS\0" "ETIMEDOUT\0" "ECONNREFUSED\0" "EHOSTDOWN\0" "EHOSTUNREACH\0" "EALREADY\0"
    "EINPROGRESS\0" "ESTALE\0" "EUCLEAN\0" "ENOTNAM\0" "ENAVAIL\0" "EISNAM\0" "EREMOTEIO\0" "EDQUOT\0"
    "ENOMEDIUM\0" "EMEDIUMTYPE\0" "ECANCELED\0" "ENOKEY\0" "EKEYEXPIRED\0" "EKEYREVOKED\0" "EKEYREJECTED\0"
    "EOWNERDEAD\0" "ENOTRECOVERABLE\0" "ERFKILL\0" "EHWPOISON\0";

const char *uy_error_name(int number) {
  if (number < 1) return NULL;
  for (const char *name = names; name < names + sizeof names - 1; name += strlen(name) + 1) {
    if (--number == 0) return *name ? name : NULL;
  }
  return NULL;
}
