#pragma once
/* What can be exported of a client: one list, with the salon's own fields in it. */
#include "base/row-writer.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* The headings under which a form puts the columns. */
typedef enum {
  SALON_EXPORT_GROUP_CLIENT,
  SALON_EXPORT_GROUP_CONTACTS,
  SALON_EXPORT_GROUP_CARD,
  SALON_EXPORT_GROUP_VISITS,
  SALON_EXPORT_GROUP_CUSTOM,
} SalonExportGroup;

#define SALON_EXPORT_N_GROUPS (SALON_EXPORT_GROUP_CUSTOM + 1)

/**
 * SalonExportColumn:
 * @key: the same in every language: "birth_date"; "custom:12" of an own field
 * @heading: in the user's language; the import knows it again
 * @in_vcard: whether a vCard has a place for it
 * @is_preset: chosen as long as nobody chose
 */
typedef struct {
  char *key;
  char *heading;
  SalonCellKind kind;
  SalonExportGroup group;
  gboolean in_vcard;
  gboolean is_preset;
} SalonExportColumn;

const char *salon_export_group_label (SalonExportGroup group);
const SalonExportColumn *salon_export_column_find (GPtrArray *columns, const char *key);
GPtrArray *salon_export_columns (SalonTx *tx, gconstpointer nothing, GError **error);
char **salon_export_columns_of_vcard (const char *const *keys);
gboolean salon_export_columns_check (SalonTx *tx, const char *const *keys, GError **error);

extern const SalonQuery salon_query_export_columns; /* → GPtrArray of SalonExportColumn that the user may export */

/**
 * SalonExportReader: turns ids into rows of cells
 */
typedef struct _SalonExportReader SalonExportReader;

/* A row; %FALSE ends the reading. */
typedef gboolean (*SalonExportRowFunc) (const GArray *cells, gpointer data, GError **error);

SalonExportReader *salon_export_reader_new (SalonTx *tx, const char *const *keys, GError **error);
void salon_export_reader_free (SalonExportReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExportReader, salon_export_reader_free)

const SalonColumnHead *salon_export_reader_heads (SalonExportReader *self, guint *n);
gboolean salon_export_reader_page (SalonExportReader *self, const gint64 *ids, guint n, SalonExportRowFunc func, gpointer data,
                                   GError **error);

#define SALON_EXPORT_PAGE 256

G_END_DECLS
