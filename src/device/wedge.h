#pragma once
/* A scanner that types like a keyboard, told from fingers by its speed.  A pure state machine: keys go in with the times
 * of their events, and what a key is comes out. */
#include <glib.h>

G_BEGIN_DECLS

/* The usual: a scanner sends its keys every 1 to 30 ms, a quick typist every 60 to 150. */
#define SALON_WEDGE_GAP    35
#define SALON_WEDGE_LENGTH 6

/* What is held down with a key. */
typedef enum {
  SALON_WEDGE_SHIFT = 1 << 0,
  SALON_WEDGE_ALT = 1 << 1,
  SALON_WEDGE_OTHER = 1 << 2, /* Ctrl and the like: no scanner holds them */
} SalonWedgeMods;

/**
 * SalonWedgeOptions:
 * @prefix: (nullable): what the scanner sends before each code; only what begins with it is a scan
 * @suffix: (nullable): what it sends after each code besides Enter or Tab
 * @gap_ms: the median of the time between two keys is not more
 * @length: so many keys at least, 2 to 64
 */
typedef struct {
  char *prefix;
  char *suffix;
  guint gap_ms;
  guint length;
} SalonWedgeOptions;

/**
 * SalonWedgeKey: what a key is
 * @take: it is the scanner's: nobody else is to see it
 * @first: a scan may begin with it: the state of the field before it is to be kept
 * @leaked: now it is known that the keys since then were the scanner's: so many of them went to the field
 * @scan: (transfer full) (nullable): a code that has ended by it
 */
typedef struct {
  gboolean take;
  gboolean first;
  guint leaked;
  char *scan;
} SalonWedgeKey;

typedef struct _SalonWedge SalonWedge;

SalonWedge *salon_wedge_new (const SalonWedgeOptions *options);
void salon_wedge_free (SalonWedge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonWedge, salon_wedge_free)

SalonWedgeKey salon_wedge_press (SalonWedge *self, guint keycode, SalonWedgeMods mods, guint32 time);
SalonWedgeKey salon_wedge_release (SalonWedge *self, guint keycode, guint32 time);
char *salon_wedge_end (SalonWedge *self);
void salon_wedge_reset (SalonWedge *self);
gboolean salon_wedge_is_scanning (const SalonWedge *self);
guint salon_wedge_get_pause (const SalonWedge *self);
guint salon_wedge_get_median (const SalonWedge *self);

char salon_wedge_char (guint keycode, gboolean shift);

G_END_DECLS
