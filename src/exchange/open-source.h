#pragma once
/* Opening a file with rows, whatever its kind. */
#include "base/row-source.h"

G_BEGIN_DECLS

SalonRowSource *salon_exchange_open (const char *path, GError **error);
SalonRowSource *salon_exchange_open_sheet (const char *path, const char *sheet, GError **error);
SalonRowSource *salon_exchange_open_bytes (GBytes *bytes, const char *name, const char *sheet, GError **error);
char **salon_exchange_list_sheets (const char *path, GError **error);

G_END_DECLS
