/* A writer of CSV.  Where fields stand between semicolons, numbers have a decimal comma: so Excel writes and reads it in
 * Latvia and Russia; with commas between fields they have a point. */
#include "exchange/csv-write.h"
#include "exchange/draft.h"
#include "exchange/guard.h"

#include <string.h>

struct _SalonCsvWriter {
  GObject parent_instance;
  SalonDraft *draft;
  char delimiter;
  int decimals; /* of money */
  GString *line;
};

static void salon_csv_writer_iface_init (SalonRowWriterInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonCsvWriter, salon_csv_writer, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_WRITER, salon_csv_writer_iface_init))

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return FALSE;
  return strpbrk (text, "\"\r\n;,\t|") != NULL || text[0] == ' ' || text[length - 1] == ' '
         || g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

/**
 * salon_csv_append_text:
 * @line: the field is added at its end
 *
 * A text as a field: quoted where it must be, and never a formula.
 */
void
salon_csv_append_text (GString *line, const char *text)
{
  g_autofree char *guarded = salon_guard_is_needed (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);

  if (!needs_quotes (guarded)) {
    g_string_append (line, guarded);
    return;
  }
  g_string_append_c (line, '"');
  for (const char *p = guarded; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *p);
  }
  g_string_append_c (line, '"');
}

/**
 * salon_csv_append_fixed:
 * @line: the field is added at its end
 * @delimiter: between the fields: ';' goes with a decimal comma
 * @decimals: so many of the last digits of @value are behind the point
 */
void
salon_csv_append_fixed (GString *line, char delimiter, gint64 value, int decimals)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  guint64 unit = 1;

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  g_string_append_printf (line, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size / unit);
  if (decimals > 0)
    g_string_append_printf (line, "%c%0*" G_GUINT64_FORMAT, delimiter == ';' ? ',' : '.', decimals, size % unit);
}

static void
append_number (SalonCsvWriter *self, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "";
  char *point = NULL;

  g_ascii_dtostr (buffer, sizeof buffer, number);
  point = strchr (buffer, '.');
  if (point != NULL && self->delimiter == ';')
    *point = ',';
  g_string_append (self->line, buffer);
}

static void
append_day (SalonCsvWriter *self, gint64 day)
{
  g_autofree char *iso = salon_day_format_iso ((SalonDay) CLAMP (day, SALON_DAY_MIN, SALON_DAY_MAX));

  g_string_append (self->line, iso);
}

static void
append_cell (SalonCsvWriter *self, const SalonCell *cell)
{
  gint64 day = 0, minute = 0;

  switch (cell->kind) {
  case SALON_CELL_TEXT:
    salon_csv_append_text (self->line, cell->text);
    break;
  case SALON_CELL_NUMBER:
    append_number (self, cell->number);
    break;
  case SALON_CELL_INTEGER:
  case SALON_CELL_BOOLEAN:
    salon_csv_append_fixed (self->line, self->delimiter, cell->integer, 0);
    break;
  case SALON_CELL_MONEY:
    salon_csv_append_fixed (self->line, self->delimiter, cell->integer, self->decimals);
    break;
  case SALON_CELL_PERCENT:
    salon_csv_append_fixed (self->line, self->delimiter, cell->integer, 2);
    g_string_append_c (self->line, '%');
    break;
  case SALON_CELL_DAY:
    append_day (self, cell->integer);
    break;
  case SALON_CELL_MINUTE:
    minute = ((cell->integer % SALON_MINUTES_A_DAY) + SALON_MINUTES_A_DAY) % SALON_MINUTES_A_DAY;
    day = (cell->integer - minute) / SALON_MINUTES_A_DAY;
    append_day (self, day);
    g_string_append_printf (self->line, " %02d:%02d", (int) minute / 60, (int) minute % 60);
    break;
  case SALON_CELL_EMPTY:
  default:
    break;
  }
}

static gboolean
write_line (SalonCsvWriter *self, GError **error)
{
  g_string_append (self->line, "\r\n");
  return salon_draft_write (self->draft, self->line->str, self->line->len, error);
}

static gboolean
salon_csv_writer_begin (SalonRowWriter *writer, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  SalonCsvWriter *self = SALON_CSV_WRITER (writer);

  g_string_assign (self->line, SALON_CSV_MARK);
  for (guint i = 0; i < n_heads; i++) {
    if (i > 0)
      g_string_append_c (self->line, self->delimiter);
    salon_csv_append_text (self->line, heads[i].heading);
  }
  return write_line (self, error);
}

static gboolean
salon_csv_writer_row (SalonRowWriter *writer, const GArray *cells, GError **error)
{
  SalonCsvWriter *self = SALON_CSV_WRITER (writer);

  g_string_truncate (self->line, 0);
  for (guint i = 0; i < cells->len; i++) {
    if (i > 0)
      g_string_append_c (self->line, self->delimiter);
    append_cell (self, &g_array_index (cells, SalonCell, i));
  }
  return write_line (self, error);
}

static gboolean
salon_csv_writer_finish (SalonRowWriter *writer, GError **error)
{
  return salon_draft_finish (SALON_CSV_WRITER (writer)->draft, error);
}

static void
salon_csv_writer_iface_init (SalonRowWriterInterface *iface)
{
  iface->begin = salon_csv_writer_begin;
  iface->row = salon_csv_writer_row;
  iface->finish = salon_csv_writer_finish;
}

static void
salon_csv_writer_finalize (GObject *object)
{
  SalonCsvWriter *self = SALON_CSV_WRITER (object);

  g_clear_pointer (&self->draft, salon_draft_free);
  g_string_free (self->line, TRUE);
  G_OBJECT_CLASS (salon_csv_writer_parent_class)->finalize (object);
}

static void
salon_csv_writer_class_init (SalonCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_csv_writer_finalize;
}

static void
salon_csv_writer_init (SalonCsvWriter *self)
{
  self->line = g_string_new (NULL);
}

/**
 * salon_csv_writer_new:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @delimiter: between the fields: ';' or ','
 * @currency: of the amounts
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowWriter *
salon_csv_writer_new (const char *path, char delimiter, const SalonCurrency *currency, GError **error)
{
  SalonDraft *draft = salon_draft_new (path, error);
  SalonCsvWriter *self = NULL;

  if (draft == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_CSV_WRITER, NULL);
  self->draft = draft;
  self->delimiter = delimiter;
  self->decimals = currency->decimals;
  return SALON_ROW_WRITER (self);
}
