#pragma once
/* The fixed values of some groupings, and what each of them is called in the text of a report. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonReportChoice:
 * @word: "permanent"; never changed once released
 * @value: of the grouping (see report-dimension.h); 0 = not said, not known
 */
typedef struct {
  const char *word;
  gint64 value;
} SalonReportChoice;

const SalonReportChoice *salon_report_choices (const char *dimension, guint *n);
const char *salon_report_choice_word (const char *dimension, gint64 value);
gboolean salon_report_choice_parse (const char *dimension, const char *word, gint64 *value);

G_END_DECLS
