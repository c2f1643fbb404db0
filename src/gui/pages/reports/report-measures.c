/* At least one number stays: the last check cannot be taken away. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-measures.h"
#include "gui/widgets/build.h"

#define KEY_KEY    "salon-measure-key"
#define MAX_HEIGHT 380

struct _SalonReportMeasures {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *checks;
  GArray *words; /* of SalonReportWord */
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportMeasures, salon_report_measures, GTK_TYPE_WIDGET)

static void
update (SalonReportMeasures *self)
{
  g_auto (GStrv) chosen = salon_report_measures_get (self);
  guint n = g_strv_length (chosen);
  const char *first = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check)) {
    gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

    gtk_widget_set_sensitive (check, n > 1 || !active);
    if (active && first == NULL)
      first = gtk_check_button_get_label (GTK_CHECK_BUTTON (check));
  }
  text = n > 1 ? g_strdup_printf ("%s +%u", first, n - 1) : g_strdup (first);
  /* Translators: which numbers a report shows: "Sold +2" */
  spoken = g_strdup_printf (_("Numbers: %s"), text);
  gtk_label_set_text (self->label, text);
  salon_set_accessible_label (self->button, spoken);
}

static void
on_toggled (GtkCheckButton *check, SalonReportMeasures *self)
{
  if (self->setting)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
salon_report_measures_dispose (GObject *object)
{
  SALON_REPORT_MEASURES (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&SALON_REPORT_MEASURES (object)->words, g_array_unref);
  G_OBJECT_CLASS (salon_report_measures_parent_class)->dispose (object);
}

static void
salon_report_measures_class_init (SalonReportMeasuresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_measures_dispose;

  /**
   * SalonReportMeasures::changed: the user wants other numbers
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_report_measures_init (SalonReportMeasures *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->checks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->checks));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-report-popover");
  self->label = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-columns-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  salon_set_tooltip (GTK_WIDGET (self->button), _("Which numbers are shown"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_report_measures_new:
 */
GtkWidget *
salon_report_measures_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_MEASURES, NULL);
}

static void
create_checks (SalonReportMeasures *self)
{
  GtkWidget *check = NULL;

  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, check);
  for (guint i = 0; i < self->words->len; i++) {
    const SalonReportWord *word = &g_array_index (self->words, SalonReportWord, i);

    check = gtk_check_button_new_with_label (word->label);
    g_object_set_data (G_OBJECT (check), KEY_KEY, (gpointer) word->key);
    g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
    gtk_box_append (self->checks, check);
  }
}

/**
 * salon_report_measures_set:
 * @words: (element-type SalonReportWord): what can be shown
 * @chosen: (array zero-terminated=1): keys; SalonReportMeasures::changed is not emitted
 */
void
salon_report_measures_set (SalonReportMeasures *self, GArray *words, const char *const *chosen)
{
  g_return_if_fail (SALON_IS_REPORT_MEASURES (self));

  self->setting = TRUE;
  g_array_ref (words);
  g_clear_pointer (&self->words, g_array_unref);
  self->words = words;
  create_checks (self);
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (chosen, g_object_get_data (G_OBJECT (check), KEY_KEY)));
  self->setting = FALSE;
  update (self);
}

/**
 * salon_report_measures_get:
 *
 * Returns: (transfer full): keys of what is checked, in the order of the report
 */
char **
salon_report_measures_get (SalonReportMeasures *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (keys, g_object_get_data (G_OBJECT (check), KEY_KEY));
  return g_strv_builder_end (keys);
}
