/* exec(3) of a name, or its file, exactly as execvp(3) of glibc does it: musl's starts no program without `#!`,
 * and takes other errors for the last word. One search for both builds, so that nobody gets another
 * program by exchanging the binary. */
#define _GNU_SOURCE
#include "CKernel.h"

#include "shared.h"

#include <limits.h>

/* The PATH of somebody who has none, confstr(3) _CS_PATH. */
static const char usual_path[] = "/bin:/usr/bin";
static const char shell[] = "/bin/sh";

/* What the kernel does not know how to start is a script for the shell. Where there are no arguments it is
 * opened instead; the descriptor or -1. */
static int execute(const char *path, char *const argv[]) {
  if (argv == NULL) {
    int fd = uy_open_executable(path);
    if (fd >= 0) return fd;
    errno = -fd;
    return -1;
  }
  execve(path, argv, environ);
  if (errno != ENOEXEC) return -1;
  size_t count = 0;
  while (argv[count] != NULL) count++;
  /* The shell, the script, what follows argv[0], and the null pointer. */
  char **words = malloc((count + 3) * sizeof *words);
  if (words == NULL) return -1;
  size_t rest = count > 0 ? count - 1 : 0;
  words[0] = (char *)shell;
  words[1] = (char *)path;
  for (size_t i = 0; i < rest; i++) words[2 + i] = argv[1 + i];
  words[2 + rest] = NULL;
  execve(shell, words, environ);
  int error = errno;
  free(words);
  errno = error;
  return -1;
}

/* Whether the search goes on after this error: here is no such program, or nobody who says so. */
static bool is_elsewhere(int error) {
  switch (error) {
    case EACCES:
    case ENOENT:
    case ENOTDIR:
    case ESTALE:
    case ENODEV:
    case ETIMEDOUT:
      return true;
    default:
      return false;
  }
}

/* Not in one function with the rest: a name with a slash needs no room for paths. */
__attribute__((noinline)) static int search(
    const char *name, size_t length, const char *folders, char *const argv[]) {
  /* No longer than they are, for each page of the stack that is used first is a page fault. */
  size_t all = strnlen(folders, PATH_MAX);
  char path[all + 1 + length + 1];
  /* Where nothing is tried nothing fails: so glibc says "Success". */
  int error = 0;
  bool is_forbidden = false;
  for (const char *rest = folders;;) {
    size_t folder = strcspn(rest, ":");
    if (folder >= PATH_MAX) {
      /* No path can hold it. With glibc an empty one follows it then, so it does here. */
      if (rest[folder] == '\0') break;
      rest += folder;
      continue;
    }
    memcpy(path, rest, folder);
    size_t at = folder;
    /* An empty one is the working directory. */
    if (folder > 0) path[at++] = '/';
    memcpy(path + at, name, length);
    path[at + length] = '\0';
    int fd = execute(path, argv);
    if (fd >= 0) return fd;
    error = errno;
    if (!is_elsewhere(error)) return -error;
    if (error == EACCES) is_forbidden = true;
    if (rest[folder] == '\0') break;
    rest += folder + 1;
  }
  /* That there is one which may not be started says more than that there is none elsewhere. */
  return is_forbidden ? -EACCES : -error;
}

int uy_execvp(const char *name, char *const argv[]) {
  if (*name == '\0') return -ENOENT;
  if (strchr(name, '/') != NULL) {
    int fd = execute(name, argv);
    return fd >= 0 ? fd : -errno;
  }
  /* One letter too much is enough for the folder to say so, if it is one. */
  size_t length = strnlen(name, NAME_MAX + 1);
  const char *folders = getenv("PATH");
  return search(name, length, folders != NULL ? folders : usual_path, argv);
}

int uy_open_program(const char *name) { return uy_execvp(name, NULL); }
