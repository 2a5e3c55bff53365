/* Which locale the environment asks for, and what is wanted of it, from the files that glibc's
 * localedef makes: for a library that does not read them. The rules are setlocale(3)'s, as glibc
 * follows them. */
#define _GNU_SOURCE
#include "CKernel.h"

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define FOLDER "/usr/lib/locale"
#define LONGEST 256

/* The categories by their numbers in the files, and which of their items says what their texts are
 * written in. 6 is all of them. */
static const struct {
  const char *name;
  unsigned codeset;
} categories[] = {
    {"LC_CTYPE", 14},     {"LC_NUMERIC", 5},     {"LC_TIME", 110},          {"LC_COLLATE", 18},
    {"LC_MONETARY", 45},  {"LC_MESSAGES", 4},    {NULL, 0},                 {"LC_PAPER", 2},
    {"LC_NAME", 6},       {"LC_ADDRESS", 12},    {"LC_TELEPHONE", 4},       {"LC_MEASUREMENT", 1},
    {"LC_IDENTIFICATION", 15},
};
enum { CTYPE = 0, NUMERIC = 1, MESSAGES = 5, ALL = 6, COUNT = 13 };
/* What is read of them: the numbers of nl_langinfo(3). */
enum { RADIX_ITEM = 0, YES_ITEM = 0 };

/* Bytes of a file; none where start is NULL. */
struct piece {
  const char *start;
  size_t size;
};

static struct piece whole_file(const char *path) {
  struct piece file = {NULL, 0};
  struct stat facts;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return file;
  if (fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
    /* Until the process ends: what is found is used as long. */
    void *start = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (start != MAP_FAILED) file = (struct piece){start, (size_t)facts.st_size};
  }
  close(fd);
  return file;
}

static uint32_t number(struct piece file, size_t offset) {
  uint32_t value = 0;
  if (offset <= file.size && file.size - offset >= sizeof value)
    memcpy(&value, file.start + offset, sizeof value);
  return value;
}

/* A C string in a file, or NULL. */
static const char *string(struct piece file, size_t offset) {
  if (file.start == NULL || offset == 0 || offset >= file.size) return NULL;
  return memchr(file.start + offset, '\0', file.size - offset) ? file.start + offset : NULL;
}

/* A text of a category: a file holds a magic number, how many items there are, and where each is. */
static const char *item(struct piece category, unsigned index) {
  return index < number(category, 4) ? string(category, number(category, 8 + 4 * (size_t)index)) : NULL;
}

/* The parts of a name: language[_territory][.codeset][@modifier]. Each but the first begins with its
 * sign, and is empty where it is absent. */
struct name {
  char language[LONGEST], territory[LONGEST], codeset[LONGEST], modifier[LONGEST];
  /* The code set as it stands in the names of files: letters and digits, in lower case. */
  char normal[LONGEST];
};

/* Small letters and digits; a number alone is one of ISO's. Nothing where that is too long. */
static void normalize(const char *codeset, char *normal) {
  size_t letters = 0, count = 0;
  for (const char *next = codeset; *next != '\0'; next++) letters += isalpha((unsigned char)*next) != 0;
  if (strlen(codeset) < LONGEST - 8) {
    if (letters == 0) count = strlen(strcpy(normal, "iso"));
    for (; *codeset != '\0'; codeset++)
      if (isalnum((unsigned char)*codeset)) normal[count++] = (char)tolower((unsigned char)*codeset);
  }
  normal[count] = '\0';
}

static bool split(const char *text, struct name *name) {
  if (strlen(text) >= LONGEST - 8 || strchr(text, '/') != NULL) return false;
  size_t language = strcspn(text, "_.@");
  size_t territory = text[language] == '_' ? strcspn(text + language, ".@") : 0;
  const char *rest = text + language + territory;
  size_t codeset = *rest == '.' ? strcspn(rest, "@") : 0;
  snprintf(name->language, LONGEST, "%.*s", (int)language, text);
  snprintf(name->territory, LONGEST, "%.*s", (int)territory, text + language);
  snprintf(name->codeset, LONGEST, "%.*s", (int)codeset, rest);
  snprintf(name->modifier, LONGEST, "%s", rest + codeset);
  name->normal[0] = codeset > 0 ? '.' : '\0';
  if (codeset > 0) normalize(name->codeset, name->normal + 1);
  return true;
}

/* The archive is searched for the exact name alone. Its head says where its parts are: a table of
 * names, of three numbers each, and for each locale where its categories are. */
static struct piece in_archive(const struct name *name, unsigned category) {
  static struct piece archive;
  static bool is_read;
  struct piece none = {NULL, 0};
  char wanted[4 * LONGEST];
  if (!is_read) archive = whole_file(FOLDER "/locale-archive");
  is_read = true;
  if (number(archive, 0) != 0xde020109) return none;
  snprintf(wanted, sizeof wanted, "%s%s%s%s", name->language, name->territory, name->normal,
           name->modifier);
  size_t names = number(archive, 8), count = number(archive, 16);
  for (size_t index = 0; index < count && index < archive.size; index++) {
    const char *found = string(archive, number(archive, names + 12 * index + 4));
    if (found == NULL || strcmp(found, wanted) != 0) continue;
    size_t record = number(archive, names + 12 * index + 8) + 4 + 8 * (size_t)category;
    size_t offset = number(archive, record), size = number(archive, record + 4);
    if (offset >= archive.size || size > archive.size - offset) return none;
    return (struct piece){archive.start + offset, size};
  }
  return none;
}

static struct piece in_folder(const char *folder, int length, const char *name, unsigned category) {
  char path[PATH_MAX];
  int count = snprintf(path, sizeof path, "%.*s/%s/%s%s", length, folder, name,
                       categories[category].name, category == MESSAGES ? "/SYS_LC_MESSAGES" : "");
  return count < (int)sizeof path ? whole_file(path) : (struct piece){NULL, 0};
}

/* In the folders of LOCPATH and in glibc's own: the full name first, then less of it. */
static struct piece in_folders(const char *folders, const struct name *name, unsigned category) {
  const char *const modifiers[] = {name->modifier, ""};
  const char *const territories[] = {name->territory, ""};
  const char *const codesets[] = {name->codeset, name->normal, ""};
  for (int choice = 0; choice < 12; choice++) {
    const char *modifier = modifiers[choice / 6], *territory = territories[choice / 3 % 2];
    char shortened[4 * LONGEST];
    snprintf(shortened, sizeof shortened, "%s%s%s%s", name->language, territory, codesets[choice % 3],
             modifier);
    for (const char *folder = folders; *folder != '\0'; folder += strspn(folder, ":")) {
      size_t length = strcspn(folder, ":");
      struct piece found = length == 0 ? (struct piece){NULL, 0}
                                       : in_folder(folder, (int)length, shortened, category);
      if (found.start != NULL) return found;
      folder += length;
    }
    struct piece found = in_folder(FOLDER, (int)strlen(FOLDER), shortened, category);
    if (found.start != NULL) return found;
  }
  return (struct piece){NULL, 0};
}

/* A category of a locale by its name: whether there is one, and its bytes, which C and C.UTF-8 do
 * without. */
static bool find(const char *text, unsigned category, struct piece *found, bool *is_utf8) {
  struct name name;
  char codeset[LONGEST] = "";
  *found = (struct piece){NULL, 0};
  *is_utf8 = false;
  if (strcmp(text, "C") == 0 || strcmp(text, "POSIX") == 0) return true;
  if (!split(text, &name)) return false;
  if (strcmp(name.language, "C") == 0 && strcmp(name.normal, ".utf8") == 0) return *is_utf8 = true;
  const char *folders = getauxval(AT_SECURE) != 0 ? NULL : getenv("LOCPATH");
  if (folders == NULL || *folders == '\0') {
    folders = "";
    *found = in_archive(&name, category);
  }
  if (found->start == NULL) *found = in_folders(folders, &name, category);
  if (found->start == NULL) return false;
  const char *own = item(*found, categories[category].codeset);
  normalize(own == NULL ? "" : own, codeset);
  *is_utf8 = category == CTYPE && own != NULL && strcmp(own, "UTF-8") == 0;
  /* A locale that was found by less of its name must still have the code set that was named. */
  return name.normal[0] == '\0' || strcmp(name.normal + 1, codeset) == 0;
}

/* The name of the locale that the environment asks for in a category. */
static const char *asked(unsigned category) {
  const char *const variables[] = {"LC_ALL", categories[category].name, "LANG"};
  for (int index = 0; index < 3; index++) {
    const char *value = getenv(variables[index]);
    if (value != NULL && *value != '\0') return value;
  }
  return "C";
}

static void copy(char *to, size_t size, const char *text) {
  if (text != NULL && strlen(text) < size) strcpy(to, text);
}

void uy_read_locale(struct uy_locale *locale) {
  struct piece found;
  bool is_utf8, is_whole = true;
  char radix[sizeof locale->radix] = ".";
  *locale = (struct uy_locale){false, ".", "^[yY]"};
  /* The answers are those of the messages' language alone. */
  if (find(asked(MESSAGES), MESSAGES, &found, &is_utf8))
    copy(locale->yes, sizeof locale->yes, item(found, YES_ITEM));

  const char *known = NULL;
  for (unsigned category = COUNT; category-- > 0 && is_whole;) {
    if (category == ALL) continue;
    const char *name = asked(category);
    /* A locale has all its categories; two of them are looked into. */
    if (category > NUMERIC && known != NULL && strcmp(name, known) == 0) continue;
    is_whole = find(name, category, &found, &is_utf8);
    known = name;
    if (category == NUMERIC) copy(radix, sizeof radix, item(found, RADIX_ITEM));
  }
  /* One that is not there makes it C in all of them. */
  if (!is_whole) return;
  locale->is_utf8 = is_utf8;
  copy(locale->radix, sizeof locale->radix, radix);
}
