/* The right column of the desk.  What is asked for is an immutable draft (booking-draft.h), what is submitted and said of it is
 * made by booking-order.h; this widget shows the draft, asks for free times whenever it or the salon changes, and submits
 * the chosen one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/parts/booking-draft.h"
#include "gui/parts/booking-items.h"
#include "gui/parts/booking-order.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/booking-repeat.h"
#include "gui/parts/booking-slots.h"
#include "gui/parts/booking-wait.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/refusal.h"
#include "gui/parts/series-offer.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/slot-grid.h"
#include "model/entities/service.h"

struct _SalonBookingPanel {
  GtkWidget parent_instance;

  SalonCard *card;
  SalonBookingItems *items;
  SalonBookingSlots *slots;
  GtkWidget *hint;
  SalonBookingRepeat *repeat;
  SalonRefusal *refusal;
  GtkButton *book;
  SalonBookingWait *wait;
  GtkLabel *book_text; /* may take two lines: names are long */

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonBookingDraft *draft;
  char *uuid;       /* of the draft's operation */
  char *done;       /* what is said when it was booked */
  GCancellable *cancellable;
  gboolean accept_warnings;
  gboolean accept_alert;
  gboolean wants_focus;
  gboolean rests; /* a visit was just booked: no time is chosen until the user chooses one */
  gboolean as_last_time;
  SalonBookingPreset preset; /* all 0 = nobody pointed anywhere */
  gboolean stale; /* the times that are shown are those of another draft: nothing is booked of them */
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
  return self->waits ? NULL : salon_booking_slots_get_chosen (self->slots);
}

/* A button with a child of its own takes its name from nowhere. */
static void
set_book_text (SalonBookingPanel *self, const char *text)
{
  gtk_label_set_text (self->book_text, text);
  salon_set_accessible_label (self->book, text);
}

static SalonDay
today_of (SalonBookingPanel *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

static void
update_button (SalonBookingPanel *self)
{
  const SalonFreeSlot *slot = chosen_slot (self);
  g_autofree char *verb = NULL;

  if (!self->stale)
    salon_booking_repeat_set_booking (self->repeat, self->draft, slot);
  verb = salon_booking_order_verb (self->draft, slot, salon_booking_repeat_count (self->repeat), today_of (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->book), slot != NULL && !self->stale
                                                         && salon_booking_repeat_is_settled (self->repeat));
  set_book_text (self, verb);
}

static void
render (SalonBookingPanel *self)
{
  if (self->waits || !salon_directory_is_ready (self->directory))
    return;
  salon_booking_items_show (self->items, self->draft);
  salon_card_set_note (self->card, self->as_last_time ? _("as last time") : NULL);
  gtk_widget_set_visible (self->hint, salon_booking_draft_is_empty (self->draft));
  gtk_widget_set_visible (GTK_WIDGET (self->slots), !salon_booking_draft_is_empty (self->draft));
  update_button (self);
}

/* Nothing of it is seen yet. */
static void
replace_draft (SalonBookingPanel *self, SalonBookingDraft *draft)
{
  salon_booking_wait_set_draft (self->wait, draft);
  g_clear_pointer (&self->draft, salon_booking_draft_free);
  self->draft = draft;
  self->stale = TRUE;
  self->accept_warnings = FALSE;
  self->rests = FALSE;
  salon_refusal_hide (self->refusal);
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
choose_slot (SalonBookingPanel *self, gint64 keep)
{
  if (self->rests)
    return;
  salon_booking_slots_select (self->slots, keep);
  if (chosen_slot (self) == NULL)
    salon_booking_slots_select_first (self->slots);
}

/* Who has begun to type somewhere keeps the focus there; the list from which a service was just chosen is done with. */
static gboolean
somebody_types (SalonBookingPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->items)))
    return FALSE;
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
  self->stale = FALSE;
  salon_booking_slots_clear (self->slots);
  update_button (self);
}

static void
show_failure (SalonBookingPanel *self, const GError *error)
{
  if (self->draft == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, SALON_ERROR, SALON_ERROR_VALIDATION))
    salon_refusal_say (self->refusal, SALON_TONE_RED, error->message);
  else
    salon_note_error (GTK_WIDGET (self), error);
  clear_slots (self);
  show_draft (self);
}

static const char *
nothing_free (SalonBookingPanel *self)
{
  if (self->draft->wish == SALON_SOLVER_PARALLEL && salon_booking_draft_count (self->draft) > 1)
    return _("In the next 60 days these services cannot be done at the same time. Try one after another.");
  return _("No free time in the next 60 days. Choose any master or any room.");
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
  keep = self->waits ? SALON_SLOT_NONE : salon_booking_slots_get_selected (self->slots);
  show_draft (self);
  self->wants_focus |= !self->rests && salon_has_focus (GTK_WIDGET (self->slots));
  self->stale = FALSE;
  salon_booking_slots_fill (self->slots, found);
  choose_slot (self, keep);
  if (found->len == 0)
    salon_refusal_say (self->refusal, SALON_TONE_AMBER, nothing_free (self));
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

/* Where somebody pointed on the board holds until the booking is made.  Takes @draft. */
static SalonBookingDraft *
with_preset (SalonBookingPanel *self, SalonBookingDraft *draft)
{
  SalonBookingDraft *with = NULL;

  if (self->preset.start_min == 0 && self->preset.minutes == 0)
    return draft;
  with = salon_booking_draft_preset (draft, &self->preset);
  salon_booking_draft_free (draft);
  return with;
}

static void
on_last_time (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonAsLastTime) last = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (last == NULL || self->draft == NULL) {
    show_failure (self, error);
    return;
  }
  self->as_last_time = last->items->len > 0;
  replace_draft (self, with_preset (self, salon_booking_draft_set_items (self->draft, last->items)));
  ask_for_slots (self);
  if (last->items->len > 0)
    return;
  show_draft (self);
  if (self->wants_focus) {
    salon_booking_items_add (self->items);
    self->wants_focus = FALSE;
  }
}

/* ---- booking */

static void
on_booked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBookingPanel) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    if (self->draft == NULL)
      return;
    update_button (self);
    salon_refusal_show (self->refusal, error);
    return;
  }
  if (self->draft == NULL)
    return;
  salon_note_done (GTK_WIDGET (self), self->done, &done);
  salon_series_offer (GTK_WIDGET (self), self->session, &done);
  self->accept_alert = FALSE;
  self->preset = (SalonBookingPreset){ 0 };
  salon_booking_repeat_close (self->repeat);
  set_draft (self, salon_booking_draft_next (self->draft));
  self->rests = TRUE;
  salon_booking_slots_select (self->slots, SALON_SLOT_NONE);
  g_signal_emit (self, signals[SIGNAL_BOOKED], 0, done.id);
}

/* Nothing is booked whose dates are not all on the screen. */
static void
book (SalonBookingPanel *self, const char *override_reason)
{
  const SalonFreeSlot *slot = chosen_slot (self);
  SalonRecurrence recurrence = { 0 };
  g_autoptr (GArray) starts = salon_booking_repeat_get (self->repeat, &recurrence);
  const SalonBookingTerms terms = { override_reason, self->accept_warnings, self->accept_alert, &recurrence, starts };
  const SalonCommand *command = NULL;
  gpointer request = NULL;

  if (slot == NULL || self->stale || !salon_booking_repeat_is_settled (self->repeat))
    return;
  request = salon_booking_order_make (self->draft, slot, &terms, &command);
  g_free (self->done);
  self->done = salon_booking_order_done (slot, salon_booking_repeat_count (self->repeat), today_of (self));
  salon_session_submit (self->session, command, request, self->uuid, NULL, on_booked, g_object_ref (self));
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
  salon_refusal_hide (self->refusal);
  book (self, NULL);
}

static void
action_override (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBookingPanel *self = SALON_BOOKING_PANEL (widget);
  const char *reason = salon_refusal_need_reason (self->refusal);

  if (reason != NULL)
    book (self, reason);
}

static void
action_add_service (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_booking_items_add (SALON_BOOKING_PANEL (widget)->items);
}

/* ---- callbacks */

static void
on_added (SalonBookingItems *items, SalonBookingPanel *self)
{
  self->wants_focus = TRUE;
}

static void
on_edited (SalonBookingItems *items, gpointer draft, SalonBookingPanel *self)
{
  self->as_last_time = FALSE;
  set_draft (self, salon_booking_draft_copy (draft));
}

static void
on_slot_selected (SalonBookingSlots *slots, GParamSpec *spec, SalonBookingPanel *self)
{
  if (salon_booking_slots_get_selected (slots) != SALON_SLOT_NONE)
    self->rests = FALSE;
  update_button (self);
}

static void
on_repeat (SalonBookingRepeat *repeat, SalonBookingPanel *self)
{
  if (self->draft != NULL)
    update_button (self);
}

static void
on_slot_activated (SalonBookingSlots *slots, SalonBookingPanel *self)
{
  book (self, NULL);
}

static void
on_directory (SalonDirectory *directory, SalonBookingPanel *self)
{
  render (self);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonBookingPanel *self)
{
  if (salon_change_set_touches (changes, "visit") || salon_change_set_touches (changes, "employee")
      || salon_change_set_touches (changes, "room") || salon_change_set_touches (changes, "service")
      || salon_change_set_touches (changes, "work-hours")
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
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->done, g_free);
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
  gtk_widget_class_install_action (widget_class, "booking.add-service", NULL, action_add_service);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_ALT_MASK, "booking.add-service", NULL);
}

static void
build_button (SalonBookingPanel *self)
{
  self->book = GTK_BUTTON (gtk_button_new ());
  self->book_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_xalign (self->book_text, 0.5f);
  gtk_label_set_justify (self->book_text, GTK_JUSTIFY_CENTER);
  gtk_button_set_child (self->book, GTK_WIDGET (self->book_text));
  set_book_text (self, C_ ("verb", "Book"));
  gtk_widget_add_css_class (GTK_WIDGET (self->book), "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->book), "booking.book");
  salon_set_tooltip (GTK_WIDGET (self->book), _("Book (Enter)"));
}

/* Needs the session. */
static GtkWidget *
build (SalonBookingPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const SalonRefusalVerbs verbs = {
    .override_text = _("Book in spite of it"),
    .override_action = "booking.override",
    .accept_text = _("Book anyway"),
    .accept_action = "booking.accept",
    .read_action = "booking.acknowledge",
  };

  self->items = SALON_BOOKING_ITEMS (salon_booking_items_new (self->directory));
  self->slots = SALON_BOOKING_SLOTS (salon_booking_slots_new (self->session));
  self->hint = salon_wrapped_label_new (_("Choose a service to see the free times."), "dim-label");
  gtk_widget_set_vexpand (self->hint, TRUE);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  self->repeat = SALON_BOOKING_REPEAT (salon_booking_repeat_new (self->session));
  self->refusal = SALON_REFUSAL (salon_refusal_new (&verbs));
  self->wait = SALON_BOOKING_WAIT (salon_booking_wait_new (self->session));
  build_button (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->items));
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->slots));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->repeat));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refusal));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->book));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wait));
  return box;
}

static void
salon_booking_panel_init (SalonBookingPanel *self)
{
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
  self->card = SALON_CARD (salon_card_new (C_ ("verb", "Book")));
  salon_card_set_child (self->card, build (self));
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect (self->items, "added", G_CALLBACK (on_added), self);
  g_signal_connect (self->items, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect (self->slots, "notify::selected", G_CALLBACK (on_slot_selected), self);
  g_signal_connect (self->repeat, "changed", G_CALLBACK (on_repeat), self);
  g_signal_connect (self->slots, "activate", G_CALLBACK (on_slot_activated), self);
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
  salon_booking_repeat_close (self->repeat);
  replace_draft (self, with_preset (self, salon_booking_draft_new (client_id)));
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

/* Each service with its master if one does all; her add-ons as such. */
static GArray *
items_of_visit (SalonBookingPanel *self, const GArray *service_ids, gint64 employee_id)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem));

  for (guint i = 0; i < service_ids->len; i++) {
    SalonSlotsItem item = { .service_id = g_array_index (service_ids, gint64, i), .employee_id = employee_id };
    const SalonService *service = salon_directory_find (self->directory, SALON_DIRECTORY_SERVICES, item.service_id);

    item.is_addon = i > 0 && service != NULL && service->is_addon != 0;
    g_array_append_val (items, item);
  }
  return items;
}

/**
 * salon_booking_panel_move_visit:
 * @service_ids: (element-type gint64): of its lines
 * @employee_id: 0 = of several
 *
 * Offers other times for a visit that exists; choosing one moves it.
 */
void
salon_booking_panel_move_visit (SalonBookingPanel *self, gint64 visit_id, const GArray *service_ids,
                                gint64 employee_id)
{
  g_autoptr (GArray) items = items_of_visit (self, service_ids, employee_id);
  g_autoptr (SalonBookingDraft) with_items = salon_booking_draft_set_items (self->draft, items);

  self->as_last_time = FALSE;
  self->wants_focus = TRUE;
  set_draft (self, salon_booking_draft_move (with_items, visit_id));
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
 * be booked, else with the next one.  Holds until something is booked, also when the client is chosen afterwards.
 */
void
salon_booking_panel_preset (SalonBookingPanel *self, SalonResourceKind kind, gint64 resource_id, gint64 start_min)
{
  self->preset.employee_id = kind == SALON_RESOURCE_EMPLOYEE ? resource_id : 0;
  self->preset.room_id = kind == SALON_RESOURCE_ROOM ? resource_id : 0;
  self->preset.start_min = start_min;
  self->wants_focus = !salon_booking_draft_is_empty (self->draft);
  if (!self->waits) /* else it is taken over with what the client had last time */
    set_draft (self, salon_booking_draft_preset (self->draft, &self->preset));
}

/**
 * salon_booking_panel_set_inquiry:
 * @inquiry_id: 0, or a request: booking accepts it in the same command
 *
 * Holds as long as what salon_booking_panel_preset() says.
 */
void
salon_booking_panel_set_inquiry (SalonBookingPanel *self, gint64 inquiry_id)
{
  g_return_if_fail (SALON_IS_BOOKING_PANEL (self));

  if (self->preset.inquiry_id == inquiry_id)
    return;
  self->preset.inquiry_id = inquiry_id;
  if (!self->waits)
    set_draft (self, salon_booking_draft_preset (self->draft, &self->preset));
}

/**
 * salon_booking_panel_set_minutes:
 * @minutes: how long the booking was drawn; 0 = as the service is offered
 *
 * The length of a single service; several have their own.  Holds as long as what salon_booking_panel_preset() says.
 */
void
salon_booking_panel_set_minutes (SalonBookingPanel *self, int minutes)
{
  g_return_if_fail (SALON_IS_BOOKING_PANEL (self));

  if (self->preset.minutes == minutes)
    return;
  self->preset.minutes = minutes;
  if (!self->waits)
    set_draft (self, salon_booking_draft_preset (self->draft, &self->preset));
}

/**
 * salon_booking_panel_focus: the free times get the focus as soon as they are there
 */
void
salon_booking_panel_focus (SalonBookingPanel *self)
{
  self->wants_focus = TRUE;
  if (self->waits || !salon_booking_draft_is_empty (self->draft)) {
    if (!self->waits && !salon_booking_slots_is_empty (self->slots) && gtk_widget_grab_focus (GTK_WIDGET (self->slots)))
      self->wants_focus = FALSE;
    return;
  }
  self->wants_focus = FALSE;
  salon_booking_items_add (self->items);
}
