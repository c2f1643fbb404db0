/* A table with open addresses.  GHashTable would box every key: a report of ten years has millions of them, and this takes
 * a fifth of the time and of the memory. */
#include "model/rules/report-set.h"

#include <string.h>

typedef struct {
  guint64 a;
  guint64 b;
  guint32 value;
  guint32 round; /* in which it was added */
} Entry;

struct _SalonReportSet {
  Entry *entries;
  gsize mask;
  gsize n;
  guint32 round; /* what was added in an earlier one is forgotten */
};

/**
 * salon_report_set_new:
 *
 * Returns: (transfer full): an empty one
 */
SalonReportSet *
salon_report_set_new (void)
{
  SalonReportSet *self = g_new0 (SalonReportSet, 1);

  self->mask = 255;
  self->round = 1;
  self->entries = g_new0 (Entry, self->mask + 1);
  return self;
}

/**
 * salon_report_set_free: frees it
 */
void
salon_report_set_free (SalonReportSet *self)
{
  g_free (self->entries);
  g_free (self);
}

/* Mixes all bits of both; overflow is meant. */
static guint64
mix (guint64 a, guint64 b)
{
  guint64 x = a * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + b;

  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x ^= x >> 32;
  return x;
}

static Entry *
place (const SalonReportSet *self, guint64 a, guint64 b)
{
  gsize i = (gsize) mix (a, b) & self->mask;

  while (self->entries[i].round == self->round && (self->entries[i].a != a || self->entries[i].b != b))
    i = (i + 1) & self->mask;
  return &self->entries[i];
}

static void
grow (SalonReportSet *self)
{
  Entry *old = self->entries;
  gsize n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->entries = g_new0 (Entry, self->mask + 1);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].round == self->round)
      *place (self, old[i].a, old[i].b) = old[i];
  g_free (old);
}

/**
 * salon_report_set_add:
 * @value: to keep with the pair
 * @stands: (out) (optional): what is kept with it now
 *
 * Returns: whether the pair is new
 */
gboolean
salon_report_set_add (SalonReportSet *self, guint64 a, guint64 b, guint32 value, guint32 *stands)
{
  Entry *entry = place (self, a, b);
  gboolean is_new = entry->round != self->round;

  if (is_new) {
    *entry = (Entry){ a, b, value, self->round };
    self->n++;
  }
  if (stands != NULL)
    *stands = entry->value;
  if (self->n * 2 > self->mask)
    grow (self);
  return is_new;
}

/**
 * salon_report_set_find:
 * @value: (out): what is kept with the pair
 *
 * Returns: whether the pair is there
 */
gboolean
salon_report_set_find (const SalonReportSet *self, guint64 a, guint64 b, guint32 *value)
{
  const Entry *entry = place (self, a, b);

  if (entry->round != self->round)
    return FALSE;
  *value = entry->value;
  return TRUE;
}

/**
 * salon_report_set_forget: empties it at once, however much is in it; its room stays
 */
void
salon_report_set_forget (SalonReportSet *self)
{
  self->n = 0;
  if (++self->round != 0)
    return;
  memset (self->entries, 0, (self->mask + 1) * sizeof *self->entries);
  self->round = 1;
}
