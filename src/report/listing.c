/* A list on A4 pages, with the head of the table on each of them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "report/layout.h"
#include "report/listing.h"

#define GAP 10

/**
 * salon_report_listing:
 * @printed_at: absolute wall minute
 *
 * Returns: (transfer full): A4 pages
 */
SalonPages *
salon_report_listing (const SalonListing *listing, gint64 printed_at)
{
  g_autofree char *day = salon_day_format ((SalonDay) (printed_at / SALON_MINUTES_A_DAY));
  g_autofree char *time = salon_minute_format ((int) (printed_at % SALON_MINUTES_A_DAY));
  /* Translators: in the foot of a page; day and time */
  g_autofree char *foot = g_strdup_printf (_("Printed: %1$s, %2$s"), day, time);
  g_autoptr (SalonLayout) layout = salon_layout_new (listing->title);

  salon_layout_begin_section (layout, listing->salon != NULL ? listing->salon : "", listing->title, foot);
  salon_layout_add_text (layout, SALON_STYLE_TITLE, listing->title);
  if (listing->asked != NULL)
    salon_layout_add_text (layout, SALON_STYLE_BODY, listing->asked);
  salon_layout_add_space (layout, GAP);
  salon_layout_add_table (layout, listing->table);
  if (listing->sum != NULL) {
    salon_layout_add_space (layout, GAP);
    salon_layout_add_text (layout, SALON_STYLE_STRONG, listing->sum);
  }
  return salon_layout_finish (layout);
}
