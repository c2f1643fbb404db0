/* XLSX as Excel, LibreOffice and others write it, and as nobody should. */
#include "base/error.h"
#include "exchange/open-source.h"
#include "tests/exchange/exchange-fixture.h"

#include <glib/gstdio.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char styles[]
    = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='DD.MM.YYYY'/><numFmt numFmtId='165' formatCode='ДД.ММ.ГГГГ'/>"
      "<numFmt numFmtId='166' formatCode='[$-426]dd\\.mm\\.yyyy\\ hh:mm;@'/>"
      "<numFmt numFmtId='167' formatCode='#,##0.00\\ [$€-426];[Red]\\-#,##0.00\\ [$€-426]'/>"
      "<numFmt numFmtId='168' formatCode='General'/><numFmt numFmtId='169' formatCode='0.0%'/>"
      "<numFmt numFmtId='170' formatCode='&quot;day &quot;0'/><numFmt numFmtId='171' formatCode='[h]:mm:ss'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
      "<xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='169'/><xf numFmtId='170'/><xf numFmtId='171'/>"
      "<xf numFmtId='20'/><xf numFmtId='9'/><xf numFmtId='22'/></cellXfs></styleSheet>";

static void
test_excel (void)
{
  exchange_assert_rows (
      exchange_book ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='D1' t='s'><v>2</v></c></row>"
                     "<row r='2'/><row r='4' spans='1:4'><c r='A4' t='inlineStr'><is><t>Anna</t></is></c>"
                     "<c r='B4'><v>37129123456</v></c><c r='C4' t='b'><v>1</v></c><c r='D4' t='e'><v>#N/A</v></c>"
                     "<c r='E4' t='str'><f>A1</f><v>a &amp; b</v></c><c r='F4'><v>1.5E2</v></c><c r='G4' s='1'/></row>",
                     "",
                     "<sst><si><t>Name</t></si><si><r><t>Ph</t></r><r><rPr><b/></rPr><t xml:space='preserve'>one </t></r>"
                     "<rPh sb='0' eb='1'><t>sound</t></rPh></si><si><t>x_x000D_y_x005F_x000D_</t></si></sst>",
                     styles),
      "1|t:Name|t:Phone ||t:x\ry_x000D_\n4|t:Anna|n:37129123456|b:1|e:#N/A|t:a & b|n:150\n");
}

static void
test_dates (void)
{
  exchange_assert_rows (
      exchange_book ("<row r='1'><c s='1'><v>46348</v></c><c s='2'><v>31184</v></c><c s='3'><v>61</v></c><c s='3'><v>1</v></c>"
                     "<c s='4'><v>46348.604166666664</v></c><c s='5'><v>46348</v></c><c s='6'><v>46348</v></c>"
                     "<c s='7'><v>0.125</v></c><c s='8'><v>5</v></c><c s='9'><v>0.4375</v></c><c s='10'><v>0.4375</v></c>"
                     "<c s='11'><v>0.5</v></c><c s='12'><v>46348.75</v></c><c s='1'><v>-5</v></c><c s='1'><v>9999999</v></c>"
                     "<c t='d'><v>2026-11-22</v></c><c t='d'><v>2026-11-22T14:05:00</v></c><c s='99'><v>7</v></c></row>",
                     "", NULL, styles),
      "1|d:2026-11-22|d:1985-05-17|d:1900-03-01|d:1900-01-01|w:2026-11-22 14:30|n:46348|n:46348|p:1250|n:5|t:10:30|t:10:30|"
      "p:5000|w:2026-11-22 18:00|n:-5|n:9999999|d:2026-11-22|w:2026-11-22 14:05|n:7\n");
}

static GBytes *
book_of (const char *workbook, const char *first_sheet, const char *second_sheet)
{
  const ExchangePart parts[] = {
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='rId2' Type='" OFFICE "/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
      "<Relationship Id='rId3' Type='" OFFICE "/chartsheet' Target='chartsheets/sheet3.xml'/></Relationships>" },
    { "xl/worksheets/sheet1.xml", first_sheet },
    { "xl/worksheets/sheet2.xml", second_sheet },
  };

  return exchange_zip (parts, G_N_ELEMENTS (parts), TRUE);
}

static void
test_sheets (void)
{
  const char *workbook = "<x:workbook xmlns:x='m' xmlns:r='" OFFICE "'><x:workbookPr date1904='1'/><x:sheets>"
                         "<x:sheet name='Chart' r:id='rId3'/><x:sheet name='Hidden' state='hidden' r:id='rId1'/>"
                         "<x:sheet name='Клиенты' r:id='rId2'/></x:sheets></x:workbook>";
  const char *hidden = "<worksheet><sheetData><row><c t='str'><v>secret</v></c></row></sheetData></worksheet>";
  const char *shown = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='str'><x:v>A</x:v></x:c></x:row>"
                      "<x:row><x:c t='d'><x:v>2020-01-01</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  g_autoptr (GBytes) bytes = book_of (workbook, hidden, shown);
  g_autofree char *path = exchange_path ("book.xlsx");
  g_autofree char *rows = NULL;
  g_auto (GStrv) sheets = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  exchange_assert_rows (g_bytes_ref (bytes), "1|t:A\n2|d:2020-01-01\n");
  rows = exchange_read (bytes, "x", "Hidden", &error);
  g_assert_cmpstr (rows, ==, "1|t:secret\n");
  g_assert_null (exchange_read (bytes, "x.xlsx", "None", &error));
  g_assert_cmpstr (error->message, ==, "There is no sheet “None” in “x.xlsx”.");
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  sheets = salon_exchange_list_sheets (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sheets), ==, 1);
  g_assert_cmpstr (sheets[0], ==, "Клиенты");
  exchange_remove (path);
}

static void
test_1904 (void)
{
  const char *workbook = "<workbook xmlns:r='" OFFICE "'><workbookPr date1904='true'/><sheets><sheet name='A' r:id='rId1'/>"
                         "</sheets></workbook>";
  const ExchangePart parts[] = {
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>" },
    { "XL\\Worksheets\\Sheet1.xml", "<worksheet><sheetData><row><c s='1'><v>0</v></c><c s='1'><v>44886</v></c></row></sheetData></worksheet>" },
    { "xl/styles.xml", styles },
  };

  exchange_assert_rows (exchange_zip (parts, G_N_ELEMENTS (parts), FALSE), "1|d:1904-01-01|d:2026-11-22\n");
}

static void
test_joined (void)
{
  exchange_assert_rows (
      exchange_book ("<row r='1'><c r='A1' t='str'><v>Client</v></c><c r='C1' t='str'><v>Phones</v></c></row>"
                     "<row r='2'><c r='C2' t='str'><v>mobile</v></c><c r='D2' t='str'><v>home</v></c></row>"
                     "<row r='20'><c r='A20' t='str'><v>Anna</v></c></row>",
                     "<mergeCells count='3'><mergeCell ref='A1:B1'/><mergeCell ref='C1:D1'/><mergeCell ref='A20:D20'/></mergeCells>",
                     NULL, NULL),
      "1|t:Client|t:Client|t:Phones|t:Phones\n2|||t:mobile|t:home\n20|t:Anna\n");
}

static void
test_odd_places (void)
{
  /* rows and cells without their places, out of order, twice */
  exchange_assert_rows (exchange_book ("<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
                                       "<row r='1'><c r='C9' t='str'><v>c</v></c><c t='str'><v>d</v></c><c r='A1' t='str'><v>e</v></c></row>",
                                       "", NULL, NULL),
                        "1|t:a|t:b\n2|t:e||t:c|t:d\n");
}

static void
test_refused (void)
{
  g_autofree char *wide = g_strdup ("<row r='1'><c r='XFE1'><v>1</v></c></row>");
  g_autofree char *long_text = g_strnfill (2 << 20, 'x');
  g_autofree char *long_cell = g_strdup_printf ("<row><c t='str'><v>%s</v></c></row>", long_text);
  g_autofree char *long_tag = g_strdup_printf ("<row a='%s%s%s'/>", long_text, long_text, long_text);
  g_autoptr (GString) deep = g_string_new (NULL);
  const ExchangePart other[] = { { "word/document.xml", "<x/>" } };
  const ExchangePart calc[] = { { "mimetype", "application/vnd.oasis" }, { "content.xml", "<x/>" } };
  const ExchangePart binary[] = { { "xl/workbook.bin", "x" } };

  for (int i = 0; i < 2000; i++)
    g_string_append (deep, i < 1000 ? "<row>" : "</row>");
  exchange_assert_refused (exchange_book (wide, "", NULL, NULL), "Row 1 of");
  exchange_assert_refused (exchange_book (long_cell, "", NULL, NULL), "Row 1 of");
  exchange_assert_refused (exchange_book (long_tag, "", NULL, NULL), "“xl/worksheets/sheet1.xml”");
  exchange_assert_refused (exchange_book (deep->str, "", NULL, NULL), "“xl/worksheets/sheet1.xml”");
  exchange_assert_refused (exchange_book ("<row><c>", "", NULL, NULL), "is damaged");
  exchange_assert_refused (exchange_book ("", "", "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst><si><t>&a;</t></si></sst>", NULL),
                           "“xl/sharedStrings.xml”");
  exchange_assert_refused (exchange_zip (other, 1, TRUE), "is not a table");
  exchange_assert_refused (exchange_zip (calc, 2, TRUE), "file of LibreOffice");
  exchange_assert_refused (exchange_zip (binary, 1, TRUE), "XLSB");
  exchange_assert_refused (g_bytes_new ("PK\003\004 and then nothing", 22), "cannot be unpacked");
  exchange_assert_refused (book_of ("<workbook><sheets/></workbook>", "<x/>", "<x/>"), "There is no sheet");
}

/* 200 MB of nothing in 200 kB. */
static void
test_bomb (void)
{
  gsize size = 200 << 20;
  char *data = g_malloc (size + 1);

  for (gsize i = 0; i + 8 <= size; i += 8)
    memcpy (data + i, "<row/>  ", 8);
  data[size] = '\0';
  exchange_assert_refused (exchange_book (data, "", NULL, NULL), "would unpack to far more");
  g_free (data);
}

/* One shared text in many cells of one row: the file is small, the row would be huge. */
static void
test_repeated_text (void)
{
  g_autofree char *text = g_strnfill (500000, 'x');
  g_autofree char *texts = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", text);
  g_autoptr (GString) row = g_string_new ("<row r='1'>");

  for (int i = 0; i < 10000; i++)
    g_string_append (row, "<c t='s'><v>0</v></c>");
  g_string_append (row, "</row>");
  exchange_assert_refused (exchange_book (row->str, "", texts, NULL), "Row 1 of");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = exchange_book ("<row><c t='str'><v>a</v></c></row>", "", NULL, styles);
  gsize size = g_bytes_get_size (whole);

  for (gsize n = 0; n < size; n += 7) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, n);
    g_autoptr (GError) error = NULL;
    g_autofree char *rows = exchange_read (cut, "cut.xlsx", NULL, &error);

    if (rows == NULL)
      g_assert_nonnull (strstr (error->message, "“cut.xlsx”"));
  }
}

static void
test_changed_meanwhile (void)
{
  g_autofree char *path = exchange_path ("book.xlsx");
  g_autoptr (GBytes) bytes = exchange_book ("<row><c t='str'><v>a</v></c></row>", "", NULL, NULL);
  g_autoptr (SalonRowSource) source = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  source = salon_exchange_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "gone", -1, NULL));
  g_assert_null (exchange_rows (source, &error));
  g_assert_nonnull (strstr (error->message, "“book.xlsx” was changed"));
  exchange_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/excel", test_excel);
  g_test_add_func ("/xlsx/dates", test_dates);
  g_test_add_func ("/xlsx/sheets", test_sheets);
  g_test_add_func ("/xlsx/1904", test_1904);
  g_test_add_func ("/xlsx/joined", test_joined);
  g_test_add_func ("/xlsx/odd-places", test_odd_places);
  g_test_add_func ("/xlsx/refused", test_refused);
  g_test_add_func ("/xlsx/bomb", test_bomb);
  g_test_add_func ("/xlsx/repeated-text", test_repeated_text);
  g_test_add_func ("/xlsx/cut", test_cut);
  g_test_add_func ("/xlsx/changed-meanwhile", test_changed_meanwhile);
  return g_test_run ();
}
