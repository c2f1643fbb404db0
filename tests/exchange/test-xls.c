/* XLS: data/clients.xls was made once by python3-xlwt; what it has no writer for is put together here. */
#include "exchange/open-source.h"
#include "tests/exchange/exchange-fixture.h"

static GBytes *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "clients.xls", NULL);
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_excel (void)
{
  g_autoptr (GBytes) bytes = load ();
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = exchange_read (bytes, "clients.xls", NULL, &error);
  g_autofree char *long_text = g_strnfill (3000, 'x');
  g_autofree char *start = g_strdup_printf ("1|t:Имя|t:Tālrunis|t:Tālrunis|t:Born\n"
                                            "3|t:Žanete 😀|n:37129123456|t:0029|d:1985-05-17|w:2026-11-22 14:30|p:1250|t:10:30|"
                                            "b:1|n:12.5|n:-7\n5|t:%s\n6|t:Клиент № 0\n", long_text);

  g_assert_no_error (error);
  if (!g_str_has_prefix (rows, start))
    g_error ("“%s” does not begin with “%s”", rows, start);
  g_assert_true (g_str_has_suffix (rows, "305|t:Клиент № 299\n"));
}

static void
test_sheets (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "clients.xls", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = salon_exchange_list_sheets (path, &error);
  g_autoptr (SalonRowSource) hidden = salon_exchange_open_sheet (path, "Скрытый", &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sheets), ==, 1);
  g_assert_cmpstr (sheets[0], ==, "Клиенты");
  rows = exchange_rows (hidden, &error);
  g_assert_cmpstr (rows, ==, "1|t:secret\n");
  g_assert_null (salon_exchange_open_sheet (path, "None", &error));
  g_assert_cmpstr (error->message, ==, "There is no sheet “None” in “clients.xls”.");
}

static void
put_record (GByteArray *bytes, guint type, const void *data, guint length)
{
  const guint8 head[] = { (guint8) type, (guint8) (type >> 8), (guint8) length, (guint8) (length >> 8) };

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, data, length);
}

/* Excel 95: bytes in a code page, rows in any order, packed numbers, results of formulas. */
static void
test_excel_95 (void)
{
  GByteArray *stream = g_byte_array_new ();
  guint32 at = 0;

  put_record (stream, 0x0809, "\000\005\005\000\0\0\0\0", 8);
  put_record (stream, 0x0042, "\343\004", 2); /* 1251 */
  put_record (stream, 0x041E, "\244\000\012dd.mm.yyyy", 13);
  put_record (stream, 0x00E0, "\0\0\0\0", 4);
  put_record (stream, 0x00E0, "\0\0\244\0", 4);
  at = stream->len + 4;
  put_record (stream, 0x0085, "\0\0\0\0\0\0\004\313\350\361\362", 11); /* Лист */
  put_record (stream, 0x000A, "", 0);
  g_assert_cmpuint (stream->len, <, 256);
  stream->data[at] = (guint8) stream->len;
  put_record (stream, 0x0809, "\000\005\020\000\0\0\0\0", 8);
  put_record (stream, 0x0204, "\002\0\0\0\0\0\004\0\300\355\355\340", 12);             /* A3: Анна */
  put_record (stream, 0x0204, "\0\0\0\0\0\0\003\0\310\354\377", 11);                   /* A1: Имя */
  put_record (stream, 0x027E, "\002\0\001\0\001\0\062\324\002\000", 10);              /* B3: a day, packed */
  put_record (stream, 0x00BD, "\002\0\003\0\0\0\007\0\0\0\0\0\367\001\0\0\004\0", 18); /* D3: 0.01, E3: 1.25 */
  put_record (stream, 0x0006, "\002\0\006\0\0\0\0\0\0\0\0\0\377\377\0\0\0\0\0\0\0\0", 22); /* G3: a text comes */
  put_record (stream, 0x0207, "\003\0\345\361\362", 5);
  put_record (stream, 0x0006, "\002\0\007\0\0\0\001\0\001\0\0\0\377\377\0\0\0\0\0\0\0\0", 22); /* H3: true */
  put_record (stream, 0x0205, "\002\0\010\0\0\0\052\001", 8);                          /* I3: #N/A */
  put_record (stream, 0x000A, "", 0);
  exchange_assert_rows (exchange_ole ("Book", stream),
                        "1|t:Имя\n3|t:Анна|d:2026-11-22||n:0.01|n:1.25||t:ест|b:1|e:#N/A\n");
}

static void
test_refused (void)
{
  GByteArray *locked = g_byte_array_new (), *sheetless = g_byte_array_new ();

  put_record (locked, 0x0809, "\000\006\005\000\0\0\0\0", 8);
  put_record (locked, 0x002F, "\001\0", 2);
  put_record (sheetless, 0x0809, "\000\006\005\000\0\0\0\0", 8);
  put_record (sheetless, 0x000A, "", 0);
  exchange_assert_refused (exchange_ole ("Workbook", locked), "is protected by a password");
  exchange_assert_refused (exchange_ole ("EncryptedPackage", g_byte_array_new ()), "is protected by a password");
  exchange_assert_refused (exchange_ole ("WordDocument", g_byte_array_new ()), "is not a table");
  exchange_assert_refused (exchange_ole ("Workbook", sheetless), "There is no sheet");
  exchange_assert_refused (exchange_ole ("Workbook", g_byte_array_new ()), "is damaged");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = load ();

  for (gsize n = 0; n < g_bytes_get_size (whole); n += 97) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, n);
    g_autoptr (GError) error = NULL;
    g_autofree char *rows = exchange_read (cut, "cut.xls", NULL, &error);

    if (rows == NULL)
      g_assert_nonnull (strstr (error->message, "“cut.xls”"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xls/excel", test_excel);
  g_test_add_func ("/xls/sheets", test_sheets);
  g_test_add_func ("/xls/excel-95", test_excel_95);
  g_test_add_func ("/xls/refused", test_refused);
  g_test_add_func ("/xls/cut", test_cut);
  return g_test_run ();
}
