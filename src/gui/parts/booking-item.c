/* One service of a booking.  It shows its place of the draft and answers an edit with a new draft. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/booking-item.h"
#include "gui/parts/booking-length.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/swatch.h"
#include "model/entities/employee-service.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-category.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/rules/timing.h"

#define NO_COLOR     0xb9b2a4
#define ONLY_HER     0 /* instead of an add-on: the master matters */

struct _SalonBookingItem {
  GtkWidget parent_instance;

  GtkWidget *swatch;
  GtkLabel *name;
  SalonBookingLength *length;
  GtkWidget *remove;
  SalonPicker *employee;
  SalonPicker *room;
  SalonPicker *variant;
  GtkWidget *chips; /* SalonCheckChips: that the master matters, and the add-ons */

  SalonDirectory *directory; /* not owned */
  SalonBookingDraft *draft;  /* as it is shown */
  guint index;
  gint64 service_id;
  gboolean with_her; /* there is a chip to say that the master matters */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonBookingItem, salon_booking_item, GTK_TYPE_WIDGET)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const SalonSlotsItem *
shown_item (const SalonBookingItem *self)
{
  return &g_array_index (self->draft->items, SalonSlotsItem, self->index);
}

/* Takes @draft. */
static void
edit (SalonBookingItem *self, SalonBookingDraft *draft)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, draft);
  salon_booking_draft_free (draft);
}

/* ---- what there is to choose from */

static gboolean
does (SalonBookingItem *self, gint64 employee_id)
{
  GPtrArray *skills = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEE_SERVICES);

  for (guint i = 0; i < skills->len; i++) {
    const SalonEmployeeService *skill = skills->pdata[i];

    if (skill->employee_id == employee_id && skill->service_id == self->service_id)
      return TRUE;
  }
  return FALSE;
}

/* Only those who do the service; who was chosen already stays. */
static void
fill_employees (SalonBookingItem *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++) {
    gint64 id = salon_entity_get_id (all->pdata[i]);

    if (id == shown_item (self)->employee_id || does (self, id))
      g_ptr_array_add (some, all->pdata[i]);
  }
  items = salon_items_of_employees (some);
  salon_picker_set_items (self->employee, items);
}

/* Only of a service that has some, and of a new visit: another one is changed in its panel. */
static void
fill_variants (SalonBookingItem *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++)
    if (((SalonServiceVariant *) all->pdata[i])->service_id == self->service_id)
      g_ptr_array_add (some, all->pdata[i]);
  items = salon_items_with_none (salon_items_of_entities (some), C_ ("variant of a service", "no variant"));
  salon_picker_set_items (self->variant, items);
  gtk_widget_set_visible (GTK_WIDGET (self->variant), some->len > 0 && self->draft->moved_visit == 0);
}

/* So long is the service in a variant. */
static int
length_with (SalonBookingItem *self, gint64 variant_id)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->service_id);
  const SalonServiceVariant *variant = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS, variant_id);

  return service != NULL ? salon_service_minutes (service, variant) : 0;
}

static void on_chips (SalonCheckChips *chips, SalonBookingItem *self);

/* What goes with the service, and, if somebody was chosen, whether nobody else will do. */
static void
fill_chips (SalonBookingItem *self)
{
  GPtrArray *pairs = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_ADDONS);

  g_clear_pointer (&self->chips, gtk_widget_unparent);
  self->chips = salon_check_chips_new (_("Add-ons"));
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  self->with_her = shown_item (self)->employee_id != 0;
  if (self->with_her)
    /* Translators: the client wants nobody else */
    salon_check_chips_append (SALON_CHECK_CHIPS (self->chips), ONLY_HER, _("Only this master"));
  for (guint i = 0; i < pairs->len; i++) {
    const SalonServiceAddon *pair = pairs->pdata[i];
    const SalonService *addon = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, pair->addon_id);
    g_autofree char *text = NULL;

    if (pair->service_id != self->service_id || addon == NULL || addon->is_addon == 0)
      continue;
    text = g_strdup_printf ("+ %s", addon->name);
    salon_check_chips_append (SALON_CHECK_CHIPS (self->chips), pair->addon_id, text);
  }
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
  g_signal_connect (self->chips, "changed", G_CALLBACK (on_chips), self);
}

/* ---- callbacks */

static void
on_employee (SalonPicker *picker, GParamSpec *spec, SalonBookingItem *self)
{
  if (!self->filling)
    edit (self, salon_booking_draft_set_employee (self->draft, self->index, salon_picker_get_selected (picker)));
}

static void
on_room (SalonPicker *picker, GParamSpec *spec, SalonBookingItem *self)
{
  if (!self->filling)
    edit (self, salon_booking_draft_set_room (self->draft, self->index, salon_picker_get_selected (picker)));
}

static void
on_variant (SalonPicker *picker, GParamSpec *spec, SalonBookingItem *self)
{
  gint64 id = MAX (salon_picker_get_selected (picker), 0);
  int minutes = length_with (self, id);

  if (!self->filling)
    edit (self, salon_booking_draft_set_variant (self->draft, self->index, id, minutes != length_with (self, 0) ? minutes : 0));
}

/* The length of the service itself is another than that of its variant: it is said then. */
static void
on_length (SalonBookingLength *length, int minutes, SalonBookingItem *self)
{
  if (self->filling)
    return;
  if (minutes == 0 && shown_item (self)->variant_id != 0)
    minutes = length_with (self, 0);
  edit (self, salon_booking_draft_set_minutes (self->draft, self->index, minutes));
}

static void
on_remove (GtkButton *button, SalonBookingItem *self)
{
  edit (self, salon_booking_draft_remove (self->draft, self->index));
}

static guint
place_of_addon (const SalonBookingItem *self, gint64 addon_id)
{
  for (guint i = self->index + 1; i < self->draft->items->len; i++) {
    const SalonSlotsItem *item = &g_array_index (self->draft->items, SalonSlotsItem, i);

    if (!item->is_addon)
      return 0;
    if (item->service_id == addon_id)
      return i;
  }
  return 0;
}

static gboolean
contains (const GArray *values, gint64 value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, gint64, i) == value)
      return TRUE;
  return FALSE;
}

static void
on_chips (SalonCheckChips *chips, SalonBookingItem *self)
{
  g_autoptr (GArray) chosen = salon_check_chips_get_values (chips);

  if (self->filling)
    return;
  if (contains (chosen, ONLY_HER) != shown_item (self)->master_matters) {
    edit (self, salon_booking_draft_set_matters (self->draft, self->index, contains (chosen, ONLY_HER)));
    return;
  }
  for (guint i = 0; i < chosen->len; i++) {
    gint64 id = g_array_index (chosen, gint64, i);

    if (id != ONLY_HER && place_of_addon (self, id) == 0) {
      edit (self, salon_booking_draft_add_addon (self->draft, self->index, id));
      return;
    }
  }
  for (guint i = self->index + 1; i < self->draft->items->len; i++) {
    const SalonSlotsItem *item = &g_array_index (self->draft->items, SalonSlotsItem, i);

    if (!item->is_addon)
      return;
    if (!contains (chosen, item->service_id)) {
      edit (self, salon_booking_draft_remove (self->draft, i));
      return;
    }
  }
}

/* ---- rendering */

static void
render_chips (SalonBookingItem *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 only_her = ONLY_HER;

  if (shown_item (self)->master_matters)
    g_array_append_val (chosen, only_her);
  for (guint i = self->index + 1; i < self->draft->items->len; i++) {
    const SalonSlotsItem *item = &g_array_index (self->draft->items, SalonSlotsItem, i);

    if (!item->is_addon)
      break;
    g_array_append_val (chosen, item->service_id);
  }
  salon_check_chips_set_values (SALON_CHECK_CHIPS (self->chips), (const gint64 *) (gpointer) chosen->data, chosen->len);
}

static void
render_name (SalonBookingItem *self)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->service_id);
  const SalonServiceCategory *category =
      service != NULL ? salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_CATEGORIES, service->service_category_id)
                      : NULL;
  const char *name = service != NULL ? service->name : "";
  /* Translators: %s is a service */
  g_autofree char *remove = g_strdup_printf (_("Take “%s” off"), name);

  gtk_label_set_text (self->name, name);
  salon_swatch_set_rgb (SALON_SWATCH (self->swatch), category != NULL ? (guint32) category->color : NO_COLOR);
  salon_set_accessible_label (self, name);
  salon_set_accessible_label (self->remove, remove);
  salon_set_tooltip (self->remove, remove);
}

/* A visit that gets another time is as long as it was agreed. */
static void
render_length (SalonBookingItem *self)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->service_id);

  gtk_widget_set_visible (GTK_WIDGET (self->length), service != NULL && self->draft->moved_visit == 0);
  if (service != NULL)
    salon_booking_length_show (self->length, service, shown_item (self)->minutes);
}

static void
render_choice (SalonBookingItem *self)
{
  const SalonSlotsItem *item = shown_item (self);

  salon_picker_set_selected (self->employee, item->employee_id);
  salon_picker_set_selected (self->room, item->room_id);
  salon_picker_set_selected (self->variant, item->variant_id);
}

/**
 * salon_booking_item_show:
 * @index: of a service of @draft, not of an add-on
 */
void
salon_booking_item_show (SalonBookingItem *self, const SalonBookingDraft *draft, guint index)
{
  gboolean same = self->draft != NULL && self->service_id == g_array_index (draft->items, SalonSlotsItem, index).service_id;

  g_clear_pointer (&self->draft, salon_booking_draft_free);
  self->draft = salon_booking_draft_copy (draft);
  self->index = index;
  self->service_id = shown_item (self)->service_id;
  self->filling = TRUE;
  if (!same)
    salon_booking_item_renew (self);
  else if (self->with_her != (shown_item (self)->employee_id != 0))
    fill_chips (self);
  render_name (self);
  render_length (self);
  render_choice (self);
  render_chips (self);
  self->filling = FALSE;
}

/**
 * salon_booking_item_renew: the catalogue was changed
 */
void
salon_booking_item_renew (SalonBookingItem *self)
{
  gboolean filling = self->filling;
  g_autoptr (GListModel) rooms = NULL;

  if (self->draft == NULL || !salon_directory_is_ready (self->directory))
    return;
  self->filling = TRUE;
  rooms = salon_items_of_entities (salon_directory_list (self->directory, SALON_DIRECTORY_ROOMS));
  salon_picker_set_items (self->room, rooms);
  fill_employees (self);
  fill_variants (self);
  fill_chips (self);
  render_name (self);
  render_length (self);
  render_choice (self);
  render_chips (self);
  self->filling = filling;
}

/* ---- building */

static void
salon_booking_item_dispose (GObject *object)
{
  SalonBookingItem *self = SALON_BOOKING_ITEM (object);

  self->filling = TRUE;
  self->chips = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  G_OBJECT_CLASS (salon_booking_item_parent_class)->dispose (object);
}

static void
salon_booking_item_class_init (SalonBookingItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_booking_item_dispose;

  /**
   * SalonBookingItem::edited:
   * @draft: (type gpointer): a #SalonBookingDraft, to be copied
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SALON_TYPE_BOOKING_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookingitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
build_head (SalonBookingItem *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);

  self->swatch = salon_swatch_new (9, NO_COLOR);
  self->name = GTK_LABEL (salon_wrapped_label_new (NULL, "name"));
  self->remove = salon_icon_button_new ("salon-close-symbolic", _("Take the service off"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->length = SALON_BOOKING_LENGTH (salon_booking_length_new ());
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), self->swatch);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->length));
  gtk_box_append (GTK_BOX (head), self->remove);
  return head;
}

static GtkWidget *
build_choice (SalonBookingItem *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->employee = SALON_PICKER (salon_picker_new (_("Master"), _("any master")));
  self->room = SALON_PICKER (salon_picker_new (_("Room"), _("any room")));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->employee));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->room));
  return box;
}

static void
salon_booking_item_init (SalonBookingItem *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_parent (build_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (build_choice (self), GTK_WIDGET (self));
  self->variant = SALON_PICKER (salon_picker_new (_("Variant"), C_ ("variant of a service", "no variant")));
  gtk_widget_set_parent (GTK_WIDGET (self->variant), GTK_WIDGET (self));
  g_signal_connect (self->variant, "notify::selected", G_CALLBACK (on_variant), self);
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  g_signal_connect (self->room, "notify::selected", G_CALLBACK (on_room), self);
  g_signal_connect (self->length, "changed", G_CALLBACK (on_length), self);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
}

/**
 * salon_booking_item_new:
 *
 * Returns: (transfer floating): shows nothing yet
 */
GtkWidget *
salon_booking_item_new (SalonDirectory *directory)
{
  SalonBookingItem *self = g_object_new (SALON_TYPE_BOOKING_ITEM, NULL);

  self->directory = directory;
  return GTK_WIDGET (self);
}
