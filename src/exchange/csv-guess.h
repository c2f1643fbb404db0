#pragma once
/* Which character stands between the fields of a text file. */
#include <glib.h>

G_BEGIN_DECLS

gunichar salon_csv_guess_delimiter (const gunichar *text, gsize length);

G_END_DECLS
