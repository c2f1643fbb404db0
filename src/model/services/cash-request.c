/* What is asked of a cash drawer. */
#include "model/services/cash-shift.h"

/**
 * salon_cash_open_request_new:
 * @drawer_id: 0 = the first drawer
 * @opening: what was counted into it
 *
 * Returns: (transfer full): freed by g_free()
 */
SalonCashOpenRequest *
salon_cash_open_request_new (gint64 drawer_id, SalonMoney opening)
{
  SalonCashOpenRequest *self = g_new0 (SalonCashOpenRequest, 1);

  self->drawer_id = drawer_id;
  self->opening = opening;
  return self;
}

/**
 * salon_cash_move_request_new:
 * @drawer_id: 0 = the first drawer
 * @amount: put in positive, taken out negative
 *
 * Returns: (transfer full): a request
 */
SalonCashMoveRequest *
salon_cash_move_request_new (gint64 drawer_id, SalonMoney amount, const char *reason)
{
  SalonCashMoveRequest *self = g_new0 (SalonCashMoveRequest, 1);

  self->drawer_id = drawer_id;
  self->amount = amount;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_cash_move_request_free: frees a request
 */
void
salon_cash_move_request_free (SalonCashMoveRequest *self)
{
  g_free (self->reason);
  g_free (self);
}

/**
 * salon_cash_close_request_new:
 * @shift_id: 0 = that of the first drawer
 * @explanation: (nullable): of the difference
 *
 * Returns: (transfer full): a request
 */
SalonCashCloseRequest *
salon_cash_close_request_new (gint64 shift_id, SalonMoney counted, SalonMoney taken_out, const char *explanation)
{
  SalonCashCloseRequest *self = g_new0 (SalonCashCloseRequest, 1);

  self->shift_id = shift_id;
  self->counted = counted;
  self->taken_out = taken_out;
  self->explanation = g_strdup (explanation);
  return self;
}

/**
 * salon_cash_close_request_free: frees a request
 */
void
salon_cash_close_request_free (SalonCashCloseRequest *self)
{
  g_free (self->explanation);
  g_free (self);
}

/**
 * salon_cash_count_free: frees an answer
 */
void
salon_cash_count_free (SalonCashCount *self)
{
  g_free (self);
}
