#pragma once
/* A filter told back in the user's language: "Clients: lost, age: 30 – 50, with tag Bride, without a booking ahead." */
#include "base/money.h"
#include "model/entities/filter.h"

G_BEGIN_DECLS

/**
 * SalonFilterNameFunc:
 *
 * Returns: (transfer full) (nullable): what the thing is called; %NULL if it is gone
 */
typedef char *(*SalonFilterNameFunc) (SalonFilterRef ref, gint64 id, gpointer data);

/**
 * SalonFilterWords: what the sentence takes from the salon
 */
typedef struct {
  SalonFilterNameFunc name_of;
  gpointer data;
  const SalonCurrency *currency;
} SalonFilterWords;

char *salon_filter_sentence (const SalonFilter *filter, const SalonFilterWords *words);
char *salon_filter_phrase (const SalonFilter *filter, const SalonFilterWords *words);

G_END_DECLS
