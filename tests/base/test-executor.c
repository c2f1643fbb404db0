/* Jobs keep their order; what may be put off runs when nothing waits. */
#include "base/executor.h"

typedef struct {
  GMutex mutex;
  GCond changed;
  GString *said;
  gboolean open; /* the gate at which the first job waits */
  SalonExecutor *executor;
} World;

static void
say (World *world, char what)
{
  g_mutex_lock (&world->mutex);
  g_string_append_c (world->said, what);
  g_cond_broadcast (&world->changed);
  g_mutex_unlock (&world->mutex);
}

/* Fails after ten seconds. */
static void
wait_for (World *world, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  g_mutex_lock (&world->mutex);
  while (!g_str_equal (world->said->str, text))
    if (!g_cond_wait_until (&world->changed, &world->mutex, deadline))
      break;
  g_assert_cmpstr (world->said->str, ==, text);
  g_mutex_unlock (&world->mutex);
}

static void
on_idle (gpointer state)
{
  say (state, '.');
}

static void
on_job (GTask *task, gpointer state, gpointer data)
{
  say (state, *(const char *) data);
  g_task_return_boolean (task, TRUE);
}

static void
on_gate (GTask *task, gpointer state, gpointer data)
{
  World *world = state;

  g_mutex_lock (&world->mutex);
  while (!world->open)
    g_cond_wait (&world->changed, &world->mutex);
  g_mutex_unlock (&world->mutex);
  on_job (task, state, data);
}

static void
push (World *world, SalonLane lane, const char *name, SalonTaskFunc func)
{
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, (gpointer) name, NULL);
  salon_executor_push (world->executor, lane, task, func);
}

static void
set_up (World *world, gconstpointer data)
{
  g_mutex_init (&world->mutex);
  g_cond_init (&world->changed);
  world->said = g_string_new (NULL);
  world->executor = salon_executor_new ("test", world);
}

static void
tear_down (World *world, gconstpointer data)
{
  salon_executor_stop (world->executor);
  g_object_unref (world->executor);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (world->said, TRUE);
  g_mutex_clear (&world->mutex);
  g_cond_clear (&world->changed);
}

static void
open_gate (World *world)
{
  g_mutex_lock (&world->mutex);
  world->open = TRUE;
  g_cond_broadcast (&world->changed);
  g_mutex_unlock (&world->mutex);
}

static void
test_lanes (World *world, gconstpointer data)
{
  push (world, SALON_LANE_INTERACTIVE, "1", on_gate);
  push (world, SALON_LANE_BACKGROUND, "4", on_job);
  push (world, SALON_LANE_INTERACTIVE, "2", on_job);
  push (world, SALON_LANE_INTERACTIVE, "3", on_job);
  open_gate (world);
  wait_for (world, "1234");
}

/* Once after all that waited, and not before there was anything to do. */
static void
test_idle (World *world, gconstpointer data)
{
  salon_executor_set_idle (world->executor, on_idle);
  push (world, SALON_LANE_INTERACTIVE, "1", on_gate);
  push (world, SALON_LANE_INTERACTIVE, "2", on_job);
  push (world, SALON_LANE_BACKGROUND, "3", on_job);
  open_gate (world);
  wait_for (world, "123.");
  push (world, SALON_LANE_INTERACTIVE, "4", on_job);
  wait_for (world, "123.4.");
  salon_executor_stop (world->executor);
  g_assert_cmpstr (world->said->str, ==, "123.4.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executor/lanes", World, NULL, set_up, test_lanes, tear_down);
  g_test_add ("/executor/idle", World, NULL, set_up, test_idle, tear_down);
  return g_test_run ();
}
