/* The locale, terminals, and what the C library knows of numbers, patterns and answers. */
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

bool uy_is_printable(unsigned char byte) { return isprint(byte) != 0; }

bool uy_is_affirmative(const char *answer) {
  setlocale(LC_MESSAGES, "");
#ifdef __GLIBC__
  bool is_yes = rpmatch(answer) == 1;
#else
  bool is_yes = *answer == 'y' || *answer == 'Y';
#endif
  setlocale(LC_MESSAGES, "C");
  return is_yes;
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
    snprintf(message, count, "%s", strerror(ENOMEM));
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

int uy_terminal_columns(int fd) {
  if (!isatty(fd)) return -1;
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) < 0 ? 0 : size.ws_col;
}
