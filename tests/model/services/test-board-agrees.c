/* What the board says while a visit is dragged is what the booking says when it is dropped: random moves and new lengths
 * over random days, each asked of both.
 *
 * 1,000 wishes; 10,000 with SALON_TEST_FULL=1. */
#include "base/error.h"
#include "model/entities/service.h"
#include "model/services/board.h"
#include "model/store/repo.h"
#include "small-salon.h"

typedef enum { FREE, WARNED, REFUSED, FORBIDDEN } Verdict;

static SalonBoard *
load (SmallSalon *s)
{
  SalonBoardRequest request = { .first_day = TODAY, .n_days = 1 };
  g_autoptr (GError) error = NULL;
  SalonBoard *board = salon_session_query_sync (s->salon->session, &salon_query_board, &request, &error);

  g_assert_no_error (error);
  return board;
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
book_something (SmallSalon *s, GRand *rand)
{
  const gint64 employees[] = { s->maria, s->jana };
  const gint64 services[] = { s->manicure, s->polish, s->colour, s->tidy, s->bath };
  const gint64 rooms[] = { 0, s->room1, s->room2, s->hall };
  const gint64 clients[] = { s->irina, s->olga };
  gint64 start = some_minute (rand);
  g_autoptr (SalonBookingRequest) request =
      small_salon_request (s, one_of (rand, clients, 2), one_of (rand, services, 5), one_of (rand, employees, 2), one_of (rand, rooms, 4), start);

  if (g_rand_boolean (rand))
    salon_booking_request_add (request, one_of (rand, services, 5), one_of (rand, employees, 2), one_of (rand, rooms, 4),
                               start + 15 * g_rand_int_range (rand, 0, 8), FALSE);
  request->accept_warnings = TRUE;
  if (g_rand_int_range (rand, 0, 8) == 0)
    request->override_reason = g_strdup ("agreed");
  small_salon_try (s, request, NULL, NULL);
}

/* Some are over, and what they took is free again or not. */
static void
change_something (SmallSalon *s, GRand *rand)
{
  const gint64 states[] = { SALON_VISIT_ARRIVED, SALON_VISIT_DONE, SALON_VISIT_NO_SHOW };
  g_autoptr (SalonBoard) board = load (s);
  const SalonBoardVisit *visit = board->visits->pdata[g_rand_int_range (rand, 0, (gint32) board->visits->len)];

  small_salon_set_state (s, visit->visit_id, (SalonVisitState) one_of (rand, states, 3), NULL, NULL, NULL);
}

static SalonBoardMove
some_move (SmallSalon *s, const SalonBoard *board, GRand *rand)
{
  const SalonBoardVisit *visit = board->visits->pdata[g_rand_int_range (rand, 0, (gint32) board->visits->len)];
  const SalonBoardLine *line = visit->lines->pdata[g_rand_int_range (rand, 0, (gint32) visit->lines->len)];
  SalonBoardMove move = { .visit_id = visit->visit_id, .line_id = line->line_id, .start = line->start, .room_id = -1 };

  if (g_rand_int_range (rand, 0, 4) == 0) {
    move.minutes = MAX (5 * g_rand_int_range (rand, 0, 40), 1);
    return move;
  }
  if (g_rand_boolean (rand))
    move.start = some_minute (rand);
  if (g_rand_boolean (rand))
    move.employee_id = one_of (rand, (gint64[]){ s->maria, s->jana }, 2);
  if (g_rand_int_range (rand, 0, 3) == 0)
    move.room_id = one_of (rand, (gint64[]){ 0, s->room1, s->room2, s->hall }, 4);
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
check_wish (SmallSalon *s, GRand *rand, guint seen[4])
{
  g_autoptr (SalonBoard) board = load (s);
  g_autoptr (GArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  SalonBoardMove wish;
  Verdict expected;
  Verdict said;

  if (board->visits->len == 0)
    return;
  wish = some_move (s, board, rand);
  problems = salon_board_check (board, &wish);
  said = verdict_of_board (problems);
  expected = try (s, &wish, &error);
  if (said != expected)
    g_error ("visit %d line %d to %d employee %d room %d minutes %d: the board says %d, the booking %d: %s", (int) wish.visit_id,
             (int) wish.line_id, (int) (wish.start - AT (0, 0)), (int) wish.employee_id, (int) wish.room_id, wish.minutes, said,
             expected, error != NULL ? error->message : "");
  seen[said]++;
  if (error != NULL && said != FORBIDDEN)
    compare_sentences (board, problems, said, error->message);
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

static void
test_random (SmallSalon *s, gconstpointer data)
{
  int n = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 10000 : 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  guint seen[4] = { 0 };

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  allow_together (s);
  small_salon_set_setting (s, "booking.buffers", "sum");
  for (int i = 0; i < n; i++) {
    if (i % 50 == 25)
      small_salon_set_setting (s, "booking.buffers", "larger");
    if (i < 60 || i % 20 == 0)
      book_something (s, rand);
    if (i > 60 && i % 30 == 0)
      change_something (s, rand);
    check_wish (s, rand, seen);
  }
  g_test_message ("free %u, warned %u, refused %u, forbidden %u", seen[FREE], seen[WARNED], seen[REFUSED], seen[FORBIDDEN]);
  for (int i = FREE; i <= FORBIDDEN; i++)
    g_assert_cmpuint (seen[i], >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/board-agrees/random", test_random);
  return g_test_run ();
}
