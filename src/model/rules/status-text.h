#pragma once
/* The status in words: on the chip, and the sentences that explain it. */
#include "model/rules/status.h"

G_BEGIN_DECLS

const char *salon_status_name (SalonStatus status, SalonStatusPreset words);
char *salon_status_facts_text (const SalonStatusFacts *facts, SalonStatusPreset words);

G_END_DECLS
