/* What the C library of this machine, glibc, knows of characters in the current locale: for the tool that
 * writes the table of them, and for the tests that compare. */
#pragma once

#include <stddef.h>
#include <stdint.h>

const char *glibc_version(void);
/* The same bits as uy_character_traits. */
unsigned glibc_traits(uint32_t character);
/* mbrtowc(3): the bytes of the first character, 0 where there is none. */
size_t glibc_character(const char *bytes, size_t count, uint32_t *character);
/* Makes a locale that of this thread: the one before, for the second of these; NULL where it is not
 * installed. */
void *glibc_enter_locale(const char *name);
void glibc_leave_locale(void *before);
