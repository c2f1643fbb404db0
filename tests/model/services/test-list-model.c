/* Rows of a list are renewed by every change, also by one that comes while an answer is on its way, and when a new model
 * takes the place of the one that had asked. */
#include "support/salon-fixture.h"

#include "model/services/clients.h"
#include "model/services/list-model.h"

typedef struct {
  SalonFixture *salon;
  SalonListModel *model;
  gint64 client;
  SalonListRow *row;
} Fixture;

/* Questions wait here until the test lets them go, and are numbered. */
static GAsyncQueue *gate;
static int n_asked;

static gpointer
run_rows (SalonTx *tx, gconstpointer ids, GError **error)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (item, "number", GINT_TO_POINTER (g_atomic_int_add (&n_asked, 1) + 1));
  g_ptr_array_add (rows, item);
  g_async_queue_pop (gate);
  return rows;
}

static const SalonQuery query_rows = { "test.rows", run_rows, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref };

static int
shown (Fixture *f)
{
  GObject *item = salon_list_row_get_item (f->row);

  return item != NULL ? GPOINTER_TO_INT (g_object_get_data (item, "number")) : 0;
}

static gboolean
on_deadline (gpointer data)
{
  g_error ("nothing came of it within 10 seconds");
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                               \
  G_STMT_START                                              \
  {                                                         \
    guint deadline = g_timeout_add_seconds (10, on_deadline, NULL); \
    while (!(condition))                                    \
      g_main_context_iteration (NULL, TRUE);                \
    g_source_remove (deadline);                             \
  }                                                         \
  G_STMT_END

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
let_go (void)
{
  g_async_queue_push (gate, GINT_TO_POINTER (1));
}

static SalonListModel *
model_new (Fixture *f, SalonListModel *previous)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, f->client);
  return salon_list_model_new (f->salon->session, &query_rows, "client", ids, previous);
}

static void
change_client (Fixture *f)
{
  SalonIdRequest request = { f->client };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (f->salon, &salon_command_client_archive, &request, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  gate = g_async_queue_new ();
  g_atomic_int_set (&n_asked, 0);
  f->salon = salon_fixture_new ();
  f->client = salon_fixture_add_client (f->salon, "Irina Kalniņa", NULL);
  f->model = model_new (f, NULL);
  f->row = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  let_go (); /* whatever still waits */
  let_go ();
  g_clear_object (&f->row);
  g_clear_object (&f->model);
  g_clear_pointer (&f->salon, salon_fixture_free);
  g_async_queue_unref (gate);
}

static void
test_asked_once (Fixture *f, gconstpointer data)
{
  let_go ();
  WAIT_UNTIL (shown (f) == 1);
  g_object_unref (g_list_model_get_item (G_LIST_MODEL (f->model), 0));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (g_atomic_int_get (&n_asked), ==, 1);
  change_client (f);
  let_go ();
  WAIT_UNTIL (shown (f) == 2);
}

/* The first answer may be from before the change. */
static void
test_changed_while_asked (Fixture *f, gconstpointer data)
{
  guint ticker = g_timeout_add (5, wake, NULL);

  WAIT_UNTIL (g_atomic_int_get (&n_asked) == 1);
  change_client (f);
  let_go ();
  let_go ();
  WAIT_UNTIL (shown (f) == 2);
  g_source_remove (ticker);
}

/* The new model asks again for what the old one did not come to know. */
static void
test_inherited (Fixture *f, gconstpointer data)
{
  guint ticker = g_timeout_add (5, wake, NULL);
  SalonListModel *next = NULL;

  let_go ();
  WAIT_UNTIL (shown (f) == 1);
  change_client (f);
  WAIT_UNTIL (g_atomic_int_get (&n_asked) == 2);
  next = model_new (f, f->model);
  g_object_unref (f->model);
  f->model = next;
  let_go ();
  let_go ();
  WAIT_UNTIL (shown (f) == 3);
  g_source_remove (ticker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/list-model/asked-once", Fixture, NULL, set_up, test_asked_once, tear_down);
  g_test_add ("/list-model/changed-while-asked", Fixture, NULL, set_up, test_changed_while_asked, tear_down);
  g_test_add ("/list-model/inherited", Fixture, NULL, set_up, test_inherited, tear_down);
  return g_test_run ();
}
