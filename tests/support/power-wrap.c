/* What the program itself does to names and files, beside SQLite, is recorded too.  A test that links this passes
   --wrap for each of these names to the linker (power_wrap_dep). */
#include "tests/support/power-disk.h"
#include <stdio.h>
#include <unistd.h>

int __real_link (const char *from, const char *to);
int __real_rename (const char *from, const char *to);
int __real_unlink (const char *path);
int __real_renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int __real_fsync (int fd);
int __wrap_link (const char *from, const char *to);
int __wrap_rename (const char *from, const char *to);
int __wrap_unlink (const char *path);
int __wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int __wrap_fsync (int fd);

int
__wrap_link (const char *from, const char *to)
{
  int result = 0;

  power_disk_know (from);
  result = __real_link (from, to);

  if (result == 0)
    power_disk_link (from, to);
  return result;
}

int
__wrap_rename (const char *from, const char *to)
{
  int result = 0;

  power_disk_know (from);
  result = __real_rename (from, to);

  if (result == 0)
    power_disk_rename (from, to);
  return result;
}

int
__wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  int result = 0;

  power_disk_know (from);
  if (flags & RENAME_EXCHANGE)
    power_disk_know (to);
  result = __real_renameat2 (from_folder, from, to_folder, to, flags);
  if (result == 0 && (flags & RENAME_EXCHANGE))
    power_disk_exchange (from, to);
  else if (result == 0)
    power_disk_rename (from, to);
  return result;
}

int
__wrap_unlink (const char *path)
{
  int result = __real_unlink (path);

  if (result == 0)
    power_disk_unlink (path);
  return result;
}

int
__wrap_fsync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  int result = __real_fsync (fd);

  if (result == 0 && path != NULL)
    power_disk_sync (path);
  return result;
}
