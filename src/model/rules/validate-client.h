#pragma once
/* Whether what was typed about a client can be kept. */
#include "base/day.h"
#include "model/entities/client.h"

G_BEGIN_DECLS

/* A birthday earlier than this is a slip of the finger. */
#define SALON_FIRST_BIRTH_YEAR 1900

gboolean salon_validate_client (const SalonClient *client, guint n_phones, SalonDay today, GError **error);
gboolean salon_validate_birth (gint64 year, gint64 month, gint64 mday, SalonDay today, GError **error);

G_END_DECLS
