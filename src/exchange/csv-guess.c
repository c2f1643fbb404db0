#include "exchange/csv-guess.h"

#include <math.h>

#define MAX_ROWS 200
#define NO_DELIMITER_SCORE 0.0

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r';
}

/* How many fields each row has if @delimiter stands between them; empty rows do not count. */
static guint
count_fields (const gunichar *text, gsize length, gunichar delimiter, guint counts[MAX_ROWS])
{
  gboolean quoted = FALSE, at_start = TRUE, blank = TRUE;
  guint n = 0, fields = 1;

  for (gsize i = 0; i < length && n < MAX_ROWS; i++) {
    gunichar c = text[i];

    if (c == '"' && (quoted || at_start))
      quoted = !quoted;
    at_start = FALSE;
    if (quoted)
      continue;
    if (c == delimiter) {
      fields++;
      at_start = TRUE;
      blank = FALSE;
    } else if (is_line_end (c)) {
      if (!blank)
        counts[n++] = fields;
      fields = 1;
      at_start = blank = TRUE;
    } else {
      blank = FALSE;
    }
  }
  if (n == 0 && !blank)
    counts[n++] = fields;
  return n;
}

/* Many columns, in nearly all rows as many. */
static double
score (const guint *counts, guint n)
{
  double best = NO_DELIMITER_SCORE;

  for (guint i = 0; i < n; i++) {
    guint same = 0;

    for (guint j = 0; j < n; j++)
      same += counts[j] == counts[i];
    best = MAX (best, (double) same / n * log2 (counts[i]));
  }
  return best;
}

/**
 * salon_csv_guess_delimiter:
 * @text: (array length=length): the beginning of the file
 *
 * Returns: semicolon, comma, tab or bar: the one that cuts most rows into equally many fields
 */
gunichar
salon_csv_guess_delimiter (const gunichar *text, gsize length)
{
  const gunichar candidates[] = { ';', ',', '\t', '|' };
  gunichar best = candidates[0];
  double best_score = NO_DELIMITER_SCORE;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++) {
    guint counts[MAX_ROWS] = { 0 };
    guint n = count_fields (text, length, candidates[i], counts);
    double its_score = score (counts, n);

    if (its_score > best_score) {
      best = candidates[i];
      best_score = its_score;
    }
  }
  return best;
}
