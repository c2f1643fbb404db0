#pragma once
/* Where a call, a message, a talk or a note is written down, below the card of the client. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CONTACT_EDITOR (salon_contact_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonContactEditor, salon_contact_editor, SALON, CONTACT_EDITOR, GtkWidget)

GtkWidget *salon_contact_editor_new (SalonClientModel *model);
void salon_contact_editor_open (SalonContactEditor *self, gint64 kind);
void salon_contact_editor_change (SalonContactEditor *self, gint64 contact_id);
void salon_contact_editor_close (SalonContactEditor *self);
gboolean salon_contact_editor_is_open (SalonContactEditor *self);

G_END_DECLS
