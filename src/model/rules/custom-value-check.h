#pragma once
/* What can stand in a field that the salon added to the cards. */
#include "model/entities/custom-field.h"

G_BEGIN_DECLS

gboolean salon_custom_value_normalize (const SalonCustomField *field, const char *typed, char **value, GError **error);
char *salon_custom_value_format (const SalonCustomField *field, const char *value);

G_END_DECLS
