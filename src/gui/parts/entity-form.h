#pragma once
/* A form for one thing of the master data.  What exists is saved field by field; what is new, when it is added. */
#include "gui/parts/entity-control.h"

G_BEGIN_DECLS

#define SALON_TYPE_ENTITY_FORM (salon_entity_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonEntityForm, salon_entity_form, SALON, ENTITY_FORM, GtkWidget)

/* Makes the request of the saving command; @orig is %NULL for a new thing. */
typedef gpointer (*SalonSaveRequest) (gpointer orig, gpointer curr);

GtkWidget *salon_entity_form_new (SalonSession *session, const SalonAsk *asks, guint n_asks);
void salon_entity_form_set_saver (SalonEntityForm *self, const SalonCommand *command, SalonSaveRequest request);
void salon_entity_form_set_entity (SalonEntityForm *self, gpointer entity);
void salon_entity_form_start (SalonEntityForm *self, gpointer initial);
void salon_entity_form_set_editable (SalonEntityForm *self, gboolean editable);
void salon_entity_form_commit (SalonEntityForm *self);
void salon_entity_form_remove (SalonEntityForm *self);
char *salon_entity_title (gpointer entity);

G_END_DECLS
