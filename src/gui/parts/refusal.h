#pragma once
/* What was refused, with the button that answers it; a clash wants a reason. */
#include "gui/widgets/tone.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REFUSAL (salon_refusal_get_type ())
G_DECLARE_FINAL_TYPE (SalonRefusal, salon_refusal, SALON, REFUSAL, GtkWidget)

/**
 * SalonRefusalVerbs: actions of a widget above, and what their buttons say
 * @override_text: (nullable): in spite of a clash; with a reason, see salon_refusal_need_reason()
 * @accept_text: (nullable): in spite of warnings
 * @read_action: (nullable): the client's alert was read
 */
typedef struct {
  const char *override_text;
  const char *override_action;
  const char *accept_text;
  const char *accept_action;
  const char *read_action;
} SalonRefusalVerbs;

GtkWidget *salon_refusal_new (const SalonRefusalVerbs *verbs);
void salon_refusal_show (SalonRefusal *self, const GError *error);
void salon_refusal_say (SalonRefusal *self, SalonTone tone, const char *sentence);
void salon_refusal_hide (SalonRefusal *self);
const char *salon_refusal_need_reason (SalonRefusal *self);

G_END_DECLS
