/* The birthday is one text for people and three numbers in the table. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-birth.h"
#include "gui/parts/client-text-line.h"

static char *
get_birth (const SalonClientPanel *panel, gconstpointer what)
{
  SalonBirth birth = salon_client_birth (panel->client);

  return salon_birth_edit_text (&birth);
}

static char *
show_birth (const SalonClientPanel *panel, gconstpointer what, SalonDay today)
{
  SalonBirth birth = salon_client_birth (panel->client);

  return salon_birth_text (&birth, today);
}

static gboolean
put_birth (SalonClientDraft *draft, gconstpointer what, const char *text, GError **error)
{
  SalonClientModel *model = (SalonClientModel *) what;
  SalonBirth birth;

  if (!salon_birth_parse (text, salon_client_model_get_today (model), &birth, error))
    return FALSE;
  draft->curr->birth_year = birth.year;
  draft->curr->birth_month = birth.month;
  draft->curr->birth_mday = birth.mday;
  return TRUE;
}

/**
 * salon_client_birth:
 *
 * Returns: when she was born, as far as it is known
 */
SalonBirth
salon_client_birth (const SalonClient *client)
{
  return (SalonBirth){ (int) client->birth_year, (int) client->birth_month, (int) client->birth_mday };
}

/**
 * salon_client_birth_line_new:
 *
 * Returns: (transfer floating): the line of the birthday
 */
GtkWidget *
salon_client_birth_line_new (SalonClientModel *model)
{
  static const SalonClientText access = { get_birth, show_birth, put_birth };

  return salon_client_text_line_new_full (model, &access, g_object_ref (model), g_object_unref, C_ ("client", "Born"),
                                          _("14.05.1988, 14.05. or 1988"), FALSE, SALON_CLIENT_VERB_EDIT);
}
