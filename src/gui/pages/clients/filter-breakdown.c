/* A line for each status: icon and word, a bar, the number.  The longest bar is the largest number. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/filter-breakdown.h"
#include "gui/widgets/build.h"
#include "gui/widgets/tone.h"

typedef struct {
  GtkWidget *button;
  GtkProgressBar *bar;
  GtkLabel *count;
  const char *name;
} Line;

struct _SalonFilterBreakdown {
  GtkWidget parent_instance;

  Line lines[SALON_N_STATUSES];
  gboolean setting;
};

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterBreakdown, salon_filter_breakdown, GTK_TYPE_WIDGET)

static void
on_toggled (GtkToggleButton *button, SalonFilterBreakdown *self)
{
  guint statuses = 0;

  if (self->setting)
    return;
  for (guint i = 0; i < SALON_N_STATUSES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->lines[i].button)))
      statuses |= 1u << i;
  g_signal_emit (self, signals[PICKED], 0, statuses);
}

static void
salon_filter_breakdown_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_filter_breakdown_parent_class)->dispose (object);
}

static void
salon_filter_breakdown_class_init (SalonFilterBreakdownClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_breakdown_dispose;

  /**
   * SalonFilterBreakdown::picked:
   * @statuses: bits 1 << #SalonStatus of the pressed ones; 0 = none, so all are meant
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "breakdown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_line (SalonFilterBreakdown *self, Line *line, SalonStatus status, GtkSizeGroup *names, GtkSizeGroup *counts)
{
  const SalonLook *look = salon_look_of_status (status);
  const char *tone = salon_tone_css_class (look->tone);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (look->icon_name);
  GtkWidget *name = gtk_label_new (salon_look_label (look));

  line->name = salon_look_label (look);
  line->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  line->count = GTK_LABEL (gtk_label_new ("–"));
  gtk_widget_add_css_class (icon, tone);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (GTK_WIDGET (line->bar), "salon-share");
  gtk_widget_add_css_class (GTK_WIDGET (line->bar), tone);
  gtk_widget_set_hexpand (GTK_WIDGET (line->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (line->bar), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (line->count), "salon-num");
  gtk_label_set_xalign (line->count, 1);
  gtk_size_group_add_widget (names, name);
  gtk_size_group_add_widget (counts, GTK_WIDGET (line->count));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->count));
  line->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (line->button), box);
  g_signal_connect (line->button, "toggled", G_CALLBACK (on_toggled), self);
  salon_set_accessible_label (line->button, line->name);
  gtk_widget_set_parent (line->button, GTK_WIDGET (self));
}

static void
salon_filter_breakdown_init (SalonFilterBreakdown *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) counts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  salon_set_accessible_label (self, _("By status today"));
  for (guint i = 0; i < SALON_N_STATUSES; i++)
    build_line (self, &self->lines[i], (SalonStatus) i, names, counts);
}

/**
 * salon_filter_breakdown_new:
 */
GtkWidget *
salon_filter_breakdown_new (void)
{
  return g_object_new (SALON_TYPE_FILTER_BREAKDOWN, NULL);
}

/**
 * salon_filter_breakdown_set:
 * @preview: numbers by status
 * @statuses: bits 1 << #SalonStatus of those that are asked for; SalonFilterBreakdown::picked is not emitted
 */
void
salon_filter_breakdown_set (SalonFilterBreakdown *self, const SalonFilterPreview *preview, guint statuses)
{
  gint64 most = 1;

  g_return_if_fail (SALON_IS_FILTER_BREAKDOWN (self));

  self->setting = TRUE;
  for (guint i = 0; i < SALON_N_STATUSES; i++)
    most = MAX (most, preview->by_status[i]);
  for (guint i = 0; i < SALON_N_STATUSES; i++) {
    Line *line = &self->lines[i];
    g_autofree char *count = g_strdup_printf ("%'" G_GINT64_FORMAT, preview->by_status[i]);
    g_autofree char *spoken = g_strdup_printf ("%s: %s", line->name, count);

    gtk_label_set_text (line->count, count);
    gtk_progress_bar_set_fraction (line->bar, (double) preview->by_status[i] / (double) most);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line->button), (statuses & (1u << i)) != 0);
    salon_set_accessible_label (line->button, spoken);
  }
  self->setting = FALSE;
}
