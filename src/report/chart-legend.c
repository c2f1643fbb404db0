/* Unit and names in as few rows as they need; what one series is called stands before its unit. */
#include "config.h"

#include "report/chart-legend.h"

#include <glib/gi18n-lib.h>

#include "report/chart-markers.h"

#define DASHED    G_MAXINT
#define SWATCH    11.0
#define LINE      18.0
#define NEXT      18.0 /* from a name to the next swatch */
#define MAX_ROWS  3
#define MAX_PART  3 /* of the picture's height */

typedef struct {
  char *name;
  SalonPaint paint;
  int line; /* of which series it shows the line; DASHED = of none; -1 = a field */
  double text_width;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
}

static gboolean
is_incomplete (const SalonChartPlan *plan)
{
  for (guint i = 0; i < salon_plan_n_series (plan); i++)
    for (guint j = 0; j < salon_plan_n_categories (plan); j++)
      if (salon_plan_value (plan, i, j).is_incomplete && !salon_plan_value (plan, i, j).is_empty)
        return TRUE;
  return FALSE;
}

static void
add_entry (SalonChartPlan *plan, GArray *entries, const char *name, const SalonPaint *paint, int line)
{
  Entry entry = { g_strdup (name), *paint, line, salon_scene_text_width (plan->scene, SALON_TEXT_NAME, name) };

  g_array_append_val (entries, entry);
}

static void
add_names (SalonChartPlan *plan, GArray *entries, SalonLegendKind kind)
{
  for (guint i = 0; salon_plan_n_series (plan) > 1 && i < salon_plan_n_series (plan); i++) {
    gboolean is_line = kind == SALON_LEGEND_LINES || (kind == SALON_LEGEND_PARETO && i > 0);
    SalonPaint paint = is_line ? salon_palette_line_paint (&plan->palette, plan->chart, i, FALSE)
                               : salon_palette_paint (&plan->palette, plan->chart, i, FALSE);

    add_entry (plan, entries, salon_chart_series (plan->chart, i)->name, &paint, is_line ? (int) i : -1);
  }
}

static GArray *
entries_of (SalonChartPlan *plan, SalonLegendKind kind, const char *young)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  SalonPaint paint = salon_palette_tone_paint (&plan->palette, SALON_CHART_TONE_NEUTRAL, TRUE);

  g_array_set_clear_func (entries, clear_entry);
  if (kind != SALON_LEGEND_NO_NAMES)
    add_names (plan, entries, kind);
  if (plan->chart->kind == SALON_CHART_LINES) {
    paint = salon_palette_rule (plan->palette.ink_2, 2);
    paint.is_dashed = TRUE;
  }
  if (is_incomplete (plan))
    /* Translators: in the legend of a chart: the hatched values belong to a month, week … that still goes on */
    add_entry (plan, entries, C_ ("chart legend", "not over yet"), &paint, paint.is_dashed ? DASHED : -1);
  paint = salon_palette_missing_paint (&plan->palette, TRUE);
  if (young != NULL)
    add_entry (plan, entries, young, &paint, -1);
  return entries;
}

static char *
caption_of (const SalonChartPlan *plan, const SalonTicks *ticks)
{
  g_autofree char *unit = salon_ticks_unit (ticks);

  if (salon_plan_n_series (plan) != 1 || *salon_chart_series (plan->chart, 0)->name == '\0')
    return g_steal_pointer (&unit);
  if (*unit == '\0')
    return g_strdup (salon_chart_series (plan->chart, 0)->name);
  return g_strdup_printf ("%s, %s", salon_chart_series (plan->chart, 0)->name, unit);
}

static double
swatch_width (const SalonChartPlan *plan, const Entry *entry)
{
  return (entry->line >= 0 ? LINE : SWATCH) * plan->scale;
}

/* How wide an entry is if no name is wider than @most. */
static double
entry_width (const SalonChartPlan *plan, const Entry *entry, double most)
{
  return swatch_width (plan, entry) + 6 * plan->scale + MIN (entry->text_width, most);
}

static guint
count_rows (const SalonChartPlan *plan, const GArray *entries, double start, double most)
{
  double x = start;
  guint rows = 1;

  for (guint i = 0; i < entries->len; i++) {
    double width = entry_width (plan, &g_array_index (entries, Entry, i), most);

    if (x > 0 && x + width > plan->room.width) {
      rows++;
      x = 0;
    }
    x += width + NEXT * plan->scale;
  }
  return rows;
}

static void
add_swatch (SalonChartPlan *plan, const Entry *entry, double x, double y, double line)
{
  double size = SWATCH * plan->scale;

  if (entry->line >= 0) {
    salon_scene_add_line (plan->scene, x, y + line / 2, x + LINE * plan->scale, y + line / 2, &entry->paint);
    if (entry->line != DASHED)
      salon_marker_add (plan, (guint) entry->line, x + LINE / 2 * plan->scale, y + line / 2, 3 * plan->scale, FALSE);
  } else {
    SalonBox box = { x, y + (line - size) / 2, size, size };

    salon_scene_add_rectangle (plan->scene, &box, &entry->paint);
  }
}

static void
add_rest (SalonChartPlan *plan, guint n, double x, double y)
{
  /* Translators: in the legend of a chart, after the names for which there was room */
  g_autofree char *text = g_strdup_printf (C_ ("chart legend", "+ %u"), n);

  salon_scene_add_text (plan->scene, SALON_TEXT_NAME, plan->palette.ink_2, text, x, y, 0);
}

static void
add_entries (SalonChartPlan *plan, const GArray *entries, double start, double most, guint rows)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_NAME);
  double rest = 34 * plan->scale; /* for how many there is no room */
  double x = start;
  guint row = 0;

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    double width = entry_width (plan, entry, most);
    g_autofree char *name = salon_scene_shorten (plan->scene, SALON_TEXT_NAME, entry->name, MIN (entry->text_width, most) + 0.5);
    gboolean is_last_row = row + 1 == rows;
    double room = plan->room.width - (is_last_row && i + 1 < entries->len ? rest : 0);

    if (x > 0 && x + width > room) {
      if (is_last_row) {
        add_rest (plan, entries->len - i, plan->room.x + x, plan->room.y + row * (line + 3));
        return;
      }
      row++;
      x = 0;
    }
    add_swatch (plan, entry, plan->room.x + x, plan->room.y + row * (line + 3), line);
    salon_scene_add_text (plan->scene, SALON_TEXT_NAME, plan->palette.ink, name,
                          plan->room.x + x + swatch_width (plan, entry) + 6 * plan->scale, plan->room.y + row * (line + 3), 0);
    x += width + NEXT * plan->scale;
  }
}

/**
 * salon_legend_add:
 * @ticks: tell the unit
 * @young: (nullable): what fields are called whose time has not come
 *
 * Adds the row above the chart, and takes its height from the room; where a chart is too low for it, nothing.
 */
void
salon_legend_add (SalonChartPlan *plan, const SalonTicks *ticks, SalonLegendKind kind, const char *young)
{
  g_autoptr (GArray) entries = entries_of (plan, kind, young);
  g_autofree char *whole = caption_of (plan, ticks);
  g_autofree char *caption = salon_scene_shorten (plan->scene, SALON_TEXT_NAME, whole, plan->room.width);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_NAME) + 3;
  double start = *caption != '\0' ? salon_scene_text_width (plan->scene, SALON_TEXT_NAME, caption) + NEXT * plan->scale : 0;
  guint most_rows = (guint) CLAMP (plan->room.height / MAX_PART / line, 0, MAX_ROWS);
  double most = 220 * plan->scale;
  guint rows = 0;

  if (most_rows == 0 || (entries->len == 0 && *caption == '\0'))
    return;
  while (count_rows (plan, entries, start, most) > most_rows && most > 50 * plan->scale)
    most *= 0.8;
  rows = MIN (count_rows (plan, entries, start, most), most_rows);
  salon_scene_add_text (plan->scene, SALON_TEXT_NAME, plan->palette.ink_2, caption, plan->room.x, plan->room.y, 0);
  add_entries (plan, entries, start, most, rows);
  plan->room.y += rows * line + 7 * plan->scale;
  plan->room.height -= rows * line + 7 * plan->scale;
}
