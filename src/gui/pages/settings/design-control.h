#pragma once
/* The controls that ask for the properties of an element of a card. */
#include <gtk/gtk.h>

#include "card/design.h"

G_BEGIN_DECLS

typedef enum {
  SALON_DESIGN_ASK_LENGTH,  /* micrometres, asked in millimetres */
  SALON_DESIGN_ASK_LETTERS, /* hundredths of a point, asked in points */
  SALON_DESIGN_ASK_SHARE,   /* thousandths, asked in per cent */
  SALON_DESIGN_ASK_NUMBER,
  SALON_DESIGN_ASK_TEXT,    /* with fields */
  SALON_DESIGN_ASK_FONT,
  SALON_DESIGN_ASK_PICK,
  SALON_DESIGN_ASK_TOGGLE,
  SALON_DESIGN_ASK_FLAG,
  SALON_DESIGN_ASK_COLOR,
} SalonDesignAskKind;

/* One of a few values; a list of them ends with a label that is NULL. */
typedef struct {
  int value;
  const char *icon_name; /* NULL = the label is shown */
  const char *label;     /* English, translated when shown */
} SalonDesignValue;

/**
 * SalonDesignAsk: one question
 * @property: of an element, as in a file
 * @label: English, translated when shown
 * @half: takes half of a line
 * @unit: (nullable): of a number: English, translated when shown
 * @none: (nullable): of a colour that may be missing: English
 * @values: (nullable): that can be chosen
 */
typedef struct {
  const char *property;
  const char *label;
  SalonDesignAskKind kind;
  gboolean half;
  const char *unit;
  const char *none;
  const SalonDesignValue *values;
} SalonDesignAsk;

GtkWidget *salon_design_control_new (const SalonDesignAsk *ask);
void salon_design_control_show (GtkWidget *control, const SalonDesignAsk *ask, const SalonCardElement *element);
gboolean salon_design_control_read (GtkWidget *control, const SalonDesignAsk *ask, SalonCardElement *element);
void salon_design_control_watch (GtkWidget *control, const SalonDesignAsk *ask, GCallback changed, gpointer data);
void salon_design_control_set_used (GtkWidget *control, const guint32 *colors, guint n_colors);

G_END_DECLS
