#pragma once
/* Headings of sheets: what they say in Russian, Latvian and English, and in the lists of other programs. */
#include "model/rules/import-layout.h"

G_BEGIN_DECLS

/**
 * SalonImportHeading:
 * @score: 0 = not known; 100 = just this word; less when other words stand beside it
 * @is_figure: what other programs count, and this one counts itself from the visits
 * @may_be_number: a mere row number, unless it differs from 1, 2, 3 …
 */
typedef struct {
  SalonImportField field;
  int score;
  gboolean is_figure;
  gboolean may_be_number;
} SalonImportHeading;

typedef struct _SalonImportWords SalonImportWords;

SalonImportWords *salon_import_words_new (SalonImportSubject subject);
void salon_import_words_free (SalonImportWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportWords, salon_import_words_free)

void salon_import_words_match (const SalonImportWords *self, const char *text, SalonImportHeading *heading);

G_END_DECLS
