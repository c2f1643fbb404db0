/* A row keeps what it shows; when the board is loaded again only rows of which something has changed are made anew.
 *
 * Signals: verb (guint SalonVisitVerbs) - one verb that changes the state; open - it shall be opened. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/agenda-row.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/tone.h"

#define TIME_CHARS 12 /* "10:00–11:30" */

struct _SalonAgendaRow {
  GtkListBoxRow parent_instance;

  SalonSession *session;
  gint64 visit_id;
  gint64 line_id;
  gint64 start;
  SalonVisitState state;
  gboolean own;
  gboolean in_series;
  gboolean settled;
  char *spoken;
};

enum { VERB, OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonAgendaRow, salon_agenda_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct {
  guint flag;
  const char *icon;
  const char *tone;
  const char *label;
} Flag;

static const Flag flags[] = {
  { SALON_BOARD_FLAG_ALERT, "salon-alert-symbolic", "red", NC_ ("board", "alert") },
  { SALON_BOARD_FLAG_UNPAID, "salon-wallet-symbolic", "red", NC_ ("board", "not paid") },
  { SALON_BOARD_FLAG_LATE, "salon-late-symbolic", "amber", NC_ ("board", "late") },
  { SALON_BOARD_FLAG_NEW_CLIENT, "salon-star-symbolic", "blue", NC_ ("board", "new client") },
  { SALON_BOARD_FLAG_BIRTHDAY, "salon-cake-symbolic", "plum", NC_ ("board", "birthday") },
  { SALON_BOARD_FLAG_SERIES, "salon-repeat-symbolic", "grey", NC_ ("board", "one of a series") },
  { SALON_BOARD_FLAG_OVERRIDE, "salon-copy-symbolic", "amber", NC_ ("board", "overlap accepted") },
};

/* ---- words */

static gint64
end_of (const SalonBoardVisit *visit)
{
  gint64 end = 0;

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    end = MAX (end, line->start + salon_line_length (&line->shape));
  }
  return end;
}

static const SalonBoardLine *
first_line (const SalonBoardVisit *visit)
{
  const SalonBoardLine *first = NULL;

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if (first == NULL || line->start < first->start)
      first = line;
  }
  return first;
}

static char *
time_text (const SalonBoardVisit *visit)
{
  g_autofree char *from = salon_minute_format ((int) (first_line (visit)->start % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (end_of (visit) % SALON_MINUTES_A_DAY));

  return g_strconcat (from, "–", to, NULL);
}

static void
add_once (GPtrArray *list, const char *text)
{
  if (text != NULL && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) text);
}

static char *
join (GPtrArray *list, const char *separator)
{
  g_ptr_array_add (list, NULL);
  return g_strjoinv (separator, (char **) list->pdata);
}

static char *
services_text (const SalonBoardVisit *visit)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < visit->lines->len; i++)
    add_once (names, ((const SalonBoardLine *) visit->lines->pdata[i])->service);
  return join (names, " + ");
}

/* Who and where: "Anna, Ieva, Hall". */
static char *
places_text (const SalonBoard *board, const SalonBoardVisit *visit)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];
    const SalonBoardEmployee *employee = salon_board_find_employee (board, line->employee_id);

    add_once (names, employee != NULL ? employee->name : NULL);
  }
  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardRoom *room = salon_board_find_room (board, ((const SalonBoardLine *) visit->lines->pdata[i])->room_id);

    add_once (names, room != NULL ? room->name : NULL);
  }
  return join (names, ", ");
}

/* Everything that is seen, in the order in which it matters. */
static char *
spoken_text (const SalonBoard *board, const SalonBoardVisit *visit)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *places = places_text (board, visit);

  g_ptr_array_add (parts, time_text (visit));
  g_ptr_array_add (parts, g_strdup (visit->client));
  g_ptr_array_add (parts, services_text (visit));
  if (*places != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&places));
  g_ptr_array_add (parts, g_utf8_strdown (salon_look_label (salon_look_of_visit_state (visit->state)), -1));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((visit->flags & flags[i].flag) != 0)
      g_ptr_array_add (parts, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "board", flags[i].label)));
  if (visit->note != NULL)
    g_ptr_array_add (parts, g_strdup (visit->note));
  if (visit->state == SALON_VISIT_CANCELLED && visit->reason != NULL)
    g_ptr_array_add (parts, g_strdup (visit->reason));
  return join (parts, ", ");
}

/* ---- what is seen */

static GtkWidget *
short_label (const char *text, const char *css_class)
{
  GtkWidget *label = salon_label_new (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  salon_set_tooltip (label, text);
  return label;
}

static GtkWidget *
build_name (const SalonBoardVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), short_label (visit->client, "salon-heading"));
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    GtkWidget *icon = NULL;

    if ((visit->flags & flags[i].flag) == 0)
      continue;
    icon = gtk_image_new_from_icon_name (flags[i].icon);
    salon_set_tooltip (icon, g_dpgettext2 (GETTEXT_PACKAGE, "board", flags[i].label));
    gtk_widget_add_css_class (icon, flags[i].tone);
    gtk_box_append (GTK_BOX (box), icon);
  }
  return box;
}

static GtkWidget *
build_words (const SalonBoard *board, const SalonBoardVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *services = services_text (visit);
  g_autofree char *places = places_text (board, visit);
  const char *remark = visit->state == SALON_VISIT_CANCELLED && visit->reason != NULL ? visit->reason : visit->note;
  g_autofree char *second = g_strjoin (" · ", services, *places != '\0' ? places : remark, *places != '\0' ? remark : NULL, NULL);

  gtk_box_append (GTK_BOX (box), build_name (visit));
  gtk_box_append (GTK_BOX (box), short_label (second, "salon-secondary"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
build (SalonAgendaRow *self, const SalonBoard *board, const SalonBoardVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *time = time_text (visit);
  GtkWidget *when = salon_label_new (time, "salon-num");
  GtkWidget *state = salon_chip_new_for_look (salon_look_of_visit_state (visit->state));

  gtk_label_set_width_chars (GTK_LABEL (when), TIME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), build_words (board, visit));
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  salon_set_css_class (GTK_WIDGET (self), "quiet", !salon_visit_state_holds_time (visit->state));
}

/* ---- verbs */

static void
update_actions (SalonAgendaRow *self)
{
  const SalonActor *actor = salon_session_actor (self->session);
  SalonVisitSelection selection = { self->state, salon_agenda_row_get_day (self),
                                    salon_clock_today (salon_session_clock (self->session)), self->own, self->settled };
  SalonVisitVerbs verbs = salon_visit_verbs_for (&selection, salon_actor_permissions (actor));
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  for (guint i = 0; i < n; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), infos[i].action, (verbs & infos[i].verb) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.late", salon_visit_verbs_may_be_late (verbs));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.repeat",
                                 salon_visit_verbs_may_repeat (verbs, self->state, self->in_series));
}

static void
run_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (infos[i].action, name))
      g_signal_emit (widget, signals[VERB], 0, (guint) infos[i].verb);
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
action_late (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.visit-late", "x", SALON_AGENDA_ROW (widget)->visit_id);
}

static void
action_repeat (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.repeat-visit", "x", SALON_AGENDA_ROW (widget)->visit_id);
}

static void
action_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_visit_verbs_popup (widget, 60, gtk_widget_get_height (widget) / 2.0);
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, SalonAgendaRow *self)
{
  gtk_widget_activate (GTK_WIDGET (self));
  salon_visit_verbs_popup (GTK_WIDGET (self), x, y);
}

/* ---- overrides */

static void
salon_agenda_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (salon_agenda_row_parent_class)->size_allocate (widget, width, height, baseline);
  salon_menu_present (widget);
}

static void
salon_agenda_row_dispose (GObject *object)
{
  SalonAgendaRow *self = SALON_AGENDA_ROW (object);

  salon_menu_remove (GTK_WIDGET (self));
  g_clear_pointer (&self->spoken, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_agenda_row_parent_class)->dispose (object);
}

static void
salon_agenda_row_class_init (SalonAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_agenda_row_dispose;
  widget_class->size_allocate = salon_agenda_row_size_allocate;

  /**
   * SalonAgendaRow::verb: a change of state is wanted
   * @verb: one of #SalonVisitVerbs
   */
  signals[VERB] = g_signal_new ("verb", SALON_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);

  /**
   * SalonAgendaRow::open: the visit shall be opened
   */
  signals[OPEN] = g_signal_new ("open", SALON_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "visit.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "visit.menu", NULL, action_menu);
  gtk_widget_class_install_action (widget_class, "visit.late", NULL, action_late);
  gtk_widget_class_install_action (widget_class, "visit.repeat", NULL, action_repeat);
  salon_visit_verbs_install (widget_class, run_verb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "visit.cancel", NULL);
  salon_menu_add_keys (widget_class, "visit.menu");
}

static void
salon_agenda_row_init (SalonAgendaRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-agenda-row");
}

/* ---- public functions */

/**
 * salon_agenda_row_new:
 * @visit: with a line at least
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
salon_agenda_row_new (SalonSession *session, const SalonBoard *board, const SalonBoardVisit *visit)
{
  SalonAgendaRow *self = g_object_new (SALON_TYPE_AGENDA_ROW, NULL);

  self->session = g_object_ref (session);
  salon_agenda_row_set (self, board, visit);
  return GTK_WIDGET (self);
}

/**
 * salon_agenda_row_set:
 *
 * Shows the visit as it is now.
 */
void
salon_agenda_row_set (SalonAgendaRow *self, const SalonBoard *board, const SalonBoardVisit *visit)
{
  gint64 employee = salon_session_actor (self->session)->employee_id;
  g_autofree char *spoken = spoken_text (board, visit);
  const SalonBoardLine *first = first_line (visit);

  self->visit_id = visit->visit_id;
  self->line_id = first->line_id;
  self->start = first->start;
  self->state = visit->state;
  self->own = employee != 0;
  self->settled = visit->settled;
  self->in_series = (visit->flags & SALON_BOARD_FLAG_SERIES) != 0;
  for (guint i = 0; i < visit->lines->len; i++)
    self->own = self->own && ((const SalonBoardLine *) visit->lines->pdata[i])->employee_id == employee;
  update_actions (self);
  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  salon_set_accessible_label (self, self->spoken);
  build (self, board, visit);
}

/**
 * salon_agenda_row_get_visit:
 */
gint64
salon_agenda_row_get_visit (SalonAgendaRow *self)
{
  return self->visit_id;
}

/**
 * salon_agenda_row_get_line:
 *
 * Returns: id of its first line
 */
gint64
salon_agenda_row_get_line (SalonAgendaRow *self)
{
  return self->line_id;
}

/**
 * salon_agenda_row_get_start:
 *
 * Returns: absolute wall minute
 */
gint64
salon_agenda_row_get_start (SalonAgendaRow *self)
{
  return self->start;
}

/**
 * salon_agenda_row_get_day:
 *
 * Returns: the day on which it begins
 */
SalonDay
salon_agenda_row_get_day (SalonAgendaRow *self)
{
  return (SalonDay) (self->start / SALON_MINUTES_A_DAY);
}
