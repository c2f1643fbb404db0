#pragma once
/* Own fields of the salon between a card and its widgets. */
#include "model/entities/custom-field.h"
#include "model/services/clients.h"

G_BEGIN_DECLS

const char *salon_custom_value_in (GHashTable *values, const SalonCustomField *field);
void salon_custom_put (SalonClientDraft *draft, const SalonCustomField *field, const char *text);
gboolean salon_custom_is_choice (const SalonCustomField *field);
char **salon_custom_options (const SalonCustomField *field);
gint64 salon_custom_option_of (const SalonCustomField *field, const char *value);
char *salon_custom_value_of_option (const SalonCustomField *field, gint64 option);

G_END_DECLS
