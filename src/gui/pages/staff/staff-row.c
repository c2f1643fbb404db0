/* A line of the list of employees; it can be dragged, or moved by Alt+Up and Alt+Down. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/staff-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/textures.h"

struct _SalonStaffRow {
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  SalonPhoto *photo;
  GtkLabel *name;
  GtkLabel *title;
  GtkLabel *visits;
  SalonSwatch *color;

  SalonEmployeeCard *card;
};

enum { SIGNAL_MOVE, SIGNAL_DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonStaffRow, salon_staff_row, GTK_TYPE_LIST_BOX_ROW)

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, g_variant_get_int32 (target));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, SalonStaffRow *self)
{
  return gdk_content_provider_new_typed (SALON_TYPE_STAFF_ROW, self);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, SalonStaffRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->box);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonStaffRow *self)
{
  SalonStaffRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, dragged);
  return TRUE;
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_staff_row_dispose;

  /**
   * SalonStaffRow::move:
   * @by: −1 up, 1 down
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", SALON_TYPE_STAFF_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT);

  /**
   * SalonStaffRow::dropped:
   * @dragged: the line that is to stand here
   */
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", SALON_TYPE_STAFF_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, SALON_TYPE_STAFF_ROW);
  gtk_widget_class_install_action (widget_class, "row.move", "i", action_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move", "i", 1);
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
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SALON_TYPE_STAFF_ROW, GDK_ACTION_MOVE);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->photo = SALON_PHOTO (salon_photo_new (44));
  gtk_widget_set_valign (GTK_WIDGET (self->photo), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->photo));
  gtk_box_append (GTK_BOX (self->box), build_texts (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-staff-row");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
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
  salon_photo_set_person (self->photo, salon_staff_row_get_id (self), card->name);
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

/**
 * salon_staff_row_get_id:
 *
 * Returns: the id of the employee
 */
gint64
salon_staff_row_get_id (SalonStaffRow *self)
{
  return salon_entity_get_id (self->card->employee);
}
