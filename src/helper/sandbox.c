/* What the decoder forbids itself before it looks into a file that it does not trust: memory, time and files by
   setrlimit, and by a system call filter everything that a decoder of pictures has no business with.  The filter is
   written as plain BPF: libseccomp would be one more dependency for some thirty lines. */
#include "helper/sandbox.h"
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

/* 80 megapixels of a progressive JPEG with four channels keep 640 MB of coefficients. */
#define MEMORY_LIMIT (1024UL * 1024 * 1024)
#define CPU_SECONDS  8UL

#if defined(__x86_64__)
#define THIS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCH AUDIT_ARCH_AARCH64
#endif

static void
set_limit (__rlimit_resource_t resource, rlim_t value)
{
  struct rlimit limit = { value, value };

  /* A stricter limit of the parent stays in force: raising fails, and that is fine. */
  (void) setrlimit (resource, &limit);
}

/**
 * salon_sandbox_limit:
 *
 * Limits memory, processor time and what may be left behind on a disk (nothing: no file, no core).  Called first.
 */
void
salon_sandbox_limit (void)
{
#ifndef SALON_SANDBOX_SANITIZER
  set_limit (RLIMIT_AS, MEMORY_LIMIT);
#endif
  set_limit (RLIMIT_CPU, CPU_SECONDS);
  set_limit (RLIMIT_FSIZE, 0);
  set_limit (RLIMIT_CORE, 0);
  (void) prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
}

#ifdef THIS_ARCH
#define PASS(name)                                            \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1),    \
      BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Whatever is not named here answers EPERM.  No file is opened, no process or thread started, nothing sent. */
static bool
install_filter (void)
{
  struct sock_filter code[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCH, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    PASS (read),
    PASS (write),
    PASS (brk),
    PASS (mmap),
    PASS (munmap),
    PASS (mremap),
    PASS (mprotect),
    PASS (madvise),
    PASS (futex),
    PASS (clock_gettime),
    PASS (gettimeofday),
    PASS (getrandom),
    PASS (sched_yield),
    PASS (getpid),
    PASS (gettid),
    PASS (tgkill),
    PASS (rt_sigaction),
    PASS (rt_sigprocmask),
    PASS (rt_sigreturn),
    PASS (sigaltstack),
    PASS (exit),
    PASS (exit_group),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
  struct sock_fprog program = { sizeof code / sizeof code[0], code };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
#else
static bool
install_filter (void)
{
  return true;
}
#endif

/**
 * salon_sandbox_close:
 *
 * From here on no file can be opened and nearly every system call is refused; what the decoder needs (its standard
 * streams, the loaded decoder modules) is there already.  A kernel without system call filters is accepted: the
 * limits on files, memory and time hold there too.
 *
 * Returns: false if the kernel refused to give up privileges; nothing must be decoded then
 */
bool
salon_sandbox_close (void)
{
  /* Descriptors 0 to 2 exist; a new one would be 3. */
  set_limit (RLIMIT_NOFILE, 3);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return false;
  return install_filter () || errno == EINVAL || errno == ENOSYS;
}
