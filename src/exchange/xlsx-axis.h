#pragma once
/* A second axis for the last series of the first chart of an Excel file, which libxlsxwriter does not know. */
#include <glib.h>

G_BEGIN_DECLS

gboolean salon_xlsx_axis_add (const char *path);
char *salon_xlsx_axis_in_chart (const char *xml);

G_END_DECLS
