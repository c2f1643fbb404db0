#pragma once
/* Requests about calls, notes, marks and consents, for the test of roles. */
#include "small-salon.h"

gpointer roles_new_call (SmallSalon *s);
gpointer roles_new_note (SmallSalon *s);
gpointer roles_other_note (SmallSalon *s);
gpointer roles_old_call (SmallSalon *s);
gpointer roles_new_mark (SmallSalon *s);
gpointer roles_old_mark (SmallSalon *s);
gpointer roles_open_complaint (SmallSalon *s);
gpointer roles_new_consent (SmallSalon *s);
gpointer roles_old_consent (SmallSalon *s);
gpointer roles_ring (SmallSalon *s);
