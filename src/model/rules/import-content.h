#pragma once
/* What stands in a column, counted over some rows. */
#include "model/rules/import-layout.h"

G_BEGIN_DECLS

/**
 * SalonImportContent: how many cells of a column look like something; shares of @n_filled
 * @n_old_days: days on which somebody who comes today may have been born
 * @n_day_first: dates whose first number can only be a day; @n_month_first those whose second can
 * @n_cards: numbers of the range that shops give to cards of their own, with the right check digit
 * @is_counting: 1, 2, 3 …
 */
typedef struct {
  guint n_filled;
  guint n_phones;
  guint n_emails;
  guint n_days;
  guint n_old_days;
  guint n_minutes;
  guint n_day_first;
  guint n_month_first;
  guint n_genders;
  guint n_numbers;
  guint n_cards;
  guint n_names;
  guint n_many_words;
  guint n_first_names;
  guint n_surnames;
  guint n_patronymics;
  int order_vote;
  gboolean is_counting;
  gint64 last_number;
} SalonImportContent;

void salon_import_content_add (SalonImportContent *self, const SalonCell *cell, const char *country, SalonDay today);
gboolean salon_import_content_mostly (const SalonImportContent *self, guint n);
gboolean salon_import_cell_looks_like_data (const SalonCell *cell, const char *country);

G_END_DECLS
