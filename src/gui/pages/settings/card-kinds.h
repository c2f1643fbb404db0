#pragma once
/* The kinds of plastic cards and the stock of blanks, as parts of the section of cards. */
#include "gui/pages/settings/section.h"

G_BEGIN_DECLS

void salon_card_kinds_append (SalonSettingsSection *section, SalonSession *session);

G_END_DECLS
