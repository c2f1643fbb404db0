/* chart-sheet FOLDER en|ru|lv light|dark WIDTH HEIGHT: every sample chart as a picture, to be looked at. */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "tests/report/chart-samples.h"

static SampleLanguage
language_of (const char *word)
{
  return g_str_equal (word, "ru") ? SAMPLE_RUSSIAN : g_str_equal (word, "lv") ? SAMPLE_LATVIAN : SAMPLE_ENGLISH;
}

static void
save (const char *folder, const char *name, const char *ending, GBytes *file)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, ending);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  SalonChartLook look = { 0 };
  double width = 0;
  double height = 0;
  const SalonCurrency *currency = salon_currency_by_code ("EUR");

  if (argc != 6)
    g_error ("chart-sheet FOLDER en|ru|lv light|dark WIDTH HEIGHT");
  g_setenv ("LANGUAGE", argv[2], TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  width = g_ascii_strtod (argv[4], NULL);
  height = g_ascii_strtod (argv[5], NULL);
  look.is_dark = g_str_equal (argv[3], "dark");
  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autoptr (SalonChart) chart = sample_chart (i, language_of (argv[2]));
    g_autoptr (GBytes) png = salon_chart_to_png (chart, currency, width, height, &look, 1, NULL);
    g_autoptr (GBytes) svg = salon_chart_to_svg (chart, currency, width, height, &look, NULL);

    save (argv[1], sample_name (i), "png", png);
    save (argv[1], sample_name (i), "svg", svg);
  }
  return 0;
}
