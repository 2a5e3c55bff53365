/* What happens when there is no memory left. */
#define _GNU_SOURCE
#include "CKernel.h"

#include <sys/uio.h>

/* Every allocation of Embedded Swift goes through this function, which libc leaves to be replaced.
 * Its own answer, an error, is not looked at there: the next write to the object is a fault, or
 * worse, something that was not copied is left out of a command line. So it never returns one:
 * the process says what is wrong and ends before it does anything half. */
int posix_memalign(void **result, size_t alignment, size_t size) {
  if (size == 0) size = 1;
  void *memory = alignment <= _Alignof(max_align_t)
                     ? malloc(size)
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
