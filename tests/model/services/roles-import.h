#pragma once
/* Imports for the test of who may do what: made anew for each attempt. */
#include "small-salon.h"

gpointer roles_one_phone (SmallSalon *s);
gpointer roles_import_run (SmallSalon *s);
gpointer roles_import_of_other (SmallSalon *s);
gpointer roles_undo_import_of_other (SmallSalon *s);
