#pragma once
/* How the fields of filters are called. */
#include "model/entities/custom-field.h"
#include "model/entities/filter.h"
#include "model/services/session.h"

G_BEGIN_DECLS

const SalonCustomField *salon_filter_custom_field (SalonSession *session, const char *key);
char *salon_filter_key_label (SalonSession *session, const char *key);
char *salon_filter_key_of_test (const SalonFilter *filter);

G_END_DECLS
