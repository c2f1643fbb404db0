/* Members of segments, kept by upkeep. */
#include "config.h"

#include "model/store/segment-store.h"
#include "model/store/stmt.h"

#define SQL_STATE     "SELECT filter, day FROM segment_state WHERE segment_id = $1"
#define SQL_PUT_STATE                                                                             \
  "INSERT INTO segment_state (segment_id, filter, day) VALUES ($1, $2, $3)"                       \
  " ON CONFLICT (segment_id) DO UPDATE SET filter = excluded.filter, day = excluded.day"
#define SQL_FORGET_STATE   "DELETE FROM segment_state WHERE segment_id = $1"
#define SQL_FORGET_MEMBERS "DELETE FROM segment_member WHERE segment_id = $1"
#define SQL_FORGET_MOVES   "DELETE FROM segment_move WHERE segment_id = $1"
#define SQL_FORGET_MEMBER  "DELETE FROM segment_member WHERE client_id = $1"
#define SQL_FORGET_MOVER   "DELETE FROM segment_move WHERE client_id = $1"
#define SQL_MEMBERS                                                                               \
  "SELECT client_id FROM segment_member WHERE segment_id = $1 AND client_id > $2 AND client_id <= $3 ORDER BY client_id"
#define SQL_ADD    "INSERT INTO segment_member (segment_id, client_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
#define SQL_REMOVE "DELETE FROM segment_member WHERE segment_id = $1 AND client_id = $2"
#define SQL_MOVE                                                                                  \
  "INSERT INTO segment_move (segment_id, day, client_id, entered) VALUES ($1, $2, $3, $4)"        \
  " ON CONFLICT (segment_id, day, client_id) DO UPDATE SET entered = excluded.entered"
#define SQL_TRIM "DELETE FROM segment_move WHERE segment_id = $1 AND day < $2"
#define SQL_MOVES                                                                                 \
  "SELECT client_id, entered FROM segment_move WHERE segment_id = $1 AND day > $2 ORDER BY client_id, day"

static gboolean
run (SalonTx *tx, const char *sql, const gint64 *values, guint n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    salon_stmt_int (stmt, (int) i + 1, values[i]);
  return salon_stmt_run (stmt, error);
}

#define RUN(tx, sql, error, ...)                                                                  \
  run (tx, sql, (const gint64[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const gint64[]){ __VA_ARGS__ })), error)

/**
 * salon_segment_store_state:
 * @filter: (out) (transfer full) (nullable): of which the members are; %NULL if they were never counted
 * @day: (out): when they were counted
 */
gboolean
salon_segment_store_state (SalonTx *tx, gint64 segment_id, char **filter, SalonDay *day, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_STATE, error);
  GError *failure = NULL;

  *filter = NULL;
  *day = SALON_DAY_NONE;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, segment_id);
  if (salon_stmt_next (stmt, &failure)) {
    *filter = salon_stmt_dup_text (stmt, 0);
    *day = (SalonDay) salon_stmt_get_int (stmt, 1);
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_segment_store_put_state: the members are those of @filter on @day
 */
gboolean
salon_segment_store_put_state (SalonTx *tx, gint64 segment_id, const char *filter, SalonDay day, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PUT_STATE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, segment_id);
  salon_stmt_text (stmt, 2, filter);
  salon_stmt_int (stmt, 3, day);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_segment_store_forget: as if the segment had never been counted
 */
gboolean
salon_segment_store_forget (SalonTx *tx, gint64 segment_id, GError **error)
{
  return RUN (tx, SQL_FORGET_STATE, error, segment_id) && RUN (tx, SQL_FORGET_MEMBERS, error, segment_id)
         && RUN (tx, SQL_FORGET_MOVES, error, segment_id);
}

/**
 * salon_segment_store_forget_client: for a client whose making was undone
 */
gboolean
salon_segment_store_forget_client (SalonTx *tx, gint64 client_id, GError **error)
{
  return RUN (tx, SQL_FORGET_MEMBER, error, client_id) && RUN (tx, SQL_FORGET_MOVER, error, client_id);
}

/**
 * salon_segment_store_members:
 *
 * Returns: (transfer full) (element-type gint64): members with @after < id ≤ @to, ascending
 */
GArray *
salon_segment_store_members (SalonTx *tx, gint64 segment_id, gint64 after, gint64 to, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_MEMBERS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, segment_id);
  salon_stmt_int (stmt, 2, after);
  salon_stmt_int (stmt, 3, to);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_segment_store_put_member: puts a client in or takes her out
 */
gboolean
salon_segment_store_put_member (SalonTx *tx, gint64 segment_id, gint64 client_id, gboolean is_member, GError **error)
{
  return is_member ? RUN (tx, SQL_ADD, error, segment_id, client_id) : RUN (tx, SQL_REMOVE, error, segment_id, client_id);
}

/**
 * salon_segment_store_add_move: she came or went on this day
 */
gboolean
salon_segment_store_add_move (SalonTx *tx, gint64 segment_id, SalonDay day, gint64 client_id, gboolean entered, GError **error)
{
  return RUN (tx, SQL_MOVE, error, segment_id, day, client_id, entered);
}

/**
 * salon_segment_store_trim_moves: forgets what was before a day
 */
gboolean
salon_segment_store_trim_moves (SalonTx *tx, gint64 segment_id, SalonDay before, GError **error)
{
  return RUN (tx, SQL_TRIM, error, segment_id, before);
}

/* Who came first and went then, or the other way round, is where she was. */
static void
note_mover (gint64 client_id, gboolean first, gboolean last, GArray *entered, GArray *left)
{
  if (client_id != 0 && first == last)
    g_array_append_val (last ? entered : left, client_id);
}

/**
 * salon_segment_store_moves:
 * @after: moves of later days count
 * @entered: (element-type gint64): gets those who are in now and were not then
 * @left: (element-type gint64): gets those who were in then and are not now
 */
gboolean
salon_segment_store_moves (SalonTx *tx, gint64 segment_id, SalonDay after, GArray *entered, GArray *left, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_MOVES, error);
  GError *failure = NULL;
  gint64 client = 0;
  gboolean first = FALSE;
  gboolean last = FALSE;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, segment_id);
  salon_stmt_int (stmt, 2, after);
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = salon_stmt_get_int (stmt, 0);
    gboolean now = salon_stmt_get_int (stmt, 1) != 0;

    if (id != client) {
      note_mover (client, first, last, entered, left);
      first = now;
    }
    client = id;
    last = now;
  }
  note_mover (client, first, last, entered, left);
  return salon_stmt_finish (failure, error);
}
