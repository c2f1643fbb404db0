/* A rule of discounts.  It concerns every sale at once: like the rule of the status it is tried by an example first and
 * saved by a button.  What does not matter for the chosen reason is not asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/settings/discount-form.h"
#include "gui/pages/settings/discount-targets.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/entity-control.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/rules/pricing-text.h"
#include "model/services/price-rules.h"

#define EXAMPLE_UNITS 40 /* what costs so much, in whole units of money */
#define WEEKDAYS      7

/* ---- what is asked */

static gboolean
by_category (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_CATEGORY;
}

static gboolean
by_segment (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_SEGMENT;
}

static gboolean
by_tier (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_TIER;
}

static gboolean
by_money (const SalonPriceRule *rule)
{
  return by_tier (rule) && rule->tier_by != SALON_TIER_VISITS;
}

static gboolean
by_visits (const SalonPriceRule *rule)
{
  return by_tier (rule) && rule->tier_by == SALON_TIER_VISITS;
}

static gboolean
by_birthday (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_BIRTHDAY;
}

static gboolean
by_code (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_CODE;
}

static gboolean
by_offer (const SalonPriceRule *rule)
{
  return rule->source == SALON_DISCOUNT_PROMOTION;
}

static gboolean
in_percent (const SalonPriceRule *rule)
{
  return rule->kind == SALON_REDUCE_PERCENT;
}

static gboolean
in_money (const SalonPriceRule *rule)
{
  return rule->kind != SALON_REDUCE_PERCENT;
}

static void
append (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static GListModel *
reason_items (SalonDirectory *directory)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (gint64 source = SALON_DISCOUNT_CATEGORY; source <= SALON_DISCOUNT_PROMOTION; source++)
    append (items, source, salon_discount_source_label (source));
  return G_LIST_MODEL (items);
}

static GListModel *
kind_items (SalonDirectory *directory)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (gint64 kind = SALON_REDUCE_FIRST; kind <= SALON_REDUCE_LAST; kind++)
    append (items, kind, salon_reduce_kind_label (kind));
  return G_LIST_MODEL (items);
}

static GListModel *
tier_items (SalonDirectory *directory)
{
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (gint64 by = SALON_TIER_SOLD; by <= SALON_TIER_LAST; by++)
    append (items, by, salon_tier_label (by));
  return G_LIST_MODEL (items);
}

static GListModel *
category_items (SalonDirectory *directory)
{
  return salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_CATEGORIES));
}

#define ASK(field, label, hint, kind, unit, items) { field, label, hint, SALON_ASK_##kind, TRUE, unit, items }

static const struct {
  SalonAsk ask;
  gboolean (*applies) (const SalonPriceRule *rule); /* NULL = always */
} asks[] = {
  { ASK ("name", N_("Name"), NULL, TEXT, NULL, NULL), NULL },
  { ASK ("source", N_("Reason"), NULL, PICK, NULL, reason_items), NULL },
  { ASK ("category_id", N_("Category of clients"), NULL, PICK, NULL, category_items), by_category },
  { ASK ("segment_id", N_("Segment"), NULL, PICK, NULL, NULL), by_segment },
  { ASK ("tier_by", N_("Grows by"), NULL, PICK, NULL, tier_items), by_tier },
  { ASK ("tier_from", N_("Reached from"), NULL, MONEY, NULL, NULL), by_money },
  { ASK ("tier_from", N_("Reached from"), NULL, NUMBER, N_("visits"), NULL), by_visits },
  { ASK ("birthday_days", N_("Around the birthday"), N_("So many days before and after."), NUMBER, N_("days"), NULL), by_birthday },
  { ASK ("code", N_("Code that the client names"), NULL, TEXT, NULL, NULL), by_code },
  { ASK ("kind", N_("How much less"), NULL, PICK, NULL, kind_items), NULL },
  { ASK ("value", N_("Discount"), NULL, PERCENT, NULL, NULL), in_percent },
  { ASK ("value", N_("Amount"), NULL, MONEY, NULL, NULL), in_money },
  { ASK ("from_day", N_("From the day"), NULL, DAY, NULL, NULL), NULL },
  { ASK ("to_day", N_("Last day"), NULL, DAY, NULL, NULL), NULL },
  { ASK ("from_min", N_("From the time"), NULL, TIME, NULL, NULL), NULL },
  { ASK ("to_min", N_("Until the time"), NULL, TIME, NULL, NULL), NULL },
  { ASK ("per_client", N_("Times per client"), N_("0 = without limit."), NUMBER, NULL, NULL), NULL },
  { ASK ("in_all", N_("Times in all"), N_("0 = without limit."), NUMBER, NULL, NULL), NULL },
  { ASK ("offered_only", N_("Only for whom it was offered to"), NULL, YES_NO, NULL, NULL), by_offer },
  { ASK ("exclusive", N_("Nothing beside it: the whole receipt by this discount alone"), NULL, YES_NO, NULL, NULL), NULL },
};

#define N_ASKS G_N_ELEMENTS (asks)

struct _SalonDiscountForm {
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *fields[N_ASKS];
  GtkWidget *controls[N_ASKS];
  GtkWidget *weekdays;
  SalonDiscountTargets *targets;
  GtkLabel *example;
  GtkWidget *save;
  GtkWidget *remove;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonPriceRule *rule;      /* as it is saved, or the first values of a new one */
  gboolean filling;
};

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonDiscountForm, salon_discount_form, GTK_TYPE_WIDGET)

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

static SalonPriceRule *
read_rule (SalonDiscountForm *self, gboolean *readable)
{
  SalonPriceRule *rule = salon_price_rule_copy (self->rule);

  *readable = TRUE;
  for (guint i = 0; i < N_ASKS; i++)
    if (asks[i].applies == NULL || asks[i].applies (rule))
      *readable = salon_entity_control_read (self->controls[i], &asks[i].ask, rule, NULL) && *readable;
  rule->weekdays = read_weekdays (self);
  forget_the_rest (rule);
  return rule;
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
show_example (SalonDiscountForm *self, const SalonPriceRule *rule, gboolean readable)
{
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
update (SalonDiscountForm *self)
{
  gboolean readable = FALSE;
  g_autoptr (SalonPriceRule) rule = self->rule != NULL ? read_rule (self, &readable) : NULL;

  if (rule == NULL || self->filling)
    return;
  for (guint i = 0; i < N_ASKS; i++)
    gtk_widget_set_visible (self->fields[i], asks[i].applies == NULL || asks[i].applies (rule));
  show_example (self, rule, readable);
}

static void
on_answered (gpointer data)
{
  update (data);
}

static void
on_weekdays (SalonCheckChips *chips, SalonDiscountForm *self)
{
  update (self);
}

static void
fill (SalonDiscountForm *self)
{
  gint64 days[WEEKDAYS] = { 0 };
  guint n = 0;

  self->filling = TRUE;
  for (guint i = 0; i < N_ASKS; i++)
    if (asks[i].applies == NULL || asks[i].applies (self->rule))
      salon_entity_control_show (self->controls[i], &asks[i].ask, self->rule);
  for (gint64 day = 1; day <= WEEKDAYS; day++)
    if (self->rule->weekdays & (1 << (day - 1)))
      days[n++] = day;
  salon_check_chips_set_values (SALON_CHECK_CHIPS (self->weekdays), days, n);
  gtk_button_set_label (GTK_BUTTON (self->save), salon_discount_form_get_id (self) != 0 ? C_ ("verb", "Save") : C_ ("verb", "Add"));
  gtk_widget_set_visible (self->remove, salon_discount_form_get_id (self) != 0);
  salon_form_clear_errors (GTK_WIDGET (self));
  self->filling = FALSE;
  update (self);
}

/* ---- saving */

/* The field that is seen, of two that ask for the same. */
static void
finish (SalonDiscountForm *taken, GAsyncResult *result, GObject *source, const char *text)
{
  g_autoptr (SalonDiscountForm) self = taken;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!ok) {
    if (!salon_form_mark (GTK_WIDGET (self), error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), text, &done);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, done.id);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _("Discount saved."));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, result, source, _("Discount removed."));
}

static void
on_save (GtkButton *button, SalonDiscountForm *self)
{
  gboolean readable = FALSE;
  g_autoptr (SalonPriceRule) curr = self->rule != NULL ? read_rule (self, &readable) : NULL;
  g_autoptr (GArray) targets = salon_discount_targets_get (self->targets);

  if (!readable)
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  gtk_widget_set_sensitive (self->save, FALSE);
  salon_session_submit (self->session, &salon_command_price_rule_save,
                        salon_price_rule_draft_new (salon_discount_form_get_id (self) != 0 ? self->rule : NULL, curr, targets), NULL,
                        NULL, on_saved, g_object_ref (self));
}

static void
on_remove (GtkButton *button, SalonDiscountForm *self)
{
  gint64 id = salon_discount_form_get_id (self);

  if (id != 0)
    salon_session_submit (self->session, &salon_command_price_rule_archive, salon_id_request_new (id), NULL, NULL, on_removed,
                          g_object_ref (self));
}

/* ---- building */

static void
on_directory (SalonDirectory *directory, SalonDiscountForm *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_ASKS; i++)
    salon_entity_control_renew (self->controls[i], &asks[i].ask, directory);
  self->filling = FALSE;
}

static void
salon_discount_form_dispose (GObject *object)
{
  SalonDiscountForm *self = SALON_DISCOUNT_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->rule);
  G_OBJECT_CLASS (salon_discount_form_parent_class)->dispose (object);
}

static void
salon_discount_form_class_init (SalonDiscountFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_discount_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonDiscountForm::saved:
   * @id: of the rule that was changed, made or removed
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", SALON_TYPE_DISCOUNT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
salon_discount_form_init (SalonDiscountForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  self->weekdays = salon_check_chips_new (_("Weekdays"));
  for (int i = 0; i < WEEKDAYS; i++) {
    int day = (salon_first_weekday () - 1 + i) % WEEKDAYS + 1;

    salon_check_chips_append (SALON_CHECK_CHIPS (self->weekdays), day, salon_weekday_short_name (day));
  }
  self->example = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  g_signal_connect (self->weekdays, "changed", G_CALLBACK (on_weekdays), self);
}

static void
add_asks (SalonDiscountForm *self)
{
  for (guint i = 0; i < N_ASKS; i++) {
    const SalonAsk *ask = &asks[i].ask;

    self->controls[i] = salon_entity_control_new (ask, self->session);
    salon_entity_control_watch (self->controls[i], ask, on_answered, self);
    self->fields[i] = ask->kind == SALON_ASK_YES_NO ? self->controls[i]
                                                    : salon_form_field_new (ask->field, _(ask->label), self->controls[i]);
    if (ask->hint != NULL)
      salon_form_field_set_hint (SALON_FORM_FIELD (self->fields[i]), _(ask->hint));
  }
}

/* Two in a line, what is ticked in a line of its own; those that stand for each other share a place. */
static void
place_asks (SalonDiscountForm *self)
{
  static const struct {
    int line;
    int column;
    int width;
  } places[N_ASKS] = {
    { 0, 0, 1 }, { 0, 1, 1 }, { 1, 0, 2 }, { 2, 0, 2 }, { 3, 0, 1 }, { 3, 1, 1 }, { 3, 1, 1 }, { 4, 0, 2 }, { 5, 0, 2 }, { 6, 0, 1 },
    { 6, 1, 1 }, { 6, 1, 1 }, { 8, 0, 1 }, { 8, 1, 1 }, { 10, 0, 1 }, { 10, 1, 1 }, { 11, 0, 1 }, { 11, 1, 1 }, { 12, 0, 2 },
    { 13, 0, 2 },
  };

  for (guint i = 0; i < N_ASKS; i++)
    gtk_grid_attach (self->grid, self->fields[i], places[i].column, places[i].line, places[i].width, 1);
  gtk_grid_attach (self->grid, salon_form_field_new ("targets", _("What costs less"), GTK_WIDGET (self->targets)), 0, 7, 2, 1);
  gtk_grid_attach (self->grid, salon_form_field_new ("weekdays", _("Weekdays"), self->weekdays), 0, 9, 2, 1);
}

static void
add_buttons (SalonDiscountForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->save = gtk_button_new_with_label (C_ ("verb", "Save"));
  self->remove = gtk_button_new_with_label (C_ ("verb", "Remove"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_add_css_class (self->remove, "salon-quiet");
  gtk_widget_set_hexpand (self->save, TRUE);
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
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

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->targets = SALON_DISCOUNT_TARGETS (salon_discount_targets_new (session));
  add_asks (self);
  place_asks (self);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->example), GTK_WIDGET (self));
  add_buttons (self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
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
  g_clear_object (&self->rule);
  self->rule = rule != NULL ? g_object_ref (rule->rule) : first_values ();
  salon_discount_targets_set (self->targets, rule != NULL ? rule->targets : NULL);
  fill (self);
}

/**
 * salon_discount_form_get_id:
 *
 * Returns: of the rule that is shown; 0 = a new one, or none
 */
gint64
salon_discount_form_get_id (SalonDiscountForm *self)
{
  return self->rule != NULL ? salon_entity_get_id (self->rule) : 0;
}

/**
 * salon_discount_form_set_segments:
 * @segments: (element-type SalonSegment): that can be chosen
 */
void
salon_discount_form_set_segments (SalonDiscountForm *self, GPtrArray *segments)
{
  g_autoptr (GListModel) items = salon_items_of_entities (segments);

  self->filling = TRUE;
  for (guint i = 0; i < N_ASKS; i++)
    if (g_str_equal (asks[i].ask.field, "segment_id")) {
      salon_picker_set_items (SALON_PICKER (self->controls[i]), items);
      if (self->rule != NULL)
        salon_picker_set_selected (SALON_PICKER (self->controls[i]), self->rule->segment_id);
    }
  self->filling = FALSE;
}
