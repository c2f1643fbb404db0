#pragma once
/* Where the recording of a call lies: a file of this computer or an address. */
#include <glib.h>

G_BEGIN_DECLS

char *salon_recording_uri (const char *text, GError **error);
char *salon_recording_path (const char *text);

G_END_DECLS
