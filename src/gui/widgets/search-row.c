/* One row of the search's results.  All rows have one height: the heading of a group stands in a gutter beside its
 * first row, not between the rows. */
#include "gui/widgets/search-row.h"
#include "gui/widgets/board-drop.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/photo.h"

struct _SalonSearchRow {
  GtkWidget parent_instance;

  GtkLabel *heading;
  SalonPhoto *photo;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  SalonChip *chip;
  GtkLabel *aside;
  SalonSearchHit *hit; /* NULL while it stands for nothing */
};

G_DEFINE_FINAL_TYPE (SalonSearchRow, salon_search_row, GTK_TYPE_WIDGET)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* A client can be dragged to the time that she is booked for. */
static SalonBoardDrop *
drop_of (GtkWidget *row, gpointer data)
{
  SalonSearchHit *hit = SALON_SEARCH_ROW (row)->hit;

  if (hit == NULL || hit->kind != SALON_HIT_CLIENT)
    return NULL;
  return salon_board_drop_new (SALON_BOARD_DROP_CLIENT, hit->id, hit->id, hit->name);
}

static void
salon_search_row_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_SEARCH_ROW (object)->hit);
  G_OBJECT_CLASS (salon_search_row_parent_class)->dispose (object);
}

static void
salon_search_row_class_init (SalonSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_search_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "searchrow");
}

static void
salon_search_row_init (SalonSearchRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->heading = GTK_LABEL (salon_label_new (NULL, "salon-overline"));
  gtk_label_set_width_chars (self->heading, 11);
  gtk_label_set_max_width_chars (self->heading, 11);
  gtk_label_set_xalign (self->heading, 1);
  self->photo = SALON_PHOTO (salon_photo_new (32));
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "salon-round-icon");
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_CENTER);
  self->title = GTK_LABEL (salon_label_new (NULL, NULL));
  self->subtitle = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "salon-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "salon-num");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->subtitle));
  self->chip = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, NULL, ""));
  self->aside = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->aside), "salon-small");
  gtk_label_set_xalign (self->aside, 1);
  gtk_label_set_width_chars (self->aside, 20);
  gtk_label_set_max_width_chars (self->aside, 20);
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->photo), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (texts, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->chip), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->aside), GTK_WIDGET (self));
  salon_board_drop_source_add (GTK_WIDGET (self), drop_of, NULL);
}

/**
 * salon_search_row_new:
 */
GtkWidget *
salon_search_row_new (void)
{
  return g_object_new (SALON_TYPE_SEARCH_ROW, NULL);
}

/**
 * salon_search_row_bind:
 * @first_of_group: whether the heading of the group stands beside it
 */
void
salon_search_row_bind (SalonSearchRow *self, SalonSearchHit *hit, gboolean first_of_group)
{
  gboolean person = hit->icon_name == NULL;

  g_return_if_fail (SALON_IS_SEARCH_ROW (self));

  g_set_object (&self->hit, hit);
  gtk_label_set_text (self->heading, first_of_group ? salon_hit_kind_heading (hit->kind) : "");
  salon_set_css_class (GTK_WIDGET (self), "first", first_of_group);
  gtk_widget_set_visible (GTK_WIDGET (self->photo), person);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !person);
  if (person) {
    salon_photo_set_person (self->photo, hit->person_id, hit->name);
    salon_photo_set_texture (self->photo, hit->texture);
  } else {
    gtk_image_set_from_icon_name (self->icon, hit->icon_name);
  }
  gtk_label_set_markup (self->title, hit->title);
  set_optional (self->subtitle, hit->subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), hit->look != NULL);
  if (hit->look != NULL)
    salon_chip_set_look (self->chip, hit->look);
  gtk_label_set_text (self->aside, hit->aside != NULL ? hit->aside : "");
}
