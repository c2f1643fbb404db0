/* Which visits can be kept, before anybody asks who is free. */
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/rules/validate-visit.h"

#define DAY      ((gint64) 20255)
#define MIDNIGHT (DAY * 1440)

/* A manicure from 10:00 to 11:00, and a pedicure after it. */
typedef struct {
  SalonVisit *visit;
  GPtrArray *lines;
} Fixture;

static SalonVisitLine *
add_line (Fixture *fixture, gint64 employee, gint64 start, gint64 work)
{
  SalonVisitLine *line = salon_visit_line_new ();

  line->service_id = 5;
  line->employee_id = employee;
  line->start_min = MIDNIGHT + start;
  line->work1_min = work;
  g_ptr_array_add (fixture->lines, line);
  return line;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->visit = salon_visit_new ();
  fixture->lines = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->visit->client_id = 1;
  fixture->visit->state = SALON_VISIT_BOOKED;
  fixture->visit->source = SALON_VISIT_SOURCE_PHONE;
  add_line (fixture, 3, 600, 60);
  add_line (fixture, 3, 660, 45);
  salon_visit_set_span (fixture->visit, fixture->lines);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->visit);
  g_ptr_array_unref (fixture->lines);
}

static void
assert_visit (const Fixture *fixture, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (salon_validate_visit (fixture->visit, fixture->lines, &error), ==, field == NULL);
  if (field == NULL) {
    g_assert_no_error (error);
    return;
  }
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_span (Fixture *fixture, gconstpointer data)
{
  SalonVisitLine *early = add_line (fixture, 4, 500, 30);

  early->gap_min = 20;
  early->work2_min = 10;
  early->buffer_after_min = 50;
  salon_visit_set_span (fixture->visit, fixture->lines);
  g_assert_cmpint (fixture->visit->day, ==, DAY);
  g_assert_cmpint (fixture->visit->start_min, ==, MIDNIGHT + 500);
  g_assert_cmpint (fixture->visit->end_min, ==, MIDNIGHT + 705);
  assert_visit (fixture, NULL);
}

static void
test_required (Fixture *fixture, gconstpointer data)
{
  SalonVisitLine *line = fixture->lines->pdata[1];

  assert_visit (fixture, NULL);
  line->service_id = 0;
  assert_visit (fixture, "service_id");
  line->service_id = 5;
  line->employee_id = 0;
  assert_visit (fixture, "employee_id");
  line->employee_id = 3;
  line->work1_min = 0;
  assert_visit (fixture, "work1_min");
  line->work1_min = 45;
  line->price = -1;
  assert_visit (fixture, "price");
  line->price = 0;
  fixture->visit->client_id = 0;
  assert_visit (fixture, "client_id");
  fixture->visit->client_id = 1;
  fixture->visit->state = 8;
  assert_visit (fixture, "state");
  fixture->visit->state = SALON_VISIT_DONE;
  fixture->visit->source = 0;
  assert_visit (fixture, "source");
  fixture->visit->source = SALON_VISIT_SOURCE_WALK_IN;
  g_ptr_array_set_size (fixture->lines, 0);
  assert_visit (fixture, "lines");
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  fixture->visit->end_min--;
  assert_visit (fixture, "start_min");
  fixture->visit->end_min = fixture->visit->start_min + 1440;
  assert_visit (fixture, NULL);
  fixture->visit->end_min++;
  assert_visit (fixture, "end_min");
  salon_visit_set_span (fixture->visit, fixture->lines);
  fixture->visit->day++;
  assert_visit (fixture, "start_min");
  fixture->visit->day = -1;
  assert_visit (fixture, "day");
  fixture->visit->day = G_MAXINT64 / 1440;
  assert_visit (fixture, "day");
}

static void
test_many_lines (Fixture *fixture, gconstpointer data)
{
  while (fixture->lines->len < 50)
    add_line (fixture, 3, 600, 10);
  assert_visit (fixture, NULL);
  add_line (fixture, 3, 600, 10);
  assert_visit (fixture, "lines");
}

static void
test_own_lines (Fixture *fixture, gconstpointer data)
{
  SalonVisitLine *first = fixture->lines->pdata[0];
  SalonVisitLine *second = fixture->lines->pdata[1];
  guint a = 9, b = 9;

  g_assert_false (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_LARGER, NULL, NULL));
  first->buffer_after_min = 10;
  second->buffer_before_min = 10;
  g_assert_true (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_LARGER, &a, &b));
  g_assert_cmpuint (a, ==, 0);
  g_assert_cmpuint (b, ==, 1);
  second->start_min += 10;
  g_assert_false (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_LARGER, NULL, NULL));
  g_assert_true (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_SUM, NULL, NULL));
  second->employee_id = 4;
  second->start_min = first->start_min;
  g_assert_false (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_SUM, NULL, NULL));
}

/* One line may lie in the processing time of another. */
static void
test_line_in_the_gap (Fixture *fixture, gconstpointer data)
{
  SalonVisitLine *first = fixture->lines->pdata[0];

  first->gap_min = 45;
  first->work2_min = 20;
  g_assert_false (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_LARGER, NULL, NULL));
  first->gap_min = 44;
  g_assert_true (salon_visit_lines_clash (fixture->lines, SALON_BUFFERS_LARGER, NULL, NULL));
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/validate-visit/span", test_span);
  add ("/validate-visit/required", test_required);
  add ("/validate-visit/time", test_time);
  add ("/validate-visit/many-lines", test_many_lines);
  add ("/validate-visit/own-lines", test_own_lines);
  add ("/validate-visit/line-in-the-gap", test_line_in_the_gap);
  return g_test_run ();
}
