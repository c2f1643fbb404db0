#pragma once
/* What the numbers of the enumerations are called, in the language of the user. */
#include "model/entities/enums.h"
#include <glib.h>

G_BEGIN_DECLS

const char *salon_visit_state_label (gint64 state);
const char *salon_visit_source_label (gint64 source);
const char *const *salon_languages (void);
const char *salon_language_label (const char *code);
const char *salon_role_label (gint64 role);
const char *salon_gender_label (gint64 gender);
const char *salon_contact_kind_label (gint64 kind);
const char *salon_outcome_label (gint64 outcome);
const char *salon_consent_label (gint64 kind);
const char *salon_importance_label (gint64 importance);
char *salon_channels_label (gint64 channels);

G_END_DECLS
