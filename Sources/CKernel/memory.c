/* Memory: where the first of it comes from, and what happens when there is none left. */
#define _GNU_SOURCE
#include "CKernel.h"

#include <sys/uio.h>

#ifdef UY_FIRST_ALLOCATIONS
/* A launch allocates a few KiB and is over; malloc(3) of musl asks the kernel for a page group for
 * each size that is used for the first time, half of all that a launch costs. So the first bytes come
 * from here, one after the other, and are never given out again; all further ones are malloc's.
 * The Makefile says how many, and has the linker put __wrap_free in the place of free (--wrap). */
static struct {
  size_t used;
  _Alignas(max_align_t) char memory[UY_FIRST_ALLOCATIONS];
} first;

static void *take(size_t size) {
  if (size > sizeof first.memory) return NULL;
  size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
  /* Threads may ask too. One that comes too late leaves it beyond the end, which is no harm. */
  if (__atomic_load_n(&first.used, __ATOMIC_RELAXED) + size > sizeof first.memory) return NULL;
  size_t at = __atomic_fetch_add(&first.used, size, __ATOMIC_RELAXED);
  return at + size <= sizeof first.memory ? first.memory + at : NULL;
}

void __real_free(void *memory);
void __wrap_free(void *memory);
void __wrap_free(void *memory) {
  if ((uintptr_t)memory - (uintptr_t)&first >= sizeof first) __real_free(memory);
}
#else
static void *take(size_t size) {
  (void)size;
  return NULL;
}
#endif

void *uy_allocate(size_t size) {
  void *memory = take(size);
  return memory != NULL ? memory : malloc(size);
}

#ifdef UY_EMBEDDED
/* Every allocation of Embedded Swift goes through this function, which libc leaves to be replaced.
 * Its own answer, an error, is not looked at there: the next write to the object is a fault, or
 * worse, something that was not copied is left out of a command line. So it never returns one:
 * the process says what is wrong and ends before it does anything half. Only there, as the Makefile says:
 * a program that uses this floor through a library keeps its own. */
int posix_memalign(void **result, size_t alignment, size_t size) {
  if (size == 0) size = 1;
  void *memory = alignment <= _Alignof(max_align_t)
                     ? uy_allocate(size)
                     : aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory == NULL) {
    char sentence[] = ": cannot allocate memory\n";
    struct iovec parts[] = {
        {program_invocation_short_name, strlen(program_invocation_short_name)},
        {sentence, sizeof sentence - 1},
    };
    /* That nobody hears it changes nothing. */
    if (writev(2, parts, 2) < 0) _exit(1);
    _exit(1);
  }
  *result = memory;
  return 0;
}
#endif
