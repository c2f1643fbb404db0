/* The right column of the desk.  The draft is immutable (booking-draft.h); this widget renders it, asks for
 * free times whenever it or the salon changes, and books the chosen one.  Refusals that one key can
 * answer stand in a banner with the button that answers them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/booking-draft.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/slot-grid.h"
#include "gui/widgets/tag-list.h"
#include "model/entities/service.h"
#include "model/entities/service-category.h"

#define SLOTS_HEIGHT 150 /* pixels at least: three days */

struct _SalonBookingPanel {
  GtkWidget parent_instance;

  SalonCard *card;
  SalonTagList *services;
  SalonPicker *add_service;
  SalonPicker *employee;
  SalonPicker *room;
  SalonSlotGrid *slots;
  GtkWidget *slots_scroll;
  GtkWidget *hint;
  SalonBanner *banner;
  GtkWidget *reason_entry;
  GtkButton *book;
  GtkLabel *book_text; /* may take two lines: names are long */

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonBookingDraft *draft;
  GPtrArray *found; /* SalonFreeSlot */
  char *uuid;       /* of the draft's operation */
  GCancellable *cancellable;
  gboolean accept_warnings;
  gboolean accept_alert;
  gboolean filling;    /* the pickers follow the draft, not the other way round */
  gboolean wants_focus;
  gboolean rests; /* a visit was just booked: no time is chosen until the user chooses one */
  gboolean as_last_time;
  gboolean waits; /* for what concerns another client: until it is there all stays as it was */
};

G_DEFINE_FINAL_TYPE (SalonBookingPanel, salon_booking_panel, GTK_TYPE_WIDGET)

enum { SIGNAL_BOOKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void ask_for_slots (SalonBookingPanel *self);

/* ---- rendering */

static const SalonFreeSlot *
chosen_slot (SalonBookingPanel *self)
{
  gint64 start = salon_slot_grid_get_selected (self->slots);

  for (guint i = 0; !self->waits && self->found != NULL && i < self->found->len; i++)
    if (((SalonFreeSlot *) self->found->pdata[i])->start_min == start)
      return self->found->pdata[i];
  return NULL;
}

/* A button with a child of its own takes its name from nowhere. */
static void
set_book_text (SalonBookingPanel *self, const char *text)
{
  gtk_label_set_text (self->book_text, text);
  salon_set_accessible_label (self->book, text);
}

static void
update_button (SalonBookingPanel *self)
{
  const SalonFreeSlot *slot = chosen_slot (self);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *label = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->book), slot != NULL);
  if (slot != NULL) {
    g_autofree char *day = salon_day_format_relative ((SalonDay) (slot->start_min / SALON_MINUTES_A_DAY), today);
    g_autofree char *time = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));

    if (self->draft->moved_visit != 0)
      /* Translators: the button that gives a visit another time: a day, a time and the employee */
      label = g_strdup_printf (_("Move to %s %s, %s"), day, time, slot->employee);
    else
      /* Translators: the button that books: a day, a time and the employee */
      label = g_strdup_printf (_("Book %s %s, %s"), day, time, slot->employee);
  }
  set_book_text (self, label != NULL ? label : C_ ("verb", "Book"));
}

static guint32
color_of_service (SalonBookingPanel *self, const SalonService *service)
{
  const SalonServiceCategory *category =
      salon_directory_find (self->directory, SALON_DIRECTORY_SERVICE_CATEGORIES, service->service_category_id);

  return category != NULL ? (guint32) category->color : SALON_TAG_NO_MARK;
}

static void
fill_services (SalonBookingPanel *self)
{
  salon_tag_list_clear (self->services);
  for (guint i = 0; i < self->draft->service_ids->len; i++) {
    gint64 id = g_array_index (self->draft->service_ids, gint64, i);
    const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, id);

    if (service != NULL)
      salon_tag_list_append (self->services, i + 1, service->name, color_of_service (self, service), TRUE);
  }
}

static void
render (SalonBookingPanel *self)
{
  if (self->waits || !salon_directory_is_ready (self->directory))
    return;
  self->filling = TRUE;
  fill_services (self);
  salon_picker_set_selected (self->employee, self->draft->employee_id);
  salon_picker_set_selected (self->room, self->draft->room_id);
  salon_picker_set_selected (self->add_service, SALON_PICK_NONE);
  self->filling = FALSE;
  salon_card_set_note (self->card, self->as_last_time ? _("as last time") : NULL);
  gtk_widget_set_visible (self->hint, salon_booking_draft_is_empty (self->draft));
  gtk_widget_set_visible (self->slots_scroll, !salon_booking_draft_is_empty (self->draft));
  update_button (self);
}

/* Nothing of it is seen yet. */
static void
replace_draft (SalonBookingPanel *self, SalonBookingDraft *draft)
{
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  self->draft = draft;
  self->accept_warnings = FALSE;
  self->rests = FALSE;
  salon_banner_hide (self->banner);
  gtk_widget_set_visible (self->reason_entry, FALSE);
  g_free (self->uuid);
  self->uuid = salon_session_new_uuid ();
}

static void
set_draft (SalonBookingPanel *self, SalonBookingDraft *draft)
{
  self->waits = FALSE;
  replace_draft (self, draft);
  render (self);
  ask_for_slots (self);
}

/* ---- free times */

static void
fill_slots (SalonBookingPanel *self, gint64 keep)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  SalonDay day = SALON_DAY_NONE;

  salon_slot_grid_begin (self->slots);
  for (guint i = 0; i < self->found->len; i++) {
    const SalonFreeSlot *slot = self->found->pdata[i];
    g_autofree char *time = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));
    g_autofree char *tooltip = g_strjoin (" · ", slot->employee, slot->room, NULL);

    if (day != (SalonDay) (slot->start_min / SALON_MINUTES_A_DAY)) {
      g_autofree char *title = NULL;

      day = (SalonDay) (slot->start_min / SALON_MINUTES_A_DAY);
      title = salon_day_format_relative (day, today);
      salon_slot_grid_append_day (self->slots, title, NULL);
    }
    salon_slot_grid_append_slot (self->slots, slot->start_min, time, tooltip);
  }
  salon_slot_grid_end (self->slots);
  if (self->found->len == 0 || self->rests)
    return;
  salon_slot_grid_select (self->slots, keep);
  if (chosen_slot (self) != NULL)
    return;
  salon_slot_grid_select (self->slots, ((SalonFreeSlot *) self->found->pdata[0])->start_min);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->slots_scroll)), 0);
}

/* Who has begun to type somewhere keeps the focus there. */
static gboolean
somebody_types (SalonBookingPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
}

/* The draft of another client and what was found for it are shown together. */
static void
show_draft (SalonBookingPanel *self)
{
  if (!self->waits)
    return;
  self->waits = FALSE;
  render (self);
}

static void
clear_slots (SalonBookingPanel *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  salon_slot_grid_clear (self->slots);
  update_button (self);
}

static void
show_failure (SalonBookingPanel *self, const GError *error)
{
  if (self->draft == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  salon_note_error (GTK_WIDGET (self), error);
  if (self->waits)
    clear_slots (self);
  show_draft (self);
}

static void
on_slots (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingPanel) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = salon_session_query_finish (SALON_SESSION (source), result, &error);
  gint64 keep = 0;

  if (found == NULL) {
    show_failure (self, error);
    return;
  }
  if (self->draft == NULL) {
    g_ptr_array_unref (found);
    return;
  }
  keep = self->waits ? SALON_SLOT_NONE : salon_slot_grid_get_selected (self->slots);
  show_draft (self);
  self->wants_focus |= !self->rests && salon_has_focus (GTK_WIDGET (self->slots));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  fill_slots (self, keep);
  if (found->len == 0)
    salon_banner_show (self->banner, SALON_TONE_AMBER, _("No free time in the next 60 days. Choose any master or any room."));
  update_button (self);
  if (self->wants_focus && found->len > 0 && !somebody_types (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->slots));
  self->wants_focus = FALSE;
}

/* Whatever was asked before is of no use any more. */
static void
begin_question (SalonBookingPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
ask_for_slots (SalonBookingPanel *self)
{
  begin_question (self);
  if (salon_booking_draft_is_empty (self->draft)) {
    clear_slots (self);
    return;
  }
  salon_session_query (self->session, &salon_query_slots, SALON_LANE_INTERACTIVE, salon_booking_draft_slots (self->draft),
                       self->cancellable, on_slots, g_object_ref (self));
}

/* ---- as last time */

static void
on_last_time (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonAsLastTime) last = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (SalonBookingDraft) with_services = NULL;

  if (last == NULL || self->draft == NULL) {
    show_failure (self, error);
    return;
  }
  self->as_last_time = last->service_ids->len > 0;
  with_services = salon_booking_draft_set_services (self->draft, last->service_ids);
  replace_draft (self, salon_booking_draft_set_employee (with_services, last->employee_id));
  ask_for_slots (self);
  if (last->service_ids->len > 0)
    return;
  show_draft (self);
  if (self->wants_focus) {
    gtk_widget_grab_focus (GTK_WIDGET (self->add_service));
    self->wants_focus = FALSE;
  }
}

/* ---- booking */

static void
show_refusal (SalonBookingPanel *self, const GError *error)
{
  gboolean clash = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);

  salon_banner_show (self->banner, clash ? SALON_TONE_RED : SALON_TONE_AMBER, error->message);
  gtk_widget_set_visible (self->reason_entry, clash);
  if (clash)
    salon_banner_set_button (self->banner, _("Book in spite of it"), "booking.override");
  else if (g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING))
    salon_banner_set_button (self->banner, _("Book anyway"), "booking.accept");
  else if (g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_ALERT))
    salon_banner_set_button (self->banner, _("I have read it"), "booking.acknowledge");
  else
    salon_banner_set_button (self->banner, NULL, NULL);
}

static char *
booked_sentence (SalonBookingPanel *self)
{
  const SalonFreeSlot *slot = chosen_slot (self);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (slot == NULL)
    return g_strdup (_("Booked."));
  day = salon_day_format_relative ((SalonDay) (slot->start_min / SALON_MINUTES_A_DAY), today);
  time = salon_minute_format ((int) (slot->start_min % SALON_MINUTES_A_DAY));
  /* Translators: a note after booking: a day, a time and the employee */
  return g_strdup_printf (_("Booked: %s %s, %s"), day, time, slot->employee);
}

static void
on_booked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (self->draft == NULL)
      return;
    gtk_widget_set_sensitive (GTK_WIDGET (self->book), TRUE);
    show_refusal (self, error);
    return;
  }
  if (self->draft == NULL)
    return;
  text = booked_sentence (self);
  salon_note_done (GTK_WIDGET (self), text, &done);
  self->accept_alert = FALSE;
  set_draft (self, salon_booking_draft_move (self->draft, 0));
  self->rests = TRUE;
  salon_slot_grid_select (self->slots, SALON_SLOT_NONE);
  g_signal_emit (self, signals[SIGNAL_BOOKED], 0, done.id);
}

static void
book (SalonBookingPanel *self, const char *override_reason)
{
  const SalonFreeSlot *slot = chosen_slot (self);
  SalonBookingRequest *request = NULL;

  if (slot == NULL)
    return;
  if (self->draft->moved_visit != 0) {
    SalonMoveRequest *move = salon_move_request_new (self->draft->moved_visit, slot->start_min);

    move->employee_id = slot->employee_id;
    move->room_id = slot->room_id;
    move->override_reason = g_strdup (override_reason);
    move->accept_warnings = self->accept_warnings;
    salon_session_submit (self->session, &salon_command_move, move, self->uuid, NULL, on_booked, g_object_ref (self));
  } else {
    request = salon_booking_draft_request (self->draft, slot);
    request->override_reason = g_strdup (override_reason);
    request->accept_warnings = self->accept_warnings;
    request->accept_alert = self->accept_alert;
    salon_session_submit (self->session, &salon_command_book, request, self->uuid, NULL, on_booked, g_object_ref (self));
  }
  gtk_widget_set_sensitive (GTK_WIDGET (self->book), FALSE);
}

/* ---- actions */

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  book (SALON_BOOKING_PANEL (widget), NULL);
}

static void
action_accept (GtkWidget *widget, const char *name, GVariant *target)
{
  SALON_BOOKING_PANEL (widget)->accept_warnings = TRUE;
  book (SALON_BOOKING_PANEL (widget), NULL);
}

static void
action_acknowledge (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBookingPanel *self = SALON_BOOKING_PANEL (widget);

  self->accept_alert = TRUE;
  salon_banner_hide (self->banner);
  book (self, NULL);
}

static void
action_override (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBookingPanel *self = SALON_BOOKING_PANEL (widget);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_entry));

  if (*reason == '\0') {
    gtk_widget_grab_focus (self->reason_entry);
    return;
  }
  book (self, reason);
}

/* ---- callbacks */

static void
on_add_service (SalonPicker *picker, GParamSpec *spec, SalonBookingPanel *self)
{
  gint64 id = salon_picker_get_selected (picker);

  if (self->filling || id == SALON_PICK_NONE)
    return;
  self->as_last_time = FALSE;
  self->wants_focus = TRUE;
  set_draft (self, salon_booking_draft_add_service (self->draft, id));
}

static void
on_service_removed (SalonTagList *list, gint64 number, SalonBookingPanel *self)
{
  self->as_last_time = FALSE;
  set_draft (self, salon_booking_draft_remove_service (self->draft, (guint) number - 1));
}

static void
on_employee (SalonPicker *picker, GParamSpec *spec, SalonBookingPanel *self)
{
  if (!self->filling)
    set_draft (self, salon_booking_draft_set_employee (self->draft, salon_picker_get_selected (picker)));
}

static void
on_room (SalonPicker *picker, GParamSpec *spec, SalonBookingPanel *self)
{
  if (!self->filling)
    set_draft (self, salon_booking_draft_set_room (self->draft, salon_picker_get_selected (picker)));
}

static void
on_slot_selected (SalonSlotGrid *grid, GParamSpec *spec, SalonBookingPanel *self)
{
  if (salon_slot_grid_get_selected (grid) != SALON_SLOT_NONE)
    self->rests = FALSE;
  update_button (self);
}

static void
on_slot_activated (SalonSlotGrid *grid, gint64 start, SalonBookingPanel *self)
{
  book (self, NULL);
}

static void
on_directory (SalonDirectory *directory, SalonBookingPanel *self)
{
  g_autoptr (GListModel) services = salon_items_of_services (salon_directory_list (directory, SALON_DIRECTORY_SERVICES),
                                                             salon_directory_currency (directory));
  g_autoptr (GListModel) employees = salon_items_of_employees (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES));
  g_autoptr (GListModel) rooms = salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_ROOMS));

  self->filling = TRUE;
  salon_picker_set_items (self->add_service, services);
  salon_picker_set_items (self->employee, employees);
  salon_picker_set_items (self->room, rooms);
  self->filling = FALSE;
  render (self);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonBookingPanel *self)
{
  if (salon_change_set_touches (changes, "visit") || salon_change_set_touches (changes, "employee")
      || salon_change_set_touches (changes, "room") || salon_change_set_touches (changes, "work-hours")
      || salon_change_set_touches (changes, "holiday"))
    if (!self->waits || !salon_booking_draft_is_empty (self->draft))
      ask_for_slots (self);
}

/* ---- overrides */

static void
salon_booking_panel_dispose (GObject *object)
{
  SalonBookingPanel *self = SALON_BOOKING_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->uuid, g_free);
  G_OBJECT_CLASS (salon_booking_panel_parent_class)->dispose (object);
}

static void
salon_booking_panel_class_init (SalonBookingPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_booking_panel_dispose;

  /**
   * SalonBookingPanel::booked:
   * @visit: the visit that was made or moved
   */
  signals[SIGNAL_BOOKED] = g_signal_new ("booked", SALON_TYPE_BOOKING_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "booking.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "booking.accept", NULL, action_accept);
  gtk_widget_class_install_action (widget_class, "booking.acknowledge", NULL, action_acknowledge);
  gtk_widget_class_install_action (widget_class, "booking.override", NULL, action_override);
}

static GtkWidget *
build_pickers (SalonBookingPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->employee = SALON_PICKER (salon_picker_new (_("Master"), _("any master")));
  self->room = SALON_PICKER (salon_picker_new (_("Room"), _("any room")));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->employee));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->room));
  return box;
}

static GtkWidget *
build_slots (SalonBookingPanel *self)
{
  self->slots = SALON_SLOT_GRID (salon_slot_grid_new ());
  self->slots_scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->slots_scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->slots_scroll), GTK_WIDGET (self->slots));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->slots_scroll), SLOTS_HEIGHT);
  gtk_widget_set_vexpand (self->slots_scroll, TRUE);
  return self->slots_scroll;
}

static GtkWidget *
build (SalonBookingPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->services = SALON_TAG_LIST (salon_tag_list_new ());
  self->add_service = SALON_PICKER (salon_picker_new (_("Add a service"), _("add a service …")));
  self->hint = salon_wrapped_label_new (_("Choose a service to see the free times."), "dim-label");
  gtk_widget_set_vexpand (self->hint, TRUE);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  self->banner = SALON_BANNER (salon_banner_new ());
  self->reason_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason_entry), _("Reason for the overlap"));
  salon_set_accessible_label (self->reason_entry, _("Reason for the overlap"));
  gtk_widget_set_visible (self->reason_entry, FALSE);
  self->book = GTK_BUTTON (gtk_button_new ());
  self->book_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_xalign (self->book_text, 0.5f);
  gtk_label_set_justify (self->book_text, GTK_JUSTIFY_CENTER);
  gtk_button_set_child (self->book, GTK_WIDGET (self->book_text));
  set_book_text (self, C_ ("verb", "Book"));
  gtk_widget_add_css_class (GTK_WIDGET (self->book), "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->book), "booking.book");
  salon_set_tooltip (GTK_WIDGET (self->book), _("Book (Enter)"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->services));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add_service));
  gtk_box_append (GTK_BOX (box), build_pickers (self));
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), build_slots (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), self->reason_entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->book));
  return box;
}

static void
salon_booking_panel_init (SalonBookingPanel *self)
{
  self->card = SALON_CARD (salon_card_new (C_ ("verb", "Book")));
  salon_card_set_child (self->card, build (self));
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect (self->add_service, "notify::selected", G_CALLBACK (on_add_service), self);
  g_signal_connect (self->services, "removed", G_CALLBACK (on_service_removed), self);
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  g_signal_connect (self->room, "notify::selected", G_CALLBACK (on_room), self);
  g_signal_connect (self->slots, "notify::selected", G_CALLBACK (on_slot_selected), self);
  g_signal_connect (self->slots, "activate", G_CALLBACK (on_slot_activated), self);
}

/**
 * salon_booking_panel_new:
 *
 * Returns: (transfer floating): a panel for nobody yet
 */
GtkWidget *
salon_booking_panel_new (SalonSession *session)
{
  SalonBookingPanel *self = g_object_new (SALON_TYPE_BOOKING_PANEL, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  self->draft = salon_booking_draft_new (0);
  self->uuid = salon_session_new_uuid ();
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}

/**
 * salon_booking_panel_set_client:
 *
 * Begins a booking for a client: what she had last time with the same master is chosen.  What is shown changes once,
 * when the free times for it are known.
 */
void
salon_booking_panel_set_client (SalonBookingPanel *self, gint64 client_id)
{
  self->as_last_time = FALSE;
  self->accept_alert = FALSE;
  self->waits = TRUE;
  replace_draft (self, salon_booking_draft_new (client_id));
  begin_question (self);
  salon_session_query (self->session, &salon_query_as_last_time, SALON_LANE_INTERACTIVE, salon_id_request_new (client_id),
                       self->cancellable, on_last_time, g_object_ref (self));
}

/**
 * salon_booking_panel_set_new_client:
 *
 * The booking will make a client of @name and @phone.
 */
void
salon_booking_panel_set_new_client (SalonBookingPanel *self, const char *name, const char *phone)
{
  self->as_last_time = FALSE;
  set_draft (self, salon_booking_draft_set_person (self->draft, name, phone));
}

/**
 * salon_booking_panel_move_visit:
 *
 * @service_ids: (element-type gint64): of its lines
 * @employee_id: 0 = of several
 *
 * Offers other times for a visit that exists; choosing one moves it.
 */
void
salon_booking_panel_move_visit (SalonBookingPanel *self, gint64 visit_id, const GArray *service_ids,
                                gint64 employee_id)
{
  g_autoptr (SalonBookingDraft) with_services = salon_booking_draft_set_services (self->draft, service_ids);
  g_autoptr (SalonBookingDraft) with_employee = salon_booking_draft_set_employee (with_services, employee_id);

  self->as_last_time = FALSE;
  self->wants_focus = TRUE;
  set_draft (self, salon_booking_draft_move (with_employee, visit_id));
}

/**
 * salon_booking_panel_keep_moving:
 * @visit_id: the visit that the user looks at; 0 = none
 *
 * Unless it is this one that was to get another time, the panel books again.
 */
void
salon_booking_panel_keep_moving (SalonBookingPanel *self, gint64 visit_id)
{
  if (self->draft != NULL && self->draft->moved_visit != 0 && self->draft->moved_visit != visit_id)
    set_draft (self, salon_booking_draft_move (self->draft, 0));
}

/**
 * salon_booking_panel_preset:
 * @kind: what @resource_id is
 * @resource_id: the employee or the room; 0 = any
 * @start_min: absolute wall minute; 0 = now
 *
 * Takes over where somebody pointed on the board: free times begin with exactly that start if it is free for what is to
 * be booked, else with the next one.  Holds for this booking; services and client stay as they are.
 */
void
salon_booking_panel_preset (SalonBookingPanel *self, SalonResourceKind kind, gint64 resource_id, gint64 start_min)
{
  g_autoptr (SalonBookingDraft) with_resource =
      kind == SALON_RESOURCE_EMPLOYEE ? salon_booking_draft_set_employee (self->draft, resource_id)
                                      : salon_booking_draft_set_room (self->draft, resource_id);

  self->as_last_time = FALSE;
  self->wants_focus = !salon_booking_draft_is_empty (self->draft);
  set_draft (self, salon_booking_draft_set_from (with_resource, start_min));
}

/**
 * salon_booking_panel_focus: the free times get the focus as soon as they are there
 */
void
salon_booking_panel_focus (SalonBookingPanel *self)
{
  self->wants_focus = TRUE;
  if (!self->waits && self->found != NULL && self->found->len > 0 && gtk_widget_grab_focus (GTK_WIDGET (self->slots)))
    self->wants_focus = FALSE;
}
