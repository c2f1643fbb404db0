/* What a process can no longer do once it has closed its doors.  Each case runs in a child of the test program. */
#include "helper/sandbox.h"
#include <fcntl.h>
#include <glib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static void
check (gboolean holds, const char *what)
{
  if (holds)
    return;
  g_printerr ("%s\n", what);
  _exit (1);
}

static void
inside (void)
{
  struct rlimit limit = { 0, 0 };

  salon_sandbox_limit ();
  (void) getrlimit (RLIMIT_CPU, &limit);
  check (limit.rlim_max > 0 && limit.rlim_max <= 10, "processor time has no limit");
  (void) getrlimit (RLIMIT_FSIZE, &limit);
  check (limit.rlim_max == 0, "files can grow");
  check (salon_sandbox_close (), "the doors do not close");
  check (open ("/etc/passwd", O_RDONLY) < 0, "a file can be opened");
  check (socket (AF_UNIX, SOCK_STREAM, 0) < 0, "a socket can be opened");
  check (dup (STDOUT_FILENO) < 0, "a descriptor can be had");
  check (fork () < 0, "a process can be started");
  check (execl ("/bin/true", "true", NULL) < 0, "a program can be started");
  check (rmdir ("/nowhere/at/all") < 0, "a folder can be removed");
  check (g_malloc (64 << 20) != NULL, "memory cannot be had");
  check (write (STDOUT_FILENO, "still here\n", 11) == 11, "the answer cannot be written");
  _exit (0);
}

static void
test_doors (void)
{
  if (g_test_subprocess ())
    inside ();
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*still here*");
}

#ifndef SALON_SANDBOX_SANITIZER
static void
test_memory (void)
{
  if (g_test_subprocess ()) {
    salon_sandbox_limit ();
    _exit (g_try_malloc (1200u << 20) == NULL ? 0 : 1);
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}
#else
static void
test_memory (void)
{
  g_test_skip ("AddressSanitizer reserves more addresses than any limit");
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/doors", test_doors);
  g_test_add_func ("/sandbox/memory", test_memory);
  return g_test_run ();
}
