#pragma once
/* Rows to outside: whoever exports gives them, a writer of files takes them, and neither knows the other. */
#include "base/cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SalonColumnHead:
 * @key: name of the field, the same in every language: "birth_date"
 * @heading: in the user's language
 * @kind: what its cells hold; cells may be empty, too
 */
typedef struct {
  const char *key;
  const char *heading;
  SalonCellKind kind;
} SalonColumnHead;

#define SALON_TYPE_ROW_WRITER (salon_row_writer_get_type ())
G_DECLARE_INTERFACE (SalonRowWriter, salon_row_writer, SALON, ROW_WRITER, GObject)

/**
 * SalonRowWriterInterface:
 * @begin: the columns, once
 * @row: one row with a cell for each column
 * @finish: the file is whole only after this
 *
 * Blocking, on any one thread.  A writer that is freed before @finish leaves no file.
 */
struct _SalonRowWriterInterface {
  GTypeInterface parent;
  gboolean (*begin) (SalonRowWriter *self, const SalonColumnHead *heads, guint n_heads, GError **error);
  gboolean (*row) (SalonRowWriter *self, const GArray *cells, GError **error);
  gboolean (*finish) (SalonRowWriter *self, GError **error);
};

gboolean salon_row_writer_begin (SalonRowWriter *self, const SalonColumnHead *heads, guint n_heads, GError **error);
gboolean salon_row_writer_row (SalonRowWriter *self, const GArray *cells, GError **error);
gboolean salon_row_writer_finish (SalonRowWriter *self, GError **error);

G_END_DECLS
