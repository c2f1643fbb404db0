/* The list of pairs, the surest first, and behind it the two cards of one pair; Escape goes back, from the list to the
 * page.  The pairs are searched in the background; a pair that was merged or is no pair leaves the list at once, without
 * a new search. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/pages/clients/duplicates-view.h"
#include "gui/pages/clients/person-line.h"
#include "gui/parts/merge-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/wrap-layout.h"
#include "model/services/duplicate-pairs.h"

#define MAX_SHOWN  200
#define LIST_WIDTH 860

struct _SalonDuplicatesView {
  GtkWidget parent_instance;

  SalonSession *session;
  GCancellable *cancellable;
  SalonDuplicatePairs *pairs;
  GtkListBoxRow *open_row; /* whose cards are compared */
  guint n;
  gboolean by_hand; /* the two cards were chosen on the page: there is no list behind them */

  GtkStack *stack;
  SalonCard *card;
  SalonEmptyState *empty;
  GtkListBox *list;
  SalonMergeView *merge;
};

enum { SIGNAL_CLOSED, SIGNAL_MERGED, SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonDuplicatesView, salon_duplicates_view, GTK_TYPE_WIDGET)

static GQuark
pair_quark (void)
{
  return g_quark_from_static_string ("salon-duplicate-pair");
}

/* ---- rows */

static GtkWidget *
reasons_new (SalonDuplicateReasons reasons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  for (guint i = 0; i < SALON_N_DUPLICATE_REASONS; i++) {
    SalonDuplicateReasons reason = (SalonDuplicateReasons) (1u << i);
    gboolean against = (reason & SALON_DUPLICATE_AGAINST) != 0;

    if ((reasons & reason) != 0)
      gtk_box_append (GTK_BOX (box), salon_chip_new (against ? SALON_TONE_AMBER : SALON_TONE_TEAL,
                                                     against ? "salon-alert-symbolic" : "salon-check-symbolic",
                                                     salon_duplicate_reason_label (reason)));
  }
  return box;
}

static GtkWidget *
score_new (int score)
{
  g_autofree char *text = g_strdup_printf (C_ ("percent", "%d%%"), score);
  GtkWidget *label = salon_label_new (text, "salon-num");

  gtk_widget_add_css_class (label, "salon-heading");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_widget_set_tooltip_text (label, _("How likely these are one person"));
  return label;
}

static GtkWidget *
row_new (SalonDuplicatePair *pair)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *reasons = salon_duplicate_reasons_text (pair->reasons);
  g_autofree char *label = g_strdup_printf ("%s, %s, %d%%, %s", pair->survivor->name, pair->other->name, pair->score, reasons);

  gtk_box_set_homogeneous (GTK_BOX (people), TRUE);
  gtk_widget_set_hexpand (people, TRUE);
  gtk_box_append (GTK_BOX (people), salon_person_line_new (pair->survivor));
  gtk_box_append (GTK_BOX (people), salon_person_line_new (pair->other));
  gtk_box_append (GTK_BOX (line), people);
  gtk_box_append (GTK_BOX (line), score_new (pair->score));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), reasons_new (pair->reasons));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_qdata (G_OBJECT (row), pair_quark (), pair);
  salon_set_accessible_label (row, label);
  return row;
}

/* ---- the list */

static void
show_count (SalonDuplicatesView *self)
{
  g_autofree char *note = g_strdup_printf (ngettext ("%u pair", "%u pairs", self->n), self->n);

  salon_card_set_note (self->card, self->n > 0 ? note : NULL);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0, self->n);
}

static void
show_list (SalonDuplicatesView *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "empty");
  if (first != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
clear_list (SalonDuplicatesView *self)
{
  GtkWidget *row = NULL;

  self->open_row = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
on_pairs (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDuplicatesView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDuplicatePairs) pairs = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_list (self);
  g_clear_pointer (&self->pairs, salon_duplicate_pairs_free);
  if (pairs == NULL) {
    salon_empty_state_set_text (self->empty, _("Duplicates could not be looked for"), error->message);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  self->pairs = g_steal_pointer (&pairs);
  self->n = self->pairs->n_all;
  for (guint i = 0; i < self->pairs->pairs->len; i++)
    gtk_list_box_append (self->list, row_new (self->pairs->pairs->pdata[i]));
  salon_empty_state_set_text (self->empty, _("No duplicates"), _("No two cards look like one person."));
  show_count (self);
  show_list (self);
}

/* ---- one pair */

static gboolean
names (const SalonDuplicatePair *pair, gint64 id)
{
  return pair->survivor->id == id || pair->other->id == id;
}

/* The pair itself, and after a merge every other pair of the card that is gone: its own pairs come with the next search. */
static void
drop_pairs (SalonDuplicatesView *self, gint64 gone)
{
  const SalonDuplicatePair *done = self->open_row != NULL ? g_object_get_qdata (G_OBJECT (self->open_row), pair_quark ()) : NULL;

  for (int i = 0;;) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
    const SalonDuplicatePair *pair = row != NULL ? g_object_get_qdata (G_OBJECT (row), pair_quark ()) : NULL;

    if (row == NULL)
      break;
    if (pair != done && (gone == 0 || !names (pair, gone))) {
      i++;
      continue;
    }
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
    self->n -= MIN (self->n, 1);
  }
  self->open_row = NULL;
  show_count (self);
}

static void
on_merged (SalonMergeView *merge, gint64 survivor, SalonDuplicatesView *self)
{
  const SalonDuplicatePair *pair = self->open_row != NULL ? g_object_get_qdata (G_OBJECT (self->open_row), pair_quark ()) : NULL;
  gint64 gone = pair == NULL ? 0 : pair->survivor->id == survivor ? pair->other->id : pair->survivor->id;

  drop_pairs (self, gone);
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, survivor);
  if (self->by_hand)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  else
    show_list (self);
}

static void
on_two_people (SalonMergeView *merge, SalonDuplicatesView *self)
{
  drop_pairs (self, 0);
}

static void
on_back (SalonMergeView *merge, SalonDuplicatesView *self)
{
  GtkListBoxRow *row = self->open_row;

  if (self->by_hand) {
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
    return;
  }
  self->open_row = NULL;
  show_list (self);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, SalonDuplicatesView *self)
{
  const SalonDuplicatePair *pair = g_object_get_qdata (G_OBJECT (row), pair_quark ());

  self->open_row = row;
  self->by_hand = FALSE;
  salon_merge_view_open (self->merge, pair->survivor->id, pair->other->id);
  gtk_stack_set_visible_child_name (self->stack, "merge");
}

/* One step back: from two cards to the list, from the list to the page. */
static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDuplicatesView *self = SALON_DUPLICATES_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "merge") == 0)
    on_back (self->merge, self);
  else
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SalonDuplicatesView *self)
{
  if (keyval != GDK_KEY_Escape || g_str_equal (gtk_stack_get_visible_child_name (self->stack), "merge"))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  return TRUE;
}

/* ---- class */

static void
salon_duplicates_view_dispose (GObject *object)
{
  SalonDuplicatesView *self = SALON_DUPLICATES_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->pairs, salon_duplicate_pairs_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_duplicates_view_parent_class)->dispose (object);
}

static void
salon_duplicates_view_class_init (SalonDuplicatesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_duplicates_view_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonDuplicatesView::closed: back to the page
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_DUPLICATES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonDuplicatesView::merged:
   * @client: the card that stayed
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", SALON_TYPE_DUPLICATES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonDuplicatesView::counted:
   * @n: pairs that are left, for the button that opens this
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SALON_TYPE_DUPLICATES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "duplicatesview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "duplicates.close", NULL, action_close);
}

static GtkWidget *
back_new (void)
{
  GtkWidget *back = gtk_button_new_with_label (C_ ("verb", "Back"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "duplicates.close");
  gtk_widget_add_css_class (back, "salon-outlined");
  salon_set_tooltip (back, _("Back to the clients (Esc)"));
  return back;
}

static GtkWidget *
build_list (SalonDuplicatesView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->card = SALON_CARD (salon_card_new (C_ ("cards of one person", "Duplicates")));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-pairs");
  salon_set_accessible_label (self->list, C_ ("cards of one person", "Duplicates"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  salon_card_add_suffix (self->card, back_new ());
  salon_card_set_child (self->card, scroller);
  return GTK_WIDGET (self->card);
}

/* A wide window gives room at both sides, not longer lines. */
static GtkWidget *
in_the_middle (GtkWidget *child)
{
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", LIST_WIDTH, "tightening-threshold", LIST_WIDTH,
                                   "child", child, NULL);

  return clamp;
}

static void
salon_duplicates_view_init (SalonDuplicatesView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-user-symbolic", _("No duplicates"), NULL));
  salon_empty_state_set_action (self->empty, C_ ("verb", "Back"), "duplicates.close");
  gtk_widget_set_vexpand (GTK_WIDGET (self->empty), TRUE);
  gtk_box_append (GTK_BOX (empty), GTK_WIDGET (self->empty));
  gtk_stack_add_named (self->stack, salon_wrapped_label_new (_("Looking for duplicates…"), "salon-secondary"), "waiting");
  gtk_stack_add_named (self->stack, in_the_middle (build_list (self)), "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_duplicates_view_new:
 *
 * Returns: (transfer floating): an empty list; see salon_duplicates_view_load()
 */
GtkWidget *
salon_duplicates_view_new (SalonSession *session)
{
  SalonDuplicatesView *self = g_object_new (SALON_TYPE_DUPLICATES_VIEW, NULL);

  self->session = g_object_ref (session);
  self->merge = SALON_MERGE_VIEW (salon_merge_view_new (session));
  gtk_stack_add_named (self->stack, in_the_middle (GTK_WIDGET (self->merge)), "merge");
  g_signal_connect (self->merge, "merged", G_CALLBACK (on_merged), self);
  g_signal_connect (self->merge, "two-people", G_CALLBACK (on_two_people), self);
  g_signal_connect (self->merge, "closed", G_CALLBACK (on_back), self);
  return GTK_WIDGET (self);
}

/**
 * salon_duplicates_view_load:
 *
 * Looks for pairs in the background; "counted" tells how many there are.
 */
void
salon_duplicates_view_load (SalonDuplicatesView *self)
{
  g_return_if_fail (SALON_IS_DUPLICATES_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_duplicate_pairs, SALON_LANE_BACKGROUND,
                       salon_pairs_request_new (SALON_DUPLICATE_LIKELY, MAX_SHOWN, 0), self->cancellable, on_pairs,
                       g_object_ref (self));
}

/**
 * salon_duplicates_view_compare: shows two cards that are not of the list, chosen by hand
 */
void
salon_duplicates_view_compare (SalonDuplicatesView *self, gint64 one, gint64 other)
{
  g_return_if_fail (SALON_IS_DUPLICATES_VIEW (self));

  self->open_row = NULL;
  self->by_hand = TRUE;
  salon_merge_view_open (self->merge, one, other);
  gtk_stack_set_visible_child_name (self->stack, "merge");
}

/**
 * salon_duplicates_view_get_n:
 *
 * Returns: how many pairs are left
 */
guint
salon_duplicates_view_get_n (SalonDuplicatesView *self)
{
  return self->n;
}
