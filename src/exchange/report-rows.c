#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/report-rows.h"

struct _SalonReportLabels {
  const SalonReportTable *table;
  guint next;
  const SalonReportRow *row;
  const char **texts; /* of the present row, one a column; what stays empty is NULL */
};

/**
 * salon_report_labels_new:
 * @table: stays as it is as long as the labels are read
 *
 * Returns: (transfer full): before the first row
 */
SalonReportLabels *
salon_report_labels_new (const SalonReportTable *table)
{
  SalonReportLabels *self = g_new0 (SalonReportLabels, 1);

  self->table = table;
  self->texts = g_new0 (const char *, table->columns->len + 1);
  return self;
}

/**
 * salon_report_labels_free:
 * @self: (transfer full):
 */
void
salon_report_labels_free (SalonReportLabels *self)
{
  g_free (self->texts);
  g_free (self);
}

/* Whether a grouping of the row is named by a row above only. */
static gboolean
is_named_above (const SalonReportLabels *self, guint column, gboolean is_of_same_group)
{
  return column < self->table->n_groupings && column < self->row->level && is_of_same_group;
}

/**
 * salon_report_labels_next: goes on to the next row
 */
void
salon_report_labels_next (SalonReportLabels *self)
{
  const SalonReportRow *before = self->row;
  gboolean same = before != NULL;

  self->row = salon_report_table_row (self->table, self->next);
  for (guint i = 0; i < self->table->columns->len; i++) {
    const SalonCell *cell = salon_report_table_cell (self->table, self->next, i);

    same = same && i < before->level && i < self->row->level && before->path[i] == self->row->path[i];
    if (cell->kind == SALON_CELL_TEXT)
      self->texts[i] = cell->text;
    else if (!is_named_above (self, i, same))
      self->texts[i] = NULL;
  }
  /* A row that sums everything up says so, whether the report named it or not. */
  if (self->row->kind == SALON_REPORT_TOTAL && self->table->columns->len > 0 && self->texts[0] == NULL
      && salon_report_table_column (self->table, 0)->role == SALON_REPORT_LABEL)
    self->texts[0] = C_ ("report", "Total");
  self->next++;
}

/**
 * salon_report_labels_get:
 *
 * Returns: (transfer none) (nullable): the text that stands in a column of the present row; %NULL if there is none
 */
const char *
salon_report_labels_get (const SalonReportLabels *self, guint column)
{
  return self->texts[column];
}

/**
 * salon_report_labels_is_marked:
 *
 * Returns: whether the time of the present row is not over, and this column names it
 */
gboolean
salon_report_labels_is_marked (const SalonReportLabels *self, guint column)
{
  guint last = self->row->level > 0 ? MIN (self->row->level, self->table->columns->len) - 1 : 0;

  while (last > 0 && self->texts[last] == NULL)
    last--;
  return self->row->is_incomplete && column == last;
}

/**
 * salon_report_has_incomplete:
 *
 * Returns: whether the time of some row is not over yet
 */
gboolean
salon_report_has_incomplete (const SalonReportTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->is_incomplete)
      return TRUE;
  return FALSE;
}

/**
 * salon_report_incomplete_sentence:
 *
 * Returns: (transfer none): what the mark of such rows means
 */
const char *
salon_report_incomplete_sentence (void)
{
  return _("* This period is not over yet.");
}

/**
 * salon_report_unit_decimals:
 *
 * Returns: how many of the last digits of a value are behind the point in a file for spreadsheets; of minutes: of their
 *   hours, see salon_report_hundredths_of_hours()
 */
int
salon_report_unit_decimals (SalonReportUnit unit, const SalonCurrency *currency)
{
  switch (unit) {
  case SALON_REPORT_MONEY:
    return currency->decimals;
  case SALON_REPORT_PERCENT:
  case SALON_REPORT_MINUTES:
    return 2;
  case SALON_REPORT_QUANTITY:
    return 3;
  case SALON_REPORT_COUNT:
  case SALON_REPORT_DAYS:
  case SALON_REPORT_DAY:
  case SALON_REPORT_TEXT:
  default:
    return 0;
  }
}

/**
 * salon_report_hundredths_of_hours:
 *
 * Two digits behind the point tell every minute from its neighbours.
 *
 * Returns: rounded half away from zero
 */
gint64
salon_report_hundredths_of_hours (gint64 minutes)
{
  gint64 hours = minutes / 60;
  gint64 rest = minutes % 60;

  return hours * 100 + (rest * 100 + (rest < 0 ? -30 : 30)) / 60;
}
