#pragma once
/* What an invented salon seldom has: nights, birthdays on 29 February, promotions that were refused, complaints at midnight. */
#include "proof-salon.h"

GArray *proof_ids (ProofSalon *self, const char *sql);
gint64 proof_any_of (GRand *rand, const GArray *list);

void proof_storm_births (ProofSalon *self, GRand *rand);
void proof_storm_promotions (ProofSalon *self, GRand *rand);
void proof_storm_quality (ProofSalon *self, GRand *rand);
void proof_storm_hours (ProofSalon *self, GRand *rand);
