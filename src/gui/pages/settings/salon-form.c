/* The salon itself and how it books.  The settings are one value: every answer saves the whole of it, and only
 * what differs is written. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/pages/settings/countries.h"
#include "gui/pages/settings/logo-card.h"
#include "gui/pages/settings/salon-form.h"
#include "gui/pages/settings/section.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/time-entry.h"

struct _SalonSalonForm {
  GtkWidget parent_instance;

  GtkWidget *left; /* the first column */
  GtkWidget *name;
  GtkWidget *phone;
  SalonPicker *country;
  SalonPicker *currency;
  SalonPicker *language;
  GtkWidget *vat_payer;
  SalonValueEntry *vat;
  GtkWidget *vat_field;
  SalonPicker *step;
  SalonValueEntry *late;
  SalonPicker *buffers;
  SalonValueEntry *waiting;

  SalonSession *session;
  SalonSettings *shown;  /* as they are saved */
  SalonSettings *saving; /* on their way */
  gboolean filling;
  gboolean busy;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (SalonSalonForm, salon_salon_form, GTK_TYPE_WIDGET)

/* ---- showing */

static void
show_text (GtkWidget *entry, const char *old, const char *now)
{
  if (g_strcmp0 (old, now) != 0)
    salon_editable_set_text (GTK_EDITABLE (entry), now);
}

static void
show_code (SalonPicker *picker, const char *old, const char *now)
{
  if (g_strcmp0 (old, now) != 0)
    salon_picker_set_selected (picker, now != NULL ? salon_code_to_id (now) : SALON_PICK_NONE);
}

static void
show_rules (SalonSalonForm *self, const SalonSettings *old, const SalonSettings *now)
{
  if (old == NULL || !old->vat_payer != !now->vat_payer)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->vat_payer), now->vat_payer);
  if (old == NULL || old->vat_bp != now->vat_bp)
    salon_value_entry_set_value (self->vat, now->vat_bp);
  if (old == NULL || old->step_min != now->step_min)
    salon_picker_set_selected (self->step, now->step_min);
  if (old == NULL || old->most_waiting_min != now->most_waiting_min)
    salon_value_entry_set_value (self->waiting, now->most_waiting_min);
  if (old == NULL || old->late_min != now->late_min)
    salon_value_entry_set_value (self->late, now->late_min);
  if (old == NULL || old->buffers != now->buffers)
    salon_picker_set_selected (self->buffers, now->buffers + 1);
  gtk_widget_set_sensitive (self->vat_field, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->vat_payer)));
}

/* Only what is other than before: a field that is being edited stays as typed. */
static void
show_settings (SalonSalonForm *self, const SalonSettings *now)
{
  const SalonSettings *old = self->shown;
  g_autoptr (GListModel) countries = salon_items_of_countries (now->country);

  self->filling = TRUE;
  salon_picker_set_items (self->country, countries);
  show_text (self->name, old != NULL ? old->name : NULL, now->name);
  show_text (self->phone, old != NULL ? old->phone : NULL, now->phone);
  show_code (self->country, old != NULL ? old->country : NULL, now->country);
  show_code (self->currency, old != NULL ? old->currency : NULL, now->currency);
  show_code (self->language, old != NULL ? old->language : NULL, now->language);
  show_rules (self, old, now);
  g_clear_pointer (&self->shown, salon_settings_free);
  self->shown = salon_settings_copy (now);
  self->filling = FALSE;
}

/* ---- saving */

static void
take_text (char **target, char *text)
{
  g_free (*target);
  *target = g_strstrip (text);
}

static SalonSettings *
read_settings (SalonSalonForm *self)
{
  SalonSettings *now = salon_settings_copy (self->shown);
  gint64 vat = SALON_VALUE_NONE;
  gint64 waiting = SALON_VALUE_NONE;
  gint64 late = SALON_VALUE_NONE;

  take_text (&now->name, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  take_text (&now->phone, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phone))));
  take_text (&now->country, salon_code_of_id (salon_picker_get_selected (self->country)));
  take_text (&now->currency, salon_code_of_id (salon_picker_get_selected (self->currency)));
  take_text (&now->language, salon_code_of_id (salon_picker_get_selected (self->language)));
  now->vat_payer = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->vat_payer));
  if (salon_value_entry_read (self->vat, &vat, NULL))
    now->vat_bp = vat != SALON_VALUE_NONE ? (int) vat : 0;
  if (salon_value_entry_read (self->late, &late, NULL))
    now->late_min = late != SALON_VALUE_NONE ? (int) CLAMP (late, -1, G_MAXINT) : 0;
  now->step_min = (int) salon_picker_get_selected (self->step);
  if (salon_value_entry_read (self->waiting, &waiting, NULL))
    now->most_waiting_min = waiting != SALON_VALUE_NONE ? (int) waiting : 0;
  now->buffers = (SalonBufferRule) (salon_picker_get_selected (self->buffers) - 1);
  return now;
}

static gboolean
same (const SalonSettings *a, const SalonSettings *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->phone, b->phone) == 0
         && g_strcmp0 (a->country, b->country) == 0 && g_strcmp0 (a->currency, b->currency) == 0
         && g_strcmp0 (a->language, b->language) == 0 && !a->vat_payer == !b->vat_payer && a->vat_bp == b->vat_bp
         && a->step_min == b->step_min && a->most_waiting_min == b->most_waiting_min && a->late_min == b->late_min
         && a->buffers == b->buffers;
}

static void commit (SalonSalonForm *self);

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSalonForm) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  self->busy = FALSE;
  if (self->session == NULL)
    return;
  if (!saved && !self->again) {
    if (!salon_form_mark (GTK_WIDGET (self), error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (saved) {
    g_clear_pointer (&self->shown, salon_settings_free);
    self->shown = g_steal_pointer (&self->saving);
    salon_form_clear_errors (GTK_WIDGET (self));
    salon_note_done (GTK_WIDGET (self), _("Settings saved."), &done);
  }
  if (self->again) {
    self->again = FALSE;
    commit (self);
  }
}

static void
commit (SalonSalonForm *self)
{
  SalonSettings *now = NULL;

  if (self->filling || self->shown == NULL)
    return;
  if (self->busy) {
    self->again = TRUE;
    return;
  }
  now = read_settings (self);
  if (same (self->shown, now)) {
    salon_form_clear_errors (GTK_WIDGET (self));
    salon_settings_free (now);
    return;
  }
  self->busy = TRUE;
  g_clear_pointer (&self->saving, salon_settings_free);
  self->saving = salon_settings_copy (now);
  salon_session_submit (self->session, &salon_command_settings_save, now, NULL, NULL, on_saved, g_object_ref (self));
}

/* ---- callbacks */

static void
on_directory (SalonDirectory *directory, SalonSalonForm *self)
{
  show_settings (self, salon_directory_settings (directory));
}

static void
on_answered (GtkWidget *control, GParamSpec *pspec, SalonSalonForm *self)
{
  commit (self);
}

static void
on_leave (GtkEventControllerFocus *focus, SalonSalonForm *self)
{
  commit (self);
}

static void
on_enter (GtkEntry *entry, SalonSalonForm *self)
{
  commit (self);
}

static void
on_country (SalonPicker *picker, GParamSpec *pspec, SalonSalonForm *self)
{
  g_autofree char *country = salon_code_of_id (salon_picker_get_selected (picker));
  const char *currency = salon_currency_of_country (country);

  if (self->filling)
    return;
  self->filling = TRUE;
  if (currency != NULL)
    show_code (self->currency, NULL, currency);
  self->filling = FALSE;
  commit (self);
}

static void
on_vat_payer (GtkWidget *check, GParamSpec *pspec, SalonSalonForm *self)
{
  gtk_widget_set_sensitive (self->vat_field, gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  commit (self);
}

/* ---- building */

static void
salon_salon_form_dispose (GObject *object)
{
  SalonSalonForm *self = SALON_SALON_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, salon_settings_free);
  g_clear_pointer (&self->saving, salon_settings_free);
  G_OBJECT_CLASS (salon_salon_form_parent_class)->dispose (object);
}

static void
salon_salon_form_class_init (SalonSalonFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_salon_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
watch_entry (SalonSalonForm *self, GtkWidget *control, GtkWidget *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (control, focus);
  g_signal_connect_after (entry, "activate", G_CALLBACK (on_enter), self);
}

static void
append_number (GListStore *items, gint64 id, const char *text)
{
  g_autoptr (SalonPickerItem) item = salon_picker_item_new (id, text, NULL, SALON_PICK_NO_COLOR);

  g_list_store_append (items, item);
}

static SalonPicker *
create_step (void)
{
  static const int steps[] = { 5, 10, 15, 30 };
  GtkWidget *picker = salon_picker_new (_("Times are offered every"), "—");
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *text = salon_duration_format (steps[i]);

    append_number (items, steps[i], text);
  }
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
  return SALON_PICKER (picker);
}

static SalonPicker *
create_buffers (void)
{
  GtkWidget *picker = salon_picker_new (_("Between two visits"), "—");
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  append_number (items, SALON_BUFFERS_LARGER + 1, _("the longer of tidying and preparation"));
  append_number (items, SALON_BUFFERS_SUM + 1, _("tidying and then preparation"));
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
  return SALON_PICKER (picker);
}

static SalonPicker *
create_picker (const char *label, GListModel *items)
{
  GtkWidget *picker = salon_picker_new (label, "—");

  salon_picker_set_items (SALON_PICKER (picker), items);
  g_clear_object (&items);
  return SALON_PICKER (picker);
}

static void
create_controls (SalonSalonForm *self)
{
  self->name = gtk_entry_new ();
  self->phone = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->phone), GTK_INPUT_PURPOSE_PHONE);
  self->country = create_picker (_("Country"), NULL);
  self->currency = create_picker (_("Currency"), salon_items_of_currencies ());
  self->language = create_picker (_("Language"), salon_items_of_languages ());
  self->vat_payer = gtk_check_button_new_with_label (_("The salon pays VAT"));
  self->vat = SALON_VALUE_ENTRY (salon_number_entry_new ("%", 2));
  self->waiting = SALON_VALUE_ENTRY (salon_duration_entry_new ());
  self->step = create_step ();
  /* Translators: minutes, behind a number */
  self->late = SALON_VALUE_ENTRY (salon_number_entry_new (C_ ("unit", "min"), 0));
  self->buffers = create_buffers ();
  watch_entry (self, self->name, self->name);
  watch_entry (self, self->phone, self->phone);
  watch_entry (self, GTK_WIDGET (self->vat), GTK_WIDGET (salon_value_entry_get_entry (self->vat)));
  watch_entry (self, GTK_WIDGET (self->waiting), GTK_WIDGET (salon_value_entry_get_entry (self->waiting)));
  watch_entry (self, GTK_WIDGET (self->late), GTK_WIDGET (salon_value_entry_get_entry (self->late)));
  g_signal_connect (self->country, "notify::selected", G_CALLBACK (on_country), self);
  g_signal_connect (self->currency, "notify::selected", G_CALLBACK (on_answered), self);
  g_signal_connect (self->language, "notify::selected", G_CALLBACK (on_answered), self);
  g_signal_connect (self->step, "notify::selected", G_CALLBACK (on_answered), self);
  g_signal_connect (self->buffers, "notify::selected", G_CALLBACK (on_answered), self);
  g_signal_connect (self->vat_payer, "notify::active", G_CALLBACK (on_vat_payer), self);
}

static GtkWidget *
field (const char *name, const char *label, gpointer control, const char *hint)
{
  GtkWidget *place = salon_form_field_new (name, label, GTK_WIDGET (control));

  salon_form_field_set_hint (SALON_FORM_FIELD (place), hint);
  return place;
}

static GtkWidget *
card_of (const char *title, GtkWidget *content)
{
  GtkWidget *card = salon_card_new (title);

  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_hexpand (card, TRUE);
  salon_card_set_child (SALON_CARD (card), content);
  return card;
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  return grid;
}

static GtkWidget *
build_salon (SalonSalonForm *self)
{
  GtkGrid *grid = GTK_GRID (create_grid ());

  gtk_grid_attach (grid, field ("name", _("Name"), self->name, _("Stands in the header and on everything that is printed.")), 0, 0, 2, 1);
  gtk_grid_attach (grid, field ("phone", _("Phone"), self->phone, NULL), 0, 1, 1, 1);
  gtk_grid_attach (grid, field ("language", _("Language of printed texts"), self->language, NULL), 1, 1, 1, 1);
  gtk_grid_attach (grid, field ("country", _("Country"), self->country, _("Phone numbers without a code belong to it.")), 0, 2, 1, 1);
  gtk_grid_attach (grid, field ("currency", _("Currency"), self->currency, _("Follows the country; amounts are not converted.")), 1, 2, 1, 1);
  return card_of (_("Salon"), GTK_WIDGET (grid));
}

static GtkWidget *
build_rules (SalonSalonForm *self)
{
  GtkGrid *grid = GTK_GRID (create_grid ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_grid_attach (grid, field ("step_min", _("Times are offered every"), self->step, NULL), 0, 0, 2, 1);
  gtk_grid_attach (grid, field ("buffers", _("Between two visits is kept free"), self->buffers,
                                _("15 minutes of tidying before 10 minutes of preparation: 15 minutes, or 25.")),
                   0, 1, 2, 1);
  gtk_grid_attach (grid, field ("most_waiting_min", _("A client may wait between two services"), GTK_WIDGET (self->waiting), NULL),
                   0, 3, 2, 1);
  gtk_grid_attach (grid, field ("late_min", _("A client is late after"), self->late, _("On the board a mark says so.")), 0, 2, 1, 1);
  gtk_box_append (GTK_BOX (box), card_of (_("Booking"), GTK_WIDGET (grid)));
  grid = GTK_GRID (create_grid ());
  self->vat_field = field ("vat_bp", _("Rate of VAT"), self->vat, _("Prices contain it."));
  gtk_grid_attach (grid, self->vat_payer, 0, 0, 2, 1);
  gtk_grid_attach (grid, self->vat_field, 0, 1, 1, 1);
  gtk_box_append (GTK_BOX (box), card_of (_("Taxes"), GTK_WIDGET (grid)));
  return box;
}

static void
salon_salon_form_init (SalonSalonForm *self)
{
  self->left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  salon_settings_lay_out_pair (GTK_WIDGET (self));
  create_controls (self);
  gtk_box_append (GTK_BOX (self->left), build_salon (self));
  gtk_widget_set_parent (self->left, GTK_WIDGET (self));
  gtk_widget_set_parent (build_rules (self), GTK_WIDGET (self));
}

/**
 * salon_salon_form_new:
 *
 * Returns: (transfer floating): the settings of @session, ready to be changed
 */
GtkWidget *
salon_salon_form_new (SalonSession *session)
{
  SalonSalonForm *self = g_object_new (SALON_TYPE_SALON_FORM, NULL);
  SalonDirectory *directory = salon_directory_of (session);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (self->left), salon_logo_card_new (session));
  g_signal_connect_object (directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (directory))
    on_directory (directory, self);
  return GTK_WIDGET (self);
}
