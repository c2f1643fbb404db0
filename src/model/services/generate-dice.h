#pragma once
/* Random numbers of the generator: splitmix64, so that a seed gives the same salon everywhere; GRand
 * promises that too, but is four times as slow and its ranges go through floating point. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 state;
} SalonDice;

static inline guint64
salon_dice_next (SalonDice *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* 0 … n - 1; n > 0 */
static inline guint
salon_dice_below (SalonDice *self, guint n)
{
  return (guint) (((salon_dice_next (self) >> 32) * n) >> 32);
}

/* from … to, both included */
static inline int
salon_dice_between (SalonDice *self, int from, int to)
{
  return from + (int) salon_dice_below (self, (guint) (to - from + 1));
}

/* TRUE so many times in a thousand */
static inline gboolean
salon_dice_chance (SalonDice *self, int permille)
{
  return (int) salon_dice_below (self, 1000) < permille;
}

/* Around @mean, seldom further than twice @spread from it: the sum of three dice. */
static inline int
salon_dice_around (SalonDice *self, int mean, int spread)
{
  int sum = 0;

  if (spread <= 0)
    return mean;
  for (int i = 0; i < 3; i++)
    sum += salon_dice_between (self, -spread, spread);
  return mean + sum * 2 / 3;
}

G_END_DECLS
