/* What a cell of the roster says when it is pointed at or read out. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/roster-cell.h"
#include "gui/pages/staff/roster-text.h"

static char *
state_text (const SalonRosterDay *cell)
{
  if (cell->absence != 0)
    return g_strdup (salon_absence_kind_name (cell->absence));
  if (cell->n_parts > 0)
    return salon_hours_format (cell->parts, cell->n_parts);
  return g_strdup (cell->what == SALON_SHIFT_OFF ? C_ ("shift", "day off") : C_ ("shift", "no hours"));
}

/**
 * salon_roster_cell_text:
 * @cell: the day, as it is or as it would be
 *
 * Returns: (transfer full): "Maria Ozola, 24 November 2026: 10:00–19:00, 3 visits"
 */
char *
salon_roster_cell_text (const SalonRoster *roster, guint row, guint day, const SalonRosterDay *cell)
{
  const SalonRosterRow *of = roster->rows->pdata[row];
  g_autofree char *date = salon_day_format (roster->first_day + (SalonDay) day);
  g_autofree char *state = state_text (cell);
  /* Translators: employee, day, hours */
  GString *text = g_string_new (NULL);

  g_string_printf (text, C_ ("shift", "%1$s, %2$s: %3$s"), of->name, date, state);
  if (roster->holidays[day] != NULL)
    g_string_append_printf (text, ", %s", roster->holidays[day]->name);
  if (cell->n_visits > 0) {
    g_string_append (text, ", ");
    g_string_append_printf (text, ngettext ("%u visit", "%u visits", cell->n_visits), cell->n_visits);
  }
  return g_string_free (text, FALSE);
}

/**
 * salon_roster_color:
 *
 * Returns: the colour of the kind of shift that has these hours; -1 if none has
 */
gint64
salon_roster_color (const SalonRoster *roster, const SalonHours *parts, guint n_parts)
{
  for (guint i = 0; n_parts == 1 && i < roster->templates->len; i++) {
    const SalonShiftTemplate *kind = roster->templates->pdata[i];

    if (kind->from_min == parts[0].from && kind->to_min == parts[0].to)
      return kind->color;
  }
  return -1;
}
