#pragma once
/* A heading and the form of one thing, between the tools and the month of shifts. */
#include "gui/parts/entity-row.h"

G_BEGIN_DECLS

#define SALON_TYPE_ENTITY_PANEL (salon_entity_panel_get_type ())
G_DECLARE_FINAL_TYPE (SalonEntityPanel, salon_entity_panel, SALON, ENTITY_PANEL, GtkWidget)

GtkWidget *salon_entity_panel_new (SalonSession *session, const SalonEntityKind *kind);
void salon_entity_panel_start (SalonEntityPanel *self, const char *title, gpointer initial);
void salon_entity_panel_open (SalonEntityPanel *self, const char *title, gpointer entity);

G_END_DECLS
