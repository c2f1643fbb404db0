/* The changes of one thing as a list, newest first; what was undone is said to be. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "gui/parts/log-view.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/client-panel.h"

struct _SalonLogView {
  GtkWidget parent_instance;

  SalonSession *session;
  const SalonQuery *query;
  GtkStack *stack;
  GtkListBox *list;
  SalonEmptyState *empty;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SalonLogView, salon_log_view, GTK_TYPE_WIDGET)

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

static GtkWidget *
narrow_head_new (const SalonLogEntry *entry, SalonClock *clock)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *at = salon_clock_format (clock, entry->at);
  const char *const parts[] = { at, entry->user, entry->undone ? C_ ("log", "undone") : NULL };
  g_autofree char *text = salon_text_join (parts, G_N_ELEMENTS (parts), " · ");

  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (g_dgettext (GETTEXT_PACKAGE, entry->what), "salon-heading"));
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (text, "salon-secondary"));
  return box;
}

/* Changes of one operation share a row's head. */
static void
append_entry (GtkListBox *list, const SalonLogEntry *entry, gboolean with_head, SalonClock *clock)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *change = change_text (entry);

  if (with_head)
    gtk_box_append (GTK_BOX (box), gtk_widget_has_css_class (GTK_WIDGET (list), "narrow") ? narrow_head_new (entry, clock) : head_new (entry, clock));
  if (change != NULL) {
    GtkWidget *label = salon_wrapped_label_new (change, entry->undone ? "salon-secondary" : NULL);

    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
}

/**
 * salon_log_fill:
 * @list: with the class "narrow" who and when stand below what was done
 * @entries: (element-type SalonLogEntry): newest first
 *
 * Replaces the rows.
 */
void
salon_log_fill (GtkListBox *list, const GPtrArray *entries, SalonClock *clock)
{
  GtkListBoxRow *row = NULL;
  gint64 operation = 0;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < entries->len; i++) {
    const SalonLogEntry *entry = entries->pdata[i];

    append_entry (list, entry, entry->operation != operation, clock);
    operation = entry->operation;
  }
}

static void
clear_rows (SalonLogView *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  salon_log_fill (self->list, none, salon_session_clock (self->session));
}

static void
on_log (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonLogView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_rows (self);
  if (entries == NULL || entries->len == 0) {
    salon_empty_state_set_text (self->empty, error != NULL ? _("The changes could not be read") : _("Nothing was changed yet"),
                                error != NULL ? error->message : NULL);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  salon_log_fill (self->list, entries, salon_session_clock (SALON_SESSION (source)));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* ---- object */

static void
salon_log_view_dispose (GObject *object)
{
  SalonLogView *self = SALON_LOG_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_log_view_parent_class)->dispose (object);
}

static void
salon_log_view_class_init (SalonLogViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_log_view_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_log_view_init (SalonLogView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-log");
  salon_set_accessible_label (self->list, _("Changes"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-clock-symbolic", _("Nothing was changed yet"), NULL));
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "waiting");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * salon_log_view_new:
 * @query: a query from #SalonIdRequest to an array of #SalonLogEntry
 *
 * Returns: (transfer floating): a list that is empty until salon_log_view_load()
 */
GtkWidget *
salon_log_view_new (SalonSession *session, const SalonQuery *query)
{
  SalonLogView *self = g_object_new (SALON_TYPE_LOG_VIEW, NULL);

  self->session = g_object_ref (session);
  self->query = query;
  return GTK_WIDGET (self);
}

/**
 * salon_log_view_load:
 * @id: of the client or the visit whose changes are read
 *
 * What is shown stays until they are there; salon_log_view_clear() takes it away before.
 */
void
salon_log_view_load (SalonLogView *self, gint64 id)
{
  g_return_if_fail (SALON_IS_LOG_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, self->query, SALON_LANE_INTERACTIVE, salon_id_request_new (id), self->cancellable,
                       on_log, g_object_ref (self));
}

/**
 * salon_log_view_clear: shows nothing, for another client or another user
 */
void
salon_log_view_clear (SalonLogView *self)
{
  g_return_if_fail (SALON_IS_LOG_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  clear_rows (self);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}
