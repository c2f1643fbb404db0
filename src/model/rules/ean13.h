#pragma once
/* EAN-13: thirteen digits, the last one checks the others.  20 to 29 is the range for use within a shop. */
#include <glib.h>

G_BEGIN_DECLS

#define SALON_EAN13_TICKET      21
#define SALON_EAN13_CERTIFICATE 22

#define SALON_EAN13_BODIES G_GINT64_CONSTANT (10000000000)

gboolean salon_ean13_is_valid (const char *text);
char *salon_ean13_make (int prefix, gint64 body);
gint64 salon_ean13_random_body (void);

G_END_DECLS
