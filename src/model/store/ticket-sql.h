#pragma once
/* Season tickets in SQL with all that follows from the ledger, as rules/ticket says it: for filters and orders, which ask
 * of all tickets at once.  The rule is the source; a test holds this to it.  The alias "c" is not used: see client-sql.h. */

/* 101 issued, 102 used, 103 expired: see SalonAccount.  The grouping keeps the engine from repeating the sums. */
#define SALON_SQL_TICKET_SUMS(clients)                                                            \
  "SELECT t.id, t.client_id, t.ticket_kind_id, t.unit, t.units, t.starts, t.sold_day, t.start_days, t.valid_days," \
  " coalesce (sum (p.amount) FILTER (WHERE p.account = 101), 0) * -1 AS issued,"                  \
  " coalesce (sum (p.amount) FILTER (WHERE p.account = 102), 0) AS used,"                         \
  " coalesce (sum (p.amount) FILTER (WHERE p.account = 103), 0) AS expired,"                      \
  " min (p.day) FILTER (WHERE p.account = 102 AND p.amount > 0) AS used_first,"                   \
  " (SELECT coalesce (sum (x.days), 0) FROM ticket_extension x WHERE x.ticket_id = t.id) AS extended" \
  " FROM ticket t LEFT JOIN posting p ON p.account IN (101, 102, 103) AND p.subject_id = t.id AND p.account NOT BETWEEN 8 AND 11" \
  " WHERE t.client_id " clients " GROUP BY t.id"

/* Starts 2: with the first use, or so many days after the sale at the latest; 3: so many days after the sale. */
#define SALON_SQL_TICKET_BEGINS(clients)                                                          \
  "SELECT *, CASE starts WHEN 3 THEN sold_day + start_days WHEN 2 THEN"                           \
  "   CASE WHEN start_days = 0 THEN iif (used > 0, used_first, NULL)"                             \
  "        WHEN used > 0 THEN min (used_first, sold_day + start_days) ELSE sold_day + start_days END" \
  "   ELSE sold_day END AS first_day FROM (" SALON_SQL_TICKET_SUMS (clients) ")"

/* One pause after the other, in the order of their days, moves the end by its days up to it. */
#define SALON_SQL_TICKET_END                                                                      \
  "(WITH RECURSIVE pause (n, a, b) AS (SELECT row_number () OVER (ORDER BY f.first_day, f.last_day), f.first_day, f.last_day" \
  "     FROM ticket_freeze f WHERE f.ticket_id = y.id),"                                          \
  "   walk (n, last, counted) AS (SELECT 0, y.first_day + y.valid_days - 1 + y.extended, y.first_day - 1" \
  "     UNION ALL SELECT u.n, iif (max (u.a, w.counted + 1) > min (w.last, u.b), w.last, w.last + u.b - max (u.a, w.counted + 1) + 1)," \
  "       iif (max (u.a, w.counted + 1) > min (w.last, u.b), w.counted, u.b)"                     \
  "     FROM walk w JOIN pause u ON u.n = w.n + 1)"                                               \
  " SELECT last FROM walk ORDER BY n DESC LIMIT 1)"
#define SALON_SQL_TICKET_ENDS(clients)                                                            \
  "SELECT y.*, y.issued - y.used - y.expired AS rest,"                                            \
  " CASE WHEN y.valid_days > 0 AND y.first_day IS NOT NULL THEN " SALON_SQL_TICKET_END " END AS last_day" \
  " FROM (" SALON_SQL_TICKET_BEGINS (clients) ") y LIMIT -1"

/* Columns id, client_id, ticket_kind_id, unit, rest (thousandths), last_day (or NULL) and state (SalonTicketState).
 * @clients and @today are SQL: "= s.client_id", "@today". */
#define SALON_SQL_TICKETS(clients, today)                                                         \
  "SELECT z.id, z.client_id, z.ticket_kind_id, z.unit, z.rest, z.last_day,"                       \
  " CASE WHEN z.issued < z.units THEN 6 WHEN z.rest <= 0 THEN iif (z.expired > 0, 5, 4) WHEN z.last_day < " today " THEN 5" \
  "   WHEN z.first_day IS NULL OR z.first_day > " today " THEN 1"                                 \
  "   WHEN EXISTS (SELECT 1 FROM ticket_freeze f WHERE f.ticket_id = z.id AND " today " BETWEEN f.first_day AND f.last_day) THEN 3" \
  "   ELSE 2 END AS state"                                                                        \
  " FROM (" SALON_SQL_TICKET_ENDS (clients) ") z"
