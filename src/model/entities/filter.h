#pragma once
/* Which clients are meant: a tree of tests with one text grammar (filter-text.h).
 *
 * Lists, segments, rules and reports take such a tree; the store turns it into one statement.  A tree is
 * immutable and counted, and is shared between threads freely.  %NULL, where a filter may be missing, means
 * everybody.  Archived clients are left out unless the tree asks about "archived" somewhere. */
#include "base/day.h"
#include "model/entities/enums.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* ---- fields */

/**
 * SalonFilterKind: what a field is compared with, and so how a form asks for it
 */
typedef enum {
  SALON_FILTER_FLAG,     /* true or not: no value */
  SALON_FILTER_CHOICE,   /* one of a few known values: SalonFilterField.choices */
  SALON_FILTER_IDS,      /* one of the salon's own things: SalonFilterField.ref says which */
  SALON_FILTER_NUMBER,   /* from, to */
  SALON_FILTER_MONEY,    /* from, to, in minor units */
  SALON_FILTER_PERCENT,  /* from, to, in basis points */
  SALON_FILTER_DAY,      /* a period */
  SALON_FILTER_BIRTHDAY, /* a period, or a range of days of the year */
  SALON_FILTER_TEXT,     /* what was typed */
  SALON_FILTER_WORDS,    /* one of some short texts: "lv", "ru" */
  SALON_FILTER_CUSTOM,   /* an own field of the salon: as its kind demands (see SalonFilterTest.custom_id) */
} SalonFilterKind;

/* What the ids of a field name. */
typedef enum {
  SALON_FILTER_REF_NONE,
  SALON_FILTER_REF_CATEGORY,
  SALON_FILTER_REF_TAG,
  SALON_FILTER_REF_SOURCE,
  SALON_FILTER_REF_EMPLOYEE,
  SALON_FILTER_REF_SERVICE,
  SALON_FILTER_REF_SERVICE_CATEGORY,
  SALON_FILTER_REF_SEGMENT,
  SALON_FILTER_REF_CLIENT,
  SALON_FILTER_REF_TICKET_KIND,
  SALON_FILTER_REF_PROMOTION,    /* a rule of prices */
  SALON_FILTER_REF_CARD_KIND,    /* of plastic */
  SALON_FILTER_REF_PEOPLE_LIST,  /* picked from a report */
  SALON_FILTER_REF_CUSTOM_FIELD, /* for names only: the own field of a test */
  SALON_FILTER_REF_ROOM,         /* from here on: no filter asks for these, reports are narrowed to them */
  SALON_FILTER_REF_ZONE,
  SALON_FILTER_REF_ITEM,
  SALON_FILTER_REF_ITEM_CATEGORY,
  SALON_FILTER_REF_USER,
} SalonFilterRef;

typedef enum {
  SALON_FILTER_FIELD_PLAIN = 0,
  SALON_FILTER_FIELD_MAY_BE_SET = 1 << 0, /* the field alone is a test, too: "has any tag", "has ever come" */
  SALON_FILTER_FIELD_WITHIN = 1 << 1,     /* may be narrowed to a period: "went to Anna within the last month" */
} SalonFilterFieldFlags;

/* The headings under which a form puts the fields. */
typedef enum {
  SALON_FILTER_GROUP_CLIENT,
  SALON_FILTER_GROUP_MARKS,
  SALON_FILTER_GROUP_VISITS,
  SALON_FILTER_GROUP_BOOKINGS,
  SALON_FILTER_GROUP_MONEY,
  SALON_FILTER_GROUP_TICKETS,
  SALON_FILTER_GROUP_CONTACT,
  SALON_FILTER_GROUP_CUSTOM,
  SALON_FILTER_N_GROUPS,
} SalonFilterGroup;

/* Who has been put in no class; those in one are 1 = A, 2 = B, 3 = C. */
#define SALON_IMPORTANCE_NONE 0
#define SALON_IMPORTANCE_A    1
#define SALON_IMPORTANCE_B    2
#define SALON_IMPORTANCE_C    3

/**
 * SalonFilterChoice: one value of a CHOICE
 * @word: in the grammar: "lost"
 * @label: English; translate when shown
 */
typedef struct {
  gint64 value;
  const char *word;
  const char *label;
} SalonFilterChoice;

/**
 * SalonFilterField: what can be asked about a client
 * @key: in the grammar: "last_visit"; never changed once released
 * @label: English; translate when shown
 * @min: least value of a number that makes sense
 * @max: largest
 */
typedef struct {
  const char *key;
  SalonFilterKind kind;
  SalonFilterGroup group;
  SalonFilterFieldFlags flags;
  SalonFilterRef ref;
  const SalonFilterChoice *choices;
  guint n_choices;
  gint64 min;
  gint64 max;
  const char *label;
} SalonFilterField;

const SalonFilterField *salon_filter_fields (guint *n);
const SalonFilterField *salon_filter_field (const char *key);
const char *salon_filter_group_label (SalonFilterGroup group);

/* ---- days */

typedef enum {
  SALON_FILTER_DAY_OPEN,  /* no bound */
  SALON_FILTER_DAY_FIXED, /* days = days since 1970-01-01 */
  SALON_FILTER_DAY_TODAY, /* moves with today */
} SalonFilterDayKind;

/**
 * SalonFilterDay:
 * @days: days since 1970-01-01, or days after today, before it if negative
 * @months: calendar months after today, added first and clamped (31 May - 3 months = 28 February)
 */
typedef struct {
  SalonFilterDayKind kind;
  gint32 days;
  gint32 months;
} SalonFilterDay;

#define SALON_FILTER_OPEN      ((SalonFilterDay){ SALON_FILTER_DAY_OPEN, 0, 0 })
#define SALON_FILTER_ON(day)   ((SalonFilterDay){ SALON_FILTER_DAY_FIXED, (day), 0 })
#define SALON_FILTER_TODAY(n)  ((SalonFilterDay){ SALON_FILTER_DAY_TODAY, (n), 0 })
#define SALON_FILTER_MONTHS(n) ((SalonFilterDay){ SALON_FILTER_DAY_TODAY, 0, (n) })

/* Periods that move with today.  Weeks begin on Monday. */
typedef enum {
  SALON_FILTER_PERIOD_OWN, /* from … to */
  SALON_FILTER_PERIOD_THIS_WEEK,
  SALON_FILTER_PERIOD_LAST_WEEK,
  SALON_FILTER_PERIOD_NEXT_WEEK,
  SALON_FILTER_PERIOD_THIS_MONTH,
  SALON_FILTER_PERIOD_LAST_MONTH,
  SALON_FILTER_PERIOD_NEXT_MONTH,
  SALON_FILTER_PERIOD_THIS_QUARTER,
  SALON_FILTER_PERIOD_LAST_QUARTER,
  SALON_FILTER_PERIOD_THIS_YEAR,
  SALON_FILTER_PERIOD_LAST_YEAR,
  SALON_FILTER_PERIOD_LAST_12_MONTHS, /* whole ones, this month with them */
  SALON_FILTER_N_PERIODS,
} SalonFilterPeriodName;

/**
 * SalonFilterPeriod: days, both ends included
 * @from: first day, only of %SALON_FILTER_PERIOD_OWN
 * @to: last day, only of %SALON_FILTER_PERIOD_OWN
 */
typedef struct {
  SalonFilterPeriodName name;
  SalonFilterDay from;
  SalonFilterDay to;
} SalonFilterPeriod;

#define SALON_FILTER_NAMED(period_name) \
  ((SalonFilterPeriod){ SALON_FILTER_PERIOD_##period_name, { SALON_FILTER_DAY_OPEN, 0, 0 }, { SALON_FILTER_DAY_OPEN, 0, 0 } })

const char *salon_filter_period_word (SalonFilterPeriodName name);
const char *salon_filter_period_label (SalonFilterPeriodName name);
SalonDay salon_filter_day_resolve (SalonFilterDay day, SalonDay today);
void salon_filter_period_resolve (const SalonFilterPeriod *period, SalonDay today, SalonDay *from, SalonDay *to);
gboolean salon_filter_period_equal (const SalonFilterPeriod *a, const SalonFilterPeriod *b);

/* ---- trees */

typedef enum {
  SALON_FILTER_ALL,  /* every child holds; without children: everybody */
  SALON_FILTER_ANY,  /* at least one child holds; without children: nobody */
  SALON_FILTER_NOT,  /* its only child does not hold */
  SALON_FILTER_TEST,
} SalonFilterNode;

typedef enum {
  SALON_FILTER_IS_SET,     /* the flag is true; there is something in the field */
  SALON_FILTER_ONE_OF,     /* ids, or values of choices; what has several (tags) holds if one of them is among these */
  SALON_FILTER_BETWEEN,    /* from … to of numbers */
  SALON_FILTER_DURING,     /* the period */
  SALON_FILTER_OF_YEAR,    /* from … to as month * 100 + day of month; may wrap the year */
  SALON_FILTER_CONTAINS,   /* the text */
  SALON_FILTER_ONE_WORD_OF /* words: whole texts */
} SalonFilterRelation;

/* No bound of a number. */
#define SALON_FILTER_NO_MIN G_MININT64
#define SALON_FILTER_NO_MAX G_MAXINT64

/**
 * SalonFilterTest:
 * @custom_id: id of the own field, if @field is of the kind CUSTOM; its relation fits the kind of the own field: text and
 *   choice CONTAINS or ONE_WORD_OF, number BETWEEN (thousandths), date DURING, yes or no IS_SET (yes) or its NOT
 * @ids: of ONE_OF, ascending, each once
 * @from: of BETWEEN and OF_YEAR
 * @to: of BETWEEN and OF_YEAR
 * @period: of DURING
 * @text: of CONTAINS
 * @words: of ONE_WORD_OF, %NULL-terminated, in order, each once
 * @has_within: whether only what happened in @within counts
 */
typedef struct {
  const SalonFilterField *field;
  gint64 custom_id;
  SalonFilterRelation relation;
  gint64 *ids;
  guint n_ids;
  gint64 from;
  gint64 to;
  SalonFilterPeriod period;
  char *text;
  char **words;
  gboolean has_within;
  SalonFilterPeriod within;
} SalonFilterTest;

typedef struct _SalonFilter SalonFilter;

#define SALON_TYPE_FILTER (salon_filter_get_type ())
GType salon_filter_get_type (void);

/* The groups take their children over.  A group of one child is that child. */
SalonFilter *salon_filter_new_everybody (void);
SalonFilter *salon_filter_new_all (SalonFilter **children, guint n);
SalonFilter *salon_filter_new_any (SalonFilter **children, guint n);
SalonFilter *salon_filter_new_not (SalonFilter *child);

/* Tests; @key is that of a field, "custom:12" for the own field 12.  A relation that the field does not have is a
 * mistake of the programmer. */
SalonFilter *salon_filter_new_is_set (const char *key);
SalonFilter *salon_filter_new_one_of (const char *key, const gint64 *ids, guint n);
SalonFilter *salon_filter_new_one (const char *key, gint64 id);
SalonFilter *salon_filter_new_between (const char *key, gint64 from, gint64 to);
SalonFilter *salon_filter_new_during (const char *key, const SalonFilterPeriod *period);
SalonFilter *salon_filter_new_of_year (const char *key, int from_month, int from_mday, int to_month, int to_mday);
SalonFilter *salon_filter_new_contains (const char *key, const char *text);
SalonFilter *salon_filter_new_one_word_of (const char *key, const char *const *words);
SalonFilter *salon_filter_within (SalonFilter *test, const SalonFilterPeriod *period);
SalonFilter *salon_filter_and (SalonFilter *a, SalonFilter *b);

SalonFilter *salon_filter_ref (SalonFilter *self);
void salon_filter_unref (SalonFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFilter, salon_filter_unref)

SalonFilterNode salon_filter_node (const SalonFilter *self);
guint salon_filter_n_children (const SalonFilter *self);
SalonFilter *salon_filter_child (const SalonFilter *self, guint index);
const SalonFilterTest *salon_filter_test (const SalonFilter *self);
gboolean salon_filter_is_everybody (const SalonFilter *self);
gboolean salon_filter_equal (const SalonFilter *a, const SalonFilter *b);
gboolean salon_filter_mentions (const SalonFilter *self, const char *key);
GArray *salon_filter_asked (const SalonFilter *self, SalonFilterRef ref);
guint salon_filter_n_nodes (const SalonFilter *self);

G_END_DECLS
