/* Users and groups: the files first, then getent(1). See CKernel.h for why not getpwnam(3). */
#include "CKernel.h"

#include <grp.h>
#include <pwd.h>
#include <spawn.h>
#include <stdio.h>

/* What one lookup asks for: a name, or an id where name is NULL. */
struct question {
  const char *name;
  unsigned id;
};

/* An answer of getent(1) is what was asked for, whatever name it carries: some services know
 * accounts under several spellings. */
static const struct question *const anything = NULL;

static bool matches(const struct question *wanted, const char *name, unsigned id) {
  return wanted->name ? strcmp(name, wanted->name) == 0 : id == wanted->id;
}

static int search_users(FILE *entries, const struct question *wanted, struct ck_account *found) {
  struct passwd *entry;
  while ((entry = fgetpwent(entries)) != NULL) {
    if (wanted == anything || matches(wanted, entry->pw_name, entry->pw_uid)) {
      *found = (struct ck_account){entry->pw_name, entry->pw_shell, entry->pw_uid, entry->pw_gid};
      return 1;
    }
  }
  return 0;
}

static int search_groups(FILE *entries, const struct question *wanted, struct ck_account *found) {
  struct group *entry;
  while ((entry = fgetgrent(entries)) != NULL) {
    if (wanted == anything || matches(wanted, entry->gr_name, entry->gr_gid)) {
      *found = (struct ck_account){entry->gr_name, NULL, entry->gr_gid, entry->gr_gid};
      return 1;
    }
  }
  return 0;
}

enum services { NO_LINE, FILES_ONLY, MORE_SERVICES };

/* Which services nsswitch.conf(5) names for a database ("passwd:", "group:", "initgroups:").
 * Without the file, or without the line, libc asks the files alone. */
static enum services services_of(const char *database) {
  FILE *configuration = fopen("/etc/nsswitch.conf", "re");
  if (configuration == NULL) return NO_LINE;
  char line[1024];
  enum services services = NO_LINE;
  while (fgets(line, sizeof line, configuration) != NULL) {
    char *rest = NULL;
    char *comment = strchr(line, '#');
    if (comment != NULL) *comment = '\0';
    char *word = strtok_r(line, " \t\n", &rest);
    if (word == NULL || strcmp(word, database) != 0) continue;
    if (services == NO_LINE) services = FILES_ONLY;
    while ((word = strtok_r(NULL, " \t\n", &rest)) != NULL)
      if (word[0] != '[' && strcmp(word, "files") != 0) services = MORE_SERVICES;
  }
  fclose(configuration);
  return services;
}

/* Runs getent(1) for one key and gives its standard output; NULL when it could not be started.
 * By absolute path and with an empty environment: the caller's PATH has no say in who answers
 * for an identity. */
static FILE *run_getent(const char *database, struct question wanted, pid_t *pid) {
  char number[16];
  snprintf(number, sizeof number, "%u", wanted.id);
  const char *key = wanted.name ? wanted.name : number;
  char *const argv[] = {"getent", "--", (char *)database, (char *)key, NULL};
  char *const nothing[] = {NULL};

  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return NULL;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  /* The pipe first: where the caller's standard descriptors are closed it sits on one. */
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  int failed = posix_spawn(pid, "/usr/bin/getent", &actions, NULL, argv, nothing);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  FILE *answer = failed ? NULL : fdopen(ends[0], "r");
  if (answer == NULL) close(ends[0]);
  return answer;
}

/* A copy of a stream in memory. fgetpwent(3) goes back and forth in what it reads, which a pipe
 * refuses and which costs system calls for every line of a file. NULL when there is nothing. */
static FILE *in_memory(FILE *stream, char **bytes) {
  size_t length = 0;
  *bytes = NULL;
  if (getdelim(bytes, &length, '\0', stream) <= 0) return NULL;
  return fmemopen(*bytes, strlen(*bytes), "r");
}

typedef int search(FILE *, const struct question *, struct ck_account *);

static int search_stream(FILE *stream, search *search_entries, const struct question *wanted,
                         struct ck_account *found) {
  char *bytes;
  FILE *entries = in_memory(stream, &bytes);
  int result = 0;
  if (entries != NULL) {
    /* The strings found are in a buffer of libc, not in this copy. */
    result = search_entries(entries, wanted, found);
    fclose(entries);
  }
  free(bytes);
  return result;
}

static int look_up(const char *path, const char *database, search *search_entries,
                   struct question wanted, bool may_fork, struct ck_account *found) {
  FILE *file = fopen(path, "re");
  if (file == NULL && errno != ENOENT) return -errno;
  int result = 0;
  if (file != NULL) {
    result = search_stream(file, search_entries, &wanted, found);
    fclose(file);
  }
  if (result != 0 || !may_fork) return result;

  char service[8];
  snprintf(service, sizeof service, "%s:", database);
  if (services_of(service) != MORE_SERVICES) return 0;
  pid_t pid = 0;
  FILE *answer = run_getent(database, wanted, &pid);
  if (answer == NULL) return 0;
  result = search_stream(answer, search_entries, anything, found);
  fclose(answer);
  int status;
  ck_wait(pid, &status);
  return result;
}

int ck_user_by_name(const char *name, struct ck_account *found) {
  return look_up("/etc/passwd", "passwd", search_users, (struct question){name, 0}, true, found);
}

int ck_user_by_id(unsigned id, bool may_fork, struct ck_account *found) {
  struct question wanted = {NULL, id};
  return look_up("/etc/passwd", "passwd", search_users, wanted, may_fork, found);
}

int ck_group_by_name(const char *name, struct ck_account *found) {
  return look_up("/etc/group", "group", search_groups, (struct question){name, 0}, true, found);
}

int ck_group_by_id(unsigned id, struct ck_account *found) {
  return look_up("/etc/group", "group", search_groups, (struct question){NULL, id}, true, found);
}

/* Adds an id to a growing list, once. */
static int add_group(struct ck_groups *groups, gid_t group) {
  for (size_t index = 0; index < groups->count; index++)
    if (groups->ids[index] == group) return 0;
  gid_t *ids = reallocarray(groups->ids, groups->count + 1, sizeof *ids);
  if (ids == NULL) return -ENOMEM;
  ids[groups->count++] = group;
  groups->ids = ids;
  return 0;
}

static int add_groups_of_file(const char *name, struct ck_groups *groups) {
  FILE *file = fopen("/etc/group", "re");
  if (file == NULL) return errno == ENOENT ? 0 : -errno;
  char *bytes;
  FILE *entries = in_memory(file, &bytes);
  fclose(file);
  int result = 0;
  struct group *entry;
  while (entries != NULL && result == 0 && (entry = fgetgrent(entries)) != NULL)
    for (char **member = entry->gr_mem; *member != NULL && result == 0; member++)
      if (strcmp(*member, name) == 0) result = add_group(groups, entry->gr_gid);
  if (entries != NULL) fclose(entries);
  free(bytes);
  return result;
}

/* What getent(1) answers: the name, then the ids, apart by blanks. */
static int add_groups_of_services(const char *name, struct ck_groups *groups) {
  enum services services = services_of("initgroups:");
  if (services == NO_LINE) services = services_of("group:");
  if (services != MORE_SERVICES) return 0;
  pid_t pid = 0;
  FILE *answer = run_getent("initgroups", (struct question){name, 0}, &pid);
  /* Groups that are not asked for would be missing without a word. */
  if (answer == NULL) return -ENOENT;
  char *line = NULL;
  size_t room = 0;
  int result = -ENOENT;
  if (getline(&line, &room, answer) > 0) {
    result = 0;
    char *rest = NULL;
    char *word = strtok_r(line, " \t\n", &rest);
    while (result == 0 && word != NULL && (word = strtok_r(NULL, " \t\n", &rest)) != NULL)
      result = add_group(groups, (gid_t)strtoul(word, NULL, 10));
  }
  free(line);
  fclose(answer);
  /* Where SIGCHLD is ignored there is no status, and the answer alone must do. */
  int status = 0;
  if (ck_wait(pid, &status) == 0 && status != 0) result = -ENOENT;
  return result;
}

int ck_groups_of_user(const char *name, unsigned primary, struct ck_groups *groups) {
  *groups = (struct ck_groups){NULL, 0};
  int result = add_group(groups, primary);
  if (result == 0) result = add_groups_of_file(name, groups);
  if (result == 0) result = add_groups_of_services(name, groups);
  return result;
}

void ck_free_groups(struct ck_groups *groups) { free(groups->ids); }
