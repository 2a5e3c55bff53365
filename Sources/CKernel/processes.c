/* Processes, ids and signals. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <grp.h>
#include <poll.h>
#include <sys/auxv.h>
#include <sys/eventfd.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <time.h>

/* The same on all architectures. */
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_pidfd_getfd
#define SYS_pidfd_getfd 438
#endif

pid_t uy_fork(void) {
  pid_t pid = fork();
  return pid < 0 ? -errno : pid;
}

int uy_execv(const char *path, char *const argv[]) {
  execv(path, argv);
  return -errno;
}

int uy_wait(pid_t pid, int *status) {
  pid_t ended;
  do {
    ended = waitpid(pid, status, 0);
  } while (ended < 0 && errno == EINTR);
  return ended < 0 ? -errno : 0;
}

int uy_wait_unreaped(pid_t pid) {
  siginfo_t information;
  int result;
  do {
    result = waitid(P_PID, (id_t)pid, &information, WEXITED | WNOWAIT);
  } while (result < 0 && errno == EINTR);
  return result < 0 ? -errno : 0;
}

int uy_wait_change(pid_t pid) {
  siginfo_t information;
  int result;
  do {
    result = waitid(P_PID, (id_t)pid, &information, WEXITED | WSTOPPED | WNOWAIT);
  } while (result < 0 && errno == EINTR);
  if (result < 0) return -errno;
  return information.si_code == CLD_STOPPED || information.si_code == CLD_TRAPPED;
}

int uy_take_stop(pid_t pid) {
  siginfo_t information = {.si_pid = 0};
  int result;
  do {
    result = waitid(P_PID, (id_t)pid, &information, WSTOPPED | WNOHANG);
  } while (result < 0 && errno == EINTR);
  if (result < 0) return -errno;
  return information.si_pid != 0;
}

/* A pid fits: sig_atomic_t is an int with every libc of Linux. */
_Static_assert(sizeof(sig_atomic_t) >= sizeof(pid_t), "a pid must be stored in one piece");
static volatile sig_atomic_t forward_target;

/* How long a wait without waitid(2) may last until a signal is passed on. */
static const struct timespec moment = {.tv_nsec = 20000000};

enum { last_signal = 64 };

/* glibc keeps two, which nobody can block or handle. */
static bool is_taken(int number) { return number == 32 || number == 33; }

int uy_wait_guarded(pid_t pid, bool stops, int *status) {
  int options = stops ? WUNTRACED : 0;
  kernel_signals before = 0;
  for (;;) {
    /* Nobody to pass signals on to: no signal can hit a stranger. */
    bool forwards = forward_target > 0;
    if (forwards) change_mask(SIG_BLOCK, bit(SIGINT) | bit(SIGTERM), &before);
    pid_t found = waitpid(pid, status, forwards ? options | WNOHANG : options);
    int error = errno;
    bool is_over = found > 0 ? !WIFSTOPPED(*status) : found < 0 && error != EINTR;
    if (is_over) forward_target = 0;
    if (forwards) change_mask(SIG_SETMASK, before, NULL);
    if (found > 0) return 0;
    if (is_over) return -error;
    if (forwards) nanosleep(&moment, NULL);
  }
}

int uy_kill(pid_t pid, int signal) { return kill(pid, signal) < 0 ? -errno : 0; }
/* By number, for there is one thread whenever ids change: musl blocks signals meanwhile, to reach the
 * others. Where ids once had 16 bits the calls have another name. */
#ifdef SYS_setuid32
#define ID_CALL(name) SYS_##name##32
#else
#define ID_CALL(name) SYS_##name
#endif

int uy_drop_groups(void) { return uy_set_groups(NULL, 0); }
int uy_set_groups(const gid_t *groups, size_t count) {
  return syscall(ID_CALL(setgroups), count, groups) < 0 ? -errno : 0;
}
int uy_group_count(void) {
  int count = getgroups(0, NULL);
  return count < 0 ? -errno : count;
}
int uy_get_groups(gid_t *groups, size_t count) {
  long refused = syscall(ID_CALL(getgroups), -1, NULL);
  /* No kernel takes a negative count. A filter that says 0 to everything would pass for a process
   * without groups. */
  if (refused >= 0) return -EPROTO;
  if (errno != EINVAL) return -errno;
  int found = getgroups((int)count, groups);
  return found < 0 ? -errno : found;
}
int uy_setgid(gid_t gid) { return syscall(ID_CALL(setgid), gid) < 0 ? -errno : 0; }
int uy_setuid(uid_t uid) { return syscall(ID_CALL(setuid), uid) < 0 ? -errno : 0; }
int uy_user_ids(uid_t ids[4]) {
  ids[0] = ids[1] = ids[2] = (uid_t)-1;
  if (getresuid(&ids[0], &ids[1], &ids[2]) < 0) return -errno;
  ids[3] = (uid_t)setfsuid((uid_t)-1);
  return 0;
}
int uy_group_ids(gid_t ids[4]) {
  ids[0] = ids[1] = ids[2] = (gid_t)-1;
  if (getresgid(&ids[0], &ids[1], &ids[2]) < 0) return -errno;
  ids[3] = (gid_t)setfsgid((gid_t)-1);
  return 0;
}

int uy_eventfd(void) {
  int fd = eventfd(0, EFD_CLOEXEC);
  return fd < 0 ? -errno : uy_above_standard(fd);
}

int uy_pidfd_open(pid_t pid) {
  int fd = (int)syscall(SYS_pidfd_open, pid, 0); /* always close-on-exec */
  return fd < 0 ? -errno : uy_above_standard(fd);
}

int uy_pidfd_getfd(int pidfd, int fd) {
  int copy = (int)syscall(SYS_pidfd_getfd, pidfd, fd, 0); /* always close-on-exec */
  return copy < 0 ? -errno : copy;
}

int uy_kernel_release(char *release, size_t count) {
  struct utsname names;
  if (uname(&names) < 0) return -errno;
  strncpy(release, names.release, count - 1);
  release[count - 1] = 0;
  return 0;
}

int uy_readable(int fd, int milliseconds) {
  struct pollfd one = {.fd = fd, .events = POLLIN};
  int n;
  do {
    n = poll(&one, 1, milliseconds);
  } while (n < 0 && errno == EINTR);
  return n < 0 ? -errno : n;
}

int uy_set_parent_death_signal(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0) < 0 ? -errno : 0;
}

int uy_forbid_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ? -errno : 0;
}

int uy_forbids_new_privileges(void) {
  int forbids = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0);
  return forbids < 0 ? -errno : forbids;
}

int uy_forbid_dumping(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0 ? -errno : 0; }

int uy_allows_dumping(void) {
  int dumpable = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
  return dumpable < 0 ? -errno : dumpable;
}

/* In strict mode this would have been the end. */
bool uy_may_be_filtered(void) { return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 0; }

int uy_signal_default(int number) {
  if (is_taken(number)) return -EINVAL;
  /* SIG_DFL, and neither flags nor signals, is all zeros however the structure is laid out. */
  static const uint64_t plain[4];
  return syscall(SYS_rt_sigaction, number, plain, NULL, sizeof(kernel_signals)) < 0 ? -errno : 0;
}

static kernel_signals remembered_mask;

int uy_block_termination(void) {
  return change_mask(SIG_BLOCK, bit(SIGINT) | bit(SIGTERM), &remembered_mask) < 0 ? -errno : 0;
}

int uy_block_remembering(uint64_t signals) {
  return change_mask(SIG_BLOCK, without_taken(signals), &remembered_mask) < 0 ? -errno : 0;
}

int uy_restore_mask(void) {
  return change_mask(SIG_SETMASK, without_taken(remembered_mask), NULL) < 0 ? -errno : 0;
}

int uy_unblock(int number) {
  if (number < 1 || number > last_signal || is_taken(number)) return 0;
  return change_mask(SIG_UNBLOCK, bit(number), NULL) < 0 ? -errno : 0;
}

static void forward(int number) {
  int saved = errno;
  pid_t target = forward_target;
  if (target > 0) kill(target, number);
  errno = saved;
}

/* Indexed by signal number; only SIGINT and SIGTERM are ever forwarded. */
static struct sigaction replaced[SIGTERM + 1];

int uy_forward_install(int number) {
  struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, &replaced[number]) < 0 ? -errno : 0;
}

void uy_forward_uninstall(void) {
  sigaction(SIGTERM, &replaced[SIGTERM], NULL);
  sigaction(SIGINT, &replaced[SIGINT], NULL);
}

void uy_forward_to(pid_t pid) { forward_target = pid; }

void uy_set_environment(char **environment) { environ = environment; }
void uy_erase_environment(void) {
  for (char **entry = environ; entry && *entry; entry++) memset(*entry, 0, strlen(*entry));
}
const char *uy_executed_name(void) { return (const char *)getauxval(AT_EXECFN); }
