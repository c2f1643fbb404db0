#pragma once
/* Which design of a card somebody means. */
#include "card/design.h"
#include "ctl/ctl.h"

G_BEGIN_DECLS

SalonCardDesign *salon_ctl_card_design (SalonCtl *ctl, const char *name, gint64 *id, int *status);

G_END_DECLS
