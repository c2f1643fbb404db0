#pragma once
/* The controls that ask for the fields of an entity. */
#include "gui/parts/directory.h"
#include "model/entities/entity.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  SALON_ASK_TEXT,
  SALON_ASK_LINES,
  SALON_ASK_NUMBER,
  SALON_ASK_DURATION,
  SALON_ASK_MONEY,
  SALON_ASK_PERCENT, /* kept in basis points */
  SALON_ASK_DAY,
  SALON_ASK_TIME, /* of the day; past midnight up to 02:00 */
  SALON_ASK_PICK,
  SALON_ASK_COLOR,
  SALON_ASK_YES_NO,
} SalonAskKind;

/**
 * SalonAsk: one question of a form
 * @field: name in the field table: "capacity"
 * @label: English, translated when shown
 * @hint: (nullable): English, translated when shown
 * @kind: how it is asked
 * @half: takes half of a line, beside another half
 * @unit: (nullable): of a number: English, translated when shown
 * @items: (nullable): what can be picked
 */
typedef struct {
  const char *field;
  const char *label;
  const char *hint;
  SalonAskKind kind;
  gboolean half;
  const char *unit;
  GListModel *(*items) (SalonDirectory *directory);
} SalonAsk;

/* Somebody has finished answering. */
typedef void (*SalonAnswered) (gpointer data);

GtkWidget *salon_entity_control_new (const SalonAsk *ask, SalonSession *session);
void salon_entity_control_renew (GtkWidget *control, const SalonAsk *ask, SalonDirectory *directory);
void salon_entity_control_watch (GtkWidget *control, const SalonAsk *ask, SalonAnswered answered, gpointer data);
void salon_entity_control_show (GtkWidget *control, const SalonAsk *ask, gpointer entity);
gboolean salon_entity_control_read (GtkWidget *control, const SalonAsk *ask, gpointer entity, GError **error);

G_END_DECLS
