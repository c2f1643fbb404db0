/* Random bookings, moves, cancellations and undos from two threads against a model that compares each
 * wish with everything that stands: identical answers, in the order in which the writer took them.
 *
 * 2,000 attempts; 10,000 with SALON_TEST_FULL=1. */
#include "base/error.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/services/undo.h"
#include "small-salon.h"

#define DAY       1440
#define N_THREADS 2
#define N_CLIENTS 12
#define MAX_LINES 2

typedef enum { BOOK, MOVE, CANCEL, REOPEN, UNDO_CANCEL, N_KINDS } Kind;

typedef enum { DONE, CLASHED } Outcome;

typedef struct {
  gint64 service;
  gint64 employee;
  gint64 room;
  gint64 start;
} Wish;

/* What was tried and what came of it. */
typedef struct {
  Kind kind;
  gint64 visit;     /* what it is about; of BOOK what it made */
  gint64 operation; /* of CANCEL: its own; of UNDO_CANCEL: the one undone */
  Wish wishes[MAX_LINES];
  guint n_wishes;
  gint64 client;
  gboolean override;
  gint64 new_start; /* MOVE */
  gint64 new_employee;
  guint order; /* when the writer took it; counts from 1 */
  Outcome outcome;
} Attempt;

typedef struct {
  SmallSalon *s;
  GRand *random;
  guint n;
  guint *order; /* the writing thread's alone */
  GArray *attempts;
  GArray *standing;  /* Attempt: own bookings that stand, for moves and cancellations */
  GArray *cancelled; /* Attempt: own bookings that were cancelled */
  const gint64 *clients;
  gint64 third, fourth; /* more masters */
} Worker;

/* ---- trying */

typedef struct {
  Worker *worker;
  Attempt *attempt;
} Try;

static gboolean
run_book (SalonTx *tx, const Try *self, gint64 *id, GError **error)
{
  Attempt *a = self->attempt;
  g_autoptr (SalonBookingRequest) request = salon_booking_request_new (a->client, SALON_VISIT_SOURCE_ONLINE);

  for (guint i = 0; i < a->n_wishes; i++)
    salon_booking_request_add (request, a->wishes[i].service, a->wishes[i].employee, a->wishes[i].room, a->wishes[i].start, FALSE);
  request->accept_warnings = TRUE;
  request->override_reason = a->override ? g_strdup ("agreed") : NULL;
  return salon_booking_book (tx, request, id, error);
}

static gboolean
run_move (SalonTx *tx, const Try *self, gint64 *id, GError **error)
{
  g_autoptr (SalonMoveRequest) request = salon_move_request_new (self->attempt->visit, self->attempt->new_start);

  request->employee_id = self->attempt->new_employee;
  request->accept_warnings = TRUE;
  return salon_booking_move (tx, request, id, error);
}

static gboolean
run_state (SalonTx *tx, const Try *self, SalonVisitState state, gint64 *id, GError **error)
{
  g_autoptr (SalonStateRequest) request = salon_state_request_new (self->attempt->visit, state, NULL);

  return salon_booking_set_state (tx, request, id, error);
}

static gboolean
run_attempt (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  const Try *self = data;
  SalonIdRequest undo = { self->attempt->operation };

  self->attempt->order = ++*self->worker->order;
  switch (self->attempt->kind) {
  case BOOK:
    return run_book (tx, self, id, error);
  case MOVE:
    return run_move (tx, self, id, error);
  case CANCEL:
    return run_state (tx, self, SALON_VISIT_CANCELLED, id, error);
  case REOPEN:
    return run_state (tx, self, SALON_VISIT_BOOKED, id, error);
  case UNDO_CANCEL:
  case N_KINDS:
  default:
    return salon_undo (tx, &undo, id, error);
  }
}

static const SalonCommand attempt_command = { "test.attempt", "Tried", run_attempt, NULL };

static void
attempt (Worker *w, Attempt *a)
{
  Try self = { w, a };
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;

  if (salon_session_submit_sync (w->s->salon->session, &attempt_command, &self, NULL, &done, &error)) {
    a->outcome = DONE;
    a->visit = a->kind == BOOK ? done.id : a->visit;
    a->operation = done.operation;
  } else {
    a->outcome = CLASHED;
    if (a->kind == UNDO_CANCEL)
      g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
    else
      g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  }
  g_array_append_val (w->attempts, *a);
}

/* ---- what to try */

static int
pick (Worker *w, int least, int most)
{
  return g_rand_int_range (w->random, least, most + 1);
}

static gint64
pick_of (Worker *w, const gint64 *ids, int n)
{
  return ids[pick (w, 0, n - 1)];
}

static Wish
random_wish (Worker *w)
{
  const SmallSalon *s = w->s;
  gint64 services[] = { s->manicure, s->polish, s->colour, s->tidy, s->bath };
  gint64 employees[] = { s->maria, s->jana, w->third, w->fourth };
  gint64 rooms[] = { s->room1, s->room2, s->hall, s->hall };
  gint64 start = (gint64) (TODAY + pick (w, 1, 12)) * DAY + pick (w, 9 * 12, 19 * 12) * 5;

  return (Wish){ pick_of (w, services, 5), pick_of (w, employees, 4), pick_of (w, rooms, 4), start };
}

static void
try_book (Worker *w)
{
  Attempt a = { .kind = BOOK, .n_wishes = pick (w, 0, 3) == 0 ? 2 : 1, .override = pick (w, 0, 19) == 0 };

  a.client = pick_of (w, w->clients, N_CLIENTS);
  for (guint i = 0; i < a.n_wishes; i++) {
    a.wishes[i] = random_wish (w);
    if (i > 0)
      a.wishes[i].start = a.wishes[0].start + pick (w, 0, 20) * 5;
  }
  attempt (w, &a);
  if (a.outcome == DONE)
    g_array_append_val (w->standing, a);
}

static Attempt
take (Worker *w, GArray *from)
{
  guint i = (guint) pick (w, 0, (int) from->len - 1);
  Attempt a = g_array_index (from, Attempt, i);

  g_array_remove_index_fast (from, i);
  return a;
}

static void
try_move (Worker *w)
{
  Attempt booked = take (w, w->standing);
  Attempt a = { .kind = MOVE, .visit = booked.visit, .new_start = random_wish (w).start };

  if (pick (w, 0, 1) == 0)
    a.new_employee = random_wish (w).employee;
  attempt (w, &a);
  g_array_append_val (w->standing, booked);
}

static void
try_cancel (Worker *w)
{
  Attempt booked = take (w, w->standing);
  Attempt a = { .kind = CANCEL, .visit = booked.visit };

  attempt (w, &a);
  g_assert_cmpint (a.outcome, ==, DONE);
  booked.operation = a.operation;
  g_array_append_val (w->cancelled, booked);
}

/* By reopening or by undo. */
static void
try_come_back (Worker *w)
{
  Attempt booked = take (w, w->cancelled);
  Attempt a = { .kind = pick (w, 0, 1) == 0 ? REOPEN : UNDO_CANCEL, .visit = booked.visit, .operation = booked.operation };

  attempt (w, &a);
  g_array_append_val (a.outcome == DONE ? w->standing : w->cancelled, booked);
}

static gpointer
work (gpointer data)
{
  Worker *w = data;

  for (guint i = 0; i < w->n; i++) {
    int what = pick (w, 0, 99);

    if (what < 20 && w->standing->len > 0)
      try_move (w);
    else if (what < 35 && w->standing->len > 0)
      try_cancel (w);
    else if (what < 45 && w->cancelled->len > 0)
      try_come_back (w);
    else
      try_book (w);
  }
  return NULL;
}

/* ---- the model */

typedef struct {
  gint64 visit;
  gboolean stands;
  gboolean override;
  Wish wishes[MAX_LINES];
  guint n;
} Booked;

typedef struct {
  GPtrArray *services;
  GPtrArray *rooms;
  GArray *booked; /* Booked */
  guint n_clashes;
  guint n_done;
} Model;

typedef struct {
  gint64 from, to, before, after;
} Part;

static gpointer
by_id (GPtrArray *entities, gint64 id)
{
  for (guint i = 0; i < entities->len; i++)
    if (salon_entity_get_id (entities->pdata[i]) == id)
      return entities->pdata[i];
  g_assert_not_reached ();
}

static gint64
distance_between (const Part *a, const Part *b, gint64 *needed)
{
  gboolean a_first = a->from < b->from;

  *needed = a_first ? MAX (a->after, b->before) : MAX (b->after, a->before);
  return a_first ? b->from - a->to : a->from - b->to;
}

static gboolean
parts_clash (const Part *a, const Part *b)
{
  gint64 needed = 0;
  gint64 free = distance_between (a, b, &needed);

  return free < needed;
}

static guint
employee_parts (const Model *m, const Wish *wish, Part parts[2])
{
  const SalonService *service = by_id (m->services, wish->service);
  gint64 second = wish->start + service->work1_min + service->gap_min;
  gboolean two = service->work2_min > 0;

  parts[0] = (Part){ wish->start, wish->start + service->work1_min, service->buffer_before_min,
                     two ? 0 : service->buffer_after_min };
  parts[1] = (Part){ second, second + service->work2_min, 0, service->buffer_after_min };
  return two ? 2 : 1;
}

static Part
room_part (const Model *m, const Wish *wish)
{
  const SalonService *service = by_id (m->services, wish->service);
  const SalonRoom *room = by_id (m->rooms, wish->room);

  return (Part){ wish->start, wish->start + service->work1_min + service->gap_min + service->work2_min,
                 service->buffer_before_min, service->buffer_after_min + room->cleanup_min };
}

static gboolean
employees_clash (const Model *m, const Wish *a, const Wish *b)
{
  Part one[2];
  Part other[2];
  guint n_one = employee_parts (m, a, one);
  guint n_other = employee_parts (m, b, other);

  for (guint i = 0; i < n_one && a->employee == b->employee; i++)
    for (guint k = 0; k < n_other; k++)
      if (parts_clash (&one[i], &other[k]))
        return TRUE;
  return FALSE;
}

/* Minute by minute: how many others are in a room for several. */
static gboolean
is_full (const Model *m, const Wish *wish, gint64 visit)
{
  const SalonRoom *room = by_id (m->rooms, wish->room);
  Part mine = room_part (m, wish);

  for (gint64 minute = mine.from - mine.before; minute < mine.to + mine.after; minute++) {
    gint64 there = 0;

    for (guint i = 0; i < m->booked->len; i++) {
      const Booked *other = &g_array_index (m->booked, Booked, i);
      gboolean inside = FALSE;

      for (guint k = 0; k < other->n && other->stands && other->visit != visit; k++) {
        Part part = { 0 };

        if (other->wishes[k].room != wish->room || ABS (other->wishes[k].start - wish->start) > DAY)
          continue;
        part = room_part (m, &other->wishes[k]);
        inside = inside || (part.from - part.before <= minute && minute < part.to + part.after);
      }
      there += inside;
    }
    if (there >= room->capacity)
      return TRUE;
  }
  return FALSE;
}

static gboolean
wish_clashes (const Model *m, const Wish *wish, gint64 visit)
{
  const SalonRoom *room = by_id (m->rooms, wish->room);

  for (guint i = 0; i < m->booked->len; i++) {
    const Booked *other = &g_array_index (m->booked, Booked, i);

    for (guint k = 0; k < other->n && other->stands && other->visit != visit; k++) {
      Part one = { 0 };
      Part two = { 0 };

      if (ABS (other->wishes[k].start - wish->start) > DAY)
        continue;
      if (employees_clash (m, wish, &other->wishes[k]))
        return TRUE;
      if (room->capacity > 1 || other->wishes[k].room != wish->room)
        continue;
      one = room_part (m, wish);
      two = room_part (m, &other->wishes[k]);
      if (parts_clash (&one, &two))
        return TRUE;
    }
  }
  return room->capacity > 1 && is_full (m, wish, visit);
}

static gboolean
clashes (const Model *m, const Wish *wishes, guint n, gint64 visit)
{
  for (guint i = 0; i < n; i++) {
    if (wish_clashes (m, &wishes[i], visit))
      return TRUE;
    for (guint k = i + 1; k < n; k++)
      if (employees_clash (m, &wishes[i], &wishes[k]))
        return TRUE;
  }
  return FALSE;
}

static Booked *
find (const Model *m, gint64 visit)
{
  for (guint i = 0; i < m->booked->len; i++)
    if (g_array_index (m->booked, Booked, i).visit == visit)
      return &g_array_index (m->booked, Booked, i);
  g_assert_not_reached ();
}

static Outcome
model_book (Model *m, const Attempt *a)
{
  Booked booked = { a->visit, TRUE, FALSE, { { 0 } }, a->n_wishes };
  gboolean clash = clashes (m, a->wishes, a->n_wishes, -1);

  if (clash && !a->override)
    return CLASHED;
  booked.override = clash;
  memcpy (booked.wishes, a->wishes, sizeof booked.wishes);
  g_array_append_val (m->booked, booked);
  return DONE;
}

static Outcome
model_move (Model *m, const Attempt *a)
{
  Booked *booked = find (m, a->visit);
  Booked moved = *booked;
  gint64 first = booked->wishes[0].start;

  for (guint i = 1; i < booked->n; i++)
    first = MIN (first, booked->wishes[i].start);
  for (guint i = 0; i < moved.n; i++) {
    moved.wishes[i].start += a->new_start - first;
    if (a->new_employee != 0)
      moved.wishes[i].employee = a->new_employee;
  }
  if (memcmp (&moved, booked, sizeof moved) == 0)
    return DONE;
  if (clashes (m, moved.wishes, moved.n, moved.visit))
    return CLASHED;
  moved.override = FALSE;
  *booked = moved;
  return DONE;
}

/* An undo brings back the reason, too; reopening asks for a new one. */
static Outcome
model_come_back (Model *m, const Attempt *a)
{
  Booked *booked = find (m, a->visit);
  gboolean clash = clashes (m, booked->wishes, booked->n, booked->visit);

  if (clash && !(a->kind == UNDO_CANCEL && booked->override))
    return CLASHED;
  booked->stands = TRUE;
  booked->override = a->kind == UNDO_CANCEL && booked->override;
  return DONE;
}

static Outcome
model_try (Model *m, const Attempt *a)
{
  switch (a->kind) {
  case BOOK:
    return model_book (m, a);
  case MOVE:
    return model_move (m, a);
  case CANCEL:
    find (m, a->visit)->stands = FALSE;
    return DONE;
  case REOPEN:
  case UNDO_CANCEL:
  case N_KINDS:
  default:
    return model_come_back (m, a);
  }
}

/* ---- the comparison */

static int
compare_order (gconstpointer a, gconstpointer b)
{
  return (int) ((const Attempt *) a)->order - (int) ((const Attempt *) b)->order;
}

static void
replay (Model *m, GArray *attempts)
{
  g_array_sort (attempts, compare_order);
  for (guint i = 0; i < attempts->len; i++) {
    const Attempt *a = &g_array_index (attempts, Attempt, i);
    Outcome expected = model_try (m, a);

    if (expected != a->outcome)
      g_error ("attempt %u of kind %d was %s, should be %s", a->order, (int) a->kind, a->outcome == DONE ? "done" : "refused",
               expected == DONE ? "done" : "refused");
    m->n_done += a->outcome == DONE;
    m->n_clashes += a->outcome == CLASHED;
  }
}

/* What stands in the salon at the end is what stands in the model. */
static void
compare_end (const Model *m, SalonFixture *salon)
{
  g_autoptr (GPtrArray) visits = salon_fixture_find (salon, salon_visit_get_type (), NULL, 0);

  g_assert_cmpuint (visits->len, ==, m->booked->len);
  for (guint i = 0; i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];
    const Booked *booked = find (m, salon_entity_get_id (visit));

    g_assert_cmpint (visit->state == SALON_VISIT_BOOKED, ==, booked->stands);
    g_assert_cmpint (visit->override_reason != NULL, ==, booked->override);
  }
}

static void
test_two_threads (SmallSalon *s, gconstpointer data)
{
  guint n = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 10000 : 2000;
  gint64 clients[N_CLIENTS];
  Worker workers[N_THREADS] = { 0 };
  GThread *threads[N_THREADS];
  guint order = 0;
  g_autoptr (GArray) attempts = g_array_new (FALSE, FALSE, sizeof (Attempt));
  gint64 third = small_salon_add_employee (s, "Third", 9 * 60, 18 * 60);
  gint64 fourth = small_salon_add_employee (s, "Fourth", 9 * 60, 18 * 60);
  Model m = { 0 };

  for (int i = 0; i < N_CLIENTS; i++)
    clients[i] = salon_fixture_add_client (s->salon, "Client", NULL);
  for (int i = 0; i < N_THREADS; i++) {
    workers[i] = (Worker){ s, g_rand_new_with_seed ((guint32) (77 + i)), n / N_THREADS, &order, NULL, NULL, NULL, clients, third, fourth };
    workers[i].attempts = g_array_new (FALSE, FALSE, sizeof (Attempt));
    workers[i].standing = g_array_new (FALSE, FALSE, sizeof (Attempt));
    workers[i].cancelled = g_array_new (FALSE, FALSE, sizeof (Attempt));
    threads[i] = g_thread_new ("desk", work, &workers[i]);
  }
  for (int i = 0; i < N_THREADS; i++) {
    g_thread_join (threads[i]);
    g_array_append_vals (attempts, workers[i].attempts->data, workers[i].attempts->len);
    g_array_unref (workers[i].attempts);
    g_array_unref (workers[i].standing);
    g_array_unref (workers[i].cancelled);
    g_rand_free (workers[i].random);
  }
  g_assert_cmpuint (attempts->len, ==, n);
  m.services = salon_fixture_find (s->salon, salon_service_get_type (), NULL, 0);
  m.rooms = salon_fixture_find (s->salon, salon_room_get_type (), NULL, 0);
  m.booked = g_array_new (FALSE, FALSE, sizeof (Booked));
  replay (&m, attempts);
  compare_end (&m, s->salon);
  g_test_message ("%u done, %u refused", m.n_done, m.n_clashes);
  g_assert_cmpuint (m.n_done, >, n / 10);
  g_assert_cmpuint (m.n_clashes, >, n / 10);
  g_ptr_array_unref (m.services);
  g_ptr_array_unref (m.rooms);
  g_array_unref (m.booked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/booking-random/two-threads", test_two_threads);
  return g_test_run ();
}
