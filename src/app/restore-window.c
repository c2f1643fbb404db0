/* Two clicks: a backup, then Restore.  Copies are looked into on a thread; those that are damaged say so
 * and cannot be chosen. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "app/restore-window.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/backups.h"

struct _SalonRestoreWindow {
  AdwWindow parent_instance;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *restore;
  char *database;
  SalonClock *clock;
};

G_DEFINE_FINAL_TYPE (SalonRestoreWindow, salon_restore_window, ADW_TYPE_WINDOW)

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
title_of (SalonRestoreWindow *self, const SalonBackup *backup)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (self->clock, backup->made_at, &minute);
  g_autofree char *date = salon_day_format_relative (day, salon_clock_today (self->clock));
  g_autofree char *time = salon_minute_format (minute);

  return g_strdup_printf ("%s, %s", date, time);
}

static char *
subtitle_of (const SalonBackup *backup)
{
  guint n = (guint) backup->info.n_clients;
  g_autofree char *clients = NULL;
  g_autofree char *day = NULL;

  if (backup->problem != NULL)
    return g_strdup (backup->problem);
  clients = g_strdup_printf (ngettext ("%u client", "%u clients", (gulong) n), n);
  if (backup->info.last_visit_day == SALON_DAY_NONE)
    return g_strdup_printf ("%s · %s", clients, _("no visit yet"));
  day = salon_day_format (backup->info.last_visit_day);
  /* Translators: number of clients, then the day of the last visit in a backup */
  return g_strdup_printf (_("%s · last visit %s"), clients, day);
}

static void
append (SalonRestoreWindow *self, const SalonBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (self, backup);
  g_autofree char *subtitle = subtitle_of (backup);
  g_autofree char *size = g_format_size ((guint64) backup->size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), salon_label_new (size, "salon-secondary"));
  gtk_widget_set_sensitive (row, backup->problem == NULL);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
  gtk_list_box_append (self->list, row);
}

static void
list_backups (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, salon_backup_list (data, NULL), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonRestoreWindow *self = SALON_RESTORE_WINDOW (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->list == NULL || backups == NULL)
    return;
  for (guint i = 0; i < backups->len; i++)
    append (self, backups->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *row, SalonRestoreWindow *self)
{
  gtk_widget_set_sensitive (self->restore, row != NULL && gtk_widget_get_sensitive (GTK_WIDGET (row)));
}

static void
on_restore (GtkButton *button, SalonRestoreWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *path = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), "path")) : NULL;

  if (path == NULL)
    return;
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, path);
  g_object_unref (self);
}

static void
salon_restore_window_dispose (GObject *object)
{
  SalonRestoreWindow *self = SALON_RESTORE_WINDOW (object);

  self->list = NULL;
  g_clear_pointer (&self->database, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (salon_restore_window_parent_class)->dispose (object);
}

static void
salon_restore_window_class_init (SalonRestoreWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_restore_window_dispose;

  /**
   * SalonRestoreWindow::chosen:
   * @path: the backup that is to take the place of the database
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SALON_TYPE_RESTORE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
build_list (SalonRestoreWindow *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  salon_set_accessible_label (self->list, _("Backups"));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_stack_add_named (self->stack, spinner, "wait");
  gtk_stack_add_named (self->stack, scroll, "list");
  gtk_stack_add_named (self->stack, salon_empty_state_new ("salon-clock-symbolic", _("There is no backup yet."),
                                                           _("One is made each day and at the end of the work.")), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static void
salon_restore_window_init (SalonRestoreWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (GTK_WIDGET (self), "salon");
  gtk_window_set_title (GTK_WINDOW (self), _("Restore a backup"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
  gtk_widget_set_margin_start (inner, 18);
  gtk_widget_set_margin_end (inner, 18);
  gtk_widget_set_margin_top (inner, 6);
  gtk_widget_set_margin_bottom (inner, 18);
  self->restore = gtk_button_new_with_label (_("Restore"));
  gtk_widget_add_css_class (self->restore, "suggested-action");
  gtk_widget_set_sensitive (self->restore, FALSE);
  g_signal_connect (self->restore, "clicked", G_CALLBACK (on_restore), self);
  gtk_box_append (GTK_BOX (inner), salon_wrapped_label_new (_("The present file is kept beside it under another name."), "salon-secondary"));
  gtk_box_append (GTK_BOX (inner), build_list (self));
  gtk_box_append (GTK_BOX (inner), self->restore);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), inner);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * salon_restore_window_new:
 * @parent: (nullable)
 * @database: whose backups are offered
 *
 * Returns: (transfer none): a window, to be presented; "chosen" tells the backup
 */
GtkWidget *
salon_restore_window_new (GtkWindow *parent, const char *database, SalonClock *clock)
{
  SalonRestoreWindow *self = g_object_new (SALON_TYPE_RESTORE_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_listed, NULL);

  self->database = g_strdup (database);
  self->clock = g_object_ref (clock);
  g_task_set_task_data (task, g_strdup (database), g_free);
  salon_run_aside (task, list_backups);
  return GTK_WIDGET (self);
}
