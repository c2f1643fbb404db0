#pragma once
/* Days at work that follow a rule: five of seven, two and two, odd days, every third. */
#include "base/day.h"

G_BEGIN_DECLS

typedef enum {
  SALON_PATTERN_WEEKDAYS, /* all days but the weekend */
  SALON_PATTERN_CYCLE,    /* so many at work, so many free, and again */
  SALON_PATTERN_ODD,      /* by the day of the month: after the 31st comes the 1st */
  SALON_PATTERN_EVEN,
} SalonPatternKind;

#define SALON_PATTERN_MOST_DAYS 31

/**
 * SalonShiftPattern:
 * @on: of a cycle: days at work in a row
 * @off: of a cycle: free days after them
 * @start: of a cycle: the first of the days at work; it also runs backwards from there
 * @weekend: of weekdays: a bit for each free one, 1 << 6 is Saturday, see salon_weekend()
 */
typedef struct {
  SalonPatternKind kind;
  int on;
  int off;
  SalonDay start;
  guint weekend;
} SalonShiftPattern;

gboolean salon_shift_pattern_parse (const char *text, SalonShiftPattern *pattern, GError **error);
gboolean salon_shift_pattern_works (const SalonShiftPattern *pattern, SalonDay day);
SalonDay salon_shift_copy_source (SalonDay day, SalonDay first_day);

G_END_DECLS
