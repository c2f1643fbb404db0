/* Two numbers and one button: what is said is noted in one operation.  The numbers of cards that did not come out are blank again. */
#include "config.h"
#include "gui/parts/card-outcome.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"

#define GAP   12
#define WIDTH 420

struct _SalonCardOutcome {
  GtkWidget parent_instance;

  SalonValueEntry *n_done;
  SalonValueEntry *n_spoiled;
  GtkWidget *done_field;
  GtkWidget *note;
};

enum { SIGNAL_TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardOutcome, salon_card_outcome, GTK_TYPE_WIDGET)

/* What is left empty is none. */
static gboolean
read_number (SalonValueEntry *entry, gint64 *n)
{
  g_autoptr (GError) error = NULL;

  if (salon_value_entry_read (entry, n, &error)) {
    *n = *n == SALON_VALUE_NONE ? 0 : *n;
    return TRUE;
  }
  salon_value_entry_set_error (entry, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static void
tell (SalonCardOutcome *self)
{
  gint64 n_done = 0;
  gint64 n_spoiled = 0;

  salon_form_clear_errors (GTK_WIDGET (self));
  if (!gtk_widget_get_sensitive (self->note) || !read_number (self->n_done, &n_done) || !read_number (self->n_spoiled, &n_spoiled))
    return;
  gtk_widget_set_sensitive (self->note, FALSE);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, (guint) MIN (n_done, G_MAXINT), (guint) MIN (n_spoiled, G_MAXINT));
}

static void
on_note (GtkButton *button, SalonCardOutcome *self)
{
  tell (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonCardOutcome *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  tell (self);
  return TRUE;
}

static gboolean
salon_card_outcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_CARD_OUTCOME (widget)->n_done));
}

static void
salon_card_outcome_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_card_outcome_parent_class)->dispose (object);
}

static void
salon_card_outcome_class_init (SalonCardOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_outcome_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_card_outcome_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);

  /**
   * SalonCardOutcome::told:
   * @n_done: so many came out
   * @n_spoiled: so much plastic was ruined
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", SALON_TYPE_CARD_OUTCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_UINT, G_TYPE_UINT);
}

static void
salon_card_outcome_init (SalonCardOutcome *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->n_done = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  self->n_spoiled = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  self->note = gtk_button_new_with_label (_("Note it"));
  salon_value_entry_set_label (self->n_done, _("Came out well"));
  salon_value_entry_set_label (self->n_spoiled, _("Spoiled"));
  self->done_field = salon_form_field_new ("n_done", _("Came out well"), GTK_WIDGET (self->n_done));
  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), self->done_field, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("n_spoiled", _("Spoiled"), GTK_WIDGET (self->n_spoiled)), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->note, 1, 1, 1, 1);
  gtk_widget_set_halign (self->note, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->note, "suggested-action");
  salon_set_tooltip (self->note, _("Note how many came out (Enter)"));
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  salon_set_accessible_label (self, _("What came out of the printer"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->note, "clicked", G_CALLBACK (on_note), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_card_outcome_new:
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
salon_card_outcome_new (void)
{
  return g_object_new (SALON_TYPE_CARD_OUTCOME, NULL);
}

/**
 * salon_card_outcome_set_total:
 * @n_cards: of the batch
 */
void
salon_card_outcome_set_total (SalonCardOutcome *self, guint n_cards)
{
  /* Translators: below a number of cards: "3 of 10" */
  g_autofree char *hint = g_strdup_printf (ngettext ("of %u card", "of %u cards", n_cards), n_cards);

  g_return_if_fail (SALON_IS_CARD_OUTCOME (self));

  salon_form_field_set_hint (SALON_FORM_FIELD (self->done_field), hint);
}

/**
 * salon_card_outcome_mark:
 * @error: (nullable): why what was said was refused; what was typed stays
 *
 * It can be said again.
 */
void
salon_card_outcome_mark (SalonCardOutcome *self, const GError *error)
{
  g_return_if_fail (SALON_IS_CARD_OUTCOME (self));

  gtk_widget_set_sensitive (self->note, TRUE);
  if (error != NULL)
    salon_form_mark (GTK_WIDGET (self), error);
}

/* ---- in a window of its own */

typedef struct {
  GtkWindow *window;
  GtkWidget *from; /* weak */
  SalonSession *session;
  gint64 print_id;
  SalonCardOutcome *form;
  gboolean closed; /* though an answer still holds the window */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->session);
  g_free (self);
}

static void
on_destroy (GtkWindow *window, Ask *self)
{
  self->closed = TRUE;
}

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Ask *self = g_object_get_data (G_OBJECT (window), "salon-ask");
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (ok && self->from != NULL)
    salon_note_final (self->from, _("Noted what came out of the printer. It stays so."), &done);
  if (self->closed) {
    if (!ok && self->from != NULL)
      salon_note_error (self->from, error);
  } else if (ok) {
    gtk_window_close (window);
  } else {
    salon_card_outcome_mark (self->form, error);
  }
}

static void
on_told (SalonCardOutcome *form, guint n_done, guint n_spoiled, Ask *self)
{
  SalonCardPrintEnd *request =
      salon_card_print_end_new (self->print_id, n_done > 0 ? SALON_CARD_PRINT_DONE : SALON_CARD_PRINT_FAILED, NULL);

  request->n_done = n_done;
  request->n_spoiled = n_spoiled;
  salon_session_submit (self->session, &salon_command_card_print_end, request, NULL, NULL, on_noted, g_object_ref (self->window));
}

/**
 * salon_card_outcome_ask:
 * @window: in front of which it is asked
 * @print: a batch that waits
 *
 * Asks what came out, and notes it.
 */
void
salon_card_outcome_ask (GtkWidget *window, SalonSession *session, const SalonCardPrint *print)
{
  Ask *self = g_new0 (Ask, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  const char *title = _("What came out of the printer");

  self->window = GTK_WINDOW (adw_window_new ());
  self->session = g_object_ref (session);
  self->print_id = salon_entity_get_id ((SalonEntity *) print);
  self->form = SALON_CARD_OUTCOME (salon_card_outcome_new ());
  g_set_weak_pointer (&self->from, window);
  salon_card_outcome_set_total (self->form, (guint) print->n_cards);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, print->printer));
  gtk_widget_set_margin_start (GTK_WIDGET (self->form), GAP);
  gtk_widget_set_margin_end (GTK_WIDGET (self->form), GAP);
  gtk_widget_set_margin_top (GTK_WIDGET (self->form), GAP);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->form), GAP);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  g_object_set_data_full (G_OBJECT (self->window), "salon-ask", self, ask_free);
  g_signal_connect (self->form, "told", G_CALLBACK (on_told), self);
  g_signal_connect (self->window, "destroy", G_CALLBACK (on_destroy), self);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (self->window, title);
  gtk_window_set_transient_for (self->window, GTK_WINDOW (gtk_widget_get_root (window)));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "salon");
  salon_close_by_escape (GTK_WIDGET (self->window));
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}
