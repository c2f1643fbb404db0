#pragma once
/* What a new client is called follows from the operation that makes her. */
#include <glib.h>

G_BEGIN_DECLS

#define WORK_FIRST_NAME "Anna"

char *work_surname (const char *uuid);
char *work_phone (const char *uuid);

G_END_DECLS
