#pragma once
/* The services that somebody types for free times and bookings: --service NAME [--variant NAME] [--with NAME] [--room NAME] [--add-on NAME] … */
#include "ctl/ctl.h"
#include "model/services/slots-query.h"

G_BEGIN_DECLS

GPtrArray *salon_ctl_take_wanted (int *argc, char **argv, int *status);
gboolean salon_ctl_find_wanted (SalonCtl *ctl, const GPtrArray *wanted, GArray *items, int *status);

G_END_DECLS
