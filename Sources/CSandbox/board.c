/*
** A board: memory that a process and its parent share, for what the process can no longer say when it is ended. The
** parent only reads it, by pread, so that nothing the process does to it can hurt there.
*/
#define _GNU_SOURCE
#include "CSandbox.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int csandbox_make_board(size_t size, int *file) {
  *file = memfd_create("board", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (*file < 0) return errno;
  int result = 0;
  if (ftruncate(*file, (off_t)size) != 0) result = errno;
  /* Its size is settled: a process that could grow it would hold memory that no limit counts. */
  else if (fcntl(*file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0) result = errno;
  if (result != 0) close(*file);
  return result;
}

void *csandbox_map_board(int file, size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  return memory == MAP_FAILED ? NULL : memory;
}
