#pragma once
/* E-mail addresses: written one way, refused when nothing could arrive there. */
#include <glib.h>

G_BEGIN_DECLS

char *salon_email_normalize (const char *text, GError **error);

G_END_DECLS
