#pragma once
/* Rows from outside: a reader of files gives them, whoever imports takes them, and neither knows the other. */
#include "base/cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_ROW_SOURCE (salon_row_source_get_type ())
G_DECLARE_INTERFACE (SalonRowSource, salon_row_source, SALON, ROW_SOURCE, GObject)

/**
 * SalonRowSourceInterface:
 * @next: fills @cells (element-type SalonCell, empty when called) with the next row and says by @line where it stands
 *   in the file, counted from 1; @end is set instead when there is none. Blocking, on any one thread.
 * @get_share: how much of the file is read, 0 to 1
 * @get_described: whether the first row holds names of fields that are known for certain ("phone"), as in a vCard
 */
struct _SalonRowSourceInterface {
  GTypeInterface parent;
  gboolean (*next) (SalonRowSource *self, GArray *cells, gint64 *line, gboolean *end, GError **error);
  double (*get_share) (SalonRowSource *self);
  gboolean (*get_described) (SalonRowSource *self);
};

gboolean salon_row_source_next (SalonRowSource *self, GArray *cells, gint64 *line, gboolean *end, GError **error);
double salon_row_source_get_share (SalonRowSource *self);
gboolean salon_row_source_get_described (SalonRowSource *self);

G_END_DECLS
