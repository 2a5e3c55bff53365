/* What Swift does not import. */
#pragma once
#include <sys/types.h>

/* pipe2(2) with O_CLOEXEC: no child that another thread starts meanwhile has it open. */
int tools_pipe(int ends[2]);
/* fork(2). */
pid_t tools_fork(void);
