/* The triggers alone refuse what clashes, whoever inserts: random time against the pure rule and, for
 * rooms with several places, against counting minute by minute. */
#include <glib/gstdio.h>

#include "base/error.h"
#include "model/entities/room.h"
#include "model/rules/overlap.h"
#include "model/store/repo.h"
#include "model/store/settings-store.h"
#include "model/store/visit-store.h"

#define N_INSERTS 2000
#define DAY       1440

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonDb *db;
  SalonTx *tx;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonTxOptions options = { SALON_TX_WRITE };

  f->folder = g_dir_make_tmp ("salon-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "salon.db", NULL);
  f->clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  salon_db_create (f->path, &error);
  g_assert_no_error (error);
  f->db = salon_db_open (f->path, SALON_DB_WRITER, &error);
  g_assert_no_error (error);
  options.clock = f->clock;
  options.uuid = "aaaaaaaa-0001";
  options.name = "test";
  f->tx = salon_tx_begin (f->db, &options, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  salon_tx_rollback (f->tx);
  salon_db_close (f->db, &error);
  g_assert_no_error (error);
  g_object_unref (f->clock);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static gint64
add_room (Fixture *f, gint64 capacity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRoom) room = salon_room_new ();

  room->name = g_strdup ("Room");
  room->capacity = capacity;
  salon_repo_insert (f->tx, room, &error);
  g_assert_no_error (error);
  return salon_entity_get_id (room);
}

/* TRUE when it was taken, FALSE when the trigger refused. */
static gboolean
insert (Fixture *f, const SalonOccupancy *row)
{
  g_autoptr (GError) error = NULL;

  if (salon_visit_store_add_occupancy (f->tx, row, &error))
    return TRUE;
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  return FALSE;
}

/* ---- what should be */

static SalonBusy
busy_of (const SalonOccupancy *row)
{
  return (SalonBusy){ row->from_min, row->to_min, (int) row->before_min, (int) row->after_min, row->visit_id };
}

static gboolean
pairwise_clash (const GArray *taken, const SalonOccupancy *wanted, SalonBufferRule rule)
{
  SalonBusy new = busy_of (wanted);

  for (guint i = 0; i < taken->len; i++) {
    const SalonOccupancy *row = &g_array_index (taken, SalonOccupancy, i);
    SalonBusy old = busy_of (row);
    gboolean own = wanted->kind == SALON_RESOURCE_EMPLOYEE ? row->line_id == wanted->line_id
                                                           : row->visit_id == wanted->visit_id;

    if (!own && salon_overlap_clash (&old, &new, rule))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_overfull (const GArray *taken, const SalonOccupancy *wanted, guint capacity)
{
  for (gint64 minute = wanted->from_min - wanted->before_min; minute < wanted->to_min + wanted->after_min; minute++) {
    g_autoptr (GHashTable) visits = g_hash_table_new (g_int64_hash, g_int64_equal);

    for (guint i = 0; i < taken->len; i++) {
      SalonOccupancy *row = &g_array_index (taken, SalonOccupancy, i);

      if (row->visit_id != wanted->visit_id && row->from_min - row->before_min <= minute
          && minute < row->to_min + row->after_min)
        g_hash_table_add (visits, &row->visit_id);
    }
    if (g_hash_table_size (visits) >= capacity)
      return TRUE;
  }
  return FALSE;
}

/* When every visit has one line, the rule that the services ask says the same as counting. */
static void
assert_rule_agrees (const GArray *taken, const SalonOccupancy *wanted, int capacity, gboolean overfull)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (SalonBusy));
  SalonBusy new = busy_of (wanted);

  for (guint i = 0; i < taken->len; i++) {
    SalonBusy old = busy_of (&g_array_index (taken, SalonOccupancy, i));

    g_array_append_val (busy, old);
  }
  g_assert_cmpint (salon_overlap_find_room ((const SalonBusy *) (gpointer) busy->data, busy->len, capacity, &new,
                                            SALON_BUFFERS_LARGER)
                       >= 0,
                   ==, overfull);
}

/* ---- random time */

static SalonOccupancy
random_row (GRand *random, SalonResourceKind kind, gint64 resource, gint64 line, gboolean several_lines, int span)
{
  gboolean extreme = g_rand_int_range (random, 0, 20) == 0;
  gint64 from = 20255 * DAY + g_rand_int_range (random, 0, span);
  int length = extreme ? g_rand_int_range (random, 600, 1441) : g_rand_int_range (random, 5, 120);

  return (SalonOccupancy){
    .kind = kind,
    .resource_id = resource,
    .from_min = from,
    .to_min = from + length,
    .before_min = extreme ? g_rand_int_range (random, 0, 361) : g_rand_int_range (random, 0, 3) * 5,
    .after_min = extreme ? g_rand_int_range (random, 0, 361) : g_rand_int_range (random, 0, 4) * 5,
    .visit_id = several_lines ? line / 3 + 1 : line,
    .line_id = line,
    .override = g_rand_int_range (random, 0, 40) == 0,
  };
}

typedef struct {
  gint64 capacity; /* 0 = an employee */
  SalonBufferRule rule;
  gboolean several_lines;
  guint seed;
} Case;

static void
test_random (Fixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (c->seed);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SalonOccupancy));
  SalonResourceKind kind = c->capacity == 0 ? SALON_RESOURCE_EMPLOYEE : SALON_RESOURCE_ROOM;
  gint64 resource = c->capacity == 0 ? 7 : add_room (f, c->capacity);
  int span = (int) MAX (c->capacity, 1) * 10 * DAY;
  guint refused = 0;

  if (c->rule == SALON_BUFFERS_SUM)
    g_assert_true (salon_settings_store_put (f->tx, "booking.buffers", "sum", NULL));
  for (int i = 1; i <= N_INSERTS; i++) {
    SalonOccupancy row = random_row (random, kind, resource, i, c->several_lines, span);
    gboolean clash = c->capacity > 1 ? is_overfull (taken, &row, (guint) c->capacity)
                                     : pairwise_clash (taken, &row, c->rule);

    if (c->capacity > 1 && !c->several_lines)
      assert_rule_agrees (taken, &row, (int) c->capacity, clash);
    g_assert_cmpint (insert (f, &row), ==, row.override || !clash);
    if (row.override || !clash)
      g_array_append_val (taken, row);
    else
      refused++;
  }
  g_assert_cmpuint (refused, >, 100);
  g_assert_cmpuint (taken->len, >, 100);
}

/* The furthest that two rows can be from each other and still clash. */
static void
test_far_neighbours (Fixture *f, gconstpointer data)
{
  gint64 room = add_room (f, 1);
  gint64 from = 20255 * DAY;
  SalonOccupancy row = { SALON_RESOURCE_ROOM, room, from, from + 1440, 360, 360, 1, 1, FALSE };

  g_assert_true (salon_settings_store_put (f->tx, "booking.buffers", "sum", NULL));
  g_assert_true (insert (f, &row));
  row = (SalonOccupancy){ SALON_RESOURCE_ROOM, room, from + 1440 + 719, from + 1440 + 729, 360, 0, 2, 2, FALSE };
  g_assert_false (insert (f, &row));
  row = (SalonOccupancy){ SALON_RESOURCE_ROOM, room, from - 729, from - 719, 0, 360, 2, 2, FALSE };
  g_assert_false (insert (f, &row));
  row = (SalonOccupancy){ SALON_RESOURCE_ROOM, room, from - 730, from - 720, 0, 360, 2, 2, FALSE };
  g_assert_true (insert (f, &row));
}

/* Hair and nails at once: two masters, one client, one chair. */
static void
test_lines_of_one_visit (Fixture *f, gconstpointer data)
{
  gint64 room = add_room (f, 1);
  gint64 from = 20255 * DAY + 600;
  SalonOccupancy first = { SALON_RESOURCE_ROOM, room, from, from + 60, 0, 0, 1, 1, FALSE };
  SalonOccupancy second = { SALON_RESOURCE_ROOM, room, from, from + 90, 0, 0, 1, 2, FALSE };
  SalonOccupancy other = { SALON_RESOURCE_ROOM, room, from + 60, from + 90, 0, 0, 2, 3, FALSE };
  SalonOccupancy one = { SALON_RESOURCE_EMPLOYEE, 5, from, from + 60, 0, 0, 1, 1, FALSE };
  SalonOccupancy same = { SALON_RESOURCE_EMPLOYEE, 5, from + 30, from + 90, 0, 0, 1, 2, FALSE };

  g_assert_true (insert (f, &first));
  g_assert_true (insert (f, &second));
  g_assert_false (insert (f, &other));
  g_assert_true (insert (f, &one));
  g_assert_false (insert (f, &same));
}

int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { 0, SALON_BUFFERS_LARGER, FALSE, 1 }, { 0, SALON_BUFFERS_SUM, TRUE, 2 }, { 1, SALON_BUFFERS_LARGER, TRUE, 3 },
    { 1, SALON_BUFFERS_SUM, FALSE, 4 },    { 3, SALON_BUFFERS_LARGER, FALSE, 5 }, { 3, SALON_BUFFERS_SUM, TRUE, 6 },
    { 2, SALON_BUFFERS_LARGER, TRUE, 7 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/occupancy/random/%" G_GINT64_FORMAT "-%s-%s", cases[i].capacity,
                                             cases[i].rule == SALON_BUFFERS_SUM ? "sum" : "larger",
                                             cases[i].several_lines ? "lines" : "visits");

    g_test_add (path, Fixture, &cases[i], set_up, test_random, tear_down);
  }
  g_test_add ("/occupancy/far-neighbours", Fixture, NULL, set_up, test_far_neighbours, tear_down);
  g_test_add ("/occupancy/lines-of-one-visit", Fixture, NULL, set_up, test_lines_of_one_visit, tear_down);
  return g_test_run ();
}
