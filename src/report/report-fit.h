#pragma once
/* How a table finds room on paper: upright or lying, smaller, or in parts one below the other. */
#include "report/style.h"

G_BEGIN_DECLS

/**
 * SalonFitColumn:
 * @least: narrower it is not read any more, in points at full size
 * @wish: wider it needs not be
 * @is_label: takes what is left over
 * @of: columns of one number stay together: that of the measure
 */
typedef struct {
  double least;
  double wish;
  gboolean is_label;
  guint of;
} SalonFitColumn;

/**
 * SalonFit:
 * @is_across: the pages lie
 * @scale: of the letters
 * @parts: (element-type GArray): of each part its columns, of guint; all begin with the labels
 */
typedef struct {
  gboolean is_across;
  double scale;
  GPtrArray *parts;
} SalonFit;

SalonFit *salon_fit_new (const SalonFitColumn *columns, guint n, guint n_labels, double upright, double across, double gap);
void salon_fit_free (SalonFit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFit, salon_fit_free)
void salon_fit_widths (const SalonFit *self, guint part, const SalonFitColumn *columns, double width, double gap, double *widths);

G_END_DECLS
