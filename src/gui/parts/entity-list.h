#pragma once
/* A card with a list of master data: add, edit in place, put in order, remove. */
#include "gui/parts/entity-row.h"

G_BEGIN_DECLS

#define SALON_TYPE_ENTITY_LIST (salon_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonEntityList, salon_entity_list, SALON, ENTITY_LIST, GtkWidget)

GtkWidget *salon_entity_list_new (SalonSession *session, const SalonEntityKind *kind);
const SalonEntityKind *salon_entity_list_get_kind (SalonEntityList *self);
void salon_entity_list_set_items (SalonEntityList *self, GPtrArray *entities);
void salon_entity_list_set_owner (SalonEntityList *self, gint64 owner);
void salon_entity_list_set_editable (SalonEntityList *self, gboolean editable);
void salon_entity_list_add (SalonEntityList *self);
void salon_entity_list_open (SalonEntityList *self, gint64 id);

G_END_DECLS
