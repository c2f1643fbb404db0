/* Machines differ and are noisy: a figure is a ratio to a floor that was measured in the same run.
 * Absolute goals are printed beside it and fail nothing. */
#include "bench.h"

#include <json-glib/json-glib.h>
#include <sys/resource.h>

struct _BenchReport {
  JsonBuilder *json;
};

BenchSamples *
bench_samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* With BENCH_CLOCK=cpu the time that this process worked, whatever else the machine does: for a busy one. */
gint64
bench_now (void)
{
  struct rusage worked;

  if (g_strcmp0 (g_getenv ("BENCH_CLOCK"), "cpu") != 0)
    return g_get_monotonic_time ();
  getrusage (RUSAGE_SELF, &worked);
  return (gint64) (worked.ru_utime.tv_sec + worked.ru_stime.tv_sec) * G_USEC_PER_SEC + worked.ru_utime.tv_usec
         + worked.ru_stime.tv_usec;
}

/* Time on the processor, of all threads: what other programs do does not count. */
gint64
bench_cpu_now (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

/* Adds the time from @since to now. */
void
bench_samples_add (BenchSamples *samples, gint64 since)
{
  gint64 taken = bench_now () - since;

  g_array_append_val (samples, taken);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

double
bench_percentile (BenchSamples *samples, double percent)
{
  g_assert (samples->len > 0);
  g_array_sort (samples, compare);
  return (double) g_array_index (samples, gint64, (guint) ((samples->len - 1) * percent / 100.0));
}

double
bench_median (BenchSamples *samples)
{
  return bench_percentile (samples, 50);
}

BenchReport *
bench_report_new (const char *data_set)
{
  BenchReport *self = g_new0 (BenchReport, 1);

  self->json = json_builder_new ();
  json_builder_begin_array (self->json);
  g_print ("# %s\n# name value unit floor ratio\n", data_set);
  return self;
}

static void
add_number (JsonBuilder *json, const char *name, double value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_double_value (json, value);
}

/* A floor of 0 means that there is none to compare with. */
void
bench_report_add (BenchReport *self, const char *name, double value, const char *unit, double floor)
{
  double ratio = floor > 0 ? value / floor : 0;

  g_print ("%s %.1f %s %.1f %.2f\n", name, value, unit, floor, ratio);
  json_builder_begin_object (self->json);
  json_builder_set_member_name (self->json, "name");
  json_builder_add_string_value (self->json, name);
  add_number (self->json, "value", value);
  json_builder_set_member_name (self->json, "unit");
  json_builder_add_string_value (self->json, unit);
  add_number (self->json, "floor", floor);
  add_number (self->json, "ratio", ratio);
  json_builder_end_object (self->json);
}

void
bench_report_goal (BenchReport *self, const char *goal, gboolean met)
{
  g_print ("# %s %s\n", met ? "PASS" : "MISS", goal);
}

/* Writes the figures to @json_path if it is not NULL, and frees. */
void
bench_report_finish (BenchReport *self, const char *json_path)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  json_builder_end_array (self->json);
  root = json_builder_get_root (self->json);
  text = json_to_string (root, TRUE);
  if (json_path != NULL && !g_file_set_contents (json_path, text, -1, &error))
    g_error ("%s", error->message);
  g_object_unref (self->json);
  g_free (self);
}
