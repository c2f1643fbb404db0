#pragma once
/* The line of who referred a client. */
#include "gui/parts/client-line.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_REFERRER_LINE (salon_client_referrer_line_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientReferrerLine, salon_client_referrer_line, SALON, CLIENT_REFERRER_LINE, SalonClientLine)

GtkWidget *salon_client_referrer_line_new (SalonClientModel *model);

G_END_DECLS
