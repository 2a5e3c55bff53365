#define _GNU_SOURCE
#include "CTools.h"

#include <fcntl.h>
#include <unistd.h>

int tools_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

pid_t tools_fork(void) { return fork(); }
