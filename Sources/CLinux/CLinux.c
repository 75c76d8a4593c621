#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/vfs.h>

int winnow_rename_exclusive(int from, const char *name, int to, const char *target) {
  return renameat2(from, name, to, target, RENAME_NOREPLACE);
}

int winnow_reserve(int fd, off_t offset, off_t length) {
  return fallocate(fd, FALLOC_FL_KEEP_SIZE, offset, length);
}

int winnow_probe_writers(int fd) {
  // A writer that opens the file meanwhile breaks the lease, which sends SIGIO and would end the
  // process; SIGURG is ignored by default.
  if (fcntl(fd, F_SETSIG, SIGURG) < 0) return -1;
  if (fcntl(fd, F_SETLEASE, F_RDLCK) < 0) return -1;
  return fcntl(fd, F_SETLEASE, F_UNLCK);
}

long winnow_filesystem_type(int fd) {
  struct statfs answer;
  return fstatfs(fd, &answer) < 0 ? -1 : (long)answer.f_type;
}

long long winnow_bytes_left(int fd) {
  struct statfs answer;
  return fstatfs(fd, &answer) < 0 ? -1 : (long long)answer.f_bavail * answer.f_bsize;
}

void winnow_give_memory_back(int arenas) {
  mallopt(M_ARENA_MAX, arenas);
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
}
