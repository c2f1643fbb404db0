#pragma once
/* What the files that evaluate filters and orders by plain C share. */
#include "filter-salon.h"

#define IS(word) (strcmp (key, word) == 0)

gboolean filter_brute_in_period (FilterSalon *self, const SalonFilterPeriod *period, gint64 day);
gboolean filter_brute_value_fits (FilterSalon *self, const SalonFilterTest *test, gint64 value, gboolean known);
gboolean filter_brute_knows_purse (const char *key);
gboolean filter_brute_purse_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person, const char *key);

/* What an order goes by: numbers, or a text; @missing ones are last both ways. */
typedef struct {
  gint64 id;
  gboolean missing;
  gint64 numbers[3];
  char *text;
} Key;

void filter_brute_number (Key *key, gint64 value, gboolean known);
void filter_brute_text (Key *key, const char *value);
void filter_brute_key_of_purse (FilterSalon *self, const Person *person, SalonClientSort sort, Key *key);
