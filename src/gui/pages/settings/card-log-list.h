#pragma once
/* Everything that happened to the salon's cards, as a part of the section of cards. */
#include "gui/pages/settings/section.h"

G_BEGIN_DECLS

void salon_card_log_append (SalonSettingsSection *section, SalonSession *session);

G_END_DECLS
