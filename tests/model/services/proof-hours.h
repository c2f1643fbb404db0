#pragma once
/* Open and taken hours of employees and rooms, counted minute by minute. */
#include "proof-salon.h"

/* From before the clocks were put back in the autumn of 2024. */
#define PROOF_HOURS_FROM proof_day (2024, 10, 20)

void proof_hours_read (ProofSalon *self);
