#pragma once
/* What the test of roles asks of exports. */
#include "small-salon.h"

gpointer roles_export_begin (SmallSalon *s);
gpointer roles_export_write (SmallSalon *s);
gpointer roles_export_part (SmallSalon *s);
gpointer roles_export_end (SmallSalon *s);
gpointer roles_begun_export (SmallSalon *s);
gpointer roles_others_export (SmallSalon *s);
gpointer roles_others_file (SmallSalon *s);
