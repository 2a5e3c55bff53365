/* Developer's tool, not shipped: writes into Tests/Unit/Host/Patterns/corpus.txt what this machine's
 * glibc says of each pattern (`make patterns`). What stands behind `~` is kept. */
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  static char *texts[256];
  size_t count = 0, size = 0;
  char *line = NULL;
  ssize_t length;
  if (setlocale(LC_ALL, "C.UTF-8") == NULL) return 1;
  while ((length = getline(&line, &size, stdin)) > 0) {
    if (line[0] == '=') continue;
    fputs(line, stdout);
    line[length - 1] = '\0';
    if (line[0] == '>' && count < 256) texts[count++] = strdup(line + 1);
    if (line[0] != '/') continue;
    regex_t pattern;
    int failed = regcomp(&pattern, line + 1, REG_EXTENDED | REG_NOSUB);
    putchar('=');
    if (failed != 0) {
      char message[256];
      regerror(failed, &pattern, message, sizeof message);
      fputs(message, stdout);
    } else {
      for (size_t index = 0; index < count; index++)
        putchar(regexec(&pattern, texts[index], 0, NULL, 0) == 0 ? 'y' : 'n');
      regfree(&pattern);
    }
    putchar('\n');
  }
  return 0;
}
