#pragma once
/* One mark that a client gave: given, changed, resolved when it is a complaint. */
#include "model/entities/told.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonQualityTarget:
 * @client: who gives it
 * @visit: what for; 0
 * @contact: what for; 0
 */
typedef struct {
  gint64 client;
  gint64 visit;
  gint64 contact;
} SalonQualityTarget;

#define SALON_TYPE_QUALITY_EDIT (salon_quality_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonQualityEdit, salon_quality_edit, SALON, QUALITY_EDIT, GtkWidget)

GtkWidget *salon_quality_edit_new (SalonSession *session, const SalonQualityTarget *target, const SalonToldMark *mark);

G_END_DECLS
