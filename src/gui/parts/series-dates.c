/* A date that is free stands as it is; for one that is not the reason is told, the best free time is chosen and others can
 * be. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/series-dates.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/tone.h"
#include "model/services/series.h"

#define BELOW_CHECK 28 /* pixels: below the text of a check button */

struct _SalonSeriesDates {
  GtkWidget parent_instance;

  GtkLabel *problem;
  GPtrArray *plan;    /* SalonSeriesDate; NULL = not known */
  GPtrArray *checks;  /* GtkCheckButton of each date after the first */
  GPtrArray *choices; /* GtkDropDown or NULL of the same */
};

G_DEFINE_FINAL_TYPE (SalonSeriesDates, salon_series_dates, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_check (GtkCheckButton *check, SalonSeriesDates *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
build_choices (const SalonSeriesDate *date, SalonDay today)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *choices = NULL;

  for (guint i = 0; i < date->choices->len; i++) {
    g_autofree char *label = salon_start_text (g_array_index (date->choices, gint64, i), today);

    gtk_string_list_append (list, label);
  }
  choices = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  salon_set_accessible_label (choices, _("Other free times"));
  return choices;
}

static void
append_below (GtkWidget *box, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_xalign (GTK_LABEL (widget), 0);
  gtk_widget_set_margin_start (widget, BELOW_CHECK);
  gtk_box_append (GTK_BOX (box), widget);
}

/**
 * salon_series_dates_row_new:
 * @problem: (nullable): what is in its way
 * @check: (out) (transfer none): what it is chosen with
 *
 * Returns: (transfer floating): a visit that can be left out
 */
GtkWidget *
salon_series_dates_row_new (const char *text, gboolean chosen, const char *problem, SalonTone tone, GtkWidget **check)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = salon_wrapped_label_new (text, NULL);

  *check = gtk_check_button_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (*check), label);
  salon_set_accessible_label (*check, text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (*check), chosen);
  gtk_box_append (GTK_BOX (row), *check);
  if (problem != NULL)
    append_below (row, salon_wrapped_label_new (problem, salon_tone_css_class (tone)));
  return row;
}

static void
append_date (SalonSeriesDates *self, const SalonSeriesDate *date, SalonDay today)
{
  g_autofree char *wanted = salon_start_text (date->wanted, today);
  gboolean free_time = date->start != 0;
  GtkWidget *check = NULL;
  GtkWidget *row = salon_series_dates_row_new (wanted, free_time, date->problem, free_time ? SALON_TONE_AMBER : SALON_TONE_RED, &check);
  GtkWidget *choices = NULL;

  gtk_widget_set_sensitive (check, free_time);
  if (!free_time)
    append_below (row, salon_wrapped_label_new (_("No free time on the days around it: left out."), "salon-secondary"));
  else if (date->problem != NULL)
    append_below (row, choices = build_choices (date, today));
  g_signal_connect (check, "toggled", G_CALLBACK (on_check), self);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->choices, choices);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

/* All but the label for what is wrong. */
static void
remove_dates (SalonSeriesDates *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_next_sibling (GTK_WIDGET (self->problem))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->choices, 0);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
salon_series_dates_dispose (GObject *object)
{
  SalonSeriesDates *self = SALON_SERIES_DATES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_series_dates_parent_class)->dispose (object);
}

static void
salon_series_dates_class_init (SalonSeriesDatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_series_dates_dispose;

  /**
   * SalonSeriesDates::changed: others are chosen now
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_SERIES_DATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_series_dates_init (SalonSeriesDates *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->checks = g_ptr_array_new ();
  self->choices = g_ptr_array_new ();
  self->problem = GTK_LABEL (salon_wrapped_label_new (NULL, salon_tone_css_class (SALON_TONE_RED)));
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->problem), GTK_WIDGET (self));
}

/**
 * salon_series_dates_new:
 *
 * Returns: (transfer floating): no dates yet
 */
GtkWidget *
salon_series_dates_new (void)
{
  return g_object_new (SALON_TYPE_SERIES_DATES, NULL);
}

/**
 * salon_series_dates_show:
 * @plan: (transfer full) (element-type SalonSeriesDate): the first is the visit itself and is not shown
 *
 * All that can be are chosen.
 */
void
salon_series_dates_show (SalonSeriesDates *self, GPtrArray *plan, SalonDay today)
{
  remove_dates (self);
  self->plan = plan;
  for (guint i = 1; i < plan->len; i++)
    append_date (self, plan->pdata[i], today);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * salon_series_dates_refuse: says why there are no dates
 */
void
salon_series_dates_refuse (SalonSeriesDates *self, const char *sentence)
{
  remove_dates (self);
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * salon_series_dates_clear: nothing is known any more
 */
void
salon_series_dates_clear (SalonSeriesDates *self)
{
  remove_dates (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * salon_series_dates_is_planned:
 *
 * Returns: whether the dates are known
 */
gboolean
salon_series_dates_is_planned (SalonSeriesDates *self)
{
  return self->plan != NULL;
}

/**
 * salon_series_dates_count:
 *
 * Returns: how many dates after the first are chosen
 */
guint
salon_series_dates_count (SalonSeriesDates *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static gint64
chosen_start (SalonSeriesDates *self, guint index)
{
  const SalonSeriesDate *date = self->plan->pdata[index + 1];
  GtkDropDown *choices = self->choices->pdata[index];
  guint at = choices != NULL ? gtk_drop_down_get_selected (choices) : GTK_INVALID_LIST_POSITION;

  return at < date->choices->len ? g_array_index (date->choices, gint64, at) : date->start;
}

/**
 * salon_series_dates_get_starts:
 *
 * Returns: (transfer full) (element-type gint64): absolute wall minutes of the dates after the first that are chosen
 */
GArray *
salon_series_dates_get_starts (SalonSeriesDates *self)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++) {
    gint64 start = chosen_start (self, i);

    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (starts, start);
  }
  return starts;
}
