/* What the board says while a visit is dragged is what the booking says when it is dropped: random moves and new lengths
 * over random days, and visits to be, each asked of both; and what is said to who sees her own visits only is what is said
 * to who sees all.
 *
 * 4,000 wishes; 40,000 with SALON_TEST_FULL=1. */
#include "base/error.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/shift.h"
#include "model/rules/verbs.h"
#include "model/services/board.h"
#include "model/store/repo.h"
#include "small-salon.h"

typedef enum { FREE, WARNED, REFUSED, FORBIDDEN } Verdict;

#define N_SERVICES 6
#define ADDON      5 /* the last of them; it has no visit of its own */

/* What is wished is drawn from all of these; some are not in use any more. */
typedef struct {
  SmallSalon *s;
  GRand *rand;
  gint64 services[N_SERVICES];
  gint64 employees[3];
  gint64 rooms[4];
  gint64 clients[2];
  guint seen[4];
} World;

static SalonBoard *
load_days (SmallSalon *s, SalonDay first_day, int n_days)
{
  SalonBoardRequest request = { .first_day = first_day, .n_days = n_days };
  g_autoptr (GError) error = NULL;
  SalonBoard *board = salon_session_query_sync (s->salon->session, &salon_query_board, &request, &error);

  g_assert_no_error (error);
  return board;
}

static SalonBoard *
load (SmallSalon *s)
{
  return load_days (s, TODAY, 1);
}

static gint64
one_of (GRand *rand, const gint64 *ids, int n)
{
  return ids[g_rand_int_range (rand, 0, n)];
}

static gint64
some_minute (GRand *rand)
{
  return AT (8, 0) + 5 * g_rand_int_range (rand, 0, 13 * 12);
}

static void
add_second (World *w, SalonBookingRequest *request, gint64 room, gint64 start)
{
  gint64 service = one_of (w->rand, w->services + 3 * g_rand_int_range (w->rand, 0, 2), 3);

  salon_booking_request_add (request, service, one_of (w->rand, w->employees, 3),
                             g_rand_boolean (w->rand) ? room : one_of (w->rand, w->rooms, 4),
                             start + 15 * g_rand_int_range (w->rand, 0, 5), FALSE);
  g_array_index (request->lines, SalonBookingLine, request->lines->len - 1).addon_of = service == w->services[ADDON];
}

/* Mostly several lines, often beside each other in one room; some on the next day. */
static void
book_something (World *w)
{
  GRand *rand = w->rand;
  gint64 start = some_minute (rand) + (g_rand_int_range (rand, 0, 4) == 0 ? 1440 : 0);
  gint64 room = one_of (rand, w->rooms, 4);
  gint64 employee = one_of (rand, w->employees, 3);
  gint64 client = one_of (rand, w->clients, 2);
  g_autoptr (SalonBookingRequest) request = small_salon_request (w->s, client, one_of (rand, w->services, ADDON), employee, room, start);

  for (int more = g_rand_int_range (rand, 0, 4); more > 0; more -= 2)
    add_second (w, request, room, start);
  request->accept_warnings = TRUE;
  if (g_rand_int_range (rand, 0, 8) == 0)
    request->override_reason = g_strdup ("agreed");
  small_salon_try (w->s, request, NULL, NULL);
}

/* Some are over, and what they took is free again or not; most go, so that the day does not fill up. */
static void
change_something (World *w)
{
  const gint64 states[] = { SALON_VISIT_ARRIVED,   SALON_VISIT_DONE,      SALON_VISIT_NO_SHOW,   SALON_VISIT_CANCELLED,
                            SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED,
                            SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED, SALON_VISIT_CANCELLED };
  g_autoptr (SalonBoard) board = load (w->s);
  const SalonBoardVisit *visit = board->visits->pdata[g_rand_int_range (w->rand, 0, (gint32) board->visits->len)];

  small_salon_set_state (w->s, visit->visit_id, (SalonVisitState) one_of (w->rand, states, G_N_ELEMENTS (states)), "other plans", NULL, NULL);
}

/* Of the third day nothing is booked yet. */
static gint64
some_day (GRand *rand)
{
  return g_rand_int_range (rand, 0, 4) == 0 ? 1440 * g_rand_int_range (rand, 1, 3) : 0;
}

/* Seldom one that is over: there is only one answer then. */
static const SalonBoardVisit *
some_visit (GRand *rand, const SalonBoard *board)
{
  const SalonBoardVisit *visit = NULL;

  for (int i = 0; i < 4 && (visit == NULL || !salon_visit_state_is_open (visit->state)); i++)
    visit = board->visits->pdata[g_rand_int_range (rand, 0, (gint32) board->visits->len)];
  return visit;
}

static SalonBoardMove
some_move (World *w, const SalonBoard *board)
{
  GRand *rand = w->rand;
  const SalonBoardVisit *visit = some_visit (rand, board);
  const SalonBoardLine *line = visit->lines->pdata[g_rand_int_range (rand, 0, (gint32) visit->lines->len)];
  SalonBoardMove move = { .visit_id = visit->visit_id, .line_id = line->line_id, .start = line->start, .room_id = -1 };

  if (g_rand_int_range (rand, 0, 4) == 0) {
    move.minutes = MAX (5 * g_rand_int_range (rand, 0, 40), 1);
    return move;
  }
  if (g_rand_boolean (rand))
    move.start = some_minute (rand) + some_day (rand);
  if (g_rand_boolean (rand))
    move.employee_id = one_of (rand, w->employees, 3);
  if (g_rand_int_range (rand, 0, 3) == 0)
    move.room_id = one_of (rand, w->rooms, 4);
  return move;
}

static Verdict
verdict_of_board (const GArray *problems)
{
  if (salon_slot_problems_forbid (problems))
    return FORBIDDEN;
  if (salon_slot_problems_refuse (problems))
    return REFUSED;
  return problems->len > 0 ? WARNED : FREE;
}

static Verdict
try (SmallSalon *s, const SalonBoardMove *wish, GError **error)
{
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (wish->visit_id, wish->start);
  g_autoptr (SalonResizeRequest) resize = salon_resize_request_new (wish->line_id, wish->minutes);
  gboolean done = FALSE;

  move->line_id = wish->line_id;
  move->employee_id = wish->employee_id;
  move->room_id = wish->room_id;
  if (wish->minutes > 0)
    done = salon_fixture_submit (s->salon, &salon_command_resize, resize, NULL, error);
  else
    done = salon_fixture_submit (s->salon, &salon_command_move, move, NULL, error);
  if (done)
    return FREE;
  if (g_error_matches (*error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING))
    return WARNED;
  if (g_error_matches (*error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH))
    return REFUSED;
  g_assert_true (g_error_matches (*error, SALON_ERROR, SALON_ERROR_VALIDATION));
  return FORBIDDEN;
}

/* Each sentence of the same weight stands in the message of the booking; of warnings there is nothing else in it. */
static void
compare_sentences (const SalonBoard *board, const GArray *problems, Verdict verdict, const char *message)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize length = 0;

  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);
    g_autofree char *sentence = salon_board_problem_text (board, problem);

    if (salon_slot_problem_refuses (problem) != (verdict == REFUSED) || salon_slot_problem_forbids (problem))
      continue;
    if (strstr (message, sentence) == NULL)
      g_error ("“%s” is not in “%s”", sentence, message);
    if (g_hash_table_contains (told, sentence))
      continue;
    length += strlen (sentence) + 1;
    g_hash_table_add (told, g_strdup (sentence));
  }
  if (verdict == WARNED && length != strlen (message) + 1)
    g_error ("the board does not say all of “%s”", message);
}

static void
compare (World *w, const SalonBoard *board, const SalonBoardMove *wish, const GArray *problems, Verdict expected, const GError *error)
{
  Verdict said = verdict_of_board (problems);

  if (said != expected)
    g_error ("visit %d line %d to %d employee %d room %d service %d minutes %d: the board says %d, the booking %d: %s",
             (int) wish->visit_id, (int) wish->line_id, (int) (wish->start - AT (0, 0)), (int) wish->employee_id, (int) wish->room_id,
             (int) wish->service_id, wish->minutes, said, expected, error != NULL ? error->message : "");
  w->seen[said]++;
  if (error != NULL && said != FORBIDDEN)
    compare_sentences (board, problems, said, error->message);
}

/* On the board of its own day, or on that of another to which it is carried. */
static void
check_wish (World *w)
{
  g_autoptr (SalonBoard) board = load (w->s);
  g_autoptr (SalonBoard) next = NULL;
  g_autoptr (GArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const SalonBoard *target = board;
  SalonBoardMove wish;

  if (board->visits->len == 0)
    return;
  wish = some_move (w, board);
  if (wish.start >= AT (24, 0))
    target = next = load_days (w->s, (SalonDay) (wish.start / 1440), 1);
  problems = salon_board_check_from (target, board, &wish);
  compare (w, target, &wish, problems, try (w->s, &wish, &error), error);
}

/* A visit that is not there yet, in a column of an employee: nobody has named a room. */
static void
check_new (World *w)
{
  g_autoptr (SalonBoard) board = load (w->s);
  g_autoptr (SalonBookingRequest) request = NULL;
  g_autoptr (GArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  Verdict expected = FREE;
  SalonBoardMove wish = { .client_id = one_of (w->rand, w->clients, 2),
                          .service_id = one_of (w->rand, w->services, ADDON),
                          .employee_id = one_of (w->rand, w->employees, 2),
                          .room_id = -1,
                          .start = some_minute (w->rand) };

  problems = salon_board_check (board, &wish);
  request = small_salon_request (w->s, wish.client_id, wish.service_id, wish.employee_id, 0, wish.start);
  if (!small_salon_try (w->s, request, NULL, &error))
    expected = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING) ? WARNED : REFUSED;
  compare (w, board, &wish, problems, expected, error);
}

/* ---- who sees her own visits only */

static SalonBoard *
load_as_maria (World *w)
{
  SalonBoard *board = NULL;

  salon_fixture_act_as (w->s->salon, SALON_ROLE_MASTER, w->s->maria);
  board = load (w->s);
  salon_fixture_act_as (w->s->salon, SALON_ROLE_OWNER, 0);
  return board;
}

/* Of what is taken besides nothing is told but the time. */
static void
check_nothing_told (World *w, const SalonBoard *own, const SalonBoard *all)
{
  for (guint i = 0; i < own->visits->len; i++) {
    const SalonBoardVisit *visit = own->visits->pdata[i];
    gboolean hers = FALSE;

    for (guint k = 0; k < visit->lines->len; k++)
      hers = hers || ((const SalonBoardLine *) visit->lines->pdata[k])->employee_id == w->s->maria;
    g_assert_true (hers);
  }
  for (guint i = 0; i < own->taken->len; i++) {
    const SalonBoardTaken *taken = &g_array_index (own->taken, SalonBoardTaken, i);
    gboolean known = taken->client_id == 0;

    g_assert_cmpint (taken->busy.id, <, 0);
    for (guint k = 0; k < own->visits->len; k++)
      known = known || ((const SalonBoardVisit *) own->visits->pdata[k])->client_id == taken->client_id;
    g_assert_true (known);
  }
  g_assert_cmpuint (all->taken->len, ==, 0);
}

static void
check_sentences (const SalonBoard *own, const GArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);
    g_autofree char *sentence = salon_board_problem_text (own, problem);

    if (problem->other >= 0)
      continue;
    g_assert_null (strstr (sentence, "Irina"));
    g_assert_null (strstr (sentence, "Olga"));
    g_assert_null (strstr (sentence, "Jana K"));
  }
}

static void
check_own (World *w, guint *hidden)
{
  g_autoptr (SalonBoard) own = load_as_maria (w);
  g_autoptr (SalonBoard) all = load (w->s);

  check_nothing_told (w, own, all);
  for (int i = 0; i < 20 && own->visits->len > 0; i++) {
    SalonBoardMove wish = some_move (w, own);
    g_autoptr (GArray) of_own = NULL;
    g_autoptr (GArray) of_all = NULL;

    if (wish.employee_id != 0)
      wish.employee_id = w->s->maria;
    if (wish.start >= AT (24, 0))
      continue;
    of_own = salon_board_check (own, &wish);
    of_all = salon_board_check (all, &wish);
    if (verdict_of_board (of_own) != verdict_of_board (of_all))
      g_error ("visit %d to %d employee %d room %d: her board says %d, the whole one %d", (int) wish.visit_id,
               (int) (wish.start - AT (0, 0)), (int) wish.employee_id, (int) wish.room_id, verdict_of_board (of_own),
               verdict_of_board (of_all));
    check_sentences (own, of_own);
    for (guint k = 0; k < of_own->len; k++)
      *hidden += g_array_index (of_own, SalonSlotProblem, k).other < 0;
  }
}

static gboolean
update (SalonTx *tx, gpointer entity, gint64 *id, GError **error)
{
  return salon_repo_update (tx, entity, error);
}

/* A bath and a manicure at the same time: both in one room, of whichever kind. */
static void
allow_together (SmallSalon *s)
{
  g_autoptr (SalonService) bath = salon_fixture_get (s->salon, salon_service_get_type (), s->bath);

  bath->parallel = 1;
  salon_fixture_write (s->salon, update, bath);
}

/* An add-on that wants a room of its own kind, though it is done where the client sits. */
static gint64
add_addon (SmallSalon *s)
{
  SalonService *addon = salon_service_new ();
  gint64 id = 0;

  addon->name = g_strdup ("Mask");
  addon->room_kind_id = s->spa;
  addon->work1_min = 20;
  addon->price = 1000;
  addon->is_addon = 1;
  id = salon_fixture_insert (s->salon, addon);
  salon_fixture_add_skill (s->salon, s->maria, id);
  salon_fixture_add_skill (s->salon, s->jana, id);
  return id;
}

/* She works today only: tomorrow she has no column. */
static gint64
add_zane (SmallSalon *s)
{
  gint64 id = salon_fixture_add_employee (s->salon, "Zane");
  SalonShift *shift = salon_shift_new ();

  shift->employee_id = id;
  shift->day = TODAY;
  shift->from_min = 9 * 60;
  shift->to_min = 12 * 60;
  salon_fixture_insert (s->salon, shift);
  salon_fixture_add_skill (s->salon, id, s->manicure);
  salon_fixture_add_skill (s->salon, id, s->bath);
  return id;
}

static void
world_init (World *w, SmallSalon *s)
{
  gint64 zane = add_zane (s);

  *w = (World){ .s = s,
                .rand = g_rand_new_with_seed (99),
                .services = { s->tidy, s->polish, s->colour, s->manicure, s->bath, add_addon (s) },
                .employees = { s->maria, s->jana, zane },
                .rooms = { 0, s->room1, s->room2, s->hall },
                .clients = { s->irina, s->olga } };
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  allow_together (s);
}

/* She takes no bookings any more, and the room is not in use any more; what is booked there stays. */
static void
retire (World *w)
{
  g_autoptr (SalonEmployee) zane = salon_fixture_get (w->s->salon, salon_employee_get_type (), w->employees[2]);
  g_autoptr (SalonRoom) room = salon_fixture_get (w->s->salon, salon_room_get_type (), w->s->room2);

  zane->bookable = 0;
  room->archived = 1;
  salon_fixture_write (w->s->salon, update, zane);
  salon_fixture_write (w->s->salon, update, room);
}

static void
test_random (SmallSalon *s, gconstpointer data)
{
  int n = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 40000 : 4000;
  World w;
  guint hidden = 0;

  world_init (&w, s);
  small_salon_set_setting (s, "booking.buffers", "sum");
  for (int i = 0; i < n; i++) {
    if (i % 50 == 25)
      small_salon_set_setting (s, "booking.buffers", i % 100 == 25 ? "larger" : "sum");
    if (i < 30 || i % 5 == 0)
      book_something (&w);
    if (i > 60 && i % 8 == 0)
      change_something (&w);
    if (i == n * 9 / 10)
      retire (&w);
    if (i % 5 == 4)
      check_new (&w);
    else
      check_wish (&w);
    if (i % 20 == 10)
      check_own (&w, &hidden);
  }
  g_test_message ("free %u, warned %u, refused %u, forbidden %u; hidden %u", w.seen[FREE], w.seen[WARNED], w.seen[REFUSED],
                  w.seen[FORBIDDEN], hidden);
  for (int i = FREE; i <= FORBIDDEN; i++)
    g_assert_cmpuint (w.seen[i], >, 10);
  g_assert_cmpuint (hidden, >, 10);
  g_rand_free (w.rand);
}

/* A mask is put on by another where the client sits: the booking has nothing against it, nor has the board. */
static void
test_addon (SmallSalon *s, gconstpointer data)
{
  World w;
  g_autoptr (SalonBookingRequest) request = NULL;
  g_autoptr (SalonBoard) board = NULL;
  g_autoptr (GArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  SalonBoardMove wish = { .start = AT (14, 0), .room_id = -1 };
  SalonDone done = { 0 };

  world_init (&w, s);
  request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  salon_booking_request_add (request, w.services[ADDON], s->jana, s->room1, AT (10, 15), FALSE);
  g_array_index (request->lines, SalonBookingLine, 1).addon_of = 1;
  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  board = load (s);
  wish.visit_id = done.id;
  problems = salon_board_check (board, &wish);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (try (s, &wish, &error), ==, FREE);
  g_rand_free (w.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/board-agrees/addon", test_addon);
  ADD_TEST ("/board-agrees/random", test_random);
  return g_test_run ();
}
