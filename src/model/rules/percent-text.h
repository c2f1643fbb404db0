#pragma once
/* Percent as people read it: kept in basis points, hundredths of a percent. */
#include <glib.h>

G_BEGIN_DECLS

char *salon_percent_text (int basis_points);

G_END_DECLS
