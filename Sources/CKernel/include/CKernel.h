/* The C floor: only what Swift cannot say. Each entry states why it is C.
 *
 * Convention: a function that can fail returns its result or -errno, so that nothing the
 * Swift runtime does between the failing call and the reader (a release, a free) can change
 * errno, which is a macro besides. Where that is the only reason the comment ends in [errno].
 * [variadic] and [structure] say that Swift does not import such a function, or the layout and the
 * macros of such a structure, [lacking] that libc has no such call. Descriptors are always made
 * close-on-exec: nothing leaks into the program.
 */
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* What libc shows only with _GNU_SOURCE, which nobody who imports this needs: the values are the
 * kernel's, the same on all architectures. The .c files define the macro for themselves. */
#ifndef O_PATH
#define O_PATH 010000000
#endif
#ifndef CLONE_NEWNS
#define CLONE_NEWNS 0x00020000
#define CLONE_NEWCGROUP 0x02000000
#define CLONE_NEWUTS 0x04000000
#define CLONE_NEWIPC 0x08000000
#define CLONE_NEWUSER 0x10000000
#define CLONE_NEWPID 0x20000000
#define CLONE_NEWNET 0x40000000
#endif

/* ---- memory (memory.c) ---- */

/* malloc(3), for free(3); NULL where there is none. The first few KiB cost no system call. */
void *uy_allocate(size_t size);

/* ---- descriptors and files (files.c): variadic calls, and errno as a return value ---- */

/* open(2), always close-on-exec [variadic]. */
int uy_open(const char *path, int flags);
/* openat(2), always close-on-exec [variadic]. */
int uy_openat(int directory, const char *path, int flags);
/* Moves a descriptor to the lowest free number from `least` on; where that is not possible it
 * stays what it is. fcntl(2) [variadic]. */
int uy_move_up(int fd, int least);
/* errno after a call of another library (libcap): a macro that Swift does not import. */
int uy_errno(void);
/* read(2) [errno]. */
ssize_t uy_read(int fd, void *bytes, size_t count);
/* write(2), once: the map files of user namespaces accept exactly one write. EINTR is retried
 * [errno]. */
ssize_t uy_write(int fd, const void *bytes, size_t count);
/* The same for what nobody has to read: with SIGPIPE ignored meanwhile, sigaction(2), so that a reader
 * who left ends nothing [structure]. */
ssize_t uy_write_unheard(int fd, const void *bytes, size_t count);
/* dup(2) and close(2) of the copy: what a flush of a standard stream would find out [errno]. */
int uy_probe(int fd);
/* write(2) until everything is out. A control group that is just being changed says EAGAIN: it is
 * asked again after a quarter of a second [errno]. */
int uy_write_all(int fd, const void *bytes, size_t count);
/* Fills each of the descriptors 0 to 2 that is closed, close-on-exec, with what can neither be read
 * nor written [variadic]. */
void uy_fill_standard_descriptors(void);
/* Moves a descriptor that took the number of a closed standard stream above these: what is written to
 * the stream would go into it. Where that is not possible it stays what it is
 * [variadic]. */
int uy_above_standard(int fd);
/* Makes a descriptor the standard error of this process and of what it starts: dup2(2) [errno]. */
int uy_take_standard_error(int fd);
/* How many bytes stdio(3) of glibc keeps back for a stream [structure]. */
int uy_stream_buffer(int fd);
/* readlink(2) [errno]. */
ssize_t uy_readlink(const char *path, char *bytes, size_t count);
/* readlinkat(2) [errno]. */
ssize_t uy_readlinkat(int directory, const char *path, char *bytes, size_t count);
/* getdents64(2): several entries at once, 0 at the end. readdir(3) allocates for each directory and
 * asks three times as many system calls [lacking]. */
ssize_t uy_entries(int directory, void *bytes, size_t count);
/* The parts of the first of these entries: struct dirent64 ends in an array of unknown length.
 * `length` is what lies between this entry and the next. */
struct uy_entry {
  const char *name;
  size_t length;
  bool may_be_directory; /* it is one, or the file system does not say */
};
struct uy_entry uy_first_entry(const void *bytes);
/* link(2) [errno]. */
int uy_link(const char *from, const char *to);
/* symlink(2) [errno]. */
int uy_symlink(const char *target, const char *path);
/* Whether `path` is a hard link to `file`, or a symbolic link that leads there: lstat(2), stat(2);
 * struct stat has macros for fields. */
bool uy_is_link(const char *file, const char *path, bool symbolic);
/* Makes `to` a file with the bytes and permissions of `from`; EEXIST where there is one
 * [structure]. */
int uy_copy(const char *from, const char *to);
/* Whether `other` is a file of its own with the bytes of `one` [structure]. */
bool uy_is_copy(const char *one, const char *other);

/* What is wanted of struct stat. */
struct uy_file_facts {
  uint64_t device;
  uint64_t inode;
  uint32_t user;
  uint32_t group;
  uint32_t mode;
  uint64_t links; /* how many names it has */
};

/* fstatat(2); an empty name means the descriptor itself [structure]. */
int uy_file_facts(int directory, const char *name, struct uy_file_facts *facts);

/* Which file something is, as the kernel remembers it. */
struct uy_file_identity {
  uint64_t device;
  uint64_t inode;
  bool is_socket;
};

/* statx(2) of a file that a stranger chose: it never waits for a file system whose server does not
 * answer. An empty name means the descriptor itself [structure]. */
int uy_file_identity(int directory, const char *name, struct uy_file_identity *identity);
/* What a look at a file tells. */
struct uy_file_look {
  uint64_t device;
  uint64_t inode;
  uint32_t user;
  uint32_t group;
  uint32_t mode;       /* st_mode of stat(2) */
  uint32_t links;      /* st_nlink of stat(2) */
  int64_t file_system; /* f_type of statfs(2); -1 where the kernel does not say it without asking */
  bool forbids_programs; /* whether its mount is known to be noexec, mount(8) */
  uint64_t mount;        /* the number of its mount in proc_pid_mountinfo(5); 0 where that is not known */
};

/* statx(2) of a file that a stranger may have chosen, without a question to its file system, and
 * statmount(2) where that may be called: some filters end whoever makes a call that they do not know. An
 * empty name means the descriptor itself; a link is followed, or looked at as one [structure, lacking]. */
int uy_file_look(
    int directory, const char *name, bool follow, bool ask_mount, struct uy_file_look *look);
/* Whether a program's file gives it capabilities: getxattr(2) of security.capability. */
int uy_gives_capabilities(const char *path);
/* open(2) with O_PATH that fails with EAGAIN where a file system would have to be asked for a name:
 * openat2(2) with RESOLVE_CACHED, Linux 5.12. EINVAL or ENOSYS on older kernels [lacking]. */
int uy_open_cached(int directory, const char *path);
/* open(2) that fails with EXDEV or ELOOP where the way leads out of the mount of `directory`: openat2(2)
 * with RESOLVE_NO_XDEV and RESOLVE_NO_MAGICLINKS, Linux 5.6 [lacking]. */
int uy_open_within(int directory, const char *path, int flags);
/* Whether a descriptor is a socket, getsockopt(2), of which other files hear nothing [errno]. */
bool uy_is_socket(int fd);
/* statx(2) of a descriptor, for its inode number in full width [structure]. */
int uy_inode(int fd, uint64_t *inode);
/* The f_type of statfs(2) and fstatfs(2) [structure]. */
int uy_file_system_type(const char *path, int64_t *type);
int uy_file_system_type_of(int fd, int64_t *type);

/* ---- namespaces and mounts (namespaces.c) ---- */

/* unshare(2), setns(2) and fchdir(2) [errno]. */
int uy_unshare(int flags);
int uy_setns(int fd, int flags);
int uy_fchdir(int fd);
/* ioctl(2) without an argument, whose result is a new descriptor: the requests of ioctl_nsfs(2),
 * of pidfds and SIOCGSKNS. ioctl is variadic. The kernel makes them close-on-exec. */
int uy_ioctl_open(int fd, unsigned long request);
/* ioctl(2) NS_GET_OWNER_UID, whose result is written to where its argument points [variadic]. */
int uy_owner_uid(int fd, uint32_t *user);
/* ioctl(2) NS_GET_ID, Linux 6.18, the same way [variadic]. */
int uy_namespace_id(int fd, uint64_t *id);
/* A socket for routing requests: AF_NETLINK, NETLINK_ROUTE [errno]. */
int uy_route_socket(void);
/* Asks for the id of the network namespace ns as seen from here, RTM_GETNSID: one send and
 * one receive of structures that Swift cannot lay out. -1 means that it has none. */
int uy_network_id(int socket, int ns, int32_t *id);
/* The type of file handles of the file system that fd is on: name_to_handle_at(2) [structure]. */
int uy_handle_type(int fd, int *type);
/* Opens a namespace by its 64-bit id: open_by_handle_at(2) with a handle of nsfs, a structure
 * that older headers lack. */
int uy_open_namespace_id(int nsfs, int type, uint64_t id);
/* mount(2), chroot(2) and chdir(2) [errno]. */
int uy_mount(const char *source, const char *target, const char *type, unsigned long flags);
int uy_chroot(const char *path);
int uy_chdir(const char *path);
/* Opens a file below a directory for reading, in a child that has another root directory: clone(2). The way there
 * must ask no file server [errno]. */
int uy_open_as_root(int root, int directory, const char *path);
/* A directory whose path has no link in it, openat2(2) with RESOLVE_NO_SYMLINKS, Linux 5.6; ELOOP where
 * there is one [lacking]. */
int uy_open_without_links(const char *path);
/* A new file system that needs no device, in no mount namespace yet: fsopen(2), fsconfig(2), fsmount(2),
 * Linux 5.2. Nothing in it is a program, a device or set-uid. The options are KEY=VALUE, with a comma after
 * each; EINVAL where one is anything else [lacking]. */
int uy_new_mount(const char *type, bool read_only, const char *options);
/* A copy of what is mounted at a path and below it, in no mount namespace: open_tree(2) [lacking]. */
int uy_copy_tree(int directory, const char *path);
/* Puts such a mount over what is at a path, or over the directory itself where that is empty, and follows no
 * link there: move_mount(2) [lacking]. */
int uy_place_mount(int mount, int directory, const char *path);
/* Whether a descriptor's mount or file system is read-only: ST_RDONLY of fstatfs(2) [structure]. */
bool uy_is_read_only(int fd);
/* Whether the working directory is the root directory or below it. getcwd(2) itself is asked: that
 * of libc looks for a path of its own where the kernel says `(unreachable)` [variadic]. */
bool uy_is_below_root(void);
/* sethostname(2) and setdomainname(2) [errno]. */
int uy_sethostname(const char *name, size_t count);
int uy_setdomainname(const char *name, size_t count);
/* Sets IFF_UP on the interface lo: struct ifreq is full of unions and macros. */
int uy_loopback_up(void);

/* ---- processes, ids and signals (processes.c) ---- */

/* fork(2), which Swift refuses to call. */
pid_t uy_fork(void);
/* execv(3) and execvp(3) [errno]. */
int uy_execv(const char *path, char *const argv[]);
int uy_execvp(const char *name, char *const argv[]);
/* waitpid(2) without options; EINTR is retried. Returns 0, or -errno [errno]. */
int uy_wait(pid_t pid, int *status);
/* Waits like uy_wait but leaves the child unreaped (waitid with WNOWAIT), so that its pid
 * cannot be taken by another process yet [structure]. */
int uy_wait_unreaped(pid_t pid);
/* Waits until a child stops or ends, leaving either event for another wait: 1 when it is
 * stopped, 0 when it has ended, -errno [structure]. */
int uy_wait_change(pid_t pid);
/* Takes the event of a stop: 1 when there was one, 0 when the child has gone on meanwhile
 * [structure]. */
int uy_take_stop(pid_t pid);
/* Waits as the three above do, where waitid(2) is refused: waitpid(2) until the child ends, or also
 * until it stops. While signals are forwarded they are let in only as long as the child is not
 * reaped: they wait up to 20 ms, and find nobody to go to afterwards [errno]. */
int uy_wait_guarded(pid_t pid, bool stops, int *status);

/* kill(2) [errno]. */
int uy_kill(pid_t pid, int signal);
/* setgroups(0, NULL) [errno]. */
int uy_drop_groups(void);
/* setgroups(2) [errno]. */
int uy_set_groups(const gid_t *groups, size_t count);
/* How many supplementary groups there are: getgroups(2) [errno]. */
int uy_group_count(void);
/* The list of them, at most count; returns how many, -EPROTO where the kernel is not what answers
 * [errno]. */
int uy_get_groups(gid_t *groups, size_t count);
/* setgid(2) and setuid(2) [errno]. */
int uy_setgid(gid_t gid);
int uy_setuid(uid_t uid);
/* The real, effective and saved id, getresuid(2), and the one for files, setfsuid(2), which only
 * tells when it is given no id. -1 stands where nothing was written [errno]. */
int uy_user_ids(uid_t ids[4]);
int uy_group_ids(gid_t ids[4]);

/* eventfd(2) with initial value 0 [errno]. */
int uy_eventfd(void);
/* pidfd_open(2) [lacking]. */
int uy_pidfd_open(pid_t pid);
/* Copies a descriptor of another process: pidfd_getfd(2) [lacking]. */
int uy_pidfd_getfd(int pidfd, int fd);
/* The release of uname(2), a C string of at most count bytes [structure]. */
int uy_kernel_release(char *release, size_t count);
/* When a file was last written, statx(2), and when the machine was started, by the clock that files have:
 * seconds since 1970 [structure]. */
int uy_modified(int fd, int64_t *modified, int64_t *boot);
/* poll(2) of one descriptor for input, waiting at most so long: 1 when readable or when the other
 * end of a pipe is closed, 0 when not [errno]. */
int uy_readable(int fd, int milliseconds);
/* pipe2(2), close-on-exec: the end to read from, and the end to write to [errno]. */
int uy_pipe(int ends[2]);
/* prctl(PR_SET_PDEATHSIG): prctl is variadic. */
int uy_set_parent_death_signal(int signal);
/* prctl(PR_SET_NO_NEW_PRIVS) and PR_GET_NO_NEW_PRIVS [variadic]. */
int uy_forbid_new_privileges(void);
int uy_forbids_new_privileges(void);
/* prctl(PR_SET_DUMPABLE, 0) [variadic]. */
int uy_forbid_dumping(void);
/* prctl(PR_GET_DUMPABLE): prctl is variadic. 0 when not dumpable. */
int uy_allows_dumping(void);
/* prctl(PR_GET_SECCOMP): whether system calls go through a filter, or that is not known [variadic]. */
bool uy_may_be_filtered(void);

/* SIG_DFL is a cast macro that Swift does not import. */
int uy_signal_default(int signal);
/* Blocks SIGINT and SIGTERM, remembering the mask; there is one remembered mask
 * [structure]. */
int uy_block_termination(void);
/* Puts the remembered mask back [structure]. */
int uy_restore_mask(void);
/* sigprocmask(2) SIG_UNBLOCK of one signal [structure]. */
int uy_unblock(int signal);

/* Signal forwarding: a handler must be async-signal-safe, so it is C, reads one
 * sig_atomic_t and calls kill(2). */
int uy_forward_install(int signal);
/* Gives the dispositions back that uy_forward_install replaced; for the forked child
 * [structure]. */
void uy_forward_uninstall(void);
/* Names the process that receives the signals; 0 for nobody: what the handler reads. */
void uy_forward_to(pid_t pid);

/* ---- supervision (supervision.c): structures, variadic calls, and errno as a return value. Sets of
 * signals are the kernel's, a bit for each, for the sets of a libc leave out what it keeps for itself ---- */

/* The signals that are ignored, rt_sigaction(2) [structure]. */
uint64_t uy_ignored_signals(void);
/* The signals that wait for this process, rt_sigpending(2); none where that cannot be asked [structure]. */
uint64_t uy_pending_signals(void);
/* sigprocmask(2) SIG_BLOCK of a set, remembering the mask as uy_block_termination does [structure]. */
int uy_block_remembering(uint64_t signals);
/* The same without remembering it [structure]. */
int uy_block_signals(uint64_t signals);
/* signalfd(2): these signals as messages, without waiting. Its number is from 64 on [structure]. */
int uy_signal_queue(uint64_t signals);
/* One of them: where from, and with which value. */
struct uy_signal {
  int32_t number;
  int32_t code;   /* si_code of sigaction(2) */
  int32_t sender; /* as seen from here; 0 where it has no number here */
  uint64_t value; /* of sigqueue(3) */
};
/* The next one, read(2): 1 where there is one, else 0 [structure]. */
int uy_next_signal(int queue, struct uy_signal *signal);
/* sigqueue(3), whose value is a union [structure]. */
int uy_queue_signal(pid_t pid, int signal, uint64_t value);
/* What a child did. */
struct uy_change {
  bool is_stop;
  bool is_taken; /* whether it was waited for; a status is there only then */
  int stopped_by; /* the signal of a stop, else 0 */
  int status;
};
/* The next of any children that has stopped or ended, which is left for another wait: waitid(2) with
 * WNOWAIT. Returns its number, 0 where there is none [structure]. */
int uy_next_change(struct uy_change *change);
/* The same where waitid(2) is refused: waitpid(2), which takes it [errno]. */
int uy_take_change(struct uy_change *change);
/* poll(2) of three descriptors for input and one for output, each of which may be -1. A signal ends it too,
 * and where it is refused 20 ms do [structure]. */
void uy_wait_any(int first, int second, int third, int output);
/* socketpair(2) of type SOCK_SEQPACKET, close-on-exec; their numbers are from 64 on [errno]. */
int uy_channel(int ends[2]);
/* send(2) of two numbers at once, which waits for room or does not (-EAGAIN), and recvmsg(2) without waiting, with
 * who sent them where the channel says that (uy_gate), else 0: 1 where there was a record, 0 where there is none
 * yet, -EPIPE where the other end is closed [errno]. */
int uy_send_record(int channel, int32_t kind, int32_t value, bool waits);
int uy_next_record(int channel, int32_t *kind, int32_t *value, pid_t *sender);
/* tcgetpgrp(3): the process group in the foreground of a terminal [errno]. */
pid_t uy_foreground_group(int fd);
/* Whether the own process group is in the foreground of a terminal, tcgetpgrp(3); where neither has a number in
 * this PID namespace a read(2) of no bytes tells, which is refused to the background [structure]. */
bool uy_has_foreground(int fd);
/* tcsetpgrp(3) with SIGTTOU blocked [structure]. */
int uy_set_foreground_group(int fd, pid_t group);
/* getpgid(2), getsid(2), setsid(2) and setpgid(2) [errno]. */
pid_t uy_group_of(pid_t pid);
pid_t uy_session_of(pid_t pid);
int uy_start_session(void);
int uy_set_group(pid_t pid, pid_t group);
/* prctl(PR_SET_CHILD_SUBREAPER): prctl is variadic. */
int uy_reap_orphans(void);

/* ---- status (status.c): descriptors that whoever started this process gave by their numbers, and what the
 * process that becomes the program says to the one that waits for it ---- */

/* What a descriptor must be open for. */
enum uy_use { uy_use_any, uy_use_reading, uy_use_writing };
/* Whether a descriptor came from whoever started this process, and is open for that, fcntl(2): 0, or -EBADF
 * [variadic]. */
int uy_check_given(int fd, int use);
/* fcntl(2) FD_CLOEXEC [variadic]. */
int uy_keep_from_program(int fd);
/* One write of all, which neither waits nor makes a SIGPIPE: send(2) to a socket, pwritev2(2) with RWF_NOWAIT
 * to a pipe, write(2) to anything else, after poll(2). -EAGAIN where there is no room, -EIO where only a part
 * went in [structure]. */
int uy_write_now(int fd, const void *bytes, size_t count);
/* Whether there is room to write within so many milliseconds, poll(2) [structure]. */
bool uy_has_room(int fd, int milliseconds);
/* Waits for one byte and reads it: 1, or 0 at the end of the file; -EPIPE where the other end of a socket,
 * -1 for none, is closed meanwhile [errno]. */
int uy_await_byte(int fd, int gate);
/* Opens a file for a number, and creates it, which only its owner may write then: not through a symbolic
 * link, and without waiting. What is in it can be read. Its descriptor is from 64 on [variadic]. */
int uy_open_pidfile(const char *path);
/* What is read or written next stands at the beginning: lseek(2) [errno]. */
int uy_rewind(int fd);
/* ftruncate(2) to nothing, where the next byte is written then: lseek(2) [errno]. */
int uy_empty(int fd);
/* As uy_channel; who sends to the first end is known, unix(7) SO_PASSCRED [structure]. */
int uy_gate(int ends[2]);
/* send(2) of one message, without a SIGPIPE [errno]. */
int uy_say(int gate, const void *bytes, size_t count);
/* recvmsg(2) of one message without waiting, and which process sent it, as seen from here: its length, 0
 * where the other end is closed, -EAGAIN where there is none [structure]. */
ssize_t uy_hear(int gate, void *bytes, size_t count, pid_t *sender);
/* What <errno.h> calls an error, NULL where it has no name [lacking]. */
const char *uy_error_name(int number);

/* ---- threads (crew.c) ---- */

/* How many processors this process may run on: sched_getaffinity(2) [structure]. */
size_t uy_processors(void);
/* Threads that share one work: pthread_create(3), whose attributes and sets of signals are structures of
 * libc. `workers` are wanted with the one that calls, at most 16; there may be fewer. NULL where there is
 * no memory. */
struct uy_crew;
struct uy_crew *uy_crew_start(size_t workers);
/* How many there are, with the one that calls [structure]. */
size_t uy_crew_size(const struct uy_crew *crew);
/* Calls a function once for each piece, by whoever is free, and returns when all are done: futex(2), which
 * libc lacks, and atomic counters [lacking]. */
typedef void uy_piece(void *work, size_t worker, size_t piece);
void uy_crew_share(struct uy_crew *crew, size_t pieces, uy_piece *perform, void *work);
/* Ends the threads and waits for that, pthread_join(3) [structure]. */
void uy_crew_end(struct uy_crew *crew);

/* ---- environment ---- */

/* environ is a global variable that Swift calls unsafe. Replaces it. */
void uy_set_environment(char **environment);
/* Overwrites each entry of environ(7) with zeros, where /proc/PID/environ shows what the process was started
 * with [structure]. */
void uy_erase_environment(void);
/* getauxval(AT_EXECFN): the name the kernel was given, as the caller wrote it, or NULL
 * [lacking]. */
const char *uy_executed_name(void);

/* ---- the binary itself, and programs that are executed by a descriptor (own_binary.c): calls that libc
 * lacks or changes ---- */

/* Whether the caller may write the file that runs, faccessat2(2) of /proc/self/exe with its
 * effective ids. A file that is being executed does not answer ETXTBSY here [lacking]. */
int uy_own_binary_access(void);
/* Whether nobody can ever write what a descriptor leads to, whatever rights he has: it is sealed, or
 * its mount is read-only and has no place where it could be made writable [structure]. */
bool uy_is_unwritable(int fd);
/* A read-only mount of a file, in no mount namespace: open_tree(2), mount_setattr(2). An empty path means
 * the descriptor itself [lacking]. */
int uy_read_only_mount(int from, const char *path);
/* A copy of a whole file in memory that can never be changed again, memfd_create(2) [lacking]. */
int uy_sealed_copy(int from, const char *name);
/* What of a program nobody can write and everybody execute, or -errno: a read-only mount of it, else a sealed
 * copy of this name [structure]. */
int uy_unwritable_program(int from, const char *name);
/* Opens a program as uy_execvp finds it, for reading or with O_PATH, or answers as that would; see there
 * [structure]. */
int uy_open_program(const char *name);
/* execveat(2) of a descriptor, with this process's environment. Returns only when it failed
 * [lacking]. */
int uy_execute_descriptor(int fd, char *const argv[]);
/* prctl(2) PR_SET_NAME: what ps and killall call this process [variadic]. */
void uy_set_process_name(const char *name);
/* Whether the file's own capabilities made this process more than its user is, getauxval(3)
 * AT_SECURE [lacking]. */
bool uy_file_gave_rights(void);

/* ---- text and terminals (text.c): the locale is state of libc, and its functions are macros or
 * variadic ---- */

/* setlocale(3) to what the environment asks for, but for messages, which stay English; the C
 * locale where that is not installed. */
void uy_set_locale(void);
/* Whether nl_langinfo(CODESET) is exactly UTF-8. */
bool uy_locale_is_utf8(void);
/* mbrtowc(3), iswprint(3) and wcwidth(3) of the first character, as glibc has them: its bytes, 0 where there is no
 * character. `cells` is -1 where it cannot be printed. */
size_t uy_first_character(const char *bytes, size_t count, int *cells);
/* isprint(3) of one byte. */
bool uy_is_printable(unsigned char byte);
/* The expression that finds what means yes in the language of the environment, a C string:
 * nl_langinfo(3) YESEXPR, which rpmatch(3) asks. */
void uy_yes_expression(char *text, size_t count);
/* strtold(3) of a whole text; false where it is no number. */
bool uy_parse_float(const char *text, double *value);
/* `%Lg` of printf(3), a C string. */
void uy_format_float(double value, char *text, size_t count);
/* Whether this library is glibc, whose patterns are the original's, and which has all character sets of
 * the machine. */
static inline bool uy_is_glibc(void) {
#ifdef __GLIBC__
  return true;
#else
  return false;
#endif
}
/* With glibc only: regcomp(3), extended and without positions: NULL where the pattern is wrong, and
 * then what regerror(3) says of it. regex_t is freed by its owner. */
void *uy_compile_pattern(const char *pattern, char *message, size_t count);
bool uy_matches(const void *pattern, const char *text);
void uy_free_pattern(void *pattern);
/* The columns of the terminal that a descriptor is, TIOCGWINSZ: 0 where it does not say, -1 where
 * it is no terminal. */
int uy_terminal_columns(int fd);

/* ---- what glibc knows, for a library that knows less (error_texts.c, characters.c): tables that lie
 * in the file ---- */

/* What strerror(3) of glibc says in the C locale; NULL for a number that has no text. */
const char *uy_error_text(int code);

/* What a character is, as iswprint(3) and its like have it in glibc's UTF-8 locales. The lowest two bits
 * are its terminal cells and one, as wcwidth(3) has them, 0 where it cannot be printed. */
#define UY_CELLS 0x3
#define UY_ALPHA 0x4
#define UY_UPPER 0x8
#define UY_LOWER 0x10
#define UY_DIGIT 0x20
#define UY_XDIGIT 0x40
#define UY_PUNCT 0x80
#define UY_GRAPH 0x100
#define UY_SPACE 0x200
#define UY_BLANK 0x400
#define UY_CNTRL 0x800
unsigned uy_character_traits(uint32_t character);
/* The version of glibc that they are taken from. */
const char *uy_character_version(void);
/* The first character of a text in UTF-8, as mbrtowc(3) reads it: its bytes, 0 where there is none. */
size_t uy_utf8_character(const char *bytes, size_t count, uint32_t *character);

/* ---- locales as files (locale_files.c), for a library that reads none ---- */

/* What is wanted of a locale. */
struct uy_locale {
  bool is_utf8;
  char radix[8];   /* what stands between whole and part, localeconv(3) */
  char yes[256];   /* the expression that finds what means yes, nl_langinfo(3) YESEXPR */
};
/* The locale that the environment asks for, as setlocale(3) of glibc finds it; C where it is not
 * installed. C.UTF-8 needs no files. */
void uy_read_locale(struct uy_locale *locale);

/* ---- another program's answer (spawn.c) ---- */

/* posix_spawn(3) with an empty environment, with standard output in a pipe whose other end is
 * *output, the rest at /dev/null. Structures of libc and a signal disposition, which are unions.
 * Returns the process id, which must be waited for with uy_wait_spawned before the next one, or
 * -errno. */
pid_t uy_spawn(const char *path, char *const argv[], int *output);
/* uy_wait for the process of uy_spawn. */
int uy_wait_spawned(pid_t pid, int *status);
