/* One file for each request, complete from the moment it has its name.  The window takes a file, and removes it when the
 * request is in the salon; a file that is taken twice is one request (source and id).  What cannot be read is set aside
 * under another name, so that it is neither lost nor tried for ever. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/durable.h"
#include "model/services/request-inbox.h"

#define SUFFIX       ".request"
#define SUFFIX_ASIDE ".unreadable"
#define MOST_BYTES   65536
#define MOST_FILES   200 /* at once; the others next time */

/**
 * salon_request_inbox_folder:
 *
 * Returns: (transfer full): path of the folder: "salon.salon" has "salon requests" beside it
 */
char *
salon_request_inbox_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *name = g_path_get_basename (database);
  g_autofree char *own = NULL;
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  own = g_strconcat (name, " requests", NULL);
  return g_build_filename (folder, own, NULL);
}

/**
 * salon_request_inbox_put:
 *
 * Leaves a request for the window.  Either it is there as a whole, and stays when the power goes, or there is an @error.
 */
gboolean
salon_request_inbox_put (const char *database, SalonInquiry *inquiry, GError **error)
{
  g_autofree char *folder = salon_request_inbox_folder (database);
  g_autofree char *id = salon_session_new_uuid ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
  g_autofree char *draft_name = g_strconcat (id, ".draft", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *draft = g_build_filename (folder, draft_name, NULL);
  g_autofree char *json = salon_entity_to_json ((SalonEntity *) inquiry);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    salon_set_error (error, SALON_ERROR_READ_ONLY, _("The folder “%s” cannot be made."), folder);
    return FALSE;
  }
  if (!g_file_set_contents_full (draft, json, -1, G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return FALSE;
  if (salon_durable_add (draft, path, error))
    return TRUE;
  g_unlink (draft);
  return FALSE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * salon_request_inbox_files:
 *
 * Returns: (transfer full) (array zero-terminated=1): paths of the requests that wait; there may be more
 */
char **
salon_request_inbox_files (const char *database)
{
  g_autofree char *folder = salon_request_inbox_folder (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new ();
  const char *name = NULL;

  while (dir != NULL && files->len < MOST_FILES && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, by_name);
  g_ptr_array_add (files, NULL);
  return (char **) g_ptr_array_free (files, FALSE);
}

/**
 * salon_request_inbox_read:
 *
 * Returns: (transfer full) (nullable): what the file asks for; %SALON_ERROR_VALIDATION if it is no request
 */
SalonInquiry *
salon_request_inbox_read (const char *file, GError **error)
{
  g_autoptr (SalonInquiry) inquiry = salon_inquiry_new ();
  g_autofree char *json = NULL;
  gsize length = 0;
  GStatBuf info;

  if (g_stat (file, &info) != 0 || info.st_size > MOST_BYTES || !g_file_get_contents (file, &json, &length, error)
      || !g_utf8_validate (json, (gssize) length, NULL)
      || !salon_entity_from_json ((SalonEntity *) inquiry, json, NULL)) {
    g_autofree char *name = g_path_get_basename (file);

    g_clear_error (error);
    salon_set_error (error, SALON_ERROR_VALIDATION, _("“%s” is no request that can be read."), name);
    return NULL;
  }
  return g_steal_pointer (&inquiry);
}

/**
 * salon_request_inbox_set_aside: a file that is no request is not tried again
 */
gboolean
salon_request_inbox_set_aside (const char *file, GError **error)
{
  g_autofree char *aside = g_strconcat (file, SUFFIX_ASIDE, NULL);

  if (g_rename (file, aside) == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_READ_ONLY, _("“%s” cannot be renamed."), file);
  return FALSE;
}
