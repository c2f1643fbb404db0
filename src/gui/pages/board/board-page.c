/* Puts together what stands in the files beside it: header, strip, view and side; and turns what the view says into
 * commands.  The board that is shown is never changed here: after a command the salon says that it has changed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-choice.h"
#include "gui/pages/board/board-commands.h"
#include "gui/pages/board/board-frame.h"
#include "gui/pages/board/board-header.h"
#include "gui/pages/board/board-loader.h"
#include "gui/pages/board/board-menus.h"
#include "gui/pages/board/board-modes.h"
#include "gui/pages/board/board-page.h"
#include "gui/pages/board/board-side.h"
#include "gui/pages/board/board-strip.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/waiting-offer.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/page.h"
#include "gui/widgets/schedule-view.h"
#include "gui/widgets/shell.h"
#include "model/services/desk.h"

#define WEEK        7
#define NOW_SECONDS 20
#define BEFORE_NOW  60 /* minutes that are shown above the line of now */

struct _SalonBoardPage {
  GtkWidget parent_instance;

  SalonBoardFrame *frame;
  SalonBoardHeader *header;
  SalonBoardStrip *strip;
  SalonBoardSide *side;
  SalonScheduleView *view;
  SalonBoardModes *modes; /* the view, or a list or a month in its place */
  GtkStack *stack; /* "board" or "empty" */
  SalonEmptyState *empty;
  SalonBanner *banner;

  SalonSession *session;
  SalonBoardLoader *loader;
  SalonBoardCommands *commands;
  GSettings *memory; /* NULL = nothing is remembered */
  SalonDay day;      /* chosen; SALON_DAY_NONE = today, also tomorrow */
  SalonBoardView kind;
  gint64 employee_id; /* of the week; 0 = not chosen yet */
  char *colors;
  gboolean cancelled_shown;
  gboolean scrolled;
  gboolean wants_focus;
  gint64 wanted_visit; /* to be chosen as soon as its day is there */
  guint timer;
};

enum { PROP_0, PROP_VIEW, PROP_COLORS, PROP_CANCELLED, PROP_LIST, N_PROPS };
static GParamSpec *props[N_PROPS];

static void salon_board_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonBoardPage, salon_board_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_board_page_iface_init))

static const char *const kinds[] = { "employees", "rooms", "both", "week" }; /* by SalonBoardView */

/* ---- days ---- */

static SalonDay
today_of (SalonBoardPage *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

static SalonDay
shown_day (SalonBoardPage *self)
{
  return self->day != SALON_DAY_NONE ? self->day : today_of (self);
}

static int
n_days (SalonBoardPage *self)
{
  return self->kind == SALON_BOARD_DAYS ? WEEK : 1;
}

static gboolean
is_month (SalonBoardPage *self)
{
  return salon_board_modes_get_mode (self->modes) == SALON_BOARD_MODE_MONTH;
}

/* A month reads by itself. */
static void
load (SalonBoardPage *self)
{
  SalonDay day = salon_board_choice_first_day (shown_day (self), self->kind);

  salon_board_strip_set_day (self->strip, shown_day (self));
  salon_board_modes_set_day (self->modes, shown_day (self));
  if (is_month (self)) {
    salon_board_header_set_month (self->header, shown_day (self));
    gtk_stack_set_visible_child_name (self->stack, "board");
    if (self->wants_focus)
      salon_board_modes_focus (self->modes);
    self->wants_focus = FALSE;
    return;
  }
  salon_board_header_set_days (self->header, day, n_days (self));
  salon_board_loader_show (self->loader, day, n_days (self));
}

static void
show_day (SalonBoardPage *self, SalonDay day)
{
  self->day = day == today_of (self) ? SALON_DAY_NONE : day;
  load (self);
}

static void
step_days (SalonBoardPage *self, int steps)
{
  if (steps == 0) {
    self->scrolled = FALSE;
    show_day (self, today_of (self));
  } else if (is_month (self)) {
    show_day (self, salon_day_add_months (shown_day (self), steps));
  } else {
    show_day (self, shown_day (self) + steps * n_days (self));
  }
}

/* ---- what is shown ---- */

static void
show_now (SalonBoardPage *self)
{
  salon_schedule_view_set_now (self->view, salon_clock_wall_minute (salon_session_clock (self->session)));
}

static void
select_wanted (SalonBoardPage *self, const SalonBoard *board)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, self->wanted_visit);

  if (visit == NULL)
    return;
  salon_board_modes_select (self->modes, self->wanted_visit);
  if (visit->lines->len > 0)
    salon_schedule_view_show_minute (self->view, ((SalonBoardLine *) g_ptr_array_index (visit->lines, 0))->start - BEFORE_NOW);
  self->wanted_visit = 0;
  self->scrolled = TRUE;
}

static void
on_loaded (SalonBoardLoader *loader, SalonBoard *board, SalonBoardPage *self)
{
  gboolean had_focus = salon_has_focus (GTK_WIDGET (self->modes));
  gint64 employee = self->employee_id;

  if (is_month (self))
    return;
  self->employee_id = salon_board_choice_employee (board, employee, salon_schedule_view_get_selected (self->view));
  if (self->employee_id != employee)
    salon_board_header_set_employee (self->header, self->employee_id, self->kind == SALON_BOARD_DAYS);
  if (!salon_board_choice_has_columns (board, self->kind, self->employee_id)) {
    salon_board_choice_say_empty (self->empty, self->kind);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "board");
  show_now (self);
  if (!self->scrolled)
    salon_schedule_view_show_minute (self->view, salon_board_choice_minute (board, salon_session_clock (self->session), BEFORE_NOW));
  self->scrolled = TRUE;
  select_wanted (self, board);
  salon_schedule_view_set_board (self->view, board, self->kind, self->employee_id);
  salon_board_modes_set_board (self->modes, board, self->kind == SALON_BOARD_DAYS ? self->employee_id : 0, self->cancelled_shown);
  if ((had_focus || (self->wants_focus && self->wanted_visit == 0)) && !salon_has_focus (GTK_WIDGET (self->modes)))
    salon_board_modes_focus (self->modes);
  self->wants_focus = self->wants_focus && self->wanted_visit != 0;
}

static void
on_failed (SalonBoardLoader *loader, const GError *error, SalonBoardPage *self)
{
  salon_note_error (GTK_WIDGET (self), error);
}

static void
set_mode (SalonBoardPage *self, SalonBoardMode mode)
{
  if (salon_board_modes_get_mode (self->modes) == mode)
    return;
  salon_board_modes_set_mode (self->modes, mode);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
  self->wants_focus = TRUE;
  load (self);
}

static void
set_kind (SalonBoardPage *self, SalonBoardView kind)
{
  gboolean was_month = is_month (self);

  if (was_month)
    salon_board_modes_set_mode (self->modes, SALON_BOARD_MODE_COLUMNS);
  if (self->kind == kind && !was_month)
    return;
  self->kind = kind;
  if (kind == SALON_BOARD_DAYS)
    self->employee_id = 0;
  salon_board_header_set_employee (self->header, self->employee_id, kind == SALON_BOARD_DAYS);
  if (self->memory != NULL)
    g_settings_set_string (self->memory, "board-view", kinds[kind]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
  load (self);
}

static void
set_colors (SalonBoardPage *self, const char *colors)
{
  gboolean by_category = g_strcmp0 (colors, "category") == 0;

  g_free (self->colors);
  self->colors = g_strdup (by_category ? "category" : "state");
  salon_schedule_view_set_colors (self->view, by_category ? SALON_SCHEDULE_BY_CATEGORY : SALON_SCHEDULE_BY_STATE);
  if (self->memory != NULL)
    g_settings_set_string (self->memory, "board-colors", self->colors);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLORS]);
}

static void
set_kind_by_name (SalonBoardPage *self, const char *name)
{
  if (g_strcmp0 (name, "month") == 0)
    set_mode (self, SALON_BOARD_MODE_MONTH);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], name) == 0)
      set_kind (self, (SalonBoardView) i);
}

static void
set_cancelled_shown (SalonBoardPage *self, gboolean shown)
{
  self->cancelled_shown = shown;
  salon_schedule_view_set_cancelled_shown (self->view, shown);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CANCELLED]);
}

/* ---- the side ---- */

static void
open_visit (SalonBoardPage *self, gint64 visit_id, gboolean focus)
{
  salon_board_modes_select (self->modes, visit_id);
  salon_board_side_show_visit (self->side, visit_id);
  salon_board_frame_set_open (self->frame, SALON_BOARD_PART_SIDE, TRUE);
  if (focus)
    salon_board_side_focus_visit (self->side);
}

static void
begin_booking (SalonBoardPage *self, SalonResourceKind kind, gint64 resource, gint64 start, int minutes, gint64 inquiry_id)
{
  salon_board_modes_select (self->modes, 0);
  salon_board_frame_set_open (self->frame, SALON_BOARD_PART_SIDE, TRUE);
  salon_board_side_begin_booking (self->side, kind, resource, start, minutes, inquiry_id);
}

/* ---- what the view says ---- */

/* On a small screen the side does not push the board away at the first click. */
static void
on_select (GtkWidget *view, gint64 visit_id, gint64 line_id, SalonBoardPage *self)
{
  if (salon_board_frame_is_open (self->frame, SALON_BOARD_PART_SIDE))
    salon_board_side_show_visit (self->side, visit_id);
}

static void
on_activate (GtkWidget *view, gint64 visit_id, SalonBoardPage *self)
{
  open_visit (self, visit_id, TRUE);
}

static void
on_create (SalonScheduleView *view, int kind, gint64 resource, gint64 start, gint64 end, SalonBoardPage *self)
{
  begin_booking (self, (SalonResourceKind) kind, resource, start, (int) (end - start), 0);
}

static void
on_move (SalonScheduleView *view, const SalonBoardMove *move, SalonBoardPage *self)
{
  salon_board_commands_move (self->commands, salon_schedule_view_get_board (view), move);
}

static void
on_verb (GtkWidget *view, gint64 visit_id, guint verb, SalonBoardPage *self)
{
  if (verb == SALON_VISIT_VERB_CANCEL) {
    salon_board_modes_select (self->modes, visit_id);
    salon_board_frame_set_open (self->frame, SALON_BOARD_PART_SIDE, TRUE);
    salon_board_side_cancel_visit (self->side, visit_id);
    return;
  }
  salon_board_commands_verb (self->commands, salon_schedule_view_get_board (self->view), visit_id, (SalonVisitVerbs) verb);
}

static void
on_drop (SalonScheduleView *view, const SalonBoardDrop *drop, int kind, gint64 resource, gint64 start, SalonBoardPage *self)
{
  if (salon_side_lists_drop (salon_board_strip_get_lists (self->strip), drop, (SalonResourceKind) kind, resource, start))
    return;
  begin_booking (self, (SalonResourceKind) kind, resource, start, drop->minutes,
                 drop->kind == SALON_BOARD_DROP_REQUEST ? drop->id : 0);
  if (drop->client_id != 0 && drop->kind == SALON_BOARD_DROP_REQUEST)
    salon_board_side_take_client (self->side, drop->client_id); /* she may have signed with another name */
  else if (drop->client_id != 0)
    salon_board_side_book_for (self->side, drop->client_id, drop->label);
  else if (drop->kind == SALON_BOARD_DROP_REQUEST)
    salon_board_side_book_unknown (self->side, drop->label);
}

static void
on_step (GtkWidget *view, int days, SalonBoardPage *self)
{
  self->wants_focus = TRUE;
  step_days (self, days);
}

static void
on_menu (SalonScheduleView *view, GtkWidget *at, double x, double y, SalonBoardPage *self)
{
  salon_board_menus_popup (at, self->session, self->kind, x, y);
}

/* ---- callbacks ---- */

static void
on_day (gpointer source, int day, SalonBoardPage *self)
{
  show_day (self, day);
}

/* A day of the month that is opened is shown in columns. */
static void
on_month_day (SalonBoardModes *modes, int day, gboolean open, SalonBoardPage *self)
{
  self->day = day == today_of (self) ? SALON_DAY_NONE : day;
  self->wants_focus = open;
  if (open)
    set_kind (self, self->kind != SALON_BOARD_DAYS ? self->kind : SALON_BOARD_EMPLOYEES);
  else
    load (self);
}

static void
on_employee (SalonBoardHeader *header, gint64 employee_id, SalonBoardPage *self)
{
  self->employee_id = employee_id;
  load (self);
}

static void
on_filter (SalonBoardStrip *strip, SalonBoardPage *self)
{
  g_autoptr (GArray) hidden = salon_board_strip_get_hidden (strip);

  salon_board_modes_set_hidden (self->modes, hidden);
}

/* The board may have been read before or may be read after this is told: it is shown once more, by then with the visit. */
static void
on_booked (SalonBoardSide *side, gint64 visit_id, SalonBoardPage *self)
{
  self->wanted_visit = visit_id;
  self->wants_focus = TRUE;
  salon_board_modes_select (self->modes, visit_id);
  load (self);
}

static void
on_left (SalonBoardSide *side, SalonBoardPage *self)
{
  if (!salon_board_frame_is_wide (self->frame))
    salon_board_frame_set_open (self->frame, SALON_BOARD_PART_SIDE, FALSE);
}

static void
on_actor_changed (SalonSession *session, SalonBoardPage *self)
{
  const SalonActor *actor = salon_session_actor (session);

  salon_schedule_view_set_actor (self->view, salon_actor_permissions (actor), actor->employee_id);
}

static gboolean
on_timer (gpointer data)
{
  show_now (data);
  return G_SOURCE_CONTINUE;
}

/* ---- actions ---- */

static void
action_step (GtkWidget *widget, const char *name, GVariant *target)
{
  step_days (SALON_BOARD_PAGE (widget), g_str_equal (name, "board.today") ? 0 : g_str_equal (name, "board.next") ? 1 : -1);
}

static void
action_rooms (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (widget);

  set_kind (self, self->kind == SALON_BOARD_ROOMS ? SALON_BOARD_EMPLOYEES : SALON_BOARD_ROOMS);
}

static void
action_show (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (widget);

  self->wants_focus = TRUE;
  if (g_str_equal (name, "board.show-day")) {
    self->day = g_variant_get_int32 (target) == today_of (self) ? SALON_DAY_NONE : g_variant_get_int32 (target);
    set_kind (self, SALON_BOARD_EMPLOYEES);
    return;
  }
  set_kind (self, SALON_BOARD_DAYS);
  self->employee_id = g_variant_get_int64 (target);
  salon_board_header_set_employee (self->header, self->employee_id, TRUE);
}

static void
action_part (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_board_frame_toggle (SALON_BOARD_PAGE (widget)->frame, g_str_equal (name, "board.strip") ? SALON_BOARD_PART_STRIP : SALON_BOARD_PART_SIDE);
}

static void
action_zoom (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autofree char *action = g_strconcat ("schedule.", name + strlen ("board."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (SALON_BOARD_PAGE (widget)->view), action, NULL);
}

/* Of the day in view; in a week hers, of the day that was chosen last. */
static void
action_sheet (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (widget);
  g_autofree char *action = g_strconcat ("win.", name + strlen ("board."), NULL);

  gtk_widget_activate_action (widget, action, "(ix)", shown_day (self), self->kind == SALON_BOARD_DAYS ? self->employee_id : (gint64) 0);
}

static void
action_accept (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_board_commands_accept (SALON_BOARD_PAGE (widget)->commands);
  salon_board_modes_focus (SALON_BOARD_PAGE (widget)->modes);
}

/* ---- page ---- */

static void
board_activate (SalonPage *page)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (page);

  salon_board_loader_set_active (self->loader, TRUE);
  salon_board_strip_set_active (self->strip, TRUE);
  salon_board_modes_set_active (self->modes, TRUE);
  show_now (self);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (NOW_SECONDS, on_timer, self);
  self->wants_focus = TRUE;
  load (self);
}

static void
board_deactivate (SalonPage *page)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (page);

  g_clear_handle_id (&self->timer, g_source_remove);
  salon_board_loader_set_active (self->loader, FALSE);
  salon_board_strip_set_active (self->strip, FALSE);
  salon_board_modes_set_active (self->modes, FALSE);
}

static void
on_visit_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBoardPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDeskVisit) visit = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (visit == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  self->wanted_visit = visit->visit_id;
  self->wants_focus = TRUE;
  if (visit->state == SALON_VISIT_CANCELLED && !self->cancelled_shown)
    set_cancelled_shown (self, TRUE);
  show_day (self, (SalonDay) (visit->start_min / SALON_MINUTES_A_DAY));
  open_visit (self, visit->visit_id, FALSE);
}

static gboolean
board_open_text (SalonPage *page, const char *what, const char *text)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (page);

  if (!g_str_equal (what, "new-client") || !salon_board_side_is_booking (self->side))
    return FALSE;
  salon_board_side_book_unknown (self->side, text);
  return TRUE;
}

static gboolean
board_open (SalonPage *page, const char *what, gint64 id)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (page);

  if (g_str_equal (what, "client"))
    return salon_board_side_take_client (self->side, id);
  if (g_str_equal (what, "check-out-selected"))
    return salon_board_side_check_out (self->side);
  if (!g_str_equal (what, "visit")) {
    salon_board_frame_set_open (self->frame, SALON_BOARD_PART_SIDE, TRUE);
    return salon_board_side_ask (self->side, what, id);
  }
  salon_session_query (self->session, &salon_query_desk_visit, SALON_LANE_INTERACTIVE, salon_id_request_new (id), NULL,
                       on_visit_found, g_object_ref (self));
  return TRUE;
}

/* Esc: a drag, then what was refused, then the side. */
static gboolean
board_back (SalonPage *page)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (page);

  if (salon_schedule_view_give_up (self->view))
    return TRUE;
  if (salon_banner_is_shown (self->banner)) {
    salon_banner_hide (self->banner);
  } else if (salon_board_side_back (self->side)) {
    salon_board_modes_select (self->modes, 0);
    on_left (self->side, self);
  } else {
    return FALSE;
  }
  salon_board_modes_focus (self->modes);
  return TRUE;
}

static void
salon_board_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = board_activate;
  iface->deactivate = board_deactivate;
  iface->open = board_open;
  iface->open_text = board_open_text;
  iface->back = board_back;
}

/* ---- overrides ---- */

static void
salon_board_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (object);

  if (id == PROP_VIEW)
    g_value_set_string (value, is_month (self) ? "month" : kinds[self->kind]);
  else if (id == PROP_COLORS)
    g_value_set_string (value, self->colors);
  else if (id == PROP_LIST)
    g_value_set_boolean (value, salon_board_modes_get_mode (self->modes) == SALON_BOARD_MODE_LIST);
  else
    g_value_set_boolean (value, self->cancelled_shown);
}

static void
salon_board_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (object);

  if (id == PROP_VIEW)
    set_kind_by_name (self, g_value_get_string (value));
  else if (id == PROP_COLORS)
    set_colors (self, g_value_get_string (value));
  else if (id == PROP_LIST)
    set_mode (self, g_value_get_boolean (value) ? SALON_BOARD_MODE_LIST : SALON_BOARD_MODE_COLUMNS);
  else
    set_cancelled_shown (self, g_value_get_boolean (value));
}

static void
salon_board_page_dispose (GObject *object)
{
  SalonBoardPage *self = SALON_BOARD_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  if (self->commands != NULL)
    g_object_run_dispose (G_OBJECT (self->commands));
  g_clear_object (&self->commands);
  g_clear_object (&self->loader);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->memory);
  g_clear_object (&self->session);
  g_clear_pointer (&self->colors, g_free);
  G_OBJECT_CLASS (salon_board_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.previous", NULL, action_step);
  gtk_widget_class_install_action (widget_class, "board.next", NULL, action_step);
  gtk_widget_class_install_action (widget_class, "board.today", NULL, action_step);
  gtk_widget_class_install_action (widget_class, "board.rooms", NULL, action_rooms);
  gtk_widget_class_install_action (widget_class, "board.show-day", "i", action_show);
  gtk_widget_class_install_action (widget_class, "board.show-week", "x", action_show);
  gtk_widget_class_install_action (widget_class, "board.strip", NULL, action_part);
  gtk_widget_class_install_action (widget_class, "board.side", NULL, action_part);
  gtk_widget_class_install_action (widget_class, "board.zoom-in", NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "board.zoom-out", NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "board.zoom-normal", NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "board.accept", NULL, action_accept);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "board.accept", NULL);
  gtk_widget_class_install_property_action (widget_class, "board.view", "view");
  gtk_widget_class_install_property_action (widget_class, "board.colors", "colors");
  gtk_widget_class_install_property_action (widget_class, "board.cancelled", "cancelled-shown");
  gtk_widget_class_install_property_action (widget_class, "board.list", "list-shown");
  gtk_widget_class_install_action (widget_class, "board.print-sheet", NULL, action_sheet);
  gtk_widget_class_install_action (widget_class, "board.preview-sheet", NULL, action_sheet);
  gtk_widget_class_install_action (widget_class, "board.save-sheet", NULL, action_sheet);
}

static void
salon_board_page_class_init (SalonBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = salon_board_page_get_property;
  object_class->set_property = salon_board_page_set_property;
  object_class->dispose = salon_board_page_dispose;
  props[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "employees", flags);
  props[PROP_COLORS] = g_param_spec_string ("colors", NULL, NULL, "state", flags);
  props[PROP_CANCELLED] = g_param_spec_boolean ("cancelled-shown", NULL, NULL, FALSE, flags);
  props[PROP_LIST] = g_param_spec_boolean ("list-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* ---- building ---- */

static void
salon_board_page_init (SalonBoardPage *self)
{
  self->day = SALON_DAY_NONE;
  self->colors = g_strdup ("state");
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
}

static GtkWidget *
build_middle (SalonBoardPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = SALON_SCHEDULE_VIEW (salon_schedule_view_new ());
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-board-symbolic", "", ""));
  self->banner = SALON_BANNER (salon_banner_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->modes = SALON_BOARD_MODES (salon_board_modes_new (self->session, self->view));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->modes), "board");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stack));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->banner));
  gtk_widget_add_css_class (GTK_WIDGET (self->banner), "floating");
  gtk_widget_set_halign (GTK_WIDGET (self->banner), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->banner), GTK_ALIGN_END);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_widget_add_css_class (box, "salon-board");
  gtk_box_append (GTK_BOX (box), overlay);
  return box;
}

static void
build (SalonBoardPage *self)
{
  GtkWidget *middle = build_middle (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->header = SALON_BOARD_HEADER (salon_board_header_new (self->session));
  self->strip = SALON_BOARD_STRIP (salon_board_strip_new (self->session));
  self->side = SALON_BOARD_SIDE (salon_board_side_new (self->session));
  self->frame = SALON_BOARD_FRAME (salon_board_frame_new (GTK_WIDGET (self->strip), middle, GTK_WIDGET (self->side)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->frame), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), salon_waiting_offer_new (self->session)); /* seen also while the strip is closed */
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->frame));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->commands = salon_board_commands_new (self->session, GTK_WIDGET (self), self->banner);
  self->loader = salon_board_loader_new (self->session);
}

static void
connect_parts (SalonBoardPage *self)
{
  g_signal_connect (self->view, "select", G_CALLBACK (on_select), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->view, "create", G_CALLBACK (on_create), self);
  g_signal_connect (self->view, "move", G_CALLBACK (on_move), self);
  g_signal_connect (self->view, "verb", G_CALLBACK (on_verb), self);
  g_signal_connect (self->view, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect (self->view, "step", G_CALLBACK (on_step), self);
  g_signal_connect (self->view, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect (self->modes, "select", G_CALLBACK (on_select), self);
  g_signal_connect (self->modes, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->modes, "verb", G_CALLBACK (on_verb), self);
  g_signal_connect (self->modes, "step", G_CALLBACK (on_step), self);
  g_signal_connect (self->modes, "day", G_CALLBACK (on_month_day), self);
  g_signal_connect (self->header, "day", G_CALLBACK (on_day), self);
  g_signal_connect (self->header, "employee", G_CALLBACK (on_employee), self);
  g_signal_connect (self->strip, "day", G_CALLBACK (on_day), self);
  g_signal_connect (self->strip, "filter", G_CALLBACK (on_filter), self);
  g_signal_connect_object (self->side, "booked", G_CALLBACK (on_booked), self, 0);
  g_signal_connect (self->side, "left", G_CALLBACK (on_left), self);
  g_signal_connect (self->loader, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect (self->loader, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_object (self->session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
}

static void
recall (SalonBoardPage *self)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *kind = memory != NULL ? g_settings_get_string (memory, "board-view") : NULL;
  g_autofree char *colors = memory != NULL ? g_settings_get_string (memory, "board-colors") : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], kind) == 0)
      self->kind = (SalonBoardView) i;
  set_colors (self, colors);
  salon_board_header_set_employee (self->header, 0, self->kind == SALON_BOARD_DAYS);
  self->memory = g_steal_pointer (&memory);
}

/**
 * salon_board_page_new:
 *
 * Returns: (transfer floating): the board of today
 */
GtkWidget *
salon_board_page_new (SalonSession *session)
{
  SalonBoardPage *self = g_object_new (SALON_TYPE_BOARD_PAGE, NULL);

  self->session = g_object_ref (session);
  build (self);
  connect_parts (self);
  recall (self);
  on_actor_changed (session, self);
  return GTK_WIDGET (self);
}
