#ifndef WINNOW_CLINUX_H
#define WINNOW_CLINUX_H

#include <sys/types.h>

// Linux calls that Swift's Glibc module leaves out (they need _GNU_SOURCE).
// Each returns what the call returns and leaves errno as the call left it.

// renameat2(2) with RENAME_NOREPLACE: fails with EEXIST and never overwrites.
int winnow_rename_exclusive(int from, const char *name, int to, const char *target);

// fallocate(2) with FALLOC_FL_KEEP_SIZE: reserves blocks, the size stays.
int winnow_reserve(int fd, off_t offset, off_t length);

// fcntl(2) F_SETLEASE, F_RDLCK then F_UNLCK: EAGAIN while a writer has the file open.
int winnow_probe_writers(int fd);

// fstatfs(2): the file system's type, or -1.
long winnow_filesystem_type(int fd);

// fstatfs(2): bytes that an ordinary user may still write, or -1.
long long winnow_bytes_left(int fd);

// mallopt(3): so many arenas at most, and no more than a megabyte kept free at the end of each.
void winnow_give_memory_back(int arenas);

#endif
