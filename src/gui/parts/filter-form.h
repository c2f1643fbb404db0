#pragma once
/* A filter as a form: everything that can be asked, under headings; all that is asked for must hold. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_FORM (salon_filter_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterForm, salon_filter_form, SALON, FILTER_FORM, GtkWidget)

GtkWidget *salon_filter_form_new (SalonSession *session);
gboolean salon_filter_form_can_show (const SalonFilter *filter);
void salon_filter_form_set_filter (SalonFilterForm *self, const SalonFilter *filter);
SalonFilter *salon_filter_form_get_filter (SalonFilterForm *self);

G_END_DECLS
