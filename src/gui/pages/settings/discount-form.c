/* A rule of discounts.  It concerns every sale at once: like the rule of the status it is tried by an example first and
 * saved by a button.  What does not matter for the chosen reason is not asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/discount-form.h"
#include "gui/pages/settings/discount-targets.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/picker.h"
#include "model/rules/pricing-text.h"
#include "model/services/price-rules.h"

#define EXAMPLE_UNITS 40 /* what costs so much, in whole units of money */
#define WEEKDAYS      7

/* ---- what is asked */

static gboolean
by_category (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_CATEGORY;
}

static gboolean
by_segment (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_SEGMENT;
}

static gboolean
by_tier (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_TIER;
}

static gboolean
by_money (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return by_tier (rule) && rule->tier_by != SALON_TIER_VISITS;
}

static gboolean
by_visits (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return by_tier (rule) && rule->tier_by == SALON_TIER_VISITS;
}

static gboolean
by_birthday (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_BIRTHDAY;
}

static gboolean
by_code (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_CODE;
}

static gboolean
by_offer (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->source == SALON_DISCOUNT_PROMOTION;
}

static gboolean
in_percent (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->kind == SALON_REDUCE_PERCENT;
}

static gboolean
in_money (gconstpointer entity)
{
  const SalonPriceRule *rule = entity;

  return rule->kind != SALON_REDUCE_PERCENT;
}

static GListModel *
reason_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_DISCOUNT_CATEGORY, SALON_DISCOUNT_PROMOTION, salon_discount_source_label);
}

static GListModel *
kind_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_REDUCE_FIRST, SALON_REDUCE_LAST, salon_reduce_kind_label);
}

static GListModel *
tier_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_TIER_SOLD, SALON_TIER_LAST, salon_tier_label);
}

static GListModel *
category_items (SalonDirectory *directory)
{
  return salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_CATEGORIES));
}

/* Two in a line, what is ticked in a line of its own. */
static const SalonAskPlace asks[] = {
  { SALON_ASK ("name", N_("Name"), NULL, TEXT, NULL, NULL), NULL, 0, 0, 1 },
  { SALON_ASK ("source", N_("Reason"), NULL, PICK, NULL, reason_items), NULL, 0, 1, 1 },
  { SALON_ASK ("category_id", N_("Category of clients"), NULL, PICK, NULL, category_items), by_category, 1, 0, 2 },
  { SALON_ASK ("segment_id", N_("Segment"), NULL, PICK, NULL, NULL), by_segment, 2, 0, 2 },
  { SALON_ASK ("tier_by", N_("Grows by"), NULL, PICK, NULL, tier_items), by_tier, 3, 0, 1 },
  { SALON_ASK ("tier_from", N_("Reached from"), NULL, MONEY, NULL, NULL), by_money, 3, 1, 1 },
  { SALON_ASK ("tier_from", N_("Reached from"), NULL, NUMBER, N_("visits"), NULL), by_visits, 3, 1, 1 },
  { SALON_ASK ("birthday_days", N_("Around the birthday"), N_("So many days before and after."), NUMBER, N_("days"), NULL), by_birthday, 4, 0, 2 },
  { SALON_ASK ("code", N_("Code that the client names"), NULL, TEXT, NULL, NULL), by_code, 5, 0, 2 },
  { SALON_ASK ("kind", N_("How much less"), NULL, PICK, NULL, kind_items), NULL, 6, 0, 1 },
  { SALON_ASK ("value", N_("Discount"), NULL, PERCENT, NULL, NULL), in_percent, 6, 1, 1 },
  { SALON_ASK ("value", N_("Amount"), NULL, MONEY, NULL, NULL), in_money, 6, 1, 1 },
  { SALON_ASK ("from_day", N_("From the day"), NULL, DAY, NULL, NULL), NULL, 8, 0, 1 },
  { SALON_ASK ("to_day", N_("Last day"), NULL, DAY, NULL, NULL), NULL, 8, 1, 1 },
  { SALON_ASK ("from_min", N_("From the time"), NULL, TIME, NULL, NULL), NULL, 10, 0, 1 },
  { SALON_ASK ("to_min", N_("Until the time"), NULL, TIME, NULL, NULL), NULL, 10, 1, 1 },
  { SALON_ASK ("per_client", N_("Times per client"), N_("0 = without limit."), NUMBER, NULL, NULL), NULL, 11, 0, 1 },
  { SALON_ASK ("in_all", N_("Times in all"), N_("0 = without limit."), NUMBER, NULL, NULL), NULL, 11, 1, 1 },
  { SALON_ASK ("offered_only", N_("Only for whom it was offered to"), NULL, YES_NO, NULL, NULL), by_offer, 12, 0, 2 },
  { SALON_ASK ("exclusive", N_("Nothing beside it: the whole receipt by this discount alone"), NULL, YES_NO, NULL, NULL), NULL, 13, 0, 2 },
};

#define TARGETS_LINE  7
#define WEEKDAYS_LINE 9

struct _SalonDiscountForm {
  SalonAskForm parent_instance;

  GtkWidget *weekdays;
  SalonDiscountTargets *targets;
  GtkLabel *example;
  SalonDirectory *directory; /* not owned */
};

G_DEFINE_FINAL_TYPE (SalonDiscountForm, salon_discount_form, SALON_TYPE_ASK_FORM)

/* ---- reading */

static gint64
read_weekdays (SalonDiscountForm *self)
{
  g_autoptr (GArray) days = salon_check_chips_get_values (SALON_CHECK_CHIPS (self->weekdays));
  gint64 bits = 0;

  for (guint i = 0; i < days->len; i++)
    bits |= G_GINT64_CONSTANT (1) << (g_array_index (days, gint64, i) - 1);
  return bits;
}

/* A question that is not asked leaves nothing behind. */
static void
forget_the_rest (SalonPriceRule *rule)
{
  rule->category_id = by_category (rule) ? rule->category_id : 0;
  rule->segment_id = by_segment (rule) ? rule->segment_id : 0;
  rule->tier_by = by_tier (rule) ? rule->tier_by : 0;
  rule->tier_from = by_tier (rule) ? rule->tier_from : 0;
  rule->birthday_days = by_birthday (rule) ? rule->birthday_days : 0;
  rule->offered_only = by_offer (rule) ? rule->offered_only : 0;
  if (!by_code (rule))
    g_clear_pointer (&rule->code, g_free);
}

static void
to_kept (SalonAskForm *form, gpointer entity)
{
  SalonPriceRule *rule = entity;

  rule->weekdays = read_weekdays (SALON_DISCOUNT_FORM (form));
  forget_the_rest (rule);
}

/* ---- showing */

static SalonMoney
example_price (const SalonCurrency *currency)
{
  SalonMoney price = EXAMPLE_UNITS;

  for (int i = 0; i < currency->decimals; i++)
    price *= 10;
  return price;
}

static void
follow (SalonAskForm *form, gpointer entity, gboolean readable)
{
  SalonDiscountForm *self = SALON_DISCOUNT_FORM (form);
  const SalonPriceRule *rule = entity;
  const SalonCurrency *currency = salon_directory_currency (self->directory);
  g_autofree char *sentence = NULL;
  g_autofree char *when = salon_price_rule_when (rule);
  g_autofree char *text = NULL;

  if (readable && (rule->value > 0 || rule->kind == SALON_REDUCE_PRICE))
    sentence = salon_price_rule_example (rule, example_price (currency), currency);
  if (sentence != NULL && when != NULL)
    text = g_strconcat (sentence, "\n", when, NULL);
  gtk_label_set_text (self->example, text != NULL ? text : sentence != NULL ? sentence : "");
}

static void
on_weekdays (SalonCheckChips *chips, SalonAskForm *self)
{
  salon_ask_form_update (self);
}

static void
show_weekdays (SalonDiscountForm *self, gint64 bits)
{
  gint64 days[WEEKDAYS] = { 0 };
  guint n = 0;

  for (gint64 day = 1; day <= WEEKDAYS; day++)
    if (bits & (1 << (day - 1)))
      days[n++] = day;
  salon_check_chips_set_values (SALON_CHECK_CHIPS (self->weekdays), days, n);
}

/* ---- saving */

static gboolean
save (SalonAskForm *form, gpointer orig, gpointer curr, GAsyncReadyCallback done)
{
  g_autoptr (GArray) targets = salon_discount_targets_get (SALON_DISCOUNT_FORM (form)->targets);

  salon_session_submit (salon_ask_form_get_session (form), &salon_command_price_rule_save,
                        salon_price_rule_draft_new (orig, curr, targets), NULL, NULL, done, g_object_ref (form));
  return TRUE;
}

static void
remove_rule (SalonAskForm *form, gpointer entity, GAsyncReadyCallback done)
{
  salon_session_submit (salon_ask_form_get_session (form), &salon_command_price_rule_archive,
                        salon_id_request_new (salon_entity_get_id (entity)), NULL, NULL, done, g_object_ref (form));
}

/* ---- building */

static void
salon_discount_form_class_init (SalonDiscountFormClass *klass)
{
  SalonAskFormClass *form_class = SALON_ASK_FORM_CLASS (klass);

  form_class->asks = asks;
  form_class->n_asks = G_N_ELEMENTS (asks);
  form_class->saved = N_("Discount saved.");
  form_class->removed = N_("Discount removed.");
  form_class->to_kept = to_kept;
  form_class->follow = follow;
  form_class->save = save;
  form_class->remove = remove_rule;
}

static void
salon_discount_form_init (SalonDiscountForm *self)
{
  self->weekdays = salon_check_chips_new (_("Weekdays"));
  for (int i = 0; i < WEEKDAYS; i++) {
    int day = (salon_first_weekday () - 1 + i) % WEEKDAYS + 1;

    salon_check_chips_append (SALON_CHECK_CHIPS (self->weekdays), day, salon_weekday_short_name (day));
  }
  self->example = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  g_signal_connect (self->weekdays, "changed", G_CALLBACK (on_weekdays), self);
}

/**
 * salon_discount_form_new:
 *
 * Returns: (transfer floating): a form; give it a rule by salon_discount_form_show()
 */
GtkWidget *
salon_discount_form_new (SalonSession *session)
{
  SalonDiscountForm *self = g_object_new (SALON_TYPE_DISCOUNT_FORM, NULL);
  SalonAskForm *form = SALON_ASK_FORM (self);

  self->directory = salon_directory_of (session);
  self->targets = SALON_DISCOUNT_TARGETS (salon_discount_targets_new (session));
  salon_ask_form_build (form, session, self->example);
  salon_ask_form_attach (form, "targets", _("What costs less"), GTK_WIDGET (self->targets), TARGETS_LINE);
  salon_ask_form_attach (form, "weekdays", _("Weekdays"), self->weekdays, WEEKDAYS_LINE);
  return GTK_WIDGET (self);
}

static SalonPriceRule *
first_values (void)
{
  SalonPriceRule *rule = salon_price_rule_new ();

  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 1000;
  rule->active = 1;
  rule->tier_by = SALON_TIER_NONE;
  return rule;
}

/**
 * salon_discount_form_show:
 * @rule: (nullable): as it is saved; %NULL = a new one
 */
void
salon_discount_form_show (SalonDiscountForm *self, const SalonPricingRule *rule)
{
  SalonPriceRule *shown = rule != NULL ? g_object_ref (rule->rule) : first_values ();

  salon_discount_targets_set (self->targets, rule != NULL ? rule->targets : NULL);
  salon_ask_form_set_filling (SALON_ASK_FORM (self), TRUE);
  show_weekdays (self, shown->weekdays);
  salon_ask_form_show (SALON_ASK_FORM (self), shown);
}

/**
 * salon_discount_form_set_segments:
 * @segments: (element-type SalonSegment): that can be chosen
 */
void
salon_discount_form_set_segments (SalonDiscountForm *self, GPtrArray *segments)
{
  SalonAskForm *form = SALON_ASK_FORM (self);
  SalonPicker *picker = SALON_PICKER (salon_ask_form_get_control (form, "segment_id"));
  const SalonPriceRule *rule = salon_ask_form_get_entity (form);
  g_autoptr (GListModel) items = salon_items_of_entities (segments);

  salon_ask_form_set_filling (form, TRUE);
  salon_picker_set_items (picker, items);
  if (rule != NULL)
    salon_picker_set_selected (picker, rule->segment_id);
  salon_ask_form_set_filling (form, FALSE);
}
