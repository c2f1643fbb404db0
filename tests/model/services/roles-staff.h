#pragma once
/* Requests about shifts, absences and sick days, for the table of who may do what. */
#include "small-salon.h"

gpointer roles_day_off (SmallSalon *s);
gpointer roles_copied_week (SmallSalon *s);
gpointer roles_sick_day (SmallSalon *s);
gpointer roles_new_absence (SmallSalon *s);
gpointer roles_new_weekly_break (SmallSalon *s);
gpointer roles_new_kind_of_shift (SmallSalon *s);
gpointer roles_week (SmallSalon *s);
gpointer roles_sick_request (SmallSalon *s);
