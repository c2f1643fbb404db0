#pragma once
/* What the test of roles asks of day sheets and calendars. */
#include "small-salon.h"

gpointer roles_all_sheets (SmallSalon *s);
gpointer roles_own_sheet (SmallSalon *s);
gpointer roles_other_sheet (SmallSalon *s);
gpointer roles_own_calendar (SmallSalon *s);
gpointer roles_other_calendar (SmallSalon *s);
