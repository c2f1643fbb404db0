/* What stands in the menus of the board for whom: what one may not do is not there. */
#include "board-support.h"
#include "gui/pages/board/board-menus.h"
#include "gui/widgets/schedule-head.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

typedef struct {
  SalonFixture *salon;
  GtkWidget *view;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  test->salon = salon_fixture_new ();
  g_assert_cmpint (salon_fixture_add_employee (test->salon, "Maria"), ==, MARIA);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
  salon_fixture_free (test->salon);
}

static void
on_menu (SalonScheduleView *view, GtkWidget *at, double x, double y, Test *test)
{
  salon_board_menus_popup (at, test->salon->session, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), "view")), x, y);
}

static void
act_as (Test *test, SalonRole role, gint64 employee, SalonBoardView what)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  SalonScheduleView *view = SALON_SCHEDULE_VIEW (salon_schedule_view_new ());

  if (test->view != NULL)
    ui_close (test->view);
  salon_fixture_act_as (test->salon, role, employee);
  g_object_set_data (G_OBJECT (view), "view", GINT_TO_POINTER (what));
  salon_schedule_view_set_actor (view, salon_role_permissions (role), employee);
  salon_schedule_view_set_board (view, board, what, what == SALON_BOARD_DAYS ? MARIA : 0);
  g_signal_connect (view, "menu", G_CALLBACK (on_menu), test);
  test->view = ui_show (GTK_WIDGET (view));
}

static void
add_actions (GMenuModel *model, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
    g_autoptr (GVariant) action = g_menu_model_get_item_attribute_value (model, i, G_MENU_ATTRIBUTE_ACTION, G_VARIANT_TYPE_STRING);
    g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, i, G_MENU_ATTRIBUTE_TARGET, NULL);
    g_autofree char *told = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

    if (section != NULL)
      add_actions (section, text);
    else
      g_string_append_printf (text, "%s %s\n", g_variant_get_string (action, NULL), told);
  }
}

static GtkWidget *
head_of (Test *test, gint64 employee)
{
  GtkWidget *head = ui_find (test->view, SALON_TYPE_SCHEDULE_HEAD);

  while (head != NULL && salon_schedule_head_get_column (SALON_SCHEDULE_HEAD (head))->resource_id != employee)
    head = gtk_widget_get_next_sibling (head);
  g_assert_nonnull (head);
  return head;
}

/* What the menu of a head runs; "" = there is none. */
static char *
menu_of (Test *test, gint64 employee)
{
  GtkWidget *head = head_of (test, employee);
  GtkWidget *menu = NULL;
  GString *text = g_string_new (NULL);

  g_assert_true (gtk_widget_activate_action (head, "head.menu", NULL));
  menu = ui_find (head, GTK_TYPE_POPOVER_MENU);
  if (menu != NULL)
    add_actions (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), text);
  return g_string_free (text, FALSE);
}

#define PAPERS(who) \
  "win.print-sheet (20255, " who ")\nwin.preview-sheet (20255, " who ")\nwin.save-sheet (20255, " who ")\nwin.export-calendar " who "\n"

static void
test_owner (Test *test, gconstpointer data)
{
  g_autofree char *day = NULL;
  g_autofree char *week = NULL;

  act_as (test, SALON_ROLE_OWNER, 0, SALON_BOARD_EMPLOYEES);
  day = menu_of (test, JANA);
  g_assert_cmpstr (day, ==, "board.show-week 2\n" PAPERS ("2") "win.open-shift (2, 20255)\nwin.sick-day (2, 20255)\n");
  act_as (test, SALON_ROLE_OWNER, 0, SALON_BOARD_DAYS);
  week = menu_of (test, MARIA);
  g_assert_cmpstr (week, ==, "board.show-day 20255\n" PAPERS ("1") "win.open-shift (1, 20255)\nwin.sick-day (1, 20255)\n");
}

/* A master has the papers of her own day only. */
static void
test_master (Test *test, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  act_as (test, SALON_ROLE_MASTER, MARIA, SALON_BOARD_EMPLOYEES);
  own = menu_of (test, MARIA);
  other = menu_of (test, JANA);
  g_assert_cmpstr (own, ==, "board.show-week 1\n" PAPERS ("1"));
  g_assert_cmpstr (other, ==, "board.show-week 2\n");
}

/* A room has nothing that could be asked for: no empty menu. */
static void
test_room (Test *test, gconstpointer data)
{
  g_autofree char *menu = NULL;

  act_as (test, SALON_ROLE_OWNER, 0, SALON_BOARD_ROOMS);
  menu = menu_of (test, HALL);
  g_assert_cmpstr (menu, ==, "");
  g_assert_null (ui_find (head_of (test, HALL), GTK_TYPE_POPOVER_MENU));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/board-menus/owner", Test, NULL, set_up, test_owner, tear_down);
  g_test_add ("/board-menus/master", Test, NULL, set_up, test_master, tear_down);
  g_test_add ("/board-menus/room", Test, NULL, set_up, test_room, tear_down);
  return g_test_run ();
}
