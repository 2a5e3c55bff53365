/* Threads for a work whose namespaces nobody else is to have, and for waiting. */
#define _GNU_SOURCE
#include "CNamespaces.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

struct work {
  un_work *perform;
  void *argument;
  pid_t *number; /* where its number goes, for whoever waits; or NULL */
};

static void *perform(void *argument) {
  struct work *given = argument;
  struct work work = *given;
  free(given);
  if (work.number != NULL) *work.number = (pid_t)syscall(SYS_gettid);
  work.perform(work.argument);
  return NULL;
}

/* Signals are for the threads that were there before: a handler that runs on this one would see other
 * namespaces than it was written for. */
static int start(
    pthread_t *thread, int state, un_work *function, void *argument, pid_t *number) {
  struct work *work = malloc(sizeof *work);
  if (work == NULL) return -ENOMEM;
  *work = (struct work){.perform = function, .argument = argument, .number = number};
  pthread_attr_t attributes;
  int error = pthread_attr_init(&attributes);
  if (error == 0) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_attr_setdetachstate(&attributes, state);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    error = pthread_create(thread, &attributes, perform, work);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
  }
  if (error != 0) free(work);
  return -error;
}

int un_run_on_thread(un_work *work, void *argument) {
  pthread_t thread;
  pid_t number = 0;
  int error = start(&thread, PTHREAD_CREATE_JOINABLE, work, argument, &number);
  if (error != 0) return error;
  error = -pthread_join(thread, NULL);
  /* The kernel says so a moment before it has taken the thread out of the process, and whoever wants to be a
   * process with one thread would find two. */
  for (int rest = 1000; rest > 0 && number > 0; rest--) {
    if (syscall(SYS_tgkill, getpid(), number, 0) < 0) break;
    sched_yield();
  }
  return error;
}

int un_start_thread(un_work *work, void *argument) {
  pthread_t thread;
  return start(&thread, PTHREAD_CREATE_DETACHED, work, argument, NULL);
}
