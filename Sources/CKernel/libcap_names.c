/* Names that libcap asks the C library for, in the static binary.
 *
 * Debian compiles libcap.a with the headers of glibc. These turn some calls into others that only
 * glibc has: checked forms of printf(3), and names for 64-bit files and for C23. musl has the plain
 * functions; all else that libcap takes from a C library is the same in both (scripts/check.sh holds
 * the list). The alternative, to compile libcap's source package here, would need the network for
 * each build and leave the machine's security updates of libcap behind. */
#define _GNU_SOURCE
#include "CKernel.h"

#ifndef __GLIBC__
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

/* Debian 12 and 13. `size` is how much room the compiler knows of, SIZE_MAX where it does not. */
int __sprintf_chk(char *text, int flag, size_t size, const char *format, ...);
int __sprintf_chk(char *text, int flag, size_t size, const char *format, ...) {
  (void)flag;
  va_list values;
  va_start(values, format);
  int count = vsnprintf(text, size > INT_MAX ? INT_MAX : size, format, values);
  va_end(values);
  if (count >= 0 && (size_t)count >= size) abort();
  return count;
}

int __asprintf_chk(char **text, int flag, const char *format, ...);
int __asprintf_chk(char **text, int flag, const char *format, ...) {
  (void)flag;
  va_list values;
  va_start(values, format);
  int count = vasprintf(text, format, values);
  va_end(values);
  return count;
}

/* Debian 13. That C23 also reads `0b1` is of no use for the numbers of capabilities. */
unsigned long __isoc23_strtoul(const char *text, char **end, int base);
unsigned long __isoc23_strtoul(const char *text, char **end, int base) {
  return strtoul(text, end, base);
}

/* musl before 1.2.4, Debian 12, has the name itself. */
#undef fopen64
FILE *fopen64(const char *path, const char *mode) __attribute__((weak));
FILE *fopen64(const char *path, const char *mode) { return fopen(path, mode); }
#endif
