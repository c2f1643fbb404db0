#pragma once
/* Numbers by up to four keys, as rows of a report: the sum of everything, the sums of groups, the single lines. */
#include <glib.h>

G_BEGIN_DECLS

#define SALON_TALLY_KEYS_MAX 4

/* In the place of a key whose values overlap: counted once, whichever values there are (see salon_tally_set_overlaps()). */
#define SALON_TALLY_ALL G_MININT64

/* In the path of the row of all that the top left out. */
#define SALON_TALLY_REST G_MININT64

/* What becomes of a number when the steps of time are put together. */
typedef enum {
  SALON_TALLY_SUM,
  SALON_TALLY_FIRST, /* that of the first step: what there was at the start */
  SALON_TALLY_LAST,  /* that of the last step: what there is at the end */
} SalonTallyWay;

/**
 * SalonTallyRow:
 * @path: (array length=level): the keys that it fixes
 * @is_rest: all that the top n left out, added up; its last key is %SALON_TALLY_REST
 * @has_parts: rows of its parts follow
 * @values: as many as the tally has
 * @before: (nullable): as many, of the other side
 */
typedef struct {
  guint level;
  gint64 path[SALON_TALLY_KEYS_MAX];
  gboolean is_rest;
  gboolean has_parts;
  gint64 *values;
  gint64 *before;
} SalonTallyRow;

typedef struct _SalonTally SalonTally;

SalonTally *salon_tally_new (guint n_keys, guint n_values, gboolean has_before);
void salon_tally_free (SalonTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTally, salon_tally_free)

void salon_tally_set_overlaps (SalonTally *self, guint key);
void salon_tally_set_largest_first (SalonTally *self, guint key);
void salon_tally_set_steps (SalonTally *self, guint key, const gint64 *steps, guint n);
void salon_tally_set_way (SalonTally *self, guint value, SalonTallyWay way);
void salon_tally_set_top (SalonTally *self, guint top);
void salon_tally_add (SalonTally *self, const gint64 *keys, const gint64 *values);
void salon_tally_add_before (SalonTally *self, const gint64 *keys, const gint64 *values);
gboolean salon_tally_run (SalonTally *self, guint start, guint end, const gint64 *signs, guint most);
GPtrArray *salon_tally_rows (SalonTally *self);

G_END_DECLS
