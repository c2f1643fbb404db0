#pragma once
/* Reports about clients, each number of each row counted once more from the visits and receipts of each client. */
#include "proof-facts.h"

void proof_people_check (ProofSalon *self, const ProofAsk *ask, SalonReportSpec *spec);
