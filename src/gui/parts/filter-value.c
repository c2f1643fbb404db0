/* One control for each kind of field: made, filled from a test, read back into one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/custom-values.h"
#include "gui/parts/directory.h"
#include "gui/parts/filter-key.h"
#include "gui/parts/filter-range.h"
#include "gui/parts/filter-things.h"
#include "gui/parts/filter-value.h"
#include "gui/parts/filter-year-days.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "model/entities/custom-field.h"
#include "model/rules/labels.h"

struct _SalonFilterValue {
  GtkWidget parent_instance;

  SalonCheckChips *chips;
  SalonFilterThings *things;
  SalonFilterRange *range;
  SalonFilterPeriodEdit *period;
  SalonFilterYearDays *days;
  GtkEntry *text;

  char *key;
  char **words; /* of chips that stand for texts: the chip i says words[i] */
  SalonFilterShape shape;
  gboolean asks_days;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterValue, salon_filter_value, GTK_TYPE_WIDGET)

/* ---- own fields */

static SalonFilterShape
shape_of_custom (const SalonCustomField *field)
{
  switch (field != NULL ? field->kind : SALON_CUSTOM_TEXT) {
  case SALON_CUSTOM_NUMBER:
    return SALON_FILTER_SHAPE_RANGE;
  case SALON_CUSTOM_DATE:
    return SALON_FILTER_SHAPE_PERIOD;
  case SALON_CUSTOM_YES_NO:
    return SALON_FILTER_SHAPE_FLAG;
  case SALON_CUSTOM_CHOICE:
    return SALON_FILTER_SHAPE_CHIPS;
  default:
    return SALON_FILTER_SHAPE_TEXT;
  }
}

/**
 * salon_filter_shape_of:
 *
 * Returns: what the field @key is asked with
 */
SalonFilterShape
salon_filter_shape_of (SalonSession *session, const char *key)
{
  switch (salon_filter_field (key)->kind) {
  case SALON_FILTER_FLAG:
    return SALON_FILTER_SHAPE_FLAG;
  case SALON_FILTER_CHOICE:
  case SALON_FILTER_WORDS:
    return SALON_FILTER_SHAPE_CHIPS;
  case SALON_FILTER_IDS:
    return SALON_FILTER_SHAPE_THINGS;
  case SALON_FILTER_NUMBER:
  case SALON_FILTER_MONEY:
  case SALON_FILTER_PERCENT:
    return SALON_FILTER_SHAPE_RANGE;
  case SALON_FILTER_DAY:
    return SALON_FILTER_SHAPE_PERIOD;
  case SALON_FILTER_BIRTHDAY:
    return SALON_FILTER_SHAPE_BIRTHDAY;
  case SALON_FILTER_CUSTOM:
    return shape_of_custom (salon_filter_custom_field (session, key));
  case SALON_FILTER_TEXT:
  default:
    return SALON_FILTER_SHAPE_TEXT;
  }
}

/* ---- controls */

static void
on_changed (GtkWidget *control, SalonFilterValue *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_filter_value_dispose (GObject *object)
{
  SALON_FILTER_VALUE (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_filter_value_parent_class)->dispose (object);
}

static void
salon_filter_value_finalize (GObject *object)
{
  g_free (SALON_FILTER_VALUE (object)->key);
  g_strfreev (SALON_FILTER_VALUE (object)->words);
  G_OBJECT_CLASS (salon_filter_value_parent_class)->finalize (object);
}

static void
salon_filter_value_class_init (SalonFilterValueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_value_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_filter_value_finalize;

  /**
   * SalonFilterValue::changed: the user chose another value
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
}

static void
salon_filter_value_init (SalonFilterValue *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static gpointer
take_control (SalonFilterValue *self, GtkWidget *control)
{
  gtk_widget_set_hexpand (control, TRUE);
  gtk_widget_set_parent (control, GTK_WIDGET (self));
  g_signal_connect (control, "changed", G_CALLBACK (on_changed), self);
  return control;
}

static void
build_chips (SalonFilterValue *self, SalonSession *session, const char *label)
{
  const SalonFilterField *field = salon_filter_field (self->key);
  const SalonCustomField *own = salon_filter_custom_field (session, self->key);

  self->chips = take_control (self, salon_check_chips_new (label));
  for (guint i = 0; i < field->n_choices; i++)
    salon_check_chips_append (self->chips, field->choices[i].value, _(field->choices[i].label));
  if (own != NULL) {
    self->words = salon_custom_options (own);
    for (guint i = 0; self->words[i] != NULL; i++)
      salon_check_chips_append (self->chips, i, self->words[i]);
  } else if (field->kind == SALON_FILTER_WORDS) {
    self->words = g_strdupv ((char **) salon_languages ());
    for (guint i = 0; self->words[i] != NULL; i++)
      salon_check_chips_append (self->chips, i, salon_language_label (self->words[i]));
  }
}

static void
build_range (SalonFilterValue *self, SalonSession *session, const char *label)
{
  SalonFilterKind kind = salon_filter_field (self->key)->kind;

  if (kind == SALON_FILTER_MONEY)
    self->range = take_control (self, salon_filter_range_new_money (label, salon_directory_currency (salon_directory_of (session))));
  else if (kind == SALON_FILTER_PERCENT)
    self->range = take_control (self, salon_filter_range_new (label, 2));
  else
    self->range = take_control (self, salon_filter_range_new (label, kind == SALON_FILTER_CUSTOM ? 3 : 0));
}

static void
build (SalonFilterValue *self, SalonSession *session, const char *label)
{
  SalonDay today = salon_clock_today (salon_session_clock (session));

  switch (self->shape) {
  case SALON_FILTER_SHAPE_CHIPS:
    build_chips (self, session, label);
    break;
  case SALON_FILTER_SHAPE_THINGS:
    self->things = take_control (self, salon_filter_things_new (session, salon_filter_field (self->key)->ref, label));
    break;
  case SALON_FILTER_SHAPE_RANGE:
    build_range (self, session, label);
    break;
  case SALON_FILTER_SHAPE_BIRTHDAY:
    self->days = take_control (self, salon_filter_year_days_new (label));
    gtk_widget_set_visible (GTK_WIDGET (self->days), FALSE);
    self->period = take_control (self, salon_filter_period_edit_new (label, _("at any time"), today));
    break;
  case SALON_FILTER_SHAPE_PERIOD:
    self->period = take_control (self, salon_filter_period_edit_new (label, _("at any time"), today));
    break;
  case SALON_FILTER_SHAPE_TEXT:
  case SALON_FILTER_SHAPE_FLAG:
  default:
    self->text = GTK_ENTRY (take_control (self, gtk_entry_new ()));
    salon_set_accessible_label (self->text, label);
  }
}

/**
 * salon_filter_value_new:
 * @key: of a field that is no flag
 */
GtkWidget *
salon_filter_value_new (SalonSession *session, const char *key)
{
  SalonFilterValue *self = g_object_new (SALON_TYPE_FILTER_VALUE, NULL);
  g_autofree char *label = salon_filter_key_label (session, key);

  self->key = g_strdup (key);
  self->shape = salon_filter_shape_of (session, key);
  build (self, session, label);
  return GTK_WIDGET (self);
}

/**
 * salon_filter_value_show_days: whether a birthday is asked for by days of the year instead of a period
 */
void
salon_filter_value_show_days (SalonFilterValue *self, gboolean days)
{
  if (self->days == NULL)
    return;
  self->asks_days = days;
  gtk_widget_set_visible (GTK_WIDGET (self->days), days);
  gtk_widget_set_visible (GTK_WIDGET (self->period), !days);
}

/* ---- from a test */

static void
set_words (SalonFilterValue *self, char **words)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 0; self->words[i] != NULL; i++)
    if (words != NULL && g_strv_contains ((const char *const *) words, self->words[i]))
      g_array_append_val (values, i);
  salon_check_chips_set_values (self->chips, (gint64 *) values->data, values->len);
}

/**
 * salon_filter_value_set_test:
 * @test: (nullable): its values are shown; SalonFilterValue::changed is not emitted
 */
void
salon_filter_value_set_test (SalonFilterValue *self, const SalonFilterTest *test)
{
  gboolean has = test != NULL && test->relation != SALON_FILTER_IS_SET;
  gboolean is_range = has && test->relation == SALON_FILTER_BETWEEN;
  gboolean is_days = has && test->relation == SALON_FILTER_OF_YEAR;

  self->setting = TRUE;
  if (self->words != NULL)
    set_words (self, has ? test->words : NULL);
  else if (self->chips != NULL)
    salon_check_chips_set_values (self->chips, has ? test->ids : NULL, has ? test->n_ids : 0);
  if (self->things != NULL)
    salon_filter_things_set_ids (self->things, has ? test->ids : NULL, has ? test->n_ids : 0);
  if (self->range != NULL)
    salon_filter_range_set (self->range, is_range ? test->from : SALON_FILTER_NO_MIN, is_range ? test->to : SALON_FILTER_NO_MAX);
  if (self->days != NULL)
    salon_filter_year_days_set (self->days, is_days ? test->from : 0, is_days ? test->to : 0);
  if (self->period != NULL)
    salon_filter_period_edit_set (self->period, has && test->relation == SALON_FILTER_DURING ? &test->period : NULL);
  if (self->text != NULL)
    salon_editable_set_text (GTK_EDITABLE (self->text), has ? test->text : NULL);
  self->setting = FALSE;
}

/* ---- into a test */

static SalonFilter *
make_words (SalonFilterValue *self, GArray *values)
{
  g_autofree const char **words = g_new0 (const char *, values->len + 1);

  for (guint i = 0; i < values->len; i++)
    words[i] = self->words[g_array_index (values, gint64, i)];
  return salon_filter_new_one_word_of (self->key, words);
}

static SalonFilter *
make_ids (SalonFilterValue *self)
{
  g_autoptr (GArray) values = self->chips != NULL ? salon_check_chips_get_values (self->chips)
                                                  : salon_filter_things_get_ids (self->things);

  if (values->len == 0)
    return NULL;
  if (self->words != NULL)
    return make_words (self, values);
  return salon_filter_new_one_of (self->key, (gint64 *) values->data, values->len);
}

static SalonFilter *
make_range (SalonFilterValue *self)
{
  gint64 from = 0;
  gint64 to = 0;

  return salon_filter_range_get (self->range, &from, &to) ? salon_filter_new_between (self->key, from, to) : NULL;
}

static SalonFilter *
make_period (SalonFilterValue *self)
{
  SalonFilterPeriod period;
  gint64 from = 0;
  gint64 to = 0;

  if (!self->asks_days)
    return salon_filter_period_edit_get (self->period, &period) ? salon_filter_new_during (self->key, &period) : NULL;
  if (!salon_filter_year_days_get (self->days, &from, &to))
    return NULL;
  return salon_filter_new_of_year (self->key, (int) (from / 100), (int) (from % 100), (int) (to / 100), (int) (to % 100));
}

/**
 * salon_filter_value_make_test:
 *
 * Returns: (transfer full) (nullable): a test with the values; %NULL while there are none
 */
SalonFilter *
salon_filter_value_make_test (SalonFilterValue *self)
{
  g_autofree char *text = NULL;

  if (self->chips != NULL || self->things != NULL)
    return make_ids (self);
  if (self->range != NULL)
    return make_range (self);
  if (self->period != NULL)
    return make_period (self);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  return *text != '\0' ? salon_filter_new_contains (self->key, text) : NULL;
}
