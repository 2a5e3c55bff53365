/* Developer's tool, not shipped: writes Sources/CKernel/character_table.c out of what the C library of
 * this machine says of each character in C.UTF-8 (`make characters`). All its locales that are UTF-8
 * say the same. */
#include "GlibcCharacters.h"

#include <locale.h>
#include <stdio.h>

int main(void) {
  static unsigned kinds[32];
  unsigned count = 0, last = 32, column = 0;
  if (setlocale(LC_ALL, "C.UTF-8") == NULL) return 1;
  printf("/* Written by Tools/characters (make characters) from glibc %s: facts of C.UTF-8. */\n"
         "#include \"character_table.h\"\n\n"
         "const char uy_character_source[] = \"%s\";\n\n"
         "/* The first of a run of characters that are alike, and their kind in the lowest five bits. */\n"
         "const uint32_t uy_character_runs[] = {",
         glibc_version(), glibc_version());
  unsigned runs = 0;
  for (uint32_t c = 0; c <= 0x10ffff; c++) {
    unsigned bits = glibc_traits(c), kind = 0;
    while (kind < count && kinds[kind] != bits) kind++;
    if (kind == 32) return 1;
    if (kind == count) kinds[count++] = bits;
    if (kind == last) continue;
    last = kind;
    runs++;
    printf(column++ % 9 == 0 ? "\n    0x%x," : " 0x%x,", c << 5 | kind);
  }
  printf("\n};\nconst size_t uy_character_run_count = %u;\n\n/* What each kind is: CKernel.h. */\n"
         "const uint16_t uy_character_kinds[] = {",
         runs);
  for (unsigned kind = 0; kind < count; kind++)
    printf(kind % 12 == 0 ? "\n    0x%x," : " 0x%x,", kinds[kind]);
  printf("\n};\n");
  return 0;
}
