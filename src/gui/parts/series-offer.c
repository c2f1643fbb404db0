/* A button on the note that tells what was done; what would become of the later ones stands in the view that it opens. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/series-offer.h"
#include "gui/widgets/shell.h"
#include "model/services/series.h"

typedef struct {
  GWeakRef from;
  gint64 operation;
} Asked;

static void
on_plan (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&asked->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSeriesFollow) follow = salon_session_query_finish (SALON_SESSION (source), result, &error);

  /* what cannot be asked (by somebody who may not book, say) is not offered */
  if (from != NULL && follow != NULL && follow->followers->len > 0) {
    g_autofree char *operation = g_strdup_printf ("%" G_GINT64_FORMAT, asked->operation);

    salon_shell_offer (from, operation, _("The later ones, too …"), "win.repeat-visit", g_variant_new_int64 (follow->visit_id));
  }
  g_weak_ref_clear (&asked->from);
  g_free (asked);
}

/**
 * salon_series_offer:
 * @from: any widget of the window
 * @done: what was written of a visit, and told in a note
 *
 * If later visits could follow, the note gets a button that shows them.
 */
void
salon_series_offer (GtkWidget *from, SalonSession *session, const SalonDone *done)
{
  Asked *asked = NULL;

  if (done->operation == 0)
    return;
  asked = g_new0 (Asked, 1);
  g_weak_ref_init (&asked->from, from);
  asked->operation = done->operation;
  salon_session_query (session, &salon_query_series_follow, SALON_LANE_INTERACTIVE, salon_id_request_new (done->id), NULL, on_plan,
                       asked);
}
