/* The interface of readers. */
#include "base/row-source.h"

G_DEFINE_INTERFACE (SalonRowSource, salon_row_source, G_TYPE_OBJECT)

static void
salon_row_source_default_init (SalonRowSourceInterface *iface)
{
}

/**
 * salon_row_source_next:
 * @cells: (element-type SalonCell): emptied, then filled with the next row; rows may differ in length
 * @line: (out): where the row stands in the file, counted from 1
 * @end: (out): whether there was no row any more
 *
 * Returns: %FALSE with a sentence for the user when the file cannot be read on
 */
gboolean
salon_row_source_next (SalonRowSource *self, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  g_array_set_size (cells, 0);
  *end = FALSE;
  return SALON_ROW_SOURCE_GET_IFACE (self)->next (self, cells, line, end, error);
}

/**
 * salon_row_source_get_share:
 *
 * Returns: how much of the file is read, 0 to 1, for showing
 */
double
salon_row_source_get_share (SalonRowSource *self)
{
  return SALON_ROW_SOURCE_GET_IFACE (self)->get_share (self);
}

/**
 * salon_row_source_get_described:
 *
 * Returns: whether the first row holds the names of fields, not headings that have to be guessed
 */
gboolean
salon_row_source_get_described (SalonRowSource *self)
{
  SalonRowSourceInterface *iface = SALON_ROW_SOURCE_GET_IFACE (self);

  return iface->get_described != NULL && iface->get_described (self);
}
