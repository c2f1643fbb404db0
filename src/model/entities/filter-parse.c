/* A filter from text: a small parser by recursive descent.
 *
 * or < and < not; a test is a field, a relation and values, and perhaps "within" and a period.  More is
 * understood than is printed: !=, <, >, until, after, words without quotes.  No library parses expressions
 * of one's own fields without bringing a language along. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/filter-text.h"

#define MOST_SHIFT 100000 /* days or months from today */

typedef enum { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_DAY, TOKEN_MONTH_DAY, TOKEN_TEXT, TOKEN_SIGN, TOKEN_BAD } TokenKind;

typedef struct {
  TokenKind kind;
  const char *begin;
  gsize length;
  gboolean is_equals; /* read as "=", whatever stands there */
} Token;

typedef struct {
  const char *text;
  const char *at; /* after the token */
  Token token;
  guint depth;
  guint n_nodes;
  guint n_ids;
  GError **error;
} Parser;

static SalonFilter *parse_or (Parser *self);

/* ---- tokens */

static gsize
digits (const char *p)
{
  return strspn (p, "0123456789");
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* "2025-06-16", "06-16", "12", "-1.5"; the dots of a range belong to nobody. */
static void
scan_number (Token *token)
{
  const char *p = token->begin;
  gsize n = digits (*p == '-' ? p + 1 : p);

  token->kind = TOKEN_NUMBER;
  if (n == 4 && p[4] == '-' && digits (p + 5) == 2 && p[7] == '-' && digits (p + 8) == 2) {
    token->kind = TOKEN_DAY;
    token->length = 10;
    return;
  }
  if (n == 2 && p[2] == '-' && digits (p + 3) == 2) {
    token->kind = TOKEN_MONTH_DAY;
    token->length = 5;
    return;
  }
  token->length = n + (*p == '-' ? 1 : 0);
  if (p[token->length] == '.' && digits (p + token->length + 1) > 0)
    token->length += 1 + digits (p + token->length + 1);
}

static void
scan_text (Token *token)
{
  const char *p = token->begin + 1;

  while (*p != '"' && *p != '\0')
    p += *p == '\\' && p[1] != '\0' ? 2 : 1;
  token->kind = *p == '"' ? TOKEN_TEXT : TOKEN_BAD;
  token->length = (gsize) (p - token->begin) + (*p == '"' ? 1 : 0);
}

static gsize
sign_length (const char *p)
{
  static const char *const signs[] = { "..", ">=", "<=", "!=", "<>", "=", "<", ">", "~", "(", ")", ",", ":", "+", "-", "%" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      return strlen (signs[i]);
  return 0;
}

static void
advance (Parser *self)
{
  Token *token = &self->token;

  while (g_ascii_isspace (*self->at))
    self->at++;
  *token = (Token){ TOKEN_BAD, self->at, 1, FALSE };
  if (*self->at == '\0') {
    token->kind = TOKEN_END;
    token->length = 0;
  } else if (g_ascii_isdigit (*self->at) || (*self->at == '-' && g_ascii_isdigit (self->at[1]))) {
    scan_number (token);
  } else if (is_word_char (*self->at)) {
    token->kind = TOKEN_WORD;
    for (token->length = 0; is_word_char (self->at[token->length]);)
      token->length++;
  } else if (*self->at == '"') {
    scan_text (token);
  } else if (sign_length (self->at) > 0) {
    token->kind = TOKEN_SIGN;
    token->length = sign_length (self->at);
  } else {
    token->length = (gsize) (g_utf8_next_char (self->at) - self->at);
  }
  self->at += token->length;
}

static gboolean
is (Parser *self, TokenKind kind, const char *text)
{
  if (self->token.is_equals)
    return kind == TOKEN_SIGN && strcmp (text, "=") == 0;
  return self->token.kind == kind && strlen (text) == self->token.length
         && g_ascii_strncasecmp (self->token.begin, text, self->token.length) == 0;
}

static gboolean
take (Parser *self, TokenKind kind, const char *text)
{
  if (!is (self, kind, text))
    return FALSE;
  advance (self);
  return TRUE;
}

/* ---- refusals */

static gpointer
refuse (Parser *self, const char *sentence)
{
  glong place = g_utf8_pointer_to_offset (self->text, self->token.begin) + 1;
  g_autofree char *near = g_utf8_substring (self->token.begin, 0, MIN (20, g_utf8_strlen (self->token.begin, -1)));

  if (self->error != NULL && *self->error != NULL)
    return NULL;
  if (self->token.kind == TOKEN_END)
    salon_set_field_error (self->error, "filter", _("At the end of the filter: %s"), sentence);
  else
    salon_set_field_error (self->error, "filter", _("At character %ld of the filter, “%s”: %s"), place, near, sentence);
  return NULL;
}

static gpointer
refuse_value (Parser *self, const SalonFilterField *field)
{
  g_autofree char *sentence = NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", field->choices[i].word);
  if (field->n_choices > 0)
    sentence = g_strdup_printf (_("“%s” is one of %s."), field->key, words->str);
  else
    sentence = g_strdup_printf (_("This is no value that “%s” can have."), field->key);
  g_string_free (words, TRUE);
  return refuse (self, sentence);
}

static gboolean
count_id (Parser *self)
{
  if (++self->n_ids <= SALON_FILTER_IDS_MAX)
    return TRUE;
  refuse (self, _("There are too many values in the filter."));
  return FALSE;
}

/* ---- values */

static gboolean
parse_number (Parser *self, const SalonFilterField *field, gint64 *value)
{
  int decimals = field->kind == SALON_FILTER_CUSTOM                                            ? 3
                 : field->kind == SALON_FILTER_MONEY || field->kind == SALON_FILTER_PERCENT ? 2
                                                                                            : 0;
  const char *p = self->token.begin;
  gboolean negative = *p == '-';
  const char *whole = negative ? p + 1 : p;
  gsize n = digits (whole);
  gsize n_after = whole[n] == '.' && self->token.length > n + (negative ? 1 : 0) ? digits (whole + n + 1) : 0;

  if (self->token.kind != TOKEN_NUMBER || n > 12 || n_after > (gsize) decimals) {
    refuse_value (self, field);
    return FALSE;
  }
  *value = g_ascii_strtoll (whole, NULL, 10);
  for (int i = 0; i < decimals; i++)
    *value = *value * 10 + (i < (int) n_after ? whole[n + 1 + (gsize) i] - '0' : 0);
  *value = negative ? -*value : *value;
  advance (self);
  if (field->kind == SALON_FILTER_PERCENT)
    take (self, TOKEN_SIGN, "%");
  return TRUE;
}

static gboolean
parse_id (Parser *self, const SalonFilterField *field, gint64 *id)
{
  if (!count_id (self))
    return FALSE;
  for (guint i = 0; i < field->n_choices; i++)
    if (take (self, TOKEN_WORD, field->choices[i].word)) {
      *id = field->choices[i].value;
      return TRUE;
    }
  if (field->n_choices == 0 && self->token.kind == TOKEN_NUMBER && digits (self->token.begin) == self->token.length
      && self->token.length <= 18) {
    *id = g_ascii_strtoll (self->token.begin, NULL, 10);
    advance (self);
    return TRUE;
  }
  refuse_value (self, field);
  return FALSE;
}

static char *
unescape (const Token *token)
{
  GString *text = g_string_new (NULL);

  for (const char *p = token->begin + 1; p < token->begin + token->length - 1; p++) {
    gboolean escaped = *p == '\\';

    p += escaped ? 1 : 0;
    g_string_append_c (text, escaped && *p == 'n' ? '\n' : *p);
  }
  return g_string_free (text, FALSE);
}

static char *
parse_text (Parser *self)
{
  char *text = NULL;

  if (self->token.kind == TOKEN_TEXT)
    text = unescape (&self->token);
  else if (self->token.kind == TOKEN_WORD || self->token.kind == TOKEN_NUMBER)
    text = g_strndup (self->token.begin, self->token.length);
  else
    return refuse (self, _("A text stands in quotation marks: \"Anna\"."));
  advance (self);
  return text;
}

static gboolean
is_day (Parser *self)
{
  return self->token.kind == TOKEN_DAY || is (self, TOKEN_WORD, "today");
}

/* "+7", "-3m": the number of a token that begins with its sign. */
static gboolean
parse_shift (Parser *self, gint64 *shift, gboolean *is_months)
{
  gboolean plus = take (self, TOKEN_SIGN, "+");
  char *end = NULL;

  if (!plus && !(self->token.kind == TOKEN_NUMBER && *self->token.begin == '-'))
    return FALSE;
  *shift = g_ascii_strtoll (self->token.begin, &end, 10);
  if (self->token.kind != TOKEN_NUMBER || end != self->token.begin + self->token.length || *shift < -MOST_SHIFT || *shift > MOST_SHIFT) {
    refuse (self, _("A day is written 2025-06-16, today, today-30 or today-3m."));
    return FALSE;
  }
  *is_months = *end == 'm' && !is_word_char (end[1]);
  if (*is_months)
    self->at++;
  advance (self);
  return TRUE;
}

static gboolean
parse_fixed_day (Parser *self, SalonFilterDay *day)
{
  int year = (int) g_ascii_strtoll (self->token.begin, NULL, 10);
  int month = (int) g_ascii_strtoll (self->token.begin + 5, NULL, 10);
  int mday = (int) g_ascii_strtoll (self->token.begin + 8, NULL, 10);

  if (year < 1583 || month < 1 || month > 12 || mday < 1 || mday > salon_day_days_in_month (year, month)) {
    refuse (self, _("There is no such day."));
    return FALSE;
  }
  *day = SALON_FILTER_ON (salon_day_from_ymd (year, month, mday));
  advance (self);
  return TRUE;
}

static gboolean
parse_day (Parser *self, SalonFilterDay *day)
{
  gboolean is_months = FALSE;
  gint64 shift = 0;

  if (self->token.kind == TOKEN_DAY)
    return parse_fixed_day (self, day);
  if (!take (self, TOKEN_WORD, "today")) {
    refuse (self, _("A day is written 2025-06-16, today, today-30 or today-3m."));
    return FALSE;
  }
  *day = SALON_FILTER_TODAY (0);
  if (parse_shift (self, &shift, &is_months)) {
    if (is_months)
      day->months = (gint32) shift;
    else
      day->days = (gint32) shift;
  }
  if (is_months && parse_shift (self, &shift, &is_months)) {
    if (is_months)
      refuse (self, _("A day is written 2025-06-16, today, today-30 or today-3m."));
    day->days = (gint32) shift;
  }
  return *self->error == NULL;
}

static gboolean
parse_bound (Parser *self, SalonFilterDay *bound, int later)
{
  if (!parse_day (self, bound))
    return FALSE;
  bound->days += later;
  return TRUE;
}

static gboolean
parse_period_name (Parser *self, SalonFilterPeriod *period)
{
  for (int i = SALON_FILTER_PERIOD_OWN + 1; i < SALON_FILTER_N_PERIODS; i++)
    if (take (self, TOKEN_WORD, salon_filter_period_word ((SalonFilterPeriodName) i))) {
      *period = (SalonFilterPeriod){ (SalonFilterPeriodName) i, SALON_FILTER_OPEN, SALON_FILTER_OPEN };
      return TRUE;
    }
  return FALSE;
}

static gboolean
takes_sign (Parser *self, const char *word, const char *sign)
{
  return take (self, TOKEN_WORD, word) || take (self, TOKEN_SIGN, sign);
}

static gboolean
parse_period (Parser *self, SalonFilterPeriod *period)
{
  *period = (SalonFilterPeriod){ SALON_FILTER_PERIOD_OWN, SALON_FILTER_OPEN, SALON_FILTER_OPEN };
  if (takes_sign (self, "from", ">="))
    return parse_bound (self, &period->from, 0);
  if (takes_sign (self, "after", ">"))
    return parse_bound (self, &period->from, 1);
  if (takes_sign (self, "until", "<="))
    return parse_bound (self, &period->to, 0);
  if (takes_sign (self, "before", "<"))
    return parse_bound (self, &period->to, -1);
  if (takes_sign (self, "on", "=")) {
    if (!parse_day (self, &period->from))
      return FALSE;
    period->to = period->from;
    return TRUE;
  }
  take (self, TOKEN_WORD, "in");
  if (parse_period_name (self, period))
    return TRUE;
  if (!is_day (self)) {
    refuse (self, _("A period is written in last_month, from 2025-06-01, before today-30, or 2025-06-01..2025-06-30."));
    return FALSE;
  }
  if (!parse_day (self, &period->from))
    return FALSE;
  if (take (self, TOKEN_SIGN, ".."))
    return parse_day (self, &period->to);
  period->to = period->from;
  return TRUE;
}

/* ---- relations */

static SalonFilter *
parse_one_of (Parser *self, const SalonFilterField *field, const char *key)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean many = FALSE;
  gint64 id = 0;

  if (take (self, TOKEN_WORD, "in")) {
    many = TRUE;
    if (!take (self, TOKEN_SIGN, "("))
      return refuse (self, _("After “in” stand values in brackets: in (3, 5)."));
  } else if (!take (self, TOKEN_SIGN, "=")) {
    return refuse (self, _("Here stands = and a value, or in and values in brackets: in (3, 5)."));
  }
  do {
    if (!parse_id (self, field, &id))
      return NULL;
    g_array_append_val (ids, id);
  } while (many && take (self, TOKEN_SIGN, ","));
  if (many && !take (self, TOKEN_SIGN, ")"))
    return refuse (self, _("A closing bracket is missing."));
  return salon_filter_new_one_of (key, (const gint64 *) (gpointer) ids->data, ids->len);
}

static SalonFilter *
parse_words (Parser *self, const char *key)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean many = FALSE;

  if (take (self, TOKEN_WORD, "in")) {
    many = TRUE;
    if (!take (self, TOKEN_SIGN, "("))
      return refuse (self, _("After “in” stand values in brackets: in (3, 5)."));
  } else if (!take (self, TOKEN_SIGN, "=")) {
    return refuse (self, _("Here stands = and a value, or in and values in brackets: in (3, 5)."));
  }
  do {
    char *word = count_id (self) ? parse_text (self) : NULL;

    if (word == NULL)
      return NULL;
    g_ptr_array_add (words, word);
  } while (many && take (self, TOKEN_SIGN, ","));
  if (many && !take (self, TOKEN_SIGN, ")"))
    return refuse (self, _("A closing bracket is missing."));
  g_ptr_array_add (words, NULL);
  return salon_filter_new_one_word_of (key, (const char *const *) words->pdata);
}

static SalonFilter *
parse_between (Parser *self, const SalonFilterField *field, const char *key)
{
  gint64 from = SALON_FILTER_NO_MIN;
  gint64 to = SALON_FILTER_NO_MAX;
  gboolean good = FALSE;
  gboolean above = FALSE;
  gboolean below = FALSE;

  if (take (self, TOKEN_SIGN, ">=") || (above = take (self, TOKEN_SIGN, ">"))) {
    good = parse_number (self, field, &from);
    from += above ? 1 : 0;
  } else if (take (self, TOKEN_SIGN, "<=") || (below = take (self, TOKEN_SIGN, "<"))) {
    good = parse_number (self, field, &to);
    to -= below ? 1 : 0;
  } else if (take (self, TOKEN_SIGN, "=")) {
    good = parse_number (self, field, &from);
    to = from;
  } else {
    take (self, TOKEN_WORD, "in");
    if (self->token.kind != TOKEN_NUMBER)
      return refuse (self, _("Here stands a number or a range: = 5, >= 5, 5..10."));
    good = parse_number (self, field, &from);
    if (good && !take (self, TOKEN_SIGN, ".."))
      return refuse (self, _("Here stands a number or a range: = 5, >= 5, 5..10."));
    good = good && parse_number (self, field, &to);
  }
  return good ? salon_filter_new_between (key, from, to) : NULL;
}

static SalonFilter *
parse_during (Parser *self, const char *key)
{
  SalonFilterPeriod period;

  return parse_period (self, &period) ? salon_filter_new_during (key, &period) : NULL;
}

static gboolean
parse_month_day (Parser *self, int *month, int *mday)
{
  *month = (int) g_ascii_strtoll (self->token.begin, NULL, 10);
  *mday = *month >= 1 ? (int) g_ascii_strtoll (self->token.begin + 3, NULL, 10) : 0;
  if (self->token.kind != TOKEN_MONTH_DAY || *month < 1 || *month > 12 || *mday < 1
      || *mday > salon_day_days_in_month (2000, *month)) {
    refuse (self, _("A birthday is written with month and day: 06-16."));
    return FALSE;
  }
  advance (self);
  return TRUE;
}

static SalonFilter *
parse_birthday (Parser *self, const char *key)
{
  Parser before = *self;
  SalonFilterPeriod period;
  int month = 0;
  int mday = 0;
  int to_month = 0;
  int to_mday = 0;

  if (!takes_sign (self, "on", "="))
    take (self, TOKEN_WORD, "in");
  if (self->token.kind == TOKEN_MONTH_DAY) {
    if (!parse_month_day (self, &month, &mday))
      return NULL;
    to_month = month;
    to_mday = mday;
    if (take (self, TOKEN_SIGN, "..") && !parse_month_day (self, &to_month, &to_mday))
      return NULL;
    return salon_filter_new_of_year (key, month, mday, to_month, to_mday);
  }
  *self = before;
  if (!parse_period (self, &period))
    return NULL;
  if (period.name == SALON_FILTER_PERIOD_OWN
      && (period.from.kind == SALON_FILTER_DAY_OPEN || period.to.kind == SALON_FILTER_DAY_OPEN))
    return refuse (self, _("Birthdays have a first and a last day: birthday today..today+7."));
  return salon_filter_new_during (key, &period);
}

static SalonFilter *
parse_contains (Parser *self, const char *key)
{
  g_autofree char *text = NULL;

  if (!take (self, TOKEN_SIGN, "~") && !take (self, TOKEN_SIGN, "="))
    return refuse (self, _("Here stands ~ and a text in quotation marks: ~ \"Anna\"."));
  text = parse_text (self);
  return text != NULL ? salon_filter_new_contains (key, text) : NULL;
}

/* The kind of an own field is known to the salon alone; here what is written tells it. */
static SalonFilter *
parse_custom (Parser *self, const SalonFilterField *field, const char *key)
{
  Parser before = *self;
  TokenKind value = TOKEN_END;
  gboolean brackets = FALSE;

  if (is (self, TOKEN_SIGN, "~"))
    return parse_contains (self, key);
  if (self->token.kind == TOKEN_SIGN || is (self, TOKEN_WORD, "in") || is (self, TOKEN_WORD, "on"))
    advance (self);
  brackets = is (self, TOKEN_SIGN, "(");
  value = self->token.kind;
  *self = before;
  if (value == TOKEN_NUMBER)
    return parse_between (self, field, key);
  if (!brackets && (value == TOKEN_DAY || value == TOKEN_WORD) && !is (self, TOKEN_SIGN, "="))
    return parse_during (self, key);
  if (value == TOKEN_DAY)
    return parse_during (self, key);
  return parse_words (self, key);
}

/* Nothing follows the field but the end, a bracket or the next test. */
static gboolean
stands_alone (Parser *self)
{
  return self->token.kind == TOKEN_END || is (self, TOKEN_SIGN, ")") || is (self, TOKEN_WORD, "and") || is (self, TOKEN_WORD, "or")
         || is (self, TOKEN_WORD, "within");
}

static SalonFilter *
parse_relation (Parser *self, const SalonFilterField *field, const char *key)
{
  gboolean may_stand_alone = field->kind == SALON_FILTER_FLAG || (field->flags & SALON_FILTER_FIELD_MAY_BE_SET) != 0;

  if (may_stand_alone && stands_alone (self))
    return salon_filter_new_is_set (key);
  switch (field->kind) {
  case SALON_FILTER_CHOICE:
  case SALON_FILTER_IDS:
    return parse_one_of (self, field, key);
  case SALON_FILTER_NUMBER:
  case SALON_FILTER_MONEY:
  case SALON_FILTER_PERCENT:
    return parse_between (self, field, key);
  case SALON_FILTER_DAY:
    return parse_during (self, key);
  case SALON_FILTER_BIRTHDAY:
    return parse_birthday (self, key);
  case SALON_FILTER_TEXT:
    return parse_contains (self, key);
  case SALON_FILTER_WORDS:
    return parse_words (self, key);
  case SALON_FILTER_CUSTOM:
    return parse_custom (self, field, key);
  case SALON_FILTER_FLAG:
  default:
    return refuse (self, _("Here stands and, or, or the end: this field has no value."));
  }
}

/* ---- tree */

static char *
parse_key (Parser *self, const SalonFilterField **field)
{
  g_autofree char *word = g_ascii_strdown (self->token.begin, (gssize) self->token.length);
  gboolean is_custom = g_str_equal (word, "custom") && *self->at == ':' && digits (self->at + 1) > 0 && digits (self->at + 1) < 18;
  g_autofree char *key = NULL;

  if (is_custom) {
    gsize n = digits (self->at + 1) + 1;
    g_autofree char *id = g_strndup (self->at, n);

    key = g_strconcat (word, id, NULL);
    self->at += n;
  } else {
    key = g_steal_pointer (&word);
  }
  *field = salon_filter_field (key);
  if (*field == NULL)
    return refuse (self, _("There is no such field."));
  advance (self);
  return g_steal_pointer (&key);
}

static SalonFilter *
parse_within (Parser *self, const SalonFilterField *field, SalonFilter *taken)
{
  g_autoptr (SalonFilter) test = taken;
  SalonFilterPeriod period;

  if ((field->flags & SALON_FILTER_FIELD_WITHIN) == 0)
    return refuse (self, _("This field cannot be narrowed to a period."));
  advance (self);
  return parse_period (self, &period) ? salon_filter_within (g_steal_pointer (&test), &period) : NULL;
}

static SalonFilter *
parse_test (Parser *self)
{
  const SalonFilterField *field = NULL;
  g_autofree char *key = NULL;
  g_autoptr (SalonFilter) test = NULL;
  gboolean negated = FALSE;

  if (self->token.kind != TOKEN_WORD)
    return refuse (self, _("Here stands the name of a field."));
  key = parse_key (self, &field);
  if (key == NULL)
    return NULL;
  negated = is (self, TOKEN_SIGN, "!=") || is (self, TOKEN_SIGN, "<>");
  self->token.is_equals = negated;
  test = parse_relation (self, field, key);
  if (test != NULL && is (self, TOKEN_WORD, "within"))
    test = parse_within (self, field, g_steal_pointer (&test));
  if (test == NULL)
    return NULL;
  return negated ? salon_filter_new_not (g_steal_pointer (&test)) : g_steal_pointer (&test);
}

static SalonFilter *
parse_brackets (Parser *self)
{
  g_autoptr (SalonFilter) inner = NULL;

  advance (self);
  inner = parse_or (self);
  if (inner == NULL)
    return NULL;
  if (!take (self, TOKEN_SIGN, ")"))
    return refuse (self, _("A closing bracket is missing."));
  return g_steal_pointer (&inner);
}

static SalonFilter *
parse_not (Parser *self)
{
  SalonFilter *made = NULL;

  if (++self->n_nodes > SALON_FILTER_NODES_MAX || ++self->depth > SALON_FILTER_DEPTH_MAX)
    return refuse (self, _("The filter is too long."));
  if (take (self, TOKEN_WORD, "not")) {
    made = parse_not (self);
    made = made != NULL ? salon_filter_new_not (made) : NULL;
  } else if (is (self, TOKEN_SIGN, "(")) {
    made = parse_brackets (self);
  } else if (take (self, TOKEN_WORD, "everybody")) {
    made = salon_filter_new_everybody ();
  } else if (take (self, TOKEN_WORD, "nobody")) {
    made = salon_filter_new_any (NULL, 0);
  } else {
    made = parse_test (self);
  }
  self->depth--;
  return made;
}

typedef SalonFilter *(*ParseFunc) (Parser *self);
typedef SalonFilter *(*GroupFunc) (SalonFilter **children, guint n);

static SalonFilter *
parse_group (Parser *self, const char *word, ParseFunc parse_child, GroupFunc make)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_filter_unref);
  SalonFilter *group = NULL;

  do {
    SalonFilter *child = parse_child (self);

    if (child == NULL)
      return NULL;
    g_ptr_array_add (children, child);
  } while (take (self, TOKEN_WORD, word));
  group = make ((SalonFilter **) children->pdata, children->len);
  g_ptr_array_set_free_func (children, NULL);
  return group;
}

static SalonFilter *
parse_and (Parser *self)
{
  return parse_group (self, "and", parse_not, salon_filter_new_all);
}

static SalonFilter *
parse_or (Parser *self)
{
  return parse_group (self, "or", parse_and, salon_filter_new_any);
}

/**
 * salon_filter_parse:
 * @text: as typed or as printed; empty = everybody
 * @error: %SALON_ERROR_VALIDATION of "filter": a sentence that names the place
 *
 * Returns: (transfer full): the tree
 */
SalonFilter *
salon_filter_parse (const char *text, GError **error)
{
  GError *failure = NULL;
  Parser self = { text, text, { TOKEN_END, text, 0, FALSE }, 0, 0, 0, &failure };
  g_autoptr (SalonFilter) filter = NULL;

  if (strlen (text) > SALON_FILTER_TEXT_MAX) {
    salon_set_field_error (error, "filter", _("The filter is too long."));
    return NULL;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    salon_set_field_error (error, "filter", _("The filter is not a valid text."));
    return NULL;
  }
  advance (&self);
  if (self.token.kind == TOKEN_END)
    return salon_filter_new_everybody ();
  filter = parse_or (&self);
  if (filter != NULL && self.token.kind != TOKEN_END)
    refuse (&self, _("Here stands and, or, or the end."));
  if (failure == NULL)
    return g_steal_pointer (&filter);
  g_propagate_error (error, failure);
  return NULL;
}

/**
 * salon_filter_period_parse:
 * @text: a period alone: "last_month", "2025-06-01..2025-06-30"
 * @error: %SALON_ERROR_VALIDATION of "period"
 */
gboolean
salon_filter_period_parse (const char *text, SalonFilterPeriod *period, GError **error)
{
  g_autoptr (GError) failure = NULL;
  Parser self = { text, text, { TOKEN_END, text, 0, FALSE }, 0, 0, 0, &failure };

  advance (&self);
  if (parse_period (&self, period) && self.token.kind == TOKEN_END)
    return TRUE;
  salon_set_field_error (error, "period",
                         _("A period is written in last_month, from 2025-06-01, before today-30, or 2025-06-01..2025-06-30."));
  return FALSE;
}
