/* By what the orders of the list of clients go, and the sorting.
 *
 * The whole result is sorted here by whole numbers, byte by byte: the engine would make a record of each row and compare
 * records, which takes several times as long as reading the clients. */
#include "config.h"

#include <string.h>

#include "model/store/client-sums.h"
#include "model/store/filter-order.h"
#include "model/store/ticket-sql.h"

#define SQL_STATUS                                                                                \
  "CASE WHEN s.visit_days = 0 THEN 0 WHEN s.lost_on <= @today THEN 3 WHEN s.permanent_until >= @today THEN 2 ELSE 1 END"
/* A before B before C, and in each those who were put into it by hand. */
#define SQL_IMPORTANCE                                                                            \
  "CASE WHEN c.importance_pin > 0 THEN 9 - 2 * c.importance_pin WHEN s.importance > 0 THEN 8 - 2 * s.importance END"
#define SQL_NEXT                                                                                  \
  "CASE WHEN s.next_min IS NULL OR s.next_min >= @now THEN s.next_min ELSE"                       \
  " (SELECT min (v.start_min) FROM visit v WHERE v.client_id = s.client_id AND v.day >= @today AND v.start_min >= @now" \
  "   AND v.state IN (1, 2)) END"
#define SQL_FIRST_PHONE                                                                           \
  "(SELECT coalesce (p.e164, p.typed) FROM client_phone p WHERE p.client_id = s.client_id ORDER BY p.position, p.id LIMIT 1)"

#define SQL_PHONES "SELECT client_id, coalesce (e164, typed) FROM client_phone ORDER BY client_id, position, id"

/* All names of each client as one text; what stands between them is less than any letter, so that a name alone comes
 * before the same name with others. */
#define SQL_NAMES(links, things)                                                                  \
  "SELECT client_id, group_concat (name, char (1)) FROM (SELECT x.client_id, k.name FROM " links " x JOIN " things \
  " k ON k.id = x." things "_id ORDER BY x.client_id, k.name, k.id) GROUP BY client_id"

/* Of what she was offered, the names; see SQL_NAMES. */
#define SQL_PROMOTIONS                                                                            \
  "SELECT client_id, group_concat (name, char (1)) FROM (SELECT DISTINCT x.client_id, k.name, k.id FROM promotion_use x" \
  " JOIN price_rule k ON k.id = x.price_rule_id ORDER BY x.client_id, k.name, k.id) GROUP BY client_id"

/* The first end of those that are valid. */
#define SQL_TICKET_ENDS                                                                           \
  "SELECT client_id, min (last_day) FROM (" SALON_SQL_TICKETS ("IS NOT NULL", "@today") ")"        \
  " WHERE state IN (1, 2, 3) AND last_day IS NOT NULL GROUP BY client_id"

#define WORDS  2
#define PREFIX 16 /* bytes of a text that are sorted as numbers: two words */

typedef enum { NUMBERS_NONE, NUMBERS_SUM, NUMBERS_OWES, NUMBERS_TICKET_ENDS } Numbers;

/**
 * Order: by what an order goes
 * @words: the first word first
 * @missing_last: words that may be missing stand last both ways; otherwise they are the least
 * @is_text: the only word is a text
 * @id: (nullable): of what a text in another table is
 * @texts: (nullable): all texts of that table with their ids, of several of one id the first counts; read once when the
 *   whole list is asked for, or always if there is no word
 * @numbers: instead of words: what is gathered of all clients at once
 */
typedef struct {
  const char *words[WORDS];
  gboolean missing_last;
  gboolean is_text;
  const char *id;
  const char *texts;
  Numbers numbers;
  SalonClientSum sum;
} Order;

#define OF_SUM(numbers, sum) { { NULL }, TRUE, FALSE, NULL, NULL, NUMBERS_##numbers, SALON_CLIENT_SUM_##sum }

static const Order orders[] = {
  [SALON_CLIENT_ORDER_VISITS] = { { "s.visit_days" }, FALSE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_NAME] = { { "s.name_key" }, FALSE, TRUE, NULL, NULL },
  [SALON_CLIENT_ORDER_SOLD] = { { "s.sold" }, FALSE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_LAST_VISIT] = { { "s.last_day" }, FALSE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_ADDED] = { { "c.created_at" }, FALSE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_IMPORTANCE] = { { SQL_IMPORTANCE, "s.sold_12m" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_FREQUENCY] = { { "CASE WHEN s.visit_days > 1 THEN (s.last_day - s.first_day) / (s.visit_days - 1) END" },
                                     TRUE, FALSE },
  [SALON_CLIENT_ORDER_NEXT_VISIT] = { { SQL_NEXT }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_FIRST_VISIT] = { { "s.first_day" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_NO_SHOWS] = { { "s.no_shows" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_SOLD_12M] = { { "s.sold_12m" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_TOP_PLACE] = { { "s.top_place" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_DISCOUNT] = { { "nullif (c.discount_bp, 0)" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_STATUS] = { { SQL_STATUS }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_PHONE] = { { SQL_FIRST_PHONE }, TRUE, TRUE, "s.client_id", SQL_PHONES },
  [SALON_CLIENT_ORDER_EMAIL] = { { "c.email" }, TRUE, TRUE, NULL, NULL },
  [SALON_CLIENT_ORDER_AGE] = { { "@year - c.birth_year - CASE WHEN c.birth_month * 100 + c.birth_mday > @mday THEN 1 ELSE 0 END" },
                               TRUE, FALSE },
  [SALON_CLIENT_ORDER_BIRTHDAY] = { { "c.birth_month * 100 + c.birth_mday" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_GENDER] = { { "c.gender" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_SOURCE] = { { NULL }, TRUE, TRUE, "c.source_id", "SELECT id, name FROM source" },
  [SALON_CLIENT_ORDER_PAID] = { { "s.paid" }, TRUE, FALSE, NULL, NULL },
  [SALON_CLIENT_ORDER_BALANCE] = OF_SUM (SUM, BALANCE),
  [SALON_CLIENT_ORDER_OWES] = OF_SUM (OWES, BALANCE),
  [SALON_CLIENT_ORDER_BONUS] = OF_SUM (SUM, BONUS),
  [SALON_CLIENT_ORDER_DISCOUNTED] = OF_SUM (SUM, DISCOUNTS),
  [SALON_CLIENT_ORDER_CERTIFICATE] = OF_SUM (SUM, CERTIFICATES),
  [SALON_CLIENT_ORDER_TICKET_ENDS] = { { NULL }, TRUE, FALSE, NULL, NULL, NUMBERS_TICKET_ENDS },
  [SALON_CLIENT_ORDER_PROMOTIONS] = { { NULL }, TRUE, TRUE, "s.client_id", SQL_PROMOTIONS },
  [SALON_CLIENT_ORDER_CATEGORIES] = { { NULL }, TRUE, TRUE, "s.client_id", SQL_NAMES ("client_category", "category") },
  [SALON_CLIENT_ORDER_TAGS] = { { NULL }, TRUE, TRUE, "s.client_id", SQL_NAMES ("client_tag", "tag") },
};

/* A client with her place: rows are in ascending order of @keys, read as unsigned numbers. */
typedef struct {
  guint64 keys[WORDS + 1]; /* the last is the id */
  gint64 id;
  char *text; /* of those that are longer than the prefix */
} Row;

typedef struct {
  const Order *order;
  gboolean descending;
  guint n_keys; /* without the id */
  GArray *rows;
  GStringChunk *texts;
  GHashTable *texts_by_id; /* gint64 → its text; NULL = the statement gives the text */
  GHashTable *numbers;     /* gint64 → gint64; NULL = the statement gives the numbers */
} Sorting;

/* ---- keys */

static guint64
missing_key (const Sorting *self)
{
  return self->order->missing_last || self->descending ? G_MAXUINT64 : 0;
}

static guint64
number_key (const Sorting *self, gint64 value)
{
  guint64 key = (guint64) value ^ (G_GUINT64_CONSTANT (1) << 63);

  return self->descending ? ~key : key;
}

static void
set_text_keys (Sorting *self, Row *row, const char *text)
{
  guint8 prefix[PREFIX] = { 0 };
  gsize length = strlen (text);

  memcpy (prefix, text, MIN (length, PREFIX));
  for (guint word = 0; word < 2; word++) {
    guint64 key = 0;

    for (guint i = 0; i < 8; i++)
      key = key << 8 | prefix[word * 8 + i];
    row->keys[word] = self->descending ? ~key : key;
  }
  if (length > PREFIX)
    row->text = g_string_chunk_insert_len (self->texts, text + PREFIX, (gssize) (length - PREFIX));
}

static const char *
text_of (const Sorting *self, SalonStmt *stmt)
{
  gint64 id = 0;

  if (salon_stmt_is_null (stmt, 1))
    return NULL;
  if (self->texts_by_id == NULL)
    return salon_stmt_get_text (stmt, 1);
  id = salon_stmt_get_int (stmt, 1);
  return g_hash_table_lookup (self->texts_by_id, &id);
}

/* Who has no sum has one of nothing. */
static guint64
gathered_key (const Sorting *self, gint64 client_id)
{
  const gint64 *number = g_hash_table_lookup (self->numbers, &client_id);

  if (self->order->numbers == NUMBERS_TICKET_ENDS)
    return number != NULL ? number_key (self, *number) : missing_key (self);
  if (self->order->numbers == NUMBERS_OWES)
    return number_key (self, number != NULL ? MAX (0, -*number) : 0);
  return number_key (self, number != NULL ? *number : 0);
}

static void
read_row (Sorting *self, SalonStmt *stmt, Row *row)
{
  const char *text = NULL;

  row->id = salon_stmt_get_int (stmt, 0);
  row->keys[self->n_keys] = number_key (self, row->id);
  for (guint i = 0; i < self->n_keys; i++)
    row->keys[i] = missing_key (self);
  if (self->numbers != NULL) {
    row->keys[0] = gathered_key (self, row->id);
    return;
  }
  if (self->order->is_text) {
    text = text_of (self, stmt);
    if (text != NULL)
      set_text_keys (self, row, text);
    return;
  }
  for (guint i = 0; i < self->n_keys; i++)
    if (!salon_stmt_is_null (stmt, (int) i + 1))
      row->keys[i] = number_key (self, salon_stmt_get_int (stmt, (int) i + 1));
}

/* ---- sorting */

/* One byte of one key of all rows; stable. */
static void
sort_by_byte (const Row *from, Row *to, guint n, guint key, guint shift)
{
  guint at[257] = { 0 };

  for (guint i = 0; i < n; i++)
    at[(from[i].keys[key] >> shift & 255) + 1]++;
  for (guint i = 1; i < 256; i++)
    at[i] += at[i - 1];
  for (guint i = 0; i < n; i++)
    to[at[from[i].keys[key] >> shift & 255]++] = from[i];
}

/* Bytes that are the same everywhere need no pass: of most keys two or three are left. */
static void
sort_by_keys (Sorting *self)
{
  guint n = self->rows->len;
  g_autofree Row *other = g_new (Row, MAX (n, 1));
  Row *rows = (Row *) (gpointer) self->rows->data;
  Row *now = rows;
  Row *next = other;

  for (guint key = self->n_keys + 1; key-- > 0;) {
    guint64 differs = 0;

    for (guint i = 1; i < n; i++)
      differs |= now[i].keys[key] ^ now[0].keys[key];
    for (guint shift = 0; shift < 64; shift += 8)
      if ((differs >> shift & 255) != 0) {
        Row *done = now;

        sort_by_byte (now, next, n, key, shift);
        now = next;
        next = done;
      }
  }
  if (now != rows && n > 0)
    memcpy (rows, now, n * sizeof *rows);
}

static int
compare_rest (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *self = data;
  const Row *one = a;
  const Row *other = b;
  int order = strcmp (one->text != NULL ? one->text : "", other->text != NULL ? other->text : "");

  if (order != 0)
    return self->descending ? -order : order;
  return (one->keys[self->n_keys] > other->keys[self->n_keys]) - (one->keys[self->n_keys] < other->keys[self->n_keys]);
}

static gboolean
same_prefix (const Row *a, const Row *b)
{
  return a->keys[0] == b->keys[0] && a->keys[1] == b->keys[1];
}

/* Texts that begin alike stand together by now; those longer than that are compared to their ends. */
static void
sort_rests (Sorting *self)
{
  Row *rows = (Row *) (gpointer) self->rows->data;
  guint end = 0;

  for (guint begin = 0; begin < self->rows->len; begin = end) {
    gboolean is_long = FALSE;

    for (end = begin; end < self->rows->len && same_prefix (&rows[begin], &rows[end]); end++)
      is_long = is_long || rows[end].text != NULL;
    if (is_long && end - begin > 1)
      g_qsort_with_data (rows + begin, (gint) (end - begin), sizeof *rows, compare_rest, self);
  }
}

static GArray *
ids_of (const GArray *rows)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, g_array_index (rows, Row, i).id);
  return ids;
}

static guint
n_words (const Order *order)
{
  guint n = 0;

  while (n < WORDS && order->words[n] != NULL)
    n++;
  return n;
}

/* The texts of another table by their ids; they lie in the chunk. */
static GHashTable *
read_texts (SalonTx *tx, const char *sql, GStringChunk *chunk, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = salon_stmt_get_int (stmt, 0);

    if (!g_hash_table_contains (texts, &id))
      g_hash_table_insert (texts, g_memdup2 (&id, sizeof id), g_string_chunk_insert (chunk, salon_stmt_get_text (stmt, 1)));
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&texts) : NULL;
}

static GHashTable *
read_numbers (SalonTx *tx, const Order *order, GError **error)
{
  SalonFilterScope scope = { .today = salon_clock_today (salon_tx_clock (tx)) };
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (SalonSqlText) sql = salon_sql_text_new ();
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;

  salon_filter_writer_expression (sql, &scope,
                                 order->numbers == NUMBERS_TICKET_ENDS ? SQL_TICKET_ENDS : salon_client_sum_of_all (order->sum));
  stmt = salon_sql_text_prepare (sql, tx, error);
  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = salon_stmt_get_int (stmt, 0);
    gint64 number = salon_stmt_get_int (stmt, 1);

    g_hash_table_insert (numbers, g_memdup2 (&id, sizeof id), g_memdup2 (&number, sizeof number));
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&numbers) : NULL;
}

/* What the order needs besides the statement. */
static gboolean
gather (Sorting *self, SalonTx *tx, gboolean with_texts, GError **error)
{
  if (with_texts)
    self->texts_by_id = read_texts (tx, self->order->texts, self->texts, error);
  else if (self->order->numbers != NUMBERS_NONE)
    self->numbers = read_numbers (tx, self->order, error);
  else
    return TRUE;
  return self->texts_by_id != NULL || self->numbers != NULL;
}

static guint
n_keys_of (const Order *order)
{
  return order->is_text ? 2 : order->numbers != NUMBERS_NONE ? 1 : n_words (order);
}

static gboolean
reads_texts (const Order *order, gboolean everybody)
{
  return order->texts != NULL && (everybody || order->words[0] == NULL);
}

static gboolean
read_rows (Sorting *self, SalonStmt *stmt, GError **error)
{
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure)) {
    g_array_set_size (self->rows, self->rows->len + 1);
    read_row (self, stmt, &g_array_index (self->rows, Row, self->rows->len - 1));
  }
  return salon_stmt_finish (failure, error);
}

/* ---- */

/**
 * salon_filter_order_add_words:
 * @everybody: the whole list is asked for
 *
 * Adds the columns of an order behind the id: ", s.sold".
 */
void
salon_filter_order_add_words (SalonSqlText *sql, const SalonFilterScope *scope, SalonClientOrder which, gboolean everybody)
{
  const Order *order = &orders[which];

  g_return_if_fail ((guint) which < G_N_ELEMENTS (orders));
  if (reads_texts (order, everybody)) {
    salon_sql_text_add (sql, ", ");
    salon_sql_text_add (sql, order->id);
    return;
  }
  for (guint i = 0; i < n_words (order); i++) {
    salon_sql_text_add (sql, ", ");
    salon_filter_writer_expression (sql, scope, order->words[i]);
  }
}

/**
 * salon_filter_order_read:
 * @stmt: gives ids and the columns of the order, in any order
 * @everybody: as the columns were added
 * @descending: the largest, newest, last first; the id is the last word of every order
 *
 * Returns: (transfer full) (element-type gint64): the ids in their order
 */
GArray *
salon_filter_order_read (SalonTx *tx, SalonStmt *stmt, SalonClientOrder order, gboolean everybody, gboolean descending,
                         GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  Sorting self = { &orders[order], descending, n_keys_of (&orders[order]), rows, NULL, NULL, NULL };
  GArray *ids = NULL;

  self.texts = g_string_chunk_new (4096);
  if (gather (&self, tx, reads_texts (self.order, everybody), error) && read_rows (&self, stmt, error)) {
    sort_by_keys (&self);
    if (self.order->is_text)
      sort_rests (&self);
    ids = ids_of (rows);
  }
  g_clear_pointer (&self.texts_by_id, g_hash_table_unref);
  g_clear_pointer (&self.numbers, g_hash_table_unref);
  g_string_chunk_free (self.texts);
  return ids;
}
