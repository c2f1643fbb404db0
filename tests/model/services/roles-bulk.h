#pragma once
/* Requests about many clients at once, for the test of roles. */
#include "small-salon.h"

gpointer roles_bulk_tag (SmallSalon *s);
gpointer roles_bulk_untag (SmallSalon *s);
gpointer roles_bulk_category (SmallSalon *s);
gpointer roles_bulk_uncategory (SmallSalon *s);
gpointer roles_bulk_archive (SmallSalon *s);
gpointer roles_bulk_unarchive (SmallSalon *s);
gpointer roles_bulk_merge (SmallSalon *s);
