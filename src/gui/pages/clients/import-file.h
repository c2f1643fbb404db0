#pragma once
/* The file that is imported, and how it is to be read. */
#include "exchange/look.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SalonImportFile: never changed once made but for @permille, so that threads may share it
 * @sheet: (nullable): %NULL = the first one that is shown
 * @encoding: (nullable): %NULL = as it looks
 * @delimiter: 0 = as it looks
 * @permille: how much of it was read the last time; atomic
 */
typedef struct {
  gatomicrefcount refs;
  char *path;
  char *sheet;
  char *encoding;
  gunichar delimiter;
  int permille;
} SalonImportFile;

SalonImportFile *salon_import_file_new (const char *path, const char *sheet, const char *encoding, gunichar delimiter);
SalonImportFile *salon_import_file_ref (SalonImportFile *self);
void salon_import_file_unref (SalonImportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportFile, salon_import_file_unref)
char *salon_import_file_name (const SalonImportFile *self);
SalonRowSource *salon_import_file_open (gpointer self, GError **error);

void salon_import_file_look (SalonImportFile *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SalonExchangeLook *salon_import_file_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
