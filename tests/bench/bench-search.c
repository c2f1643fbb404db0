/* What a key press in the search box costs: bench-search DATABASE [JSON]
 *
 * Queries are beginnings, of one letter to the whole, of names and phones that are in the salon, as they are, on the
 * wrong keyboard layout, in the other script, and ends of phones.  The floor is one bare statement of the index over
 * the same alternatives with the same limit; the whole answer has rows and visits besides. */
#include <string.h>

#include "base/text.h"
#include "bench-salon.h"
#include "model/services/find.h"

#define N_PEOPLE 60
#define LIMIT    20

typedef enum { KIND_TYPED, KIND_LAYOUT, KIND_DIGITS, N_KINDS } Kind;

static const char *const kind_names[] = { "as-typed", "other-layout", "digits" };

static void
append_word (GString *match, const char *word, gboolean first)
{
  gboolean whole = g_utf8_strlen (word, -1) >= 3;

  g_string_append_printf (match, "%s\"%s%s\"", first ? "" : " AND ", whole ? "" : SALON_TEXT_WORD_MARK, word);
}

/* Every way in which a client may fit, in one expression: each word anywhere, or, too short for the index, at the
 * beginning of a word, or at the end of a phone. */
static char *
match_of (GPtrArray *variants)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < variants->len; i++) {
    g_auto (GStrv) words = g_strsplit (variants->pdata[i], " ", -1);

    g_string_append (match, i > 0 ? " OR (" : "(");
    for (guint k = 0; words[k] != NULL; k++)
      append_word (match, words[k], k == 0);
    g_string_append (match, ")");
    if (words[0] != NULL && words[1] == NULL && strspn (words[0], "0123456789") == strlen (words[0]))
      g_string_append_printf (match, " OR phones : \"%s" SALON_TEXT_END_MARK "\"", words[0]);
  }
  return g_string_free (match, FALSE);
}

static void
time_floor (sqlite3_stmt *stmt, GPtrArray *variants, BenchSamples *samples)
{
  g_autofree char *match = match_of (variants);
  gint64 since = bench_now ();

  sqlite3_bind_text (stmt, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 2, LIMIT);
  bench_salon_run (stmt);
  bench_samples_add (samples, since);
}

static gpointer
ids_run (SalonTx *tx, gconstpointer request, GError **error)
{
  return salon_find_ids (tx, request, error);
}

static const SalonQuery query_ids = { "bench.ids", ids_run, NULL, (GDestroyNotify) g_array_unref };

static gpointer
nothing_run (SalonTx *tx, gconstpointer request, GError **error)
{
  return GINT_TO_POINTER (1);
}

static const SalonQuery query_nothing = { "bench.nothing", nothing_run, NULL, NULL };

typedef struct {
  BenchSamples *floor;
  BenchSamples *engine; /* the ids, with the way to the reading thread and back */
  BenchSamples *whole;
} Figures;

static void
time_query (BenchSalon *salon, const char *text, sqlite3_stmt *stmt, Figures *figures)
{
  SalonFindRequest request = { (char *) text, LIMIT };
  g_autoptr (GPtrArray) variants = salon_text_query_variants (text);
  g_autoptr (GArray) ids = NULL;
  SalonFound *found = NULL;
  gint64 since = 0;

  if (variants->len == 0)
    return;
  time_floor (stmt, variants, figures->floor);
  since = bench_now ();
  ids = bench_salon_query (salon, &query_ids, &request);
  bench_samples_add (figures->engine, since);
  since = bench_now ();
  found = bench_salon_query (salon, &salon_query_find, &request);
  bench_samples_add (figures->whole, since);
  salon_found_free (found);
}

static char *
as_kind (const char *text, Kind kind)
{
  return kind == KIND_LAYOUT ? salon_text_other_layout (text) : g_strdup (text);
}

static void
time_beginnings (BenchSalon *salon, GPtrArray *texts, Kind kind, sqlite3_stmt *stmt, Figures *figures)
{
  for (guint i = 0; i < texts->len; i++) {
    const char *text = texts->pdata[i];

    for (const char *end = g_utf8_next_char (text);; end = g_utf8_next_char (end)) {
      g_autofree char *beginning = g_strndup (text, (gsize) (end - text));
      g_autofree char *query = as_kind (beginning, kind);

      if (query != NULL)
        time_query (salon, query, stmt, figures);
      if (*end == '\0')
        break;
    }
  }
}

static void
report_kind (BenchReport *report, const char *kind, Figures *figures, double way)
{
  g_autofree char *engine = g_strdup_printf ("search.%s.engine", kind);
  g_autofree char *engine_p99 = g_strdup_printf ("search.%s.engine.p99", kind);
  g_autofree char *whole = g_strdup_printf ("search.%s.whole", kind);
  g_autofree char *whole_p99 = g_strdup_printf ("search.%s.whole.p99", kind);
  double floor = bench_median (figures->floor);
  double floor_p99 = bench_percentile (figures->floor, 99);

  bench_report_add (report, engine, bench_median (figures->engine) - way, "us", floor);
  bench_report_add (report, engine_p99, bench_percentile (figures->engine, 99) - way, "us", floor_p99);
  bench_report_add (report, whole, bench_median (figures->whole) - way, "us", floor);
  bench_report_add (report, whole_p99, bench_percentile (figures->whole, 99) - way, "us", floor_p99);
  bench_report_goal (report, "the engine: at most 1.5 bare statements",
                     bench_percentile (figures->engine, 99) - way <= 1.5 * floor_p99);
  bench_report_goal (report, "all queries of a key press, p99: at most 25 ms of the 50 to paint",
                     bench_percentile (figures->whole, 99) <= 25000);
}

/* What a question costs that asks nothing: the way between two threads. */
static double
time_way (BenchSalon *salon)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  for (int i = 0; i < 500; i++) {
    gint64 since = bench_now ();

    bench_salon_query (salon, &query_nothing, NULL);
    bench_samples_add (samples, since);
  }
  return bench_median (samples);
}

static void
measure_kind (BenchSalon *salon, Kind kind, GPtrArray *texts, BenchReport *report, double way)
{
  sqlite3_stmt *stmt = bench_salon_prepare (salon, "SELECT rowid FROM client_fts WHERE client_fts MATCH ?1 ORDER BY rowid LIMIT ?2");
  Figures figures = { bench_samples_new (), bench_samples_new (), bench_samples_new () };

  time_beginnings (salon, texts, kind, stmt, &figures);
  report_kind (report, kind_names[kind], &figures, way);
  sqlite3_finalize (stmt);
  g_array_unref (figures.floor);
  g_array_unref (figures.engine);
  g_array_unref (figures.whole);
}

int
main (int argc, char **argv)
{
  BenchSalon *salon = NULL;
  BenchReport *report = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  g_autofree char *some = g_strdup_printf (" ORDER BY (c.id * 7919) %% 100003 LIMIT %d", N_PEOPLE);
  g_autofree char *name_sql = g_strconcat ("SELECT c.first_name || ' ' || c.surname FROM client c WHERE c.archived_at IS NULL"
                                           " AND c.first_name IS NOT NULL AND c.surname IS NOT NULL", some, NULL);
  g_autofree char *phone_sql = g_strconcat ("SELECT substr (p.typed, -8) FROM client c JOIN client_phone p ON p.client_id = c.id"
                                            " WHERE c.archived_at IS NULL", some, NULL);
  double way = 0;

  if (argc < 2) {
    g_printerr ("usage: bench-search DATABASE [JSON]\n");
    return 2;
  }
  salon = bench_salon_open (argv[1]);
  report = bench_report_new (argv[1]);
  names = bench_salon_texts (salon, name_sql);
  phones = bench_salon_texts (salon, phone_sql);
  way = time_way (salon);
  bench_report_add (report, "search.way-to-the-thread", way, "us", 0);
  for (Kind kind = 0; kind < N_KINDS; kind++)
    measure_kind (salon, kind, kind == KIND_DIGITS ? phones : names, report, way);
  bench_report_finish (report, argc > 2 ? argv[2] : NULL);
  bench_salon_close (salon);
  return 0;
}
