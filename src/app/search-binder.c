/* Each key press cancels the query before it and asks anew: there is no delay to wait for. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/command-list.h"
#include "app/search-binder.h"
#include "base/day.h"
#include "base/text.h"
#include "gui/widgets/search-hit.h"
#include "gui/widgets/textures.h"
#include "gui/widgets/tone.h"
#include "model/rules/permission.h"
#include "model/services/find.h"
#include "model/services/reports.h"

#define MAX_CLIENTS  8
#define MAX_COMMANDS 4

struct _SalonSearchBinder {
  GObject parent;
  SalonSession *session;
  SalonSearchDropdown *dropdown; /* not owned */
  GCancellable *cancellable;
  char *text;
};

G_DEFINE_FINAL_TYPE (SalonSearchBinder, salon_search_binder, G_TYPE_OBJECT)

/* ---- hits */

static char *
marked (const char *text, const char *query)
{
  guint start = 0;
  guint length = 0;

  if (salon_text_match_range (text, query, &start, &length))
    return salon_search_hit_mark (text, start, length);
  return g_markup_escape_text (text, -1);
}

static char *
when (gint64 minute, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (minute / SALON_MINUTES_A_DAY), today);
  g_autofree char *time = salon_minute_format ((int) (minute % SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s %s", day, time);
}

static char *
aside_of (const SalonClientRow *row, SalonDay today)
{
  g_autofree char *day = NULL;

  if (row->next_min != 0)
    return when (row->next_min, today);
  if (row->last_day == SALON_DAY_NONE)
    return NULL;
  day = salon_day_format_relative ((SalonDay) row->last_day, today);
  /* Translators: the last visit of a client, "last 12 Oct" */
  return g_strdup_printf (_("last %s"), day);
}

static void
add_client (GListStore *hits, const SalonClientRow *row, const char *query, SalonDay today)
{
  g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, row->id, row->name);

  g_free (hit->title);
  hit->title = marked (row->name, query);
  hit->person_id = row->id;
  hit->subtitle = g_strdup (row->phone);
  hit->aside = aside_of (row, today);
  hit->look = salon_look_of_status ((int) row->status);
  hit->texture = salon_texture_of_bytes (row->thumb);
  g_list_store_append (hits, hit);
}

static GdkTexture *
photo_of (const SalonFound *found, gint64 client_id)
{
  for (guint i = 0; i < found->clients->len; i++) {
    const SalonClientRow *row = found->clients->pdata[i];

    if (row->id == client_id)
      return salon_texture_of_bytes (row->thumb);
  }
  return NULL;
}

static void
add_visit (GListStore *hits, const SalonFound *found, const SalonFoundVisit *visit, const char *query, SalonDay today)
{
  g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_VISIT, visit->visit_id, visit->client);

  g_free (hit->title);
  hit->title = marked (visit->client, query);
  hit->person_id = visit->client_id;
  hit->subtitle = g_strdup_printf ("%s · %s", visit->services, visit->employees);
  hit->aside = when (visit->start_min, today);
  hit->look = salon_look_of_visit_state ((int) visit->state);
  hit->texture = photo_of (found, visit->client_id);
  g_list_store_append (hits, hit);
}

static void
add_commands (GListStore *hits, const char *query)
{
  guint n = 0;
  guint found = 0;
  const SalonCommandEntry *entries = salon_command_list (&n);

  for (guint i = 0; i < n && found < MAX_COMMANDS; i++) {
    const char *label = _(entries[i].label);
    g_autoptr (SalonSearchHit) hit = NULL;

    if (!salon_command_matches (&entries[i], query))
      continue;
    hit = salon_search_hit_new (SALON_HIT_ACTION, 0, label);
    g_free (hit->title);
    hit->title = marked (label, query);
    hit->aside = g_strdup (entries[i].key);
    hit->action = g_strdup (entries[i].action);
    hit->icon_name = g_strdup (entries[i].icon_name);
    g_list_store_append (hits, hit);
    found++;
  }
}

/* Every report by its title. */
static void
add_reports (SalonSearchBinder *self, GListStore *hits, const char *query)
{
  guint n = 0;
  guint found = 0;
  const SalonReport *const *reports = salon_reports (&n);

  if (!salon_permission_check (salon_session_actor (self->session), SALON_PERMISSION_REPORTS, NULL))
    return;
  for (guint i = 0; i < n && found < MAX_COMMANDS; i++) {
    /* Translators: %s is the title of a report, as the search offers it */
    g_autofree char *label = g_strdup_printf (_("Report: %s"), salon_report_title (reports[i]));
    g_autoptr (SalonSearchHit) hit = NULL;

    if (!salon_command_text_matches (label, query))
      continue;
    hit = salon_search_hit_new (SALON_HIT_ACTION, 0, label);
    g_free (hit->title);
    hit->title = marked (label, query);
    hit->action = g_strconcat ("win.open-report::", salon_report_key (reports[i]), NULL);
    hit->icon_name = g_strdup ("salon-reports-symbolic");
    g_list_store_append (hits, hit);
    found++;
  }
}

static void
add_new_client (GListStore *hits, const char *query)
{
  g_autofree char *name = NULL;
  g_autoptr (SalonSearchHit) hit = NULL;
  g_autoptr (GVariant) target = NULL;

  /* Translators: makes a client of what was typed in the search */
  name = g_strdup_printf (_("New client “%s”"), query);
  hit = salon_search_hit_new (SALON_HIT_NEW_CLIENT, 0, name);
  target = g_variant_ref_sink (g_variant_new_string (query));
  hit->action = g_action_print_detailed_name ("win.new-client", target);
  hit->icon_name = g_strdup ("salon-user-add-symbolic");
  g_list_store_append (hits, hit);
}

static void
show (SalonSearchBinder *self, const SalonFound *found)
{
  g_autoptr (GListStore) hits = g_list_store_new (SALON_TYPE_SEARCH_HIT);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  for (guint i = 0; i < found->clients->len; i++)
    add_client (hits, found->clients->pdata[i], self->text, today);
  for (guint i = 0; i < found->visits->len; i++)
    add_visit (hits, found, found->visits->pdata[i], self->text, today);
  add_commands (hits, self->text);
  add_reports (self, hits, self->text);
  add_new_client (hits, self->text);
  salon_search_dropdown_set_hits (self->dropdown, G_LIST_MODEL (hits));
}

/* ---- callbacks */

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSearchBinder) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonFound) found = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->dropdown == NULL)
    return;
  salon_search_dropdown_set_busy (self->dropdown, FALSE);
  if (found != NULL)
    show (self, found);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->dropdown), "win.toast", "(ss)", error->message, "");
}

static void
on_query (SalonSearchDropdown *dropdown, const char *text, SalonSearchBinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->text);
  self->text = g_strstrip (g_strdup (text));
  if (*self->text == '\0') {
    salon_search_dropdown_set_hits (dropdown, NULL);
    return;
  }
  salon_session_query (self->session, &salon_query_find, SALON_LANE_INTERACTIVE,
                       salon_find_request_new (self->text, MAX_CLIENTS), self->cancellable, on_found, g_object_ref (self));
}

static void
on_chosen (SalonSearchDropdown *dropdown, SalonSearchHit *hit, SalonSearchBinder *self)
{
  GtkWidget *widget = GTK_WIDGET (dropdown);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  salon_search_dropdown_set_text (dropdown, "");
  if (hit->kind == SALON_HIT_CLIENT)
    gtk_widget_activate_action (widget, "win.open-client", "x", hit->id);
  else if (hit->kind == SALON_HIT_VISIT)
    gtk_widget_activate_action (widget, "win.open-visit", "x", hit->id);
  else if (hit->action != NULL && g_action_parse_detailed_name (hit->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (widget, name, target);
}

static void
salon_search_binder_dispose (GObject *object)
{
  SalonSearchBinder *self = SALON_SEARCH_BINDER (object);

  g_cancellable_cancel (self->cancellable);
  if (self->dropdown != NULL)
    g_signal_handlers_disconnect_by_data (self->dropdown, self);
  g_clear_weak_pointer (&self->dropdown);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (salon_search_binder_parent_class)->dispose (object);
}

static void
salon_search_binder_class_init (SalonSearchBinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_search_binder_dispose;
}

static void
salon_search_binder_init (SalonSearchBinder *self)
{
}

/**
 * salon_search_binder_new:
 * @dropdown: (transfer none): answered as long as both live
 *
 * Returns: (transfer full): what answers the search field from @session
 */
SalonSearchBinder *
salon_search_binder_new (SalonSession *session, SalonSearchDropdown *dropdown)
{
  SalonSearchBinder *self = g_object_new (SALON_TYPE_SEARCH_BINDER, NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->dropdown, dropdown);
  g_signal_connect (dropdown, "query", G_CALLBACK (on_query), self);
  g_signal_connect (dropdown, "chosen", G_CALLBACK (on_chosen), self);
  return self;
}
