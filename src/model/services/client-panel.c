/* Everything about one client, read in one snapshot: some twenty small queries, each by an index. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/client-phone.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/stored-photo.h"
#include "model/entities/source.h"
#include "model/entities/zone.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/rhythm.h"
#include "model/services/client-panel.h"
#include "model/services/contacts.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"
#include "model/store/timeline-store.h"
#include "model/store/visit-store.h"

#define MAX_PREFERRED 3
#define MAX_VISITS    50
#define MAX_CONTACTS  50
#define HABIT_MONTHS  12

/* What the parts of the panel are read with. */
typedef struct {
  SalonTx *tx;
  SalonClientPanel *panel;
  gint64 id;
  SalonDay today;
  SalonDay as_of;
  gboolean with_contacts;
  SalonSettings *settings;
} Reader;

/* ---- the person */

static void
hide_contacts (SalonClient *client)
{
  g_clear_pointer (&client->address, g_free);
  g_clear_pointer (&client->email, g_free);
  g_clear_pointer (&client->whatsapp, g_free);
  g_clear_pointer (&client->telegram, g_free);
  g_clear_pointer (&client->instagram, g_free);
}

static char *
first_phone (Reader *self)
{
  const SalonClientPhone *phone = self->panel->phones->len > 0 ? self->panel->phones->pdata[0] : NULL;

  return phone != NULL ? salon_client_phone_text (phone->e164, phone->typed, self->settings->country) : NULL;
}

static gboolean
read_person (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;
  g_autofree char *phone = NULL;

  panel->client = salon_repo_get (self->tx, salon_client_get_type (), self->id, error);
  if (panel->client == NULL)
    return FALSE;
  if (self->with_contacts)
    panel->phones = salon_repo_find (self->tx, salon_client_phone_get_type (), "client_id", self->id, error);
  else
    panel->phones = g_ptr_array_new_with_free_func (g_object_unref);
  if (panel->phones == NULL)
    return FALSE;
  if (!self->with_contacts)
    hide_contacts (panel->client);
  phone = first_phone (self);
  panel->name = salon_client_name (panel->client->first_name, panel->client->surname, phone);
  if (*panel->name == '\0') {
    g_free (panel->name);
    panel->name = g_strdup (panel->client->patronymic != NULL ? panel->client->patronymic : _("Client without a name"));
  }
  return TRUE;
}

static gboolean
read_photo (Reader *self, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = NULL;

  if (self->panel->client->photo_id == 0)
    return TRUE;
  photo = salon_repo_get (self->tx, salon_stored_photo_get_type (), self->panel->client->photo_id, error);
  if (photo == NULL)
    return FALSE;
  self->panel->thumb = g_bytes_ref (photo->thumb);
  self->panel->view = g_bytes_ref (photo->view);
  return TRUE;
}

static gboolean
read_source (Reader *self, GError **error)
{
  g_autoptr (SalonSource) source = NULL;

  if (self->panel->client->source_id == 0)
    return TRUE;
  source = salon_repo_get (self->tx, salon_source_get_type (), self->panel->client->source_id, error);
  if (source == NULL)
    return FALSE;
  self->panel->source = g_strdup (source->name);
  return TRUE;
}

static gboolean
read_referrer (Reader *self, GError **error)
{
  g_autoptr (SalonClientBrief) brief = NULL;
  g_autofree char *phone = NULL;

  if (self->panel->client->referred_by_id == 0)
    return TRUE;
  if (!salon_client_store_brief (self->tx, self->panel->client->referred_by_id, &brief, error))
    return FALSE;
  if (brief == NULL)
    return TRUE;
  if (self->with_contacts)
    phone = salon_client_phone_text (brief->e164, brief->typed, self->settings->country);
  self->panel->referred_by = salon_client_name (brief->first_name, brief->surname, phone);
  return TRUE;
}

static gboolean
read_custom (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;
  g_autoptr (GPtrArray) values = NULL;

  panel->custom_fields = salon_repo_find (self->tx, salon_custom_field_get_type (), "archived", 0, error);
  if (panel->custom_fields == NULL)
    return FALSE;
  panel->custom_values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  values = salon_repo_find (self->tx, salon_custom_value_get_type (), "client_id", self->id, error);
  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SalonCustomValue *value = values->pdata[i];

    g_hash_table_insert (panel->custom_values, g_memdup2 (&value->field_id, sizeof value->field_id),
                         g_strdup (value->value));
  }
  return values != NULL;
}

/* ---- names beside numbers */

/* Takes the things over; the names move, they are not copied. */
static GPtrArray *
name_things (GPtrArray *things)
{
  GPtrArray *named = NULL;

  if (things == NULL)
    return NULL;
  named = g_ptr_array_new_full (things->len, (GDestroyNotify) salon_named_free);
  for (guint i = 0; i < things->len; i++) {
    SalonToldThing *thing = things->pdata[i];
    SalonNamed *name = g_new0 (SalonNamed, 1);

    name->id = thing->id;
    name->name = g_steal_pointer (&thing->name);
    name->color = thing->color;
    name->count = thing->count;
    name->last_day = thing->last_day;
    g_ptr_array_add (named, name);
  }
  g_ptr_array_unref (things);
  return named;
}

static gboolean
read_names (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;
  SalonDay from = salon_day_add_months (self->today, -HABIT_MONTHS);

  panel->tags = name_things (salon_timeline_store_tags (self->tx, self->id, error));
  if (panel->tags != NULL)
    panel->categories = name_things (salon_timeline_store_categories (self->tx, self->id, error));
  if (panel->categories != NULL)
    panel->masters = name_things (salon_timeline_store_masters (self->tx, self->id, from, self->today, MAX_PREFERRED, error));
  if (panel->masters != NULL)
    panel->services = name_things (salon_timeline_store_services (self->tx, self->id, from, self->today, MAX_PREFERRED, error));
  return panel->services != NULL;
}

/* ---- zones */

/* The days of one zone, as they stand together in @all. */
static void
fill_zone (SalonNamed *zone, const GArray *all, SalonDay today)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  int periodicity = 0;
  int interval = 0;

  for (guint i = 0; i < all->len; i++) {
    const SalonZoneDay *day = &g_array_index (all, SalonZoneDay, i);

    if (day->zone_id != zone->id)
      continue;
    g_array_append_val (days, day->day);
    zone->last_day = day->day;
    periodicity = day->periodicity;
  }
  zone->count = days->len;
  interval = salon_rhythm ((const SalonDay *) (gpointer) days->data, days->len);
  zone->due = salon_due_on ((SalonDay) zone->last_day, periodicity == 0 || interval == 0 ? periodicity : interval, today);
}

static gboolean
read_zones (Reader *self, GError **error)
{
  g_autoptr (GPtrArray) zones = salon_repo_find (self->tx, salon_zone_get_type (), "archived", 0, error);
  g_autoptr (GArray) days = zones == NULL ? NULL : salon_timeline_store_zone_days (self->tx, self->id, self->today, error);

  if (days == NULL)
    return FALSE;
  self->panel->zones = g_ptr_array_new_full (zones->len, (GDestroyNotify) salon_named_free);
  for (guint i = 0; i < zones->len; i++) {
    const SalonZone *zone = zones->pdata[i];
    SalonNamed *named = g_new0 (SalonNamed, 1);

    named->id = salon_entity_get_id (zone);
    named->name = g_strdup (zone->name);
    named->last_day = SALON_DAY_NONE;
    fill_zone (named, days, self->today);
    g_ptr_array_add (self->panel->zones, named);
  }
  return TRUE;
}

/* ---- visits and figures */

static SalonTimelineVisit *
tell_visit (SalonToldVisit *told)
{
  SalonTimelineVisit *visit = g_new0 (SalonTimelineVisit, 1);

  visit->visit_id = told->visit_id;
  visit->start_min = told->start_min;
  visit->state = told->state;
  visit->services = g_steal_pointer (&told->services);
  visit->employees = g_steal_pointer (&told->employees);
  visit->rooms = g_steal_pointer (&told->rooms);
  visit->note = g_steal_pointer (&told->note);
  visit->price = told->price;
  return visit;
}

static gboolean
read_visits (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;
  gint64 now = salon_clock_wall_minute (salon_tx_clock (self->tx));
  g_autoptr (GPtrArray) visits = salon_timeline_store_visits (self->tx, self->id, MAX_VISITS, error);
  g_autoptr (GPtrArray) next = visits == NULL ? NULL : salon_timeline_store_upcoming (self->tx, self->id, now, 1, error);

  if (next == NULL)
    return FALSE;
  panel->visits = g_ptr_array_new_full (visits->len, (GDestroyNotify) salon_timeline_visit_free);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (panel->visits, tell_visit (visits->pdata[i]));
  if (next->len > 0)
    panel->next = tell_visit (next->pdata[0]);
  panel->n_visits = visits->len;
  return visits->len < MAX_VISITS || salon_timeline_store_count (self->tx, self->id, &panel->n_visits, error);
}

static gboolean
read_history (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;

  panel->contacts = salon_contacts_told (self->tx, self->id, MAX_CONTACTS, error);
  panel->marks = panel->contacts != NULL ? salon_marks_told (self->tx, self->id, MAX_CONTACTS, error) : NULL;
  if (panel->marks != NULL)
    panel->consents = salon_repo_find (self->tx, salon_client_consent_get_type (), "client_id", self->id, error);
  return panel->consents != NULL;
}

static gboolean
read_figures (Reader *self, GError **error)
{
  SalonClientPanel *panel = self->panel;
  g_autoptr (GArray) days = salon_visit_store_counted_days (self->tx, self->id, error);
  SalonClientStat stat;

  if (days == NULL || !salon_stat_store_get (self->tx, self->id, &stat, error))
    return FALSE;
  salon_status_explain ((const SalonDay *) (gpointer) days->data, days->len, &self->settings->status, self->as_of, &panel->status);
  panel->rhythm_days = salon_rhythm ((const SalonDay *) (gpointer) days->data, days->len);
  panel->visit_days = stat.visit_days;
  panel->first_day = stat.first_day;
  panel->last_day = stat.last_day;
  panel->sold = stat.sold;
  panel->sold_12m = stat.sold_12m;
  panel->visits_12m = stat.visits_12m;
  panel->importance = stat.importance;
  panel->top_place = stat.top_place;
  panel->no_shows = stat.no_shows;
  return TRUE;
}

/**
 * salon_client_panel_load:
 *
 * Who may not see contacts is answered without phones, address, e-mail and messengers.
 *
 * Returns: (transfer full) (nullable): all about the client; %SALON_ERROR_NOT_FOUND if there is none
 */
SalonClientPanel *
salon_client_panel_load (SalonTx *tx, const SalonPanelRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonClientPanel) panel = NULL;
  g_autoptr (SalonSettings) settings = NULL;
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  Reader reader;

  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return NULL;
  panel = g_new0 (SalonClientPanel, 1);
  reader = (Reader){
    .tx = tx,
    .panel = panel,
    .id = request->id,
    .today = today,
    .as_of = request->as_of == SALON_DAY_NONE ? today : (SalonDay) request->as_of,
    .with_contacts = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CLIENTS_CONTACTS),
    .settings = settings,
  };
  if (read_person (&reader, error) && read_photo (&reader, error) && read_source (&reader, error)
      && read_referrer (&reader, error) && read_custom (&reader, error) && read_names (&reader, error)
      && read_zones (&reader, error) && read_visits (&reader, error) && read_history (&reader, error)
      && read_figures (&reader, error))
    return g_steal_pointer (&panel);
  return NULL;
}

/**
 * salon_client_visits:
 *
 * Returns: (transfer full) (nullable): every #SalonTimelineVisit of a client, of all states, the newest first
 */
GPtrArray *
salon_client_visits (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (GPtrArray) told = NULL;
  GPtrArray *visits = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  told = salon_timeline_store_visits (tx, request->id, G_MAXINT32, error);
  if (told == NULL)
    return NULL;
  visits = g_ptr_array_new_full (told->len, (GDestroyNotify) salon_timeline_visit_free);
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_add (visits, tell_visit (told->pdata[i]));
  return visits;
}

SALON_DEFINE_QUERY (salon_query_client_visits, "client.visits", salon_client_visits, SalonIdRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_client_panel, "client.panel", salon_client_panel_load, SalonPanelRequest, g_free,
                    salon_client_panel_free)
