/* One row of a client's story: the day, a mark on a line, what it was, how it ended, what it cost.  All rows have
 * one height. */
#include "gui/widgets/timeline-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"

struct _SalonTimelineRow {
  GtkWidget parent_instance;

  GtkLabel *day;
  GtkLabel *time;
  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *badge;
  SalonChip *chip;
  GtkLabel *amount;
  const SalonLook *look;
};

G_DEFINE_FINAL_TYPE (SalonTimelineRow, salon_timeline_row, GTK_TYPE_WIDGET)

static GtkWidget *
column (GtkLabel **first, const char *first_class, GtkLabel **second, const char *second_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *first = GTK_LABEL (salon_label_new (NULL, first_class));
  *second = GTK_LABEL (salon_label_new (NULL, second_class));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*first));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*second));
  return box;
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static SalonTone
tone_of (SalonTimelineRow *self)
{
  return self->look != NULL ? self->look->tone : SALON_TONE_GREY;
}

/* Told when somebody asks: setting it in fifty rows would ask the X server fifty times where the pointer is. */
static gboolean
on_query_tooltip (GtkWidget *mark, int x, int y, gboolean keyboard, GtkTooltip *tooltip, SalonTimelineRow *self)
{
  if (self->look != NULL)
    gtk_tooltip_set_text (tooltip, salon_look_label (self->look));
  return self->look != NULL;
}

static void
salon_timeline_row_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_timeline_row_parent_class)->dispose (object);
}

static void
salon_timeline_row_class_init (SalonTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_timeline_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
}

static void
salon_timeline_row_init (SalonTimelineRow *self)
{
  GtkWidget *when = column (&self->day, NULL, &self->time, "salon-secondary");
  GtkWidget *what = column (&self->title, NULL, &self->subtitle, "salon-secondary");

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "salon-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "salon-num");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "salon-small");
  gtk_label_set_width_chars (self->day, 11);
  gtk_label_set_max_width_chars (self->day, 11);
  gtk_label_set_xalign (self->day, 1);
  gtk_label_set_xalign (self->time, 1);
  self->mark = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->mark), 14);
  gtk_widget_add_css_class (self->mark, "mark");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (self->mark, TRUE);
  g_signal_connect (self->mark, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  gtk_widget_set_hexpand (what, TRUE);
  self->chip = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, NULL, ""));
  self->badge = GTK_LABEL (salon_label_new (NULL, "grade"));
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
  self->amount = GTK_LABEL (salon_label_new (NULL, "salon-num"));
  gtk_label_set_xalign (self->amount, 1);
  gtk_label_set_width_chars (self->amount, 9);
  gtk_widget_set_parent (when, GTK_WIDGET (self));
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_parent (what, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->badge), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->chip), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->amount), GTK_WIDGET (self));
}

/**
 * salon_timeline_row_new:
 */
GtkWidget *
salon_timeline_row_new (void)
{
  return g_object_new (SALON_TYPE_TIMELINE_ROW, NULL);
}

/**
 * salon_timeline_row_bind:
 * @item: what the row shows from now on
 */
void
salon_timeline_row_bind (SalonTimelineRow *self, SalonTimelineItem *item)
{
  const SalonLook *chip = NULL;

  g_return_if_fail (SALON_IS_TIMELINE_ROW (self));

  gtk_label_set_text (self->day, item->day);
  set_optional (self->time, item->time);
  gtk_label_set_text (self->title, item->title);
  set_optional (self->subtitle, item->subtitle);
  set_optional (self->amount, item->amount);
  salon_set_css_class (GTK_WIDGET (self), "upcoming", item->upcoming);
  gtk_widget_remove_css_class (self->mark, salon_tone_css_class (tone_of (self)));
  self->look = item->look;
  gtk_widget_add_css_class (self->mark, salon_tone_css_class (tone_of (self)));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), item->look != NULL ? item->look->icon_name : "salon-note-symbolic");
  set_optional (self->badge, item->badge);
  chip = item->outcome != NULL ? item->outcome : item->as_usual ? NULL : item->look;
  gtk_widget_set_visible (GTK_WIDGET (self->chip), chip != NULL);
  if (chip != NULL)
    salon_chip_set (self->chip, chip->tone, NULL, salon_look_label (chip));
}
