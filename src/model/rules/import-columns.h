#pragma once
/* Which column of a sheet is what: by its heading, and by what stands in it. */
#include "model/rules/import-layout.h"

G_BEGIN_DECLS

#define SALON_IMPORT_SAMPLE_ROWS 200

/**
 * SalonImportGuess: what the guess may know
 * @country: ISO 3166 of the salon, for phones
 * @custom_names: (nullable) (array zero-terminated=1): the salon's own fields
 * @is_described: the first row holds names of fields for certain
 */
typedef struct {
  SalonImportSubject subject;
  const char *country;
  SalonDay today;
  const char *const *custom_names;
  gboolean is_described;
} SalonImportGuess;

SalonImportLayout *salon_import_guess (const SalonImportGuess *self, const GPtrArray *rows);

G_END_DECLS
