/* Hidden while nobody is put down.  It begins with what was about to be booked and with the next two weeks: as a rule one
 * press is enough. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/waiting-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/service.h"
#include "model/rules/price-of.h"
#include "model/services/waiting.h"

#define USUAL_DAYS 14

struct _SalonWaitingForm {
  GtkWidget parent_instance;
  SalonTagList *services;
  SalonPicker *add_service;
  SalonPicker *employee;
  SalonValueEntry *from_day;
  SalonValueEntry *to_day;
  SalonValueEntry *from_time;
  SalonValueEntry *to_time;
  SalonCheckChips *weekdays;
  GtkEditable *note;
  GtkWidget *form;
  GtkWidget *save;
  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GArray *wishes;
  gint64 client_id;
  char *uuid;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonWaitingForm, salon_waiting_form, GTK_TYPE_WIDGET)

/* ---- services */

static void
show_services (SalonWaitingForm *self)
{
  salon_tag_list_clear (self->services);
  for (guint i = 0; i < self->wishes->len; i++) {
    const SalonServiceWish *wish = &g_array_index (self->wishes, SalonServiceWish, i);
    const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, wish->service_id);
    const SalonServiceVariant *variant = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_VARIANTS, wish->variant_id);
    g_autofree char *text = service != NULL ? salon_service_text (service, variant) : NULL;

    if (text != NULL)
      salon_tag_list_append (self->services, i + 1, text, SALON_TAG_NO_MARK, TRUE);
  }
}

static void
on_add_service (SalonPicker *picker, GParamSpec *spec, SalonWaitingForm *self)
{
  SalonServiceWish wish = { .service_id = salon_picker_get_selected (picker) };

  if (self->filling || wish.service_id == SALON_PICK_NONE || wish.service_id == 0)
    return;
  g_array_append_val (self->wishes, wish);
  self->filling = TRUE;
  salon_picker_set_selected (picker, SALON_PICK_NONE);
  self->filling = FALSE;
  show_services (self);
}

static void
on_service_removed (SalonTagList *list, gint64 number, SalonWaitingForm *self)
{
  if (number >= 1 && number <= self->wishes->len)
    g_array_remove_index (self->wishes, (guint) number - 1);
  show_services (self);
}

static void
on_directory (SalonDirectory *directory, SalonWaitingForm *self)
{
  g_autoptr (GListModel) services = salon_items_of_services (salon_directory_list (directory, SALON_DIRECTORY_SERVICES),
                                                             salon_directory_currency (directory));
  g_autoptr (GListModel) employees = salon_items_of_employees (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES));

  self->filling = TRUE;
  salon_picker_set_items (self->add_service, services);
  salon_picker_set_items (self->employee, employees);
  self->filling = FALSE;
  show_services (self);
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWaitingForm) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (self->session == NULL)
    return;
  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (!salon_form_mark (self->form, error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), _("Put on the waiting list."), &done);
  salon_waiting_form_close (self);
}

static gint64
value_or (SalonValueEntry *entry, gint64 otherwise)
{
  gint64 value = salon_value_entry_get_value (entry);

  return value != SALON_VALUE_NONE ? value : otherwise;
}

static SalonWaitingDraft *
draft_of (SalonWaitingForm *self)
{
  SalonWaiting *waiting = salon_waiting_new ();
  g_autoptr (GArray) weekdays = salon_check_chips_get_values (self->weekdays);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  gint64 employee = salon_picker_get_selected (self->employee);

  waiting->client_id = self->client_id;
  waiting->employee_id = employee != SALON_PICK_NONE ? employee : 0;
  waiting->from_day = value_or (self->from_day, today);
  waiting->to_day = value_or (self->to_day, waiting->from_day + USUAL_DAYS);
  waiting->from_min = value_or (self->from_time, 0);
  waiting->to_min = value_or (self->to_time, SALON_MINUTES_A_DAY);
  for (guint i = 0; i < weekdays->len; i++)
    waiting->weekdays |= 1 << (g_array_index (weekdays, gint64, i) - 1);
  if (weekdays->len == 0)
    waiting->weekdays = SALON_WAITING_ALL_WEEKDAYS;
  waiting->note = g_strdup (gtk_editable_get_text (self->note));
  return salon_waiting_draft_new (NULL, waiting, self->wishes);
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWaitingForm *self = SALON_WAITING_FORM (widget);

  if (self->client_id == 0)
    return;
  salon_form_clear_errors (self->form);
  salon_session_submit (self->session, &salon_command_waiting_save, draft_of (self), self->uuid, NULL, on_saved, g_object_ref (self));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_waiting_form_close (SALON_WAITING_FORM (widget));
}

static void
on_actor_changed (SalonSession *session, SalonWaitingForm *self)
{
  salon_waiting_form_close (self);
}

/* ---- building */

static void
salon_waiting_form_dispose (GObject *object)
{
  SalonWaitingForm *self = SALON_WAITING_FORM (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->wishes, g_array_unref);
  g_clear_pointer (&self->uuid, g_free);
  G_OBJECT_CLASS (salon_waiting_form_parent_class)->dispose (object);
}

static void
salon_waiting_form_class_init (SalonWaitingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_waiting_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "wait.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "wait.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "wait.save", NULL);
}

static void
add_field (SalonWaitingForm *self, GtkWidget *box, const char *name, const char *label, gpointer control)
{
  GtkWidget *field = salon_form_field_new (name, label, GTK_WIDGET (control));

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);
}

static GtkWidget *
pair_new (GtkWidget *form)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (form), pair);
  return pair;
}

static void
build_wish (SalonWaitingForm *self)
{
  GtkWidget *services = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->services = SALON_TAG_LIST (salon_tag_list_new ());
  self->add_service = SALON_PICKER (salon_picker_new (_("Add a service"), _("add a service …")));
  self->employee = SALON_PICKER (salon_picker_new (C_ ("visit", "Master"), _("Any master")));
  gtk_box_append (GTK_BOX (services), GTK_WIDGET (self->services));
  gtk_box_append (GTK_BOX (services), GTK_WIDGET (self->add_service));
  add_field (self, self->form, "service_ids", C_ ("visit", "What"), services);
  add_field (self, self->form, "employee_id", C_ ("visit", "Master"), self->employee);
  g_signal_connect (self->add_service, "notify::selected", G_CALLBACK (on_add_service), self);
  g_signal_connect (self->services, "removed", G_CALLBACK (on_service_removed), self);
}

/* Two of them stand side by side in a narrow column. */
static SalonValueEntry *
narrow (GtkWidget *entry)
{
  GtkEditable *text = GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)));

  gtk_editable_set_width_chars (text, 4);
  gtk_editable_set_max_width_chars (text, 10);
  return SALON_VALUE_ENTRY (entry);
}

static void
build_when (SalonWaitingForm *self)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  GtkWidget *times = pair_new (self->form);

  self->from_day = SALON_VALUE_ENTRY (salon_date_entry_new (today));
  self->to_day = SALON_VALUE_ENTRY (salon_date_entry_new (today));
  self->from_time = narrow (salon_time_entry_new ());
  self->to_time = narrow (salon_time_entry_new ());
  add_field (self, self->form, "from_day", _("From day"), self->from_day);
  add_field (self, self->form, "to_day", _("To day"), self->to_day);
  add_field (self, times, "from_min", _("From time"), self->from_time);
  add_field (self, times, "to_min", _("To time"), self->to_time);
  self->weekdays = SALON_CHECK_CHIPS (salon_check_chips_new (_("Weekdays")));
  for (int i = 0; i < 7; i++) {
    int weekday = (salon_first_weekday () - 1 + i) % 7 + 1;

    salon_check_chips_append (self->weekdays, weekday, salon_weekday_short_name (weekday));
  }
  add_field (self, self->form, "weekdays", _("Weekdays (none = any)"), self->weekdays);
}

static void
build (SalonWaitingForm *self)
{
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));
  GtkWidget *save = gtk_button_new_with_label (_("Put on the waiting list"));
  GtkWidget *note = gtk_entry_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = salon_label_new (_("Waiting list"), "salon-heading");

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), close);
  gtk_box_append (GTK_BOX (self->form), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->form), head);
  build_wish (self);
  build_when (self);
  self->note = GTK_EDITABLE (note);
  add_field (self, self->form, "note", C_ ("visit", "Note"), note);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "wait.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "wait.close");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_box_append (GTK_BOX (self->form), save);
  self->save = save;
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
salon_waiting_form_init (SalonWaitingForm *self)
{
  self->wishes = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
}

/**
 * salon_waiting_form_new:
 *
 * Returns: (transfer floating): hidden until somebody is put down
 */
GtkWidget *
salon_waiting_form_new (SalonSession *session)
{
  SalonWaitingForm *self = g_object_new (SALON_TYPE_WAITING_FORM, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  build (self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}

/* When it has its place: the column then scrolls to it. */
static gboolean
focus_form (gpointer data)
{
  g_autoptr (SalonWaitingForm) self = data;

  if (self->session != NULL && self->client_id != 0)
    gtk_widget_grab_focus (self->save); /* as a rule nothing is left to say */
  return G_SOURCE_REMOVE;
}

/**
 * salon_waiting_form_open:
 * @wishes: (element-type SalonServiceWish) (nullable): what was about to be booked
 * @employee_id: 0 = any
 */
void
salon_waiting_form_open (SalonWaitingForm *self, gint64 client_id, const GArray *wishes, gint64 employee_id)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  self->client_id = client_id;
  g_free (self->uuid);
  self->uuid = salon_session_new_uuid ();
  g_array_set_size (self->wishes, 0);
  if (wishes != NULL)
    g_array_append_vals (self->wishes, wishes->data, wishes->len);
  salon_picker_set_selected (self->employee, employee_id);
  salon_value_entry_set_value (self->from_day, today);
  salon_value_entry_set_value (self->to_day, today + USUAL_DAYS);
  salon_value_entry_set_value (self->from_time, SALON_VALUE_NONE);
  salon_value_entry_set_value (self->to_time, SALON_VALUE_NONE);
  salon_check_chips_set_values (self->weekdays, NULL, 0);
  gtk_editable_set_text (self->note, "");
  salon_form_clear_errors (self->form);
  show_services (self);
  gtk_widget_set_visible (GTK_WIDGET (self), client_id != 0);
  if (client_id != 0)
    g_idle_add (focus_form, g_object_ref (self));
}

/**
 * salon_waiting_form_close: nobody is put down
 */
void
salon_waiting_form_close (SalonWaitingForm *self)
{
  gboolean focused = salon_has_focus (GTK_WIDGET (self));

  self->client_id = 0;
  if (focused)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
