/* Only buttons: what they do are actions of the page ("board.next"), so that keys and menus do the same. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-calendar.h"
#include "gui/pages/board/board-header.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/picker.h"

#define EMPLOYEE_WIDTH 150

struct _SalonBoardHeader {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  GtkMenuButton *date;
  GtkLabel *date_text;
  SalonBoardCalendar *calendar;
  SalonPicker *employee;
  gboolean filling;
};

enum { DAY, EMPLOYEE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardHeader, salon_board_header, GTK_TYPE_WIDGET)

/* ---- callbacks ---- */

static void
on_day (SalonBoardCalendar *calendar, int day, SalonBoardHeader *self)
{
  gtk_menu_button_popdown (self->date);
  g_signal_emit (self, signals[DAY], 0, day);
}

static void
on_popover_shown (GtkWidget *popover, SalonBoardHeader *self)
{
  salon_board_calendar_set_active (self->calendar, TRUE);
}

static void
on_popover_hidden (GtkWidget *popover, SalonBoardHeader *self)
{
  salon_board_calendar_set_active (self->calendar, FALSE);
}

static void
on_employee (SalonPicker *picker, GParamSpec *spec, SalonBoardHeader *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EMPLOYEE], 0, salon_picker_get_selected (picker));
}

static void
on_directory (SalonDirectory *directory, SalonBoardHeader *self)
{
  gint64 chosen = salon_picker_get_selected (self->employee);
  g_autoptr (GListModel) items = salon_items_of_employees (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES));

  self->filling = TRUE;
  salon_picker_set_items (self->employee, items);
  salon_picker_set_selected (self->employee, chosen);
  self->filling = FALSE;
}

/* ---- building ---- */

static GtkWidget *
icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = salon_icon_button_new (icon, label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
toggle (const char *text, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "salon-small-toggle");
  salon_set_accessible_label (button, text);
  if (tooltip != NULL)
    salon_set_tooltip (button, tooltip);
  return button;
}

static GtkWidget *
toggles_new (const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  salon_set_accessible_label (box, label);
  return box;
}

static GtkWidget *
build_date (SalonBoardHeader *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  self->date_text = GTK_LABEL (gtk_label_new (NULL));
  self->calendar = SALON_BOARD_CALENDAR (salon_board_calendar_new (self->session));
  gtk_widget_add_css_class (GTK_WIDGET (self->date_text), "salon-title");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->date_text));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-chevron-down-symbolic"));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_shown), self);
  g_signal_connect (popover, "hide", G_CALLBACK (on_popover_hidden), self);
  g_signal_connect (self->calendar, "chosen", G_CALLBACK (on_day), self);
  self->date = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->date, content);
  gtk_menu_button_set_popover (self->date, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "flat");
  return GTK_WIDGET (self->date);
}

static const struct {
  const char *label;
  const char *action;
  const char *tooltip;
} views[] = {
  { NC_ ("board", "Employees"), "board.view::employees", N_ ("A column for each employee (F6)") },
  { NC_ ("board", "Rooms"), "board.view::rooms", N_ ("A column for each room (F6)") },
  { NC_ ("board", "Both"), "board.view::both", N_ ("Employees and rooms side by side") },
  { NC_ ("board", "Week"), "board.view::week", N_ ("The week of one employee") },
  { NC_ ("board", "Month"), "board.view::month", N_ ("How full the days of a month are") },
};

static GtkWidget *
build_view_toggles (void)
{
  GtkWidget *box = toggles_new (_("Columns"));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_box_append (GTK_BOX (box), toggle (g_dpgettext2 (GETTEXT_PACKAGE, "board", views[i].label), views[i].action, _(views[i].tooltip)));
  return box;
}

static GtkWidget *
build_view_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_menu_append (menu, g_dpgettext2 (GETTEXT_PACKAGE, "board", views[i].label), views[i].action);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Columns"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* Side by side where there is room, else, with large text on a small screen, as a menu. */
static GtkWidget *
build_views (void)
{
  return salon_compat_squeezer_new (build_view_toggles (), build_view_menu ());
}

static GtkWidget *
build_colors (void)
{
  GtkWidget *box = toggles_new (_("Colours"));

  gtk_box_append (GTK_BOX (box), toggle (C_ ("board", "State"), "board.colors::state", _("Colours tell the state of a visit")));
  gtk_box_append (GTK_BOX (box), toggle (C_ ("board", "Category"), "board.colors::category", _("Colours tell the category of the service")));
  return box;
}

static GtkWidget *
build_zoom (void)
{
  GtkWidget *box = toggles_new (_("Size of the rows"));
  const char *const actions[] = { "board.zoom-out", "board.zoom-normal", "board.zoom-in" };
  const char *const labels[] = { "−", "100 %", "+" };
  const char *const names[] = { _("Smaller (Ctrl+−)"), _("Usual size (Ctrl+0)"), _("Larger (Ctrl++)") };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *button = gtk_button_new_with_label (labels[i]);

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[i]);
    gtk_widget_add_css_class (button, "salon-small-toggle");
    salon_set_tooltip (button, names[i]);
    salon_set_accessible_label (button, names[i]);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static void
add_line (GtkGrid *grid, int row, const char *label, GtkWidget *control)
{
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  gtk_grid_attach (grid, salon_label_new (label, "salon-secondary"), 0, row, 1, 1);
  gtk_grid_attach (grid, control, 1, row, 1, 1);
}

/* A dialog is about to come. */
static void
on_sheet_clicked (GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static GtkWidget *
build_sheet (void)
{
  GtkWidget *box = toggles_new (_("Sheet of the day"));
  const char *const actions[] = { "board.print-sheet", "board.preview-sheet", "board.save-sheet" };
  const char *const labels[] = { C_ ("sheet", "Print…"), C_ ("sheet", "Look"), C_ ("sheet", "Save…") };
  const char *const names[] = { _("Print the sheet of the day"), _("Look at the sheet of the day"), _("Save the sheet of the day") };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *button = gtk_button_new_with_label (labels[i]);

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[i]);
    g_signal_connect (button, "clicked", G_CALLBACK (on_sheet_clicked), NULL);
    gtk_widget_add_css_class (button, "salon-small-toggle");
    salon_set_tooltip (button, names[i]);
    salon_set_accessible_label (button, names[i]);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

/* What is changed once a month is not always in view. */
static GtkWidget *
build_looks (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *list = gtk_check_button_new_with_label (_("As a list by time"));
  GtkWidget *cancelled = gtk_check_button_new_with_label (_("Show cancelled visits, too"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  add_line (GTK_GRID (grid), 0, _("Colours"), build_colors ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (list), "board.list");
  add_line (GTK_GRID (grid), 1, _("Size of the rows"), build_zoom ());
  gtk_grid_attach (GTK_GRID (grid), list, 0, 2, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), cancelled, 0, 3, 2, 1);
  add_line (GTK_GRID (grid), 4, _("Sheet of the day"), build_sheet ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancelled), "board.cancelled");
  gtk_widget_add_css_class (popover, "salon-explanation");
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "salon-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  salon_set_tooltip (button, _("How the board looks"));
  salon_set_accessible_label (button, _("How the board looks"));
  return button;
}

static void
add (SalonBoardHeader *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
build (SalonBoardHeader *self)
{
  GtkWidget *today = gtk_button_new_with_label (C_ ("board", "Today"));
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "board.today");
  gtk_widget_add_css_class (today, "salon-outlined");
  gtk_widget_set_valign (today, GTK_ALIGN_CENTER);
  salon_set_tooltip (today, _("Today (Home)"));
  gtk_widget_set_hexpand (room, TRUE);
  self->employee = SALON_PICKER (salon_picker_new (_("Whose week"), _("Choose an employee …")));
  gtk_widget_set_visible (GTK_WIDGET (self->employee), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->employee), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->employee), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->employee), EMPLOYEE_WIDTH, -1);
  add (self, icon_button ("salon-columns-symbolic", _("Calendar and lists at the side"), "board.strip"));
  add (self, icon_button ("salon-chevron-left-symbolic", _("Earlier (Page Up)"), "board.previous"));
  add (self, icon_button ("salon-chevron-right-symbolic", _("Later (Page Down)"), "board.next"));
  add (self, build_date (self));
  add (self, today);
  add (self, room);
  add (self, GTK_WIDGET (self->employee));
  add (self, build_views ());
  add (self, build_looks ());
  add (self, icon_button ("salon-info-symbolic", _("The chosen visit at the side"), "board.side"));
}

static void
salon_board_header_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_BOARD_HEADER (object)->session);
  G_OBJECT_CLASS (salon_board_header_parent_class)->dispose (object);
}

static void
salon_board_header_class_init (SalonBoardHeaderClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_header_dispose;

  /**
   * SalonBoardHeader::day:
   * @day: a #SalonDay that was chosen
   */
  signals[DAY] = g_signal_new ("day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonBoardHeader::employee:
   * @employee_id: whose week is wanted
   */
  signals[EMPLOYEE] = g_signal_new ("employee", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "boardheader");
}

static void
salon_board_header_init (SalonBoardHeader *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

/**
 * salon_board_header_new:
 */
GtkWidget *
salon_board_header_new (SalonSession *session)
{
  SalonBoardHeader *self = g_object_new (SALON_TYPE_BOARD_HEADER, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  build (self);
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}

static char *
days_text (SalonDay first_day, int n_days)
{
  g_autofree char *first = n_days > 1 ? salon_day_format_without_year (first_day) : salon_day_format (first_day);
  g_autofree char *last = salon_day_format (first_day + n_days - 1);

  if (n_days > 1)
    return g_strdup_printf ("%s – %s", first, last);
  /* Translators: heading of the board: the weekday, the date */
  return g_strdup_printf (C_ ("board", "%s, %s"), salon_weekday_short_name (salon_day_weekday (first_day)), first);
}

/**
 * salon_board_header_set_days:
 * @n_days: 1, or 7 for a week
 */
void
salon_board_header_set_days (SalonBoardHeader *self, SalonDay first_day, int n_days)
{
  g_autofree char *text = days_text (first_day, n_days);

  g_return_if_fail (SALON_IS_BOARD_HEADER (self));

  gtk_label_set_text (self->date_text, text);
  salon_set_css_class (GTK_WIDGET (self->date_text), "salon-title", n_days == 1); /* a week has the longer text */
  salon_set_css_class (GTK_WIDGET (self->date_text), "salon-heading", n_days > 1);
  salon_set_accessible_label (self->date, text);
  salon_board_calendar_set_day (self->calendar, first_day);
}

/**
 * salon_board_header_set_month:
 * @day: any day of the month that is shown
 */
void
salon_board_header_set_month (SalonBoardHeader *self, SalonDay day)
{
  g_autofree char *text = salon_day_format_month (day);

  g_return_if_fail (SALON_IS_BOARD_HEADER (self));

  gtk_label_set_text (self->date_text, text);
  salon_set_css_class (GTK_WIDGET (self->date_text), "salon-title", TRUE);
  salon_set_css_class (GTK_WIDGET (self->date_text), "salon-heading", FALSE);
  salon_set_accessible_label (self->date, text);
  salon_board_calendar_set_day (self->calendar, day);
}

/**
 * salon_board_header_set_employee:
 * @shown: whether one can choose another
 */
void
salon_board_header_set_employee (SalonBoardHeader *self, gint64 employee_id, gboolean shown)
{
  g_return_if_fail (SALON_IS_BOARD_HEADER (self));

  self->filling = TRUE;
  salon_picker_set_selected (self->employee, employee_id);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->employee), shown);
}
