/* Where the recording of a call lies.
 *
 * A recording is named by the whole path of a file or by an address that begins with file://, http:// or https://.
 * Nothing else is ever handed to the system to be opened. */
#include "config.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/recording.h"

#define MAX_CHARS 2000

static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL)
    return FALSE;
  if (g_str_equal (scheme, "file"))
    return *g_uri_get_path (uri) == '/';
  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && g_uri_get_host (uri) != NULL
         && *g_uri_get_host (uri) != '\0';
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;
  return FALSE;
}

/**
 * salon_recording_uri:
 * @text: a whole path, or an address that begins with file://, http:// or https://
 * @error: %SALON_ERROR_VALIDATION of the field "recording"
 *
 * Returns: (transfer full) (nullable): the address by which it is opened
 */
char *
salon_recording_uri (const char *text, GError **error)
{
  char *uri = NULL;

  if (!g_utf8_validate (text, -1, NULL) || has_control (text) || g_utf8_strlen (text, -1) > MAX_CHARS) {
    salon_set_field_error (error, "recording", _("The place of the recording cannot be read."));
    return NULL;
  }
  if (g_path_is_absolute (text))
    uri = g_filename_to_uri (text, NULL, NULL);
  else if (is_address (text))
    uri = g_strdup (text);
  if (uri == NULL)
    salon_set_field_error (error, "recording",
                           _("A recording is the whole path of a file, or an address that begins with https://."));
  return uri;
}

/**
 * salon_recording_path:
 *
 * Returns: (transfer full) (nullable): the path of the file; %NULL when it lies at an address elsewhere
 */
char *
salon_recording_path (const char *text)
{
  if (g_path_is_absolute (text))
    return g_strdup (text);
  return g_str_has_prefix (text, "file:") ? g_filename_from_uri (text, NULL, NULL) : NULL;
}
