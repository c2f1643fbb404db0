/* What was exported, by whom, and the files again.  The owner sees all of it, an administrator what she did herself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/number-entry.h"
#include "model/entities/change-set.h"
#include "model/services/exports.h"
#include "model/services/settings.h"

#define KEY_OF_CARD "salon-exports"
#define KEY_OF_ID   "salon-export-id"

typedef struct {
  GtkWidget *card; /* its owner */
  SalonSession *session;
  GtkListBox *list;
  GtkStack *stack; /* "list" or "empty" */
  SalonValueEntry *days;
  gint64 removing; /* the export whose file goes */
} Exports;

static void load (Exports *self);

static void
exports_free (gpointer data)
{
  Exports *self = data;

  g_clear_object (&self->session);
  g_free (self);
}

static Exports *
exports_of (gpointer card)
{
  return g_object_get_data (G_OBJECT (card), KEY_OF_CARD);
}

/* ---- removing a file */

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (GError) error = NULL;
  Exports *self = exports_of (card);
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    salon_note_error (card, error);
    return;
  }
  if (done.id != 0) /* there is more of it */
    salon_session_submit (self->session, &salon_command_export_remove_file, salon_id_request_new (self->removing), NULL, NULL,
                          on_removed, g_object_ref (card));
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  Exports *self = exports_of (card);

  if (salon_compat_confirm_finish (result))
    salon_session_submit (self->session, &salon_command_export_remove_file, salon_id_request_new (self->removing), NULL, NULL,
                          on_removed, g_object_ref (card));
}

static void
on_remove (GtkButton *button, GtkWidget *card)
{
  Exports *self = exports_of (card);

  self->removing = *(gint64 *) g_object_get_data (G_OBJECT (button), KEY_OF_ID);
  salon_compat_confirm (GTK_WINDOW (gtk_widget_get_root (card)), _("Remove the kept file?"),
                        _("It cannot be saved again then. The log goes on saying that it was exported."), _("Remove"), TRUE,
                        on_confirmed, g_object_ref (card));
}

/* ---- rows */

static char *
whom (const SalonExportEntry *entry)
{
  const char *filter = entry->told != NULL ? entry->told : entry->filter;

  if (entry->title != NULL)
    return g_strdup (entry->title);
  if (filter == NULL)
    return g_strdup (entry->ticked ? _("Only those ticked of all clients") : _("All clients"));
  /* Translators: after it: how they were found, a sentence */
  return entry->ticked ? g_strdup_printf (_("Only those ticked of: %s"), filter) : g_strdup (filter);
}

static char *
title_of (const SalonExportEntry *entry)
{
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) entry->n_rows), (int) entry->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("Report: %'d row", "Report: %'d rows", (gulong) entry->n_rows), (int) entry->n_rows);

  return g_strdup_printf ("%s · %s", entry->spec != NULL ? rows : clients,
                          entry->format == SALON_EXPORT_PAPER ? C_ ("export", "Printed") : entry->file_name);
}

/* What became of a file that cannot be had again. */
static char *
fate_of (const SalonExportShown *shown)
{
  if (!shown->entry->complete)
    return g_strdup (_("Broken off by the end of the program"));
  if (shown->entry->format == SALON_EXPORT_PAPER)
    return g_strdup (_("On paper, without a file"));
  if (shown->removed_by != NULL)
    return g_strdup_printf (_("File removed by %s"), shown->removed_by);
  return g_strdup (_("File not kept any more"));
}

static GtkWidget *
create_verbs (Exports *self, const SalonExportShown *shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = gtk_button_new_with_label (_("Save again…"));
  GtkWidget *remove = salon_icon_button_new ("salon-trash-symbolic", _("Remove the kept file"));
  g_autofree char *size = g_format_size ((guint64) shown->entry->size);

  gtk_widget_add_css_class (save, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (save), "(xs)", shown->entry->id, shown->entry->file_name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "win.save-export");
  g_object_set_data_full (G_OBJECT (remove), KEY_OF_ID, g_memdup2 (&shown->entry->id, sizeof (gint64)), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self->card);
  gtk_widget_set_visible (remove, salon_permission_check (salon_session_actor (self->session), SALON_PERMISSION_EXPORT_LOG, NULL));
  gtk_box_append (GTK_BOX (box), salon_label_new (size, "salon-secondary"));
  gtk_box_append (GTK_BOX (box), save);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static GtkWidget *
create_head (Exports *self, const SalonExportShown *shown)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = title_of (shown->entry);
  g_autofree char *at = salon_clock_format (salon_session_clock (self->session), shown->entry->at);
  GtkWidget *name = salon_label_new (title, "salon-heading");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), salon_label_new (shown->user, "salon-secondary"));
  gtk_box_append (GTK_BOX (head), salon_label_new (at, "salon-num"));
  return head;
}

static GtkWidget *
create_row (Exports *self, const SalonExportShown *shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *filter = whom (shown->entry);
  g_autofree char *fate = shown->is_kept ? NULL : fate_of (shown);
  GtkWidget *end = shown->is_kept ? create_verbs (self, shown) : salon_label_new (fate, "salon-secondary");

  gtk_box_append (GTK_BOX (text), salon_wrapped_label_new (filter, NULL));
  gtk_box_append (GTK_BOX (text), salon_wrapped_label_new (shown->columns, "salon-secondary"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), end);
  gtk_box_append (GTK_BOX (box), create_head (self, shown));
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = salon_session_query_finish (SALON_SESSION (source), result, &error);
  Exports *self = exports_of (card);
  GtkListBoxRow *row = NULL;

  if (gtk_widget_get_root (card) == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; list != NULL && i < list->len; i++)
    gtk_list_box_append (self->list, create_row (self, list->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, list != NULL && list->len > 0 ? "list" : "empty");
}

static void
load (Exports *self)
{
  salon_session_query (self->session, &salon_query_exports, SALON_LANE_INTERACTIVE, NULL, NULL, on_list,
                       g_object_ref (self->card));
}

/* ---- how long files are kept */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (GError) error = NULL;

  SalonDone done = { 0 };

  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error))
    salon_note_done (card, _("Settings saved."), &done);
  else
    salon_value_entry_set_error (exports_of (card)->days, error->message);
}

static void
on_settings_to_save (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  gint64 days = 0;

  if (settings == NULL || !salon_value_entry_read (exports_of (card)->days, &days, NULL)
      || settings->export_keep_days == days)
    return;
  settings->export_keep_days = (int) CLAMP (days, 0, G_MAXINT);
  salon_session_submit (SALON_SESSION (source), &salon_command_settings_save, g_steal_pointer (&settings), NULL, NULL, on_saved,
                        g_steal_pointer (&card));
}

/* Not while it is typed: "1" of "120" would end the time of most files. */
static void
commit (GtkWidget *card)
{
  Exports *self = exports_of (card);

  salon_session_query (self->session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings_to_save,
                       g_object_ref (card));
}

static void
on_activate (GtkEntry *entry, GtkWidget *card)
{
  commit (card);
}

static void
on_leave (GtkEventControllerFocus *focus, GtkWidget *card)
{
  commit (card);
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) card = data;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (settings != NULL)
    salon_value_entry_set_value (exports_of (card)->days, settings->export_keep_days);
}

static void
load_settings (Exports *self)
{
  salon_session_query (self->session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings,
                       g_object_ref (self->card));
}

/* ---- building */

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *card)
{
  if (salon_change_set_touches (changes, "export"))
    load (exports_of (card));
  if (salon_change_set_touches (changes, "setting"))
    load_settings (exports_of (card));
}

static void
on_actor_changed (SalonSession *session, GtkWidget *card)
{
  load (exports_of (card));
}

static void
on_map (GtkWidget *card, gpointer data)
{
  load (exports_of (card));
}

static GtkWidget *
create_keep (Exports *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEntry *entry = NULL;

  self->days = SALON_VALUE_ENTRY (salon_number_entry_new (C_ ("unit", "days"), 0));
  salon_value_entry_set_label (self->days, _("How long files are kept"));
  entry = salon_value_entry_get_entry (self->days);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_widget_set_valign (GTK_WIDGET (self->days), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->days), FALSE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self->card, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self->card, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), salon_label_new (_("Files are kept for"), "salon-secondary"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  return box;
}

static GtkWidget *
create_card (SalonSession *session)
{
  GtkWidget *card = salon_card_new (_("Log of exports"));
  Exports *self = g_new0 (Exports, 1);

  self->card = card;
  self->session = g_object_ref (session);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  g_object_set_data_full (G_OBJECT (card), KEY_OF_CARD, self, exports_free);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-log");
  salon_set_accessible_label (self->list, _("Log of exports"));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "waiting");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (self->stack,
                       salon_empty_state_new ("salon-clients-symbolic", _("Nothing was exported yet"),
                                              _("Who takes clients, or a report that names them, out of the salon is shown here.")),
                       "empty");
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->stack));
  salon_card_add_suffix (SALON_CARD (card), create_keep (self));
  g_signal_connect (card, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), card, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), card, 0);
  load_settings (self);
  return card;
}

/**
 * salon_settings_exports_new:
 *
 * Returns: (transfer floating): the log of exports
 */
GtkWidget *
salon_settings_exports_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_CLIENTS_EXPORT, _("Exports"),
                                                   _("Who took which clients, or a report that names them, out of the salon, and the file itself."));
  GtkWidget *card = create_card (session);

  salon_settings_section_append (SALON_SETTINGS_SECTION (section), card);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), card);
  return section;
}
