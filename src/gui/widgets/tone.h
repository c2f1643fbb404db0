#pragma once
/* The colours that mean something, each with the icon and the word that go with it: never a colour alone. */
#include "model/entities/enums.h"
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_TONE_GREY,
  SALON_TONE_PLUM,
  SALON_TONE_BLUE,
  SALON_TONE_TEAL,
  SALON_TONE_AMBER,
  SALON_TONE_RED,
} SalonTone;

/**
 * SalonLook:
 * @tone: the colour
 * @icon_name: a symbolic icon
 * @label: English word with its context, translated by salon_look_label()
 */
typedef struct {
  SalonTone tone;
  const char *icon_name;
  const char *context;
  const char *label;
} SalonLook;

const char *salon_tone_css_class (SalonTone tone);
const SalonLook *salon_look_of_status (SalonStatus status);
const SalonLook *salon_look_of_visit_state (SalonVisitState state);
const SalonLook *salon_look_of_contact (SalonContactKind kind);
const SalonLook *salon_look_of_outcome (SalonContactOutcome outcome);
const SalonLook *salon_look_of_mark (gint64 mark);
const SalonLook *salon_look_of_complaint (gboolean resolved);
const char *salon_look_label (const SalonLook *look);

G_END_DECLS
