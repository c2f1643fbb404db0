/* When the salon is open: the week, and the days on which it is closed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/kinds.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/holiday-kind.h"
#include "gui/parts/hours-editor.h"
#include "gui/parts/notes.h"
#include "gui/widgets/card.h"
#include "model/entities/change-set.h"

/* The editor carries the session: it is the only thing here that saves by itself. */
#define SESSION_KEY "salon-session"

static SalonSession *
session_of (SalonHoursEditor *editor)
{
  return g_object_get_data (G_OBJECT (editor), SESSION_KEY);
}

static gboolean
is_gone (SalonHoursEditor *editor)
{
  return gtk_widget_get_root (GTK_WIDGET (editor)) == NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonHoursEditor) editor = data;
  g_autoptr (GArray) hours = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (hours != NULL && gtk_widget_get_parent (GTK_WIDGET (editor)) != NULL)
    salon_hours_editor_set (editor, hours);
}

static void
load (SalonHoursEditor *editor)
{
  salon_session_query (session_of (editor), &salon_query_hours, SALON_LANE_INTERACTIVE, NULL, NULL, on_loaded,
                       g_object_ref (editor));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonHoursEditor) editor = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (is_gone (editor))
    return;
  if (saved)
    salon_note_done (GTK_WIDGET (editor), _("Opening hours changed."), &done);
  else
    salon_hours_editor_set_error (editor, error->message);
}

static void
on_commit (SalonHoursEditor *editor, gpointer data)
{
  g_autoptr (GArray) hours = salon_hours_editor_get (editor);

  salon_session_submit (session_of (editor), &salon_command_hours_save, salon_hours_draft_new (hours), NULL, NULL, on_saved,
                        g_object_ref (editor));
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonHoursEditor *editor)
{
  if (salon_change_set_touches (changes, "work-hours"))
    load (editor);
}

static GtkWidget *
create_week (SalonSession *session)
{
  GtkWidget *card = salon_card_new (_("Week"));
  GtkWidget *editor = salon_hours_editor_new (C_("salon", "closed"));

  g_object_set_data_full (G_OBJECT (editor), SESSION_KEY, g_object_ref (session), g_object_unref);
  salon_card_set_child (SALON_CARD (card), editor);
  g_signal_connect (editor, "commit", G_CALLBACK (on_commit), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), editor, 0);
  load (SALON_HOURS_EDITOR (editor));
  return card;
}

/**
 * salon_settings_hours_new:
 *
 * Returns: (transfer floating): opening hours and holidays
 */
GtkWidget *
salon_settings_hours_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Opening hours"),
                                                   _("No times are offered while the salon is closed."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);
  GtkWidget *week = create_week (session);

  salon_settings_section_guard (self, week);
  salon_settings_section_append_pair (self, week, salon_settings_section_list (self, &salon_kind_holidays));
  return section;
}
