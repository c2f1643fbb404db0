/* discount list, add, archive, test, offer: why something costs less. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "ctl/ctl.h"
#include "model/entities/category.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/segment.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/rules/pricing-text.h"
#include "model/services/price-rules.h"
#include "model/services/promotions.h"

static int
run_command (SalonCtl *ctl, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  salon_record_set_int (salon_ctl_add_row (rows), "id", done.id);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- list */

static int
cmd_discount_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("discount list takes no arguments."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  rules = salon_session_query_sync (ctl->session, &salon_query_price_rules, NULL, &error);
  if (rules == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < rules->len; i++) {
    const SalonPricingRule *priced = rules->pdata[i];
    g_autofree char *how = salon_price_rule_reduction (priced->rule, salon_ctl_currency (ctl));
    g_autofree char *when = salon_price_rule_when (priced->rule);
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_int (row, "id", salon_entity_get_id (priced->rule));
    salon_record_set_text (row, "name", priced->rule->name);
    salon_record_set_text (row, "why", salon_discount_source_label (priced->rule->source));
    salon_record_set_text (row, "how_much", how);
    salon_record_set_text (row, "when", when != NULL ? when : "");
    salon_record_set_int (row, "active", priced->rule->active);
    salon_record_set_int (row, "exclusive", priced->rule->exclusive);
    salon_record_set_int (row, "used", priced->used_in_all);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- add */

/* What can be said of a rule; each is NULL when it was not. */
typedef struct {
  char *percent;
  char *amount;
  char *price;
  char *category;
  char *segment;
  char *sold;
  char *paid;
  char *visits;
  char *birthday;
  char *code;
  char *from;
  char *to;
  char *weekdays;
  char *hours;
  char *priority;
  char *per_client;
  char *in_all;
  char **targets;
  gboolean first_visit;
  gboolean offered_only;
  gboolean exclusive;
} Options;

static void
options_clear (Options *self)
{
  char **texts[] = { &self->percent, &self->amount, &self->price, &self->category, &self->segment, &self->sold,
                     &self->paid, &self->visits, &self->birthday, &self->code, &self->from, &self->to,
                     &self->weekdays, &self->hours, &self->priority, &self->per_client, &self->in_all };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_strfreev (self->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

#define STRING(name, member) { name, 0, 0, G_OPTION_ARG_STRING, &o->member, NULL, NULL }
#define SWITCH(name, member) { name, 0, 0, G_OPTION_ARG_NONE, &o->member, NULL, NULL }

static gboolean
parse (Options *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    STRING ("percent", percent), STRING ("amount", amount), STRING ("price", price),
    STRING ("category", category), STRING ("segment", segment), STRING ("sold", sold),
    STRING ("paid", paid), STRING ("visits", visits), STRING ("birthday", birthday),
    STRING ("code", code), STRING ("from", from), STRING ("to", to),
    STRING ("weekdays", weekdays), STRING ("hours", hours), STRING ("priority", priority),
    STRING ("per-client", per_client), STRING ("in-all", in_all),
    { "on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o->targets, NULL, NULL },
    SWITCH ("first-visit", first_visit), SWITCH ("offered-only", offered_only), SWITCH ("exclusive", exclusive),
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

/* "7.5" of two decimals is 750. */
static gboolean
put_decimal (SalonCtl *ctl, const char *text, const SalonCurrency *like, gint64 *value, int *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || salon_money_parse (text, like, value, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static gboolean
put_number (const char *option, const char *text, gint64 *number, int *status)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, -1000, G_MAXINT32, number, NULL))
    return TRUE;
  *status = salon_ctl_usage (_("“%s” is no number for %s."), text, option);
  return FALSE;
}

static gboolean
put_day (SalonCtl *ctl, const char *text, gint64 *value, int *status)
{
  SalonDay day = 0;

  if (text == NULL)
    return TRUE;
  if (!salon_ctl_day (ctl, text, &day, status))
    return FALSE;
  *value = day;
  return TRUE;
}

/* "1,2,5": Monday, Tuesday, Friday. */
static gboolean
put_weekdays (const char *text, gint64 *weekdays, int *status)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++) {
    if (*p == ',')
      continue;
    if (*p < '1' || *p > '7') {
      *status = salon_ctl_usage ("%s", _("Weekdays are numbers from 1 for Monday to 7: --weekdays 1,2,3."));
      return FALSE;
    }
    *weekdays |= 1 << (*p - '1');
  }
  return TRUE;
}

static gboolean
put_hours (const char *text, SalonPriceRule *rule, int *status)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "-", 2) : NULL;
  int from = 0;
  int to = 0;

  if (parts == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 || !salon_minute_parse (parts[0], &from, NULL) || !salon_minute_parse (parts[1], &to, NULL)) {
    *status = salon_ctl_usage ("%s", _("Hours are written like this: --hours 10:00-14:00."));
    return FALSE;
  }
  rule->from_min = from;
  rule->to_min = to;
  return TRUE;
}

static gboolean
put_how_much (SalonCtl *ctl, const Options *o, SalonPriceRule *rule, int *status)
{
  static const SalonCurrency percent = { "", "%", 2 };

  if ((o->percent != NULL) + (o->amount != NULL) + (o->price != NULL) != 1) {
    *status = salon_ctl_usage ("%s", _("Say how much: --percent 10, --amount 5.00 or --price 30.00."));
    return FALSE;
  }
  rule->kind = o->percent != NULL ? SALON_REDUCE_PERCENT : o->amount != NULL ? SALON_REDUCE_AMOUNT : SALON_REDUCE_PRICE;
  return put_decimal (ctl, o->percent, &percent, &rule->value, status)
         && put_decimal (ctl, o->amount, salon_ctl_currency (ctl), &rule->value, status)
         && put_decimal (ctl, o->price, salon_ctl_currency (ctl), &rule->value, status);
}

static gboolean
put_who (SalonCtl *ctl, const Options *o, SalonPriceRule *rule, int *status)
{
  rule->tier_by = o->sold != NULL ? SALON_TIER_SOLD : o->paid != NULL ? SALON_TIER_PAID : o->visits != NULL ? SALON_TIER_VISITS : 0;
  rule->offered_only = o->offered_only;
  if (o->category != NULL)
    rule->category_id = salon_ctl_find_named (ctl, salon_category_get_type (), o->category, status);
  if (o->segment != NULL)
    rule->segment_id = salon_ctl_find_named (ctl, salon_segment_get_type (), o->segment, status);
  return (o->category == NULL || rule->category_id != 0) && (o->segment == NULL || rule->segment_id != 0)
         && put_decimal (ctl, o->sold, salon_ctl_currency (ctl), &rule->tier_from, status)
         && put_decimal (ctl, o->paid, salon_ctl_currency (ctl), &rule->tier_from, status)
         && put_number ("--visits", o->visits, &rule->tier_from, status)
         && put_number ("--birthday", o->birthday, &rule->birthday_days, status);
}

/* The reason follows from what was said of the client, the code and the hours. */
static SalonDiscountSource
reason_of (const Options *o)
{
  if (o->code != NULL)
    return SALON_DISCOUNT_CODE;
  if (o->birthday != NULL)
    return SALON_DISCOUNT_BIRTHDAY;
  if (o->first_visit)
    return SALON_DISCOUNT_FIRST_VISIT;
  if (o->sold != NULL || o->paid != NULL || o->visits != NULL)
    return SALON_DISCOUNT_TIER;
  if (o->category != NULL)
    return SALON_DISCOUNT_CATEGORY;
  if (o->segment != NULL)
    return SALON_DISCOUNT_SEGMENT;
  return (o->weekdays != NULL || o->hours != NULL) && !o->offered_only ? SALON_DISCOUNT_HAPPY_HOURS : SALON_DISCOUNT_PROMOTION;
}

static gboolean
fill_rule (SalonCtl *ctl, const Options *o, SalonPriceRule *rule, int *status)
{
  rule->source = reason_of (o);
  rule->active = 1;
  rule->exclusive = o->exclusive;
  rule->code = g_strdup (o->code);
  return put_how_much (ctl, o, rule, status) && put_who (ctl, o, rule, status) && put_day (ctl, o->from, &rule->from_day, status)
         && put_day (ctl, o->to, &rule->to_day, status) && put_weekdays (o->weekdays, &rule->weekdays, status)
         && put_hours (o->hours, rule, status) && put_number ("--priority", o->priority, &rule->priority, status)
         && put_number ("--per-client", o->per_client, &rule->per_client, status)
         && put_number ("--in-all", o->in_all, &rule->in_all, status);
}

/* "services", "service:Cut", "item-category:Care". */
static gboolean
put_target (SalonCtl *ctl, const char *text, GArray *targets, int *status)
{
  static const char *const words[] = { NULL, "services", "goods", "service-category", "item-category", "service", "item" };
  GType types[] = { 0, 0, 0, salon_service_category_get_type (), salon_item_category_get_type (), salon_service_get_type (),
                    salon_item_get_type () };
  const char *colon = strchr (text, ':');
  g_autofree char *word = g_strndup (text, colon != NULL ? (gsize) (colon - text) : strlen (text));

  for (guint kind = 1; kind < G_N_ELEMENTS (words); kind++) {
    SalonPricingTarget target = { (SalonPriceTargetKind) kind, 0 };

    if (!g_str_equal (words[kind], word) || (types[kind] != 0) != (colon != NULL))
      continue;
    target.id = types[kind] != 0 ? salon_ctl_find_named (ctl, types[kind], colon + 1, status) : 0;
    if (types[kind] != 0 && target.id == 0)
      return FALSE;
    g_array_append_val (targets, target);
    return TRUE;
  }
  *status = salon_ctl_usage (_("“%s” is nothing that can cost less: services, goods, service-category:NAME, item-category:NAME,"
                               " service:NAME or item:NAME."), text);
  return FALSE;
}

static int
cmd_discount_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));
  SalonPriceRuleDraft draft = { NULL, rule, targets };
  int status = 0;

  if (!parse (&o, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say its name and how much: discount add NAME --percent 10 …."));
  rule->name = g_strdup (argv[0]);
  if (!salon_ctl_open (ctl, TRUE, &status) || !fill_rule (ctl, &o, rule, &status))
    return status;
  for (guint i = 0; o.targets != NULL && o.targets[i] != NULL; i++)
    if (!put_target (ctl, o.targets[i], targets, &status))
      return status;
  return run_command (ctl, &salon_command_price_rule_save, &draft);
}

static int
cmd_discount_archive (SalonCtl *ctl, int argc, char **argv)
{
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say which: discount archive ID."));
  return salon_ctl_open (ctl, TRUE, &status) ? run_command (ctl, &salon_command_price_rule_archive, &request) : status;
}

/* ---- test */

/* "service:Cut", "item:Shampoo=2". */
static gboolean
put_line (SalonCtl *ctl, const char *text, SalonPriceTestRequest *request, int *status)
{
  static const SalonCurrency thousandths = { "", "", 3 };
  gboolean is_item = g_str_has_prefix (text, "item:");
  const char *colon = strchr (text, ':');
  const char *equals = strrchr (text, '=');
  g_autofree char *name = NULL;
  gint64 quantity = 1000;
  gint64 id = 0;

  if (!is_item && !g_str_has_prefix (text, "service:")) {
    *status = salon_ctl_usage (_("“%s” is nothing to put into a basket: service:NAME or item:NAME=QUANTITY."), text);
    return FALSE;
  }
  name = equals != NULL ? g_strndup (colon + 1, (gsize) (equals - colon - 1)) : g_strdup (colon + 1);
  if (!put_decimal (ctl, equals != NULL ? equals + 1 : NULL, &thousandths, &quantity, status))
    return FALSE;
  id = salon_ctl_find_named (ctl, is_item ? salon_item_get_type () : salon_service_get_type (), name, status);
  if (id == 0)
    return FALSE;
  salon_price_test_request_add (request, is_item ? SALON_SALE_LINE_ITEM : SALON_SALE_LINE_SERVICE, id, quantity);
  return TRUE;
}

static void
print_test (SalonCtl *ctl, GPtrArray *lines)
{
  const SalonCurrency *currency = salon_ctl_currency (ctl);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  for (guint i = 0; i < lines->len; i++) {
    const SalonPriceTestLine *line = lines->pdata[i];
    g_autofree char *list = salon_money_format_plain (line->line.list_amount, currency);
    g_autofree char *discount = salon_money_format_plain (line->line.discount, currency);
    g_autofree char *amount = salon_money_format_plain (line->line.amount, currency);
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_text (row, "name", line->name);
    salon_record_set_text (row, "list", list);
    salon_record_set_text (row, "discount", discount);
    salon_record_set_text (row, "amount", amount);
    salon_record_set_int (row, "rule", line->line.rule_id);
    salon_record_set_text (row, "why", line->why != NULL ? line->why : "");
  }
  salon_ctl_print (ctl, rows);
}

static int
cmd_discount_test (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *client = NULL;
  g_autofree char *code = NULL;
  g_auto (GStrv) basket = NULL;
  const GOptionEntry entries[] = { { "client", 0, 0, G_OPTION_ARG_STRING, &client, NULL, NULL },
                                   { "code", 0, 0, G_OPTION_ARG_STRING, &code, NULL, NULL },
                                   { "basket", 0, 0, G_OPTION_ARG_STRING_ARRAY, &basket, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonPriceTestRequest *request = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gint64 client_id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || basket == NULL || (client != NULL && !salon_ctl_id (client, &client_id)))
    return salon_ctl_usage ("%s", _("Say what: discount test [--client ID] --basket service:NAME --basket item:NAME=2."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request = salon_price_test_request_new (client_id, code);
  for (guint i = 0; basket[i] != NULL && status == 0; i++)
    put_line (ctl, basket[i], request, &status);
  lines = status == 0 ? salon_session_query_sync (ctl->session, &salon_query_price_test, request, &error) : NULL;
  salon_price_test_request_free (request);
  if (status != 0)
    return status;
  if (lines == NULL)
    return salon_ctl_fail (error);
  print_test (ctl, lines);
  return SALON_CTL_DONE;
}

/* ---- promotions of a client */

static int
cmd_discount_say (SalonCtl *ctl, int argc, char **argv)
{
  static const char *const words[] = { NULL, "offered", "accepted", "refused" };
  SalonPromotionSaying saying = { 0 };
  int status = 0;

  for (guint i = 1; argc == 3 && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (argv[2], words[i]))
      saying.state = (SalonPromotionState) i;
  if (saying.state == 0 || !salon_ctl_id (argv[0], &saying.rule_id) || !salon_ctl_id (argv[1], &saying.client_id))
    return salon_ctl_usage ("%s", _("Say which, to whom and what: discount note ID CLIENT offered|accepted|refused."));
  return salon_ctl_open (ctl, TRUE, &status) ? run_command (ctl, &salon_command_promotion_say, &saying) : status;
}

static int
cmd_discount_of (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { 0 };
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &request.id))
    return salon_ctl_usage ("%s", _("Say whose: discount of CLIENT."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  list = salon_session_query_sync (ctl->session, &salon_query_participations, &request, &error);
  if (list == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < list->len; i++) {
    const SalonParticipation *one = list->pdata[i];
    g_autofree char *day = one->day != SALON_DAY_NONE ? salon_day_format_iso (one->day) : NULL;
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_int (row, "id", one->rule_id);
    salon_record_set_text (row, "name", one->name);
    salon_record_set_text (row, "state", salon_promotion_state_label (one->state));
    salon_record_set_text (row, "day", day != NULL ? day : "");
    salon_record_set_int (row, "used", one->used);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

#define ADD_OPTIONS                                                                               \
  "NAME --percent N|--amount A|--price A [--on WHAT] [--category NAME] [--segment NAME] [--sold A|--paid A|--visits N]" \
  " [--birthday DAYS] [--first-visit] [--code CODE] [--offered-only] [--from DAY] [--to DAY] [--weekdays 1,2]" \
  " [--hours 10:00-14:00] [--per-client N] [--in-all N] [--exclusive] [--priority N]"

const SalonCtlCommand salon_ctl_discount_commands[] = {
  { "discount list", "", SALON_N ("Lists discounts and promotions"), cmd_discount_list },
  { "discount add", ADD_OPTIONS, SALON_N ("Adds a discount or promotion"), cmd_discount_add },
  { "discount archive", "ID", SALON_N ("Takes a discount out of use"), cmd_discount_archive },
  { "discount test", "[--client ID] [--code CODE] --basket service:NAME|item:NAME=QUANTITY …",
    SALON_N ("Tells what a basket would cost, and why"), cmd_discount_test },
  { "discount note", "ID CLIENT offered|accepted|refused", SALON_N ("Notes that a promotion was offered, and the answer"),
    cmd_discount_say },
  { "discount of", "CLIENT", SALON_N ("Lists the promotions of a client"), cmd_discount_of },
  { NULL, NULL, NULL, NULL },
};
