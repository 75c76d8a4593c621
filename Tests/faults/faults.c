// Makes the kernel refuse what a test wants refused: loaded with LD_PRELOAD in front of the C library.
//
// WINNOW_FAULTS names a file of rules, read anew whenever it changes, of which the first that fits counts:
//
//   CALL PATH WHICH ACTION
//
// CALL    a system call, as its manual page is called; `*` for each of those below
// PATH    a pattern of fnmatch(3) for the path; for a rename OLD>NEW
// WHICH   `3` the third such call, `3+` from the third on, `%10` ten of a hundred
// ACTION  an error as ENOSPC; `kill` before the call, `killed` after it (SIGKILL); for clock_gettime, the
//         seconds by which CLOCK_REALTIME is off
//
// What a rule did is added to WINNOW_FAULTS.log.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { most = 32, longest = 4096 };

static struct rule {
  char call[32], path[256], action[32];
  long which, count;
  int onwards, share;
} rules[most];
static int known;
static struct timespec changed;
static unsigned seed = 1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static const struct { const char *name; int code; } errors[] = {
    {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EROFS", EROFS},   {"EMFILE", EMFILE},
    {"EACCES", EACCES}, {"ENOMEM", ENOMEM}, {"EDQUOT", EDQUOT}, {"ENOENT", ENOENT},
};

static void reload(void) {
  const char *name = getenv("WINNOW_FAULTS");
  struct stat now;
  if (!name || syscall(SYS_stat, name, &now) < 0) {
    known = 0;
    changed.tv_sec = 0;
    return;
  }
  if (now.st_mtim.tv_sec == changed.tv_sec && now.st_mtim.tv_nsec == changed.tv_nsec) return;
  changed = now.st_mtim;
  known = 0;
  char text[8192];
  int fd = syscall(SYS_open, name, O_RDONLY | O_CLOEXEC);
  ssize_t length = syscall(SYS_read, fd, text, sizeof text - 1);
  syscall(SYS_close, fd);
  text[length < 0 ? 0 : length] = 0;
  char *rest, which[32];
  for (char *line = strtok_r(text, "\n", &rest); line && known < most; line = strtok_r(NULL, "\n", &rest)) {
    struct rule *rule = &rules[known];
    if (sscanf(line, "%31s %255s %31s %31s", rule->call, rule->path, which, rule->action) != 4) continue;
    rule->share = which[0] == '%';
    rule->which = atol(which + rule->share);
    rule->onwards = which[strlen(which) - 1] == '+';
    rule->count = 0;
    known++;
  }
}

static void note(const char *call, const char *path, const char *action) {
  char name[longest], line[2 * longest];
  snprintf(name, sizeof name, "%s.log", getenv("WINNOW_FAULTS"));
  int length = snprintf(line, sizeof line, "%s %s %s\n", call, path, action);
  int fd = syscall(SYS_open, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  syscall(SYS_write, fd, line, length);
  syscall(SYS_close, fd);
}

// What is to be done about a call: the action of the first rule that fits, or NULL.
static const char *fault(const char *call, const char *path) {
  const char *action = NULL;
  pthread_mutex_lock(&turn);
  reload();
  for (int i = 0; i < known && !action; i++) {
    struct rule *rule = &rules[i];
    if (strcmp(rule->call, "*") && strcmp(rule->call, call)) continue;
    if (fnmatch(rule->path, path, 0)) continue;
    rule->count++;
    if (rule->share ? rand_r(&seed) % 100 < rule->which
                    : rule->count == rule->which || (rule->onwards && rule->count > rule->which))
      action = rule->action;
  }
  if (action && strcmp(call, "clock_gettime")) note(call, path, action);
  pthread_mutex_unlock(&turn);
  return action;
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static int refused(const char *action) {
  if (!action) return 0;
  if (!strcmp(action, "kill")) die();
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (!strcmp(action, errors[i].name)) {
      errno = errors[i].code;
      return 1;
    }
  return 0;
}

static void after(const char *action) {
  if (action && !strcmp(action, "killed")) die();
}

static const char *of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlink, link, path, longest - 1);
  path[length < 0 ? 0 : length] = 0;
  return path;
}

static const char *below(int fd, const char *name, char *path) {
  if (name[0] == '/' || fd == AT_FDCWD) return name;
  of(fd, path);
  size_t length = strlen(path);
  snprintf(path + length, longest - length, "/%s", name);
  return path;
}

// TYPE NAME(PARAMETERS), which is the CALL of its manual page about PATH, and passes ARGUMENTS on.
#define CALL(type, name, call, parameters, path, arguments)                       \
  type name parameters {                                                          \
    static type(*real) parameters;                                                \
    if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);                \
    char buffer[longest], other[longest];                                         \
    (void)buffer, (void)other;                                                    \
    const char *action = fault(call, path);                                       \
    if (refused(action)) return -1;                                               \
    type answer = real arguments;                                                 \
    int code = errno;                                                             \
    after(action);                                                                \
    errno = code;                                                                 \
    return answer;                                                                \
  }

// The same for a call that takes a mode only if it makes a file.
#define OPEN(name, parameters, path, arguments)                                   \
  int name parameters {                                                           \
    static int(*real) parameters;                                                 \
    if (!real) real = (int(*) parameters)dlsym(RTLD_NEXT, #name);                         \
    char buffer[longest];                                                         \
    (void)buffer;                                                                 \
    va_list list;                                                                 \
    va_start(list, flags);                                                        \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0;     \
    va_end(list);                                                                 \
    const char *action = fault("open", path);                                     \
    if (refused(action)) return -1;                                               \
    int answer = real arguments;                                                  \
    int code = errno;                                                             \
    after(action);                                                                \
    errno = code;                                                                 \
    return answer;                                                                \
  }

static const char *both(const char *from, const char *to) {
  static __thread char joined[2 * longest];
  snprintf(joined, sizeof joined, "%s>%s", from, to);
  return joined;
}

OPEN(open, (const char *name, int flags, ...), name, (name, flags, mode))
OPEN(open64, (const char *name, int flags, ...), name, (name, flags, mode))
OPEN(openat, (int fd, const char *name, int flags, ...), below(fd, name, buffer), (fd, name, flags, mode))
OPEN(openat64, (int fd, const char *name, int flags, ...), below(fd, name, buffer), (fd, name, flags, mode))
CALL(ssize_t, read, "read", (int fd, void *to, size_t n), of(fd, buffer), (fd, to, n))
CALL(ssize_t, pread, "pread", (int fd, void *to, size_t n, off_t at), of(fd, buffer), (fd, to, n, at))
CALL(ssize_t, pread64, "pread", (int fd, void *to, size_t n, off_t at), of(fd, buffer), (fd, to, n, at))
CALL(ssize_t, write, "write", (int fd, const void *from, size_t n), of(fd, buffer), (fd, from, n))
CALL(ssize_t, pwrite, "pwrite", (int fd, const void *from, size_t n, off_t at), of(fd, buffer), (fd, from, n, at))
CALL(ssize_t, pwrite64, "pwrite", (int fd, const void *from, size_t n, off_t at), of(fd, buffer), (fd, from, n, at))
CALL(int, fdatasync, "fdatasync", (int fd), of(fd, buffer), (fd))
CALL(int, fsync, "fsync", (int fd), of(fd, buffer), (fd))
CALL(int, ftruncate, "ftruncate", (int fd, off_t size), of(fd, buffer), (fd, size))
CALL(int, ftruncate64, "ftruncate", (int fd, off_t size), of(fd, buffer), (fd, size))
CALL(int, fallocate, "fallocate", (int fd, int mode, off_t at, off_t n), of(fd, buffer), (fd, mode, at, n))
CALL(int, fallocate64, "fallocate", (int fd, int mode, off_t at, off_t n), of(fd, buffer), (fd, mode, at, n))
CALL(int, mkdir, "mkdir", (const char *name, mode_t mode), name, (name, mode))
CALL(int, mkdirat, "mkdir", (int fd, const char *name, mode_t mode), below(fd, name, buffer), (fd, name, mode))
CALL(int, unlink, "unlink", (const char *name), name, (name))
CALL(int, unlinkat, "unlink", (int fd, const char *name, int flags), below(fd, name, buffer), (fd, name, flags))
CALL(int, renameat, "rename", (int fd, const char *from, int other_fd, const char *to),
     both(below(fd, from, buffer), below(other_fd, to, other)), (fd, from, other_fd, to))
CALL(int, renameat2, "rename", (int fd, const char *from, int other_fd, const char *to, unsigned flags),
     both(below(fd, from, buffer), below(other_fd, to, other)), (fd, from, other_fd, to, flags))
CALL(int, inotify_init, "inotify_init", (void), "inotify", ())
CALL(int, inotify_init1, "inotify_init", (int flags), "inotify", (flags))
CALL(int, inotify_add_watch, "inotify_add_watch", (int fd, const char *name, uint32_t mask),
     name, (fd, name, mask))

int clock_gettime(clockid_t clock, struct timespec *now) {
  int answer = syscall(SYS_clock_gettime, clock, now);
  const char *action = clock == CLOCK_REALTIME ? fault("clock_gettime", "clock") : NULL;
  if (action) now->tv_sec += atol(action);
  return answer;
}
