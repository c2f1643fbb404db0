#pragma once
/* Phone numbers of any writing, through libphonenumber. */
#include <glib.h>

G_BEGIN_DECLS

char *salon_phone_to_e164 (const char *text, const char *country, GError **error);
char *salon_phone_format (const char *e164, const char *country);
char *salon_phone_search_key (const char *e164, const char *typed);
char *salon_phone_of_uri (const char *text, GError **error);
gboolean salon_phone_split_extension (const char *text, char **number, char **extension);

G_END_DECLS
