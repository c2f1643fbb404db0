/* All employees at the left in their order on the desk; the chosen one beside them.  Behind a switch the month of
 * shifts; over both, when it is called, the sick-day helper. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/employee-view.h"
#include "gui/pages/staff/shifts-view.h"
#include "gui/pages/staff/staff-page.h"
#include "gui/pages/staff/staff-row.h"
#include "gui/parts/notes.h"
#include "gui/parts/sick-day-view.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/page.h"
#include "model/entities/change-set.h"
#include "model/rules/permission.h"

#define LIST_WIDTH 240

struct _SalonStaffPage {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkListBox *list;
  GtkWidget *add;
  SalonBanner *banner;
  GtkStack *stack; /* "nobody" or "employee" */
  SalonEmployeeView *view;
  GtkStack *views;  /* "people" or "shifts" */
  GtkStack *sheets; /* "staff" or "sick-day" */
  SalonShiftsView *shifts;
  SalonSickDayView *sick_day;

  SalonSession *session;
  gint64 selected; /* id of whom is shown; 0 = nobody, or somebody new */
  guint generation;
  gboolean filling;
  gboolean starting; /* somebody new is being typed */
};

static void salon_staff_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonStaffPage, salon_staff_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_staff_page_iface_init))

/* ---- rows */

static int
count_rows (SalonStaffPage *self)
{
  int n = 0;

  while (salon_order_row_at (self->list, n) != NULL)
    n++;
  return n;
}

static void
on_moved (SalonStaffRow *row, SalonStaffPage *self)
{
  salon_order_save (self->list, self->session, salon_employee_get_type ());
}

/* ---- showing */

static SalonStaffRow *
add_row (SalonStaffPage *self, SalonEmployeeCard *card, int index)
{
  GtkWidget *row = salon_staff_row_new (card);

  g_signal_connect (row, "moved", G_CALLBACK (on_moved), self);
  gtk_list_box_insert (self->list, row, index);
  return SALON_STAFF_ROW (row);
}

static void
update_rows (SalonStaffPage *self, GPtrArray *cards)
{
  gboolean may = salon_role_may ((SalonRole) salon_session_actor (self->session)->role, SALON_PERMISSION_STAFF_EDIT);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < cards->len; i++) {
    gint64 id = salon_entity_get_id (((SalonEmployeeCard *) cards->pdata[i])->employee);

    g_array_append_val (ids, id);
  }
  salon_order_keep (self->list, ids);
  for (guint i = 0; i < cards->len; i++) {
    SalonStaffRow *row = salon_order_row_settle (self->list, g_array_index (ids, gint64, i), (int) i);

    if (row == NULL)
      row = add_row (self, cards->pdata[i], (int) i);
    salon_staff_row_set_card (row, cards->pdata[i]);
    salon_order_row_set_movable (SALON_ORDER_ROW (row), may);
  }
}

static void
show_row (SalonStaffPage *self, SalonStaffRow *row)
{
  self->starting = FALSE;
  self->selected = row != NULL ? salon_order_row_get_id (SALON_ORDER_ROW (row)) : 0;
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
  if (row != NULL)
    salon_employee_view_set_card (self->view, salon_staff_row_get_card (row));
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "employee" : "nobody");
}

static void
show_staff (SalonStaffPage *self, GPtrArray *cards)
{
  g_autofree char *count = g_strdup_printf ("%u", cards->len);
  SalonStaffRow *row = NULL;

  self->filling = TRUE;
  update_rows (self, cards);
  self->filling = FALSE;
  salon_card_set_note (self->card, cards->len > 0 ? count : NULL);
  if (self->starting)
    return;
  row = salon_order_row_find (self->list, self->selected);
  show_row (self, row != NULL ? row : salon_order_row_at (self->list, 0));
}

/* ---- loading */

typedef struct {
  SalonStaffPage *page; /* strong */
  guint generation;
} Asked;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonStaffPage) self = asked->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation)
    return;
  if (cards != NULL)
    show_staff (self, cards);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
load (SalonStaffPage *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), ++self->generation };
  salon_session_query (self->session, &salon_query_staff, SALON_LANE_INTERACTIVE, NULL, NULL, on_loaded, asked);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonStaffPage *self)
{
  static const char *const topics[] = { "employee", "employee-service", "work-hours", "work-break", "weekly-break", "absence", "visit" };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (salon_change_set_touches (changes, topics[i])) {
      load (self);
      return;
    }
}

static void
update_permission (SalonStaffPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean may = salon_permission_check (salon_session_actor (self->session), SALON_PERMISSION_STAFF_EDIT, &error);

  if (may)
    salon_banner_hide (self->banner);
  else
    salon_banner_show (self->banner, SALON_TONE_GREY, error->message);
  gtk_widget_set_visible (self->add, may);
  salon_employee_view_set_editable (self->view, may);
}

static void
on_actor_changed (SalonSession *session, SalonStaffPage *self)
{
  update_permission (self);
}

/* ---- page */

static void
staff_activate (SalonPage *page)
{
  update_permission (SALON_STAFF_PAGE (page));
  load (SALON_STAFF_PAGE (page));
}

static gboolean
staff_open (SalonPage *page, const char *what, gint64 id)
{
  SalonStaffPage *self = SALON_STAFF_PAGE (page);

  if (!g_str_equal (what, "employee"))
    return FALSE;
  self->selected = id;
  self->starting = FALSE;
  gtk_stack_set_visible_child_name (self->sheets, "staff");
  gtk_stack_set_visible_child_name (self->views, "people");
  load (self);
  return TRUE;
}

/* "7 20255 20256": an employee and two days. */
static void
read_numbers (const char *text, gint64 numbers[3])
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);

  for (guint i = 0; i < 3; i++)
    numbers[i] = i < g_strv_length (words) ? g_ascii_strtoll (words[i], NULL, 10) : 0;
}

static void
open_shift (SalonStaffPage *self, const char *text)
{
  gint64 numbers[3];

  read_numbers (text, numbers);
  gtk_stack_set_visible_child_name (self->sheets, "staff");
  gtk_stack_set_visible_child_name (self->views, "shifts");
  salon_shifts_view_open (self->shifts, numbers[0], (SalonDay) numbers[1]);
}

static void
open_sick_day (SalonStaffPage *self, const char *text)
{
  gint64 numbers[3];

  read_numbers (text, numbers);
  gtk_stack_set_visible_child_name (self->sheets, "sick-day");
  salon_sick_day_view_open (self->sick_day, numbers[0], numbers[1], numbers[2]);
}

static gboolean
staff_open_text (SalonPage *page, const char *what, const char *text)
{
  SalonStaffPage *self = SALON_STAFF_PAGE (page);

  if (g_str_equal (what, "sick-day"))
    open_sick_day (self, text);
  else if (g_str_equal (what, "shift"))
    open_shift (self, text);
  else if (g_str_equal (what, "view")) {
    gtk_stack_set_visible_child_name (self->sheets, "staff");
    gtk_stack_set_visible_child_name (self->views, text);
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
  } else
    return FALSE;
  return TRUE;
}

static gboolean
staff_back (SalonPage *page)
{
  SalonStaffPage *self = SALON_STAFF_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sheets), "sick-day") == 0) {
    gtk_stack_set_visible_child_name (self->sheets, "staff");
    return TRUE;
  }
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "shifts") == 0 && salon_shifts_view_back (self->shifts);
}

static void
salon_staff_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = staff_activate;
  iface->open = staff_open;
  iface->open_text = staff_open_text;
  iface->back = staff_back;
}

/* ---- callbacks */

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, SalonStaffPage *self)
{
  if (row != NULL && !self->filling)
    show_row (self, SALON_STAFF_ROW (row));
}

static void
on_add (GtkButton *button, SalonStaffPage *self)
{
  self->starting = TRUE;
  gtk_list_box_unselect_all (self->list);
  gtk_stack_set_visible_child_name (self->stack, "employee");
  salon_employee_view_start (self->view, (guint) count_rows (self));
}

static void
on_added (SalonEmployeeView *view, gint64 id, SalonStaffPage *self)
{
  self->starting = FALSE;
  self->selected = id;
  load (self);
}

static void
on_closed (SalonEmployeeView *view, SalonStaffPage *self)
{
  self->starting = FALSE;
  load (self);
}

/* ---- building */

static void
salon_staff_page_dispose (GObject *object)
{
  SalonStaffPage *self = SALON_STAFF_PAGE (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_staff_page_parent_class)->dispose (object);
}

static void
salon_staff_page_class_init (SalonStaffPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_staff_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
salon_staff_page_init (SalonStaffPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
}

static GtkWidget *
build_list (SalonStaffPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->card = SALON_CARD (salon_card_new (_("Employees")));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->add = salon_icon_button_new ("salon-user-add-symbolic", _("Add an employee"));
  salon_set_accessible_label (self->list, _("Employees"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-staff");
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->card), salon_scale_to_text (GTK_WIDGET (self), LIST_WIDTH), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->card), FALSE);
  salon_card_set_child (self->card, scroller);
  salon_card_add_suffix (self->card, self->add);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->add, "clicked", G_CALLBACK (on_add), self);
  return GTK_WIDGET (self->card);
}

static GtkWidget *
build_right (SalonStaffPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->banner = SALON_BANNER (salon_banner_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = SALON_EMPLOYEE_VIEW (salon_employee_view_new (self->session));
  gtk_stack_add_named (self->stack,
                       salon_empty_state_new ("salon-staff-symbolic", _("No employees yet"),
                                              _("Add those who work here with the button at the top of the list; then say what they do and when they work.")),
                       "nobody");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "employee");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  g_signal_connect (self->view, "added", G_CALLBACK (on_added), self);
  g_signal_connect (self->view, "closed", G_CALLBACK (on_closed), self);
  return box;
}

static void
on_sick_day_closed (SalonSickDayView *view, SalonStaffPage *self)
{
  gtk_stack_set_visible_child_name (self->sheets, "staff");
}

static GtkWidget *
build_people (SalonStaffPage *self)
{
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (people), build_list (self));
  gtk_box_append (GTK_BOX (people), build_right (self));
  return people;
}

static GtkWidget *
build_staff (SalonStaffPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->views = GTK_STACK (gtk_stack_new ());
  self->shifts = SALON_SHIFTS_VIEW (salon_shifts_view_new (self->session));
  gtk_stack_add_titled (self->views, build_people (self), "people", _("Employees"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->shifts), "shifts", _("Shifts"));
  salon_compat_hide_unseen_pages (self->views);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views));
  return box;
}

/**
 * salon_staff_page_new:
 *
 * Returns: (transfer floating): the employees of @session
 */
GtkWidget *
salon_staff_page_new (SalonSession *session)
{
  SalonStaffPage *self = g_object_new (SALON_TYPE_STAFF_PAGE, NULL);

  self->session = g_object_ref (session);
  self->sheets = GTK_STACK (gtk_stack_new ());
  self->sick_day = SALON_SICK_DAY_VIEW (salon_sick_day_view_new (session));
  gtk_stack_add_named (self->sheets, build_staff (self), "staff");
  gtk_stack_add_named (self->sheets, GTK_WIDGET (self->sick_day), "sick-day");
  salon_compat_hide_unseen_pages (self->sheets);
  gtk_widget_set_parent (GTK_WIDGET (self->sheets), GTK_WIDGET (self));
  g_signal_connect (self->sick_day, "closed", G_CALLBACK (on_sick_day_closed), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}
