/* Address books of phones and mail programs. */
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "tests/exchange/exchange-fixture.h"

#define KEYS                                                                                                           \
  "1|t:first_name|t:surname|t:patronymic|t:phone|t:phone_2|t:phone_3|t:email|t:birth_date|t:address|t:note|t:tags|t:sex|" \
  "t:company\n"
#define CARD(lines) "BEGIN:VCARD\r\n" lines "END:VCARD\r\n"

static void
test_tables (void)
{
  static const char *const rows[][2] = {
    /* Android */
    { CARD ("VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2=D0=B0;=D0=\r\n"
            "=90=D0=BD=D0=BD=D0=B0;;;\r\nTEL;CELL:+37129123456\r\nTEL;HOME:67123456\r\nTEL;FAX:1\r\n"
            "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ\r\n AAAQABAAD/2w==\r\n\r\nBDAY:1985-05-17\r\n"),
      "1|t:Анна|t:Иванова||t:+37129123456|t:67123456|||d:1985-05-17|||||\n" },
    /* iPhone */
    { CARD ("VERSION:3.0\r\nPRODID:-//Apple Inc.//iOS 17//EN\r\nN:Bērziņa;Līga;Jāņa meita;;\r\nFN:Līga Bērziņa\r\n"
            "ORG:Salons\\, SIA;Daļa\r\nitem1.EMAIL;type=INTERNET;type=pref:liga@example.org\r\nTEL;type=HOME;type=VOICE:1\r\n"
            "TEL;type=CELL;type=VOICE;type=pref:2\r\nitem2.ADR;type=HOME:;;Brīvības iela 1;Rīga;;LV-1001;Latvija\r\n"
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\nNOTE:one\\ntwo\\, th\r\n ree\r\nCATEGORIES:VIP,nails\\,hair\r\n"),
      "1|t:Līga|t:Bērziņa|t:Jāņa meita|t:2|t:1||t:liga@example.org|t:29.02|t:Brīvības iela 1, Rīga, LV-1001, Latvija|"
      "t:one\ntwo, three|t:VIP, nails,hair||t:Salons, SIA Daļa\n" },
    /* 4.0 */
    { CARD ("VERSION:4.0\r\nFN:Anna Marija Kalna\r\nGENDER:F\r\nBDAY:--0517\r\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+371-67\r\n"
            "TEL:3\r\nTEL:4\r\nTEL:5\r\nTEL;TYPE=cell:6\r\n"),
      "1|t:Anna|t:Marija Kalna||t:6|t:+371-67|t:3||t:17.05||||t:F|\n" },
    /* cp1251 in quoted-printable, named and not */
    { CARD ("VERSION:2.1\r\nN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED=EE=E2=E0;=C0=ED=ED=E0\r\n"
            "NOTE;ENCODING=QUOTED-PRINTABLE:=C8=F0=E8=ED=E0\r\n"),
      "1|t:Анна|t:Иванова||||||||t:Ирина|||\n" },
    /* a card within a card, and no line end at the end */
    { "BEGIN:VCARD\nN:A;B\nAGENT:\nBEGIN:VCARD\nN:X;Y\nEND:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nN:C;D\nEND:VCARD",
      "1|t:B|t:A||t:1|||||||||\n9|t:D|t:C|||||||||||\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *expected = g_strconcat (KEYS, rows[i][1], NULL);

    exchange_assert_rows (g_bytes_new_static (rows[i][0], strlen (rows[i][0])), expected);
  }
}

static void
test_refused (void)
{
  const char *cut = "BEGIN:VCARD\nN:A;B\nEND:VCARD\nBEGIN:VCARD\nN:C;D\n";

  exchange_assert_refused (g_bytes_new_static (cut, strlen (cut)), "begins in line 4");
}

/* A picture of some megabytes in one line is passed over. */
static void
test_long_line (void)
{
  g_autofree char *picture = g_strnfill (8 << 20, 'A');
  g_autofree char *text = g_strdup_printf (CARD ("N:A;B\r\nPHOTO;ENCODING=b:%s\r\nTEL:1\r\n"), picture);

  exchange_assert_rows (g_bytes_new (text, strlen (text)), KEYS "1|t:B|t:A||t:1|||||||||\n");
}

static void
test_returns (void)
{
  static const SalonColumnHead heads[] = { { "surname", "S", SALON_CELL_TEXT }, { "first_name", "F", SALON_CELL_TEXT },
                                           { "phone", "P", SALON_CELL_TEXT },   { "phone_2", "P", SALON_CELL_TEXT },
                                           { "birth_date", "B", SALON_CELL_DAY }, { "note", "N", SALON_CELL_TEXT },
                                           { "tags", "T", SALON_CELL_TEXT },    { "gender", "G", SALON_CELL_TEXT },
                                           { "visits", "V", SALON_CELL_INTEGER }, { "address", "A", SALON_CELL_TEXT } };
  const char *note = "Очень длинное примечание, с запятыми; и точками; \\ и 😀 знаками,\nна двух строках, которое не входит в строку";
  const char *const texts[] = { "Kalna; \\ x", "Анна", "+371 29123456", "67", NULL, note, "VIP, nails", "Женский", NULL, "Rīga; 1, 2" };
  g_autofree char *path = exchange_path ("out.vcf");
  g_autofree char *expected = g_strdup_printf (KEYS "1|t:Анна|t:Kalna; \\ x||t:+371 29123456|t:67|||d:1985-05-17|t:Rīga; 1, 2|t:%s|"
                                                    "t:VIP, nails|t:F|\n15||||t:+371 29123456||||t:29.02|||||\n", note);
  g_autofree char *rows = NULL, *text = NULL;
  g_autoptr (GArray) row = salon_cells_new (), bare = salon_cells_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = NULL;
  g_autoptr (SalonRowWriter) writer = salon_exchange_create (path, SALON_EXCHANGE_VCARD, salon_currency_by_code ("EUR"), "", &error);

  g_array_set_size (row, G_N_ELEMENTS (heads));
  g_array_set_size (bare, G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    salon_cell_set_text (&g_array_index (row, SalonCell, i), texts[i]);
  salon_cell_set_integer (&g_array_index (row, SalonCell, 4), SALON_CELL_DAY, salon_day_from_ymd (1985, 5, 17));
  salon_cell_set_text (&g_array_index (bare, SalonCell, 2), "+371 29123456");
  salon_cell_set_text (&g_array_index (bare, SalonCell, 4), "29.02.");
  g_assert_true (salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), &error));
  g_assert_true (salon_row_writer_row (writer, row, &error));
  g_assert_true (salon_row_writer_row (writer, bare, &error));
  g_assert_true (salon_row_writer_finish (writer, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *p = text, *end = NULL; (end = strstr (p, "\r\n")) != NULL; p = end + 2)
    g_assert_cmpint (end - p, <=, 75);
  source = salon_exchange_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (salon_row_source_get_described (source));
  rows = exchange_rows (source, &error);
  g_assert_nonnull (rows);
  g_assert_cmpstr (rows, ==, expected);
  exchange_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/tables", test_tables);
  g_test_add_func ("/vcard/refused", test_refused);
  g_test_add_func ("/vcard/long-line", test_long_line);
  g_test_add_func ("/vcard/returns", test_returns);
  return g_test_run ();
}
