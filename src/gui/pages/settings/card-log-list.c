/* The latest stands first, as many as one looks through; a file has all that was asked for. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/card-log-file.h"
#include "gui/pages/settings/card-log-list.h"
#include "gui/pages/settings/card-log-paper.h"
#include "gui/parts/card-log-grid.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/client-picker.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/wrap-layout.h"
#include "model/entities/card-kind.h"
#include "model/entities/change-set.h"
#include "model/rules/card-text.h"
#include "model/services/card-log.h"
#include "model/services/catalogue.h"
#include "model/services/users.h"

#define DATE_CHARS 20 /* a long month of a long language */
#define LOG_KEY     "salon-card-log"
#define FIRST_LINES 100
#define FIRST_DAYS  30
#define DAY_CHARS   22

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonQuestion ask_events;
  SalonQuestion ask_kinds;
  SalonQuestion ask_users;
  SalonQuestion ask_all;
  SalonCard *card;
  SalonValueEntry *first;
  SalonValueEntry *last;
  SalonPicker *kind;
  SalonPicker *event;
  SalonPicker *user;
  SalonClientPicker *client;
  GtkWidget *grid;
  GtkWidget *nothing;
  gboolean on_paper; /* or into a file, once all is known */
  guint n_lines;     /* that are shown at most */
  GtkWidget *more;
} Log;

static void
log_free (Log *self)
{
  g_object_unref (self->session);
  g_free (self);
}

static Log *
log_of (gpointer section)
{
  return g_object_get_data (section, LOG_KEY);
}

/* ---- asking */

static SalonDay
day_of (SalonValueEntry *entry)
{
  gint64 value = salon_value_entry_get_value (entry);

  return value != SALON_VALUE_NONE ? (SalonDay) value : SALON_DAY_NONE;
}

static SalonCardLogRequest *
request_of (Log *self, guint limit)
{
  SalonCardLogRequest *request = salon_card_log_request_new ();
  gint64 event = salon_picker_get_selected (self->event);

  request->first_day = day_of (self->first);
  request->last_day = day_of (self->last);
  request->card_kind_id = MAX (salon_picker_get_selected (self->kind), 0);
  request->client_id = MAX (salon_client_picker_get_client (self->client), 0);
  request->user_id = MAX (salon_picker_get_selected (self->user), 0);
  request->kinds = event > 0 ? 1u << event : 0;
  request->limit = limit;
  return request;
}

/* One more than is shown tells whether there is more. */
static void
on_events (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) events = answer;
  Log *self = log_of (section);
  gboolean more = events != NULL && events->len > self->n_lines;

  if (gtk_widget_get_first_child (section) == NULL)
    return;
  salon_value_entry_set_error (self->last, events == NULL ? error->message : NULL);
  if (events == NULL)
    return;
  if (more)
    g_ptr_array_set_size (events, (int) self->n_lines);
  salon_card_log_grid_fill (self->grid, events, self->session, TRUE);
  gtk_widget_set_visible (self->nothing, events->len == 0);
  gtk_widget_set_visible (self->more, more);
}

static void
load (Log *self)
{
  salon_question_ask (&self->ask_events, self->section, self->session, &salon_query_card_log, SALON_LANE_INTERACTIVE,
                      request_of (self, self->n_lines + 1), on_events);
}

static void
on_kinds (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) kinds = answer;
  Log *self = log_of (section);
  g_autoptr (GListModel) items = NULL;

  if (kinds == NULL || gtk_widget_get_first_child (section) == NULL)
    return;
  items = salon_items_with_none (salon_items_of_entities (kinds), C_ ("kind of card", "all kinds"));
  salon_picker_set_items (self->kind, items);
}

static void
load_kinds (Log *self)
{
  salon_question_ask (&self->ask_kinds, self->section, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_card_kind_get_type (), TRUE), on_kinds);
}

static void
on_users (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) users = answer;
  Log *self = log_of (section);
  g_autoptr (GListModel) items = NULL;

  if (users == NULL || gtk_widget_get_first_child (section) == NULL)
    return;
  items = salon_items_with_none (salon_items_of_entities (users), C_ ("card log", "all users"));
  salon_picker_set_items (self->user, items);
}

static void
load_users (Log *self)
{
  salon_question_ask (&self->ask_users, self->section, self->session, &salon_query_users, SALON_LANE_INTERACTIVE, NULL, on_users);
}

/* ---- all of it, on paper or into a file */

static void
add_asked (GString *text, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%s: %s", label, value);
}

static void
add_asked_pick (GString *text, const char *label, SalonPicker *picker)
{
  if (salon_picker_get_selected (picker) > 0)
    add_asked (text, label, salon_picker_get_text (picker));
}

/* What was chosen, in words. */
static char *
asked_text (Log *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_asked (text, _("From the day"), salon_value_entry_get_text (self->first));
  add_asked (text, _("To the day"), salon_value_entry_get_text (self->last));
  add_asked_pick (text, _("Kind of card"), self->kind);
  add_asked_pick (text, _("What happened"), self->event);
  add_asked_pick (text, C_ ("card log", "Who"), self->user);
  if (salon_client_picker_get_client (self->client) > 0)
    add_asked (text, C_ ("card log", "Client"), salon_client_picker_get_text (self->client));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_all (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) events = answer;
  Log *self = log_of (section);
  g_autofree char *asked = NULL;

  if (gtk_widget_get_root (section) == NULL)
    return;
  if (events == NULL) {
    salon_note_error (section, error);
  } else if (self->on_paper) {
    asked = asked_text (self);
    salon_card_log_print (section, self->session, events, asked);
  } else {
    salon_card_log_save (section, self->session, events);
  }
}

static void
ask_all (Log *self, gboolean on_paper)
{
  self->on_paper = on_paper;
  salon_question_ask (&self->ask_all, self->section, self->session, &salon_query_card_log, SALON_LANE_INTERACTIVE, request_of (self, 0),
                      on_all);
}

/* ---- callbacks */

static void
on_save (GtkButton *button, Log *self)
{
  ask_all (self, FALSE);
}

static void
on_print (GtkButton *button, Log *self)
{
  ask_all (self, TRUE);
}

/* Ctrl+P, wherever the focus is in the log. */
static gboolean
on_print_key (GtkWidget *card, GVariant *arguments, gpointer data)
{
  ask_all (data, TRUE);
  return TRUE;
}

static void
on_picked (Log *self)
{
  self->n_lines = FIRST_LINES;
  load (self);
}

static void
on_filter (GObject *control, GParamSpec *spec, Log *self)
{
  on_picked (self);
}

static void
on_more (GtkButton *button, Log *self)
{
  self->n_lines *= 4;
  load (self);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *section)
{
  if (salon_change_set_touches (changes, "card-kind"))
    load_kinds (log_of (section));
  if (salon_change_set_touches (changes, "user"))
    load_users (log_of (section));
  if (salon_change_set_touches (changes, "plastic-card"))
    load (log_of (section));
}

/* ---- building */

static GtkWidget *
date_new (Log *self, const char *label, SalonDay day)
{
  GtkWidget *entry = salon_date_entry_new (salon_clock_today (salon_session_clock (self->session)));

  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), DATE_CHARS);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), DAY_CHARS);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), day);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_filter), self);
  return entry;
}

static GtkWidget *
build_filters (Log *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autoptr (GListModel) events = salon_items_with_none (salon_items_of_values (SALON_CARD_EVENT_FIRST, SALON_CARD_EVENT_LAST, salon_card_event_label),
                                                         C_ ("card log", "all operations"));

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (9, 9));
  self->first = SALON_VALUE_ENTRY (date_new (self, _("From the day"), today - FIRST_DAYS));
  self->last = SALON_VALUE_ENTRY (date_new (self, _("To the day"), today));
  self->kind = SALON_PICKER (salon_picker_new (_("Kind of card"), C_ ("kind of card", "all kinds")));
  self->event = SALON_PICKER (salon_picker_new (_("What happened"), C_ ("card log", "all operations")));
  self->user = SALON_PICKER (salon_picker_new (C_ ("card log", "Who"), C_ ("card log", "all users")));
  self->client = SALON_CLIENT_PICKER (salon_client_picker_new (self->session, C_ ("card log", "Client"), C_ ("card log", "all clients")));
  salon_picker_set_items (self->event, events);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (on_filter), self);
  g_signal_connect (self->event, "notify::selected", G_CALLBACK (on_filter), self);
  g_signal_connect (self->user, "notify::selected", G_CALLBACK (on_filter), self);
  g_signal_connect_swapped (self->client, "picked", G_CALLBACK (on_picked), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->last));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->event));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->user));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->client));
  return box;
}

static void
create_ways_out (Log *self)
{
  GtkWidget *print = gtk_button_new_with_label (C_ ("paper", "Print …"));
  GtkWidget *save = gtk_button_new_with_label (_("Save as a table …"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_add_css_class (print, "flat");
  gtk_widget_add_css_class (save, "flat");
  salon_set_tooltip (print, _("All that was found, on paper (Ctrl+P)"));
  salon_set_tooltip (save, _("All that was found, as an Excel or CSV file"));
  salon_card_add_suffix (self->card, print);
  salon_card_add_suffix (self->card, save);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>p"),
                                                          gtk_callback_action_new (on_print_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->card), keys);
  g_signal_connect (print, "clicked", G_CALLBACK (on_print), self);
  g_signal_connect (save, "clicked", G_CALLBACK (on_save), self);
}

static GtkWidget *
build_card (Log *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->card = SALON_CARD (salon_card_new (_("Log of cards")));
  self->grid = salon_card_log_grid_new ();
  self->nothing = salon_wrapped_label_new (_("Nothing happened to cards in this time."), "salon-secondary");
  self->more = gtk_button_new_with_label (_("Show more"));
  gtk_widget_add_css_class (self->more, "salon-outlined");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), build_filters (self));
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->more);
  salon_card_set_child (self->card, box);
  create_ways_out (self);
  g_signal_connect (self->more, "clicked", G_CALLBACK (on_more), self);
  return GTK_WIDGET (self->card);
}

/**
 * salon_card_log_append: puts the log below what is in the section
 */
void
salon_card_log_append (SalonSettingsSection *section, SalonSession *session)
{
  Log *self = g_new0 (Log, 1);

  *self = (Log){ .section = section, .session = g_object_ref (session), .n_lines = FIRST_LINES };
  g_object_set_data_full (G_OBJECT (section), LOG_KEY, self, (GDestroyNotify) log_free);
  salon_settings_section_append (section, build_card (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  load_kinds (self);
  load_users (self);
  load (self);
}
