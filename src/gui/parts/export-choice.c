/* A window with the format and the columns.  What was chosen last is chosen again; where the settings of the desktop are
 * not installed (a build tree) it is not remembered. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/export-choice.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "model/services/export-columns.h"

#define WIDTH     760
#define HEIGHT    640
#define N_ACROSS  3
#define KEY_OF    "salon-export-key"

struct _SalonExportChoice {
  AdwWindow parent_instance;

  GtkStack *stack; /* "choice" or "running" */
  SalonBanner *banner;
  GtkToggleButton *formats[SALON_EXPORT_FORMAT_LAST + 1];
  GtkLabel *note;
  GtkLabel *count;
  GtkBox *groups;
  GtkWidget *export;
  GtkLabel *running;
  GtkProgressBar *bar;

  SalonSession *session;
  GSettings *settings; /* NULL = not installed */
  GPtrArray *columns;  /* SalonExportColumn, when they are known */
  GPtrArray *checks;   /* GtkCheckButton, one for each column; not owned */
  GCancellable *cancellable;
  SalonExportFormat format;
};

G_DEFINE_FINAL_TYPE (SalonExportChoice, salon_export_choice, ADW_TYPE_WINDOW)

enum { SIGNAL_CHOSEN, SIGNAL_STOPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  const char *title;
  const char *note;
} formats[] = {
  [SALON_EXPORT_XLSX] = { N_ ("Excel (XLSX)"), N_ ("For Excel and LibreOffice: dates are dates, amounts are amounts.") },
  [SALON_EXPORT_CSV] = { N_ ("Text (CSV)"), N_ ("For other programs: a line for each client, with semicolons between the fields.") },
  [SALON_EXPORT_VCARD] = { N_ ("Contacts (vCard)"),
                           N_ ("For a telephone or an address book: a card for each client, with the name and what else fits on it.") },
};

/* ---- what was chosen last */

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SALON_APP_ID, TRUE);
  return schema != NULL && g_settings_schema_has_key (schema, "export-columns") ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
remember (SalonExportChoice *self)
{
  g_auto (GStrv) keys = salon_export_choice_get_columns (self);

  if (self->settings == NULL)
    return;
  g_settings_set_string (self->settings, "export-format", salon_export_format_word (self->format));
  if (self->format != SALON_EXPORT_VCARD) /* cards have few columns; the choice for sheets stays */
    g_settings_set_strv (self->settings, "export-columns", (const char *const *) keys);
}

static gboolean
was_chosen (const SalonExportColumn *column, char **remembered)
{
  if (remembered == NULL || *remembered == NULL)
    return column->is_preset;
  return g_strv_contains ((const char *const *) remembered, column->key);
}

/* ---- columns */

static gboolean
fits (SalonExportChoice *self, const SalonExportColumn *column)
{
  return self->format != SALON_EXPORT_VCARD || column->in_vcard;
}

static gboolean
is_chosen (SalonExportChoice *self, guint i)
{
  return fits (self, self->columns->pdata[i]) && gtk_check_button_get_active (self->checks->pdata[i]);
}

static void
update_count (SalonExportChoice *self)
{
  g_autofree char *text = NULL;
  guint n = 0;
  guint most = 0;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++) {
    n += is_chosen (self, i);
    most += fits (self, self->columns->pdata[i]);
  }
  /* Translators: so many columns are chosen, of so many that there are */
  text = g_strdup_printf (_("%u of %u"), n, most);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_sensitive (self->export, n > 0);
}

static void
on_toggled (GtkCheckButton *check, SalonExportChoice *self)
{
  update_count (self);
}

/* A group without columns that fit is not shown. */
static void
update_fit (SalonExportChoice *self)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    gtk_widget_set_sensitive (self->checks->pdata[i], fits (self, self->columns->pdata[i]));
  gtk_label_set_text (self->note, _(formats[self->format].note));
  update_count (self);
}

static void
on_format (GtkToggleButton *button, SalonExportChoice *self)
{
  for (guint i = SALON_EXPORT_FORMAT_FIRST; i <= SALON_EXPORT_FORMAT_LAST; i++)
    if (gtk_toggle_button_get_active (self->formats[i]))
      self->format = i;
  update_fit (self);
}

static GtkWidget *
create_check (SalonExportChoice *self, const SalonExportColumn *column, char **remembered)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = salon_wrapped_label_new (column->heading, NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  salon_set_accessible_label (check, column->heading);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), was_chosen (column, remembered));
  gtk_widget_set_hexpand (check, TRUE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

static void
append_group (SalonExportChoice *self, SalonExportGroup group, char **remembered)
{
  GtkWidget *grid = gtk_grid_new ();
  int n = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_box_append (self->groups, salon_label_new (salon_export_group_label (group), "salon-overline"));
  gtk_box_append (self->groups, grid);
  for (guint i = 0; i < self->columns->len; i++) {
    const SalonExportColumn *column = self->columns->pdata[i];

    if (column->group != group)
      continue;
    self->checks->pdata[i] = create_check (self, column, remembered);
    gtk_grid_attach (GTK_GRID (grid), self->checks->pdata[i], n % N_ACROSS, n / N_ACROSS, 1, 1);
    n++;
  }
  for (; n < N_ACROSS; n++) /* all grids have the same columns */
    gtk_grid_attach (GTK_GRID (grid), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), n, 0, 1, 1);
}

static gboolean
has_group (SalonExportChoice *self, SalonExportGroup group)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((const SalonExportColumn *) self->columns->pdata[i])->group == group)
      return TRUE;
  return FALSE;
}

static void
on_columns (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonExportChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) columns = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_auto (GStrv) remembered = NULL;

  if (self->groups == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (columns == NULL) {
    salon_export_choice_show_error (self, error->message);
    return;
  }
  remembered = self->settings != NULL ? g_settings_get_strv (self->settings, "export-columns") : NULL;
  self->columns = g_ptr_array_ref (columns);
  g_ptr_array_set_size (self->checks, (int) columns->len);
  for (SalonExportGroup group = 0; group < SALON_EXPORT_N_GROUPS; group++)
    if (has_group (self, group))
      append_group (self, group, remembered);
  update_fit (self);
}

static void
on_all (GtkButton *button, SalonExportChoice *self)
{
  salon_export_choice_choose_all (self, TRUE);
}

static void
on_none (GtkButton *button, SalonExportChoice *self)
{
  salon_export_choice_choose_all (self, FALSE);
}

/* ---- the verbs */

static void
on_export (GtkButton *button, SalonExportChoice *self)
{
  g_auto (GStrv) keys = salon_export_choice_get_columns (self);

  remember (self);
  salon_banner_hide (self->banner);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) self->format, keys);
}

static void
on_cancel (GtkButton *button, SalonExportChoice *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
salon_export_choice_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[SIGNAL_STOPPED], 0);
  return GTK_WINDOW_CLASS (salon_export_choice_parent_class)->close_request (window);
}

/* ---- building */

static void
salon_export_choice_dispose (GObject *object)
{
  SalonExportChoice *self = SALON_EXPORT_CHOICE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->groups = NULL;
  G_OBJECT_CLASS (salon_export_choice_parent_class)->dispose (object);
}

static void
salon_export_choice_class_init (SalonExportChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_export_choice_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = salon_export_choice_close_request;

  /**
   * SalonExportChoice::chosen:
   * @format: a #SalonExportFormat
   * @columns: (array zero-terminated=1): keys
   *
   * It is to be exported so.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SALON_TYPE_EXPORT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);

  /**
   * SalonExportChoice::stopped: the window closes; what runs is not wanted any more
   */
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", SALON_TYPE_EXPORT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
build_formats (SalonExportChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  salon_set_accessible_label (box, _("Format"));
  for (guint i = SALON_EXPORT_FORMAT_FIRST; i <= SALON_EXPORT_FORMAT_LAST; i++) {
    self->formats[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_(formats[i].title)));
    if (i > SALON_EXPORT_FORMAT_FIRST)
      gtk_toggle_button_set_group (self->formats[i], self->formats[SALON_EXPORT_FORMAT_FIRST]);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->formats[i]));
  }
  return box;
}

static GtkWidget *
flat_button (SalonExportChoice *self, const char *label, void (*callback) (GtkButton *, SalonExportChoice *))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (callback), self);
  return button;
}

static GtkWidget *
build_columns_head (SalonExportChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->count = GTK_LABEL (salon_label_new ("", "salon-secondary"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_box_append (GTK_BOX (box), salon_label_new (_("Columns"), "salon-heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), flat_button (self, C_ ("columns", "All"), on_all));
  gtk_box_append (GTK_BOX (box), flat_button (self, C_ ("columns", "None"), on_none));
  return box;
}

static GtkWidget *
build_columns (SalonExportChoice *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->groups));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
build_verbs (SalonExportChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->export = gtk_button_new_with_label (_("Export…"));
  gtk_widget_add_css_class (self->export, "suggested-action");
  gtk_widget_set_sensitive (self->export, FALSE);
  g_signal_connect (self->export, "clicked", G_CALLBACK (on_export), self);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), flat_button (self, _("Cancel"), on_cancel));
  gtk_box_append (GTK_BOX (box), self->export);
  return box;
}

static void
set_margins (GtkWidget *widget)
{
  gtk_widget_set_margin_start (widget, 18);
  gtk_widget_set_margin_end (widget, 18);
  gtk_widget_set_margin_top (widget, 6);
  gtk_widget_set_margin_bottom (widget, 18);
}

static GtkWidget *
build_choice (SalonExportChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->banner = SALON_BANNER (salon_banner_new ());
  self->note = GTK_LABEL (salon_wrapped_label_new ("", "salon-secondary"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), build_formats (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), build_columns_head (self));
  gtk_box_append (GTK_BOX (box), build_columns (self));
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Who exports what is logged, and the file is kept in the log."),
                                                          "salon-secondary"));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  set_margins (box);
  return box;
}

static GtkWidget *
build_running (SalonExportChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cancel = flat_button (self, _("Cancel"), on_cancel);

  self->running = GTK_LABEL (salon_label_new ("", "salon-heading"));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->running), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 320, -1);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  salon_set_accessible_label (self->bar, _("How far the export has come"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->running));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), cancel);
  return box;
}

static void
salon_export_choice_init (SalonExportChoice *self)
{
  self->checks = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->settings = open_settings ();
  self->format = SALON_EXPORT_XLSX;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_stack_add_named (self->stack, build_choice (self), "choice");
  gtk_stack_add_named (self->stack, build_running (self), "running");
  for (guint i = SALON_EXPORT_FORMAT_FIRST; i <= SALON_EXPORT_FORMAT_LAST; i++)
    g_signal_connect (self->formats[i], "toggled", G_CALLBACK (on_format), self);
}

static char *
subtitle_of (const SalonExportScope *scope)
{
  guint n = scope->ids->len;
  g_autofree char *number = g_strdup_printf ("%'u", n);
  g_autofree char *clients = g_strdup_printf (scope->ticked ? ngettext ("%s ticked client", "%s ticked clients", n)
                                                            : ngettext ("%s client", "%s clients", n),
                                              number);

  if (scope->told == NULL)
    return g_steal_pointer (&clients);
  return g_strdup_printf ("%s · %s", clients, scope->told);
}

/**
 * salon_export_choice_new:
 * @parent: in front of which it opens
 * @scope: who is to be exported, for the title
 *
 * Returns: (transfer none): a window, to be presented; "chosen" and "stopped" tell what is wanted
 */
GtkWidget *
salon_export_choice_new (GtkWindow *parent, SalonSession *session, const SalonExportScope *scope)
{
  SalonExportChoice *self = g_object_new (SALON_TYPE_EXPORT_CHOICE, "transient-for", parent, "modal", TRUE, "title",
                                          _("Export clients"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *subtitle = subtitle_of (scope);
  g_autofree char *word = self->settings != NULL ? g_settings_get_string (self->settings, "export-format") : NULL;
  SalonExportFormat format = SALON_EXPORT_XLSX;

  if (word != NULL)
    salon_export_format_by_word (word, &format);
  self->session = g_object_ref (session);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Export clients"), subtitle));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  salon_export_choice_set_format (self, format);
  salon_session_query (session, &salon_query_export_columns, SALON_LANE_INTERACTIVE, NULL, self->cancellable, on_columns,
                       g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * salon_export_choice_set_format: chooses a format
 */
void
salon_export_choice_set_format (SalonExportChoice *self, SalonExportFormat format)
{
  gtk_toggle_button_set_active (self->formats[format], TRUE);
  on_format (self->formats[format], self);
}

/**
 * salon_export_choice_choose_all: chooses all columns that fit the format, or none
 */
void
salon_export_choice_choose_all (SalonExportChoice *self, gboolean all)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    if (fits (self, self->columns->pdata[i]))
      gtk_check_button_set_active (self->checks->pdata[i], all);
}

/**
 * salon_export_choice_get_columns:
 *
 * Returns: (transfer full): the keys of what is chosen; empty until the columns are known
 */
char **
salon_export_choice_get_columns (SalonExportChoice *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    if (is_chosen (self, i))
      g_ptr_array_add (keys, g_strdup (((const SalonExportColumn *) self->columns->pdata[i])->key));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

/**
 * salon_export_choice_show_progress: it runs, and has come so far
 */
void
salon_export_choice_show_progress (SalonExportChoice *self, gint64 done, gint64 total)
{
  g_autofree char *text = NULL;

  /* Translators: so many clients are in the file, of so many */
  text = g_strdup_printf (_("%'d of %'d clients"), (int) done, (int) total);
  gtk_label_set_text (self->running, text);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / (double) total : 0);
  gtk_stack_set_visible_child_name (self->stack, "running");
}

/**
 * salon_export_choice_show_error: it did not work; something else can be chosen
 */
void
salon_export_choice_show_error (SalonExportChoice *self, const char *sentence)
{
  gtk_stack_set_visible_child_name (self->stack, "choice");
  salon_banner_show (self->banner, SALON_TONE_RED, sentence);
}
