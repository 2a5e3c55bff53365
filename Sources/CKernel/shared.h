/* What several files of the C floor do in one way. Swift does not see it. */
#ifndef UY_SHARED_H
#define UY_SHARED_H

#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/* open_tree(2); the same on all architectures, and OPEN_TREE_CLONE of <linux/mount.h>, which clashes with
 * <sys/mount.h> here and there. */
#ifndef SYS_open_tree
#define SYS_open_tree 428
#endif
#define TREE_CLONE 1

/* Opens what execve(2) would take for a program, by its kind, mode and mount: for reading, or where that is
 * refused with O_PATH. */
int uy_open_executable(const char *path);

/* Signals as the kernel counts them, a bit for each. What a libc keeps for itself it hides in its own
 * sets, and gives back unblocked: with musl that is also 34, anybody's first real-time signal. */
typedef uint64_t kernel_signals;
static inline kernel_signals bit(int number) { return (kernel_signals)1 << (number - 1); }

/* Without the two that glibc keeps, by which its threads reach each other. */
static inline kernel_signals without_taken(kernel_signals set) { return set & ~(bit(32) | bit(33)); }

static inline int change_mask(int how, kernel_signals set, kernel_signals *before) {
  return (int)syscall(SYS_rt_sigprocmask, how, &set, before, sizeof set);
}

/* Copies what is left of a file, sendfile(2): how many bytes, or -errno. A limit on the size of files
 * (ulimit -f) is a failure and not the end. */
off_t uy_send_rest(int to, int from);

#endif
