/* A draft of a filter: counted while it is made, taken over by Show.  What a form cannot ask for is shown as a tree. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/filter-breakdown.h"
#include "gui/pages/clients/filter-panel.h"
#include "gui/pages/clients/filter-status.h"
#include "gui/parts/filter-branch.h"
#include "gui/parts/filter-form.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "model/services/filters.h"

#define COUNT_DELAY_MS 120

struct _SalonFilterPanel {
  GtkWidget parent_instance;

  GtkLabel *total;
  SalonFilterBreakdown *breakdown;
  GtkToggleButton *advanced;
  GtkStack *stack;
  SalonFilterForm *form;
  SalonFilterBranch *branch;
  GtkWidget *clear;
  GtkWidget *show;

  SalonSession *session;
  SalonFilter *shown; /* the filter of the list */
  SalonFilter *draft;
  char *text;         /* what narrows the list besides */
  GCancellable *cancellable;
  guint count_source;
  gboolean setting;
};

enum { SHOW, HIDE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterPanel, salon_filter_panel, GTK_TYPE_WIDGET)

/* ---- counting */

static gint64
total_of (const SalonFilterPreview *preview, guint statuses)
{
  gint64 total = 0;

  if (statuses == 0)
    return preview->total;
  for (guint i = 0; i < SALON_N_STATUSES; i++)
    if ((statuses & (1u << i)) != 0)
      total += preview->by_status[i];
  return total;
}

static void
show_total (SalonFilterPanel *self, gint64 total)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) total), (int) total);
  /* Translators: on a button; the number of clients that a filter finds */
  g_autofree char *show = g_strdup_printf (C_ ("filter", "Show %'d"), (int) total);

  gtk_label_set_text (self->total, text);
  gtk_button_set_label (GTK_BUTTON (self->show), show);
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonFilterPanel) self = data;
  g_autoptr (GError) error = NULL;
  SalonFilterPreview *preview = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (SalonFilter) rest = NULL;
  guint statuses = 0;

  if (preview != NULL && self->session != NULL) {
    rest = salon_filter_without_status (self->draft, &statuses);
    salon_filter_breakdown_set (self->breakdown, preview, statuses);
    show_total (self, total_of (preview, statuses));
  } else if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    gtk_label_set_text (self->total, "–");
    salon_note_error (GTK_WIDGET (self), error);
  }
  g_clear_pointer (&preview, salon_filter_preview_free);
}

/* An answer to an older question is dropped. */
static gboolean
count (gpointer data)
{
  SalonFilterPanel *self = data;
  guint statuses = 0;
  g_autoptr (SalonFilter) rest = salon_filter_without_status (self->draft, &statuses);

  self->count_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (self->session, &salon_query_filter_preview, SALON_LANE_INTERACTIVE,
                       salon_filter_request_new (rest, self->text, 0), self->cancellable, on_preview, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
queue_count (SalonFilterPanel *self, guint delay)
{
  g_clear_handle_id (&self->count_source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->count_source = g_timeout_add (delay, count, self);
}

static void
on_map (GtkWidget *widget, SalonFilterPanel *self)
{
  queue_count (self, 0);
}

/* ---- the draft */

static gboolean
is_advanced (SalonFilterPanel *self)
{
  return gtk_toggle_button_get_active (self->advanced);
}

static SalonFilter *
read_draft (SalonFilterPanel *self)
{
  SalonFilter *filter = is_advanced (self) ? salon_filter_branch_get_filter (self->branch)
                                           : salon_filter_form_get_filter (self->form);

  return filter != NULL ? filter : salon_filter_new_everybody ();
}

static void
update_buttons (SalonFilterPanel *self)
{
  gboolean is_shown = salon_filter_equal (self->draft, self->shown);

  gtk_widget_set_sensitive (self->show, !is_shown);
  gtk_widget_set_sensitive (self->clear, !salon_filter_is_everybody (self->draft) || !salon_filter_is_everybody (self->shown));
}

static void
set_draft (SalonFilterPanel *self, SalonFilter *taken)
{
  salon_filter_unref (self->draft);
  self->draft = taken;
  update_buttons (self);
  queue_count (self, COUNT_DELAY_MS);
}

static void
on_changed (GtkWidget *editor, SalonFilterPanel *self)
{
  set_draft (self, read_draft (self));
}

/* Into the form if it can show it and the tree was not asked for, else into the tree. */
static void
show_draft (SalonFilterPanel *self)
{
  gboolean simple = salon_filter_form_can_show (self->draft);

  self->setting = TRUE;
  if (!simple)
    gtk_toggle_button_set_active (self->advanced, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->advanced), simple);
  if (is_advanced (self))
    salon_filter_branch_set_filter (self->branch, self->draft);
  else
    salon_filter_form_set_filter (self->form, self->draft);
  gtk_stack_set_visible_child_name (self->stack, is_advanced (self) ? "tree" : "form");
  self->setting = FALSE;
}

static void
emit_show (SalonFilterPanel *self)
{
  g_signal_emit (self, signals[SHOW], 0, self->draft);
}

/* ---- callbacks */

static void
on_advanced (GtkToggleButton *button, SalonFilterPanel *self)
{
  if (!self->setting)
    show_draft (self);
}

static void
on_picked (SalonFilterBreakdown *breakdown, guint statuses, SalonFilterPanel *self)
{
  guint before = 0;
  SalonFilter *rest = salon_filter_without_status (self->draft, &before);

  set_draft (self, salon_filter_with_statuses (rest, statuses));
  show_draft (self);
  emit_show (self);
}

static void
on_clear (GtkButton *button, SalonFilterPanel *self)
{
  set_draft (self, salon_filter_new_everybody ());
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->advanced, FALSE);
  self->setting = FALSE;
  show_draft (self);
  emit_show (self);
}

static void
on_show (GtkButton *button, SalonFilterPanel *self)
{
  emit_show (self);
}

static void
on_hide (GtkButton *button, SalonFilterPanel *self)
{
  g_signal_emit (self, signals[HIDE], 0);
}

/* Enter in any field. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonFilterPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !GTK_IS_TEXT (focus)
      || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  set_draft (self, read_draft (self));
  emit_show (self);
  return TRUE;
}

/* ---- building */

static void
salon_filter_panel_dispose (GObject *object)
{
  SalonFilterPanel *self = SALON_FILTER_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->count_source, g_source_remove);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_panel_parent_class)->dispose (object);
}

static void
salon_filter_panel_finalize (GObject *object)
{
  SalonFilterPanel *self = SALON_FILTER_PANEL (object);

  salon_filter_unref (self->shown);
  salon_filter_unref (self->draft);
  g_free (self->text);
  G_OBJECT_CLASS (salon_filter_panel_parent_class)->finalize (object);
}

static void
salon_filter_panel_class_init (SalonFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_panel_finalize;

  /**
   * SalonFilterPanel::show-filter:
   * @filter: (type SalonFilter): the list is to show whom it finds
   */
  signals[SHOW] = g_signal_new ("show-filter", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, SALON_TYPE_FILTER);

  /**
   * SalonFilterPanel::close: the list is to have the whole room
   */
  signals[HIDE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "filterpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_head (SalonFilterPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *hide = salon_icon_button_new ("salon-close-symbolic", _("Hide the filters"));
  const char *tip = _("And, or and not: groups of conditions");

  self->total = GTK_LABEL (salon_label_new ("–", "salon-title"));
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "salon-num");
  gtk_widget_set_hexpand (GTK_WIDGET (self->total), TRUE);
  self->advanced = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->advanced), "salon-branch-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->advanced), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->advanced), "salon-icon-button");
  salon_set_tooltip (GTK_WIDGET (self->advanced), tip);
  salon_set_accessible_label (self->advanced, tip);
  g_signal_connect (self->advanced, "toggled", G_CALLBACK (on_advanced), self);
  g_signal_connect (hide, "clicked", G_CALLBACK (on_hide), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->total));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->advanced));
  gtk_box_append (GTK_BOX (head), hide);
  gtk_widget_add_css_class (head, "head");
  return head;
}

static GtkWidget *
create_content (SalonFilterPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->form = SALON_FILTER_FORM (salon_filter_form_new (self->session));
  self->branch = SALON_FILTER_BRANCH (salon_filter_branch_new (self->session));
  g_signal_connect (self->form, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->branch, "changed", G_CALLBACK (on_changed), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->branch), "tree");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_foot (SalonFilterPanel *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->clear = gtk_button_new_with_label (C_ ("filter", "Clear"));
  self->show = gtk_button_new_with_label (C_ ("filter", "Show"));
  gtk_widget_add_css_class (self->clear, "salon-outlined");
  gtk_widget_add_css_class (self->show, "suggested-action");
  gtk_widget_set_hexpand (self->show, TRUE);
  g_signal_connect (self->clear, "clicked", G_CALLBACK (on_clear), self);
  g_signal_connect (self->show, "clicked", G_CALLBACK (on_show), self);
  gtk_box_append (GTK_BOX (foot), self->clear);
  gtk_box_append (GTK_BOX (foot), self->show);
  gtk_widget_add_css_class (foot, "foot");
  return foot;
}

static void
salon_filter_panel_init (SalonFilterPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->shown = salon_filter_new_everybody ();
  self->draft = salon_filter_new_everybody ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "map", G_CALLBACK (on_map), self);
}

/**
 * salon_filter_panel_new:
 */
GtkWidget *
salon_filter_panel_new (SalonSession *session)
{
  SalonFilterPanel *self = g_object_new (SALON_TYPE_FILTER_PANEL, NULL);

  self->session = g_object_ref (session);
  self->breakdown = SALON_FILTER_BREAKDOWN (salon_filter_breakdown_new ());
  g_signal_connect (self->breakdown, "picked", G_CALLBACK (on_picked), self);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->breakdown), GTK_WIDGET (self));
  gtk_widget_set_parent (create_content (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_foot (self), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Filters"));
  update_buttons (self);
  return GTK_WIDGET (self);
}

/**
 * salon_filter_panel_set_filter:
 * @filter: (nullable): what the list shows now; takes the place of the draft
 */
void
salon_filter_panel_set_filter (SalonFilterPanel *self, SalonFilter *filter)
{
  SalonFilter *shown = filter != NULL ? salon_filter_ref (filter) : salon_filter_new_everybody ();

  g_return_if_fail (SALON_IS_FILTER_PANEL (self));

  salon_filter_unref (self->shown);
  self->shown = shown;
  if (salon_filter_equal (self->draft, shown)) {
    update_buttons (self);
    return;
  }
  set_draft (self, salon_filter_ref (shown));
  show_draft (self);
}

/**
 * salon_filter_panel_set_text:
 * @text: (nullable): what was typed to narrow the list, which counts, too
 */
void
salon_filter_panel_set_text (SalonFilterPanel *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  queue_count (self, COUNT_DELAY_MS);
}

/**
 * salon_filter_panel_renew: counts again, after clients were changed
 */
void
salon_filter_panel_renew (SalonFilterPanel *self)
{
  queue_count (self, COUNT_DELAY_MS);
}
