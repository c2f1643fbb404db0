#pragma once
/* Control characters in XLSX, which XML cannot hold: _x000D_. */
#include <glib.h>

G_BEGIN_DECLS

void salon_xlsx_text_decode (GString *text);
char *salon_xlsx_text_encode (const char *text);

G_END_DECLS
