/* The controls of one line.  The editor keeps what is edited; the row is filled once and read when it was changed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/visit-line-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/employee.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/rules/price-of.h"

#define ONLY_HER 0  /* instead of an add-on: the master matters */
#define ANYBODY  -1 /* instead of an add-on: any master will do */
#define SHORTEST 5 /* minutes of work */

struct _SalonVisitLineRow {
  GtkWidget parent_instance;

  GtkWidget *remove;
  SalonValueEntry *start;
  SalonValueEntry *length;
  SalonValueEntry *price;
  gint64 employee_id; /* of whom the price is */
  SalonPicker *employee;
  SalonPicker *room;
  SalonPicker *variant;
  SalonCheckChips *chips;

  SalonDirectory *directory; /* not owned */
  SalonEditLine line;        /* as it was when the row was made */
  gint64 more_min;           /* so much longer the chosen variant is */
  gboolean anybody;          /* as the chips say */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonVisitLineRow, salon_visit_line_row, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, SIGNAL_REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gint64
length_of (const SalonEditLine *line)
{
  return line->work1_min + line->gap_min + line->work2_min;
}

/* ---- callbacks */

static void
tell (SalonVisitLineRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_chosen (const GArray *chosen, gint64 value)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, gint64, i) == value)
      return TRUE;
  return FALSE;
}

static void
leave_out (SalonVisitLineRow *self, gint64 value)
{
  g_autoptr (GArray) chosen = salon_check_chips_get_values (self->chips);
  gboolean filling = self->filling;

  for (guint i = chosen->len; i-- > 0;)
    if (g_array_index (chosen, gint64, i) == value)
      g_array_remove_index (chosen, i);
  self->filling = TRUE;
  salon_check_chips_set_values (self->chips, (const gint64 *) (gpointer) chosen->data, chosen->len);
  self->filling = filling;
}

/* Nobody else, and anybody, exclude each other: what was chosen last holds. */
static void
keep_one (SalonVisitLineRow *self)
{
  g_autoptr (GArray) chosen = salon_check_chips_get_values (self->chips);

  if (is_chosen (chosen, ONLY_HER) && is_chosen (chosen, ANYBODY))
    leave_out (self, self->anybody ? ANYBODY : ONLY_HER);
  self->anybody = is_chosen (chosen, ANYBODY) && (!is_chosen (chosen, ONLY_HER) || !self->anybody);
}

/* What the price list says of the service with an employee; less than 0 = of none that is known. */
static SalonMoney
listed_price (SalonVisitLineRow *self, gint64 employee_id)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->line.service_id);
  const SalonServiceVariant *variant = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS,
                                                             salon_picker_get_selected (self->variant));
  const SalonEmployee *employee = salon_directory_find (self->directory, SALON_DIRECTORY_EMPLOYEES, employee_id);
  GPtrArray *prices = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_PRICES);

  return service != NULL ? salon_price_of_level (service, variant, employee != NULL ? employee->level_id : 0, prices) : -1;
}

/* A price of the list follows to an employee of another level; what was agreed stays. */
static void
follow_price (SalonVisitLineRow *self)
{
  gint64 employee_id = salon_picker_get_selected (self->employee);
  gint64 price = 0;

  if (!salon_value_entry_read (self->price, &price, NULL) || price != listed_price (self, self->employee_id) || price < 0)
    return;
  salon_value_entry_set_value (self->price, listed_price (self, employee_id));
}

/* Whoever is chosen by hand is not just anybody. */
static void
on_employee (GObject *control, GParamSpec *spec, SalonVisitLineRow *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  follow_price (self);
  self->employee_id = salon_picker_get_selected (self->employee);
  self->filling = FALSE;
  leave_out (self, ANYBODY);
  self->anybody = FALSE;
  tell (self);
}

/* What the price list says of the variant with this employee, and so much longer than the one before. */
static void
on_variant (GObject *control, GParamSpec *spec, SalonVisitLineRow *self)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->line.service_id);
  const SalonServiceVariant *variant = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS,
                                                             salon_picker_get_selected (self->variant));
  gint64 more = variant != NULL ? variant->more_min : 0;
  gint64 length = 0;

  if (self->filling || service == NULL)
    return;
  self->filling = TRUE;
  salon_value_entry_set_value (self->price, listed_price (self, salon_picker_get_selected (self->employee)));
  if (salon_value_entry_read (self->length, &length, NULL) && length != SALON_VALUE_NONE)
    salon_value_entry_set_value (self->length, length + more - self->more_min);
  self->more_min = more;
  self->filling = FALSE;
  tell (self);
}

static void
on_notify (GObject *control, GParamSpec *spec, SalonVisitLineRow *self)
{
  tell (self);
}

static void
on_chips (SalonCheckChips *chips, SalonVisitLineRow *self)
{
  if (!self->filling)
    keep_one (self);
  tell (self);
}

static void
on_activate (GtkEntry *entry, SalonVisitLineRow *self)
{
  tell (self);
}

static void
on_leave (GtkEventControllerFocus *focus, SalonVisitLineRow *self)
{
  tell (self);
}

static void
on_remove (GtkButton *button, SalonVisitLineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

/* ---- filling */

static void
fill_chips (SalonVisitLineRow *self)
{
  GPtrArray *pairs = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_ADDONS);

  if (self->line.addon_of == 0) {
    salon_check_chips_append (self->chips, ONLY_HER, _("Only this master"));
    salon_check_chips_append (self->chips, ANYBODY, _("Any master will do"));
  }
  for (guint i = 0; i < pairs->len && self->line.addon_of == 0; i++) {
    const SalonServiceAddon *pair = pairs->pdata[i];
    const SalonService *addon = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, pair->addon_id);
    g_autofree char *text = NULL;

    if (pair->service_id != self->line.service_id || addon == NULL || addon->is_addon == 0)
      continue;
    text = g_strdup_printf ("+ %s", addon->name);
    salon_check_chips_append (self->chips, pair->addon_id, text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->line.addon_of == 0);
}

static void
fill_pickers (SalonVisitLineRow *self)
{
  g_autoptr (GListModel) employees = salon_items_of_employees (salon_directory_list (self->directory, SALON_DIRECTORY_EMPLOYEES));
  g_autoptr (GListModel) rooms = salon_items_of_entities (salon_directory_list (self->directory, SALON_DIRECTORY_ROOMS));

  salon_picker_set_items (self->employee, employees);
  salon_picker_set_items (self->room, rooms);
  salon_picker_set_selected (self->employee, self->line.employee_id);
  salon_picker_set_selected (self->room, MAX (self->line.room_id, 0));
}

/* Only of a service that has some. */
static void
fill_variants (SalonVisitLineRow *self)
{
  GPtrArray *all = salon_directory_list (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  for (guint i = 0; i < all->len; i++) {
    const SalonServiceVariant *variant = all->pdata[i];

    if (variant->service_id != self->line.service_id)
      continue;
    g_ptr_array_add (some, all->pdata[i]);
    if (salon_entity_get_id (variant) == self->line.variant_id)
      self->more_min = variant->more_min;
  }
  items = salon_items_with_none (salon_items_of_entities (some), C_("variant of a service", "no variant"));
  salon_picker_set_items (self->variant, items);
  salon_picker_set_selected (self->variant, MAX (self->line.variant_id, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->variant), some->len > 0);
}

static void
fill (SalonVisitLineRow *self)
{
  self->filling = TRUE;
  salon_value_entry_set_value (self->start, self->line.start_min % SALON_MINUTES_A_DAY);
  salon_value_entry_set_value (self->length, length_of (&self->line));
  salon_value_entry_set_value (self->price, self->line.price);
  self->employee_id = self->line.employee_id;
  fill_pickers (self);
  fill_variants (self);
  fill_chips (self);
  self->filling = FALSE;
}

/* ---- building */

static void
salon_visit_line_row_dispose (GObject *object)
{
  SalonVisitLineRow *self = SALON_VISIT_LINE_ROW (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (salon_visit_line_row_parent_class)->dispose (object);
}

static gboolean
salon_visit_line_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (salon_value_entry_get_entry (SALON_VISIT_LINE_ROW (widget)->start)));
}

static void
salon_visit_line_row_class_init (SalonVisitLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_line_row_dispose;
  widget_class->grab_focus = salon_visit_line_row_grab_focus;
  widget_class->focus = salon_focus;

  /**
   * SalonVisitLineRow::changed: read it
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_VISIT_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * SalonVisitLineRow::removed: the line is not wanted any more
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", SALON_TYPE_VISIT_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bookingitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_visit_line_row_init (SalonVisitLineRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

static void
build_head (SalonVisitLineRow *self)
{
  const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, self->line.service_id);
  const char *name = service != NULL ? service->name : _("a service that is not offered any more");
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = salon_wrapped_label_new (name, "name");
  /* Translators: %s is a service */
  g_autofree char *remove = g_strdup_printf (_("Take “%s” off"), name);
  g_autofree char *text = self->line.addon_of > 0 ? g_strdup_printf ("+ %s", name) : g_strdup (name);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_hexpand (label, TRUE);
  self->remove = salon_icon_button_new ("salon-close-symbolic", remove);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->remove);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  salon_set_accessible_label (self, name);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (on_remove), self);
}

static SalonValueEntry *
build_entry (SalonVisitLineRow *self, GtkWidget *box, GtkWidget *entry, const char *label, int width)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  salon_set_tooltip (entry, label);
  g_signal_connect_after (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), width);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  return SALON_VALUE_ENTRY (entry);
}

static void
build (SalonVisitLineRow *self)
{
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pickers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  build_head (self);
  self->start = build_entry (self, entries, salon_time_entry_new (), _("Start"), 4);
  self->length = build_entry (self, entries, salon_duration_entry_new (), _("Length"), 7);
  self->price = build_entry (self, entries, salon_money_entry_new (salon_directory_currency (self->directory)),
                             _("Price"), 4);
  self->employee = SALON_PICKER (salon_picker_new (_("Master"), _("choose a master")));
  self->room = SALON_PICKER (salon_picker_new (_("Room"), self->line.room_id == SALON_EDIT_ANY_ROOM ? _("any room") : _("no room")));
  self->variant = SALON_PICKER (salon_picker_new (_("Variant"), _("Variant")));
  self->chips = SALON_CHECK_CHIPS (salon_check_chips_new (_("Add-ons")));
  gtk_box_set_homogeneous (GTK_BOX (pickers), TRUE);
  gtk_box_append (GTK_BOX (pickers), GTK_WIDGET (self->employee));
  gtk_box_append (GTK_BOX (pickers), GTK_WIDGET (self->room));
  gtk_widget_set_parent (entries, GTK_WIDGET (self));
  gtk_widget_set_parent (pickers, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->variant), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->chips), GTK_WIDGET (self));
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  g_signal_connect (self->room, "notify::selected", G_CALLBACK (on_notify), self);
  g_signal_connect (self->variant, "notify::selected", G_CALLBACK (on_variant), self);
  g_signal_connect (self->chips, "changed", G_CALLBACK (on_chips), self);
}

/**
 * salon_visit_line_row_new:
 * @directory: ready
 * @line: with its real lengths and price
 *
 * Returns: (transfer floating): the controls of @line
 */
GtkWidget *
salon_visit_line_row_new (SalonDirectory *directory, const SalonEditLine *line)
{
  SalonVisitLineRow *self = g_object_new (SALON_TYPE_VISIT_LINE_ROW, NULL);

  self->directory = directory;
  self->line = *line;
  build (self);
  fill (self);
  return GTK_WIDGET (self);
}

/* The last work is what gets longer or shorter. */
static gboolean
take_length (SalonVisitLineRow *self, SalonEditLine *line, gint64 minutes)
{
  gint64 more = minutes - length_of (line);
  gint64 *last = line->work2_min > 0 ? &line->work2_min : &line->work1_min;

  if (*last + more < SHORTEST) {
    g_autofree char *sentence = g_strdup_printf (ngettext ("At least %d minute of work is needed.",
                                                           "At least %d minutes of work are needed.", SHORTEST),
                                                 SHORTEST);

    salon_value_entry_set_error (self->length, sentence);
    return FALSE;
  }
  *last += more;
  return TRUE;
}

static gboolean
read_value (SalonValueEntry *entry, gint64 *value)
{
  g_autoptr (GError) error = NULL;

  *value = SALON_VALUE_NONE;
  if (salon_value_entry_read (entry, value, &error) && *value != SALON_VALUE_NONE)
    return TRUE;
  salon_value_entry_set_error (entry, error != NULL ? error->message : _("Something has to stand here."));
  return FALSE;
}

/**
 * salon_visit_line_row_read:
 * @line: (inout): gets what the controls say; the day of its start stays
 *
 * Returns: whether all could be read and can be; what cannot says so at its entry
 */
gboolean
salon_visit_line_row_read (SalonVisitLineRow *self, SalonEditLine *line)
{
  g_autoptr (GArray) chosen = salon_check_chips_get_values (self->chips);
  gint64 start = 0;
  gint64 length = 0;
  gint64 price = 0;
  gint64 room = salon_picker_get_selected (self->room);

  if (!read_value (self->start, &start) || !read_value (self->length, &length) || !read_value (self->price, &price)
      || !take_length (self, line, length))
    return FALSE;
  line->start_min += start - line->start_min % SALON_MINUTES_A_DAY;
  line->price = price;
  if (gtk_widget_get_visible (GTK_WIDGET (self->variant))) {
    gint64 variant_id = salon_picker_get_selected (self->variant);

    if (variant_id > 0 || line->variant_id > 0)
      line->variant_id = variant_id > 0 ? variant_id : SALON_EDIT_NO_VARIANT;
  }
  line->employee_id = salon_picker_get_selected (self->employee);
  if (room != 0 || line->room_id != SALON_EDIT_ANY_ROOM)
    line->room_id = room;
  if (self->line.addon_of == 0) {
    line->master_matters = is_chosen (chosen, ONLY_HER);
    line->any_master = is_chosen (chosen, ANYBODY);
  }
  return TRUE;
}

/**
 * salon_visit_line_row_set_start:
 *
 * A line before it was made longer or shorter.
 */
void
salon_visit_line_row_set_start (SalonVisitLineRow *self, gint64 start_min)
{
  self->filling = TRUE;
  salon_value_entry_set_value (self->start, start_min % SALON_MINUTES_A_DAY);
  self->filling = FALSE;
}

/**
 * salon_visit_line_row_set_addons:
 * @addon_ids: (element-type gint64): the services that are added to this one
 */
void
salon_visit_line_row_set_addons (SalonVisitLineRow *self, const GArray *addon_ids)
{
  g_autoptr (GArray) chosen = g_array_copy ((GArray *) addon_ids);
  gint64 only_her = ONLY_HER;
  gint64 anybody = ANYBODY;

  self->anybody = self->line.any_master && !self->line.master_matters;
  if (self->line.master_matters)
    g_array_append_val (chosen, only_her);
  else if (self->anybody)
    g_array_append_val (chosen, anybody);
  salon_check_chips_set_values (self->chips, (const gint64 *) (gpointer) chosen->data, chosen->len);
}

/**
 * salon_visit_line_row_get_addons:
 *
 * Returns: (transfer full) (element-type gint64): the add-ons that are chosen
 */
GArray *
salon_visit_line_row_get_addons (SalonVisitLineRow *self)
{
  GArray *chosen = salon_check_chips_get_values (self->chips);

  for (guint i = chosen->len; i-- > 0;)
    if (g_array_index (chosen, gint64, i) <= 0)
      g_array_remove_index (chosen, i);
  return chosen;
}
