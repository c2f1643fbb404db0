/* libxlsxwriter writes bars for all series; the last of them is moved into a chart of lines with axes of its own, in the
 * XML that it wrote (ECMA-376, 21.2.2). */
#include "exchange/xlsx-axis.h"

#include <string.h>
#include <zip.h>

#define CHART     "xl/charts/chart1.xml"
#define MOST      (4 * 1024 * 1024) /* bytes of a chart */
#define AXIS      "990000001"
#define TEXT_AXIS "990000002"

#define LINES_BEGIN "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>"
#define LINES_END   "<c:marker val=\"1\"/><c:axId val=\"" TEXT_AXIS "\"/><c:axId val=\"" AXIS "\"/></c:lineChart>"

static const char second_axes[] =
    "<c:valAx><c:axId val=\"" AXIS "\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"1\"/><c:min val=\"0\"/>"
    "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"r\"/><c:numFmt formatCode=\"0%\" sourceLinked=\"0\"/>"
    "<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"" TEXT_AXIS
    "\"/><c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx>"
    "<c:catAx><c:axId val=\"" TEXT_AXIS "\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"1\"/>"
    "<c:axPos val=\"b\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>"
    "<c:crossAx val=\"" AXIS "\"/><c:crosses val=\"autoZero\"/></c:catAx>";

/* A line has no filling: what filled the bars draws the line. */
static char *
as_line (const char *series, gsize length)
{
  g_autofree char *text = g_strndup (series, length);
  g_auto (GStrv) parts = g_strsplit (text, "<c:spPr><a:solidFill>", 2);
  const char *end = parts[0] != NULL && parts[1] != NULL ? strstr (parts[1], "</a:solidFill></c:spPr>") : NULL;

  if (end == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s<c:spPr><a:ln w=\"28575\"><a:solidFill>%.*s</a:solidFill></a:ln></c:spPr>"
                          "<c:marker><c:symbol val=\"circle\"/><c:size val=\"5\"/></c:marker>%s",
                          parts[0], (int) (end - parts[1]), parts[1], end + strlen ("</a:solidFill></c:spPr>"));
}

/**
 * salon_xlsx_axis_in_chart:
 * @xml: a chart of bars, as libxlsxwriter writes it
 *
 * Returns: (transfer full) (nullable): the same with the last series as a line; %NULL if @xml is something else
 */
char *
salon_xlsx_axis_in_chart (const char *xml)
{
  const char *last = g_strrstr (xml, "<c:ser>");
  const char *end = last != NULL ? strstr (last, "</c:ser>") : NULL;
  const char *bars_end = end != NULL ? strstr (end, "</c:barChart>") : NULL;
  const char *axes_end = bars_end != NULL ? strstr (bars_end, "</c:valAx>") : NULL;
  GString *out = NULL;
  g_autofree char *line = NULL;

  if (axes_end == NULL)
    return NULL;
  end += strlen ("</c:ser>");
  bars_end += strlen ("</c:barChart>");
  axes_end += strlen ("</c:valAx>");
  line = as_line (last, (gsize) (end - last));
  out = g_string_new_len (xml, last - xml);
  g_string_append_len (out, end, bars_end - end);
  g_string_append_printf (out, "%s%s%s", LINES_BEGIN, line, LINES_END);
  g_string_append_len (out, bars_end, axes_end - bars_end);
  g_string_append (out, second_axes);
  g_string_append (out, axes_end);
  return g_string_free (out, FALSE);
}

static char *
read_chart (zip_t *zip)
{
  zip_stat_t stat;
  zip_file_t *file = NULL;
  char *xml = NULL;

  if (zip_stat (zip, CHART, 0, &stat) != 0 || stat.size > MOST)
    return NULL;
  file = zip_fopen (zip, CHART, 0);
  if (file == NULL)
    return NULL;
  xml = g_malloc0 (stat.size + 1);
  if (zip_fread (file, xml, stat.size) != (zip_int64_t) stat.size)
    g_clear_pointer (&xml, g_free);
  zip_fclose (file);
  return xml;
}

/* What is put in stays there until the file is closed. */
static gboolean
replace_chart (zip_t *zip, const char *xml)
{
  zip_int64_t index = zip_name_locate (zip, CHART, 0);
  zip_source_t *source = zip_source_buffer (zip, xml, strlen (xml), 0);

  if (source == NULL)
    return FALSE;
  if (index >= 0 && zip_file_replace (zip, (zip_uint64_t) index, source, 0) == 0)
    return TRUE;
  zip_source_free (source);
  return FALSE;
}

/**
 * salon_xlsx_axis_add:
 * @path: an Excel file that libxlsxwriter wrote, whose first chart has bars
 *
 * The last series becomes a line of percent on an axis at the right.
 *
 * Returns: whether it was done; the file is as it was otherwise
 */
gboolean
salon_xlsx_axis_add (const char *path)
{
  zip_t *zip = zip_open (path, 0, NULL);
  g_autofree char *xml = zip != NULL ? read_chart (zip) : NULL;
  g_autofree char *changed = xml != NULL ? salon_xlsx_axis_in_chart (xml) : NULL;

  if (zip == NULL)
    return FALSE;
  if (changed != NULL && replace_chart (zip, changed) && zip_close (zip) == 0)
    return TRUE;
  zip_discard (zip);
  return FALSE;
}
