/* What a shift of a cash drawer came to. */
#include "model/entities/closing.h"

static void
free_move (gpointer data)
{
  SalonClosingMove *move = data;

  g_free (move->who);
  g_free (move->reason);
  g_free (move);
}

/**
 * salon_closing_new:
 *
 * Returns: (transfer full): of a drawer that is not open
 */
SalonClosing *
salon_closing_new (void)
{
  SalonClosing *self = g_new0 (SalonClosing, 1);

  self->taxes = g_array_new (FALSE, FALSE, sizeof (SalonClosingTax));
  self->moves = g_ptr_array_new_with_free_func (free_move);
  self->counted = -1;
  return self;
}

/**
 * salon_closing_free: frees a report
 */
void
salon_closing_free (SalonClosing *self)
{
  g_free (self->salon);
  g_free (self->drawer);
  g_free (self->currency);
  g_free (self->opened_by);
  g_free (self->closed_by);
  g_array_unref (self->taxes);
  g_ptr_array_unref (self->moves);
  g_free (self->explanation);
  g_free (self->chain);
  g_free (self);
}

/**
 * salon_closing_add_move:
 * @at: absolute wall minute
 * @amount: put in positive, taken out negative
 *
 * Adds it to the list and to what came in or went out.
 *
 * Returns: (transfer none): the movement
 */
SalonClosingMove *
salon_closing_add_move (SalonClosing *self, gint64 at, SalonMoney amount, const char *who, const char *reason)
{
  SalonClosingMove *move = g_new0 (SalonClosingMove, 1);

  move->at = at;
  move->amount = amount;
  move->who = g_strdup (who);
  move->reason = g_strdup (reason);
  if (amount > 0)
    self->cash_in += amount;
  else
    self->cash_out -= amount;
  g_ptr_array_add (self->moves, move);
  return move;
}

/**
 * salon_closing_difference:
 *
 * Returns: what was counted more than expected, negative when it is less; 0 while the shift goes on
 */
SalonMoney
salon_closing_difference (const SalonClosing *self)
{
  return self->number != 0 ? self->counted - self->expected : 0;
}

/**
 * salon_closing_left:
 *
 * Returns: what stayed in the drawer at the closing
 */
SalonMoney
salon_closing_left (const SalonClosing *self)
{
  return self->counted - self->taken_out;
}
