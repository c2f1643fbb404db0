/* What was typed in the search ("anna ozola 29 123 456") becomes the first fields of a new card. */
#include "gui/parts/new-client-draft.h"

#include <string.h>

#include "base/text.h"

#define KEPT_KEY "salon-new-client-draft"

/**
 * salon_new_client_draft_new:
 *
 * Returns: (transfer full): an empty draft
 */
SalonNewClientDraft *
salon_new_client_draft_new (void)
{
  SalonNewClientDraft *self = g_new0 (SalonNewClientDraft, 1);

  self->first_name = g_strdup ("");
  self->patronymic = g_strdup ("");
  self->surname = g_strdup ("");
  self->phone = g_strdup ("");
  self->email = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

/**
 * salon_new_client_draft_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonNewClientDraft *
salon_new_client_draft_copy (const SalonNewClientDraft *self)
{
  SalonNewClientDraft *copy = g_new0 (SalonNewClientDraft, 1);

  copy->first_name = g_strdup (self->first_name);
  copy->patronymic = g_strdup (self->patronymic);
  copy->surname = g_strdup (self->surname);
  copy->phone = g_strdup (self->phone);
  copy->email = g_strdup (self->email);
  copy->note = g_strdup (self->note);
  copy->source_id = self->source_id;
  return copy;
}

/**
 * salon_new_client_draft_free: frees a draft
 */
void
salon_new_client_draft_free (SalonNewClientDraft *self)
{
  g_free (self->first_name);
  g_free (self->patronymic);
  g_free (self->surname);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->note);
  g_free (self);
}

/* ---- what was typed in one line */

static void
take (char **where, const char *text)
{
  g_free (*where);
  *where = g_strdup (text);
}

/* "anna ozola" was typed in haste; "de Vries" and "McDonald" were not. */
static char *
with_capitals (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  GString *out = g_string_new (NULL);
  gboolean begins = TRUE;

  if (!g_str_equal (small, text)) {
    g_string_free (out, TRUE);
    return g_strdup (text);
  }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (out, begins ? g_unichar_totitle (c) : c);
    begins = c == '-' || g_unichar_isspace (c);
  }
  return g_string_free (out, FALSE);
}

static void
take_name (SalonNewClientDraft *self, const char *text)
{
  g_autofree char *clean = salon_text_clean (text, 0);
  g_autofree char *name = with_capitals (clean);
  g_auto (GStrv) words = g_strsplit (name, " ", 2);

  if (words[0] == NULL)
    return;
  take (&self->first_name, words[0]);
  if (words[1] != NULL)
    take (&self->surname, words[1]);
}

/* Where the number begins in "anna ozola +371 29 123 456"; the end if there is none. */
static const char *
number_in (const char *text)
{
  const char *end = text + strlen (text);
  const char *start = end;

  while (start > text && (g_ascii_isdigit (start[-1]) || strchr ("+-() ", start[-1]) != NULL))
    start--;
  while (*start == ' ' || *start == '-')
    start++;
  return salon_text_looks_like_phone (start) ? start : end;
}

/**
 * salon_new_client_draft_new_typed:
 * @text: a name, a phone, an e-mail, or a name and a phone
 *
 * Returns: (transfer full): a draft with this in its fields
 */
SalonNewClientDraft *
salon_new_client_draft_new_typed (const char *text)
{
  SalonNewClientDraft *self = salon_new_client_draft_new ();
  g_autofree char *clean = salon_text_clean (text, 0);
  const char *number = number_in (clean);
  g_autofree char *name = g_strndup (clean, number - clean);

  if (strchr (clean, '@') != NULL && strchr (clean, ' ') == NULL) {
    take (&self->email, clean);
    return self;
  }
  take (&self->phone, number);
  take_name (self, g_strstrip (name));
  return self;
}

/**
 * salon_new_client_draft_is_empty:
 *
 * Returns: whether nothing was typed yet
 */
gboolean
salon_new_client_draft_is_empty (const SalonNewClientDraft *self)
{
  const char *const texts[] = { self->first_name, self->patronymic, self->surname, self->phone, self->email, self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * salon_new_client_draft_name:
 *
 * Returns: (transfer full): how she is called so far: her name, else the phone or the e-mail
 */
char *
salon_new_client_draft_name (const SalonNewClientDraft *self)
{
  g_autofree char *name = g_strjoin (" ", self->first_name, self->surname, NULL);

  g_strstrip (name);
  if (*name != '\0')
    return g_steal_pointer (&name);
  return g_strdup (*self->phone != '\0' ? self->phone : self->email);
}

/* ---- kept until the program ends */

/**
 * salon_new_client_draft_keep:
 * @draft: (nullable): %NULL forgets what was kept
 *
 * Keeps what was typed with the session.
 */
void
salon_new_client_draft_keep (SalonSession *session, const SalonNewClientDraft *draft)
{
  g_object_set_data_full (G_OBJECT (session), KEPT_KEY, draft != NULL ? salon_new_client_draft_copy (draft) : NULL,
                          (GDestroyNotify) salon_new_client_draft_free);
}

/**
 * salon_new_client_draft_kept:
 *
 * Returns: (transfer none) (nullable): what was kept
 */
const SalonNewClientDraft *
salon_new_client_draft_kept (SalonSession *session)
{
  return g_object_get_data (G_OBJECT (session), KEPT_KEY);
}
