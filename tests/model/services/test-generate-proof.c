/* The last look at a generated file finds what its triggers would have refused. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/entities/occupancy.h"
#include "model/services/generate-proof.h"
#include "model/store/visit-store.h"

#define NINE ((gint64) SALON_FIXTURE_TODAY * 1440 + 9 * 60)

typedef struct {
  SalonOccupancy row; /* added over the heads of the triggers */
  gboolean clashes;
} Case;

static gboolean
add_and_prove (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  Case *test = data;
  g_autoptr (GError) failure = NULL;

  test->row.override = TRUE;
  g_assert_true (salon_visit_store_add_occupancy (tx, &test->row, &failure));
  g_assert_cmpint (salon_generate_prove (tx, &failure), ==, !test->clashes);
  if (test->clashes)
    g_assert_error (failure, SALON_ERROR, SALON_ERROR_INTERNAL);
  *id = 1;
  return TRUE;
}

/* Irina from nine to ten with Anna in room 1, and once in room 2, which holds two. */
static void
prove (const Case *wanted)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 anna = salon_fixture_add_employee (salon, "Anna");
  gint64 narrow = salon_fixture_add_room (salon, "Room 1", 1);
  gint64 wide = salon_fixture_add_room (salon, "Room 2", 2);
  gint64 cut = salon_fixture_add_service (salon, "Cut", 60, 3000);
  gint64 irina = salon_fixture_add_client (salon, "Irina", NULL);
  Case test = *wanted;

  salon_fixture_add_visit (salon, irina, SALON_FIXTURE_TODAY, 9 * 60, SALON_VISIT_BOOKED, cut, anna, narrow);
  salon_fixture_add_visit (salon, irina, SALON_FIXTURE_TODAY, 11 * 60, SALON_VISIT_BOOKED, cut, anna, wide);
  test.row.visit_id = 1;
  test.row.line_id = 2; /* of the other visit: a reference that holds */
  if (test.row.kind == SALON_RESOURCE_ROOM)
    test.row.visit_id = test.row.resource_id == narrow ? 2 : 1;
  salon_fixture_write (salon, add_and_prove, &test);
}

static void
test_employee (void)
{
  const Case cases[] = {
    { { SALON_RESOURCE_EMPLOYEE, 1, NINE + 30, NINE + 90, 0, 0 }, TRUE },
    { { SALON_RESOURCE_EMPLOYEE, 1, NINE + 60, NINE + 90, 0, 0 }, FALSE },
    { { SALON_RESOURCE_EMPLOYEE, 1, NINE + 60, NINE + 90, 5, 0 }, TRUE }, /* nothing kept free between them */
    { { SALON_RESOURCE_EMPLOYEE, 1, NINE - 60, NINE, 0, 10 }, TRUE },
    { { SALON_RESOURCE_EMPLOYEE, 1, NINE - 60, NINE - 10, 0, 10 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    prove (&cases[i]);
}

static void
test_rooms (void)
{
  const Case cases[] = {
    { { SALON_RESOURCE_ROOM, 1, NINE + 30, NINE + 90, 0, 0 }, TRUE },
    { { SALON_RESOURCE_ROOM, 1, NINE + 60, NINE + 90, 0, 0 }, FALSE },
    { { SALON_RESOURCE_ROOM, 2, NINE + 130, NINE + 150, 0, 0 }, FALSE }, /* one of two places */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    prove (&cases[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generate-proof/employee", test_employee);
  g_test_add_func ("/generate-proof/rooms", test_rooms);
  return g_test_run ();
}
