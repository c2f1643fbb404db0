/* The changes of one thing as a list, newest first; what was undone is said to be. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/log-window.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/client-panel.h"

#define WIDTH  640
#define HEIGHT 560

typedef struct {
  GtkStack *stack;
  GtkListBox *list;
  SalonEmptyState *empty;
  GCancellable *cancellable;
  gint64 operation; /* of the row above */
} Log;

static void
log_free (Log *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* ---- rows */

static char *
change_text (const SalonLogEntry *entry)
{
  gboolean had = entry->before != NULL && *entry->before != '\0';
  gboolean has = entry->after != NULL && *entry->after != '\0';
  g_autofree char *change = NULL;

  if (had && has)
    /* Translators: a change in the log: before, after */
    change = g_strdup_printf (_("“%s” → “%s”"), entry->before, entry->after);
  else if (has)
    change = g_strdup_printf (_("“%s”"), entry->after);
  else if (had)
    change = g_strdup_printf (_("“%s” removed"), entry->before);
  if (entry->field == NULL)
    return g_steal_pointer (&change);
  if (change == NULL)
    return g_strdup (entry->field);
  return g_strdup_printf ("%s: %s", entry->field, change);
}

static GtkWidget *
head_new (const SalonLogEntry *entry, SalonClock *clock)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *at = salon_clock_format (clock, entry->at);
  GtkWidget *what = salon_label_new (g_dgettext (GETTEXT_PACKAGE, entry->what), "salon-heading");

  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (box), what);
  if (entry->undone)
    gtk_box_append (GTK_BOX (box), salon_label_new (C_ ("log", "undone"), "salon-secondary"));
  gtk_box_append (GTK_BOX (box), salon_label_new (entry->user, "salon-secondary"));
  gtk_box_append (GTK_BOX (box), salon_label_new (at, "salon-num"));
  return box;
}

/* Changes of one operation share a row's head. */
static void
append_entry (Log *self, const SalonLogEntry *entry, SalonClock *clock)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *change = change_text (entry);

  if (entry->operation != self->operation)
    gtk_box_append (GTK_BOX (box), head_new (entry, clock));
  self->operation = entry->operation;
  if (change != NULL) {
    GtkWidget *label = salon_wrapped_label_new (change, entry->undone ? "salon-secondary" : NULL);

    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
}

static void
on_log (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = salon_session_query_finish (SALON_SESSION (source), result, &error);
  Log *self = g_object_get_data (G_OBJECT (window), "salon-log");

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL || entries->len == 0) {
    if (error != NULL)
      salon_empty_state_set_text (self->empty, _("The changes could not be read"), error->message);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  for (guint i = 0; i < entries->len; i++)
    append_entry (self, entries->pdata[i], salon_session_clock (SALON_SESSION (source)));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* ---- the window */

static GtkWidget *
build_list (Log *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-log");
  salon_set_accessible_label (self->list, _("Changes"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
build_content (Log *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-clock-symbolic", _("Nothing was changed yet"), NULL));
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "waiting");
  gtk_stack_add_named (self->stack, build_list (self), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, _("Changes")));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  return box;
}

static void
on_destroy (GtkWidget *window, gpointer data)
{
  g_object_set_data (G_OBJECT (window), "salon-log", NULL);
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
}

/**
 * salon_log_window_present:
 * @from: any widget of the window in front of which it opens
 * @query: a query from #SalonIdRequest to an array of #SalonLogEntry
 * @id: of the client or the visit
 * @title: whose changes they are
 *
 * Shows the changes of one thing.
 */
void
salon_log_window_present (GtkWidget *from, SalonSession *session, const SalonQuery *query, gint64 id, const char *title)
{
  GtkWidget *window = adw_window_new ();
  Log *self = g_new0 (Log, 1);

  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (window), "salon-log", self, (GDestroyNotify) log_free);
  adw_window_set_content (ADW_WINDOW (window), build_content (self, title));
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_add_css_class (window, "salon");
  close_by_escape (window);
  g_signal_connect (window, "destroy", G_CALLBACK (on_destroy), NULL);
  salon_session_query (session, query, SALON_LANE_INTERACTIVE, salon_id_request_new (id), self->cancellable, on_log,
                       g_object_ref (window));
  gtk_window_present (GTK_WINDOW (window));
}
