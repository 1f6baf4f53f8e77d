/*
** Landlock by raw system calls: glibc has no wrappers, and the header of the machine that builds may be older than the
** kernel that runs. See Documentation/userspace-api/landlock.rst of the kernel for the numbers.
*/
#define _GNU_SOURCE
#include "CSandbox.h"
#include "probes.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same on every architecture: system calls added after 5.1 share their numbers. */
enum { call_create_ruleset = 444, call_add_rule = 445, call_restrict_self = 446 };
enum { ask_version = 1, rule_path_beneath = 1 };

/* struct landlock_ruleset_attr as of interface 6; an older kernel is told a shorter size. */
struct ruleset {
  uint64_t files, network, scopes;
};

/* struct landlock_path_beneath_attr; the kernel's is packed. */
struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

#define RIGHT(bit) (UINT64_C(1) << (bit))

/* Rights over files, by bit: 0 execute, 1 write, 2 read, 3 list, 4 to 12 remove and make, 13 refer (interface 2),
** 14 truncate (3), 15 ioctl of devices (5). */
static const uint64_t read_folder = RIGHT(2) | RIGHT(3);
static const uint64_t on_files = RIGHT(0) | RIGHT(1) | RIGHT(2) | RIGHT(14) | RIGHT(15);

static uint64_t all_rights(int version) {
  if (version >= 5) return RIGHT(16) - 1;
  if (version >= 3) return RIGHT(15) - 1;
  if (version == 2) return RIGHT(14) - 1;
  return RIGHT(13) - 1;
}

/* To write results: read, list, write, truncate, make and remove regular files and folders, rename within. No device,
** socket, pipe or link is made there, and nothing is executed. */
static uint64_t writing_rights(int version) {
  uint64_t rights = RIGHT(1) | read_folder | RIGHT(4) | RIGHT(5) | RIGHT(7) | RIGHT(8) | RIGHT(13) | RIGHT(14);
  return rights & all_rights(version);
}

/* -1 with ENOSYS: not built in; with EOPNOTSUPP: switched off at boot. */
static int landlock_version(void) {
  return (int)syscall(call_create_ruleset, NULL, (size_t)0, ask_version);
}

int csandbox_landlock(void) {
  int version = landlock_version();
  return version > 0 ? version : 0;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
  struct path_rule rule = {.allowed = rights, .parent = open(path, O_PATH | O_CLOEXEC)};
  struct stat info;
  int result = 0;
  if (rule.parent < 0) return errno == ENOENT ? 0 : errno;
  if (fstat(rule.parent, &info) != 0) result = errno;
  /* The kernel refuses (EINVAL) a rule that lets a file be listed. */
  else if (!S_ISDIR(info.st_mode)) rule.allowed &= on_files;
  if (result == 0 && syscall(call_add_rule, ruleset, rule_path_beneath, &rule, 0) != 0) result = errno;
  close(rule.parent);
  return result;
}

static int allow_all(int ruleset, const char *const *paths, size_t count, uint64_t rights) {
  for (size_t i = 0; i < count; i++) {
    int result = allow(ruleset, paths[i], rights);
    if (result != 0) return result;
  }
  return 0;
}

static int new_ruleset(int version) {
  /* Network: bit 0 binding and bit 1 connecting of TCP. Scopes: bit 0 abstract sockets, bit 1 signals to others. The
  ** filter of system calls refuses all of that too; this holds where there is no filter. */
  struct ruleset wanted = {.files = all_rights(version), .network = 3, .scopes = 3};
  size_t size = version >= 6 ? sizeof wanted : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
  return (int)syscall(call_create_ruleset, &wanted, size, 0);
}

int csandbox_close_files(const char *const *readable, size_t readable_count,
                         const char *const *writable, size_t writable_count) {
  int version = landlock_version();
  if (version <= 0) return version == 0 ? ENOSYS : errno;
  int ruleset = new_ruleset(version);
  if (ruleset < 0) return errno;
  int result = allow_all(ruleset, readable, readable_count, read_folder);
  if (result == 0) result = allow_all(ruleset, writable, writable_count, writing_rights(version));
  /* EPERM: no_new_privs is not set, which csandbox_renounce does. E2BIG: 16 layers already. */
  if (result == 0 && syscall(call_restrict_self, ruleset, 0) != 0) result = errno;
  close(ruleset);
  return result;
}
