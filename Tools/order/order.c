/* Prints the names of the functions that a program runs before its own exec(3), in the order in which
 * they run for the first time; those of its children are not followed.
 *
 *   order SYMBOLS PROGRAM ARGUMENTS...
 *
 * SYMBOLS is what nm(1) says of the program, sorted by address. It steps through the program one
 * instruction after the other, so no other tool is needed and nothing is sampled. */
#define _GNU_SOURCE
#include <elf.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

struct symbol {
  unsigned long address;
  int was_run;
  char name[500];
};

static struct symbol *symbols;
static size_t count;

static void read_symbols(const char *path) {
  FILE *file = fopen(path, "r");
  char line[600], kind;
  if (file == NULL) exit(2);
  while (fgets(line, sizeof line, file) != NULL) {
    if (count % 1024 == 0) symbols = realloc(symbols, (count + 1024) * sizeof *symbols);
    struct symbol *one = &symbols[count];
    *one = (struct symbol){0};
    if (sscanf(line, "%lx %c %499s", &one->address, &kind, one->name) == 3 && strchr("tTwW", kind))
      count++;
  }
  fclose(file);
}

/* The last symbol at or below an address: the index after it. */
static size_t after(unsigned long address) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (symbols[middle].address <= address) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static unsigned long place(pid_t pid) {
  struct user_regs_struct registers;
  struct iovec room = {&registers, sizeof registers};
  if (ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &room) < 0) exit(1);
#if defined(__x86_64__)
  return registers.rip;
#elif defined(__aarch64__)
  return registers.pc;
#endif
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  read_symbols(argv[1]);
  pid_t pid = fork();
  if (pid == 0) {
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    execv(argv[2], argv + 2);
    _exit(127);
  }
  int status;
  if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status)) return 1;
  ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
  for (;;) {
    /* Several names may share one body. */
    size_t end = after(place(pid));
    for (size_t i = end; i > 0 && symbols[i - 1].address == symbols[end - 1].address; i--) {
      if (!symbols[i - 1].was_run) puts(symbols[i - 1].name);
      symbols[i - 1].was_run = 1;
    }
    int signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
    if (ptrace(PTRACE_SINGLESTEP, pid, NULL, (void *)(long)signal) < 0) return 1;
    if (waitpid(pid, &status, 0) != pid) return 1;
    if (!WIFSTOPPED(status) || status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8)) return 0;
  }
}
