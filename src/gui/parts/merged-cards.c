/* One line for each card that was merged into this one: with whom, when, and "Separate again".  The separation is done
 * at once and told in a note with Undo: what goes back, and what was changed since and stays. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/merged-cards.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "model/services/merge.h"

struct _SalonMergedCards {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GCancellable *cancellable;
  SalonCard *card;
  GtkBox *lines;
  char *told; /* of the separation under way */
};

G_DEFINE_FINAL_TYPE (SalonMergedCards, salon_merged_cards, GTK_TYPE_WIDGET)

static GQuark
merge_quark (void)
{
  return g_quark_from_static_string ("salon-merge-id");
}

/* ---- separating */

static void
on_separated (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergedCards) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done;
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->model == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->lines), TRUE);
  if (ok)
    salon_note_done (GTK_WIDGET (self), self->told, &done);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_plan (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergedCards) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonUnmergePlan) plan = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autofree char *uuid = salon_session_new_uuid ();

  if (self->model == NULL)
    return;
  if (plan == NULL) {
    gtk_widget_set_sensitive (GTK_WIDGET (self->lines), TRUE);
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  g_free (self->told);
  self->told = salon_unmerge_plan_text (plan);
  salon_session_submit (SALON_SESSION (source), &salon_command_client_unmerge, salon_id_request_new (plan->merge_id), uuid, NULL,
                        on_separated, g_object_ref (self));
}

static void
on_separate (GtkButton *button, SalonMergedCards *self)
{
  gint64 *merge = g_object_get_qdata (G_OBJECT (button), merge_quark ());

  gtk_widget_set_sensitive (GTK_WIDGET (self->lines), FALSE);
  salon_session_query (salon_client_model_get_session (self->model), &salon_query_client_unmerge_plan, SALON_LANE_INTERACTIVE,
                       salon_id_request_new (*merge), NULL, on_plan, g_object_ref (self));
}

/* ---- lines */

static gboolean
may_separate (SalonMergedCards *self)
{
  SalonClientVerbs wanted = SALON_CLIENT_VERB_EDIT | SALON_CLIENT_VERB_CONTACTS;

  return (salon_client_model_get_verbs (self->model) & wanted) == wanted;
}

static GtkWidget *
line_new (SalonMergedCards *self, const SalonMergedCard *merged)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_("Separate again"));
  SalonClock *clock = salon_session_clock (salon_client_model_get_session (self->model));
  g_autofree char *date = salon_day_format (salon_clock_day_of (clock, merged->at, NULL));
  /* Translators: %s is a client */
  g_autofree char *text = g_strdup_printf (_("Merged with %s"), merged->other);
  /* Translators: for screen readers; %s is a client */
  g_autofree char *label = g_strdup_printf (_("Separate the card of %s again"), merged->other);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), salon_wrapped_label_new (text, NULL));
  gtk_box_append (GTK_BOX (texts), salon_label_new (date, "salon-secondary"));
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, may_separate (self));
  salon_set_accessible_label (button, label);
  g_object_set_qdata_full (G_OBJECT (button), merge_quark (), g_memdup2 (&merged->merge_id, sizeof merged->merge_id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_separate), self);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
on_cards (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergedCards) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = salon_session_query_finish (SALON_SESSION (source), result, &error);
  GtkWidget *line = NULL;

  if (self->model == NULL || cards == NULL) /* the card stands without this; its own questions tell what is wrong */
    return;
  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  for (guint i = 0; i < cards->len; i++)
    gtk_box_append (self->lines, line_new (self, cards->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), cards->len > 0);
}

static void
on_loaded (SalonClientModel *model, SalonMergedCards *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (salon_client_model_peek (model) == NULL) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  self->cancellable = g_cancellable_new ();
  salon_session_query (salon_client_model_get_session (model), &salon_query_client_merged_cards, SALON_LANE_INTERACTIVE,
                       salon_id_request_new (salon_client_model_get_client (model)), self->cancellable, on_cards,
                       g_object_ref (self));
}

/* ---- class */

static void
salon_merged_cards_dispose (GObject *object)
{
  SalonMergedCards *self = SALON_MERGED_CARDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_merged_cards_parent_class)->dispose (object);
}

static void
salon_merged_cards_class_init (SalonMergedCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_merged_cards_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mergedcards");
}

static void
salon_merged_cards_init (SalonMergedCards *self)
{
  self->card = SALON_CARD (salon_card_new (NULL));
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  salon_card_set_child (self->card, GTK_WIDGET (self->lines));
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_merged_cards_new:
 *
 * Returns: (transfer floating): hidden while no card was merged into this one
 */
GtkWidget *
salon_merged_cards_new (SalonClientModel *model)
{
  SalonMergedCards *self = g_object_new (SALON_TYPE_MERGED_CARDS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
