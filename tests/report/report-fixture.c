/* A PDF file as pdftotext sees it. */
#include "tests/report/report-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
clear_word (gpointer data)
{
  SalonPdfWord *word = data;

  g_free (word->text);
}

static char *
run (const char *option, const char *path)
{
  const char *argv[] = { "pdftotext", option, "-enc", "UTF-8", path, "-", NULL };
  char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

static double
attribute (const char *line, const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name) + 2, NULL);
}

/* Lines such as <word xMin="1" yMin="2" xMax="3" yMax="4">text</word>. */
static void
read_words (SalonPdf *self, const char *html)
{
  g_auto (GStrv) lines = g_strsplit (html, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    if (strstr (*line, "<page ") != NULL) {
      self->n_pages++;
      self->width = attribute (*line, "width");
      self->height = attribute (*line, "height");
    } else if (strstr (*line, "<word ") != NULL) {
      const char *text = strchr (*line, '>') + 1;
      SalonPdfWord word = { self->n_pages, attribute (*line, "xMin"), attribute (*line, "yMin"), attribute (*line, "xMax"),
                            attribute (*line, "yMax"), g_strndup (text, (gsize) (strstr (text, "</word>") - text)) };

      g_array_append_val (self->words, word);
    }
  }
}

/**
 * salon_pdf_read: writes the pages as a PDF file and reads that
 */
SalonPdf *
salon_pdf_read (const SalonPages *pages)
{
  SalonPdf *self = g_new0 (SalonPdf, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = salon_pages_to_pdf (pages, &error);
  g_autofree char *path = NULL;
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;
  int fd = g_file_open_tmp ("salon-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  self->words = g_array_new (FALSE, FALSE, sizeof (SalonPdfWord));
  g_array_set_clear_func (self->words, clear_word);
  html = run ("-bbox", path);
  text = run ("-raw", path);
  read_words (self, html);
  self->text = salon_pdf_squeeze (text);
  g_unlink (path);
  return self;
}

void
salon_pdf_free (SalonPdf *self)
{
  g_array_unref (self->words);
  g_free (self->text);
  g_free (self);
}

/**
 * salon_pdf_squeeze: a text as #SalonPdf.text has it
 */
char *
salon_pdf_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isspace (c) && c != '-' && c != 0x2010 && c != 0xAD && c >= ' ')
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/**
 * salon_pdf_count: how often a text stands in the file, wherever its lines are broken
 */
guint
salon_pdf_count (const SalonPdf *self, const char *text)
{
  g_autofree char *wanted = salon_pdf_squeeze (text);
  guint n = 0;

  for (const char *p = strstr (self->text, wanted); p != NULL; p = strstr (p + strlen (wanted), wanted))
    n++;
  return n;
}

guint
salon_pdf_count_on_page (const SalonPdf *self, guint page, const char *word)
{
  guint n = 0;

  for (guint i = 0; i < self->words->len; i++) {
    const SalonPdfWord *one = &g_array_index (self->words, SalonPdfWord, i);

    n += one->page == page && g_str_equal (one->text, word);
  }
  return n;
}

/**
 * salon_pdf_assert_inside: no word stands nearer to an edge of the paper than @margin
 */
void
salon_pdf_assert_inside (const SalonPdf *self, double margin)
{
  for (guint i = 0; i < self->words->len; i++) {
    const SalonPdfWord *word = &g_array_index (self->words, SalonPdfWord, i);

    if (word->x0 < margin - 1 || word->y0 < margin - 4 || word->x1 > self->width - margin + 1
        || word->y1 > self->height - margin + 4)
      g_error ("page %u: “%s” stands at %.1f, %.1f – %.1f, %.1f", word->page, word->text, word->x0, word->y0, word->x1,
               word->y1);
  }
}

/**
 * salon_pdf_assert_apart: no word stands on another
 *
 * The boxes of pdftotext are as high as the font may reach, more than a line: their middle halves are compared.
 */
void
salon_pdf_assert_apart (const SalonPdf *self)
{
  for (guint i = 0; i < self->words->len; i++) {
    const SalonPdfWord *a = &g_array_index (self->words, SalonPdfWord, i);
    double a_part = (a->y1 - a->y0) / 4;

    for (guint j = i + 1; j < self->words->len; j++) {
      const SalonPdfWord *b = &g_array_index (self->words, SalonPdfWord, j);
      double b_part = (b->y1 - b->y0) / 4;

      if (b->page != a->page)
        break;
      if (a->x0 + 0.5 < b->x1 && b->x0 + 0.5 < a->x1 && a->y0 + a_part < b->y1 - b_part && b->y0 + b_part < a->y1 - a_part)
        g_error ("page %u: “%s” and “%s” stand on each other at %.1f, %.1f and %.1f, %.1f", a->page, a->text, b->text, a->x0,
                 a->y0, b->x0, b->y0);
    }
  }
}

/**
 * salon_test_name: letters of a language (0 English, 1 Latvian, 2 Russian), some of them with spaces
 */
char *
salon_test_name (GRand *rand, int language, guint n_chars)
{
  static const char *const letters[] = { "abcdefghijklmnopqrstuvwxyzABW", "aābcčdeēgģhiīkķlļmnņoprsštuūvzžĀČĒŠŽ",
                                         "абвгдеёжзийклмнопрстуфхцчшщъыьэюяЖШЩ" };
  glong n = g_utf8_strlen (letters[language], -1);
  gboolean with_spaces = g_rand_boolean (rand);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < n_chars; i++) {
    gboolean space = with_spaces && i > 0 && i + 1 < n_chars && g_rand_int_range (rand, 0, 9) == 0;

    g_string_append_unichar (name, space ? ' '
                                         : g_utf8_get_char (g_utf8_offset_to_pointer (
                                             letters[language], g_rand_int_range (rand, 0, (gint32) n))));
  }
  return g_string_free (name, FALSE);
}
