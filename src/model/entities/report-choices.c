/* What the fixed values of groupings are called.  A new one is one word here; numbers stand in own reports and never change. */
#include "model/entities/report-choices.h"

#include "model/entities/enums.h"
#include <string.h>

/* As a filter calls it, where there is such a field. */
static const SalonReportChoice statuses[] = {
  { "potential", SALON_STATUS_POTENTIAL + 1 },
  { "new", SALON_STATUS_NEW + 1 },
  { "permanent", SALON_STATUS_PERMANENT + 1 },
  { "lost", SALON_STATUS_LOST + 1 },
};

static const SalonReportChoice genders[] = {
  { "female", SALON_GENDER_FEMALE },
  { "male", SALON_GENDER_MALE },
  { "other", SALON_GENDER_OTHER },
  { "unknown", SALON_GENDER_UNKNOWN },
};

static const SalonReportChoice importances[] = { { "a", 1 }, { "b", 2 }, { "c", 3 }, { "none", 0 } };

/* Of years; the number is that of the group, the youngest first. */
static const SalonReportChoice ages[] = {
  { "under_18", 1 }, { "18-24", 2 }, { "25-34", 3 }, { "35-44", 4 }, { "45-54", 5 }, { "55-64", 6 }, { "from_65", 7 }, { "unknown", 0 },
};

static const SalonReportChoice weekdays[] = {
  { "monday", 1 }, { "tuesday", 2 }, { "wednesday", 3 }, { "thursday", 4 }, { "friday", 5 }, { "saturday", 6 }, { "sunday", 7 },
};

/* When an hour begins. */
static const SalonReportChoice hours[] = {
  { "00:00", 1 },  { "01:00", 2 },  { "02:00", 3 },  { "03:00", 4 },  { "04:00", 5 },  { "05:00", 6 },  { "06:00", 7 },
  { "07:00", 8 },  { "08:00", 9 },  { "09:00", 10 }, { "10:00", 11 }, { "11:00", 12 }, { "12:00", 13 }, { "13:00", 14 },
  { "14:00", 15 }, { "15:00", 16 }, { "16:00", 17 }, { "17:00", 18 }, { "18:00", 19 }, { "19:00", 20 }, { "20:00", 21 },
  { "21:00", 22 }, { "22:00", 23 }, { "23:00", 24 }, { "unknown", 0 },
};

static const SalonReportChoice kinds[] = {
  { "services", SALON_SALE_LINE_SERVICE },         { "goods", SALON_SALE_LINE_ITEM },     { "tickets", SALON_SALE_LINE_TICKET },
  { "certificates", SALON_SALE_LINE_CERTIFICATE }, { "top_ups", SALON_SALE_LINE_TOP_UP }, { "tips", SALON_SALE_LINE_TIP },
};

/* As the till calls them. */
static const SalonReportChoice methods[] = {
  { "cash", SALON_PAY_CASH },   { "card", SALON_PAY_CARD },     { "transfer", SALON_PAY_TRANSFER },       { "account", SALON_PAY_ACCOUNT },
  { "bonus", SALON_PAY_BONUS }, { "ticket", SALON_PAY_TICKET }, { "certificate", SALON_PAY_CERTIFICATE },
};

static const SalonReportChoice discounts[] = {
  { "personal", SALON_DISCOUNT_PERSONAL },
  { "card", SALON_DISCOUNT_CARD },
  { "category", SALON_DISCOUNT_CATEGORY },
  { "segment", SALON_DISCOUNT_SEGMENT },
  { "tier", SALON_DISCOUNT_TIER },
  { "birthday", SALON_DISCOUNT_BIRTHDAY },
  { "first_visit", SALON_DISCOUNT_FIRST_VISIT },
  { "happy_hours", SALON_DISCOUNT_HAPPY_HOURS },
  { "code", SALON_DISCOUNT_CODE },
  { "promotion", SALON_DISCOUNT_PROMOTION },
  { "manual", SALON_DISCOUNT_MANUAL },
};

static const SalonReportChoice states[] = {
  { "booked", SALON_VISIT_BOOKED },         { "confirmed", SALON_VISIT_CONFIRMED }, { "arrived", SALON_VISIT_ARRIVED },
  { "in_service", SALON_VISIT_IN_SERVICE }, { "done", SALON_VISIT_DONE },           { "cancelled", SALON_VISIT_CANCELLED },
  { "no_show", SALON_VISIT_NO_SHOW },
};

static const SalonReportChoice origins[] = {
  { "phone", SALON_VISIT_SOURCE_PHONE },         { "walk_in", SALON_VISIT_SOURCE_WALK_IN }, { "online", SALON_VISIT_SOURCE_ONLINE },
  { "messenger", SALON_VISIT_SOURCE_MESSENGER }, { "unknown", 0 },
};

static const struct {
  const char *dimension;
  const SalonReportChoice *choices;
  guint n;
} all[] = {
  { "status", statuses, G_N_ELEMENTS (statuses) },
  { "gender", genders, G_N_ELEMENTS (genders) },
  { "importance", importances, G_N_ELEMENTS (importances) },
  { "age", ages, G_N_ELEMENTS (ages) },
  { "weekday", weekdays, G_N_ELEMENTS (weekdays) },
  { "hour", hours, G_N_ELEMENTS (hours) },
  { "kind", kinds, G_N_ELEMENTS (kinds) },
  { "method", methods, G_N_ELEMENTS (methods) },
  { "discount_source", discounts, G_N_ELEMENTS (discounts) },
  { "state", states, G_N_ELEMENTS (states) },
  { "booked_by", origins, G_N_ELEMENTS (origins) },
};

/* Of any grouping: those that belong to none of the others. */
static const SalonReportChoice none = { "none", 0 };

/**
 * salon_report_choices:
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): the fixed values of a grouping in the order of a menu, what is not
 *   said last; %NULL where it has none
 */
const SalonReportChoice *
salon_report_choices (const char *dimension, guint *n)
{
  *n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (all[i].dimension, dimension) == 0) {
      *n = all[i].n;
      return all[i].choices;
    }
  return NULL;
}

/**
 * salon_report_choice_word:
 *
 * Returns: (transfer none) (nullable): the word of a value; %NULL: it is written as its number
 */
const char *
salon_report_choice_word (const char *dimension, gint64 value)
{
  guint n = 0;
  const SalonReportChoice *choices = salon_report_choices (dimension, &n);

  for (guint i = 0; i < n; i++)
    if (choices[i].value == value)
      return choices[i].word;
  return value == none.value ? none.word : NULL;
}

/**
 * salon_report_choice_parse:
 * @value: (out): what the word means
 *
 * Returns: whether the grouping has such a word
 */
gboolean
salon_report_choice_parse (const char *dimension, const char *word, gint64 *value)
{
  guint n = 0;
  const SalonReportChoice *choices = salon_report_choices (dimension, &n);
  const SalonReportChoice *found = strcmp (word, none.word) == 0 ? &none : NULL;

  for (guint i = 0; i < n; i++)
    if (strcmp (choices[i].word, word) == 0)
      found = &choices[i];
  if (found != NULL)
    *value = found->value;
  return found != NULL;
}
