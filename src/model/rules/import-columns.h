#pragma once
/* Which column of a sheet is what: by its heading, and by what stands in it. */
#include "model/rules/import-layout.h"

G_BEGIN_DECLS

#define SALON_IMPORT_SAMPLE_ROWS 200

typedef enum {
  SALON_IMPORT_HEADINGS_GUESS,
  SALON_IMPORT_HEADINGS_NONE,  /* the first filled row is a client already */
  SALON_IMPORT_HEADINGS_FIRST, /* the first filled row holds the headings */
} SalonImportHeadings;

/**
 * SalonImportGuess: what the guess may know
 * @subject: 0 = to be guessed, too
 * @country: ISO 3166 of the salon, for phones
 * @custom_names: (nullable) (array zero-terminated=1): the salon's own fields
 * @is_described: the first row holds names of fields for certain
 */
typedef struct {
  SalonImportSubject subject;
  SalonImportHeadings headings;
  const char *country;
  SalonDay today;
  const char *const *custom_names;
  gboolean is_described;
} SalonImportGuess;

SalonImportLayout *salon_import_guess (const SalonImportGuess *self, const GPtrArray *rows);

G_END_DECLS
