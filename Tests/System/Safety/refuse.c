/* Refuses one system call to a program, by a real filter, and says what a program was started
 * with. Used by RefusalTests.swift, which compiles it as a static program at PLACE:
 *
 *   refuse UID CALL ERRNO COMMAND...   runs a command as a user, with a system call refused: 0 is
 *                                      answered without doing it, 9999 kills who makes it
 *   refuse probe                       prints what this process has
 *   refuse hold                        holds a network namespace by a socket alone
 *
 * The filter spares what lies at PLACE, this program itself: so it can start the command, and the
 * probe can tell what came of it. Everything else in the command is refused the call, also the
 * helpers that it starts. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "which architecture?"
#endif

/* A gibibyte that only this program is in. */
#define PLACE_SIZE 0x40000000u

static int fail(const char *what) {
  fprintf(stderr, "refuse: %s: %s\n", what, strerror(errno));
  return 125;
}

static int refuse(unsigned call, unsigned error) {
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define UNLESS(value, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, otherwise)
  struct sock_filter steps[] = {
      LOAD(arch),
      UNLESS(ARCHITECTURE, 8),
      LOAD(nr),
      UNLESS(call, 6),
      /* Little-endian: the upper half of the instruction pointer is behind the lower one. */
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, instruction_pointer) + 4),
      UNLESS(0, 3),
      LOAD(instruction_pointer),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, PLACE, 0, 1),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, PLACE + PLACE_SIZE, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, error == 9999 ? SECCOMP_RET_KILL_PROCESS
                                              : SECCOMP_RET_ERRNO | (error & SECCOMP_RET_DATA)),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof steps / sizeof *steps, steps};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

/* Prints a file below /proc/self, with its name before each line; only lines that begin with one
 * of the words, where there are any. */
static void show(const char *name, const char *const *words) {
  char path[64], line[4096];
  snprintf(path, sizeof path, "/proc/self/%s", name);
  FILE *file = fopen(path, "re");
  if (file == NULL) return (void)printf("%s: %s\n", name, strerror(errno));
  while (fgets(line, sizeof line, file) != NULL) {
    const char *const *word = words;
    while (word != NULL && *word != NULL && strncmp(line, *word, strlen(*word)) != 0) word++;
    if (word == NULL || *word != NULL) printf("%s: %s", name, line);
  }
  fclose(file);
}

/* Whether a namespace is the host's, the target's or a new one: HOST and TARGET list both. */
static void show_namespaces(void) {
  static const char *const kinds[] = {"cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"};
  const char *host = getenv("HOST_NAMESPACES"), *target = getenv("TARGET_NAMESPACES");
  for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index++) {
    char path[64], link[64] = "";
    snprintf(path, sizeof path, "/proc/self/ns/%s", kinds[index]);
    if (readlink(path, link, sizeof link - 1) < 0) snprintf(link, sizeof link, "?");
    printf("%s: %s\n", kinds[index],
           host && strstr(host, link)       ? "the host's"
           : target && strstr(target, link) ? "the target's"
                                            : "new");
  }
}

static int probe(void) {
  static const char *const wanted[] = {"Uid:",    "Gid:",    "Groups:", "Cap",
                                       "NoNewPrivs:", "SigBlk:", "SigIgn:", NULL};
  /* /proc may be one that does not know this process: then that is what it prints. */
  show_namespaces();
  show("status", wanted);
  show("uid_map", NULL);
  show("gid_map", NULL);
  show("setgroups", NULL);
  char text[4096];
  printf("is %sthe first process\n", getpid() == 1 ? "" : "not ");
  ssize_t count = readlink("/proc/self", text, sizeof text - 1);
  text[count < 0 ? 0 : count] = '\0';
  printf("/proc is %s\n", atoi(text) == getpid() ? "its own" : "another's");
  printf("directory: %s\n", getcwd(text, sizeof text) ? text : strerror(errno));
  gethostname(text, sizeof text);
  printf("host name: %s\n", text);
  printf("root: %s\n", access("/marked-root", F_OK) == 0 ? "the target's" : "the host's");
  int death = 0;
  prctl(PR_GET_PDEATHSIG, &death);
  printf("signal at the parent's death: %d\n", death);
  printf("MARK: %s\n", getenv("MARK") ? getenv("MARK") : "none");
  struct timespec boot, host = {0};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  if (getenv("BOOT_TIME")) host.tv_sec = atoll(getenv("BOOT_TIME"));
  printf("clock: %s\n", boot.tv_sec - host.tv_sec > 50000 ? "ahead" : "the host's");
  /* Descriptors of the launcher are none of the program's business. */
  for (int fd = 3; fd < 256; fd++)
    if (fcntl(fd, F_GETFD) >= 0) printf("descriptor %d is open\n", fd);
  FILE *mounts = fopen("/proc/self/mountinfo", "re");
  int shared = 0;
  while (mounts && fgets(text, sizeof text, mounts)) shared |= strstr(text, " shared:") != NULL;
  printf("mounts: %s\n", shared ? "shared" : "private");
  return 0;
}

static int hold(void) {
  int home = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  if (home < 0 || unshare(CLONE_NEWNET) < 0) return fail("unshare");
  if (socket(AF_INET, SOCK_DGRAM, 0) < 0 || setns(home, 0) < 0) return fail("setns");
  close(home);
  int ready = open("ready", O_WRONLY | O_CLOEXEC);
  close(ready);
  pause();
  return 0;
}

int main(int count, char **words) {
  if (count == 2 && strcmp(words[1], "hold") == 0) return hold();
  if (count == 2 && strcmp(words[1], "probe") == 0) return probe();
  if (count < 5) return 125;
  uid_t user = (uid_t)atol(words[1]);
  long call = atol(words[2]), error = atol(words[3]);
  /* As root, so that set-uid programs still are: without no_new_privs. */
  if (call >= 0 && refuse((unsigned)call, (unsigned)error) < 0) return fail("seccomp");
  if (user != 0 && (setgroups(0, NULL) < 0 || setgid(user) < 0 || setuid(user) < 0))
    return fail("setuid");
  execv(words[4], words + 4);
  return fail(words[4]);
}
