#include "exchange/joined.h"

#include <string.h>

#define MAX_JOINED 1000
#define MAX_COLUMN 16383
#define MAX_WIDTH  256
#define MAX_TEXT   1000 /* of a heading, bytes */

/**
 * salon_joined_add:
 * @all: (element-type SalonJoined)
 *
 * Adds it if it may be a heading over several columns.
 */
void
salon_joined_add (GArray *all, const SalonJoined *joined)
{
  if (joined->row < 1 || joined->row > SALON_HEADING_ROWS || joined->last > MAX_COLUMN || joined->first >= joined->last)
    return;
  if (joined->last - joined->first < MAX_WIDTH && all->len < MAX_JOINED)
    g_array_append_vals (all, joined, 1);
}

/**
 * salon_joined_spread:
 * @all: (element-type SalonJoined)
 * @cells: (element-type SalonCell): of the row; each column under a joined cell gets its text
 */
void
salon_joined_spread (const GArray *all, guint row, GArray *cells)
{
  for (guint i = 0; i < all->len; i++) {
    const SalonJoined *joined = &g_array_index (all, SalonJoined, i);
    g_autofree char *text = NULL;

    if (joined->row != row || joined->first >= cells->len)
      continue;
    text = g_strdup (g_array_index (cells, SalonCell, joined->first).text);
    if (text == NULL || strlen (text) > MAX_TEXT)
      continue;
    if (cells->len <= joined->last)
      g_array_set_size (cells, joined->last + 1);
    for (guint column = joined->first + 1; column <= joined->last; column++)
      salon_cell_set_text (&g_array_index (cells, SalonCell, column), text);
  }
}
