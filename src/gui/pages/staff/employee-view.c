/* The card of one employee.  Each part saves what it holds as a draft of the employee. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/employee-view.h"
#include "gui/pages/staff/portrait.h"
#include "gui/pages/staff/skills.h"
#include "gui/pages/staff/staff-kinds.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/entity-list.h"
#include "gui/parts/hours-editor.h"
#include "gui/parts/notes.h"
#include "gui/parts/stranded-ask.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/color-row.h"

struct _SalonEmployeeView {
  GtkWidget parent_instance;

  SalonCard *person;
  GtkWidget *calendar;
  SalonPortrait *portrait;
  SalonEntityForm *form;
  GtkWidget *hours_card;
  SalonHoursEditor *hours;
  SalonStrandedAsk *ask; /* about the hours that were not written because of visits */
  GtkWidget *skills_card;
  SalonSkills *skills;
  SalonEntityList *absences;
  SalonEntityList *weekly_breaks;
  SalonEntityList *work_breaks;

  SalonSession *session;
  SalonEmployeeCard *card; /* NULL while she is new */
  guint n_saving;          /* drafts of services on their way */
};

enum { SIGNAL_ADDED, SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonEmployeeView, salon_employee_view, GTK_TYPE_WIDGET)

/* ---- what is asked */

static GListModel *
level_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEE_LEVELS)),
                                C_("level of an employee", "none"));
}

static const SalonAsk employee_asks[] = {
  { "first_name", N_("First name"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "surname", N_("Surname"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "title", N_("Position"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "level_id", N_("Level"), NULL, SALON_ASK_PICK, TRUE, NULL, level_items },
  { "phone", N_("Phone"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "email", N_("E-mail"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
  { "color", N_("Colour"), NULL, SALON_ASK_COLOR, FALSE, NULL, NULL },
  { "bookable", N_("Takes bookings"), NULL, SALON_ASK_YES_NO, FALSE, NULL, NULL },
  { "note", N_("Note"), NULL, SALON_ASK_LINES, FALSE, NULL, NULL },
};

/* ---- saving */

static gpointer
employee_request (gpointer orig, gpointer curr)
{
  return salon_employee_draft_new (orig, curr);
}

/* A draft that leaves her person as it is. */
static SalonEmployeeDraft *
draft_of (SalonEmployeeView *self)
{
  return salon_employee_draft_new (self->card->employee, self->card->employee);
}

static gboolean
say_result (SalonEmployeeView *self, GAsyncResult *result, const char *text)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (self->session, result, &done, &error)) {
    salon_note_error (GTK_WIDGET (self), error);
    return FALSE;
  }
  salon_note_done (GTK_WIDGET (self), text, &done);
  return TRUE;
}

static void
on_skills_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonEmployeeView) self = data;

  self->n_saving--;
  if (self->session != NULL && !say_result (self, result, _("Services of the employee saved.")) && self->card != NULL)
    salon_skills_set (self->skills, self->card->service_ids);
}

static void
on_skills (SalonSkills *skills, SalonEmployeeView *self)
{
  SalonEmployeeDraft *draft = NULL;

  if (self->card == NULL)
    return;
  draft = draft_of (self);
  draft->service_ids = salon_skills_get (skills);
  self->n_saving++;
  salon_session_submit (self->session, &salon_command_employee_save, draft, NULL, NULL, on_skills_saved, g_object_ref (self));
}

static void
on_hours_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonEmployeeView) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean saved = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (saved)
    salon_note_done (GTK_WIDGET (self), _("Hours of the employee saved."), &done);
  else if (!salon_stranded_ask_show (self->ask, error))
    salon_hours_editor_set_error (self->hours, error->message);
}

static void
save_hours (SalonEmployeeView *self, gboolean keep_visits)
{
  SalonEmployeeDraft *draft = NULL;

  if (self->card == NULL)
    return;
  salon_stranded_ask_hide (self->ask);
  draft = draft_of (self);
  draft->hours = salon_hours_editor_get (self->hours);
  draft->keep_visits = keep_visits;
  salon_session_submit (self->session, &salon_command_employee_save, draft, NULL, NULL, on_hours_saved, g_object_ref (self));
}

static void
on_hours (SalonHoursEditor *hours, SalonEmployeeView *self)
{
  save_hours (self, FALSE);
}

static void
on_keep (SalonStrandedAsk *ask, SalonEmployeeView *self)
{
  save_hours (self, TRUE);
}

static void
on_give_up (SalonStrandedAsk *ask, SalonEmployeeView *self)
{
  if (self->card != NULL)
    salon_hours_editor_set (self->hours, self->card->hours);
}

static void
on_photo_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonEmployeeView) self = data;

  if (self->session != NULL)
    say_result (self, result, _("Photo saved."));
}

static void
on_photo (SalonPortrait *portrait, SalonImage *image, SalonEmployeeView *self)
{
  SalonEmployeeDraft *draft = NULL;

  if (self->card == NULL)
    return;
  draft = draft_of (self);
  draft->thumb = g_bytes_ref (image->thumb);
  draft->view = g_bytes_ref (image->view);
  draft->width = image->width;
  draft->height = image->height;
  salon_session_submit (self->session, &salon_command_employee_save, draft, NULL, NULL, on_photo_saved, g_object_ref (self));
}

/* ---- callbacks */

static void
on_saved (SalonEntityForm *form, gint64 id, SalonEmployeeView *self)
{
  if (self->card == NULL)
    g_signal_emit (self, signals[SIGNAL_ADDED], 0, id);
}

static void
on_closed (SalonEntityForm *form, SalonEmployeeView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* ---- building */

static void
salon_employee_view_dispose (GObject *object)
{
  SalonEmployeeView *self = SALON_EMPLOYEE_VIEW (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->card);
  G_OBJECT_CLASS (salon_employee_view_parent_class)->dispose (object);
}

static void
salon_employee_view_class_init (SalonEmployeeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_employee_view_dispose;

  /**
   * SalonEmployeeView::added:
   * @id: of the new employee
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", SALON_TYPE_EMPLOYEE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonEmployeeView::closed: she was removed, or is not added after all
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_EMPLOYEE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_employee_view_init (SalonEmployeeView *self)
{
}

static void
on_calendar (GtkButton *button, SalonEmployeeView *self)
{
  if (self->card != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-calendar", "x", salon_entity_get_id (self->card->employee));
}

static GtkWidget *
build_person (SalonEmployeeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->person = SALON_CARD (salon_card_new (_("Person")));
  self->calendar = salon_icon_button_new ("salon-calendar-symbolic", _("Save the visits for a calendar"));
  g_signal_connect (self->calendar, "clicked", G_CALLBACK (on_calendar), self);
  salon_card_add_suffix (self->person, self->calendar);
  self->portrait = SALON_PORTRAIT (salon_portrait_new ());
  self->form = SALON_ENTITY_FORM (salon_entity_form_new (self->session, employee_asks, G_N_ELEMENTS (employee_asks)));
  salon_entity_form_set_saver (self->form, &salon_command_employee_save, employee_request);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->portrait));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  salon_card_set_child (self->person, box);
  g_signal_connect (self->portrait, "taken", G_CALLBACK (on_photo), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "removed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->form, "cancelled", G_CALLBACK (on_closed), self);
  return GTK_WIDGET (self->person);
}

static void
build_hours (SalonEmployeeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->hours = SALON_HOURS_EDITOR (salon_hours_editor_new (C_("employee", "free")));
  self->hours_card = salon_card_new (_("Weekly hours"));
  self->ask = SALON_STRANDED_ASK (salon_stranded_ask_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hours));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ask));
  salon_card_set_child (SALON_CARD (self->hours_card), box);
  g_signal_connect (self->hours, "commit", G_CALLBACK (on_hours), self);
  g_signal_connect (self->ask, "keep", G_CALLBACK (on_keep), self);
  g_signal_connect (self->ask, "give-up", G_CALLBACK (on_give_up), self);
}

static void
build_cards (SalonEmployeeView *self)
{
  self->skills = SALON_SKILLS (salon_skills_new (salon_directory_of (self->session)));
  self->skills_card = salon_card_new (_("Services she does"));
  salon_card_set_child (SALON_CARD (self->skills_card), GTK_WIDGET (self->skills));
  self->absences = SALON_ENTITY_LIST (salon_entity_list_new (self->session, &salon_kind_absences));
  self->weekly_breaks = SALON_ENTITY_LIST (salon_entity_list_new (self->session, &salon_kind_weekly_breaks));
  self->work_breaks = SALON_ENTITY_LIST (salon_entity_list_new (self->session, &salon_kind_work_breaks));
  g_signal_connect (self->skills, "changed", G_CALLBACK (on_skills), self);
}

static GtkWidget *
build (SalonEmployeeView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (left), build_person (self));
  build_hours (self);
  build_cards (self);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->absences));
  gtk_box_append (GTK_BOX (right), self->hours_card);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->weekly_breaks));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->work_breaks));
  gtk_box_append (GTK_BOX (right), self->skills_card);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_valign (right, GTK_ALIGN_START);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), right);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

/**
 * salon_employee_view_new:
 *
 * Returns: (transfer floating): a card of nobody
 */
GtkWidget *
salon_employee_view_new (SalonSession *session)
{
  SalonEmployeeView *self = g_object_new (SALON_TYPE_EMPLOYEE_VIEW, NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_parent (build (self), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
show_parts (SalonEmployeeView *self, gboolean all)
{
  gtk_widget_set_visible (self->calendar, all);
  gtk_widget_set_visible (GTK_WIDGET (self->portrait), all);
  gtk_widget_set_visible (self->hours_card, all);
  gtk_widget_set_visible (self->skills_card, all);
  gtk_widget_set_visible (GTK_WIDGET (self->absences), all);
  gtk_widget_set_visible (GTK_WIDGET (self->weekly_breaks), all);
  gtk_widget_set_visible (GTK_WIDGET (self->work_breaks), all);
}

/**
 * salon_employee_view_set_card: shows her as she is saved; what is being typed about her stays
 */
void
salon_employee_view_set_card (SalonEmployeeView *self, SalonEmployeeCard *card)
{
  gint64 id = salon_entity_get_id (card->employee);
  gboolean other = self->card == NULL || salon_entity_get_id (self->card->employee) != id;

  g_set_object (&self->card, card);
  salon_card_set_title (self->person, card->name);
  salon_portrait_show (self->portrait, id, card->name, card->thumb);
  salon_entity_form_set_entity (self->form, card->employee);
  if (other)
    salon_stranded_ask_hide (self->ask);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->ask))) /* else the typed ones are asked about */
    salon_hours_editor_set (self->hours, card->hours);
  if (other || self->n_saving == 0)
    salon_skills_set (self->skills, card->service_ids);
  salon_entity_list_set_owner (self->absences, id);
  salon_entity_list_set_items (self->absences, card->absences);
  salon_entity_list_set_owner (self->weekly_breaks, id);
  salon_entity_list_set_items (self->weekly_breaks, card->weekly_breaks);
  salon_entity_list_set_owner (self->work_breaks, id);
  salon_entity_list_set_items (self->work_breaks, card->work_breaks);
  show_parts (self, TRUE);
}

/**
 * salon_employee_view_start:
 * @n_employees: how many there are; decides the colour
 *
 * An empty card for a new employee.
 */
void
salon_employee_view_start (SalonEmployeeView *self, guint n_employees)
{
  g_autoptr (SalonEmployee) employee = salon_employee_new ();

  employee->bookable = 1;
  employee->color = salon_color_suggest (n_employees);
  g_clear_object (&self->card);
  salon_card_set_title (self->person, _("New employee"));
  salon_entity_form_start (self->form, employee);
  show_parts (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/**
 * salon_employee_view_set_editable: whether anything can be changed; all can be read in any case
 */
void
salon_employee_view_set_editable (SalonEmployeeView *self, gboolean editable)
{
  salon_portrait_set_editable (self->portrait, editable);
  salon_entity_form_set_editable (self->form, editable);
  gtk_widget_set_sensitive (self->hours_card, editable);
  gtk_widget_set_sensitive (self->skills_card, editable);
  salon_entity_list_set_editable (self->absences, editable);
  salon_entity_list_set_editable (self->weekly_breaks, editable);
  salon_entity_list_set_editable (self->work_breaks, editable);
}
