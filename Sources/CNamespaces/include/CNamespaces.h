/* The C floor of the library Namespaces: what Swift cannot say, or must not do in a child. No part of
 * the command line. The conventions are those of CKernel.h: a function that can fail returns its
 * result or -errno, and descriptors are close-on-exec.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* ---- descriptors (calls.c) ---- */

/* fcntl(2) F_DUPFD_CLOEXEC, with a number above the standard descriptors [variadic]. */
int un_duplicate(int fd);
/* Gives a descriptor a number above the standard ones, if it has none; passes -errno on. In a program whose
 * standard streams are closed it would be taken for one of them [variadic]. */
int un_move_up(int fd);
/* close(2); nothing for a negative number [errno]. */
void un_close(int fd);
/* pipe2(2), close-on-exec, both ends above the standard descriptors [errno]. */
int un_pipe(int ends[2]);
/* read(2) until so many bytes or the end; EINTR is retried [errno]. */
ssize_t un_read(int fd, void *bytes, size_t count);
/* read(2), once [errno]. */
ssize_t un_read_some(int fd, void *bytes, size_t count);
/* write(2) of a few bytes to a pipe whose reader may be gone: without SIGPIPE [structure]. */
int un_write(int fd, const void *bytes, size_t count);

/* ---- namespaces (calls.c) ---- */

/* ioctl_nsfs(2) NS_GET_ID, Linux 6.18, or NS_GET_MNTNS_ID, Linux 6.11: the 64-bit id [variadic]. */
int un_namespace_id(int fd, uint64_t *id);
/* Whether this process has more than one thread, as far as the kernel is concerned: unshare(2) with
 * CLONE_THREAD, which does nothing in a process with one. 1, 0, or -errno where a filter refuses it
 * [errno]. */
int un_has_threads(void);
/* unshare(2) with CLONE_FS: this thread gets a root and a working directory of its own [errno]. */
int un_unshare_directories(void);
/* Makes a file to mount a namespace on; -EEXIST where there is one: open(2) [variadic]. */
int un_make_file(const char *path);
/* Unmounts a namespace that is mounted on a file of a folder, umount2(2) with MNT_DETACH, and removes the file
 * where nothing is mounted on it any more and it is empty, unlinkat(2). What was looked at is what is
 * unmounted, whatever comes to its name: through /proc/thread-self/fd. `is_namespace`: whether there was
 * one; without one 0 is returned and nothing is done [structure]. */
int un_release(const char *folder, const char *name, bool *is_namespace);
/* unlink(2) [errno]. */
int un_unlink(const char *path);

/* The host name, uname(2), a C string of at most count bytes [structure]. */
void un_host_name(char *name, size_t count);

/* ---- processes (calls.c) ---- */

/* pidfd_open(2) of this process; -1 where there is none [lacking]. */
int un_own_pidfd(void);
/* Whether a descriptor is a pidfd: waitid(2), which only looks. 0, or -errno: EBADF where it is none
 * [structure]. */
int un_check_pidfd(int fd);
/* gettid(2), as the PID namespace of /proc has it: readlink(2) of /proc/thread-self. 0 where it has none
 * [errno]. */
int un_thread_in_proc(void);
/* pidfd_send_signal(2) [lacking]. */
int un_signal(int pidfd, int signal);
/* waitid(2) with P_PIDFD and WEXITED: 1 and how it ended, 0 when it has not; -errno. `waits`: does not
 * return before it has ended. `is_killed`: `status` is the signal [structure]. */
int un_reap(int pidfd, bool waits, bool *is_killed, int *status);
/* ppoll(2): waits until a process has ended (1), `stop` is readable (2), or the time is over (0). `stop` may
 * be -1, and the time -1 for ever. Signals make it no longer [structure]. */
int un_wait_end(int pidfd, int stop, int milliseconds);

/* ---- threads (threads.c) ---- */

/* Calls a function on a thread of its own and waits for the thread's end: pthread_create(3),
 * pthread_join(3), whose attributes are a structure of libc. */
typedef void un_work(void *argument);
int un_run_on_thread(un_work *work, void *argument);
/* Calls a function on a thread of its own that nobody waits for [structure]. */
int un_start_thread(un_work *work, void *argument);

/* ---- children (children.c) ---- */

/* What a child does before its work. */
struct un_start {
  uint64_t namespaces; /* the CLONE_NEW* flags */
  int go;              /* end of a pipe to read from: a byte is the go-ahead, its end means that there is none */
  int parent_go;       /* the other end, which the child has a copy of */
  int parent;          /* a pidfd of the parent, whose end is the end of waiting too; or -1 */
  const char *clocks;  /* the content of /proc/self/timens_offsets, or NULL; a time namespace is made for it */
};

/* What a child executes instead of work of its own. All of it is made before. */
struct un_program {
  const char *const *paths;    /* where it may be, tried one after the other; ends in NULL */
  char *const *arguments;      /* ends in NULL */
  char *const *environment;    /* ends in NULL */
  const char *directory;       /* the working directory, or NULL */
  const int (*descriptors)[2]; /* the number it has here, and the one it gets there */
  size_t descriptor_count;
  int *copies;                 /* room for as many numbers */
  bool keeps_others;           /* the descriptors that are not close-on-exec stay open */
  int report;                  /* end of a pipe to write a struct un_fault to */
};

/* What a child failed at. */
enum un_step { un_step_clocks = 1, un_step_descriptors, un_step_directory, un_step_execute };
struct un_fault {
  int32_t step;
  int32_t error;
};

/* clone3(2), or clone(2) where a filter refuses that: a child in new namespaces, like one of fork(2), and
 * its pidfd. Returns 0 in the child. Only for a process with one thread: what other threads had locked
 * would stay so for ever. What stdio(3) keeps back is written first, so that nobody writes it twice
 * [lacking]. */
pid_t un_clone(const struct un_start *start, int *pidfd);
/* In the child of un_clone: waits for the go-ahead, and ends the process where there is none; enters the
 * time namespace. -errno where that failed [structure]. */
int un_begin(const struct un_start *start);
/* Ends the child of un_clone: fflush(3), _exit(2). */
_Noreturn void un_end(int status);
/* The same child, for a process with any number of threads: nothing but system calls is done in it until it is
 * another program [lacking]. */
pid_t un_clone_program(const struct un_start *start, const struct un_program *program, int *pidfd);
/* execve(2) of this process, in the manner of un_program. Returns only when it failed: what at, and -errno. */
struct un_fault un_become(const struct un_program *program);
/* environ, a variable that Swift calls unsafe. */
char *const *un_environment(void);
