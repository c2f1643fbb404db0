#pragma once
/* Who of the clients somebody is that asks from outside. */
#include "model/entities/inquiry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

char *salon_request_person_e164 (SalonTx *tx, const SalonInquiry *inquiry, char **shown, GError **error);
GArray *salon_request_person_find (SalonTx *tx, const SalonInquiry *inquiry, GError **error);

G_END_DECLS
