/* The sheets of a day are the columns of the board, in words.
 *
 * A phone is told only if whoever asks may see contacts, and not to an employee who is a user without that right: the
 * sheet is for her. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/holiday.h"
#include "model/entities/user.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/verbs.h"
#include "model/services/board.h"
#include "model/services/day-sheets.h"
#include "model/services/settings.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

typedef struct {
  SalonTx *tx;
  SalonBoard *board;
  SalonSettings *settings;
  GArray *columns;     /* SalonBoardColumn */
  GArray *blocks;      /* SalonBoardBlock */
  GPtrArray *users;    /* SalonUser */
  GPtrArray *holidays; /* SalonHoliday */
} Load;

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->board, salon_board_unref);
  g_clear_pointer (&load->settings, salon_settings_free);
  g_clear_pointer (&load->columns, g_array_unref);
  g_clear_pointer (&load->blocks, g_array_unref);
  g_clear_pointer (&load->users, g_ptr_array_unref);
  g_clear_pointer (&load->holidays, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

/* ---- the client */

static gboolean
may_have_phones (const Load *load, gint64 employee_id)
{
  if (!salon_permissions_have (salon_actor_permissions (salon_tx_actor (load->tx)), SALON_PERMISSION_CLIENTS_CONTACTS))
    return FALSE;
  for (guint i = 0; i < load->users->len; i++) {
    const SalonUser *user = load->users->pdata[i];

    if (user->employee_id == employee_id && user->archived == 0)
      return salon_role_may ((SalonRole) user->role, SALON_PERMISSION_CLIENTS_CONTACTS);
  }
  return TRUE;
}

static gboolean
take_phone (Load *load, SalonSheetVisit *visit, gint64 client_id, GError **error)
{
  g_autoptr (GPtrArray) phones = salon_repo_find (load->tx, salon_client_phone_get_type (), "client_id", client_id, error);
  const SalonClientPhone *first = NULL;

  for (guint i = 0; phones != NULL && i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];

    if (first == NULL || phone->position < first->position)
      first = phone;
  }
  if (first != NULL)
    visit->phone = salon_client_phone_text (first->e164, first->typed, load->settings->country);
  return phones != NULL;
}

static gboolean
take_client (Load *load, SalonSheetVisit *visit, const SalonBoardVisit *shown, gint64 employee_id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (load->tx, salon_client_get_type (), shown->client_id, error);

  if (client == NULL)
    return FALSE;
  visit->alert = g_strdup (client->alert);
  if (may_have_phones (load, employee_id))
    return take_phone (load, visit, shown->client_id, error);
  if (client->first_name == NULL && client->surname == NULL) {
    g_free (visit->client); /* her phone */
    visit->client = g_strdup (_("Client without a name"));
  }
  return TRUE;
}

/* ---- visits */

static gboolean
is_named (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return TRUE;
  return FALSE;
}

static char *
name_others (const Load *load, const SalonBoardVisit *visit, gint64 employee_id)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];
    const SalonBoardEmployee *other = salon_board_find_employee (load->board, line->employee_id);

    if (line->employee_id != employee_id && other != NULL && !is_named (names, other->name))
      g_ptr_array_add (names, other->name);
  }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static gint64
end_of (const SalonBoardLine *line)
{
  return line->start + salon_line_length (&line->shape);
}

static void
take_lines (const Load *load, SalonSheetVisit *sheet_visit, const SalonBoardVisit *visit, gint64 employee_id)
{
  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];
    const SalonBoardRoom *room = salon_board_find_room (load->board, line->room_id);

    if (line->employee_id == employee_id)
      salon_sheet_visit_add_line (sheet_visit, line->start, end_of (line), line->service, room != NULL ? room->name : NULL);
  }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SalonSheetLine *one = *(const SalonSheetLine *const *) a;
  const SalonSheetLine *other = *(const SalonSheetLine *const *) b;

  return (one->start > other->start) - (one->start < other->start);
}

static gboolean
add_visit (Load *load, SalonDaySheet *sheet, const SalonBoardVisit *visit, GError **error)
{
  SalonSheetVisit *added = salon_day_sheet_add_visit (sheet, visit->client);

  added->state = visit->state;
  added->is_new = (visit->flags & SALON_BOARD_FLAG_NEW_CLIENT) != 0;
  added->note = g_strdup (visit->note);
  added->others = name_others (load, visit, sheet->employee_id);
  take_lines (load, added, visit, sheet->employee_id);
  g_ptr_array_sort (added->lines, compare_lines);
  return take_client (load, added, visit, sheet->employee_id, error);
}

/* ---- time */

/* The buffers before and after are not free either. */
static void
add_busy (GArray *busy, const SalonBoardVisit *visit, gint64 employee_id)
{
  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];
    SalonLineLayout layout;

    if (line->employee_id != employee_id)
      continue;
    salon_line_layout (&line->shape, line->start, visit->visit_id, &layout);
    for (guint k = 0; k < layout.n_work; k++)
      salon_intervals_add (busy, layout.work[k].from - layout.work[k].before, layout.work[k].to + layout.work[k].after);
  }
}

static void
append_spans (GArray *spans, const GArray *set, gint64 shortest)
{
  for (guint i = 0; i < set->len; i++) {
    const SalonInterval *part = &g_array_index (set, SalonInterval, i);
    SalonSheetSpan span = { part->from, part->to };

    if (part->to - part->from >= shortest)
      g_array_append_val (spans, span);
  }
}

/* Visits have several blocks; each is taken once. */
static gboolean
fill_sheet (Load *load, SalonDaySheet *sheet, guint column, GError **error)
{
  g_autoptr (GArray) hours = salon_board_hours (load->board, &g_array_index (load->columns, SalonBoardColumn, column));
  g_autoptr (GArray) busy = salon_intervals_new ();
  g_autoptr (GArray) left = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < load->blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (load->blocks, SalonBoardBlock, i);
    SalonBoardVisit *visit = block->column == column
                                 ? g_hash_table_lookup (load->board->by_id, &block->visit_id) : NULL;

    if (visit == NULL || !salon_visit_state_holds_time (visit->state))
      continue;
    sheet->work_minutes += block->end - block->start;
    if (!g_hash_table_add (seen, visit))
      continue;
    add_busy (busy, visit, sheet->employee_id);
    if (!add_visit (load, sheet, visit, error))
      return FALSE;
  }
  salon_intervals_normalize (busy);
  left = salon_intervals_subtract (hours, busy);
  append_spans (sheet->hours, hours, 1);
  append_spans (sheet->free, left, load->board->step);
  return TRUE;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const SalonSheetVisit *one = *(const SalonSheetVisit *const *) a;
  const SalonSheetVisit *other = *(const SalonSheetVisit *const *) b;

  return (one->start > other->start) - (one->start < other->start);
}

static const char *
name_holiday (const Load *load, SalonDay day)
{
  for (guint i = 0; i < load->holidays->len; i++) {
    const SalonHoliday *holiday = load->holidays->pdata[i];

    if (holiday->first_day <= day && day <= holiday->last_day)
      return holiday->name;
  }
  return NULL;
}

static SalonDaySheet *
make_sheet (Load *load, guint column, GError **error)
{
  const SalonBoardColumn *shown = &g_array_index (load->columns, SalonBoardColumn, column);
  const SalonBoardEmployee *employee = salon_board_find_employee (load->board, shown->resource_id);
  g_autoptr (SalonDaySheet) sheet = salon_day_sheet_new (shown->day, employee->id, employee->name);
  gint64 midnight = (gint64) shown->day * SALON_MINUTES_A_DAY;

  sheet->salon = g_strdup (load->settings->name);
  sheet->holiday = g_strdup (name_holiday (load, shown->day));
  sheet->is_away = salon_intervals_meet (employee->times->away, midnight, midnight + SALON_MINUTES_A_DAY);
  if (!fill_sheet (load, sheet, column, error))
    return NULL;
  g_ptr_array_sort (sheet->visits, compare_visits);
  return g_steal_pointer (&sheet);
}

/* ---- the whole */

static GArray *
make_columns (const SalonBoard *board, SalonDay day)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SalonBoardColumn));

  for (guint i = 0; i < board->employees->len; i++) {
    const SalonBoardEmployee *employee = board->employees->pdata[i];
    SalonBoardColumn column = { SALON_RESOURCE_EMPLOYEE, employee->id, day };

    g_array_append_val (columns, column);
  }
  return columns;
}

/* The board begins the day before: what runs past midnight then stands with that evening. */
static gboolean
start_load (Load *load, SalonTx *tx, const SalonDaySheetRequest *request, GError **error)
{
  SalonDay day = request->day == SALON_DAY_NONE ? salon_clock_today (salon_tx_clock (tx)) : (SalonDay) request->day;
  SalonBoardRequest days = { day - 1, 2, 0, FALSE };

  load->tx = tx;
  load->settings = salon_settings_load (tx, NULL, error);
  load->board = load->settings != NULL ? salon_board_query (tx, &days, error) : NULL;
  load->users = load->board != NULL ? salon_repo_all (tx, salon_user_get_type (), error) : NULL;
  load->holidays = load->users != NULL ? salon_repo_all (tx, salon_holiday_get_type (), error) : NULL;
  if (load->holidays == NULL)
    return FALSE;
  load->columns = make_columns (load->board, day);
  load->blocks = salon_board_blocks (load->board, load->columns, FALSE);
  return TRUE;
}

/* Whoever may not see others has a board of her own. */
static gboolean
refuse (SalonTx *tx, const SalonDaySheetRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (request->employee_id == 0 || request->employee_id == actor->employee_id
      || salon_permission_check (actor, SALON_PERMISSION_DAY_VIEW, error))
    salon_set_error (error, SALON_ERROR_NOT_FOUND, "%s",
                     request->employee_id == 0 ? _("Nobody works on this day.")
                                               : _("She does not work on this day and has no visits."));
  return FALSE;
}

/**
 * salon_day_sheet_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonDaySheetRequest *
salon_day_sheet_request_new (gint64 day, gint64 employee_id)
{
  SalonDaySheetRequest *self = g_new0 (SalonDaySheetRequest, 1);

  self->day = day;
  self->employee_id = employee_id;
  return self;
}

/**
 * salon_day_sheets_load:
 * @error: %SALON_ERROR_PERMISSION, %SALON_ERROR_NOT_FOUND if nobody works
 *
 * Returns: (transfer full) (nullable) (element-type SalonDaySheet): in the order of the staff
 */
GPtrArray *
salon_day_sheets_load (SalonTx *tx, const SalonDaySheetRequest *request, GError **error)
{
  g_auto (Load) load = { 0 };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_day_sheet_free);

  if (!start_load (&load, tx, request, error))
    return NULL;
  for (guint i = 0; i < load.columns->len; i++) {
    gint64 id = g_array_index (load.columns, SalonBoardColumn, i).resource_id;
    g_autoptr (SalonDaySheet) sheet = NULL;

    if (request->employee_id != 0 && request->employee_id != id)
      continue;
    sheet = make_sheet (&load, i, error);
    if (sheet == NULL)
      return NULL;
    if (sheet->hours->len > 0 || sheet->visits->len > 0)
      g_ptr_array_add (sheets, g_steal_pointer (&sheet));
  }
  return sheets->len > 0 || refuse (tx, request, error) ? g_steal_pointer (&sheets) : NULL;
}

SALON_DEFINE_QUERY (salon_query_day_sheets, "day-sheets", salon_day_sheets_load, SalonDaySheetRequest, g_free,
                    g_ptr_array_unref)
