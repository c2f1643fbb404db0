/* Field by field only two cards can be compared; of more, one stays and the others fill what it has not.  All go as one
 * job, which one Undo takes back; each can be separated again by itself. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/pages/clients/merge-many.h"
#include "gui/pages/clients/person-line.h"
#include "gui/parts/job-runner.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "model/services/bulk-clients.h"
#include "model/services/clients.h"

#define WIDTH 860

struct _SalonMergeMany {
  GtkWidget parent_instance;

  SalonSession *session;
  GCancellable *cancellable;
  GPtrArray *clients; /* SalonClientRow */
  GPtrArray *checks;  /* GtkCheckButton of each, not owned */

  SalonCard *card;
  GtkBox *rows;
  GtkWidget *merge;
};

enum { SIGNAL_CLOSED, SIGNAL_MERGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonMergeMany, salon_merge_many, GTK_TYPE_WIDGET)

/* ---- who stays */

static void
clear_rows (SalonMergeMany *self)
{
  GtkWidget *row = NULL;

  g_ptr_array_set_size (self->checks, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

/* The one with the most visits that is not in the archive; of equals the oldest card. */
static guint
find_best (SalonMergeMany *self)
{
  guint best = 0;

  for (guint i = 1; i < self->clients->len; i++) {
    const SalonClientRow *client = self->clients->pdata[i];
    const SalonClientRow *than = self->clients->pdata[best];

    if (client->archived != than->archived ? than->archived
        : client->visit_days != than->visit_days ? client->visit_days > than->visit_days
                                                 : client->created_at < than->created_at)
      best = i;
  }
  return best;
}

static void
add_row (SalonMergeMany *self, const SalonClientRow *client)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *visits = g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) client->visit_days), (int) client->visit_days);
  g_autofree char *label = g_strjoin (", ", client->name, visits, client->phone, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), salon_person_line_new (client));
  gtk_widget_add_css_class (check, "salon-person-choice");
  gtk_widget_set_sensitive (check, !client->archived);
  salon_set_accessible_label (check, label);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->rows, check);
}

static void
show_clients (SalonMergeMany *self)
{
  g_autofree char *note = g_strdup_printf (ngettext ("%u card", "%u cards", self->clients->len), self->clients->len);
  GtkWidget *best = NULL;

  clear_rows (self);
  for (guint i = 0; i < self->clients->len; i++)
    add_row (self, self->clients->pdata[i]);
  salon_card_set_note (self->card, note);
  gtk_widget_set_sensitive (self->merge, self->clients->len > 1);
  if (self->clients->len == 0)
    return;
  best = self->checks->pdata[find_best (self)];
  gtk_check_button_set_active (GTK_CHECK_BUTTON (best), TRUE);
  gtk_widget_grab_focus (best);
}

static void
on_rows (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergeMany) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  g_ptr_array_unref (self->clients);
  self->clients = g_steal_pointer (&rows);
  show_clients (self);
}

/* ---- doing it */

static const SalonClientRow *
survivor (SalonMergeMany *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return self->clients->pdata[i];
  return NULL;
}

static char *
note_merged (const SalonJobResult *result, gpointer name)
{
  /* Translators: %s is a client */
  return g_strdup_printf (_("Now one card: %s"), (const char *) name);
}

static void
action_merge (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonMergeMany *self = SALON_MERGE_MANY (widget);
  const SalonClientRow *stays = survivor (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (stays == NULL || self->clients->len < 2)
    return;
  for (guint i = 0; i < self->clients->len; i++)
    g_array_append_val (ids, ((SalonClientRow *) self->clients->pdata[i])->id);
  salon_run_job_noted (widget, self->session, salon_merge_run_new (stays->id, ids), _("Merging cards …"), note_merged,
                       g_strdup (stays->name), g_free);
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, stays->id);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

/* Enter on a card merges, as in the comparison of two. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SalonMergeMany *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !GTK_IS_CHECK_BUTTON (focus))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "merge-many.merge", NULL);
}

/* ---- object */

static void
salon_merge_many_dispose (GObject *object)
{
  SalonMergeMany *self = SALON_MERGE_MANY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_merge_many_parent_class)->dispose (object);
}

static void
salon_merge_many_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_MERGE_MANY (object)->clients);
  g_ptr_array_unref (SALON_MERGE_MANY (object)->checks);
  G_OBJECT_CLASS (salon_merge_many_parent_class)->finalize (object);
}

static void
salon_merge_many_class_init (SalonMergeManyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_merge_many_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_merge_many_finalize;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonMergeMany::closed: nothing is merged
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_MERGE_MANY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonMergeMany::merged:
   * @client: the card that stays; the work goes on in the background
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", SALON_TYPE_MERGE_MANY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "merge-many.merge", NULL, action_merge);
  gtk_widget_class_install_action (widget_class, "merge-many.close", NULL, action_close);
}

static GtkWidget *
build_verbs (SalonMergeMany *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_with_label (C_ ("verb", "Back"));
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->merge = gtk_button_new_with_label (C_ ("verb", "Merge"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->merge), "merge-many.merge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "merge-many.close");
  gtk_widget_add_css_class (self->merge, "suggested-action");
  gtk_widget_add_css_class (back, "salon-outlined");
  salon_set_tooltip (self->merge, _("Make one card of all these (Enter)"));
  salon_set_tooltip (back, _("Change nothing (Esc)"));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), gap);
  gtk_box_append (GTK_BOX (box), self->merge);
  return box;
}

static void
build (SalonMergeMany *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->card = SALON_CARD (salon_card_new (_("Which card stays?")));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (content), salon_wrapped_label_new (_("Visits, phones, tags and all else of the other cards go to the "
                                                                "card that stays. What it does not say yet is filled from "
                                                                "them; what differs stays as it is there. Each card can be "
                                                                "separated again at any time."),
                                                              "salon-secondary"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  salon_card_set_child (self->card, scroller);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (page), build_verbs (self));
  gtk_widget_set_parent (g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "tightening-threshold", WIDTH, "child", page, NULL),
                         GTK_WIDGET (self));
}

static void
salon_merge_many_init (SalonMergeMany *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->clients = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  build (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_merge_many_new:
 *
 * Returns: (transfer floating): nobody yet; see salon_merge_many_open()
 */
GtkWidget *
salon_merge_many_new (SalonSession *session)
{
  SalonMergeMany *self = g_object_new (SALON_TYPE_MERGE_MANY, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_merge_many_open:
 * @ids: (transfer none) (element-type gint64): the cards
 */
void
salon_merge_many_open (SalonMergeMany *self, GArray *ids)
{
  g_return_if_fail (SALON_IS_MERGE_MANY (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear_rows (self);
  gtk_widget_set_sensitive (self->merge, FALSE);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_client_rows, SALON_LANE_INTERACTIVE, g_array_ref (ids), self->cancellable,
                       on_rows, g_object_ref (self));
}
