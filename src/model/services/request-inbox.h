#pragma once
/* A folder beside the database for requests that come while the window holds the salon. */
#include "model/entities/inquiry.h"
#include "model/services/session.h"

G_BEGIN_DECLS

char *salon_request_inbox_folder (const char *database);
gboolean salon_request_inbox_put (const char *database, SalonInquiry *inquiry, GError **error);
char **salon_request_inbox_files (const char *database);
SalonInquiry *salon_request_inbox_read (const char *file, GError **error);
gboolean salon_request_inbox_set_aside (const char *file, GError **error);

G_END_DECLS
