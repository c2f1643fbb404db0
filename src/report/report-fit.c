/* Numbers are never broken between lines, so they decide; names can take two lines. */
#include "report/report-fit.h"

#define MOST_OF_LABELS 0.45 /* of the width, where the other columns come in parts */

static const double scales[] = { 1, 0.9, 0.8 };

static double
sum_of (const SalonFitColumn *columns, const guint *which, guint n, gboolean wish)
{
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    const SalonFitColumn *column = &columns[which != NULL ? which[i] : i];

    sum += wish ? column->wish : column->least;
  }
  return sum;
}

static GArray *
part_new (guint n_labels)
{
  GArray *part = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_labels; i++)
    g_array_append_val (part, i);
  return part;
}

/* How many columns from @first on belong together. */
static guint
group_length (const SalonFitColumn *columns, guint n, guint first)
{
  guint length = 1;

  while (first + length < n && columns[first + length].of == columns[first].of)
    length++;
  return length;
}

static double
width_with (const SalonFitColumn *columns, const GArray *part, guint first, guint length, double gap)
{
  double sum = sum_of (columns, (const guint *) (gpointer) part->data, part->len, FALSE);

  for (guint i = 0; i < length; i++)
    sum += columns[first + i].least;
  return sum + gap * (part->len + length - 1);
}

/* As many columns in each part as find room there, and at least one. */
static void
split (SalonFit *self, const SalonFitColumn *columns, guint n, guint n_labels, double width, double gap)
{
  GArray *part = part_new (n_labels);
  guint i = n_labels;

  while (i < n) {
    guint length = group_length (columns, n, i);

    if (width_with (columns, part, i, length, gap) > width) {
      if (part->len > n_labels) {
        g_ptr_array_add (self->parts, part);
        part = part_new (n_labels);
        continue;
      }
      while (length > 1 && width_with (columns, part, i, length, gap) > width)
        length--;
    }
    for (; length > 0; length--, i++)
      g_array_append_val (part, i);
  }
  g_ptr_array_add (self->parts, part);
}

/**
 * salon_fit_new:
 * @n_labels: so many of the first columns are repeated where the others come in parts
 * @upright: width of the text on upright paper, in points
 * @across: on paper that lies
 * @gap: between columns
 *
 * Upright at full size if it can be, else lying, else smaller, else in parts.
 *
 * Returns: (transfer full): a way in which no column is narrower than it must be, unless one is wider than the paper
 */
SalonFit *
salon_fit_new (const SalonFitColumn *columns, guint n, guint n_labels, double upright, double across, double gap)
{
  SalonFit *self = g_new0 (SalonFit, 1);
  double least = sum_of (columns, NULL, n, FALSE);
  double gaps = n > 0 ? gap * (n - 1) : 0;
  guint last = G_N_ELEMENTS (scales) - 1;
  guint i = 0;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->is_across = least + gaps > upright;
  while (i < last && least * scales[i] + gaps > (self->is_across ? across : upright))
    i++;
  self->scale = scales[i];
  while (n_labels > 1 && sum_of (columns, NULL, n_labels, FALSE) * self->scale > across * MOST_OF_LABELS
         && least * self->scale + gaps > across)
    n_labels--;
  split (self, columns, n, MIN (n_labels, n), (self->is_across ? across : upright) / self->scale, gap / self->scale);
  return self;
}

/**
 * salon_fit_free:
 * @self: (transfer full):
 */
void
salon_fit_free (SalonFit *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static guint
count_labels (const SalonFitColumn *columns, const GArray *part)
{
  guint n = 0;

  for (guint i = 0; i < part->len; i++)
    n += columns[g_array_index (part, guint, i)].is_label ? 1 : 0;
  return n;
}

/**
 * salon_fit_widths:
 * @width: of the text, in points
 * @widths: (out caller-allocates): one a column of the part; with the gaps they fill @width
 */
void
salon_fit_widths (const SalonFit *self, guint part, const SalonFitColumn *columns, double width, double gap, double *widths)
{
  const GArray *which = self->parts->pdata[part];
  const guint *indices = (const guint *) (gpointer) which->data;
  double least = sum_of (columns, indices, which->len, FALSE) * self->scale;
  double wanted = sum_of (columns, indices, which->len, TRUE) * self->scale - least;
  double left = MAX (width - gap * (which->len - 1) - least, 0);
  double part_of_wish = wanted > 0 ? MIN (left / wanted, 1) : 0;
  guint n_labels = count_labels (columns, which);

  left -= wanted * part_of_wish;
  for (guint i = 0; i < which->len; i++) {
    const SalonFitColumn *column = &columns[indices[i]];

    widths[i] = (column->least + (column->wish - column->least) * part_of_wish) * self->scale;
    if (n_labels == 0 || column->is_label)
      widths[i] += left / (n_labels > 0 ? n_labels : which->len);
  }
}
