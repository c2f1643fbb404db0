/* Which column is what.  Headings say it in most lists; what stands below them decides where a heading says two things
 * ("name" may be a whole name), and where there is none. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "model/rules/import-columns.h"
#include "model/rules/import-content.h"
#include "model/rules/import-cell.h"
#include "model/rules/import-heading.h"

#define MOST_TITLE_ROWS  30
#define MOST_HEADING     120 /* characters */
#define CHANGED_BY_CELLS 80
#define BY_CELLS         75
#define PERHAPS          45

/* Why a column is left out. */
static const char remark_figure[] = N_("Salon Desk counts this from the visits itself.");
static const char remark_twice[] = N_("Another column says the same.");
static const char remark_number[] = N_("The rows are only numbered.");

/* @is_known: a word of the list fits, perhaps one of those that are left out */
typedef struct {
  SalonImportHeading match;
  SalonImportContent content;
  gboolean is_known;
} Seen;

typedef struct {
  const SalonImportGuess *guess;
  const GPtrArray *rows; /* GArray of SalonCell */
  SalonImportWords *words;
  SalonImportLayout *layout;
  Seen *seen; /* one for each column */
} Guesser;

static const SalonCell *
cell_at (const Guesser *self, guint row, guint column)
{
  static const SalonCell empty = { 0 };
  const GArray *cells = self->rows->pdata[row];

  return column < cells->len ? &g_array_index (cells, SalonCell, column) : &empty;
}

static guint
n_filled (const Guesser *self, guint row)
{
  const GArray *cells = self->rows->pdata[row];
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += !salon_import_cell_is_blank (&g_array_index (cells, SalonCell, i));
  return n;
}

/* Columns up to the last that is filled anywhere: spreadsheets give rows of empty ones. */
static guint
count_columns (const Guesser *self)
{
  guint n = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = ((const GArray *) self->rows->pdata[row])->len; i > n; i--)
      if (!salon_import_cell_is_blank (cell_at (self, row, i - 1)))
        n = i;
  return n;
}

/* ---- where the headings are */

static void
match_cell (const Guesser *self, const SalonCell *cell, SalonImportHeading *match)
{
  *match = (SalonImportHeading){ 0 };
  if (cell->kind == SALON_CELL_TEXT && g_utf8_strlen (cell->text, -1) <= MOST_HEADING)
    salon_import_words_match (self->words, cell->text, match);
}

/* How much a row looks like one of headings; 0 = not at all. */
static int
heading_score (const Guesser *self, guint row, guint n_columns, gboolean all)
{
  guint filled = n_filled (self, row);
  guint matches = 0;
  guint exact = 0;
  guint data = 0;
  int score = 0;

  for (guint i = 0; i < n_columns; i++) {
    const SalonCell *cell = cell_at (self, row, i);
    SalonImportHeading match;

    if (salon_import_cell_is_blank (cell))
      continue;
    if (salon_import_cell_looks_like_data (cell, self->guess->country)) {
      data++;
      continue;
    }
    match_cell (self, cell, &match);
    matches += match.score > 0;
    exact += match.score == 100;
    score += match.score;
  }
  if (data * 4 > filled || (filled < 2 && n_columns > 1 && !all) || matches == 0)
    return 0;
  if (all)
    return matches == filled ? score : 0;
  return (exact > 0 || matches > 1) && matches * 4 >= filled ? score : 0;
}

static int
find_headings (const Guesser *self, guint n_columns)
{
  int best = -1;
  int best_score = 0;

  for (guint row = 0; row < MIN (self->rows->len, MOST_TITLE_ROWS); row++) {
    int score = heading_score (self, row, n_columns, FALSE);

    if (score > best_score) {
      best = (int) row;
      best_score = score;
    }
  }
  return best;
}

/* Rows with a single cell above a table of several columns are titles. */
static guint
skip_titles (const Guesser *self, guint n_columns)
{
  guint row = 0;
  guint most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    most = MAX (most, n_filled (self, i));
  while (most >= 3 && n_columns >= 3 && row + 1 < self->rows->len && row < MOST_TITLE_ROWS && n_filled (self, row) <= 1)
    row++;
  while (row + 1 < self->rows->len && n_filled (self, row) == 0)
    row++;
  return row;
}

static void
count_column (const Guesser *self, guint column, guint from, SalonImportContent *content)
{
  *content = (SalonImportContent){ 0 };
  for (guint row = from; row < self->rows->len; row++)
    salon_import_content_add (content, cell_at (self, row, column), self->guess->country, self->guess->today);
}

/* Headings in words that nobody knows: a text above a column of phones, dates or numbers. */
static gboolean
differs_from_below (const Guesser *self, guint row, guint n_columns)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < n_columns; i++) {
    const SalonCell *cell = cell_at (self, row, i);
    SalonImportContent below;
    guint n = 0;

    if (cell->kind != SALON_CELL_TEXT)
      continue;
    if (salon_import_cell_looks_like_data (cell, self->guess->country))
      return FALSE;
    count_column (self, i, row + 1, &below);
    n = MAX (MAX (below.n_phones, below.n_emails), MAX (below.n_days, below.n_numbers));
    differs |= below.n_filled > 0 && salon_import_content_mostly (&below, n);
  }
  return differs;
}

/* The heading nearest above the first row; one that was merged over several columns stands higher. */
static char *
heading_of (const Guesser *self, guint first, guint last, guint column)
{
  for (guint row = last + 1; row > first; row--) {
    const SalonCell *cell = cell_at (self, row - 1, column);

    if (!salon_import_cell_is_blank (cell)) {
      g_autofree char *text = salon_import_cell_text (cell);

      return salon_text_clean (text, MOST_HEADING);
    }
  }
  return NULL;
}

static guint
rows_of_groups (const Guesser *self, guint row)
{
  while (row > 0 && n_filled (self, row - 1) > 1)
    row--;
  return row;
}

static void
add_columns (Guesser *self, guint n_columns, int first, guint last)
{
  for (guint i = 0; i < n_columns; i++) {
    SalonImportColumn column = { 0 };

    column.heading = first >= 0 ? heading_of (self, (guint) first, last, i) : NULL;
    g_array_append_val (self->layout->columns, column);
  }
}

/* A second row of headings says more: it has words where the row above has none. */
static gboolean
goes_on (const Guesser *self, guint row, guint n_columns)
{
  if (row + 1 >= self->rows->len || heading_score (self, row + 1, n_columns, TRUE) == 0)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (salon_import_cell_is_blank (cell_at (self, row, i)) && !salon_import_cell_is_blank (cell_at (self, row + 1, i)))
      return TRUE;
  return FALSE;
}

/* A person has said whether there are headings. */
static void
take_rows (Guesser *self, guint n_columns)
{
  gboolean headings = self->guess->headings == SALON_IMPORT_HEADINGS_FIRST;
  guint row = 0;

  while (row + 1 < self->rows->len && n_filled (self, row) == 0)
    row++;
  self->layout->n_above = headings ? row + 1 : row;
  self->layout->has_headings = headings;
  add_columns (self, n_columns, headings ? (int) row : -1, row);
}

static void
find_rows (Guesser *self)
{
  guint n_columns = count_columns (self);
  int found = self->guess->is_described ? 0 : find_headings (self, n_columns);
  guint last = 0;

  if (self->guess->headings != SALON_IMPORT_HEADINGS_GUESS && !self->guess->is_described) {
    take_rows (self, n_columns);
    return;
  }
  if (found < 0) {
    guint row = self->rows->len > 0 ? skip_titles (self, n_columns) : 0;

    if (row + 1 < self->rows->len && differs_from_below (self, row, n_columns))
      found = (int) row;
    else
      self->layout->n_above = row;
  }
  if (found >= 0) {
    last = (guint) found;
    while (!self->guess->is_described && goes_on (self, last, n_columns))
      last++;
    self->layout->n_above = last + 1;
    self->layout->has_headings = TRUE;
  }
  add_columns (self, n_columns, found >= 0 ? (int) rows_of_groups (self, (guint) found) : -1, last);
}

/* ---- by the heading */

static void
set_column (SalonImportColumn *column, SalonImportField field, int confidence)
{
  column->field = field;
  column->confidence = confidence;
}

static gboolean
is_custom (const Guesser *self, const char *heading, char **name)
{
  g_autofree char *folded = salon_text_fold (heading);

  for (const char *const *custom = self->guess->custom_names; custom != NULL && *custom != NULL; custom++) {
    g_autofree char *other = salon_text_fold (*custom);

    if (g_str_equal (other, folded)) {
      *name = g_strdup (*custom);
      return TRUE;
    }
  }
  return FALSE;
}

static void
read_heading (Guesser *self, guint index)
{
  SalonImportColumn *column = salon_import_layout_column (self->layout, index);
  Seen *seen = &self->seen[index];
  SalonImportField field = SALON_IMPORT_IGNORE;

  if (column->heading == NULL)
    return;
  if (self->guess->is_described && salon_import_field_by_key (column->heading, &field)) {
    seen->match = (SalonImportHeading){ field, 100, FALSE, FALSE };
  } else {
    salon_import_words_match (self->words, column->heading, &seen->match);
  }
  seen->is_known = seen->match.score > 0;
  set_column (column, seen->match.field, seen->match.score);
  if (seen->match.is_figure)
    column->remark = remark_figure;
  if (seen->match.score < 100 && is_custom (self, column->heading, &column->custom)) {
    set_column (column, SALON_IMPORT_CUSTOM, 100);
    seen->is_known = TRUE;
    column->remark = NULL;
  }
}

static gboolean
has_text_of_any_kind (SalonImportField field)
{
  return field == SALON_IMPORT_FULL_NAME || field == SALON_IMPORT_FIRST_NAME || field == SALON_IMPORT_PHONE
         || field == SALON_IMPORT_EMAIL || field == SALON_IMPORT_NOTE || field == SALON_IMPORT_ADDRESS;
}

/* A heading that says two things is decided by what stands below it. */
static void
refine (Guesser *self, guint index)
{
  SalonImportColumn *column = salon_import_layout_column (self->layout, index);
  const Seen *seen = &self->seen[index];
  const SalonImportContent *content = &seen->content;

  if (!seen->is_known || content->n_filled == 0)
    return;
  if (seen->match.may_be_number && content->is_counting) {
    set_column (column, SALON_IMPORT_IGNORE, 90);
    column->remark = remark_number;
  } else if ((has_text_of_any_kind (column->field) || (column->field == SALON_IMPORT_EXTERNAL_ID && seen->match.may_be_number))
             && column->field != SALON_IMPORT_EMAIL && salon_import_content_mostly (content, content->n_emails)) {
    set_column (column, SALON_IMPORT_EMAIL, CHANGED_BY_CELLS);
  } else if ((has_text_of_any_kind (column->field) || seen->match.may_be_number) && column->field != SALON_IMPORT_PHONE
             && salon_import_content_mostly (content, content->n_phones)) {
    set_column (column, SALON_IMPORT_PHONE, CHANGED_BY_CELLS);
  } else if (column->field == SALON_IMPORT_FIRST_NAME && content->n_many_words * 2 > content->n_filled
             && !salon_import_layout_has (self->layout, SALON_IMPORT_SURNAME)) {
    set_column (column, SALON_IMPORT_FULL_NAME, 85);
  }
}

/* ---- by what stands below */

static gboolean
are_people (const SalonImportContent *content)
{
  guint known = content->n_first_names + content->n_surnames + content->n_patronymics;

  return salon_import_content_mostly (content, content->n_names)
         && (known + (guint) ABS (content->order_vote)) * 3 >= content->n_filled;
}

static SalonImportField
person_field (const Guesser *self, const SalonImportContent *content)
{
  if (content->n_many_words * 2 >= content->n_filled)
    return SALON_IMPORT_FULL_NAME;
  if (content->n_patronymics > content->n_first_names && content->n_patronymics > content->n_surnames)
    return SALON_IMPORT_PATRONYMIC;
  if (content->n_surnames > content->n_first_names)
    return SALON_IMPORT_SURNAME;
  return salon_import_layout_has (self->layout, SALON_IMPORT_FIRST_NAME) ? SALON_IMPORT_SURNAME : SALON_IMPORT_FIRST_NAME;
}

static SalonImportField
visit_field (const Guesser *self, const SalonImportContent *content)
{
  const SalonImportLayout *layout = self->layout;

  if (are_people (content))
    return salon_import_layout_has (layout, SALON_IMPORT_FULL_NAME) ? SALON_IMPORT_VISIT_EMPLOYEE : SALON_IMPORT_FULL_NAME;
  if (salon_import_content_mostly (content, content->n_numbers))
    return content->is_counting ? SALON_IMPORT_IGNORE : SALON_IMPORT_VISIT_PRICE;
  return salon_import_layout_has (layout, SALON_IMPORT_VISIT_SERVICE) ? SALON_IMPORT_IGNORE : SALON_IMPORT_VISIT_SERVICE;
}

static SalonImportField
field_by_content (const Guesser *self, const SalonImportContent *content, int *confidence)
{
  gboolean visits = self->guess->subject == SALON_IMPORT_VISITS;

  *confidence = BY_CELLS;
  if (content->n_filled == 0)
    return SALON_IMPORT_IGNORE;
  if (salon_import_content_mostly (content, content->n_emails))
    return SALON_IMPORT_EMAIL;
  if (salon_import_content_mostly (content, content->n_days)) {
    if (!visits && !salon_import_content_mostly (content, content->n_old_days))
      *confidence = PERHAPS;
    return visits ? SALON_IMPORT_VISIT_DATE : *confidence == PERHAPS ? SALON_IMPORT_CREATED : SALON_IMPORT_BIRTH;
  }
  if (visits && salon_import_content_mostly (content, content->n_minutes))
    return SALON_IMPORT_VISIT_TIME;
  if (!visits && salon_import_content_mostly (content, content->n_cards))
    return SALON_IMPORT_CARD;
  if (salon_import_content_mostly (content, content->n_phones))
    return SALON_IMPORT_PHONE;
  if (salon_import_content_mostly (content, content->n_genders))
    return visits ? SALON_IMPORT_IGNORE : SALON_IMPORT_GENDER;
  if (visits)
    return self->layout->has_headings && !are_people (content) ? SALON_IMPORT_IGNORE : visit_field (self, content);
  if (are_people (content))
    return person_field (self, content);
  *confidence = 30;
  return SALON_IMPORT_IGNORE;
}

static void
guess_by_content (Guesser *self, guint index)
{
  SalonImportColumn *column = salon_import_layout_column (self->layout, index);
  int confidence = 0;
  SalonImportField field = SALON_IMPORT_IGNORE;

  if (self->seen[index].is_known)
    return;
  field = field_by_content (self, &self->seen[index].content, &confidence);
  if (field != SALON_IMPORT_IGNORE && !salon_import_field_is_several (field) && salon_import_layout_has (self->layout, field)) {
    field = SALON_IMPORT_IGNORE;
    column->remark = remark_twice;
  }
  set_column (column, field, confidence);
}

/* A list without headings in which nobody is known by name: the first column of words are the names. */
static void
find_some_name (Guesser *self)
{
  if (self->layout->has_headings || self->guess->subject == SALON_IMPORT_VISITS
      || salon_import_layout_has (self->layout, SALON_IMPORT_FULL_NAME)
      || salon_import_layout_has (self->layout, SALON_IMPORT_FIRST_NAME)
      || salon_import_layout_has (self->layout, SALON_IMPORT_SURNAME))
    return;
  for (guint i = 0; i < self->layout->columns->len; i++) {
    SalonImportColumn *column = salon_import_layout_column (self->layout, i);
    const SalonImportContent *content = &self->seen[i].content;

    if (column->field == SALON_IMPORT_IGNORE && content->n_filled > 0 && salon_import_content_mostly (content, content->n_names)) {
      set_column (column, content->n_many_words * 2 >= content->n_filled ? SALON_IMPORT_FULL_NAME : SALON_IMPORT_FIRST_NAME, PERHAPS);
      return;
    }
  }
}

/* ---- all together */

static gboolean
is_better (const Guesser *self, guint a, guint b)
{
  const SalonImportColumn *one = salon_import_layout_column (self->layout, a);
  const SalonImportColumn *other = salon_import_layout_column (self->layout, b);

  if ((self->seen[a].content.n_filled == 0) != (self->seen[b].content.n_filled == 0))
    return self->seen[b].content.n_filled == 0;
  return one->confidence != other->confidence ? one->confidence > other->confidence : a < b;
}

static void
leave_out (SalonImportColumn *column)
{
  column->field = SALON_IMPORT_IGNORE;
  column->remark = remark_twice;
}

static void
settle_doubles (Guesser *self)
{
  SalonImportLayout *layout = self->layout;

  for (guint i = 0; i < layout->columns->len; i++)
    for (guint k = i + 1; k < layout->columns->len; k++) {
      SalonImportColumn *one = salon_import_layout_column (layout, i);
      SalonImportColumn *other = salon_import_layout_column (layout, k);

      if (one->field != other->field || one->field == SALON_IMPORT_IGNORE || salon_import_field_is_several (one->field))
        continue;
      leave_out (is_better (self, i, k) ? other : one);
    }
  for (guint i = 0; i < layout->columns->len; i++)
    if (salon_import_layout_column (layout, i)->field == SALON_IMPORT_FULL_NAME
        && salon_import_layout_has (layout, SALON_IMPORT_FIRST_NAME) && salon_import_layout_has (layout, SALON_IMPORT_SURNAME))
      leave_out (salon_import_layout_column (layout, i));
}

static gboolean
heading_says_surname_first (const char *heading)
{
  static const char *const starts[] = { "fio", "f i o", "familiya", "uzvards", "surname", "last name" };
  g_autofree char *folded = salon_text_fold (heading != NULL ? heading : "");

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (folded, starts[i]))
      return TRUE;
  return FALSE;
}

static void
note_writing (Guesser *self, guint index)
{
  SalonImportColumn *column = salon_import_layout_column (self->layout, index);
  const SalonImportContent *content = &self->seen[index].content;

  column->month_first = content->n_month_first > 0 && content->n_day_first == 0;
  column->surname_first = content->order_vote != 0 ? content->order_vote > 0 : heading_says_surname_first (column->heading);
}

static SalonImportLayout *
guess_as (const SalonImportGuess *self, const GPtrArray *rows)
{
  g_autoptr (SalonImportWords) words = salon_import_words_new (self->subject);
  SalonImportLayout *layout = salon_import_layout_new (self->subject);
  g_autofree Seen *seen = NULL;
  Guesser guesser = { self, rows, words, layout, NULL };
  guint n = 0;

  find_rows (&guesser);
  n = layout->columns->len;
  guesser.seen = seen = g_new0 (Seen, n + 1);
  for (guint i = 0; i < n; i++) {
    count_column (&guesser, i, layout->n_above, &seen[i].content);
    read_heading (&guesser, i);
  }
  for (guint i = 0; i < n; i++)
    refine (&guesser, i);
  settle_doubles (&guesser);
  for (guint i = 0; i < n; i++)
    guess_by_content (&guesser, i);
  find_some_name (&guesser);
  settle_doubles (&guesser);
  for (guint i = 0; i < n; i++)
    note_writing (&guesser, i);
  return layout;
}

/* A list of visits says when, and what was done or by whom. */
static gboolean
are_visits (const SalonImportLayout *layout)
{
  return salon_import_layout_has (layout, SALON_IMPORT_VISIT_DATE)
         && (salon_import_layout_has (layout, SALON_IMPORT_VISIT_SERVICE)
             || salon_import_layout_has (layout, SALON_IMPORT_VISIT_EMPLOYEE));
}

/**
 * salon_import_guess:
 * @rows: (element-type GArray): the first rows of the sheet, about %SALON_IMPORT_SAMPLE_ROWS, each of #SalonCell
 *
 * Finds the headings, in whatever row they are, and says what the columns are.
 *
 * Returns: (transfer full): a layout with a column for each of the sheet
 */
SalonImportLayout *
salon_import_guess (const SalonImportGuess *self, const GPtrArray *rows)
{
  SalonImportGuess guess = *self;
  SalonImportLayout *layout = NULL;

  if (self->subject != 0)
    return guess_as (self, rows);
  guess.subject = SALON_IMPORT_VISITS;
  layout = guess_as (&guess, rows);
  if (layout->has_headings && are_visits (layout))
    return layout;
  salon_import_layout_free (layout);
  guess.subject = SALON_IMPORT_CLIENTS;
  return guess_as (&guess, rows);
}
