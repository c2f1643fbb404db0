#pragma once
/* Visits that a change of weekly hours, shifts, breaks, absences or holidays leaves outside the working time. */
#include "base/day.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* In which visits are booked: how far a change of what repeats every week is looked after. */
#define SALON_STRANDED_DAYS_AHEAD 366

/**
 * SALON_STRANDED_ERROR: the change would leave visits outside the working time; the message lists them with names
 * and times.  Nothing was changed; the same again with keep_visits leaves them where they are.
 */
#define SALON_STRANDED_ERROR (salon_stranded_error_quark ())
GQuark salon_stranded_error_quark (void);

typedef enum {
  SALON_STRANDED_ERROR_VISITS,
} SalonStrandedErrorCode;

/**
 * SalonStrandedSpan:
 * @employee_id: whose visits they are; of several, she of the first
 * @first_day: day of her first visit
 * @last_day: day of her last visit
 *
 * What the sick-day helper can be opened with.
 */
typedef struct {
  gint64 employee_id;
  SalonDay first_day;
  SalonDay last_day;
} SalonStrandedSpan;

gboolean salon_stranded_error_get_span (const GError *error, SalonStrandedSpan *span);

typedef struct _SalonStranded SalonStranded;

SalonStranded *salon_stranded_begin (SalonTx *tx, const GArray *employee_ids, SalonDay first_day, SalonDay last_day,
                                     GError **error);
gboolean salon_stranded_end (SalonStranded *self, gboolean keep_visits, GError **error);
void salon_stranded_free (SalonStranded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonStranded, salon_stranded_free)

G_END_DECLS
