/* The session tells the salon, another thread sets the pages; then the dialog of printing opens. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "gui/pages/settings/card-log-paper.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-out.h"
#include "model/entities/card-event.h"
#include "model/rules/card-text.h"
#include "model/services/settings.h"
#include "report/listing.h"

#define WHEN_WIDTH   76
#define NUMBER_WIDTH 100
#define WHAT_SHARE   2.4
#define CLIENT_SHARE 1.6
#define USER_SHARE   1.3

enum { WHEN, WHAT, NUMBER, CLIENT, USER };

typedef struct {
  GWeakRef from;
  SalonSheetTable *table;
  char *asked;
  char *sum;
  char *salon;
  gint64 now; /* absolute wall minute */
  SalonPages *pages;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *self = data;

  g_weak_ref_clear (&self->from);
  salon_sheet_table_free (self->table);
  g_clear_pointer (&self->pages, salon_pages_unref);
  g_free (self->asked);
  g_free (self->sum);
  g_free (self->salon);
  g_free (self);
}

/* Paper is read on another day: no “today”. */
static void
add_event (SalonSheetTable *table, const SalonCardEvent *event, SalonClock *clock)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, event->at, &minute);
  g_autofree char *date = salon_day_format_short (day);
  g_autofree char *time = salon_minute_format (minute);
  g_autofree char *reason = salon_card_reason_text (event->why, event->reason);
  g_autofree char *number = salon_card_number_text (event->number);

  salon_sheet_table_add_row (table, FALSE);
  salon_sheet_table_add_text (table, WHEN, 1, SALON_STYLE_BODY, date);
  salon_sheet_table_add_text (table, WHEN, 1, SALON_STYLE_SMALL, time);
  salon_sheet_table_add_text (table, WHAT, 1, SALON_STYLE_BODY, salon_card_event_label (event->kind));
  salon_sheet_table_add_text (table, WHAT, 1, SALON_STYLE_SMALL, reason != NULL && *reason != '\0' ? reason : NULL);
  salon_sheet_table_add_text (table, WHAT, 1, SALON_STYLE_SMALL, event->undone ? C_ ("log", "undone") : NULL);
  salon_sheet_table_add_text (table, NUMBER, 1, SALON_STYLE_BODY, number);
  salon_sheet_table_add_text (table, NUMBER, 1, SALON_STYLE_SMALL, event->card_kind);
  salon_sheet_table_add_text (table, CLIENT, 1, SALON_STYLE_BODY, event->client);
  salon_sheet_table_add_text (table, USER, 1, SALON_STYLE_BODY, event->user != NULL ? event->user : C_ ("card log", "by itself"));
}

static SalonSheetTable *
make_table (const GPtrArray *events, SalonClock *clock)
{
  SalonSheetTable *table = salon_sheet_table_new ();

  salon_sheet_table_add_column (table, C_ ("account", "When"), WHEN_WIDTH, 0);
  salon_sheet_table_add_column (table, C_ ("account", "What"), 0, WHAT_SHARE);
  salon_sheet_table_add_column (table, C_ ("card log", "Card"), NUMBER_WIDTH, 0);
  salon_sheet_table_add_column (table, C_ ("card log", "Client"), 0, CLIENT_SHARE);
  salon_sheet_table_add_column (table, C_ ("card log", "Who"), 0, USER_SHARE);
  for (guint i = 0; i < events->len; i++)
    add_event (table, events->pdata[i], clock);
  return table;
}

static void
set_pages (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paper *self = data;
  SalonListing listing = { _("Log of cards"), self->salon, self->asked, self->sum, self->table };

  self->pages = salon_report_listing (&listing, self->now);
  g_task_return_boolean (task, TRUE);
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  Paper *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (from != NULL && gtk_widget_get_root (from) != NULL)
    salon_paper_print (from, self->pages, (SalonSaved){ NULL, NULL, NULL });
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  Paper *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (settings == NULL || from == NULL) {
    if (from != NULL)
      salon_note_error (from, error);
    paper_free (self);
    return;
  }
  self->salon = g_strdup (settings->name);
  task = g_task_new (NULL, NULL, on_set, NULL);
  g_task_set_task_data (task, self, paper_free);
  salon_run_aside (task, set_pages);
}

/**
 * salon_card_log_print:
 * @from: any widget of the window
 * @events: (element-type SalonCardEvent): the latest first
 * @asked: what was asked for, in words
 *
 * Sets the log on A4 pages and opens the dialog of printing.
 */
void
salon_card_log_print (GtkWidget *from, SalonSession *session, const GPtrArray *events, const char *asked)
{
  SalonClock *clock = salon_session_clock (session);
  Paper *self = g_new0 (Paper, 1);

  g_weak_ref_init (&self->from, from);
  self->table = make_table (events, clock);
  self->asked = g_strdup (asked);
  /* Translators: below a list on paper */
  self->sum = g_strdup_printf (ngettext ("%u line", "%u lines", events->len), events->len);
  self->now = salon_clock_wall_minute (clock);
  salon_session_query (session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings, self);
}
