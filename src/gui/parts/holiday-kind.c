/* Asked in the settings and above the month of shifts. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/holiday-kind.h"
#include "model/entities/holiday.h"

static const SalonAsk holiday_asks[] = {
  { "name", N_("Name"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
  { "first_day", N_("First day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
  { "last_day", N_("Last day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
};

static gpointer
create_holiday (guint n, gint64 owner)
{
  return salon_holiday_new ();
}

static char *
holiday_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonHoliday *holiday = entity;
  g_autofree char *first = salon_day_format ((SalonDay) holiday->first_day);
  g_autofree char *last = salon_day_format ((SalonDay) holiday->last_day);

  return holiday->first_day == holiday->last_day ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

const SalonEntityKind salon_kind_holidays = {
  salon_holiday_get_type, N_("Holidays"), N_("Add a holiday"),
  N_("Add the days on which the salon is closed; no times are offered on them."), holiday_asks, G_N_ELEMENTS (holiday_asks),
  create_holiday, NULL, holiday_detail, FALSE,
};
