/* The history of a season ticket: the ledger says what was sold and used, the journal when it was frozen and extended. */
#include "config.h"

#include "model/entities/enums.h"
#include "model/store/ticket-history-store.h"

/* The condition on the account names what the partial index of balances leaves out, so that the index serves.
 * 101 …: see SalonAccount; 7 and 8: see SalonTicketEventKind. */
#define SQL_MADE(table)                                                                           \
  "(SELECT min (o.at) FROM journal j JOIN operation o ON o.id = j.operation_id WHERE j.entity = '" table "' AND j.entity_id = t.id)"
#define SQL_HISTORY                                                                               \
  "SELECT e.at AS at, e.day, p.account, p.amount, coalesce (e.sale_id, 0), 0, coalesce (l.text, e.note)" \
  "  FROM posting p JOIN ledger_entry e ON e.id = p.entry_id LEFT JOIN sale_line l ON l.id = p.sale_line_id" \
  " WHERE p.account IN (101, 102, 103) AND p.subject_id = $1 AND p.account NOT BETWEEN 8 AND 11" \
  " UNION ALL SELECT " SQL_MADE ("ticket-freeze") ", t.first_day, 7, 0, 0, t.last_day - t.first_day + 1, t.note" \
  "  FROM ticket_freeze t WHERE t.ticket_id = $1"                                                 \
  " UNION ALL SELECT " SQL_MADE ("ticket-extension") ", 0, 8, 0, 0, t.days, t.reason"             \
  "  FROM ticket_extension t WHERE t.ticket_id = $1 ORDER BY 1"

/**
 * salon_ticket_event_free: frees one
 */
void
salon_ticket_event_free (SalonTicketEvent *self)
{
  g_free (self->text);
  g_free (self);
}

static SalonTicketEventKind
kind_of (gint64 what, gint64 amount)
{
  switch (what) {
  case SALON_ACCOUNT_UNITS_ISSUED:
    return amount < 0 ? SALON_TICKET_EVENT_SOLD : SALON_TICKET_EVENT_REFUNDED;
  case SALON_ACCOUNT_UNITS_USED:
    return amount > 0 ? SALON_TICKET_EVENT_USED : SALON_TICKET_EVENT_GIVEN_BACK;
  case SALON_ACCOUNT_UNITS_EXPIRED:
    return amount > 0 ? SALON_TICKET_EVENT_EXPIRED : SALON_TICKET_EVENT_BROUGHT_BACK;
  default:
    return (SalonTicketEventKind) what;
  }
}

static SalonTicketEvent *
read_event (SalonStmt *stmt)
{
  SalonTicketEvent *event = g_new0 (SalonTicketEvent, 1);
  gint64 amount = salon_stmt_get_int (stmt, 3);

  event->at = salon_stmt_get_int (stmt, 0);
  event->day = (SalonDay) salon_stmt_get_int (stmt, 1);
  event->kind = kind_of (salon_stmt_get_int (stmt, 2), amount);
  event->units = ABS (amount);
  event->sale_id = salon_stmt_get_int (stmt, 4);
  event->days = (int) salon_stmt_get_int (stmt, 5);
  event->text = salon_stmt_dup_text (stmt, 6);
  if (event->kind == SALON_TICKET_EVENT_EXTENDED)
    event->day = SALON_DAY_NONE;
  return event;
}

/**
 * salon_ticket_store_history:
 *
 * Returns: (transfer full) (element-type SalonTicketEvent): in the order in which it happened; the day of an extension is
 *   %SALON_DAY_NONE: its moment says it
 */
GPtrArray *
salon_ticket_store_history (SalonTx *tx, gint64 ticket_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HISTORY, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_ticket_event_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, ticket_id);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (events, read_event (stmt));
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&events) : NULL;
}
