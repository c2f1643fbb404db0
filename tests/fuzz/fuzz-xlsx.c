/* The reader of XLSX under a fuzzer.  The first byte says what the rest is: the archive itself, or one of its parts; a
 * fuzzer could not keep the check sums of an archive right. */
#include "tests/exchange/exchange-fixture.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char workbook[] = "<workbook xmlns:r='" OFFICE "'><workbookPr date1904='0'/><sheets><sheet name='A' state='hidden' r:id='rId1'/>"
                               "<sheet name='B' r:id='rId1'/></sheets></workbook>";
static const char relations[] = "<Relationships><Relationship Id='rId1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
                                "<Relationship Id='r2' Type='x/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>";
static const char sheet[] = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46348.5</v></c><c t='b'><v>1</v></c>"
                            "<c t='inlineStr'><is><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></is></c><c t='e'><v>#N/A</v></c>"
                            "<c t='d'><v>2026-11-22T10:00:00</v></c><c s='2'><f>1</f><v>0.5</v></c></row><row><c t='s'><v>1</v></c></row></sheetData>"
                            "<mergeCells><mergeCell ref='A1:C1'/></mergeCells></worksheet>";
static const char texts[] = "<sst><si><t>Name</t></si><si><r><t>x</t></r><rPh><t>y</t></rPh></si></sst>";
static const char styles[] = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-419]DD.MM.YYYY\\ &quot;г&quot;;@'/></numFmts>"
                             "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs></styleSheet>";

#define N_PARTS 5

static GBytes *
book (guint changed, const char *text)
{
  ExchangePart parts[N_PARTS] = { { "xl/workbook.xml", workbook },          { "xl/_rels/workbook.xml.rels", relations },
                                  { "xl/worksheets/sheet1.xml", sheet },    { "xl/sharedStrings.xml", texts },
                                  { "xl/styles.xml", styles } };

  if (changed < N_PARTS)
    parts[changed].text = text;
  return exchange_zip (parts, N_PARTS, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data + 1, size - 1) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (size == 0)
    return 0;
  bytes = data[0] % (N_PARTS + 1) == N_PARTS ? g_bytes_new (data + 1, size - 1) : book (data[0] % (N_PARTS + 1), text);
  fuzz_read (bytes);
  return 0;
}

static void
add (GPtrArray *examples, guint8 kind, const void *data, gsize size)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, &kind, 1);
  g_byte_array_append (bytes, data, (guint) size);
  g_ptr_array_add (examples, g_byte_array_free_to_bytes (bytes));
}

GPtrArray *
fuzz_examples (void)
{
  const char *const parts[N_PARTS] = { workbook, relations, sheet, texts, styles };
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) whole = book (N_PARTS, NULL);
  gsize size = 0;
  const void *data = g_bytes_get_data (whole, &size);

  for (guint8 i = 0; i < N_PARTS; i++)
    add (examples, i, parts[i], strlen (parts[i]));
  add (examples, N_PARTS, data, size);
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "<row>", "</row>", "<row/>", "<c>", "</c>", "<v>", "</v>", "r='XFD1'", "r='ZZZZ9'", "t='s'", "t='d'", "s='1'",
                                       "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "&#0;", "_x0000_", "_xD83D_", "99999999999999999999", "1e308", "-1",
                                       "[h]", "\\", "\"", "General", "<mergeCell ref='A1:XFD1'/>", NULL };

  return words;
}
