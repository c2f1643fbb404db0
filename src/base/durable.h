#pragma once
/* Files that are there after a loss of power, too, and are never half replaced. */
#include "base/error.h"

G_BEGIN_DECLS

gboolean salon_durable_flush (const char *path, GError **error);
gboolean salon_durable_write (const char *path, GBytes *contents, GError **error);
gboolean salon_durable_add (const char *draft, const char *path, GError **error);
gboolean salon_durable_exchange (const char *draft, const char *path, GError **error);
char *salon_durable_hold (const char *path);
void salon_durable_put_back (const char *held, const char *path);

G_END_DECLS
