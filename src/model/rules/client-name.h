#pragma once
/* How a client is called: on her card, in lists, and when she has no name. */
#include "model/entities/client.h"

G_BEGIN_DECLS

char *salon_client_name (const char *first_name, const char *surname, const char *phone);
char *salon_client_list_name (const char *first_name, const char *patronymic, const char *surname, const char *phone);
char *salon_client_phone_text (const char *e164, const char *typed, const char *country);

G_END_DECLS
