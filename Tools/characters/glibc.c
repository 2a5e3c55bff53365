#define _GNU_SOURCE
#include "GlibcCharacters.h"

#include <gnu/libc-version.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "CKernel.h"

const char *glibc_version(void) { return gnu_get_libc_version(); }

unsigned glibc_traits(uint32_t c) {
  unsigned bits = 0;
  if (iswprint(c) && wcwidth((wchar_t)c) >= 0) bits |= (unsigned)wcwidth((wchar_t)c) + 1;
  if (iswalpha(c)) bits |= UY_ALPHA;
  if (iswupper(c)) bits |= UY_UPPER;
  if (iswlower(c)) bits |= UY_LOWER;
  if (iswdigit(c)) bits |= UY_DIGIT;
  if (iswxdigit(c)) bits |= UY_XDIGIT;
  if (iswpunct(c)) bits |= UY_PUNCT;
  if (iswgraph(c)) bits |= UY_GRAPH;
  if (iswspace(c)) bits |= UY_SPACE;
  if (iswblank(c)) bits |= UY_BLANK;
  if (iswcntrl(c)) bits |= UY_CNTRL;
  return bits;
}

size_t glibc_character(const char *bytes, size_t count, uint32_t *character) {
  mbstate_t state;
  wchar_t found = 0;
  memset(&state, 0, sizeof state);
  size_t length = mbrtowc(&found, bytes, count, &state);
  *character = (uint32_t)found;
  return length == (size_t)-1 || length == (size_t)-2 ? 0 : length == 0 ? 1 : length;
}

void *glibc_enter_locale(const char *name) {
  locale_t locale = newlocale(LC_ALL_MASK, name, NULL);
  return locale == NULL ? NULL : uselocale(locale);
}

void glibc_leave_locale(void *before) { freelocale(uselocale(before)); }
