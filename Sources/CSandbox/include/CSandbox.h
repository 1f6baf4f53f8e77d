/*
** The locks that a process closes behind itself before it runs what it does not trust: no new privileges, resource
** limits, Landlock for files, seccomp for system calls. All of them are one-way: nothing opens them again, not even
** execve. Every function answers 0 or an errno, and changes the calling process only.
*/
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <spawn.h>
#include <sys/types.h>

/* What the kernel offers. */
typedef struct csandbox_kernel {
  int landlock;  /* version of Landlock's interface, from 1; 0: none, or it is switched off */
  bool seccomp;  /* filters of system calls */
} csandbox_kernel;

/* Asks the kernel; closes nothing. */
csandbox_kernel csandbox_probe(void);

/*
** Gives up what costs nothing to give up: the process dies with its parent, cannot gain privileges by executing a
** set-user-id file, is neither traced nor dumped by others of its user, and keeps of root's capabilities those alone
** that let it read the files it was shown. Answers ESRCH when the parent is dead already.
*/
int csandbox_renounce(pid_t parent);

/* Bounds of resources. */
typedef struct csandbox_limits {
  uint64_t address_space;  /* bytes of address space; malloc fails beyond */
  uint64_t cpu_seconds;    /* processor time; SIGXCPU beyond */
  uint64_t file_size;      /* bytes of one file; SIGXFSZ beyond */
  uint64_t open_files;     /* one more than the greatest descriptor */
} csandbox_limits;

/* Sets the bounds, and core dumps to none: a dump would hold people's records. Answers what setrlimit says. */
int csandbox_limit(const csandbox_limits *limits);

/*
** Closes the file system but for some paths. A path that does not exist is left out. Answers EOPNOTSUPP or ENOSYS
** where there is no Landlock (nothing is closed then), and otherwise what opening a path or the kernel says.
** The process has to have one thread only: others would keep their freedom.
*/
int csandbox_close_files(const char *const *readable, size_t readable_count,
                         const char *const *writable, size_t writable_count);

/*
** Closes system calls by a filter: those that make a process, execute a file, open a socket, signal or look into
** another process, change owners and modes, or reach into the kernel's wider surface answer EPERM. Threads may be
** made. Answers EINVAL or ENOSYS where the kernel has no filters.
*/
int csandbox_close_calls(void);

/*
** Where there are no filters: no further process or thread of this user. Counts all that the user has, so it is no
** bound for a program that needs threads, and root is exempt.
*/
int csandbox_forbid_processes(void);

/* A pipe whose ends no other child inherits: reading, writing. Answers EMFILE, ENFILE or 0. */
int csandbox_pipe(int ends[2]);

/*
** write(2) on a pipe, without the signal that ends a process when nobody reads: only EPIPE. Whether SIGPIPE is ignored
** is the business of the whole program and not of a library.
*/
ssize_t csandbox_write(int file, const void *bytes, size_t count);

/* Memory of zeros and a settled size, to be inherited. Answers EMFILE, ENFILE, ENOMEM, ENOSYS or 0. */
int csandbox_make_board(size_t size, int *file);
/* The board's memory; the descriptor is closed. NULL when there is no room. */
void *csandbox_map_board(int file, size_t size);

/* A spawned process closes all descriptors from a number on. Answers ENOMEM or 0. */
int csandbox_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
