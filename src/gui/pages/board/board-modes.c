/* List and month are made when they are first wanted; what is not in view reads and shows nothing. */
#include "config.h"

#include "gui/pages/board/board-modes.h"
#include "gui/pages/board/month-view.h"
#include "gui/parts/agenda.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

struct _SalonBoardModes {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkStack *stack;
  SalonScheduleView *columns;
  SalonAgenda *list;     /* NULL = not wanted yet */
  SalonMonthView *month; /* NULL = not wanted yet */
  SalonBoardMode mode;
  gboolean active;

  SalonBoard *board;
  gint64 employee_id;
  gboolean with_cancelled;
  GArray *hidden;
  SalonDay day;
};

enum { SELECT, ACTIVATE, VERB, STEP, DAY, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardModes, salon_board_modes, GTK_TYPE_WIDGET)

/* ---- callbacks */

static void
on_select (SalonAgenda *list, gint64 visit_id, gint64 line_id, SalonBoardModes *self)
{
  salon_schedule_view_select (self->columns, visit_id);
  g_signal_emit (self, signals[SELECT], 0, visit_id, line_id);
}

static void
on_activate (SalonAgenda *list, gint64 visit_id, SalonBoardModes *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0, visit_id);
}

static void
on_verb (SalonAgenda *list, gint64 visit_id, guint verb, SalonBoardModes *self)
{
  g_signal_emit (self, signals[VERB], 0, visit_id, verb);
}

static void
on_step (SalonAgenda *list, int days, SalonBoardModes *self)
{
  g_signal_emit (self, signals[STEP], 0, days);
}

static void
on_day (SalonMonthView *month, int day, SalonBoardModes *self)
{
  g_signal_emit (self, signals[DAY], 0, day, TRUE);
}

static void
on_moved (SalonMonthView *month, int day, SalonBoardModes *self)
{
  g_signal_emit (self, signals[DAY], 0, day, FALSE);
}

/* ---- showing */

static void
make_list (SalonBoardModes *self)
{
  self->list = SALON_AGENDA (salon_agenda_new (self->session));
  g_signal_connect (self->list, "select", G_CALLBACK (on_select), self);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->list, "verb", G_CALLBACK (on_verb), self);
  g_signal_connect (self->list, "step", G_CALLBACK (on_step), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
}

static void
make_month (SalonBoardModes *self)
{
  self->month = SALON_MONTH_VIEW (salon_month_view_new (self->session));
  g_signal_connect (self->month, "day", G_CALLBACK (on_day), self);
  g_signal_connect (self->month, "moved", G_CALLBACK (on_moved), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->month), "month");
}

static void
show_list (SalonBoardModes *self)
{
  salon_agenda_set_now (self->list, salon_clock_wall_minute (salon_session_clock (self->session)));
  salon_agenda_set_cancelled_shown (self->list, self->with_cancelled);
  salon_agenda_set_employee (self->list, self->employee_id);
  salon_agenda_set_hidden (self->list, self->hidden);
  salon_agenda_set_board (self->list, self->board);
  salon_agenda_select (self->list, salon_schedule_view_get_selected (self->columns));
}

static void
show (SalonBoardModes *self)
{
  static const char *const names[] = { "columns", "list", "month" };

  if (self->mode == SALON_BOARD_MODE_LIST && self->list == NULL)
    make_list (self);
  if (self->mode == SALON_BOARD_MODE_MONTH && self->month == NULL)
    make_month (self);
  if (self->mode == SALON_BOARD_MODE_LIST)
    show_list (self);
  if (self->month != NULL)
    salon_month_view_set_active (self->month, self->active && self->mode == SALON_BOARD_MODE_MONTH);
  if (self->mode == SALON_BOARD_MODE_MONTH && self->day != SALON_DAY_NONE)
    salon_month_view_set_day (self->month, self->day);
  gtk_stack_set_visible_child_name (self->stack, names[self->mode]);
}

/* ---- overrides */

static void
salon_board_modes_dispose (GObject *object)
{
  SalonBoardModes *self = SALON_BOARD_MODES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->board, salon_board_unref);
  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_board_modes_parent_class)->dispose (object);
}

static void
salon_board_modes_class_init (SalonBoardModesClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_modes_dispose;

  /**
   * SalonBoardModes::select: a visit was chosen in the list
   */
  signals[SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  /**
   * SalonBoardModes::activate: a visit of the list shall be opened
   */
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonBoardModes::verb: one verb that changes the state
   */
  signals[VERB] = g_signal_new ("verb", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);

  /**
   * SalonBoardModes::step: other days are wanted, so many later
   */
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonBoardModes::day: a day of the month was chosen
   * @open: and shall be shown
   */
  signals[DAY] = g_signal_new ("day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_board_modes_init (SalonBoardModes *self)
{
  self->day = SALON_DAY_NONE;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/* ---- public functions */

/**
 * salon_board_modes_new:
 * @columns: (transfer floating): the board; it stands here from now on, and is told what it shows by who made it
 *
 * Returns: (transfer floating): the columns, and on demand the others
 */
GtkWidget *
salon_board_modes_new (SalonSession *session, SalonScheduleView *columns)
{
  SalonBoardModes *self = g_object_new (SALON_TYPE_BOARD_MODES, NULL);

  self->session = g_object_ref (session);
  self->columns = columns;
  gtk_stack_add_named (self->stack, GTK_WIDGET (columns), "columns");
  salon_compat_hide_unseen_pages (self->stack);
  return GTK_WIDGET (self);
}

/**
 * salon_board_modes_set_mode:
 */
void
salon_board_modes_set_mode (SalonBoardModes *self, SalonBoardMode mode)
{
  self->mode = mode;
  show (self);
}

/**
 * salon_board_modes_get_mode:
 */
SalonBoardMode
salon_board_modes_get_mode (SalonBoardModes *self)
{
  return self->mode;
}

/**
 * salon_board_modes_set_board:
 * @employee_id: of a week, whose; else 0
 *
 * What the columns show, for the list.
 */
void
salon_board_modes_set_board (SalonBoardModes *self, SalonBoard *board, gint64 employee_id, gboolean with_cancelled)
{
  SalonBoard *before = self->board;

  self->board = salon_board_ref (board);
  self->employee_id = employee_id;
  self->with_cancelled = with_cancelled;
  if (self->mode == SALON_BOARD_MODE_LIST)
    show_list (self);
  g_clear_pointer (&before, salon_board_unref);
}

/**
 * salon_board_modes_set_day: which month is shown, and which day of it is chosen
 */
void
salon_board_modes_set_day (SalonBoardModes *self, SalonDay day)
{
  self->day = day;
  if (self->mode == SALON_BOARD_MODE_MONTH)
    salon_month_view_set_day (self->month, day);
}

/**
 * salon_board_modes_set_active: whether the page is in view
 */
void
salon_board_modes_set_active (SalonBoardModes *self, gboolean active)
{
  self->active = active;
  show (self);
}

/**
 * salon_board_modes_set_hidden:
 * @employee_ids: (nullable) (element-type gint64): who is not shown
 */
void
salon_board_modes_set_hidden (SalonBoardModes *self, const GArray *employee_ids)
{
  salon_schedule_view_set_hidden (self->columns, employee_ids);
  g_clear_pointer (&self->hidden, g_array_unref);
  self->hidden = employee_ids != NULL ? g_array_copy ((GArray *) employee_ids) : NULL;
  if (self->mode == SALON_BOARD_MODE_LIST)
    salon_agenda_set_hidden (self->list, self->hidden);
}

/**
 * salon_board_modes_select:
 * @visit_id: 0 = none
 */
void
salon_board_modes_select (SalonBoardModes *self, gint64 visit_id)
{
  salon_schedule_view_select (self->columns, visit_id);
  if (self->list != NULL)
    salon_agenda_select (self->list, visit_id);
}

/**
 * salon_board_modes_focus: the focus goes to what is in view
 */
void
salon_board_modes_focus (SalonBoardModes *self)
{
  if (self->mode == SALON_BOARD_MODE_LIST)
    salon_agenda_focus (self->list);
  else if (self->mode == SALON_BOARD_MODE_MONTH)
    salon_month_view_focus (self->month);
  else
    salon_schedule_view_focus (self->columns);
}
