/* The sheet of a day: hours, visits and free windows in the order of time, and what it comes to. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/day-sheet.h"
#include "report/layout.h"

#define TIME_WIDTH   66 /* "10:00–11:30" */
#define SECTION_GAP  10
#define CLIENT_SHARE 3
#define WORK_SHARE   3.4
#define ROOM_SHARE   1.7

enum {
  COLUMN_TIME,
  COLUMN_CLIENT,
  COLUMN_SERVICES,
  COLUMN_ROOM,
  N_COLUMNS,
};

static char *
time_text (gint64 minute)
{
  return salon_minute_format ((int) (minute % SALON_MINUTES_A_DAY));
}

static char *
span_text (gint64 from, gint64 to)
{
  g_autofree char *begin = time_text (from);
  g_autofree char *end = time_text (to);

  return g_strconcat (begin, "–", end, NULL);
}

/* ---- above the table */

static char *
hours_text (const SalonDaySheet *sheet)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < sheet->hours->len; i++) {
    const SalonSheetSpan *span = &g_array_index (sheet->hours, SalonSheetSpan, i);

    g_ptr_array_add (spans, span_text (span->from, span->to));
  }
  g_ptr_array_add (spans, NULL);
  list = g_strjoinv (", ", (char **) spans->pdata);
  /* Translators: of an employee; hours: "10:00–14:00, 15:00–19:00" */
  return g_strdup_printf (_("Works %s"), list);
}

static void
add_head (SalonLayout *layout, const SalonDaySheet *sheet)
{
  g_autofree char *day = salon_day_format_weekday (sheet->day);
  g_autofree char *hours = NULL;

  if (sheet->hours->len > 0)
    hours = hours_text (sheet);
  else if (sheet->holiday != NULL)
    /* Translators: of the salon; the name of a holiday */
    hours = g_strdup_printf (_("The salon is closed: %s"), sheet->holiday);
  else
    hours = g_strdup (sheet->is_away ? _("Absent on this day") : _("Does not work on this day"));
  salon_layout_add_text (layout, SALON_STYLE_TITLE, sheet->employee);
  salon_layout_add_text (layout, SALON_STYLE_HEADING, day);
  salon_layout_add_space (layout, SECTION_GAP / 2);
  salon_layout_add_text (layout, SALON_STYLE_BODY, hours);
  salon_layout_add_space (layout, SECTION_GAP);
}

/* ---- rows */

static void
add_free (SalonSheetTable *table, const SalonSheetSpan *span)
{
  g_autofree char *time = span_text (span->from, span->to);
  g_autofree char *length = salon_duration_format ((int) (span->to - span->from));
  /* Translators: a free window of an employee: "Free: 1 h 30 min" */
  g_autofree char *text = g_strdup_printf (_("Free: %s"), length);

  salon_sheet_table_add_row (table, TRUE);
  salon_sheet_table_add_text (table, COLUMN_TIME, 1, SALON_STYLE_BODY, time);
  salon_sheet_table_add_text (table, COLUMN_CLIENT, N_COLUMNS - COLUMN_CLIENT, SALON_STYLE_BODY, text);
}

/* Services that follow each other need no time of their own. */
static gboolean
is_in_one_piece (const SalonSheetVisit *visit)
{
  for (guint i = 1; i < visit->lines->len; i++) {
    const SalonSheetLine *before = visit->lines->pdata[i - 1];
    const SalonSheetLine *line = visit->lines->pdata[i];

    if (before->end != line->start)
      return FALSE;
  }
  return TRUE;
}

static void
add_services (SalonSheetTable *table, const SalonSheetVisit *visit)
{
  gboolean with_time = !is_in_one_piece (visit);

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonSheetLine *line = visit->lines->pdata[i];
    g_autofree char *time = with_time ? span_text (line->start, line->end) : NULL;
    g_autofree char *text = with_time ? g_strconcat (time, "  ", line->service, NULL) : g_strdup (line->service);

    salon_sheet_table_add_text (table, COLUMN_SERVICES, 1, SALON_STYLE_BODY, text);
  }
}

static void
add_rooms (SalonSheetTable *table, const SalonSheetVisit *visit)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonSheetLine *line = visit->lines->pdata[i];

    if (line->room == NULL || g_ptr_array_find_with_equal_func (seen, line->room, g_str_equal, NULL))
      continue;
    g_ptr_array_add (seen, line->room);
    salon_sheet_table_add_text (table, COLUMN_ROOM, 1, SALON_STYLE_BODY, line->room);
  }
}

/* What needs the width of the row: a band for each, so that a long note can go on on the next page. */
static void
add_remark (SalonSheetTable *table, SalonStyle style, const char *format, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *whole = text != NULL ? g_strconcat (parts[0], text, parts[1], NULL) : NULL;

  if (whole == NULL)
    return;
  salon_sheet_table_add_band (table);
  salon_sheet_table_add_text (table, COLUMN_CLIENT, N_COLUMNS - COLUMN_CLIENT, style, whole);
}

static void
add_visit (SalonSheetTable *table, const SalonSheetVisit *visit)
{
  g_autofree char *time = span_text (visit->start, visit->end);

  salon_sheet_table_add_row (table, FALSE);
  salon_sheet_table_add_text (table, COLUMN_TIME, 1, SALON_STYLE_STRONG, time);
  salon_sheet_table_add_text (table, COLUMN_CLIENT, 1, SALON_STYLE_STRONG, visit->client);
  salon_sheet_table_add_text (table, COLUMN_CLIENT, 1, SALON_STYLE_BODY, visit->phone);
  salon_sheet_table_add_text (table, COLUMN_CLIENT, 1, SALON_STYLE_SMALL, visit->is_new ? C_ ("visit", "first visit") : NULL);
  add_services (table, visit);
  add_rooms (table, visit);
  /* Translators: what must be known of a client: "Alert: allergic to ammonia" */
  add_remark (table, SALON_STYLE_ALERT, _("Alert: %s"), visit->alert);
  /* Translators: of a visit */
  add_remark (table, SALON_STYLE_BODY, _("Note: %s"), visit->note);
  /* Translators: names of the other employees who serve the client during the same visit */
  add_remark (table, SALON_STYLE_SMALL, _("Also with %s"), visit->others);
}

/* Both are in the order of time. */
static SalonSheetTable *
make_table (const SalonDaySheet *sheet)
{
  SalonSheetTable *table = salon_sheet_table_new ();
  guint visit = 0;
  guint window = 0;

  salon_sheet_table_add_column (table, C_ ("sheet", "Time"), TIME_WIDTH, 0);
  salon_sheet_table_add_column (table, C_ ("sheet", "Client"), 0, CLIENT_SHARE);
  salon_sheet_table_add_column (table, C_ ("sheet", "Services"), 0, WORK_SHARE);
  salon_sheet_table_add_column (table, C_ ("sheet", "Room"), 0, ROOM_SHARE);
  while (visit < sheet->visits->len || window < sheet->free->len) {
    const SalonSheetVisit *next = visit < sheet->visits->len ? sheet->visits->pdata[visit] : NULL;
    const SalonSheetSpan *span =
        window < sheet->free->len ? &g_array_index (sheet->free, SalonSheetSpan, window) : NULL;

    if (span != NULL && (next == NULL || span->from < next->start)) {
      add_free (table, span);
      window++;
    } else {
      add_visit (table, next);
      visit++;
    }
  }
  return table;
}

/* ---- the whole */

static void
add_sums (SalonLayout *layout, const SalonDaySheet *sheet)
{
  g_autofree char *work = salon_duration_format ((int) sheet->work_minutes);
  /* Translators: how many visits, then how long they take: "6 h 30 min" */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$u visit, %2$s of planned work", "%1$u visits, %2$s of planned work",
                                                     sheet->visits->len),
                                           sheet->visits->len, work);

  salon_layout_add_space (layout, SECTION_GAP);
  salon_layout_add_text (layout, SALON_STYLE_STRONG, sheet->visits->len > 0 ? text : _("No visits on this day"));
}

static void
add_sheet (SalonLayout *layout, const SalonDaySheet *sheet, const char *foot)
{
  g_autoptr (SalonSheetTable) table = make_table (sheet);
  g_autofree char *day = salon_day_format (sheet->day);
  g_autofree char *right = g_strconcat (sheet->employee, " · ", day, NULL);

  salon_layout_begin_section (layout, sheet->salon != NULL ? sheet->salon : "", right, foot);
  add_head (layout, sheet);
  salon_layout_add_table (layout, table);
  add_sums (layout, sheet);
}

/**
 * salon_report_day_sheets:
 * @sheets: (element-type SalonDaySheet): at least one
 * @printed_at: absolute wall minute
 *
 * Returns: (transfer full): A4 pages; each employee begins on a page of her own
 */
SalonPages *
salon_report_day_sheets (const GPtrArray *sheets, gint64 printed_at)
{
  const SalonDaySheet *first = sheets->pdata[0];
  g_autofree char *day = salon_day_format (first->day);
  /* Translators: the title of a document; a day */
  g_autofree char *title = g_strdup_printf (_("Sheet of the day, %s"), day);
  g_autofree char *printed = salon_day_format ((SalonDay) (printed_at / SALON_MINUTES_A_DAY));
  g_autofree char *time = time_text (printed_at);
  /* Translators: in the foot of a page; day and time */
  g_autofree char *foot = g_strdup_printf (_("Printed: %1$s, %2$s"), printed, time);
  g_autoptr (SalonLayout) layout = salon_layout_new (title);

  for (guint i = 0; i < sheets->len; i++)
    add_sheet (layout, sheets->pdata[i], foot);
  return salon_layout_finish (layout);
}
