/* Calls the entries of the C floor (Sources/CKernel), with good values and with those that somebody
 * hostile can bring about: dead descriptors, buffers of no length, answers that are too short or
 * meant for somebody else, bytes that are no text. Built with the sanitizers by run.sh; what it
 * returns matters less than that nothing reads, writes or computes what it must not. */
#include "CKernel.h"

#include <limits.h>
#include <linux/netlink.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

extern char **environ;

static int failures;
#define EXPECT(condition)                                                    \
  do {                                                                       \
    if (!(condition)) {                                                      \
      failures++;                                                            \
      printf("driver.c:%d: %s: errno %d\n", __LINE__, #condition, errno);    \
    }                                                                        \
  } while (0)

static const int dead[] = {-1, -1000000, 1000000, 0x7fffffff};

static void memory(void) {
  char *some = uy_allocate(1), *more = uy_allocate(100000);
  EXPECT(some != NULL && more != NULL);
  if (some != NULL && more != NULL) some[0] = more[99999] = 1;
  free(some);
  free(more);
}

static void files(void) {
  char bytes[4096];
  int file = uy_open("f", O_RDWR | O_CREAT);
  EXPECT(file < 0 || close(file) == 0);
  file = open("f", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  EXPECT(file >= 0);
  EXPECT(uy_write(file, "hello", 5) == 5);
  EXPECT(uy_write_all(file, "", 0) == 0 && uy_write_all(file, " you", 4) == 0);
  EXPECT(uy_write_all(1000000, "x", 1) == -EBADF);
  int ends[2];
  EXPECT(uy_pipe(ends) == 0 && uy_write_unheard(ends[1], "x", 1) == 1 && close(ends[0]) == 0);
  EXPECT(uy_write_unheard(ends[1], "x", 1) == -EPIPE && close(ends[1]) == 0);
  EXPECT(uy_write_unheard(-1, "x", 1) == -EBADF);
  EXPECT(lseek(file, 0, SEEK_SET) == 0);
  EXPECT(uy_read(file, bytes, 0) == 0 && uy_read(file, bytes, sizeof bytes) == 9);
  EXPECT(uy_read(-1, bytes, sizeof bytes) == -EBADF && uy_write(-1, bytes, 1) == -EBADF);
  EXPECT(uy_open("", O_RDONLY) == -ENOENT && uy_errno() == ENOENT);
  memset(bytes, 'a', sizeof bytes - 1);
  bytes[sizeof bytes - 1] = '\0';
  EXPECT(uy_open(bytes, O_RDONLY) == -ENAMETOOLONG);
  EXPECT(uy_openat(-1, "f", O_RDONLY) == -EBADF && uy_openat(file, "f", O_RDONLY) == -ENOTDIR);
  int moved = uy_move_up(file, 64);
  EXPECT(moved >= 64 && uy_move_up(moved, -5) == moved && uy_move_up(-1, 64) == -1);
  file = moved;
  EXPECT(uy_probe(file) == 0 && uy_probe(1000000) == -EBADF);
  EXPECT(uy_link("f", "g") == 0 && uy_link("none", "h") < 0 && uy_is_link("f", "g", false));
  EXPECT(!uy_is_link("f", "none", false) && !uy_is_link("none", "f", true));
  EXPECT(uy_symlink("f", "link") == 0 && uy_symlink("", "l") < 0);
  EXPECT(uy_is_link("f", "link", true) && !uy_is_link("f", "link", false) && !uy_is_link("f", "g", true));
  EXPECT(uy_copy("f", "copy") == 0 && uy_copy("f", "copy") == -EEXIST && uy_is_copy("f", "copy"));
  EXPECT(uy_copy("none", "x") < 0 && !uy_is_copy("f", "g") && !uy_is_copy("none", "copy"));
  EXPECT(uy_readlink("link", bytes, sizeof bytes) == 1 && uy_readlink("link", bytes, 0) < 0);
  EXPECT(uy_readlink("f", bytes, sizeof bytes) == -EINVAL);
  EXPECT(uy_readlinkat(AT_FDCWD, "link", bytes, 1) == 1 && uy_readlinkat(-1, "f", bytes, 1) < 0);

  int folder = uy_open(".", O_RDONLY | O_DIRECTORY);
  EXPECT(uy_entries(folder, bytes, 1) == -EINVAL && uy_entries(file, bytes, sizeof bytes) < 0);
  /* A block of exactly the length that was filled: nothing behind it may be looked at. */
  ssize_t filled = uy_entries(folder, bytes, sizeof bytes);
  EXPECT(filled > 0);
  if (filled <= 0) return (void)failures++;
  char *exact = malloc((size_t)filled);
  memcpy(exact, bytes, (size_t)filled);
  size_t names = 0;
  for (ssize_t at = 0; at < filled;) {
    struct uy_entry entry = uy_first_entry(exact + at);
    names += strlen(entry.name) > 0 && (entry.may_be_directory || true);
    if (entry.length == 0) break;
    at += (ssize_t)entry.length;
  }
  EXPECT(names >= 5);
  free(exact);

  struct uy_file_facts facts, again;
  struct uy_file_identity identity;
  uint64_t inode;
  int64_t type;
  EXPECT(uy_file_facts(AT_FDCWD, "f", &facts) == 0 && uy_file_facts(file, "", &again) == 0);
  EXPECT(facts.inode == again.inode && facts.device == again.device);
  EXPECT(S_ISREG(facts.mode) && facts.links > 0);
  EXPECT(uy_file_identity(file, "", &identity) == 0 && identity.inode == facts.inode);
  EXPECT(identity.device == facts.device && !identity.is_socket);
  struct uy_file_look look;
  EXPECT(uy_file_look(file, "", true, true, &look) == 0 && look.inode == facts.inode && S_ISREG(look.mode));
  EXPECT(look.links == facts.links);
  EXPECT(uy_file_look(AT_FDCWD, "/proc/self", true, true, &look) == 0 && S_ISDIR(look.mode));
  EXPECT(uy_file_look(AT_FDCWD, "/proc/self", false, true, &look) == 0 && S_ISLNK(look.mode));
  EXPECT(look.file_system == 0x9fa0 || look.file_system == -1);
  EXPECT(uy_file_look(file, "", true, false, &look) == 0 && look.file_system == -1);
  EXPECT(uy_file_look(AT_FDCWD, "none", true, true, &look) == -ENOENT);
  EXPECT(uy_gives_capabilities("none") == -ENOENT && uy_gives_capabilities("f") == 0);
  EXPECT(uy_inode(file, &inode) == 0 && inode == facts.inode);
  int64_t modified = 0, boot = 0;
  EXPECT(uy_modified(file, &modified, &boot) == 0 && 0 < boot && boot <= modified);
  EXPECT(uy_modified(-1, &modified, &boot) == -EBADF);
  EXPECT(uy_file_system_type(".", &type) == 0 && uy_file_system_type_of(file, &type) == 0);
  EXPECT(uy_file_system_type("", &type) == -ENOENT && !uy_is_socket(file));
  int named = uy_open_cached(folder, "f");
  EXPECT(named >= 0 || named == -EAGAIN || named == -ENOSYS || named == -EINVAL);
  if (named >= 0) close(named);
  int within = uy_open_within(folder, "f", O_RDONLY);
  EXPECT(within >= 0 || within == -ENOSYS);
  if (within >= 0) {
    EXPECT(close(within) == 0 && uy_open_within(folder, "/proc/self", O_RDONLY) == -EXDEV);
  }
  for (size_t each = 0; each < sizeof dead / sizeof *dead; each++) {
    int fd = dead[each];
    EXPECT(uy_file_facts(fd, "f", &facts) < 0 && uy_file_identity(fd, "f", &identity) < 0);
    EXPECT(uy_file_facts(fd, "", &facts) < 0 && uy_inode(fd, &inode) < 0);
    EXPECT(uy_file_system_type_of(fd, &type) < 0 && close(fd) < 0);
    EXPECT(uy_file_look(fd, "", true, true, &look) < 0 && uy_file_look(fd, "f", false, true, &look) < 0);
    EXPECT(!uy_is_socket(fd) && uy_open_cached(fd, "f") < 0 && uy_open_within(fd, "f", 0) < 0 && uy_entries(fd, bytes, 100) < 0);
    EXPECT(uy_stream_buffer(fd) == 8192);
  }
  EXPECT(close(folder) == 0 && close(file) == 0);
  uy_fill_standard_descriptors();
  EXPECT(uy_take_standard_error(-1) == -EBADF && uy_take_standard_error(2) == 0);
  EXPECT(uy_stream_buffer(0) > 0 && uy_above_standard(-1) == -1);
}

/* Answers of the kernel, as somebody would send them who is not the kernel. */
static void answers(void) {
  int ends[2];
  int32_t id = 7;
  EXPECT(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends) == 0 && uy_is_socket(ends[0]));
  struct {
    struct nlmsghdr header;
    char rest[512];
  } answer;
  memset(&answer, 0xff, sizeof answer);
  static const size_t lengths[] = {1, 15, 16, 20, 31, 32, sizeof answer};
  uint32_t sequence = 0;
  for (size_t each = 0; each < sizeof lengths / sizeof *lengths; each++) {
    sequence++;
    /* Late ones first, which have the number of another question. */
    answer.header.nlmsg_seq = sequence + 1000;
    EXPECT(lengths[each] < 16 || send(ends[1], &answer, lengths[each], 0) > 0);
    answer.header.nlmsg_seq = sequence;
    EXPECT(send(ends[1], &answer, lengths[each], 0) > 0);
    EXPECT(uy_network_id(ends[0], -1, &id) == -EPROTO && id == 7);
  }
  close(ends[0]);
  close(ends[1]);
  EXPECT(uy_network_id(-1, -1, &id) == -EBADF);
  int route = uy_route_socket();
  int own = uy_open("/proc/self/ns/net", O_RDONLY);
  EXPECT(route < 0 || own < 0 || uy_network_id(route, own, &id) == 0);
  EXPECT(route < 0 || uy_network_id(route, 1000000, &id) < 0);
  if (route >= 0) close(route);

  int type;
  uint32_t user;
  EXPECT(uy_setns(own, 0x7fffffff) < 0 && uy_setns(-1, 0) < 0 && uy_fchdir(own) < 0);
  EXPECT(uy_handle_type(-1, &type) < 0 && uy_open_namespace_id(-1, -1, UINT64_MAX) < 0);
  EXPECT(uy_open_namespace_id(own, 0x7fffffff, 0) < 0);
  EXPECT(uy_ioctl_open(-1, ~0ul) == -EBADF && uy_ioctl_open(own, ~0ul) < 0);
  EXPECT(uy_owner_uid(-1, &user) < 0 && uy_owner_uid(own, &user) < 0);
  uint64_t number = 0;
  EXPECT(uy_namespace_id(-1, &number) == -EBADF && number == 0);
  EXPECT(uy_namespace_id(own, &number) < 0 || number != 0);
  close(own);
  EXPECT(uy_unshare(0x7fffffff) < 0 && uy_unshare(0) == 0);
  EXPECT(uy_mount("none", "none", "none", 0) < 0 && uy_mount("", "", NULL, ~0ul) < 0);
  EXPECT(uy_new_mount("none", false, "") < 0 && uy_new_mount("", true, "a=b,") < 0 && uy_copy_tree(-1, "") < 0);
  EXPECT(uy_place_mount(-1, -1, "") < 0 && uy_place_mount(-1, AT_FDCWD, "none") < 0);
  EXPECT(uy_open_without_links("none") < 0 && !uy_is_read_only(-1));
  EXPECT(uy_is_below_root() && uy_chroot("none") < 0 && uy_chdir("none") < 0);
  int directory = open("/proc/self", O_PATH | O_DIRECTORY | O_CLOEXEC);
  int root = open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC);
  EXPECT(uy_open_as_root(-1, directory, "mountinfo") == -EBADF);
  int table = uy_open_as_root(root, directory, "../self/mountinfo");
  /* Without the right to change the root directory it is refused; the own one is as it was. */
  EXPECT(table >= 0 || table == -EPERM);
  EXPECT(uy_open_as_root(root, directory, "none") < 0 && access("/proc/self/mountinfo", R_OK) == 0);
  close(root);
  close(directory);
  if (table >= 0) close(table);
  EXPECT(uy_sethostname("x", SIZE_MAX) < 0 && uy_setdomainname("x", 100000) < 0);
}

static void processes(void) {
  int status = 0, ends[2];
  char text[8];
  EXPECT(uy_pipe(ends) == 0 && uy_readable(ends[0], 0) == 0);
  pid_t child = uy_fork();
  if (child == 0) {
    close(ends[0]);
    kill(getpid(), SIGSTOP);
    _exit(7);
  }
  EXPECT(uy_wait_change(child) == 1 && uy_take_stop(child) == 1 && uy_take_stop(child) == 0);
  EXPECT(uy_kill(child, SIGCONT) == 0 && uy_wait_unreaped(child) == 0);
  EXPECT(uy_wait_change(child) == 0 && uy_wait(child, &status) == 0);
  EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 7);
  EXPECT(uy_wait(child, &status) == -ECHILD && uy_wait_unreaped(child) == -ECHILD);
  EXPECT(uy_wait_change(child) == -ECHILD && uy_take_stop(child) == -ECHILD);
  EXPECT(uy_wait_guarded(child, true, &status) == -ECHILD && uy_kill(child, 0) == -ESRCH);
  close(ends[1]);
  EXPECT(uy_readable(ends[0], 0) == 1 && uy_readable(-1, 0) == 0);

  /* With signals forwarded, and one that comes while the child lives. */
  EXPECT(uy_forward_install(SIGTERM) == 0 && uy_forward_install(SIGINT) == 0);
  EXPECT(uy_block_termination() == 0);
  child = uy_fork();
  if (child == 0) {
    uy_forward_uninstall();
    uy_restore_mask();
    pause();
    _exit(0);
  }
  uy_forward_to(child);
  EXPECT(uy_restore_mask() == 0);
  EXPECT(uy_kill(getpid(), SIGTERM) == 0);
  EXPECT(uy_wait_guarded(child, true, &status) == 0 && !WIFEXITED(status));
  EXPECT(WTERMSIG(status) == SIGTERM);
  EXPECT(uy_kill(getpid(), SIGTERM) == 0); /* to nobody */
  uy_forward_uninstall();

  EXPECT(uy_kernel_release(text, sizeof text) == 0 && strlen(text) < sizeof text);
  EXPECT(uy_kernel_release(text, 1) == 0 && text[0] == '\0');
  int own = uy_pidfd_open(getpid());
  EXPECT(own < 0 || uy_readable(own, 0) == 0);
  EXPECT(uy_pidfd_open(-1) < 0 && uy_pidfd_open(0x7fffffff) < 0 && uy_pidfd_getfd(-1, -1) < 0);
  EXPECT(own < 0 || uy_pidfd_getfd(own, 1000000) < 0);
  if (own >= 0) close(own);
  int event = uy_eventfd();
  EXPECT(event >= 0 && close(event) == 0);
  EXPECT(uy_block_termination() == 0 && uy_restore_mask() == 0 && uy_unblock(SIGTERM) == 0);
  EXPECT(uy_signal_default(0) < 0 && uy_signal_default(1000) < 0 && uy_signal_default(SIGTERM) == 0);
  /* The first real-time signal of glibc, which musl takes for its own, and glibc's own two. */
  EXPECT(uy_signal_default(34) == 0 && uy_signal_default(64) == 0 && uy_signal_default(32) == -EINVAL);
  sigset_t blocked, all;
  sigfillset(&all);
  EXPECT(sigprocmask(SIG_BLOCK, &all, &blocked) == 0 && uy_block_termination() == 0);
  EXPECT(uy_restore_mask() == 0 && uy_unblock(34) == 0 && uy_unblock(32) == 0 && uy_unblock(-5) == 0);
  EXPECT(uy_unblock(1000) == 0 && sigprocmask(SIG_SETMASK, &blocked, &all) == 0);
  EXPECT(!sigismember(&all, 34) && sigismember(&all, 35) && sigismember(&all, SIGTERM));
  EXPECT(uy_set_parent_death_signal(1000) < 0 && uy_set_parent_death_signal(0) == 0);
  EXPECT(uy_group_count() >= 0);
  gid_t groups[64];
  unsigned ids[4] = {0};
  EXPECT(uy_get_groups(groups, 64) <= 64 && uy_get_groups(groups, 0) <= 0);
  EXPECT(uy_user_ids(ids) == 0 && ids[0] == getuid() && ids[3] == geteuid());
  EXPECT(uy_group_ids(ids) == 0 && ids[0] == getgid() && ids[3] == getegid());
  EXPECT(uy_set_groups(NULL, SIZE_MAX) < 0);
  EXPECT(uy_executed_name() != NULL && uy_forbids_new_privileges() >= 0);

  char *const words[] = {"sh", "-c", "echo answer; exit 3", NULL};
  int answer = -1;
  signal(SIGCHLD, SIG_IGN);
  child = uy_spawn("/bin/sh", words, &answer);
  EXPECT(child > 0 && uy_read(answer, text, sizeof text) == 7 && memcmp(text, "answer\n", 7) == 0);
  EXPECT(uy_wait_spawned(child, &status) == 0 && WEXITSTATUS(status) == 3);
  EXPECT(signal(SIGCHLD, SIG_DFL) == SIG_IGN && close(answer) == 0);
  EXPECT(uy_spawn("none", words, &answer) == -ENOENT);
  char *const nothing[] = {NULL};
  EXPECT(uy_execv("none", nothing) == -ENOENT && uy_execvp("", nothing) == -ENOENT);
}

static void supervision(void) {
  int status = 0, ends[2];
  struct uy_signal signal;
  struct uy_change change;
  uint64_t usr1 = 1u << (SIGUSR1 - 1), chld = 1u << (SIGCHLD - 1);
  EXPECT(uy_next_change(&change) == -ECHILD && uy_take_change(&change) == -ECHILD);
  EXPECT((uy_ignored_signals() & usr1) == 0);
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  EXPECT(sigaction(SIGUSR1, &ignore, &before) == 0 && (uy_ignored_signals() & usr1) != 0);
  EXPECT(sigaction(SIGUSR1, &before, NULL) == 0);
  EXPECT(uy_block_remembering(usr1) == 0 && uy_block_signals(chld) == 0);
  int queue = uy_signal_queue(UINT64_MAX);
  EXPECT(queue >= 64 && uy_next_signal(queue, &signal) == 0);
  EXPECT(uy_kill(getpid(), SIGUSR1) == 0);
  EXPECT(uy_pending_signals() == usr1);
  uy_wait_any(queue, -1, -1, -1);
  uy_wait_any(-1, queue, -1, -1);
  EXPECT(uy_next_signal(queue, &signal) == 1 && signal.number == SIGUSR1 && signal.code == SI_USER);
  EXPECT(signal.sender == getpid());
  EXPECT(uy_queue_signal(getpid(), SIGUSR1, UINT64_C(0x123456789)) == 0);
  EXPECT(uy_next_signal(queue, &signal) == 1 && signal.code == SI_QUEUE && signal.value == UINT64_C(0x123456789));
  EXPECT(uy_queue_signal(getpid(), 1000, 0) < 0 && uy_queue_signal(0x7fffffff, SIGUSR1, 0) == -ESRCH);

  for (int taken = 0; taken < 2; taken++) {
    pid_t child = uy_fork();
    if (child == 0) {
      raise(SIGSTOP);
      _exit(taken);
    }
    int (*next)(struct uy_change *) = taken ? uy_take_change : uy_next_change;
    while ((status = next(&change)) == 0) {
      uy_wait_any(queue, -1, -1, -1);
      EXPECT(uy_next_signal(queue, &signal) >= 0);
    }
    EXPECT(status == child && change.is_stop && change.is_taken == taken && change.stopped_by == SIGSTOP);
    EXPECT(uy_take_stop(child) == !taken && uy_kill(child, SIGCONT) == 0);
    while ((status = next(&change)) == 0) {
      uy_wait_any(queue, -1, -1, -1);
      EXPECT(uy_next_signal(queue, &signal) >= 0);
    }
    EXPECT(status == child && !change.is_stop && change.stopped_by == 0);
    if (!taken) EXPECT(uy_wait(child, &change.status) == 0);
    EXPECT(WIFEXITED(change.status) && WEXITSTATUS(change.status) == taken);
  }
  EXPECT(uy_restore_mask() == 0);

  /* A record of the wrong length, and an end that is closed. */
  int32_t kind = 0, value = 0;
  pid_t sender = -1;
  EXPECT(uy_channel(ends) == 0 && ends[0] >= 64 && ends[1] >= 64 && uy_next_record(ends[0], &kind, &value, &sender) == 0);
  EXPECT(uy_send_record(ends[1], 2, INT32_MIN, true) == 0);
  uy_wait_any(queue, ends[0], -1, -1);
  EXPECT(uy_next_record(ends[0], &kind, &value, &sender) == 1 && kind == 2 && value == INT32_MIN);
  EXPECT(sender == 0);
  /* A reader that does not read: nobody waits for it who need not. */
  int sent = 0, refused;
  while ((refused = uy_send_record(ends[1], 1, 1, false)) == 0) sent++;
  EXPECT(sent > 0 && refused == -EAGAIN);
  while (uy_next_record(ends[0], &kind, &value, &sender) == 1) sent--;
  EXPECT(sent == 0);
  EXPECT(send(ends[1], "x", 1, 0) == 1 && uy_next_record(ends[0], &kind, &value, &sender) == -EPROTO);
  EXPECT(close(ends[0]) == 0 && uy_send_record(ends[1], 1, 1, true) == -EPIPE);
  EXPECT(uy_next_record(ends[1], &kind, &value, &sender) == -EPIPE && close(ends[1]) == 0);
  for (size_t each = 0; each < sizeof dead / sizeof *dead; each++) {
    EXPECT(uy_next_signal(dead[each], &signal) == -EBADF && uy_next_record(dead[each], &kind, &value, &sender) == -EBADF);
    EXPECT(uy_send_record(dead[each], 1, 1, false) == -EBADF && uy_foreground_group(dead[each]) == -EBADF);
    EXPECT(uy_set_foreground_group(dead[each], 1) == -EBADF && !uy_has_foreground(dead[each]));
  }
  EXPECT(uy_foreground_group(queue) == -ENOTTY && !uy_has_foreground(queue) && close(queue) == 0);
  EXPECT(uy_group_of(0) == getpgrp() && uy_group_of(0x7fffffff) == -ESRCH);
  EXPECT(uy_session_of(0) == getsid(0) && uy_session_of(-1) < 0);
  EXPECT(uy_set_group(0x7fffffff, 1) == -ESRCH && uy_set_group(0, -1) == -EINVAL);
  pid_t child = uy_fork();
  if (child == 0) {
    failures = 0;
    EXPECT(uy_start_session() == 0 && uy_start_session() == -EPERM && uy_reap_orphans() == 0);
    fflush(stdout);
    _exit(failures != 0);
  }
  EXPECT(uy_wait(child, &status) == 0 && status == 0);
}

static void count_piece(void *work, size_t worker, size_t piece) {
  unsigned *counts = work;
  /* All signals are kept out of the threads that were started. */
  sigset_t blocked;
  EXPECT(worker < 16 && pthread_sigmask(SIG_BLOCK, NULL, &blocked) == 0);
  EXPECT(sigismember(&blocked, SIGTERM) == (worker > 0));
  counts[piece]++;
}

static void threads(void) {
  EXPECT(uy_processors() >= 1);
  static const size_t sizes[] = {0, 1, 2, 16, SIZE_MAX};
  for (size_t index = 0; index < sizeof sizes / sizeof *sizes; index++) {
    struct uy_crew *crew = uy_crew_start(sizes[index]);
    EXPECT(crew != NULL && uy_crew_size(crew) >= 1 && uy_crew_size(crew) <= 16);
    EXPECT(uy_crew_size(crew) == 1 || uy_crew_size(crew) <= sizes[index]);
    for (size_t round = 0; round < 200; round++) {
      size_t pieces = round % 70;
      unsigned *counts = calloc(pieces + 1, sizeof *counts);
      uy_crew_share(crew, pieces, count_piece, counts);
      for (size_t piece = 0; piece < pieces; piece++) EXPECT(counts[piece] == 1);
      EXPECT(counts[pieces] == 0);
      free(counts);
    }
    uy_crew_end(crew);
  }
  /* Where there may be no more threads. */
  pid_t child = uy_fork();
  if (child == 0) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_NPROC, &none);
    EXPECT(getuid() != 0 || uy_setuid(65534) == 0);
    struct uy_crew *crew = uy_crew_start(4);
    unsigned counts[8] = {0};
    EXPECT(crew != NULL && uy_crew_size(crew) == 1);
    uy_crew_share(crew, 8, count_piece, counts);
    for (size_t piece = 0; piece < 8; piece++) EXPECT(counts[piece] == 1);
    uy_crew_end(crew);
    fflush(stdout);
    _exit(failures != 0);
  }
  int status = 1;
  EXPECT(uy_wait(child, &status) == 0 && status == 0);
}

/* What a process does to itself, in one that ends then: as root it has an effect. */
static void identity(void) {
  pid_t child = uy_fork();
  if (child == 0) {
    failures = 0;
    EXPECT(uy_unshare(CLONE_NEWNET) < 0 || uy_loopback_up() == 0);
    int dropped = uy_drop_groups();
    EXPECT(dropped == 0 || dropped == -EPERM);
    EXPECT(uy_setgid(getgid()) == 0 && uy_setuid(getuid()) == 0);
    EXPECT(uy_setuid((uid_t)-1) < 0 && uy_setgid((gid_t)-1) < 0);
    EXPECT(uy_forbid_new_privileges() == 0 && uy_forbids_new_privileges() == 1);
    EXPECT(uy_forbid_dumping() == 0 && uy_allows_dumping() == 0);
    EXPECT(!uy_may_be_filtered());
    char *nothing[] = {NULL};
    uy_set_environment(nothing);
    uy_erase_environment();
    EXPECT(environ == nothing);
    fflush(stdout);
    _exit(failures != 0);
  }
  int status = 1;
  EXPECT(uy_wait(child, &status) == 0 && status == 0);
}

static void own_binary(void) {
  int access = uy_own_binary_access();
  EXPECT(access <= 0);
  int mounted = uy_read_only_mount(AT_FDCWD, "/proc/self/exe");
  EXPECT(mounted < 0 || uy_is_unwritable(mounted));
  if (mounted >= 0) close(mounted);
  int own = uy_open("/proc/self/exe", O_RDONLY);
  mounted = uy_read_only_mount(own, "");
  EXPECT(mounted < 0 || uy_is_unwritable(mounted));
  if (mounted >= 0) close(mounted);
  int program = uy_open_program("/proc/self/exe");
  EXPECT(program >= 0 && uy_open_program("/") == -EACCES && uy_open_program("") == -ENOENT);
  int view = uy_unwritable_program(program, "view");
  EXPECT(view >= 0 && uy_is_unwritable(view) && uy_unwritable_program(-1, "") == -EACCES);
  close(view);
  close(program);
  int copy = uy_sealed_copy(own, "copy");
  EXPECT(copy >= 0 && uy_is_unwritable(copy) && uy_write(copy, "x", 1) == -EPERM);
  EXPECT(uy_sealed_copy(-1, "") == -EBADF);
  char *const nothing[] = {NULL};
  EXPECT(uy_execute_descriptor(-1, nothing) == -EBADF && !uy_is_unwritable(-1));
  uy_set_process_name("a name that is longer than the kernel takes");
  uy_set_process_name("");
  EXPECT(!uy_file_gave_rights());
  close(own);
  close(copy);
}

static void text(void) {
  int cells;
  char message[64], small[1];
  double value;
  uy_set_locale();
  EXPECT(uy_locale_is_utf8() || true);
  /* Every beginning of hostile bytes, each in a block of its own length. */
  static const char hostile[] = "\xff\xfe\xc3(\xe2\x82\xf0\x9f\x98\x80\x1b[2J\x00\xed\xa0\x80";
  for (size_t from = 0; from < sizeof hostile; from++) {
    size_t count = sizeof hostile - from;
    char *exact = malloc(count);
    memcpy(exact, hostile + from, count);
    for (size_t length = 0; length <= count; length++)
      EXPECT(uy_first_character(exact, length, &cells) <= length);
    free(exact);
  }
  for (int byte = 0; byte < 256; byte++) (void)uy_is_printable((unsigned char)byte);
  uy_yes_expression(message, sizeof message);
  EXPECT(strcmp(message, "^[yY]") == 0);
  uint32_t character = 0;
  for (uint32_t code = 0; code < 0x120000; code += 7) (void)uy_character_traits(code);
  EXPECT(uy_character_traits(UINT32_MAX) == 0 && uy_character_traits('a') & UY_LOWER);
  EXPECT(uy_utf8_character("\xe2\x82\xac", 3, &character) == 3 && character == 0x20ac);
  EXPECT(uy_utf8_character("\xe2\x82\xac", 2, &character) == 0);
  EXPECT(uy_utf8_character("", 0, &character) == 0);
  EXPECT(uy_character_version()[0] != '\0');
#ifdef __GLIBC__
  for (int code = -2; code < 140; code++)
    EXPECT(uy_error_text(code) == NULL || strcmp(uy_error_text(code), strerror(code)) == 0);
  EXPECT(uy_is_glibc());
#else
  EXPECT(!uy_is_glibc());
#endif
  EXPECT(uy_error_text(INT_MAX) == NULL && uy_error_text(INT_MIN) == NULL);
  EXPECT(uy_parse_float("1e3", &value) && value == 1000);
  EXPECT(uy_parse_float("1e999999", &value) && uy_parse_float("-nan", &value));
  EXPECT(!uy_parse_float("", &value) && !uy_parse_float("1x", &value));
  uy_format_float(1e308 * 10, message, sizeof message);
  uy_format_float(-0.1, small, sizeof small);
  EXPECT(small[0] == '\0');
#ifdef __GLIBC__
  void *pattern = uy_compile_pattern("^a(b|c)*$", message, sizeof message);
  EXPECT(pattern != NULL && uy_matches(pattern, "abcb") && !uy_matches(pattern, "\xff"));
  uy_free_pattern(pattern);
  EXPECT(uy_compile_pattern("(", small, sizeof small) == NULL && small[0] == '\0');
  EXPECT(uy_compile_pattern("a{1,99999}", message, sizeof message) == NULL);
#endif
  EXPECT(uy_terminal_columns(-1) == -1 && uy_terminal_columns(1000000) == -1);
}

/* Locales whose files are cut short, are no locales, or are not there. */
static void locales(void) {
  struct uy_locale locale;
  char folder[] = "locales-XXXXXX", path[256];
  EXPECT(mkdtemp(folder) != NULL);
  static const char *const texts[] = {
      "", "\x20\x09\x20\x09", "\x20\x09\x09\x20\xff\xff\xff\xff\xff\xff\xff\x7f", "UTF-8"};
  snprintf(path, sizeof path, "%s/xx", folder);
  EXPECT(mkdir(path, 0755) == 0);
  setenv("LOCPATH", folder, 1);
  for (size_t index = 0; index < sizeof texts / sizeof *texts; index++) {
    snprintf(path, sizeof path, "%s/xx/LC_CTYPE", folder);
    FILE *file = fopen(path, "w");
    EXPECT(file != NULL && fputs(texts[index], file) >= 0 && fclose(file) == 0);
    setenv("LC_ALL", "xx", 1);
    uy_read_locale(&locale);
    EXPECT(!locale.is_utf8 && strcmp(locale.radix, ".") == 0);
  }
  unlink(path);
  snprintf(path, sizeof path, "%s/xx", folder);
  EXPECT(rmdir(path) == 0 && rmdir(folder) == 0);
  char *name = malloc(100000);
  memset(name, 'x', 99999);
  name[99999] = '\0';
  static const char *const names[] = {"_", ".",       "@",  "/",             "C.",
                                      "C@", "C.UTF-8", "..", "xx_YY.UTF-8@z", "LC_CTYPE=xx"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    setenv("LC_ALL", names[index], 1);
    uy_read_locale(&locale);
    EXPECT(locale.is_utf8 == (strcmp(names[index], "C.UTF-8") == 0));
  }
  for (size_t length = 200; length < 300; length++) {
    name[length] = '\0';
    setenv("LC_ALL", name, 1);
    uy_read_locale(&locale);
    memcpy(name + 2, ".", 1);
    setenv("LC_ALL", name, 1);
    uy_read_locale(&locale);
    memset(name, 'x', 99999);
  }
  setenv("LC_ALL", name, 1);
  setenv("LOCPATH", name, 1);
  uy_read_locale(&locale);
  EXPECT(!locale.is_utf8);
  unsetenv("LC_ALL");
  unsetenv("LOCPATH");
  free(name);
}

static void status(void) {
  char bytes[64];
  pid_t sender = -1;
  int ends[2], tube[2], null = open("/dev/null", O_RDWR);
  EXPECT(null >= 0 && pipe(tube) == 0);
  EXPECT(uy_check_given(tube[0], uy_use_reading) == 0 && uy_check_given(tube[0], uy_use_writing) == -EBADF);
  EXPECT(uy_check_given(tube[1], uy_use_writing) == 0 && uy_check_given(tube[1], uy_use_reading) == -EBADF);
  EXPECT(uy_check_given(null, uy_use_any) == 0 && uy_keep_from_program(null) == 0);
  EXPECT(uy_check_given(null, uy_use_any) == -EBADF);

  /* Room, no room, and no reader; a SIGPIPE that somebody sent is still there afterwards. */
  EXPECT(uy_has_room(tube[1], 0) && uy_write_now(tube[1], "ab", 2) == 0 && uy_await_byte(tube[0], -1) == 1);
  EXPECT(fcntl(tube[1], F_SETFL, O_NONBLOCK) == 0);
  while (write(tube[1], bytes, sizeof bytes) > 0) continue;
  EXPECT(fcntl(tube[1], F_SETFL, 0) == 0 && !uy_has_room(tube[1], 0) && uy_write_now(tube[1], "x", 1) == -EAGAIN);
  uy_wait_any(tube[0], -1, -1, tube[1]);
  EXPECT(close(tube[0]) == 0 && uy_write_now(tube[1], "x", 1) == -EPIPE && close(tube[1]) == 0);
  EXPECT(uy_write_now(null, "x", 1) == 0 && uy_await_byte(null, -1) == 0 && close(null) == 0);

  EXPECT(uy_gate(ends) == 0 && uy_hear(ends[0], bytes, sizeof bytes, &sender) == -EAGAIN);
  EXPECT(uy_say(ends[1], "R", 1) == 0 && uy_hear(ends[0], bytes, sizeof bytes, &sender) == 1);
  EXPECT(sender == getpid() && uy_say(ends[1], "too long", 8) == 0 && uy_hear(ends[0], bytes, 1, &sender) == 1);
  EXPECT(close(ends[1]) == 0 && uy_hear(ends[0], bytes, sizeof bytes, &sender) == 0);
  EXPECT(uy_say(ends[0], "G", 1) == -EPIPE && pipe(tube) == 0 && uy_await_byte(tube[0], ends[0]) == -EPIPE);
  EXPECT(close(ends[0]) == 0 && close(tube[0]) == 0 && close(tube[1]) == 0);

  int file = uy_open_pidfile("pidfile");
  struct uy_file_facts told;
  EXPECT(file >= 64 && uy_write_now(file, "7", 1) == 0 && uy_rewind(file) == 0 && uy_empty(file) == 0 && close(file) == 0);
  EXPECT(uy_file_facts(AT_FDCWD, "pidfile", &told) == 0 && (told.mode & 0022) == 0);
  EXPECT(symlink("pidfile", "pidlink") == 0 && uy_open_pidfile("pidlink") == -ELOOP && unlink("pidlink") == 0);
  EXPECT(uy_open_pidfile("no/pidfile") == -ENOENT && uy_open_pidfile(".") == -EISDIR);
  /* Without waiting; what it is shows afterwards. */
  EXPECT(mkfifo("pidfifo", 0600) == 0 && (file = uy_open_pidfile("pidfifo")) >= 64 && close(file) == 0);
  EXPECT(unlink("pidfifo") == 0);
  EXPECT(unlink("pidfile") == 0);
  for (size_t each = 0; each < sizeof dead / sizeof *dead; each++) {
    EXPECT(uy_check_given(dead[each], uy_use_any) == -EBADF && uy_keep_from_program(dead[each]) == -EBADF);
    EXPECT(uy_write_now(dead[each], "x", 1) == -EBADF && uy_await_byte(dead[each], -1) == -EBADF);
    EXPECT(uy_empty(dead[each]) < 0 && uy_rewind(dead[each]) < 0 && uy_say(dead[each], "x", 1) == -EBADF && uy_hear(dead[each], bytes, 1, &sender) == -EBADF);
    (void)uy_has_room(dead[each], 0);
  }
  EXPECT(strcmp(uy_error_name(EPERM), "EPERM") == 0 && strcmp(uy_error_name(EHWPOISON), "EHWPOISON") == 0);
  EXPECT(strcmp(uy_error_name(EOPNOTSUPP), "EOPNOTSUPP") == 0 && strcmp(uy_error_name(ELOOP), "ELOOP") == 0);
  EXPECT(!uy_error_name(0) && !uy_error_name(41) && !uy_error_name(58) && !uy_error_name(134));
  EXPECT(!uy_error_name(INT_MIN) && !uy_error_name(INT_MAX));
}

int main(void) {
  memory();
  files();
  locales();
  answers();
  processes();
  supervision();
  status();
  threads();
  identity();
  own_binary();
  text();
  printf("%d failures\n", failures);
  return failures != 0;
}
