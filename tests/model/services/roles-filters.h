#pragma once
/* Requests about filters, segments and rules for the test of roles. */
#include "small-salon.h"

gpointer roles_new_rule (SmallSalon *s);
gpointer roles_rules_of_irina (SmallSalon *s);
gpointer roles_new_segment (SmallSalon *s);
gpointer roles_old_segment (SmallSalon *s);
gpointer roles_all_segments (SmallSalon *s);
gpointer roles_some_filter (SmallSalon *s);
gpointer roles_wide_page_of_clients (SmallSalon *s);
