/* Compares the working time before and after a change, in the transaction that makes it: a visit that lay within it
 * and does not any more is stranded.  One that was booked outside the hours on purpose is nothing new. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/ids.h"
#include "model/entities/employee.h"
#include "model/rules/client-name.h"
#include "model/rules/slot-text.h"
#include "model/services/booking-facts.h"
#include "model/services/diary.h"
#include "model/services/settings.h"
#include "model/services/stranded.h"
#include "model/store/desk-store.h"
#include "model/store/repo.h"

#define MOST_LISTED 12

struct _SalonStranded {
  SalonTx *tx; /* borrowed */
  GArray *employee_ids;
  SalonDay first_day;
  SalonDay last_day;
  gint64 now;
  SalonDiary *before; /* NULL: nothing of it lies ahead */
};

typedef struct {
  gint64 visit_id;
  gint64 employee_id;
  gint64 from;
  gint64 to;
} Found;

/* ---- the error */

typedef struct {
  SalonStrandedSpan span;
} SalonStrandedErrorPrivate;

static void
salon_stranded_error_private_init (SalonStrandedErrorPrivate *priv)
{
}

static void
salon_stranded_error_private_copy (const SalonStrandedErrorPrivate *from, SalonStrandedErrorPrivate *to)
{
  to->span = from->span;
}

static void
salon_stranded_error_private_clear (SalonStrandedErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (SalonStrandedError, salon_stranded_error)

/**
 * salon_stranded_error_get_span:
 *
 * Returns: %FALSE for an error of another kind
 */
gboolean
salon_stranded_error_get_span (const GError *error, SalonStrandedSpan *span)
{
  if (error == NULL || error->domain != SALON_STRANDED_ERROR)
    return FALSE;
  *span = salon_stranded_error_get_private (error)->span;
  return TRUE;
}

/* ---- working time */

static SalonDiary *
load_diary (const SalonStranded *self, GError **error)
{
  g_autoptr (GPtrArray) no_rooms = g_ptr_array_new ();
  SalonDiaryScope scope = {
    .from_min = MAX (self->now, (gint64) self->first_day * SALON_MINUTES_A_DAY),
    /* a working day may run past midnight */
    .to_min = (gint64) self->last_day * SALON_MINUTES_A_DAY + SALON_SCHEDULE_LAST_MINUTE,
    .employee_ids = self->employee_ids,
    .rooms = no_rooms,
  };

  return salon_diary_load (self->tx, &scope, error);
}

static GArray *
all_employees (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) employees = salon_repo_find (tx, salon_employee_get_type (), "archived", 0, error);
  GArray *ids = NULL;

  if (employees == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < employees->len; i++) {
    gint64 id = salon_entity_get_id (employees->pdata[i]);

    g_array_append_val (ids, id);
  }
  return ids;
}

/**
 * salon_stranded_begin:
 * @tx: of the change; outlives the answer
 * @employee_ids: (nullable) (element-type gint64): whose working time is about to change; %NULL = everybody's
 *
 * Remembers the working time as it is.  Then make the change, and ask salon_stranded_end().
 *
 * Returns: (transfer full)
 */
SalonStranded *
salon_stranded_begin (SalonTx *tx, const GArray *employee_ids, SalonDay first_day, SalonDay last_day, GError **error)
{
  g_autoptr (SalonStranded) self = g_new0 (SalonStranded, 1);

  self->tx = tx;
  self->first_day = first_day;
  self->last_day = last_day;
  self->now = salon_clock_wall_minute (salon_tx_clock (tx));
  self->employee_ids = employee_ids != NULL ? g_array_copy ((GArray *) employee_ids) : all_employees (tx, error);
  if (self->employee_ids == NULL)
    return NULL;
  if (self->employee_ids->len == 0 || ((gint64) last_day + 2) * SALON_MINUTES_A_DAY <= self->now)
    return g_steal_pointer (&self);
  self->before = load_diary (self, error);
  return self->before != NULL ? g_steal_pointer (&self) : NULL;
}

static void
find_of (const SalonStranded *self, const SalonDiary *after, gint64 employee_id, GArray *found)
{
  const GArray *busy = salon_diary_employee_busy (self->before, employee_id);
  const GArray *was = salon_diary_times (self->before, employee_id)->working;
  const GArray *is = salon_diary_times (after, employee_id)->working;

  for (guint i = 0; i < busy->len; i++) {
    const SalonBusy *part = &g_array_index (busy, SalonBusy, i);
    Found stranded = { part->id, employee_id, part->from, part->to };

    if (part->from >= self->now && salon_intervals_contain (was, part->from, part->to)
        && !salon_intervals_contain (is, part->from, part->to))
      g_array_append_val (found, stranded);
  }
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->visit_id > other->visit_id) - (one->visit_id < other->visit_id);
}

/* A visit that has a gap, or several lines, is named once. */
static void
join_visits (GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    for (guint k = i + 1; k < found->len;) {
      Found *one = &g_array_index (found, Found, i);
      const Found *other = &g_array_index (found, Found, k);

      if (other->visit_id != one->visit_id || other->employee_id != one->employee_id) {
        k++;
        continue;
      }
      one->to = MAX (one->to, other->to);
      g_array_remove_index (found, k);
    }
}

/* ---- what is said */

static char *
client_of (SalonTx *tx, gint64 visit_id, const char *country, GError **error)
{
  SalonDeskScope scope = { visit_id, SALON_DAY_NONE, 0, TRUE };
  g_autoptr (GPtrArray) visits = salon_desk_store_visits (tx, &scope, error);
  const SalonDeskVisitRow *visit = NULL;
  g_autofree char *phone = NULL;

  if (visits == NULL)
    return NULL;
  if (visits->len == 0)
    return g_strdup ("");
  visit = visits->pdata[0];
  phone = salon_client_phone_text (visit->phone_e164, visit->phone_typed, country);
  return salon_client_name (visit->first_name, visit->surname, phone);
}

static char *
sentence_of (SalonTx *tx, const Found *found, const char *country, GError **error)
{
  g_autofree char *client = client_of (tx, found->visit_id, country, error);
  g_autoptr (SalonEmployee) employee =
      client != NULL ? salon_repo_get (tx, salon_employee_get_type (), found->employee_id, error) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *when = NULL;

  if (employee == NULL)
    return NULL;
  name = salon_booking_facts_employee_name (employee);
  when = salon_slot_text_when (found->from, found->to, salon_clock_today (salon_tx_clock (tx)));
  /* Translators: client, time, employee: "Irina Kalniņa: today 10:00–11:00, Maria" */
  return g_strdup_printf (C_ ("visit in the way", "%1$s: %2$s, %3$s"), client, when, name);
}

static char *
list_of (SalonTx *tx, const GArray *found, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint rest = found->len > MOST_LISTED ? found->len - MOST_LISTED : 0;

  if (settings == NULL)
    return NULL;
  g_string_append_printf (text, ngettext ("%u visit would lie outside the working time:", "%u visits would lie outside the working time:",
                                          found->len), found->len);
  for (guint i = 0; i < found->len - rest; i++) {
    g_autofree char *sentence = sentence_of (tx, &g_array_index (found, Found, i), settings->country, error);

    if (sentence == NULL)
      return NULL;
    g_string_append_printf (text, "\n%s", sentence);
  }
  if (rest > 0) {
    g_string_append_c (text, '\n');
    g_string_append_printf (text, ngettext ("and %u more", "and %u more", rest), rest);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SalonStrandedSpan
span_of (const GArray *found)
{
  const Found *first = &g_array_index (found, Found, 0);
  SalonStrandedSpan span = { first->employee_id, (SalonDay) (first->from / SALON_MINUTES_A_DAY), 0 };

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, Found, i).employee_id == first->employee_id)
      span.last_day = (SalonDay) (g_array_index (found, Found, i).from / SALON_MINUTES_A_DAY);
  return span;
}

static void
refuse (const SalonStranded *self, const GArray *found, GError **error)
{
  g_autofree char *text = list_of (self->tx, found, error);

  if (text == NULL || error == NULL)
    return;
  g_set_error_literal (error, SALON_STRANDED_ERROR, SALON_STRANDED_ERROR_VISITS, text);
  salon_stranded_error_get_private (*error)->span = span_of (found);
}

/**
 * salon_stranded_end:
 * @keep_visits: they may stay where they are
 * @error: %SALON_STRANDED_ERROR_VISITS
 *
 * Returns: whether no visit is stranded by the change, or all may be
 */
gboolean
salon_stranded_end (SalonStranded *self, gboolean keep_visits, GError **error)
{
  g_autoptr (SalonDiary) after = NULL;
  g_autoptr (GArray) found = NULL;

  if (keep_visits || self->before == NULL)
    return TRUE;
  after = load_diary (self, error);
  if (after == NULL)
    return FALSE;
  found = g_array_new (FALSE, FALSE, sizeof (Found));
  for (guint i = 0; i < self->employee_ids->len; i++)
    find_of (self, after, g_array_index (self->employee_ids, gint64, i), found);
  if (found->len == 0)
    return TRUE;
  g_array_sort (found, compare_found);
  join_visits (found);
  refuse (self, found, error);
  return FALSE;
}

/**
 * salon_stranded_free:
 * @self: (transfer full):
 */
void
salon_stranded_free (SalonStranded *self)
{
  g_clear_pointer (&self->employee_ids, g_array_unref);
  g_clear_pointer (&self->before, salon_diary_free);
  g_free (self);
}
