/* The left card and the right one keep their places; which of them stays is chosen like a field.  Above stands what
 * comes out, as it will be; below, what to do.
 *
 * Keys: arrows choose, Enter merges, Escape goes back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/merge-row.h"
#include "gui/parts/merge-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/textures.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/client-name.h"
#include "model/services/merge-compare.h"
#include "model/services/merge.h"

#define PHOTO_SIZE 44

struct _SalonMergeView {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonMergeCompare *compare;
  GCancellable *cancellable;
  gint64 one;
  gint64 other;
  gboolean is_writing;

  GtkBox *page;
  SalonPhoto *photo;
  GtkLabel *name;
  GtkLabel *contacts;
  GtkLabel *counts;
  GtkBox *reasons;
  GtkWidget *stays[2]; /* toggle buttons with the two people */
  GtkBox *heads;
  GtkBox *rows;
  GtkWidget *merge;
  GtkWidget *not_same;
};

enum { SIGNAL_MERGED, SIGNAL_TWO_PEOPLE, SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonMergeView, salon_merge_view, GTK_TYPE_WIDGET)

/* ---- what is chosen */

static gboolean
left_stays (SalonMergeView *self)
{
  return self->stays[0] == NULL || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->stays[0]));
}

static SalonMergeRow *
first_row (SalonMergeView *self)
{
  return (SalonMergeRow *) gtk_widget_get_first_child (GTK_WIDGET (self->rows));
}

static SalonMergeRow *
next_row (SalonMergeRow *row)
{
  return (SalonMergeRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
}

static SalonMergeChoice
choice_of (SalonMergeView *self, SalonMergeRow *row)
{
  gboolean one = FALSE;
  gboolean other = FALSE;

  salon_merge_row_get_chosen (row, &one, &other);
  if (one && other)
    return SALON_MERGE_BOTH;
  return one == left_stays (self) ? SALON_MERGE_KEEP : SALON_MERGE_TAKE;
}

static SalonMergeRequest *
request_of (SalonMergeView *self)
{
  gboolean left = left_stays (self);
  SalonMergeRequest *request = salon_merge_request_new (left ? self->one : self->other, left ? self->other : self->one);

  for (SalonMergeRow *row = first_row (self); row != NULL; row = next_row (row))
    if (salon_merge_row_is_open (row))
      salon_merge_request_choose (request, salon_merge_row_get_name (row), choice_of (self, row));
  return request;
}

/* ---- what comes out */

static char *
counts_text (const SalonMergeCompare *compare)
{
  g_autofree char *visits = g_strdup_printf (ngettext ("%u visit", "%u visits", compare->n_visits), compare->n_visits);
  g_autofree char *phones = g_strdup_printf (ngettext ("%u phone", "%u phones", compare->n_phones), compare->n_phones);
  g_autofree char *labels = NULL;

  if (compare->n_labels > 0)
    labels = g_strdup_printf (ngettext ("%u tag or category", "%u tags and categories", compare->n_labels), compare->n_labels);
  return g_strjoin (" · ", visits, phones, labels, NULL);
}

static void
show_photo (SalonMergeView *self, const SalonClient *merged)
{
  const SalonMergeCompare *compare = self->compare;
  gboolean of_one = merged->photo_id == compare->one_card->photo_id;
  GBytes *thumb = merged->photo_id == 0 ? NULL : of_one ? compare->one->thumb : compare->other->thumb;
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (thumb);

  salon_photo_set_person (self->photo, salon_entity_get_id (merged), gtk_label_get_text (self->name));
  salon_photo_set_texture (self->photo, texture);
}

/* Numbers of the card that stays, then those of the other that are not among them. */
static void
add_phones (GString *text, const char *phones)
{
  g_auto (GStrv) known = g_strsplit (text->str, ", ", -1);
  g_auto (GStrv) more = phones != NULL ? g_strsplit (phones, ", ", -1) : NULL;

  for (char **phone = more; phone != NULL && *phone != NULL; phone++)
    if (!g_strv_contains ((const char *const *) known, *phone))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", *phone);
}

static char *
contacts_text (SalonMergeView *self, const SalonClient *merged)
{
  gboolean left = left_stays (self);
  GString *text = g_string_new (NULL);

  add_phones (text, left ? self->compare->one_phones : self->compare->other_phones);
  add_phones (text, left ? self->compare->other_phones : self->compare->one_phones);
  if (merged->email != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", merged->email);
  return g_string_free (text, FALSE);
}

static void
show_result (SalonMergeView *self)
{
  const SalonMergeCompare *compare = self->compare;
  gboolean left = left_stays (self);
  g_autoptr (SalonMergeRequest) request = request_of (self);
  g_autoptr (SalonClient) merged = salon_merge_cards (left ? compare->one_card : compare->other_card,
                                                      left ? compare->other_card : compare->one_card, request->choices);
  g_autofree char *name = salon_client_list_name (merged->first_name, merged->patronymic, merged->surname, NULL);
  g_autofree char *contacts = contacts_text (self, merged);
  g_autofree char *counts = counts_text (compare);

  gtk_label_set_text (self->name, *name != '\0' ? name : _("Client without a name"));
  gtk_label_set_text (self->contacts, contacts);
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), *contacts != '\0');
  gtk_label_set_text (self->counts, counts);
  show_photo (self, merged);
}

static void
show_reasons (SalonMergeView *self)
{
  GtkWidget *chip = NULL;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, chip);
  for (guint i = 0; i < SALON_N_DUPLICATE_REASONS; i++) {
    SalonDuplicateReasons reason = (SalonDuplicateReasons) (1u << i);
    gboolean against = (reason & SALON_DUPLICATE_AGAINST) != 0;

    if ((self->compare->reasons & reason) != 0)
      gtk_box_append (self->reasons, salon_chip_new (against ? SALON_TONE_AMBER : SALON_TONE_TEAL,
                                                     against ? "salon-alert-symbolic" : "salon-check-symbolic",
                                                     salon_duplicate_reason_label (reason)));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), gtk_widget_get_first_child (GTK_WIDGET (self->reasons)) != NULL);
}

/* ---- the two people */

static char *
visits_text (const SalonClientRow *client)
{
  g_autofree char *last = NULL;

  if (client->visit_days == 0)
    return g_strdup (_("No visits"));
  last = salon_day_format ((SalonDay) client->last_day);
  /* Translators: number of visits, date of the last one */
  return g_strdup_printf (ngettext ("%d visit, last on %s", "%d visits, last on %s", (gulong) client->visit_days),
                          (int) client->visit_days, last);
}

static void
choose_usual (SalonMergeView *self)
{
  g_autoptr (GArray) fields = salon_merge_fields ();
  gboolean left = left_stays (self);
  const SalonClient *stays = left ? self->compare->one_card : self->compare->other_card;
  const SalonClient *goes = left ? self->compare->other_card : self->compare->one_card;

  for (SalonMergeRow *row = first_row (self); row != NULL; row = next_row (row)) {
    const SalonMergeField *field = salon_merge_field_of (fields, salon_merge_row_get_name (row));
    SalonMergeChoice choice = field != NULL ? salon_merge_default (field, stays, goes) : SALON_MERGE_KEEP;
    gboolean both = choice == SALON_MERGE_BOTH;

    salon_merge_row_choose (row, both || (choice == SALON_MERGE_KEEP) == left, both || (choice == SALON_MERGE_KEEP) != left);
  }
}

static void
on_stays (GtkToggleButton *button, SalonMergeView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  choose_usual (self);
  show_result (self);
}

static GtkWidget *
person_new (SalonMergeView *self, const SalonClientRow *client)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *photo = salon_photo_new (PHOTO_SIZE);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stays = salon_label_new (_("This card stays"), "salon-merge-stays");
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (client->thumb);
  g_autofree char *visits = visits_text (client);
  /* Translators: for screen readers; %s is a client */
  g_autofree char *label = g_strdup_printf (_("The card of %s stays"), client->name);

  salon_photo_set_person (SALON_PHOTO (photo), client->id, client->name);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  gtk_widget_set_valign (photo, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), salon_wrapped_label_new (client->name, "salon-heading"));
  if (client->phone != NULL && !g_str_equal (client->phone, client->name))
    gtk_box_append (GTK_BOX (texts), salon_label_new (client->phone, "salon-num"));
  gtk_box_append (GTK_BOX (texts), salon_wrapped_label_new (visits, "salon-secondary"));
  gtk_box_append (GTK_BOX (texts), stays);
  gtk_box_append (GTK_BOX (box), photo);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "salon-merge-cell");
  gtk_widget_add_css_class (button, "person");
  salon_set_accessible_label (button, label);
  return button;
}

static void
show_people (SalonMergeView *self)
{
  const SalonMergeCompare *compare = self->compare;
  GtkWidget *old = NULL;
  gboolean left = compare->one_card->archived_at == 0;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, old);
  self->stays[0] = person_new (self, compare->one);
  self->stays[1] = person_new (self, compare->other);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->stays[1]), GTK_TOGGLE_BUTTON (self->stays[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->stays[left ? 0 : 1]), TRUE);
  for (guint i = 0; i < 2; i++) {
    gtk_box_append (self->heads, self->stays[i]);
    g_signal_connect (self->stays[i], "toggled", G_CALLBACK (on_stays), self);
  }
}

/* ---- fields */

static void
on_chosen (SalonMergeRow *row, SalonMergeView *self)
{
  show_result (self);
}

static void
add_rows (SalonMergeView *self, gboolean open)
{
  for (guint i = 0; i < self->compare->fields->len; i++) {
    GtkWidget *row = salon_merge_row_new (self->compare->fields->pdata[i]);

    if (salon_merge_row_is_open (SALON_MERGE_ROW (row)) == open) {
      g_signal_connect (row, "chosen", G_CALLBACK (on_chosen), self);
      gtk_box_append (self->rows, row);
    } else {
      g_object_ref_sink (row);
      g_object_unref (row);
    }
  }
}

/* What differs stands first. */
static void
show_fields (SalonMergeView *self)
{
  GtkWidget *row = NULL;
  SalonComparedField phones = { (char *) "phones", (char *) C_ ("contact", "Phones"), self->compare->one_phones,
                                self->compare->other_phones, TRUE, FALSE };

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  add_rows (self, TRUE);
  if (phones.one != NULL || phones.other != NULL)
    gtk_box_append (self->rows, salon_merge_row_new (&phones));
  add_rows (self, FALSE);
}

static void
show_compare (SalonMergeView *self)
{
  show_people (self);
  show_fields (self);
  show_reasons (self);
  choose_usual (self);
  show_result (self);
  gtk_widget_set_visible (GTK_WIDGET (self->page), TRUE);
  gtk_widget_grab_focus (self->stays[left_stays (self) ? 0 : 1]);
}

static void
on_compare (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergeView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonMergeCompare) compare = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (compare == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
    return;
  }
  g_clear_pointer (&self->compare, salon_merge_compare_free);
  self->compare = g_steal_pointer (&compare);
  show_compare (self);
}

/* ---- what is done */

static void
set_writing (SalonMergeView *self, gboolean on)
{
  self->is_writing = on;
  gtk_widget_set_sensitive (self->merge, !on);
  gtk_widget_set_sensitive (self->not_same, !on);
}

static gboolean
finish (SalonMergeView *self, GObject *source, GAsyncResult *result, SalonDone *done)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, done, &error);

  if (self->session == NULL)
    return FALSE;
  set_writing (self, FALSE);
  if (!ok)
    salon_note_error (GTK_WIDGET (self), error);
  return ok;
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergeView) self = data;
  SalonDone done;
  g_autofree char *note = NULL;

  if (!finish (self, source, result, &done))
    return;
  /* Translators: %s is a client */
  note = g_strdup_printf (_("Now one card: %s"), gtk_label_get_text (self->name));
  salon_note_done (GTK_WIDGET (self), note, &done);
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, done.id);
}

static void
on_not_same (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonMergeView) self = data;
  SalonDone done;

  if (!finish (self, source, result, &done))
    return;
  salon_note_done (GTK_WIDGET (self), _("These two will not be offered as duplicates again"), &done);
  g_signal_emit (self, signals[SIGNAL_TWO_PEOPLE], 0);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
action_merge (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonMergeView *self = SALON_MERGE_VIEW (widget);
  g_autofree char *uuid = salon_session_new_uuid ();

  if (self->compare == NULL || self->is_writing)
    return;
  set_writing (self, TRUE);
  salon_session_submit (self->session, &salon_command_client_merge, request_of (self), uuid, NULL, on_merged, g_object_ref (self));
}

static void
action_not_same (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonMergeView *self = SALON_MERGE_VIEW (widget);
  g_autofree char *uuid = salon_session_new_uuid ();

  if (self->compare == NULL || self->is_writing)
    return;
  set_writing (self, TRUE);
  salon_session_submit (self->session, &salon_command_client_not_same, salon_pair_request_new (self->one, self->other), uuid,
                        NULL, on_not_same, g_object_ref (self));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

/* ---- keys */

static SalonMergeRow *
row_of_focus (SalonMergeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL ? (SalonMergeRow *) gtk_widget_get_ancestor (focus, SALON_TYPE_MERGE_ROW) : NULL;
}

static gboolean
step_across (SalonMergeView *self, int direction)
{
  SalonMergeRow *row = row_of_focus (self);
  GtkWidget *person = self->stays[direction < 0 ? 0 : 1];

  if (row != NULL) {
    salon_merge_row_step (row, direction);
  } else {
    gtk_widget_grab_focus (person);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (person), TRUE);
  }
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SalonMergeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean on_cell = focus != NULL && gtk_widget_has_css_class (focus, "salon-merge-cell");

  if (self->compare == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return gtk_widget_activate_action (GTK_WIDGET (self), "merge.close", NULL);
  if (!on_cell)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return gtk_widget_activate_action (GTK_WIDGET (self), "merge.merge", NULL);
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    return step_across (self, keyval == GDK_KEY_Left ? -1 : 1);
  return FALSE;
}

/* ---- class */

static void
salon_merge_view_dispose (GObject *object)
{
  SalonMergeView *self = SALON_MERGE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->compare, salon_merge_compare_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_merge_view_parent_class)->dispose (object);
}

static void
salon_merge_view_class_init (SalonMergeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_merge_view_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonMergeView::merged:
   * @client: the card that stayed
   */
  signals[SIGNAL_MERGED] = g_signal_new ("merged", SALON_TYPE_MERGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonMergeView::two-people: they are not the same; "closed" comes next
   */
  signals[SIGNAL_TWO_PEOPLE] = g_signal_new ("two-people", SALON_TYPE_MERGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonMergeView::closed: nothing was merged
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_MERGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mergeview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, action_merge);
  gtk_widget_class_install_action (widget_class, "merge.not-same", NULL, action_not_same);
  gtk_widget_class_install_action (widget_class, "merge.close", NULL, action_close);
}

static GtkWidget *
build_result (SalonMergeView *self)
{
  GtkWidget *card = salon_card_new (_("After the merge"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->photo = SALON_PHOTO (salon_photo_new (56));
  self->name = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-title"));
  self->contacts = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-num"));
  self->counts = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_widget_set_valign (GTK_WIDGET (self->photo), GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->contacts));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->photo));
  gtk_box_append (GTK_BOX (box), texts);
  salon_card_set_child (SALON_CARD (card), box);
  return card;
}

static GtkWidget *
build_choices (SalonMergeView *self)
{
  GtkWidget *card = salon_card_new (NULL);
  GtkWidget *sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->reasons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->reasons), salon_wrap_layout_new (6, 6));
  self->heads = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_set_homogeneous (self->heads, TRUE);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (sheet), GTK_WIDGET (self->reasons));
  gtk_box_append (GTK_BOX (sheet), GTK_WIDGET (self->heads));
  gtk_box_append (GTK_BOX (sheet), GTK_WIDGET (self->rows));
  salon_card_set_child (SALON_CARD (card), sheet);
  return card;
}

static GtkWidget *
build_verbs (SalonMergeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_with_label (C_ ("verb", "Back"));
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->merge = gtk_button_new_with_label (C_ ("verb", "Merge"));
  self->not_same = gtk_button_new_with_label (_("Not the same person"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->merge), "merge.merge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->not_same), "merge.not-same");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "merge.close");
  gtk_widget_add_css_class (self->merge, "suggested-action");
  gtk_widget_add_css_class (self->not_same, "salon-outlined");
  gtk_widget_add_css_class (back, "salon-outlined");
  salon_set_tooltip (self->merge, _("Make one card of the two (Enter). They can be separated again at any time."));
  salon_set_tooltip (back, _("Change nothing (Esc)"));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), gap);
  gtk_box_append (GTK_BOX (box), self->not_same);
  gtk_box_append (GTK_BOX (box), self->merge);
  return box;
}

static void
salon_merge_view_init (SalonMergeView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->page = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (content), build_choices (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (self->page, build_result (self));
  gtk_box_append (self->page, scroller);
  gtk_box_append (self->page, build_verbs (self));
  gtk_widget_set_visible (GTK_WIDGET (self->page), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->page), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_merge_view_new:
 *
 * Returns: (transfer floating): nobody yet; see salon_merge_view_open()
 */
GtkWidget *
salon_merge_view_new (SalonSession *session)
{
  SalonMergeView *self = g_object_new (SALON_TYPE_MERGE_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_merge_view_open:
 * @one: the card that is proposed to stay; stands on the left
 * @other: the other card
 */
void
salon_merge_view_open (SalonMergeView *self, gint64 one, gint64 other)
{
  g_return_if_fail (SALON_IS_MERGE_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->compare, salon_merge_compare_free);
  gtk_widget_set_visible (GTK_WIDGET (self->page), FALSE);
  self->one = one;
  self->other = other;
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_merge_compare, SALON_LANE_INTERACTIVE, salon_pair_request_new (one, other),
                       self->cancellable, on_compare, g_object_ref (self));
}
