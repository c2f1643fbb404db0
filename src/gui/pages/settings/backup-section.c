/* The backups that there are.  Making one and the way back are actions of the window. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "model/services/backups.h"

typedef struct {
  SalonSession *session;
  GtkGrid *grid;
  GtkStack *stack; /* "list" or "empty" */
  GFileMonitor *monitor;
} Backups;

#define BACKUPS_KEY "salon-backups"

static void
backups_free (Backups *backups)
{
  g_clear_object (&backups->monitor);
  g_clear_object (&backups->session);
  g_free (backups);
}

static void load (GtkWidget *card);

/* ---- the table */

static void
put (GtkGrid *grid, int line, int column, const char *text, const char *css_class)
{
  GtkWidget *label = salon_label_new (text, css_class);

  gtk_widget_add_css_class (label, "salon-num");
  gtk_label_set_xalign (GTK_LABEL (label), column >= 2 ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, column, line, 1, 1);
}

static void
put_backup (Backups *backups, int line, const SalonBackup *backup)
{
  g_autofree char *made = salon_clock_format (salon_session_clock (backups->session), backup->made_at);
  g_autofree char *last = backup->info.last_visit_day != SALON_DAY_NONE ? salon_day_format (backup->info.last_visit_day) : g_strdup ("—");
  g_autofree char *clients = g_strdup_printf ("%'" G_GINT64_FORMAT, backup->info.n_clients);
  g_autofree char *size = g_format_size ((guint64) backup->size);

  put (backups->grid, line, 0, made, line == 1 ? "salon-heading" : NULL);
  if (backup->problem != NULL) {
    gtk_grid_attach (backups->grid, salon_wrapped_label_new (backup->problem, "salon-error-text"), 1, line, 3, 1);
    return;
  }
  put (backups->grid, line, 1, last, NULL);
  put (backups->grid, line, 2, clients, NULL);
  put (backups->grid, line, 3, size, NULL);
}

static void
show_list (GtkWidget *card, GPtrArray *list)
{
  Backups *backups = g_object_get_data (G_OBJECT (card), BACKUPS_KEY);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (backups->grid))) != NULL)
    gtk_grid_remove (backups->grid, child);
  put (backups->grid, 0, 0, _("Made"), "salon-overline");
  put (backups->grid, 0, 1, _("Last visit in it"), "salon-overline");
  put (backups->grid, 0, 2, _("Clients"), "salon-overline");
  put (backups->grid, 0, 3, _("Size"), "salon-overline");
  for (guint i = 0; i < list->len; i++)
    put_backup (backups, (int) i + 1, list->pdata[i]);
  gtk_stack_set_visible_child_name (backups->stack, list->len > 0 ? "list" : "empty");
}

/* ---- loading, on a thread: each copy is opened */

static void
run (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *list = salon_backup_list (path, &error);

  if (list == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) list = g_task_propagate_pointer (G_TASK (result), NULL);

  if (list == NULL)
    return;
  if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    show_list (GTK_WIDGET (source), list);
}

static void
load (GtkWidget *card)
{
  Backups *backups = g_object_get_data (G_OBJECT (card), BACKUPS_KEY);
  g_autoptr (GTask) task = g_task_new (card, NULL, on_list, NULL);

  g_task_set_task_data (task, g_strdup (salon_session_path (backups->session)), g_free);
  salon_run_aside (task, run);
}

static void
on_folder (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, GtkWidget *card)
{
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_DELETED)
    load (card);
}

static void
on_map (GtkWidget *card, gpointer data)
{
  load (card);
}

/* ---- building */

static GtkWidget *
create_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *restore = gtk_button_new_with_label (_("Restore…"));
  GtkWidget *backup = gtk_button_new_with_label (_("Back up now"));

  gtk_widget_add_css_class (restore, "flat");
  gtk_widget_add_css_class (backup, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (backup), "win.backup");
  gtk_box_append (GTK_BOX (box), restore);
  gtk_box_append (GTK_BOX (box), backup);
  return box;
}

static void
watch_folder (GtkWidget *card, Backups *backups)
{
  g_autofree char *path = salon_backup_folder (salon_session_path (backups->session));
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  backups->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (backups->monitor != NULL)
    g_signal_connect_object (backups->monitor, "changed", G_CALLBACK (on_folder), card, 0);
}

static GtkWidget *
create_card (SalonSession *session)
{
  GtkWidget *card = salon_card_new (_("Backups"));
  Backups *backups = g_new0 (Backups, 1);

  backups->session = g_object_ref (session);
  backups->grid = GTK_GRID (gtk_grid_new ());
  backups->stack = GTK_STACK (gtk_stack_new ());
  gtk_grid_set_row_spacing (backups->grid, 12);
  gtk_grid_set_column_spacing (backups->grid, 18);
  gtk_widget_set_valign (GTK_WIDGET (backups->grid), GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (backups->stack, FALSE);
  gtk_stack_add_named (backups->stack, GTK_WIDGET (backups->grid), "list");
  gtk_stack_add_named (backups->stack,
                       salon_empty_state_new ("salon-undo-symbolic", _("No backups yet"),
                                              _("One is made every day and when the program is closed; the last seven are kept.")),
                       "empty");
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (backups->stack));
  salon_card_add_suffix (SALON_CARD (card), create_buttons ());
  g_object_set_data_full (G_OBJECT (card), BACKUPS_KEY, backups, (GDestroyNotify) backups_free);
  g_signal_connect (card, "map", G_CALLBACK (on_map), NULL);
  watch_folder (card, backups);
  return card;
}

/**
 * salon_settings_backup_new:
 *
 * Returns: (transfer floating): the backups of @session
 */
GtkWidget *
salon_settings_backup_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_BACKUP, _("Backups"),
                                                   _("Copies of everything, beside the database. Each is proved when it is made; keep some elsewhere, too."));
  GtkWidget *card = create_card (session);

  salon_settings_section_append (SALON_SETTINGS_SECTION (section), card);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), card);
  return section;
}
