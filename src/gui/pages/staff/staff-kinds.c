/* Tables of questions for the lists and forms of the staff. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/pages/staff/roster-cell.h"
#include "gui/pages/staff/staff-kinds.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/picker-item.h"
#include "model/entities/absence.h"
#include "model/entities/enums.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/rules/hours-text.h"

#define NOON (13 * 60)
#define MORNING (9 * 60)

static void
append (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static char *
span_text (gint64 from_min, gint64 to_min)
{
  SalonHours part = { (int) from_min, (int) to_min };

  return salon_hours_format (&part, 1);
}

/* ---- absences */

static GListModel *
absence_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_ABSENCE_HOLIDAY, SALON_ABSENCE_OTHER, salon_absence_kind_name);
}

static const SalonAsk absence_asks[] = {
  { "kind", N_("Kind"), NULL, SALON_ASK_PICK, TRUE, NULL, absence_items },
  { "note", N_("Note"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "first_day", N_("First day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
  { "last_day", N_("Last day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
};

static gpointer
create_absence (guint n, gint64 owner)
{
  SalonAbsence *absence = salon_absence_new ();

  absence->employee_id = owner;
  absence->kind = SALON_ABSENCE_HOLIDAY;
  return absence;
}

static char *
name_of_absence (gpointer entity)
{
  return g_strdup (salon_absence_kind_name (((const SalonAbsence *) entity)->kind));
}

static char *
detail_of_absence (gpointer entity, SalonDirectory *directory)
{
  const SalonAbsence *absence = entity;
  g_autofree char *first = salon_day_format ((SalonDay) absence->first_day);
  g_autofree char *last = salon_day_format ((SalonDay) absence->last_day);

  return absence->first_day == absence->last_day ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

const SalonEntityKind salon_kind_absences = {
  salon_absence_get_type, N_("Absences"), N_("Add an absence"),
  N_("While she is absent, no times of hers are offered."), absence_asks, G_N_ELEMENTS (absence_asks), create_absence,
  name_of_absence, detail_of_absence, FALSE,
};

/* ---- breaks of every week */

static GListModel *
weekday_items (SalonDirectory *directory)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  append (items, SALON_PICK_NONE, C_ ("break", "Every day"));
  for (int i = 0; i < 7; i++) {
    int weekday = (salon_first_weekday () - 1 + i) % 7 + 1;

    append (items, weekday, salon_weekday_name (weekday));
  }
  return G_LIST_MODEL (items);
}

static const SalonAsk weekly_break_asks[] = {
  { "weekday", N_("Weekday"), NULL, SALON_ASK_PICK, TRUE, NULL, weekday_items },
  { "note", N_("Note"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "from_min", N_("From"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
  { "to_min", N_("To"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
};

static gpointer
create_weekly_break (guint n, gint64 owner)
{
  SalonWeeklyBreak *weekly = salon_weekly_break_new ();

  weekly->employee_id = owner;
  weekly->from_min = NOON;
  weekly->to_min = NOON + 60;
  return weekly;
}

static char *
name_of_weekly_break (gpointer entity)
{
  gint64 weekday = ((const SalonWeeklyBreak *) entity)->weekday;

  return g_strdup (weekday > 0 ? salon_weekday_name ((int) weekday) : C_ ("break", "Every day"));
}

static char *
detail_of_weekly_break (gpointer entity, SalonDirectory *directory)
{
  const SalonWeeklyBreak *weekly = entity;

  return span_text (weekly->from_min, weekly->to_min);
}

const SalonEntityKind salon_kind_weekly_breaks = {
  salon_weekly_break_get_type, N_("Breaks of every week"), N_("Add a break of every week"),
  N_("A break that comes back, on one weekday or on every day."), weekly_break_asks, G_N_ELEMENTS (weekly_break_asks),
  create_weekly_break, name_of_weekly_break, detail_of_weekly_break, FALSE,
};

/* ---- breaks of one day */

static const SalonAsk work_break_asks[] = {
  { "day", N_("Day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
  { "note", N_("Note"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "from_min", N_("From"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
  { "to_min", N_("To"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
};

static gpointer
create_work_break (guint n, gint64 owner)
{
  SalonWorkBreak *pause = salon_work_break_new ();

  pause->employee_id = owner;
  pause->from_min = NOON;
  pause->to_min = NOON + 60;
  return pause;
}

static char *
name_of_work_break (gpointer entity)
{
  return salon_day_format ((SalonDay) ((const SalonWorkBreak *) entity)->day);
}

static char *
detail_of_work_break (gpointer entity, SalonDirectory *directory)
{
  const SalonWorkBreak *pause = entity;

  return span_text (pause->from_min, pause->to_min);
}

const SalonEntityKind salon_kind_work_breaks = {
  salon_work_break_get_type, N_("Breaks of single days"), N_("Add a break of one day"),
  N_("A break on one day only: an appointment, a lesson."), work_break_asks, G_N_ELEMENTS (work_break_asks), create_work_break,
  name_of_work_break, detail_of_work_break, FALSE,
};

/* ---- kinds of shifts */

static const SalonAsk template_asks[] = {
  { "name", N_("Name"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
  { "from_min", N_("From"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
  { "to_min", N_("To"), NULL, SALON_ASK_TIME, TRUE, NULL, NULL },
  { "color", N_("Colour"), NULL, SALON_ASK_COLOR, FALSE, NULL, NULL },
};

static gpointer
create_template (guint n, gint64 owner)
{
  SalonShiftTemplate *kind = salon_shift_template_new ();

  kind->from_min = MORNING;
  kind->to_min = MORNING + 6 * 60;
  kind->color = salon_color_suggest (n);
  return kind;
}

static char *
detail_of_template (gpointer entity, SalonDirectory *directory)
{
  const SalonShiftTemplate *kind = entity;

  return span_text (kind->from_min, kind->to_min);
}

const SalonEntityKind salon_kind_shift_templates = {
  salon_shift_template_get_type, N_("Kinds of shifts"), N_("Add a kind of shift"),
  N_("Kinds of shifts are what the month is painted with."), template_asks, G_N_ELEMENTS (template_asks), create_template, NULL,
  detail_of_template, TRUE,
};

/**
 * salon_kind_shift_templates_create:
 *
 * Returns: (transfer full): a new kind of shift with its first values
 */
SalonShiftTemplate *
salon_kind_shift_templates_create (SalonSession *session)
{
  return create_template (salon_session_n_changes (session) % 12, 0);
}
