#pragma once
/* The limits of the marks for recency, frequency and money. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_RFM_FORM (salon_rfm_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonRfmForm, salon_rfm_form, SALON, RFM_FORM, GtkWidget)

GtkWidget *salon_rfm_form_new (SalonSession *session);

G_END_DECLS
