#pragma once
/* Cash drawers and their shifts: opened with a float, closed by a count.
 *
 * What is sold belongs to a shift by its id.  A closing has no Undo: its report was printed and its number is given, so
 * a mistake is put right by cash in or out, with its reason, in the next shift. */
#include "model/entities/closing.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonCashOpenRequest:
 * @drawer_id: 0 = the first drawer; it is made if there is none yet
 * @opening: what was counted into it
 */
typedef struct {
  gint64 drawer_id;
  SalonMoney opening;
} SalonCashOpenRequest;

SalonCashOpenRequest *salon_cash_open_request_new (gint64 drawer_id, SalonMoney opening);

/**
 * SalonCashMoveRequest:
 * @drawer_id: 0 = the first drawer
 * @amount: put in positive, taken out negative
 * @reason: never empty
 */
typedef struct {
  gint64 drawer_id;
  SalonMoney amount;
  char *reason;
} SalonCashMoveRequest;

SalonCashMoveRequest *salon_cash_move_request_new (gint64 drawer_id, SalonMoney amount, const char *reason);
void salon_cash_move_request_free (SalonCashMoveRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCashMoveRequest, salon_cash_move_request_free)

/**
 * SalonCashCloseRequest:
 * @shift_id: the shift that was counted; 0 = that of the first drawer
 * @counted: without knowing what is expected
 * @taken_out: of what was counted, to the safe or the bank; the rest stays and is proposed as the next float
 * @explanation: (nullable): of the difference
 */
typedef struct {
  gint64 shift_id;
  SalonMoney counted;
  SalonMoney taken_out;
  char *explanation;
} SalonCashCloseRequest;

SalonCashCloseRequest *salon_cash_close_request_new (gint64 shift_id, SalonMoney counted, SalonMoney taken_out,
                                                     const char *explanation);
void salon_cash_close_request_free (SalonCashCloseRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCashCloseRequest, salon_cash_close_request_free)

/**
 * SalonCashCount: what is told to who has counted
 * @difference: counted more than expected; negative: it is missing
 * @must_explain: the closing needs an explanation
 */
typedef struct {
  gint64 shift_id;
  SalonMoney expected;
  SalonMoney difference;
  gboolean must_explain;
} SalonCashCount;

void salon_cash_count_free (SalonCashCount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCashCount, salon_cash_count_free)

/* For other services: the shift in which something is paid or given back now. */
gboolean salon_cash_shift_find (SalonTx *tx, gint64 drawer_id, gint64 *shift_id, gint64 *in_drawer_id, GError **error);
gboolean salon_cash_shift_now (SalonTx *tx, gint64 drawer_id, gint64 *shift_id, gint64 *in_drawer_id, GError **error);

gboolean salon_cash_open (SalonTx *tx, const SalonCashOpenRequest *request, gint64 *shift_id, GError **error);
gboolean salon_cash_move (SalonTx *tx, const SalonCashMoveRequest *request, gint64 *entry_id, GError **error);
gboolean salon_cash_close (SalonTx *tx, const SalonCashCloseRequest *request, gint64 *shift_id, GError **error);
SalonCashCount *salon_cash_count (SalonTx *tx, const SalonCashCloseRequest *request, GError **error);

SalonClosing *salon_cash_shift_present (SalonTx *tx, const SalonIdRequest *drawer, GError **error);
SalonClosing *salon_closing_load (SalonTx *tx, const SalonIdRequest *shift, GError **error);
GPtrArray *salon_closings_list (SalonTx *tx, gconstpointer nothing, GError **error);

/**
 * SalonTakeClosing: is given each of many closings, one after the other
 * @closing: (transfer full)
 */
typedef void (*SalonTakeClosing) (SalonClosing *closing, gpointer data);
gboolean salon_closings_each (SalonTx *tx, SalonDay from, SalonDay to, SalonTakeClosing take, gpointer data, GError **error);

extern const SalonQuery salon_query_cash_shift;  /* SalonIdRequest: drawer, 0 = the first → SalonClosing */
extern const SalonQuery salon_query_closing;     /* SalonIdRequest: shift → SalonClosing */
extern const SalonQuery salon_query_closings;
extern const SalonQuery salon_query_cash_count;  /* SalonCashCloseRequest → SalonCashCount */

extern const SalonCommand salon_command_cash_open;  /* answers the shift's id */
extern const SalonCommand salon_command_cash_move;  /* answers the entry's id */
extern const SalonCommand salon_command_cash_close; /* answers the shift's id */

G_END_DECLS
