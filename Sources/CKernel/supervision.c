/* What a process that supervises others needs: signals as messages, children of any number, groups,
 * sessions and their terminal. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <time.h>

uint64_t uy_ignored_signals(void) {
  kernel_signals ignored = 0;
  for (int number = 1; number <= 64; number++) {
    /* The kernel's structure: what is done comes first, and it has fewer words than this. */
    struct {
      void (*handler)(int);
      uint64_t rest[7];
    } action = {.handler = NULL};
    if (syscall(SYS_rt_sigaction, number, NULL, &action, sizeof(kernel_signals)) < 0) continue;
    if (action.handler == SIG_IGN) ignored |= bit(number);
  }
  return ignored;
}

uint64_t uy_pending_signals(void) {
  kernel_signals pending = 0;
  return syscall(SYS_rt_sigpending, &pending, sizeof pending) < 0 ? 0 : pending;
}

int uy_signal_queue(uint64_t signals) {
  kernel_signals set = without_taken(signals);
  int fd = (int)syscall(SYS_signalfd4, -1, &set, sizeof set, SFD_CLOEXEC | SFD_NONBLOCK);
  return fd < 0 ? -errno : uy_move_up(fd, 64);
}

int uy_next_signal(int queue, struct uy_signal *signal) {
  struct signalfd_siginfo found;
  ssize_t count = uy_read(queue, &found, sizeof found);
  if (count < 0) return count == -EAGAIN ? 0 : (int)count;
  if (count != sizeof found) return -EPROTO;
  signal->number = (int32_t)found.ssi_signo;
  signal->code = found.ssi_code;
  signal->sender = (int32_t)found.ssi_pid;
  signal->value = found.ssi_ptr;
  return 1;
}

int uy_queue_signal(pid_t pid, int signal, uint64_t value) {
  union sigval with = {.sival_ptr = (void *)(uintptr_t)value};
  return sigqueue(pid, signal, with) < 0 ? -errno : 0;
}

int uy_next_change(struct uy_change *change) {
  siginfo_t information = {.si_pid = 0};
  int result;
  *change = (struct uy_change){.is_stop = false};
  do {
    result = waitid(P_ALL, 0, &information, WEXITED | WSTOPPED | WNOHANG | WNOWAIT);
  } while (result < 0 && errno == EINTR);
  if (result == 0) {
    change->is_stop = information.si_pid != 0 &&
                      (information.si_code == CLD_STOPPED || information.si_code == CLD_TRAPPED);
    if (change->is_stop) change->stopped_by = information.si_status & 0x7f;
    return information.si_pid;
  }
  return -errno;
}

int uy_take_change(struct uy_change *change) {
  pid_t found;
  *change = (struct uy_change){.is_taken = true};
  do {
    found = waitpid(-1, &change->status, WNOHANG | WUNTRACED);
  } while (found < 0 && errno == EINTR);
  if (found < 0) return -errno;
  change->is_stop = found > 0 && WIFSTOPPED(change->status);
  if (change->is_stop) change->stopped_by = WSTOPSIG(change->status);
  return found;
}

void uy_wait_any(int first, int second, int third, int output) {
  struct pollfd all[] = {{.fd = first, .events = POLLIN},
                         {.fd = second, .events = POLLIN},
                         {.fd = third, .events = POLLIN},
                         {.fd = output, .events = POLLOUT}};
  /* A signal says that there may be something new, as after a stop. */
  if (poll(all, 4, -1) >= 0 || errno == EINTR) return;
  /* Where it is refused there is only to look again and again. */
  static const struct timespec moment = {.tv_nsec = 20000000};
  nanosleep(&moment, NULL);
}

int uy_channel(int ends[2]) {
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) return -errno;
  ends[0] = uy_move_up(ends[0], 64);
  ends[1] = uy_move_up(ends[1], 64);
  return 0;
}

int uy_send_record(int channel, int32_t kind, int32_t value, bool waits) {
  int32_t record[2] = {kind, value};
  /* Whoever started us may be gone: no signal of ours is to come of that. */
  int flags = MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT);
  ssize_t count;
  do {
    count = send(channel, record, sizeof record, flags);
  } while (count < 0 && errno == EINTR);
  return count < 0 ? -errno : 0;
}

int uy_next_record(int channel, int32_t *kind, int32_t *value, pid_t *sender) {
  int32_t record[2];
  ssize_t count = uy_hear(channel, record, sizeof record, sender);
  if (count < 0) return count == -EAGAIN ? 0 : (int)count;
  if (count == 0) return -EPIPE;
  if (count != sizeof record) return -EPROTO;
  *kind = record[0];
  *value = record[1];
  return 1;
}

int uy_block_signals(uint64_t signals) {
  return change_mask(SIG_BLOCK, without_taken(signals), NULL) < 0 ? -errno : 0;
}

pid_t uy_foreground_group(int fd) {
  pid_t group = tcgetpgrp(fd);
  return group < 0 ? -errno : group;
}

bool uy_has_foreground(int fd) {
  pid_t group = tcgetpgrp(fd), own = getpgrp();
  if (group != own || own > 0) return group == own;
  /* Both are of an outer PID namespace, and may be one or two. Blocked, SIGTTIN is not sent for the read. */
  kernel_signals before;
  if (change_mask(SIG_BLOCK, bit(SIGTTIN), &before) < 0) return false;
  bool result = read(fd, &before, 0) == 0;
  change_mask(SIG_SETMASK, without_taken(before), NULL);
  return result;
}

int uy_set_foreground_group(int fd, pid_t group) {
  kernel_signals before;
  /* Who is not in the foreground is stopped for it otherwise. */
  if (change_mask(SIG_BLOCK, bit(SIGTTOU), &before) < 0) return -errno;
  int result = tcsetpgrp(fd, group) < 0 ? -errno : 0;
  change_mask(SIG_SETMASK, without_taken(before), NULL);
  return result;
}

pid_t uy_group_of(pid_t pid) {
  pid_t group = getpgid(pid);
  return group < 0 ? -errno : group;
}

pid_t uy_session_of(pid_t pid) {
  pid_t session = getsid(pid);
  return session < 0 ? -errno : session;
}

int uy_start_session(void) { return setsid() < 0 ? -errno : 0; }

int uy_set_group(pid_t pid, pid_t group) { return setpgid(pid, group) < 0 ? -errno : 0; }

int uy_reap_orphans(void) {
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0 ? -errno : 0;
}
