/* Threads that share one work: a listing looks at thousands of processes, and no look depends on
 * another. Nothing else in unyoke has threads. */
#define _GNU_SOURCE
#include "CKernel.h"
#include "shared.h"

#include <limits.h>
#include <pthread.h>

/* Beside the one that started them; what a thread needs of stack is below a tenth of this. */
enum { most_helpers = 15, stack_size = 256 << 10 };
/* In `state`: no more helpers may join the round. Below it is the number of those that did. */
#define CLOSED 0x80000000u

struct uy_crew {
  size_t helpers;
  struct helper {
    pthread_t thread;
    struct uy_crew *crew;
    size_t number;
  } list[most_helpers];
  uint32_t round; /* changes when there is something to do */
  uint32_t state;
  bool is_over;
  size_t next, pieces;
  uy_piece *perform;
  void *work;
};

/* futex(2) directly: glibc ends the process where a filter refuses it. Here it is asked again. */
static void wait_while(uint32_t *word, uint32_t value) {
  while (__atomic_load_n(word, __ATOMIC_ACQUIRE) == value) {
    enum { wait = 128 /* FUTEX_WAIT_PRIVATE */ };
    if (syscall(SYS_futex, word, wait, value, NULL, NULL, 0) < 0 && errno != EAGAIN) sched_yield();
  }
}

static void wake_all(uint32_t *word) {
  enum { wake = 129 /* FUTEX_WAKE_PRIVATE */ };
  syscall(SYS_futex, word, wake, INT_MAX, NULL, NULL, 0);
}

static void do_pieces(struct uy_crew *crew, size_t worker) {
  for (;;) {
    size_t piece = __atomic_fetch_add(&crew->next, 1, __ATOMIC_RELAXED);
    if (piece >= crew->pieces) return;
    crew->perform(crew->work, worker, piece);
  }
}

static void *help(void *argument) {
  struct helper *helper = argument;
  struct uy_crew *crew = helper->crew;
  uint32_t seen = 0;
  for (;;) {
    wait_while(&crew->round, seen);
    seen = __atomic_load_n(&crew->round, __ATOMIC_ACQUIRE);
    if (__atomic_load_n(&crew->is_over, __ATOMIC_ACQUIRE)) return NULL;
    uint32_t state = __atomic_load_n(&crew->state, __ATOMIC_ACQUIRE);
    /* Whoever comes too late, because other programs had the processor, is not waited for. */
    while (!(state & CLOSED)) {
      if (!__atomic_compare_exchange_n(
              &crew->state, &state, state + 1, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        continue;
      }
      do_pieces(crew, helper->number);
      if (__atomic_sub_fetch(&crew->state, 1, __ATOMIC_ACQ_REL) == CLOSED) wake_all(&crew->state);
      break;
    }
  }
}

size_t uy_processors(void) {
  /* Of machines with more than 8192 processors the kernel tells nothing: then it is one. */
  unsigned long mask[1024 / sizeof(unsigned long)] = {0};
  long size = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  size_t count = 0;
  for (size_t index = 0; size > 0 && index < sizeof mask / sizeof *mask; index++)
    count += (size_t)__builtin_popcountl(mask[index]);
  return count > 0 ? count : 1;
}

struct uy_crew *uy_crew_start(size_t workers) {
  struct uy_crew *crew = calloc(1, sizeof *crew);
  if (crew == NULL) return NULL;
  crew->state = CLOSED;
  pthread_attr_t attributes;
  kernel_signals old;
  /* Signals are for the thread that was there before: these have no part in how the process ends. */
  kernel_signals all = without_taken(~(kernel_signals)0);
  if (pthread_attr_init(&attributes) != 0) return crew;
  if (pthread_attr_setstacksize(&attributes, stack_size) == 0 &&
      change_mask(SIG_BLOCK, all, &old) == 0) {
    while (crew->helpers < most_helpers && crew->helpers + 1 < workers) {
      struct helper *helper = &crew->list[crew->helpers];
      *helper = (struct helper){.crew = crew, .number = crew->helpers + 1};
      /* Where there may be no more threads (RLIMIT_NPROC, a filter) there are fewer. */
      if (pthread_create(&helper->thread, &attributes, help, helper) != 0) break;
      crew->helpers++;
    }
    change_mask(SIG_SETMASK, old, NULL);
  }
  pthread_attr_destroy(&attributes);
  return crew;
}

size_t uy_crew_size(const struct uy_crew *crew) { return crew->helpers + 1; }

void uy_crew_share(struct uy_crew *crew, size_t pieces, uy_piece *perform, void *work) {
  crew->pieces = pieces;
  crew->perform = perform;
  crew->work = work;
  __atomic_store_n(&crew->next, 0, __ATOMIC_RELAXED);
  __atomic_store_n(&crew->state, 0, __ATOMIC_RELEASE);
  __atomic_add_fetch(&crew->round, 1, __ATOMIC_RELEASE);
  if (crew->helpers > 0) wake_all(&crew->round);
  do_pieces(crew, 0);
  uint32_t state = __atomic_or_fetch(&crew->state, CLOSED, __ATOMIC_ACQ_REL);
  while (state != CLOSED) {
    wait_while(&crew->state, state);
    state = __atomic_load_n(&crew->state, __ATOMIC_ACQUIRE);
  }
}

void uy_crew_end(struct uy_crew *crew) {
  __atomic_store_n(&crew->is_over, true, __ATOMIC_RELEASE);
  __atomic_add_fetch(&crew->round, 1, __ATOMIC_RELEASE);
  wake_all(&crew->round);
  for (size_t index = 0; index < crew->helpers; index++) pthread_join(crew->list[index].thread, NULL);
  free(crew);
}
