/* E-mail addresses.  GLib has no check of them; RFC 5321 allows quoted oddities that no mailbox of a client has, so the
 * rule here is the narrower one that web forms use (HTML's "valid e-mail address"), with letters beyond ASCII. */
#include "config.h"

#include "base/email.h"
#include "base/error.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD_EMAIL "email"
#define MAX_LENGTH  254
#define MAX_LOCAL   64
#define MAX_LABEL   63

/* The address within "Anna <anna@example.org>" and "mailto:anna@example.org". */
static char *
strip_wrapping (const char *text)
{
  g_autofree char *clean = salon_text_clean (text, 0);
  const char *open = strrchr (clean, '<');
  const char *start = open == NULL ? clean : open + 1;
  gsize length = 0;

  if (g_ascii_strncasecmp (start, "mailto:", 7) == 0)
    start += 7;
  length = strcspn (start, open == NULL ? "" : ">");
  while (length > 0 && strchr (",;. ", start[length - 1]) != NULL)
    length--;
  return g_strndup (start, length);
}

static gboolean
is_address_char (gunichar c, const char *punctuation)
{
  return c >= 0x80 ? g_unichar_isalnum (c) || g_unichar_ismark (c)
                   : g_ascii_isalnum ((char) c) || strchr (punctuation, (int) c) != NULL;
}

static gboolean
all_chars (const char *text, const char *punctuation)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_address_char (g_utf8_get_char (p), punctuation))
      return FALSE;
  return TRUE;
}

static gboolean
is_good_local (const char *local)
{
  return *local != '\0' && strlen (local) <= MAX_LOCAL && *local != '.' && !g_str_has_suffix (local, ".")
         && strstr (local, "..") == NULL && all_chars (local, ".!#$%&'*+/=?^_`{|}~-");
}

static gboolean
is_good_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  guint n = g_strv_length (labels);

  if (n < 2 || g_utf8_strlen (labels[n - 1], -1) < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (*labels[i] == '\0' || strlen (labels[i]) > MAX_LABEL || *labels[i] == '-'
        || g_str_has_suffix (labels[i], "-") || !all_chars (labels[i], "-"))
      return FALSE;
  return TRUE;
}

static gboolean
check_parts (const char *local, const char *domain, GError **error)
{
  if (*local == '\0')
    salon_set_field_error (error, FIELD_EMAIL, _ ("Nothing stands before the @ of the e-mail address."));
  else if (*domain == '\0')
    salon_set_field_error (error, FIELD_EMAIL, _ ("Nothing stands after the @ of the e-mail address."));
  else if (!is_good_local (local))
    salon_set_field_error (error, FIELD_EMAIL, _ ("“%s” cannot stand before the @ of an e-mail address."),
                           local);
  else if (!is_good_domain (domain))
    salon_set_field_error (error, FIELD_EMAIL, _ ("“%s” cannot stand after the @ of an e-mail address."),
                           domain);
  else
    return TRUE;
  return FALSE;
}

/**
 * salon_email_normalize:
 * @text: an e-mail address as typed or pasted
 * @error: a refusal that says what is wrong; its field is "email"
 *
 * Returns: (transfer full) (nullable): the address in small letters, without what mail programs write around it, or
 *   %NULL if it is no address
 */
char *
salon_email_normalize (const char *text, GError **error)
{
  g_autofree char *stripped = strip_wrapping (text);
  g_autofree char *address = g_utf8_strdown (stripped, -1);
  char *at = strchr (address, '@');

  if (*address == '\0') {
    salon_set_field_error (error, FIELD_EMAIL, _ ("Type an e-mail address, for example anna@example.org."));
    return NULL;
  }
  if (at == NULL) {
    salon_set_field_error (error, FIELD_EMAIL, _ ("The e-mail address “%s” has no @."), address);
    return NULL;
  }
  if (strchr (at + 1, '@') != NULL) {
    salon_set_field_error (error, FIELD_EMAIL, _ ("Type one e-mail address only; “%s” has more than one @."),
                           address);
    return NULL;
  }
  if (strlen (address) > MAX_LENGTH) {
    salon_set_field_error (error, FIELD_EMAIL, _ ("This e-mail address is too long."));
    return NULL;
  }
  *at = '\0';
  if (!check_parts (address, at + 1, error))
    return NULL;
  *at = '@';
  return g_steal_pointer (&address);
}
