#pragma once
/* How large a generated salon is. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonGenerateSize:
 * @SALON_GENERATE_DEMO: 600 clients, 2 years
 * @SALON_GENERATE_SALON: 10,000 clients, 8 employees, 5 years, 150,000 visits
 * @SALON_GENERATE_LARGE: 100,000 clients, 10 years, 1,000,000 visits
 * @SALON_GENERATE_HUGE: 1,000,000 clients, 20 years, 5,000,000 visits
 */
typedef enum {
  SALON_GENERATE_DEMO,
  SALON_GENERATE_SALON,
  SALON_GENERATE_LARGE,
  SALON_GENERATE_HUGE,
} SalonGenerateSize;

gboolean salon_generate_size_parse (const char *name, SalonGenerateSize *size, GError **error);

G_END_DECLS
