#pragma once
/* One line of what a search found. */
#include "gui/widgets/tone.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  SALON_HIT_CLIENT,
  SALON_HIT_VISIT,
  SALON_HIT_ACTION,
  SALON_HIT_NEW_CLIENT, /* nobody found: make one of what was typed */
} SalonHitKind;

#define SALON_TYPE_SEARCH_HIT (salon_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (SalonSearchHit, salon_search_hit, SALON, SEARCH_HIT, GObject)

/**
 * SalonSearchHit:
 * @kind: what was found
 * @id: of the client or visit; 0 for the others
 * @person_id: of the client it is about, for the colour of her initials
 * @title: Pango markup, the matched part in <b>
 * @name: the title without markup, for initials and screen readers
 * @subtitle: (nullable): plain text below
 * @aside: (nullable): plain text at the right: next or last visit, the key of an action
 * @look: (nullable): status chip
 * @icon_name: (nullable): instead of a photo
 * @action: (nullable): detailed name of the action to run
 * @texture: (nullable): the photo
 *
 * A value: filled by whoever makes it, before anyone else sees it.
 */
struct _SalonSearchHit {
  GObject parent_instance;

  SalonHitKind kind;
  gint64 id;
  gint64 person_id;
  char *title;
  char *name;
  char *subtitle;
  char *aside;
  const SalonLook *look;
  char *icon_name;
  char *action;
  GdkTexture *texture;
};

SalonSearchHit *salon_search_hit_new (SalonHitKind kind, gint64 id, const char *name);
char *salon_search_hit_describe (SalonSearchHit *self);
char *salon_search_hit_mark (const char *text, guint start, guint length);
const char *salon_hit_kind_heading (SalonHitKind kind);

G_END_DECLS
