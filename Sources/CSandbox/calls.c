/*
** The filter of system calls, as a program of classic BPF that the kernel runs before every call. It allows by default,
** because the C library and the runtime of Swift choose calls as they like and a run must not depend on their version;
** what it refuses answers EPERM, so that a library's own fallback works and nothing dies of it.
*/
#define _GNU_SOURCE
#include "CSandbox.h"
#include "probes.h"
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no filter is written for this architecture"
#endif

/* Calls newer than the headers of the machine that builds; one number on both architectures. */
enum {
  call_open_tree = 428, call_move_mount = 429, call_fsopen = 430, call_fsconfig = 431, call_fsmount = 432,
  call_fspick = 433, call_pidfd_open = 434, call_clone3 = 435, call_pidfd_getfd = 438, call_process_madvise = 440,
  call_mount_setattr = 442, call_quotactl_fd = 443, call_memfd_secret = 447, call_process_mrelease = 448,
  call_fchmodat2 = 452, call_setxattrat = 463, call_removexattrat = 466, call_open_tree_attr = 467,
};

static const int refused[] = {
  /* another program in this process, and other processes (clone is looked at below) */
  SYS_execve, SYS_execveat,
#ifdef SYS_fork
  SYS_fork, SYS_vfork,
#endif
  SYS_setsid, SYS_setpgid,
  /* the network, and sockets of the machine: also those that need a socket first, in case one was inherited */
  SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_sendto, SYS_sendmsg,
  SYS_sendmmsg, SYS_recvfrom, SYS_recvmsg, SYS_recvmmsg,
  /* other processes: looking in, stopping, taking their files */
  SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
  SYS_pidfd_send_signal, call_pidfd_open, call_pidfd_getfd, call_process_madvise, call_process_mrelease,
  SYS_setpriority, SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages,
  /* files: what Landlock does not see: owners, modes, times, attributes, handles past the path */
  SYS_fchmod, SYS_fchmodat, call_fchmodat2, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr, SYS_lsetxattr,
  SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, call_setxattrat, call_removexattrat,
  SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_mknodat,
#ifdef SYS_chmod
  SYS_chmod, SYS_chown, SYS_lchown, SYS_mknod, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
  /* mounts and namespaces */
  SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, call_open_tree, call_move_mount,
  call_fsopen, call_fsconfig, call_fsmount, call_fspick, call_mount_setattr, call_open_tree_attr,
  /* wide or rarely needed surface of the kernel */
  SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
  SYS_io_setup, SYS_io_submit, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_personality, SYS_vmsplice,
  SYS_fanotify_init, SYS_inotify_init1, call_memfd_secret, SYS_memfd_create, SYS_seccomp,
  SYS_shmget, SYS_shmat, SYS_shmctl, SYS_msgget, SYS_msgsnd, SYS_msgrcv, SYS_semget, SYS_semop, SYS_mq_open,
  /* the machine */
  SYS_kexec_load, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_reboot, SYS_swapon, SYS_swapoff,
  SYS_acct, SYS_quotactl, call_quotactl_fd, SYS_syslog, SYS_sethostname, SYS_setdomainname, SYS_settimeofday,
  SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_vhangup, SYS_lookup_dcookie,
#ifdef SYS_iopl
  SYS_iopl, SYS_ioperm, SYS_modify_ldt,
#endif
  /* who one is */
  SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setgroups, SYS_capset,
};

enum { refused_count = sizeof refused / sizeof refused[0], most_instructions = 2 * refused_count + 40 };

typedef struct program {
  struct sock_filter code[most_instructions];
  unsigned short length;
} program;

static void add(program *p, struct sock_filter instruction) { p->code[p->length++] = instruction; }

static void load(program *p, size_t offset) {
  add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

static void answer(program *p, uint32_t action) { add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action)); }

/* If what is loaded equals the value, answers; else goes on. */
static void answer_if_equal(program *p, uint32_t value, uint32_t action) {
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
  answer(p, action);
}

static const uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;

/* The lower half of an argument: both architectures are little-endian here. */
static size_t argument(int index) { return offsetof(struct seccomp_data, args) + sizeof(uint64_t) * (size_t)index; }

/* Calls of another architecture have other numbers: nobody here makes them, so whoever does is up to something. */
static void check_architecture(program *p) {
  load(p, offsetof(struct seccomp_data, arch));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0));
  answer(p, SECCOMP_RET_KILL_PROCESS);
  load(p, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  /* The x32 table: the same architecture with numbers from 2^30. */
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
  answer(p, refuse);
#endif
}

/* A call that is allowed only if an argument is this process: a signal to itself, which abort() sends. */
static void only_to_itself(program *p, uint32_t call, uint32_t self) {
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4));
  load(p, argument(0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1));
  answer(p, SECCOMP_RET_ALLOW);
  answer(p, refuse);
}

/* Threads share the process (CLONE_THREAD); a clone without that is a fork. clone3 hides its flags behind a pointer, so
** it is said not to exist, and the C library makes its threads by clone. */
static void only_threads(program *p) {
  answer_if_equal(p, call_clone3, SECCOMP_RET_ERRNO | ENOSYS);
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4));
  load(p, argument(0));
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1));
  answer(p, SECCOMP_RET_ALLOW);
  answer(p, refuse);
}

/* TIOCSTI types into a terminal on somebody's behalf, TIOCLINUX pastes into a console; TIOCSETD loads line disciplines. */
static void no_typing(program *p) {
  add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 8));
  load(p, argument(1));
  answer_if_equal(p, 0x5412, refuse);
  answer_if_equal(p, 0x541C, refuse);
  answer_if_equal(p, 0x5423, refuse);
  answer(p, SECCOMP_RET_ALLOW);
}

int csandbox_close_calls(void) {
  program p = {.length = 0};
  check_architecture(&p);
  only_threads(&p);
  only_to_itself(&p, SYS_kill, (uint32_t)getpid());
  only_to_itself(&p, SYS_tgkill, (uint32_t)getpid());
  only_to_itself(&p, SYS_prlimit64, 0);  /* glibc's getrlimit, which asks about process 0: this one */
  no_typing(&p);
  for (int i = 0; i < refused_count; i++) answer_if_equal(&p, (uint32_t)refused[i], refuse);
  answer_if_equal(&p, SYS_tkill, refuse);
  answer(&p, SECCOMP_RET_ALLOW);
  struct sock_fprog filter = {.len = p.length, .filter = p.code};
  /* EINVAL: no filters in this kernel; EACCES: no_new_privs is not set, which csandbox_renounce does. */
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0 ? 0 : errno;
}

bool csandbox_has_filters(void) {
  /* With no program the kernel answers EFAULT where it knows filters, EINVAL where it does not. */
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) != 0 && errno == EFAULT;
}
