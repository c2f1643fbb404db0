/* The queue of a day: visits with their clients and lines, two queries whatever the day holds.
 *
 * Who may not see the visits of others sees those with a line of her own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/clients.h"
#include "model/services/desk.h"
#include "model/services/settings.h"
#include "model/store/desk-store.h"
#include "model/store/tx.h"

/* So far back the day's list of visits that were left open goes. */
#define OPEN_DAYS 14

G_DEFINE_FINAL_TYPE (SalonDeskVisit, salon_desk_visit, G_TYPE_OBJECT)

static void
salon_desk_visit_finalize (GObject *object)
{
  SalonDeskVisit *self = SALON_DESK_VISIT (object);

  g_free (self->client);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_free (self->services);
  g_free (self->employees);
  g_free (self->rooms);
  g_array_unref (self->service_ids);
  g_free (self->note);
  g_free (self->cancel_reason);
  G_OBJECT_CLASS (salon_desk_visit_parent_class)->finalize (object);
}

static void
salon_desk_visit_class_init (SalonDeskVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_desk_visit_finalize;
}

static void
salon_desk_visit_init (SalonDeskVisit *self)
{
  self->service_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* ---- birthdays */

static gboolean
is_leap_year (int year)
{
  return salon_day_days_in_month (year, 2) == 29;
}

/* Whoever was born on 29 February has her birthday on the 28th in other years. */
static gboolean
is_leap_birthday (SalonDay day)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (day, &year, &month, &mday);
  return month == 2 && mday == 28 && !is_leap_year (year);
}

static gboolean
has_birthday (const SalonDeskVisitRow *row)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd ((SalonDay) row->day, &year, &month, &mday);
  return row->birth_month == month
         && (row->birth_mday == mday || (row->birth_mday == 29 && is_leap_birthday ((SalonDay) row->day)));
}

static GArray *
birthday_ids (SalonTx *tx, SalonDay day, GError **error)
{
  int year = 0;
  int month = 0;
  int mday = 0;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) leap = NULL;

  salon_day_to_ymd (day, &year, &month, &mday);
  ids = salon_desk_store_birthdays (tx, month, mday, error);
  if (ids == NULL || !is_leap_birthday (day))
    return g_steal_pointer (&ids);
  leap = salon_desk_store_birthdays (tx, 2, 29, error);
  if (leap == NULL)
    return NULL;
  g_array_append_vals (ids, leap->data, leap->len);
  return g_steal_pointer (&ids);
}

/* ---- visits */

static void
append_once (char **list, const char *name)
{
  g_auto (GStrv) names = *list != NULL ? g_strsplit (*list, ", ", -1) : NULL;
  char *longer = NULL;

  if (name == NULL || (names != NULL && g_strv_contains ((const char *const *) names, name)))
    return;
  longer = *list != NULL ? g_strconcat (*list, ", ", name, NULL) : g_strdup (name);
  g_free (*list);
  *list = longer;
}

static void
append (char **list, const char *name)
{
  char *longer = *list != NULL ? g_strconcat (*list, ", ", name, NULL) : g_strdup (name);

  g_free (*list);
  *list = longer;
}

static void
take_line (SalonDeskVisit *visit, const SalonDeskLineRow *line)
{
  gboolean first = visit->service_ids->len == 0;

  if (first || visit->own_employee_id != line->employee_id)
    visit->own_employee_id = first ? line->employee_id : 0;
  g_array_append_val (visit->service_ids, line->service_id);
  append (&visit->services, line->service);
  append_once (&visit->employees, line->employee);
  append_once (&visit->rooms, line->room);
  visit->price += line->price;
}

static SalonDeskVisit *
make_visit (const SalonDeskVisitRow *row, const char *country)
{
  SalonDeskVisit *visit = g_object_new (SALON_TYPE_DESK_VISIT, NULL);
  g_autofree char *phone = salon_client_phone_text (row->phone_e164, row->phone_typed, country);

  visit->visit_id = row->visit_id;
  visit->client_id = row->client_id;
  visit->client = salon_client_name (row->first_name, row->surname, phone);
  visit->thumb = row->thumb != NULL ? g_bytes_ref (row->thumb) : NULL;
  visit->start_min = row->start_min;
  visit->end_min = row->end_min;
  visit->state = row->state;
  visit->note = g_strdup (row->note);
  visit->cancel_reason = g_strdup (row->cancel_reason);
  visit->is_new = row->first_day == SALON_DAY_NONE || row->first_day >= row->day;
  visit->birthday = has_birthday (row);
  visit->has_alert = row->has_alert;
  visit->series_id = row->series_id;
  visit->late_min = row->late_min;
  visit->settled = row->settled;
  return visit;
}

/* Rows and lines come in the same order. */
static GPtrArray *
load_visits (SalonTx *tx, const SalonDeskScope *scope, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (GPtrArray) rows = settings != NULL ? salon_desk_store_visits (tx, scope, error) : NULL;
  g_autoptr (GPtrArray) lines = rows != NULL ? salon_desk_store_lines (tx, scope, error) : NULL;
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  guint at = 0;

  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const SalonDeskVisitRow *row = rows->pdata[i];
    SalonDeskVisit *visit = make_visit (row, settings->country);

    g_ptr_array_add (visits, visit);
    while (at < lines->len && ((const SalonDeskLineRow *) lines->pdata[at])->visit_id == row->visit_id)
      take_line (visit, lines->pdata[at++]);
  }
  return g_steal_pointer (&visits);
}

static SalonDay
day_of (SalonTx *tx, const SalonDeskRequest *request)
{
  return request->day == SALON_DAY_NONE ? salon_clock_today (salon_tx_clock (tx)) : (SalonDay) request->day;
}

/**
 * salon_desk_request_new:
 * @day: %SALON_DAY_NONE = today
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonDeskRequest *
salon_desk_request_new (gint64 day, gboolean with_cancelled)
{
  SalonDeskRequest *self = g_new0 (SalonDeskRequest, 1);

  self->day = day;
  self->with_cancelled = with_cancelled;
  return self;
}

/**
 * salon_desk_day_free:
 * @self: (transfer full):
 */
void
salon_desk_day_free (SalonDeskDay *self)
{
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_desk_visible_employee:
 * @employee_id: (out): whose visits the actor may see; 0 = everybody's
 * @error: %SALON_ERROR_PERMISSION
 */
gboolean
salon_desk_visible_employee (SalonTx *tx, gint64 *employee_id, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  *employee_id = 0;
  if (salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_DAY_VIEW))
    return TRUE;
  *employee_id = actor->employee_id;
  return actor->employee_id != 0 || salon_permission_check (actor, SALON_PERMISSION_DAY_VIEW, error);
}

/**
 * salon_desk_day_load:
 *
 * Visits that were missed are shown, cancelled ones if they are asked for.
 *
 * Returns: (transfer full) (nullable): the queue of a day
 */
SalonDeskDay *
salon_desk_day_load (SalonTx *tx, const SalonDeskRequest *request, GError **error)
{
  g_autoptr (SalonDeskDay) answer = g_new0 (SalonDeskDay, 1);
  SalonDeskScope scope = { .day = day_of (tx, request), .with_cancelled = request->with_cancelled };

  if (!salon_desk_visible_employee (tx, &scope.employee_id, error))
    return NULL;
  answer->day = scope.day;
  answer->visits = load_visits (tx, &scope, error);
  if (answer->visits == NULL
      || !salon_desk_store_count_open (tx, scope.day - OPEN_DAYS, scope.day - 1, scope.employee_id, &answer->n_open, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/**
 * salon_desk_birthdays:
 *
 * Returns: (transfer full) (nullable) (element-type SalonClientRow): whose birthday the day is
 */
GPtrArray *
salon_desk_birthdays (SalonTx *tx, const SalonDeskRequest *request, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  ids = birthday_ids (tx, day_of (tx, request), error);
  return ids != NULL ? salon_client_rows (tx, ids, error) : NULL;
}

/**
 * salon_desk_to_pay:
 *
 * Returns: (transfer full) (nullable) (element-type SalonDeskVisit): what was done up to today and is not checked out, by
 *   start
 */
GPtrArray *
salon_desk_to_pay (SalonTx *tx, gconstpointer nothing, GError **error)
{
  SalonDeskScope scope = { .day = salon_clock_today (salon_tx_clock (tx)), .to_pay = TRUE };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error)
      || !salon_desk_visible_employee (tx, &scope.employee_id, error))
    return NULL;
  return load_visits (tx, &scope, error);
}

/**
 * salon_desk_unfinished:
 *
 * What is looked at before a day is closed.
 *
 * Returns: (transfer full) (nullable) (element-type SalonDeskVisit): the visits of the last days up to today that are neither
 *   done, cancelled nor missed, and whatever is done and not checked out, by start
 */
GPtrArray *
salon_desk_unfinished (SalonTx *tx, gconstpointer nothing, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  SalonDeskScope scope = { .day = today, .unfinished_from = today - OPEN_DAYS };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_SHIFT, error)
      || !salon_desk_visible_employee (tx, &scope.employee_id, error))
    return NULL;
  return load_visits (tx, &scope, error);
}

static SalonDeskVisit *
desk_visit_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  SalonDeskScope scope = { .visit_id = request->id, .with_cancelled = TRUE };
  g_autoptr (GPtrArray) visits = NULL;

  if (!salon_desk_visible_employee (tx, &scope.employee_id, error))
    return NULL;
  visits = load_visits (tx, &scope, error);
  if (visits == NULL)
    return NULL;
  if (visits->len > 0)
    return g_object_ref (visits->pdata[0]);
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The visit is not there any more."));
  return NULL;
}

SALON_DEFINE_QUERY (salon_query_desk_day, "desk.day", salon_desk_day_load, SalonDeskRequest, g_free, salon_desk_day_free)
SALON_DEFINE_QUERY (salon_query_desk_birthdays, "desk.birthdays", salon_desk_birthdays, SalonDeskRequest, g_free,
                    g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_desk_to_pay, "desk.to-pay", salon_desk_to_pay, void, NULL, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_desk_unfinished, "desk.unfinished", salon_desk_unfinished, void, NULL, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_desk_visit, "desk.visit", desk_visit_load, SalonIdRequest, g_free, g_object_unref)
