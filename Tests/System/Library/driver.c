/* What the C floor says of locales, characters and numbers, with whatever C library this is compiled:
 * driver locale|characters|numbers. */
#include "CKernel.h"

#include <stdio.h>

static void say_locale(void) {
  char number[64], yes[256];
  uy_format_float(1.5, number, sizeof number);
  uy_yes_expression(yes, sizeof yes);
  printf("UTF-8 %d, number %s, yes %s\n", uy_locale_is_utf8(), number, yes);
}

static void show(const char *bytes, size_t count) {
  int cells = -1;
  size_t length = uy_first_character(bytes, count, &cells);
  /* Of what cannot be printed each byte is shown by its number, be it a character or none. */
  if (length == 0 || cells < 0) return;
  for (size_t index = 0; index < length; index++) printf("%02x", (unsigned char)bytes[index]);
  printf(" %d\n", cells);
}

/* Every two bytes, and every character of three and four. */
static void say_characters(void) {
  for (uint32_t code = 0; code < 0x10000; code++)
    show((const char[]){(char)(code >> 8), (char)code}, 2);
  for (uint32_t code = 0x800; code < 0x120000; code++) {
    const char last = (char)(0x80 | (code & 0x3f)), third = (char)(0x80 | (code >> 6 & 0x3f));
    if (code < 0x10000)
      show((const char[]){(char)(0xe0 | code >> 12), third, last}, 3);
    else
      show((const char[]){(char)(0xf0 | code >> 18), (char)(0x80 | (code >> 12 & 0x3f)), third, last},
           4);
  }
  for (int byte = 0; byte < 256; byte++) printf("%d", uy_is_printable((unsigned char)byte));
}

/* A number in each line, as filters read and write it. */
static void say_numbers(void) {
  char line[512], text[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    double value;
    uint64_t bits;
    line[strcspn(line, "\n")] = '\0';
    if (!uy_parse_float(line, &value)) {
      printf("%s: none\n", line);
      continue;
    }
    memcpy(&bits, &value, sizeof bits);
    uy_format_float(value, text, sizeof text);
    printf("%s: %s %016llx\n", line, text, (unsigned long long)bits);
  }
}

int main(int count, char **words) {
  uy_set_locale();
  if (count != 2) return 2;
  if (strcmp(words[1], "locale") == 0) say_locale();
  if (strcmp(words[1], "characters") == 0) say_characters();
  if (strcmp(words[1], "numbers") == 0) say_numbers();
  return fflush(stdout) == 0 ? 0 : 1;
}
