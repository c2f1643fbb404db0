#pragma once
/* A stored design of cards while it is worked on: what the widgets of the designer share.  Every edit is saved by itself a
 * moment later; the history stays as long as the program runs. */
#include "card/editing.h"
#include "gui/parts/card-sample.h"
#include "model/entities/stored-design.h"

G_BEGIN_DECLS

typedef enum {
  SALON_DESIGN_SAVED,
  SALON_DESIGN_WAITS,  /* a moment, for what comes next */
  SALON_DESIGN_SAVING,
  SALON_DESIGN_REFUSED,
} SalonDesignState;

#define SALON_TYPE_DESIGN_MODEL (salon_design_model_get_type ())
G_DECLARE_FINAL_TYPE (SalonDesignModel, salon_design_model, SALON, DESIGN_MODEL, GObject)

/**
 * SalonDesignFollower:
 * @widget: that shows a part of @model
 */
typedef void (*SalonDesignFollower) (SalonDesignModel *model, gpointer widget);

SalonDesignModel *salon_design_model_new (SalonSession *session, SalonStoredDesign *stored, GError **error);
SalonCardEditing *salon_design_model_editing (SalonDesignModel *self);
SalonCardSample *salon_design_model_sample (SalonDesignModel *self);
SalonStoredDesign *salon_design_model_stored (SalonDesignModel *self);
gboolean salon_design_model_is_of (SalonDesignModel *self, SalonStoredDesign *stored);
GPtrArray *salon_design_model_problems (SalonDesignModel *self);
void salon_design_model_follow (SalonDesignModel **place, SalonDesignModel *model, SalonDesignFollower changed, gpointer widget);
void salon_design_model_touch (SalonDesignModel *self);
void salon_design_model_flush (SalonDesignModel *self);
SalonDesignState salon_design_model_state (SalonDesignModel *self);
const char *salon_design_model_refusal (SalonDesignModel *self);

SalonStoredDesign *salon_design_to_store (SalonCardDesign *design, GError **error);

G_END_DECLS
