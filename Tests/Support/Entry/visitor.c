/* A static program that is brought into a container.
 *   visitor say WORD   prints it
 *   visitor fds        prints the numbers of its open descriptors
 *   visitor write [PID] tries to change the file that it runs, or that process, in every way there is
 *   visitor settle DIR makes DIR the root directory of its mount namespace, with a /proc, and stays there
 *   visitor ids        prints user and group
 *   visitor wait       stays
 *   visitor            prints its own name, as a shell would know it */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *process = "self";

static void attempt(const char *what, int flags) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%s/exe", process);
  int fd = open(path, flags);
  if (fd < 0) {
    printf("%s: not opened\n", what);
    return;
  }
  ssize_t count = flags & O_TRUNC ? 0 : write(fd, "x", 1);
  int is_mapped = mmap(NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) != MAP_FAILED;
  printf("%s: %s\n", what, count == 1 || is_mapped || flags & O_TRUNC ? "CHANGED" : "not written");
  close(fd);
}

/* What it runs from is in no mount namespace, and so is nobody's to make writable. */
static void attempt_mount(void) {
  struct {
    unsigned long long set, clear, propagation, user_namespace;
  } writable = {.clear = 1 /* MOUNT_ATTR_RDONLY */};
  char path[64];
  snprintf(path, sizeof path, "/proc/%s/exe", process);
  int fd = open(path, O_RDONLY);
  int result = (int)syscall(442 /* mount_setattr(2) */, fd, "", AT_EMPTY_PATH, &writable, sizeof writable);
  printf("mount: %s\n", result == 0 ? "CHANGED" : "not changed");
  close(fd);
}

static int settle(const char *directory) {
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0 ||
      mount(directory, directory, NULL, MS_BIND, NULL) < 0 || chdir(directory) < 0 ||
      mount("proc", "proc", "proc", 0, NULL) < 0 || syscall(SYS_pivot_root, ".", ".") < 0 ||
      umount2(".", MNT_DETACH) < 0 || chdir("/") < 0 || prctl(PR_SET_NAME, "settled") < 0) {
    return 9;
  }
  for (;;) pause();
}

int main(int argc, char **argv) {
  if (argc == 1) {
    puts(argv[0]);
  } else if (argc == 3 && strcmp(argv[1], "settle") == 0) {
    return settle(argv[2]);
  } else if (argc == 3 && strcmp(argv[1], "say") == 0) {
    puts(argv[2]);
  } else if (argc == 2 && strcmp(argv[1], "fds") == 0) {
    for (int fd = 0; fd < 1024; fd++) {
      if (fcntl(fd, F_GETFD) >= 0) printf("%d ", fd);
    }
    puts("");
  } else if (argc == 2 && strcmp(argv[1], "ids") == 0) {
    printf("%d %d\n", (int)getuid(), (int)getgid());
  } else if (argc == 2 && strcmp(argv[1], "wait") == 0) {
    for (;;) pause();
  } else if (argc <= 3 && strcmp(argv[1], "write") == 0) {
    if (argc == 3) process = argv[2];
    attempt_mount();
    attempt("write", O_RDWR);
    attempt("append", O_WRONLY | O_APPEND);
    attempt("truncate", O_WRONLY | O_TRUNC);
  } else {
    return 9;
  }
  return 0;
}
