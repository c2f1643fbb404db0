/* The sentence is a list of phrases, each whole in itself, so that nothing has to agree with anything else: an
 * adjective of status, "with …", "without …", or a field with a colon.  A denied test has a phrase of its own where
 * a language needs one.  Brackets stand around a group in a group only. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/rules/filter-sentence.h"

typedef struct {
  const char *key;
  const char *yes;
  const char *no;
} Phrase;

typedef struct {
  const char *key;
  gint64 value;
  const char *phrase;
} ChoicePhrase;

/* The flag is set; there is something in the field. */
static const Phrase set_phrases[] = {
  { "birthday", NC_ ("filter", "birthday known"), NC_ ("filter", "birthday not known") },
  { "language", NC_ ("filter", "language known"), NC_ ("filter", "language not known") },
  { "source", NC_ ("filter", "source known"), NC_ ("filter", "source not known") },
  { "referred_by", NC_ ("filter", "referred by somebody"), NC_ ("filter", "referred by nobody") },
  { "added", NC_ ("filter", "date added known"), NC_ ("filter", "date added not known") },
  { "photo", NC_ ("filter", "with a photo"), NC_ ("filter", "without a photo") },
  { "alert", NC_ ("filter", "with an alert"), NC_ ("filter", "without an alert") },
  { "archived", NC_ ("filter", "in the archive"), NC_ ("filter", "not in the archive") },
  { "category", NC_ ("filter", "with a category"), NC_ ("filter", "without a category") },
  { "tag", NC_ ("filter", "with a tag"), NC_ ("filter", "without a tag") },
  { "pinned", NC_ ("filter", "class set by hand"), NC_ ("filter", "class not set by hand") },
  { "visited", NC_ ("filter", "have come before"), NC_ ("filter", "have never come") },
  { "last_visit", NC_ ("filter", "have come before"), NC_ ("filter", "have never come") },
  { "first_visit", NC_ ("filter", "have come before"), NC_ ("filter", "have never come") },
  { "upcoming", NC_ ("filter", "with a booking ahead"), NC_ ("filter", "without a booking ahead") },
  { "booking", NC_ ("filter", "with a booking at any time"), NC_ ("filter", "never booked") },
  { "booked_online", NC_ ("filter", "booked online"), NC_ ("filter", "not booked online") },
  { "ticket", NC_ ("filter", "with a valid season ticket"), NC_ ("filter", "without a valid season ticket") },
  { "ticket_ends", NC_ ("filter", "with a season ticket that ends"), NC_ ("filter", "without a season ticket that ends") },
  { "promotion_offered", NC_ ("filter", "were offered a promotion"), NC_ ("filter", "were never offered a promotion") },
  { "promotion_accepted", NC_ ("filter", "accepted a promotion"), NC_ ("filter", "accepted no promotion") },
  { "promotion_used", NC_ ("filter", "used a promotion"), NC_ ("filter", "used no promotion") },
  { "card", NC_ ("filter", "with a plastic card in use"), NC_ ("filter", "without a plastic card in use") },
  { "phone", NC_ ("filter", "with a phone"), NC_ ("filter", "without a phone") },
  { "complaint", NC_ ("filter", "with an open complaint"), NC_ ("filter", "without an open complaint") },
  { "email", NC_ ("filter", "with an e-mail address"), NC_ ("filter", "without an e-mail address") },
};

/* One of several things of the salon: %s is their names. */
static const Phrase ids_phrases[] = {
  { "source", NC_ ("filter", "source: %s"), NC_ ("filter", "source not: %s") },
  { "referred_by", NC_ ("filter", "referred by: %s"), NC_ ("filter", "not referred by: %s") },
  { "category", NC_ ("filter", "with category %s"), NC_ ("filter", "without category %s") },
  { "tag", NC_ ("filter", "with tag %s"), NC_ ("filter", "without tag %s") },
  { "segment", NC_ ("filter", "in segment %s"), NC_ ("filter", "not in segment %s") },
  { "list", NC_ ("filter", "on the list %s"), NC_ ("filter", "not on the list %s") },
  { "master", NC_ ("filter", "came to master: %s"), NC_ ("filter", "did not come to master: %s") },
  { "service", NC_ ("filter", "came for service: %s"), NC_ ("filter", "did not come for service: %s") },
  { "service_category", NC_ ("filter", "came for services of category: %s"),
    NC_ ("filter", "did not come for services of category: %s") },
  { "upcoming", NC_ ("filter", "booked ahead with: %s"), NC_ ("filter", "not booked ahead with: %s") },
  { "ticket", NC_ ("filter", "with a valid season ticket %s"), NC_ ("filter", "without a valid season ticket %s") },
  { "promotion_offered", NC_ ("filter", "were offered the promotion %s"), NC_ ("filter", "were not offered the promotion %s") },
  { "promotion_accepted", NC_ ("filter", "accepted the promotion %s"), NC_ ("filter", "did not accept the promotion %s") },
  { "promotion_used", NC_ ("filter", "used the promotion %s"), NC_ ("filter", "did not use the promotion %s") },
  { "card", NC_ ("filter", "with the card %s in use"), NC_ ("filter", "without the card %s in use") },
};

static const ChoicePhrase choice_phrases[] = {
  { "gender", SALON_GENDER_UNKNOWN, NC_ ("filter", "gender not said") },
  { "gender", SALON_GENDER_FEMALE, NC_ ("filter", "women") },
  { "gender", SALON_GENDER_MALE, NC_ ("filter", "men") },
  { "gender", SALON_GENDER_OTHER, NC_ ("filter", "of another gender") },
  { "status", SALON_STATUS_POTENTIAL, NC_ ("filter", "potential") },
  { "status", SALON_STATUS_NEW, NC_ ("filter", "new") },
  { "status", SALON_STATUS_PERMANENT, NC_ ("filter", "permanent") },
  { "status", SALON_STATUS_LOST, NC_ ("filter", "lost") },
  { "importance", SALON_IMPORTANCE_NONE, NC_ ("filter", "without a class") },
  { "importance", SALON_IMPORTANCE_A, NC_ ("filter", "of class A") },
  { "importance", SALON_IMPORTANCE_B, NC_ ("filter", "of class B") },
  { "importance", SALON_IMPORTANCE_C, NC_ ("filter", "of class C") },
  { "ticket_state", SALON_TICKET_NOT_STARTED, NC_ ("filter", "with a season ticket that has not begun") },
  { "ticket_state", SALON_TICKET_ACTIVE, NC_ ("filter", "with an active season ticket") },
  { "ticket_state", SALON_TICKET_FROZEN, NC_ ("filter", "with a frozen season ticket") },
  { "ticket_state", SALON_TICKET_USED_UP, NC_ ("filter", "with a season ticket used up") },
  { "ticket_state", SALON_TICKET_EXPIRED, NC_ ("filter", "with an expired season ticket") },
  { "ticket_state", SALON_TICKET_REFUNDED, NC_ ("filter", "with a season ticket given back") },
  { "card_state", SALON_CARD_ISSUED, NC_ ("filter", "with a plastic card given out") },
  { "card_state", SALON_CARD_BLOCKED, NC_ ("filter", "with a blocked plastic card") },
  { "card_state", SALON_CARD_REPLACED, NC_ ("filter", "with a plastic card that was replaced") },
  { "card_state", SALON_CARD_RETURNED, NC_ ("filter", "with a plastic card given back") },
  { "card_state", SALON_CARD_EXPIRED, NC_ ("filter", "with an expired plastic card") },
  { "channel", SALON_CHANNEL_PHONE, NC_ ("filter", "reachable by phone") },
  { "channel", SALON_CHANNEL_SMS, NC_ ("filter", "reachable by SMS") },
  { "channel", SALON_CHANNEL_EMAIL, NC_ ("filter", "reachable by e-mail") },
  { "channel", SALON_CHANNEL_WHATSAPP, NC_ ("filter", "reachable by WhatsApp") },
  { "channel", SALON_CHANNEL_TELEGRAM, NC_ ("filter", "reachable by Telegram") },
  { "consent", SALON_CONSENT_PERSONAL_DATA, NC_ ("filter", "with consent to personal data") },
  { "consent", SALON_CONSENT_MARKETING, NC_ ("filter", "with consent to advertising") },
  { "consent", SALON_CONSENT_PHOTOS, NC_ ("filter", "with consent to photos") },
  { "consent", SALON_CONSENT_RECORDING, NC_ ("filter", "with consent to recording of calls") },
};

typedef struct {
  const SalonFilterWords *words;
} Teller;

static const char *
translated (const char *phrase)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", phrase);
}

static const Phrase *
find (const Phrase *phrases, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (phrases[i].key, key))
      return &phrases[i];
  return NULL;
}

/* The phrase with the names in the place of its %s. */
static char *
fill (const char *phrase, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (phrase, "%s", 2);

  return g_strjoinv (names, parts);
}

/* "Last visit" → "last visit". */
static char *
in_the_midst (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = g_utf8_strdown (label, rest - label);

  return g_strconcat (first, rest, NULL);
}

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

/* ---- days and numbers */

static char *
days_text (gint32 days)
{
  if (days == 0)
    return g_strdup (C_ ("filter day", "today"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
}

static char *
months_text (gint32 months)
{
  if (months < 0)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) -months), -months);
  return g_strdup_printf (ngettext ("in %d month", "in %d months", (gulong) months), months);
}

static char *
day_text (SalonFilterDay day)
{
  g_autofree char *months = NULL;

  if (day.kind == SALON_FILTER_DAY_FIXED)
    return salon_day_format (day.days);
  if (day.months == 0)
    return days_text (day.days);
  months = months_text (day.months);
  if (day.days == 0)
    return g_steal_pointer (&months);
  return g_strdup_printf ("%s %+d", months, day.days);
}

static gboolean
same_day (SalonFilterDay a, SalonFilterDay b)
{
  return a.kind == b.kind && a.days == b.days && a.months == b.months;
}

static char *
period_text (const SalonFilterPeriod *period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (period->name != SALON_FILTER_PERIOD_OWN)
    return in_the_midst (_(salon_filter_period_label (period->name)));
  if (period->from.kind != SALON_FILTER_DAY_OPEN)
    from = day_text (period->from);
  if (period->to.kind != SALON_FILTER_DAY_OPEN)
    to = day_text (period->to);
  if (to == NULL)
    return g_strdup_printf (C_ ("filter day", "%s or later"), from);
  if (from == NULL)
    return g_strdup_printf (C_ ("filter day", "%s or earlier"), to);
  if (same_day (period->from, period->to))
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
of_year_text (const SalonFilterTest *test)
{
  SalonDay first = salon_day_from_ymd (2000, (int) test->from / 100, (int) test->from % 100);
  SalonDay last = salon_day_from_ymd (2000, (int) test->to / 100, (int) test->to % 100);
  g_autofree char *from = salon_day_format_without_year (first);
  g_autofree char *to = salon_day_format_without_year (last);

  return test->from == test->to ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

static char *
number_text (Teller *self, const SalonFilterField *field, gint64 value)
{
  if (field->kind == SALON_FILTER_MONEY)
    return salon_money_format (value, self->words->currency);
  if (field->kind == SALON_FILTER_CUSTOM)
    return salon_decimal_format (value, 3, 0);
  if (field->kind == SALON_FILTER_PERCENT)
    return salon_percent_format (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
between_text (Teller *self, const SalonFilterTest *test)
{
  g_autofree char *from = test->from != SALON_FILTER_NO_MIN ? number_text (self, test->field, test->from) : NULL;
  g_autofree char *to = test->to != SALON_FILTER_NO_MAX ? number_text (self, test->field, test->to) : NULL;

  if (to == NULL)
    return g_strdup_printf (C_ ("filter number", "%s or more"), from);
  if (from == NULL)
    return g_strdup_printf (C_ ("filter number", "%s or less"), to);
  return test->from == test->to ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

/* ---- lists */

static char *
name_of (Teller *self, SalonFilterRef ref, gint64 id)
{
  char *name = self->words->name_of != NULL ? self->words->name_of (ref, id, self->words->data) : NULL;

  return name != NULL ? name : g_strdup (C_ ("filter", "(removed)"));
}

static char *
names_text (Teller *self, const SalonFilterTest *test)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < test->n_ids; i++) {
    g_autofree char *name = name_of (self, test->field->ref, test->ids[i]);

    g_ptr_array_add (names, g_strdup_printf (C_ ("filter", "“%s”"), name));
  }
  return join (names, C_ ("filter", " or "));
}

static char *
choices_text (const SalonFilterTest *test)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();

  for (guint i = 0; i < test->n_ids; i++)
    for (guint k = 0; k < G_N_ELEMENTS (choice_phrases); k++)
      if (g_str_equal (choice_phrases[k].key, test->field->key) && choice_phrases[k].value == test->ids[i])
        g_ptr_array_add (phrases, (char *) translated (choice_phrases[k].phrase));
  return join (phrases, C_ ("filter", " or "));
}

static char *
words_text (const SalonFilterTest *test)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (char **word = test->words; *word != NULL; word++)
    g_ptr_array_add (words, g_strdup_printf (C_ ("filter", "“%s”"), *word));
  return join (words, C_ ("filter", " or "));
}

/* ---- tests */

static char *
subject_of (Teller *self, const SalonFilterTest *test)
{
  if (test->field->kind == SALON_FILTER_CUSTOM)
    return name_of (self, SALON_FILTER_REF_CUSTOM_FIELD, test->custom_id);
  return in_the_midst (_(test->field->label));
}

static char *
value_text (Teller *self, const SalonFilterTest *test)
{
  switch (test->relation) {
  case SALON_FILTER_BETWEEN:
    return between_text (self, test);
  case SALON_FILTER_DURING:
    return period_text (&test->period);
  case SALON_FILTER_OF_YEAR:
    return of_year_text (test);
  case SALON_FILTER_CONTAINS:
    return g_strdup_printf (C_ ("filter", "“%s”"), test->text);
  case SALON_FILTER_ONE_WORD_OF:
    return words_text (test);
  case SALON_FILTER_ONE_OF:
    return names_text (self, test);
  case SALON_FILTER_IS_SET:
  default:
    return g_strdup (C_ ("filter", "filled in"));
  }
}

/* "last visit: 61 days ago or earlier". */
static char *
with_colon (Teller *self, const SalonFilterTest *test, gboolean denied)
{
  g_autofree char *subject = subject_of (self, test);
  g_autofree char *value = value_text (self, test);

  if (!denied)
    return g_strdup_printf (C_ ("filter", "%s: %s"), subject, value);
  return g_strdup_printf (C_ ("filter", "%s not: %s"), subject, value);
}

/* The phrase without its period; %NULL if the field has none of this kind. */
static char *
own_phrase (Teller *self, const SalonFilterTest *test, gboolean denied)
{
  const Phrase *phrase = NULL;
  g_autofree char *values = NULL;

  if (test->relation == SALON_FILTER_IS_SET) {
    phrase = find (set_phrases, G_N_ELEMENTS (set_phrases), test->field->key);
    return phrase != NULL ? g_strdup (translated (denied ? phrase->no : phrase->yes)) : NULL;
  }
  if (test->relation != SALON_FILTER_ONE_OF)
    return NULL;
  if (test->field->kind == SALON_FILTER_CHOICE) {
    values = choices_text (test);
    if (denied && test->n_ids > 1) {
      g_autofree char *group = g_strdup_printf ("(%s)", values);

      return g_strdup_printf (C_ ("filter", "not %s"), group);
    }
    return denied ? g_strdup_printf (C_ ("filter", "not %s"), values) : g_steal_pointer (&values);
  }
  phrase = find (ids_phrases, G_N_ELEMENTS (ids_phrases), test->field->key);
  values = names_text (self, test);
  return phrase != NULL ? fill (translated (denied ? phrase->no : phrase->yes), values) : NULL;
}

static char *
test_text (Teller *self, const SalonFilterTest *test, gboolean denied)
{
  g_autofree char *phrase = own_phrase (self, test, denied);
  g_autofree char *within = NULL;

  if (phrase == NULL)
    phrase = with_colon (self, test, denied);
  if (!test->has_within)
    return g_steal_pointer (&phrase);
  within = period_text (&test->within);
  return g_strdup_printf ("%s (%s)", phrase, within);
}

/* ---- the tree */

static char *node_text (Teller *self, const SalonFilter *filter, gboolean inside);

static char *
group_text (Teller *self, const SalonFilter *filter, gboolean inside)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean all = salon_filter_node (filter) == SALON_FILTER_ALL;
  g_autofree char *joined = NULL;

  if (salon_filter_n_children (filter) == 0)
    return g_strdup (all ? C_ ("filter", "everybody") : C_ ("filter", "nobody"));
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    g_ptr_array_add (parts, node_text (self, salon_filter_child (filter, i), TRUE));
  joined = join (parts, !all ? C_ ("filter", " or ") : inside ? C_ ("filter", " and ") : ", ");
  return inside ? g_strdup_printf ("(%s)", joined) : g_steal_pointer (&joined);
}

static char *
node_text (Teller *self, const SalonFilter *filter, gboolean inside)
{
  SalonFilterNode node = salon_filter_node (filter);
  const SalonFilter *child = node == SALON_FILTER_NOT ? salon_filter_child (filter, 0) : NULL;
  g_autofree char *text = NULL;

  if (node == SALON_FILTER_TEST)
    return test_text (self, salon_filter_test (filter), FALSE);
  if (child == NULL)
    return group_text (self, filter, inside);
  if (salon_filter_node (child) == SALON_FILTER_TEST)
    return test_text (self, salon_filter_test (child), TRUE);
  text = node_text (self, child, TRUE);
  return g_strdup_printf (C_ ("filter", "not %s"), text);
}

/**
 * salon_filter_phrase:
 * @filter: one test, or a group
 *
 * Returns: (transfer full): the same without "Clients" and the full stop: for a chip
 */
char *
salon_filter_phrase (const SalonFilter *filter, const SalonFilterWords *words)
{
  Teller self = { words };

  return node_text (&self, filter, FALSE);
}

/**
 * salon_filter_sentence:
 * @filter: (nullable): %NULL = everybody
 *
 * Returns: (transfer full): one sentence
 */
char *
salon_filter_sentence (const SalonFilter *filter, const SalonFilterWords *words)
{
  g_autofree char *phrase = NULL;

  if (salon_filter_is_everybody (filter))
    return g_strdup (_("All clients."));
  phrase = salon_filter_phrase (filter, words);
  return g_strdup_printf (_("Clients: %s."), phrase);
}
