/* The locale, terminals, and what the C library knows of numbers, patterns and answers. Where that is
 * not glibc, what glibc knows comes from tables and files of its own. */
#define _GNU_SOURCE
#include "CKernel.h"

#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <wchar.h>
#include <wctype.h>

bool uy_is_printable(unsigned char byte) { return isprint(byte) != 0; }

int uy_terminal_columns(int fd) {
  if (!isatty(fd)) return -1;
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) < 0 ? 0 : size.ws_col;
}

#ifdef __GLIBC__

void uy_set_locale(void) {
  setlocale(LC_ALL, "");
  /* strerror(3) and regerror(3) speak English: scripts read what they say. */
  setlocale(LC_MESSAGES, "C");
}

bool uy_locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

size_t uy_first_character(const char *bytes, size_t count, int *cells) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  wchar_t character;
  size_t n = mbrtowc(&character, bytes, count, &state);
  if (n == 0 || n == (size_t)-1 || n == (size_t)-2) return 0;
  *cells = iswprint((wint_t)character) ? wcwidth(character) : -1;
  return n;
}

void uy_yes_expression(char *text, size_t count) {
  setlocale(LC_MESSAGES, "");
  snprintf(text, count, "%s", nl_langinfo(YESEXPR));
  setlocale(LC_MESSAGES, "C");
}

bool uy_parse_float(const char *text, double *value) {
  char *end;
  *value = (double)strtold(text, &end);
  return end != text && *end == '\0';
}

void uy_format_float(double value, char *text, size_t count) {
  snprintf(text, count, "%g", value);
}

void *uy_compile_pattern(const char *pattern, char *message, size_t count) {
  regex_t *compiled = malloc(sizeof *compiled);
  if (compiled == NULL) {
    snprintf(message, count, "%s", uy_error_text(ENOMEM));
    return NULL;
  }
  int failed = regcomp(compiled, pattern, REG_EXTENDED | REG_NOSUB);
  if (failed == 0) return compiled;
  regerror(failed, compiled, message, count);
  free(compiled);
  return NULL;
}

bool uy_matches(const void *pattern, const char *text) {
  return regexec(pattern, text, 0, NULL, 0) == 0;
}

void uy_free_pattern(void *pattern) {
  regfree(pattern);
  free(pattern);
}

#else

static struct uy_locale locale = {false, ".", "^[yY]"};

void uy_set_locale(void) { uy_read_locale(&locale); }

bool uy_locale_is_utf8(void) { return locale.is_utf8; }

size_t uy_first_character(const char *bytes, size_t count, int *cells) {
  uint32_t character;
  /* In the locale C what is not ASCII is no character. */
  if (count == 0 || *bytes == '\0' || (!locale.is_utf8 && (unsigned char)*bytes >= 0x80)) return 0;
  size_t n = uy_utf8_character(bytes, count, &character);
  if (n > 0) *cells = (int)(uy_character_traits(character) & UY_CELLS) - 1;
  return n;
}

void uy_yes_expression(char *text, size_t count) { snprintf(text, count, "%s", locale.yes); }

/* Copies a text with one mark between whole and part in the place of another. */
static bool replace_radix(const char *text, const char *from, const char *to, char *copy, size_t size) {
  const char *mark = strstr(text, from);
  int whole = mark == NULL ? (int)strlen(text) : (int)(mark - text);
  int count = snprintf(copy, size, "%.*s%s%s", whole, text, mark == NULL ? "" : to,
                       mark == NULL ? "" : mark + strlen(from));
  return count >= 0 && (size_t)count < size;
}

bool uy_parse_float(const char *text, double *value) {
  char *end, *own = NULL;
  /* Here the library knows the point alone, and it is the mark of the locale that counts. */
  if (strcmp(locale.radix, ".") != 0) {
    size_t size = strlen(text) + 2;
    if (strchr(text, '.') != NULL) return false;
    if ((own = malloc(size)) == NULL) return false;
    replace_radix(text, locale.radix, ".", own, size);
    text = own;
  }
  *value = (double)strtold(text, &end);
  bool is_number = end != text && *end == '\0';
  /* glibc's knows a minus before nan as well, and prints it. */
  if (is_number && *value != *value)
    *value = __builtin_copysign(*value, strchr(text, '-') != NULL ? -1 : 1);
  free(own);
  return is_number;
}

void uy_format_float(double value, char *text, size_t count) {
  char plain[64];
  snprintf(plain, sizeof plain, "%g", value);
  replace_radix(plain, ".", locale.radix, text, count);
}

#endif
