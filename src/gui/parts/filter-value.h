#pragma once
/* The values of one field of a filter: only for filter-editor.c. */
#include "gui/parts/filter-period.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/* What a field is asked with. */
typedef enum {
  SALON_FILTER_SHAPE_FLAG,
  SALON_FILTER_SHAPE_CHIPS,
  SALON_FILTER_SHAPE_THINGS,
  SALON_FILTER_SHAPE_RANGE,
  SALON_FILTER_SHAPE_PERIOD,
  SALON_FILTER_SHAPE_BIRTHDAY,
  SALON_FILTER_SHAPE_TEXT,
} SalonFilterShape;

#define SALON_TYPE_FILTER_VALUE (salon_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterValue, salon_filter_value, SALON, FILTER_VALUE, GtkWidget)

SalonFilterShape salon_filter_shape_of (SalonSession *session, const char *key);
GtkWidget *salon_filter_value_new (SalonSession *session, const char *key);
void salon_filter_value_set_test (SalonFilterValue *self, const SalonFilterTest *test);
SalonFilter *salon_filter_value_make_test (SalonFilterValue *self);
void salon_filter_value_show_days (SalonFilterValue *self, gboolean days);

G_END_DECLS
