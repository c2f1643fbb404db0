#pragma once
/* Reports of what was sold, booked, paid, taken and marked, folded once more from the rows. */
#include "proof-salon.h"

/**
 * ProofAsk: a question, as the test makes it
 * @groupings: at most four
 * @only: (nullable): a dimension, and the values that are let through
 * @from: with @to the days; compared ones are those from @before_from to @before_to, moved by @shift_months, or by days
 */
typedef struct {
  const char *report;
  SalonFactSource source;
  int only_kind;
  const char *groupings[5];
  GPtrArray *measures; /* of const char * */
  const char *only;
  gint64 values[2];
  guint n_values;
  int gender; /* of the filter; 0 = none */
  SalonDay from, to, until;
  SalonCompare compare;
  guint top;
} ProofAsk;

void proof_facts_check (ProofSalon *self, const ProofAsk *ask, SalonReportSpec *spec);
#define PROOF_VALUES_MAX 32

gint64 proof_fact_value (ProofSalon *self, const ProofFact *fact, const char *dimension, SalonDay until);
guint proof_fact_values (ProofSalon *self, const ProofFact *fact, const char *dimension, SalonDay until, gint64 *values);
gboolean proof_overlaps (const char *dimension);
void proof_before (const ProofAsk *ask, SalonDay *from, SalonDay *to);
SalonDay proof_beside (const ProofAsk *ask, SalonDay day);
