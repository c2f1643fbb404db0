/* CSV in all the ways in which programs of salons write it. */
#include "base/error.h"
#include "exchange/csv-read.h"
#include "exchange/open-source.h"
#include "tests/exchange/exchange-fixture.h"

#include <glib/gstdio.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
in_encoding (const char *text, const char *encoding, const char *mark, gsize mark_length)
{
  gsize length = 0;
  g_autofree char *coded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_nonnull (coded);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) mark_length);
  g_byte_array_append (bytes, (const guint8 *) coded, (guint) length);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_tables (void)
{
  static const char *const rows[][2] = {
    { "Name;Phone\nAnna;29123456\n", "1|t:Name|t:Phone\n2|t:Anna|t:29123456\n" },
    { "Name,Phone\r\nAnna,029\r\n", "1|t:Name|t:Phone\n2|t:Anna|t:029\n" },
    { "Name\tPhone\rAnna\t029\r", "1|t:Name|t:Phone\n2|t:Anna|t:029\n" },
    { "Name|Phone\nAnna|029", "1|t:Name|t:Phone\n2|t:Anna|t:029\n" },
    { "sep=|\r\nName;1|Phone;2\n", "2|t:Name;1|t:Phone;2\n" },
    { "Name;Phone\n\n;;\nAnna;1\n", "1|t:Name|t:Phone\n4|t:Anna|t:1\n" },
    { "a;b\n\"one\ntwo\";2\nc;d\n", "1|t:a|t:b\n2|t:one\ntwo|t:2\n4|t:c|t:d\n" },
    { "a;b\n\"one\r\ntwo\";2\r\nc;d\n", "1|t:a|t:b\n2|t:one\r\ntwo|t:2\n4|t:c|t:d\n" },
    { "a;b\n\"say \"\"hi\"\"\";x\"y\n", "1|t:a|t:b\n2|t:say \"hi\"|t:x\"y\n" },
    { "a,b\n\"Rīga, Brīvības 1\",2\n", "1|t:a|t:b\n2|t:Rīga, Brīvības 1|t:2\n" },
    { "Name;Address\nA;Rīga, Brīvības 1\nB;Rīga, Tērbatas 2\n",
      "1|t:Name|t:Address\n2|t:A|t:Rīga, Brīvības 1\n3|t:B|t:Rīga, Tērbatas 2\n" },
    { "a;b\n'+371;'=1+1\n''=x;'tis\n", "1|t:a|t:b\n2|t:+371|t:=1+1\n3|t:'=x|t:'tis\n" },
    { "one\ntwo\n", "1|t:one\n2|t:two\n" },
    { "a;b;c\n1;;\n", "1|t:a|t:b|t:c\n2|t:1||\n" },
    { "a;\"\"\nb;\"\"\n", "1|t:a|\n2|t:b|\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    exchange_assert_rows (bytes_of (rows[i][0]), rows[i][1]);
}

static void
test_encodings (void)
{
  const char *russian = "Имя;Телефон\nИрина Петрова;29\nЖанна «Ё»;30\n";
  const char *latvian = "Vārds;Tālrunis\nAnna Bērziņa;29\nJānis Šķēle;30\n";
  static const struct {
    const char *encoding, *mark;
    gsize length;
    gboolean russian, latvian;
  } ways[] = {
    { "UTF-8", "", 0, TRUE, TRUE },           { "UTF-8", "\357\273\277", 3, TRUE, TRUE },
    { "UTF-16LE", "\377\376", 2, TRUE, TRUE }, { "UTF-16BE", "\376\377", 2, TRUE, TRUE },
    { "UTF-16LE", "", 0, TRUE, TRUE },        { "UTF-16BE", "", 0, TRUE, TRUE },
    { "CP1251", "", 0, TRUE, FALSE },         { "CP1257", "", 0, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    if (ways[i].russian)
      exchange_assert_rows (in_encoding (russian, ways[i].encoding, ways[i].mark, ways[i].length),
                            "1|t:Имя|t:Телефон\n2|t:Ирина Петрова|t:29\n3|t:Жанна «Ё»|t:30\n");
    if (ways[i].latvian)
      exchange_assert_rows (in_encoding (latvian, ways[i].encoding, ways[i].mark, ways[i].length),
                            "1|t:Vārds|t:Tālrunis\n2|t:Anna Bērziņa|t:29\n3|t:Jānis Šķēle|t:30\n");
  }
}

/* Single words are the hardest: each must be told from its bytes alone. */
static void
test_short_texts (void)
{
  static const char *const russian[] = { "Ян", "Анна", "Ольга;1", "ИРИНА", "яна", "Юля;Ёлка" };
  static const char *const latvian[] = { "Bērziņš", "Kalniņa;Zane", "ĀBOLIŅŠ", "Šķēle", "Žanis", "Ķēniņš", "Rīga", "Jānis" };

  for (guint i = 0; i < G_N_ELEMENTS (russian); i++) {
    g_autoptr (GBytes) bytes = in_encoding (russian[i], "CP1251", "", 0);
    g_autofree char *rows = exchange_read (bytes, "x", NULL, NULL);
    g_auto (GStrv) parts = g_strsplit (russian[i], ";", 2);

    g_assert_nonnull (strstr (rows, parts[0]));
  }
  for (guint i = 0; i < G_N_ELEMENTS (latvian); i++) {
    g_autoptr (GBytes) bytes = in_encoding (latvian[i], "CP1257", "", 0);
    g_autofree char *rows = exchange_read (bytes, "x", NULL, NULL);
    g_auto (GStrv) parts = g_strsplit (latvian[i], ";", 2);

    if (strstr (rows, parts[0]) == NULL)
      g_error ("%s was read as %s", latvian[i], rows);
  }
}

/* One broken letter must not make the whole file another encoding. */
static void
test_broken_letter (void)
{
  g_autoptr (GString) text = g_string_new ("Имя;Город\n");
  g_autofree char *rows = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 20; i++)
    g_string_append (text, "Ирина;Рига\n");
  g_string_append (text, "Ол\320га;Рига\n");
  bytes = g_bytes_new (text->str, text->len);
  rows = exchange_read (bytes, "x", NULL, NULL);
  g_assert_nonnull (strstr (rows, "2|t:Ирина|t:Рига\n"));
  g_assert_nonnull (strstr (rows, "22|t:Ол\357\277\275га|t:Рига\n"));
}

static void
test_refused (void)
{
  g_autofree char *many = g_strnfill (20000, ';');

  exchange_assert_refused (bytes_of (""), "is empty");
  exchange_assert_refused (bytes_of ("a;b\n1;\"never closed\n2;3\n"), "line 2");
  exchange_assert_refused (bytes_of (many), "more than 16384 columns");
  exchange_assert_refused (g_bytes_new ("abc\0\1\2\3\0\0xyz", 12), "neither a table nor a text");
  exchange_assert_refused (bytes_of ("%PDF-1.4 whatever"), "not a table");
  exchange_assert_refused (bytes_of ("<html><table><tr><td>1</td></tr></table></html>"), "web page");
  exchange_assert_refused (g_bytes_new ("\011\000\004\000\007\000\020\000", 8), "older than 1995");
}

/* A stream that never ends a line, without a file of that size. */
static void
test_long_line (void)
{
  gsize size = 64 << 20;
  char *data = g_malloc (size);

  memset (data, 'a', size);
  exchange_assert_refused (g_bytes_new_take (data, size), "Line 1 of");
}

static void
test_files (void)
{
  g_autofree char *path = exchange_path ("clients.csv");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = NULL;

  g_assert_null (salon_exchange_open (path, &error));
  g_assert_cmpstr (error->message, ==, "There is no file “clients.csv” any more.");
  g_clear_error (&error);
  g_assert_null (salon_exchange_open (folder, &error));
  g_assert_nonnull (strstr (error->message, "is a folder"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "a;b\n", -1, NULL));
  sheets = salon_exchange_list_sheets (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sheets), ==, 0);
  exchange_remove (path);
}

static void
test_changed_meanwhile (void)
{
  g_autofree char *path = exchange_path ("clients.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = NULL;
  g_autofree char *rows = NULL;

  g_assert_true (g_file_set_contents (path, "a;b\n1;2\n", -1, NULL));
  source = salon_exchange_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "a;b;c\n1;2;3\n", -1, NULL));
  rows = exchange_rows (source, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "“clients.csv” was changed"));
  g_assert_null (rows);
  exchange_remove (path);
}

static void
test_share (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SalonRowSource) source = NULL;
  g_autoptr (GArray) cells = salon_cells_new ();
  gboolean end = FALSE;
  gint64 line = 0;
  double before = 0;

  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, "name %d;%d\n", i, i);
  bytes = g_bytes_new (text->str, text->len);
  source = salon_exchange_open_bytes (bytes, "x", NULL, NULL);
  g_assert_false (salon_row_source_get_described (source));
  while (!end) {
    g_assert_true (salon_row_source_next (source, cells, &line, &end, NULL));
    g_assert_cmpfloat (salon_row_source_get_share (source), >=, before);
    before = salon_row_source_get_share (source);
  }
  g_assert_cmpint (line, >=, 50000);
  g_assert_cmpfloat (before, >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/tables", test_tables);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/short-texts", test_short_texts);
  g_test_add_func ("/csv/broken-letter", test_broken_letter);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/long-line", test_long_line);
  g_test_add_func ("/csv/files", test_files);
  g_test_add_func ("/csv/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/csv/share", test_share);
  return g_test_run ();
}
