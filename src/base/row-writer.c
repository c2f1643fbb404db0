/* The interface of writers. */
#include "base/row-writer.h"

G_DEFINE_INTERFACE (SalonRowWriter, salon_row_writer, G_TYPE_OBJECT)

static void
salon_row_writer_default_init (SalonRowWriterInterface *iface)
{
}

/**
 * salon_row_writer_begin:
 * @heads: (array length=n_heads): the columns in their order
 *
 * Returns: %FALSE with a sentence for the user when nothing can be written there
 */
gboolean
salon_row_writer_begin (SalonRowWriter *self, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  return SALON_ROW_WRITER_GET_IFACE (self)->begin (self, heads, n_heads, error);
}

/**
 * salon_row_writer_row:
 * @cells: (element-type SalonCell): one for each column
 */
gboolean
salon_row_writer_row (SalonRowWriter *self, const GArray *cells, GError **error)
{
  return SALON_ROW_WRITER_GET_IFACE (self)->row (self, cells, error);
}

/**
 * salon_row_writer_finish:
 *
 * Returns: whether the file is there, whole
 */
gboolean
salon_row_writer_finish (SalonRowWriter *self, GError **error)
{
  return SALON_ROW_WRITER_GET_IFACE (self)->finish (self, error);
}
