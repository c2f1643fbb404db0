#pragma once
/* A telephone rings: the caller's card comes up. */
#include "app/window.h"

G_BEGIN_DECLS

void salon_ring (SalonWindow *window, const char *number);

G_END_DECLS
