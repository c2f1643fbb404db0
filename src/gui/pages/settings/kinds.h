#pragma once
/* The kinds of master data that the settings list. */
#include "gui/pages/settings/chapter-list.h"
#include "gui/parts/entity-row.h"

G_BEGIN_DECLS

extern const SalonEntityKind salon_kind_categories;
extern const SalonEntityKind salon_kind_checklist;
extern const SalonEntityKind salon_kind_custom_fields;
extern const SalonEntityKind salon_kind_room_kinds;
extern const SalonEntityKind salon_kind_rooms;
extern const SalonEntityKind salon_kind_service_categories;
extern const SalonEntityKind salon_kind_sources;
extern const SalonEntityKind salon_kind_tags;
extern const SalonEntityKind salon_kind_users;
extern const SalonEntityKind salon_kind_zones;

extern const SalonChapterKind salon_chapters_services;

G_END_DECLS
