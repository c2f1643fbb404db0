#pragma once
/* The top of the card: who she is, how to reach her, what one must know. */
#include "gui/parts/client-line.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_HEAD (salon_client_head_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientHead, salon_client_head, SALON, CLIENT_HEAD, GtkWidget)

GtkWidget *salon_client_head_new (SalonClientModel *model);
SalonClientLine *salon_client_head_get_email (SalonClientHead *self);
SalonClientLine *salon_client_head_get_alert (SalonClientHead *self);
GtkWidget *salon_client_head_get_phones (SalonClientHead *self);

G_END_DECLS
