#pragma once
/* Shifts of days: painted one by one, by a pattern or as copies of other days; and the month in which they are seen. */
#include "base/clock.h"
#include "base/day.h"
#include "model/rules/hours-text.h"
#include "model/rules/shift-pattern.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

typedef enum {
  SALON_SHIFT_WEEKLY, /* nothing is said of the day: the weekly hours hold */
  SALON_SHIFT_HOURS,  /* these hours */
  SALON_SHIFT_OFF,    /* a day off */
} SalonShiftWhat;

/* One day of one employee. */
typedef struct {
  gint64 employee_id;
  SalonDay day;
  SalonShiftWhat what;
  guint n_parts;
  SalonHours parts[SALON_HOURS_MOST_PARTS];
} SalonShiftCell;

/**
 * SalonShiftsRequest:
 * @cells: (element-type SalonShiftCell): one operation, whatever their number; of a day named twice the last counts
 * @keep_visits: visits that are outside the working time then may stay
 */
typedef struct {
  GArray *cells;
  gboolean keep_visits;
} SalonShiftsRequest;

#define SALON_SHIFTS_MOST_CELLS 20000

SalonShiftsRequest *salon_shifts_request_new (void);
SalonShiftsRequest *salon_shifts_request_copy (const SalonShiftsRequest *self);
void salon_shifts_request_add (SalonShiftsRequest *self, gint64 employee_id, SalonDay day, SalonShiftWhat what,
                               const SalonHours *parts, guint n_parts);
void salon_shifts_request_add_pattern (SalonShiftsRequest *self, gint64 employee_id, SalonDay first_day, SalonDay last_day,
                                       const SalonShiftPattern *pattern, const SalonHours *parts, guint n_parts);
void salon_shifts_request_free (SalonShiftsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonShiftsRequest, salon_shifts_request_free)

gboolean salon_shifts_set (SalonTx *tx, const SalonShiftsRequest *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_shifts_set; /* SalonShiftsRequest; answers how many days changed */

/**
 * SalonShiftsCopy:
 * @employee_ids: (element-type gint64):
 * @distance: a day gets what is so many days before it; 0 = of the month before, see salon_shift_copy_source()
 *
 * Fills days with copies of the shifts of others; where these say nothing, nothing is said any more.
 */
typedef struct {
  GArray *employee_ids;
  SalonDay first_day;
  SalonDay last_day;
  int distance;
  gboolean keep_visits;
} SalonShiftsCopy;

SalonShiftsCopy *salon_shifts_copy_new (const GArray *employee_ids, SalonDay first_day, SalonDay last_day, int distance);
void salon_shifts_copy_free (SalonShiftsCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonShiftsCopy, salon_shifts_copy_free)
gboolean salon_shifts_copy (SalonTx *tx, const SalonShiftsCopy *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_shifts_copy; /* SalonShiftsCopy; answers how many days changed */

G_END_DECLS
