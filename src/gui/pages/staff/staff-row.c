/* The whole line is what it is dragged by. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/staff-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/textures.h"

struct _SalonStaffRow {
  SalonOrderRow parent_instance;

  GtkWidget *box;
  SalonPhoto *photo;
  GtkLabel *name;
  GtkLabel *title;
  GtkLabel *visits;
  SalonSwatch *color;

  SalonEmployeeCard *card;
};

G_DEFINE_FINAL_TYPE (SalonStaffRow, salon_staff_row, SALON_TYPE_ORDER_ROW)

static gint64
staff_row_get_id (SalonOrderRow *row)
{
  return salon_entity_get_id (SALON_STAFF_ROW (row)->card->employee);
}

static void
salon_staff_row_dispose (GObject *object)
{
  g_clear_object (&SALON_STAFF_ROW (object)->card);
  G_OBJECT_CLASS (salon_staff_row_parent_class)->dispose (object);
}

static void
salon_staff_row_class_init (SalonStaffRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_staff_row_dispose;
  SALON_ORDER_ROW_CLASS (klass)->get_id = staff_row_get_id;
}

static GtkWidget *
build_texts (SalonStaffRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->title = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->visits = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->color = SALON_SWATCH (salon_swatch_new (10, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "salon-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->visits), "salon-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->visits), "salon-num");
  gtk_widget_set_valign (GTK_WIDGET (self->color), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->color));
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->visits));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

static void
salon_staff_row_init (SalonStaffRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->photo = SALON_PHOTO (salon_photo_new (44));
  gtk_widget_set_valign (GTK_WIDGET (self->photo), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->photo));
  gtk_box_append (GTK_BOX (self->box), build_texts (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-staff-row");
  salon_order_row_set_handle (SALON_ORDER_ROW (self), self->box);
}

/**
 * salon_staff_row_new:
 *
 * Returns: (transfer floating): a line for @card
 */
GtkWidget *
salon_staff_row_new (SalonEmployeeCard *card)
{
  SalonStaffRow *self = g_object_new (SALON_TYPE_STAFF_ROW, NULL);

  salon_staff_row_set_card (self, card);
  return GTK_WIDGET (self);
}

/**
 * salon_staff_row_set_card: shows her as she is now
 */
void
salon_staff_row_set_card (SalonStaffRow *self, SalonEmployeeCard *card)
{
  g_autofree char *visits = g_strdup_printf (ngettext ("%d visit in 30 days", "%d visits in 30 days", (gulong) card->visits_30d),
                                             (int) card->visits_30d);

  g_set_object (&self->card, card);
  salon_photo_set_person (self->photo, salon_entity_get_id (card->employee), card->name);
  salon_photo_set_texture (self->photo, card->thumb != NULL ? salon_texture_of_bytes (card->thumb) : NULL);
  gtk_label_set_text (self->name, card->name);
  gtk_label_set_text (self->title, card->employee->title != NULL ? card->employee->title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), card->employee->title != NULL);
  gtk_label_set_text (self->visits, card->employee->bookable ? visits : _("takes no bookings"));
  salon_swatch_set_rgb (self->color, (guint32) card->employee->color);
  salon_set_accessible_label (self, card->name);
}

/**
 * salon_staff_row_get_card:
 *
 * Returns: (transfer none): what the line shows
 */
SalonEmployeeCard *
salon_staff_row_get_card (SalonStaffRow *self)
{
  return self->card;
}
