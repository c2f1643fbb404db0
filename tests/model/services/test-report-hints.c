/* Whatever a report shows has a sentence that says what it means, and all of it stands in three languages. */
#include "config.h"

#include "model/services/reports.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static const char *language;

/* One sentence, and not the English one where another language is spoken. */
static void
check_sentence (const char *what, const char *key, const char *english, const char *text)
{
  if (text == NULL || *text == '\0')
    g_error ("%s of %s: nothing in “%s”", what, key, language);
  if (!g_str_has_suffix (text, ".") && !g_str_has_suffix (text, "?"))
    g_error ("%s of %s in “%s” is no sentence: %s", what, key, language, text);
  if (strcmp (language, "en") != 0 && strcmp (text, english) == 0)
    g_error ("%s of %s is not said in “%s”: %s", what, key, language, text);
}

static void
speak (const char *which)
{
  language = which;
  g_setenv ("LANGUAGE", which, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR"));
  setlocale (LC_MESSAGES, "C"); /* what was said before is forgotten */
  setlocale (LC_MESSAGES, "C.UTF-8");
}

/* Every report, and every number that it may show; each as “report/measure”. */
static GHashTable *
sentences (void)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n = 0;
  const SalonReport *const *reports = salon_reports (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GArray) measures = salon_report_measures (reports[i]);

    g_hash_table_insert (all, g_strdup (salon_report_key (reports[i])), g_strdup (salon_report_hint (reports[i])));
    for (guint k = 0; k < measures->len; k++) {
      const SalonReportWord *word = &g_array_index (measures, SalonReportWord, k);

      g_hash_table_insert (all, g_strdup_printf ("%s/%s", salon_report_key (reports[i]), word->key),
                           g_strdup (salon_report_measure_hint (salon_report_key (reports[i]), word->key)));
    }
  }
  return all;
}

static void
test_hints (gconstpointer data)
{
  g_autoptr (GHashTable) english = NULL;
  g_autoptr (GHashTable) said = NULL;
  GHashTableIter iter;
  gpointer key = NULL, text = NULL;

  speak ("en");
  english = sentences ();
  speak (data);
  said = sentences ();
  g_assert_cmpuint (g_hash_table_size (said), >, 100);
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &key, &text))
    check_sentence (strchr (key, '/') != NULL ? "the meaning" : "the answer", key, g_hash_table_lookup (english, key), text);
}

/* The names of reports, groupings and numbers: each of its own within its report, so that nobody chooses the wrong one. */
static void
check_names (GArray *words, const char *report)
{
  for (guint i = 0; i < words->len; i++) {
    const char *label = g_array_index (words, SalonReportWord, i).label;

    g_assert_cmpuint (strlen (label), >, 0);
    for (guint k = 0; k < i; k++)
      if (strcmp (label, g_array_index (words, SalonReportWord, k).label) == 0)
        g_error ("%s: two of “%s” in “%s”", report, label, language);
  }
  g_array_unref (words);
}

static void
test_names (gconstpointer data)
{
  guint n = 0;
  const SalonReport *const *reports = salon_reports (&n);

  speak (data);
  for (guint i = 0; i < n; i++) {
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (salon_report_title (reports[i]), !=, salon_report_title (reports[k]));
    check_names (salon_report_measures (reports[i]), salon_report_key (reports[i]));
    check_names (salon_report_dimensions (reports[i]), salon_report_key (reports[i]));
  }
}

/* A number that means another thing in one report says so there and nowhere else. */
static void
test_own_meaning (void)
{
  speak ("en");
  g_assert_cmpstr (salon_report_measure_hint ("inflow", "new"), !=, salon_report_measure_hint ("base", "new"));
  g_assert_cmpstr (salon_report_measure_hint ("sales", "list"), !=, salon_report_measure_hint ("discounts", "list"));
  g_assert_cmpstr (salon_report_measure_hint ("return-rate", "master90"), !=, salon_report_measure_hint ("return-rate", "master_twice90"));
  g_assert_cmpstr (salon_report_measure_hint ("retention", "m1"), ==, salon_report_measure_hint ("retention", "m12"));
  g_assert_null (salon_report_measure_hint ("retention", "m"));
  g_assert_null (salon_report_measure_hint ("retention", "m1x"));
  g_assert_null (salon_report_measure_hint ("sales", "nonsense"));
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "en", "ru", "lv" };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *hints = g_strconcat ("/report-hints/hints-", languages[i], NULL);
    g_autofree char *names = g_strconcat ("/report-hints/names-", languages[i], NULL);

    g_test_add_data_func (hints, languages[i], test_hints);
    g_test_add_data_func (names, languages[i], test_names);
  }
  g_test_add_func ("/report-hints/own-meaning", test_own_meaning);
  return g_test_run ();
}
