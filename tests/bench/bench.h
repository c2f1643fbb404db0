#pragma once
/* What every benchmark shares: samples, one line a figure, and the same figures as JSON. */
#include <glib.h>

/* Times in microseconds. */
typedef GArray BenchSamples;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSamples, g_array_unref)

BenchSamples *bench_samples_new (void);
void bench_samples_add (BenchSamples *samples, gint64 since);
gint64 bench_now (void);
gint64 bench_cpu_now (void);
double bench_median (BenchSamples *samples);
double bench_percentile (BenchSamples *samples, double percent);

typedef struct _BenchReport BenchReport;

BenchReport *bench_report_new (const char *data_set);
void bench_report_add (BenchReport *self, const char *name, double value, const char *unit, double floor);
void bench_report_goal (BenchReport *self, const char *goal, gboolean met);
void bench_report_finish (BenchReport *self, const char *json_path);
