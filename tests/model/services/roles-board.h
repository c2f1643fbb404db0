#pragma once
/* Requests about the board and the inspector of a visit, for the table of who may do what. */
#include "small-salon.h"

gpointer roles_resize (SmallSalon *s);
gpointer roles_own_tick (SmallSalon *s);
gpointer roles_other_tick (SmallSalon *s);
gpointer roles_visit_note (SmallSalon *s);
gpointer roles_board (SmallSalon *s);
