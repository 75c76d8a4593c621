/* The least that a daemon like winnow can do: watch a directory with inotify, read each file that is
 * closed or moved in, append its bytes as a JSON string to one file, fdatasync once for a group of
 * records, then rename each file to the directory of those that are done.
 *
 * Usage: floor [-1] INBOX DONE STORE
 *   -1  work until the inbox is empty, then exit
 *
 * Groups are winnow's: 20 ms, 512 records, 1 MiB. Nothing is recovered after a crash. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

enum { GROUP_RECORDS = 512, GROUP_BYTES = 1 << 20, GROUP_MS = 20, LARGEST = 16 << 20 };

static int inbox, done, store;
static char names[GROUP_RECORDS][256];
static int count;
static char *out, *in;
static size_t used;
static long long since;

static void fail(const char *what) {
  perror(what);
  exit(74);
}

static long long now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static void commit(void) {
  size_t written = 0;
  while (written < used) {
    ssize_t more = write(store, out + written, used - written);
    if (more < 0) fail("write");
    written += (size_t)more;
  }
  if (count > 0 && fdatasync(store) < 0) fail("fdatasync");
  for (int i = 0; i < count; i++)
    if (renameat(inbox, names[i], done, names[i]) < 0) fail("rename");
  count = 0;
  used = 0;
}

static void take(const char *name) {
  if (name[0] == '.') return;
  for (int i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0) return;
  int file = openat(inbox, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return; /* taken already: a scan and an event tell of the same file */
  ssize_t size = read(file, in, LARGEST);
  close(file);
  if (size < 0) return;
  if (count == 0) since = now_ms();
  static const char hex[] = "0123456789abcdef";
  memcpy(out + used, "{\"text\":\"", 9);
  used += 9;
  for (ssize_t i = 0; i < size; i++) {
    unsigned char byte = (unsigned char)in[i];
    if (byte == '"' || byte == '\\') {
      out[used++] = '\\';
      out[used++] = (char)byte;
    } else if (byte < 0x20) {
      memcpy(out + used, "\\u00", 4);
      out[used + 4] = hex[byte >> 4];
      out[used + 5] = hex[byte & 15];
      used += 6;
    } else {
      out[used++] = (char)byte;
    }
  }
  memcpy(out + used, "\"}\n", 3);
  used += 3;
  strncpy(names[count], name, 255);
  if (++count == GROUP_RECORDS || used >= GROUP_BYTES) commit();
}

static void scan(void) {
  int copy = openat(inbox, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = copy < 0 ? NULL : fdopendir(copy);
  if (!directory) fail("opendir");
  struct dirent *entry;
  while ((entry = readdir(directory))) take(entry->d_name);
  closedir(directory);
}

int main(int argc, char **argv) {
  int once = argc > 1 && strcmp(argv[1], "-1") == 0;
  if (argc != 4 + once) {
    fputs("usage: floor [-1] INBOX DONE STORE\n", stderr);
    return 64;
  }
  argv += once;
  inbox = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  done = open(argv[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  store = open(argv[3], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  int bell = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (inbox < 0 || done < 0 || store < 0 || bell < 0) fail(argv[1]);
  if (inotify_add_watch(bell, argv[1], IN_CLOSE_WRITE | IN_MOVED_TO) < 0) fail(argv[1]);
  in = malloc(LARGEST);
  out = malloc(GROUP_BYTES + 12 * (size_t)LARGEST);
  if (!in || !out) fail("malloc");
  scan();
  if (once) {
    commit();
    return 0;
  }
  static char events[1 << 16] __attribute__((aligned(8)));
  struct pollfd wait = {.fd = bell, .events = POLLIN};
  for (;;) {
    long long left = count > 0 ? since + GROUP_MS - now_ms() : -1;
    if (count > 0 && left <= 0) {
      commit();
      continue;
    }
    if (poll(&wait, 1, (int)left) < 0) fail("poll");
    ssize_t size = read(bell, events, sizeof events);
    for (ssize_t at = 0; at < size;) {
      struct inotify_event *event = (struct inotify_event *)(events + at);
      if (event->mask & IN_Q_OVERFLOW) scan();
      else if (event->len > 0) take(event->name);
      at += (ssize_t)(sizeof *event + event->len);
    }
  }
}
