/* Characters as glibc knows them in its UTF-8 locales, for a library that knows others: widths and
 * classes decide what a listing looks like and what a pattern finds. */
#include "CKernel.h"
#include "character_table.h"

unsigned uy_character_traits(uint32_t character) {
  size_t low = 0, high = uy_character_run_count;
  if (character > 0x10ffff) return 0;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (uy_character_runs[middle] >> 5 <= character)
      low = middle;
    else
      high = middle;
  }
  return uy_character_kinds[uy_character_runs[low] & 31];
}

const char *uy_character_version(void) { return uy_character_source; }

size_t uy_utf8_character(const char *bytes, size_t count, uint32_t *character) {
  const unsigned char *text = (const unsigned char *)bytes;
  if (count == 0) return 0;
  if (text[0] < 0x80) {
    *character = text[0];
    return 1;
  }
  /* The lead bytes of two, three and four; what is shorter than it could be, a surrogate or above
   * U+10FFFF is no character. */
  size_t length = text[0] < 0xc2 ? 0 : text[0] < 0xe0 ? 2 : text[0] < 0xf0 ? 3 : text[0] < 0xf5 ? 4 : 0;
  if (length == 0 || count < length) return 0;
  uint32_t value = text[0] & (0x7fu >> length);
  for (size_t index = 1; index < length; index++) {
    if ((text[index] & 0xc0) != 0x80) return 0;
    value = value << 6 | (text[index] & 0x3fu);
  }
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[length] || value > 0x10ffff || (value & ~0x7ffu) == 0xd800) return 0;
  *character = value;
  return length;
}
