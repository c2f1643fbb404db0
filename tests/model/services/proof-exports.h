#pragma once
/* What left the salon: clients, and reports that name them. */
#include "proof-salon.h"

void proof_exports_make (ProofSalon *self);
void proof_exports_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table);
