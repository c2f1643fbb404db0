/* Longer and shorter: what follows moves along, what is refused stays, and Undo brings it back. */
#include "base/error.h"
#include "small-salon.h"

static gboolean
resize (SmallSalon *s, const SalonResizeRequest *request, SalonDone *done, GError **error)
{
  return salon_fixture_submit (s->salon, &salon_command_resize, request, done, error);
}

/* "11:00+60 maria, …", the lines by position. */
static char *
tell (SmallSalon *s, gint64 visit_id)
{
  g_autoptr (GPtrArray) lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", visit_id);
  g_autoptr (SalonVisit) visit = small_salon_visit (s, visit_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    int start = (int) (line->start_min - AT (0, 0));

    g_string_append_printf (text, "%d:%02d+%d", start / 60, start % 60, (int) line->work1_min);
    if (line->gap_min > 0)
      g_string_append_printf (text, "/%d/%d", (int) line->gap_min, (int) line->work2_min);
    g_string_append (text, ", ");
  }
  g_string_append_printf (text, "to %d:%02d", (int) (visit->end_min - AT (0, 0)) / 60, (int) (visit->end_min - AT (0, 0)) % 60);
  return g_string_free (text, FALSE);
}

#define assert_lines(s, id, expected)                                                                              \
  G_STMT_START                                                                                                     \
  {                                                                                                                \
    g_autofree char *_text = tell (s, id);                                                                         \
    g_assert_cmpstr (_text, ==, expected);                                                                         \
  }                                                                                                                \
  G_STMT_END

static void
assert_resized (SmallSalon *s, const SalonResizeRequest *request, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  resize (s, request, done, &error);
  g_assert_no_error (error);
}

static void
assert_refused (SmallSalon *s, const SalonResizeRequest *request, GQuark domain, int code, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (resize (s, request, NULL, &error));
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static gint64
line_id (SmallSalon *s, gint64 visit_id, guint i)
{
  g_autoptr (GPtrArray) lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", visit_id);

  return salon_entity_get_id (lines->pdata[i]);
}

/* Three in a chain, the last with half an hour between, and one beside the first. */
static gint64
book_chain (SmallSalon *s)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->polish, s->maria, s->room1, AT (12, 0), FALSE);
  salon_booking_request_add (request, s->polish, s->jana, s->room2, AT (13, 0), FALSE);
  salon_booking_request_add (request, s->polish, s->jana, s->room1, AT (11, 15), FALSE);
  request->accept_warnings = TRUE;
  small_salon_try (s, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
test_longer (SmallSalon *s, gconstpointer data)
{
  gint64 id = book_chain (s);
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 75);
  SalonDone done = { 0 };

  request->accept_warnings = TRUE;
  assert_resized (s, request, &done);
  g_assert_cmpint (done.id, ==, id);
  assert_lines (s, id, "11:00+75, 12:15+30, 13:15+30, 11:15+30, to 13:45");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  assert_lines (s, id, "11:00+60, 12:00+30, 13:00+30, 11:15+30, to 13:30");
}

static void
test_shorter (SmallSalon *s, gconstpointer data)
{
  gint64 id = book_chain (s);
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 0);

  request->accept_warnings = TRUE;
  request->end_min = AT (11, 40);
  assert_resized (s, request, NULL);
  assert_lines (s, id, "11:00+40, 11:40+30, 12:40+30, 11:15+30, to 13:10");
  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 10));
}

/* Of a line with a gap the work after it changes. */
static void
test_gap (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->colour, s->maria, 0, AT (11, 0));
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 35);

  assert_resized (s, request, NULL);
  assert_lines (s, id, "11:00+30/40/35, to 12:45");
  request->minutes = 0;
  request->end_min = AT (12, 15);
  assert_resized (s, request, NULL);
  assert_lines (s, id, "11:00+30/40/5, to 12:15");
  request->end_min = AT (12, 10);
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "at least 5 minutes");
}

static void
test_clash (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 75);
  g_autoptr (SalonVisit) visit = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  assert_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH,
                  "Maria is busy with Olga Petrova: today 12:00–13:00, Room 1.");
  request->override_reason = g_strdup ("she waits");
  assert_resized (s, request, NULL);
  assert_lines (s, id, "11:00+75, to 12:15");
  visit = small_salon_visit (s, id);
  g_assert_cmpstr (visit->override_reason, ==, "she waits");
}

static void
test_warning (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (17, 0));
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 90);

  assert_refused (s, request, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING, "Maria does not work then: today 17:00–18:30.");
  request->accept_warnings = TRUE;
  assert_resized (s, request, NULL);
}

static void
test_bad (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  gint64 line = line_id (s, id, 0);
  const gint64 minutes[] = { 4, -30, 1441, G_MAXINT64, G_MININT64, 721 };
  const gint64 ends[] = { AT (11, 0), AT (10, 0), 0, G_MAXINT64, G_MININT64 };
  g_autoptr (SalonResizeRequest) missing = salon_resize_request_new (line + 99, 30);

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++) {
    g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line, minutes[i]);

    assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "");
  }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line, 0);

    request->end_min = ends[i];
    assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "");
  }
  assert_refused (s, missing, SALON_ERROR, SALON_ERROR_NOT_FOUND, "");
}

static void
test_over (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 90);

  g_assert_true (small_salon_set_state (s, id, SALON_VISIT_CANCELLED, NULL, NULL, NULL));
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "over");
}

/* To the length that it has: nothing is written, not even when it stands overbooked. */
static void
test_same (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (11, 0));
  g_autoptr (SalonResizeRequest) request = salon_resize_request_new (line_id (s, id, 0), 60);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;

  assert_resized (s, request, NULL);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* What follows would begin at a time that the clocks leave out. */
static void
test_spring (SmallSalon *s, gconstpointer data)
{
  const gint64 spring = (gint64) salon_day_from_ymd (2026, 3, 29) * 1440;
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, spring + 90);
  g_autoptr (SalonResizeRequest) request = NULL;
  SalonDone done = { 0 };

  salon_booking_request_add (both, s->polish, s->maria, s->room1, spring + 150, FALSE);
  both->accept_warnings = TRUE;
  g_assert_true (small_salon_try (s, both, &done, NULL));
  request = salon_resize_request_new (line_id (s, done.id, 0), 90);
  request->accept_warnings = TRUE;
  assert_refused (s, request, SALON_ERROR, SALON_ERROR_VALIDATION, "There is no 03:00 on 29 March 2026");
}

/* ---- a drag names the line that was taken */

static void
test_move_line (SmallSalon *s, gconstpointer data)
{
  gint64 id = book_chain (s);
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (id, AT (14, 0));
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  move->line_id = line_id (s, id, 1);
  move->room_id = s->room2;
  move->accept_warnings = TRUE;
  salon_fixture_submit (s->salon, &salon_command_move, move, NULL, &error);
  g_assert_no_error (error);
  assert_lines (s, id, "13:00+60, 14:00+30, 15:00+30, 13:15+30, to 15:30");
  lines = salon_fixture_find (s->salon, salon_visit_line_get_type (), "visit_id", id);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((SalonVisitLine *) lines->pdata[i])->room_id, ==, s->room2);
}

static void
test_move_other_line (SmallSalon *s, gconstpointer data)
{
  gint64 id = book_chain (s);
  gint64 other = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (16, 0));
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (id, AT (14, 0));
  g_autoptr (GError) error = NULL;

  move->line_id = line_id (s, other, 0);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_move, move, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/resize/longer", test_longer);
  ADD_TEST ("/resize/shorter", test_shorter);
  ADD_TEST ("/resize/gap", test_gap);
  ADD_TEST ("/resize/clash", test_clash);
  ADD_TEST ("/resize/warning", test_warning);
  ADD_TEST ("/resize/bad", test_bad);
  ADD_TEST ("/resize/over", test_over);
  ADD_TEST ("/resize/same", test_same);
  ADD_TEST ("/resize/spring", test_spring);
  ADD_TEST ("/move-line/all-of-the-room", test_move_line);
  ADD_TEST ("/move-line/of-another-visit", test_move_other_line);
  return g_test_run ();
}
