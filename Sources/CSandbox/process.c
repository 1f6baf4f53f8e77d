/* What a process gives up of its own: privileges, resources, being looked at. */
#define _GNU_SOURCE
#include "CSandbox.h"
#include "probes.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

csandbox_kernel csandbox_probe(void) {
  return (csandbox_kernel){.landlock = csandbox_landlock(), .seccomp = csandbox_has_filters()};
}

/* Of root's powers over files, those by which root reads and writes what belongs to the person it works for; Landlock
** still says which files. Without any (the ordinary case) there is nothing to do. EPERM cannot happen: giving up is
** always allowed. */
static int drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct data[2];
  const uint32_t kept = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH | 1u << CAP_FOWNER;
  if (syscall(SYS_capget, &header, data) != 0) return errno;
  for (int i = 0; i < 2; i++) {
    data[i].effective &= i == 0 ? kept : 0;
    data[i].permitted &= i == 0 ? kept : 0;
    data[i].inheritable = 0;
  }
  return syscall(SYS_capset, &header, data) == 0 ? 0 : errno;
}

int csandbox_renounce(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return errno;
  /* The parent may have died before the line above. */
  if (getppid() != parent) return ESRCH;
  /* EINVAL only before Linux 3.5. Without it neither Landlock nor a filter may be set by an ordinary user. */
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return errno;
  return drop_capabilities();
}

/* Never above what is set already: EPERM would be the answer. */
static int limit(int resource, uint64_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return errno;
  rlim_t bound = now.rlim_max != RLIM_INFINITY && now.rlim_max < value ? now.rlim_max : (rlim_t)value;
  struct rlimit wanted = {.rlim_cur = bound, .rlim_max = bound};
  return setrlimit(resource, &wanted) == 0 ? 0 : errno;
}

int csandbox_limit(const csandbox_limits *limits) {
  int result = limit(RLIMIT_CORE, 0);
  if (result == 0) result = limit(RLIMIT_AS, limits->address_space);
  if (result == 0) result = limit(RLIMIT_CPU, limits->cpu_seconds);
  if (result == 0) result = limit(RLIMIT_FSIZE, limits->file_size);
  if (result == 0) result = limit(RLIMIT_NOFILE, limits->open_files);
  if (result == 0) result = limit(RLIMIT_MEMLOCK, 0);
  if (result == 0) result = limit(RLIMIT_MSGQUEUE, 0);
  return result;
}

int csandbox_forbid_processes(void) { return limit(RLIMIT_NPROC, 0); }

int csandbox_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

int csandbox_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

ssize_t csandbox_write(int file, const void *bytes, size_t count) {
  sigset_t pipe_signal, before, waiting;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&waiting);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  ssize_t result = write(file, bytes, count);
  int number = errno;
  /* The signal of this write is for this thread and waits now; one that waited before is somebody else's. */
  if (result < 0 && number == EPIPE && !sigismember(&waiting, SIGPIPE)) {
    const struct timespec none = {0, 0};
    while (sigtimedwait(&pipe_signal, NULL, &none) < 0 && errno == EINTR) {}
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = number;
  return result;
}
