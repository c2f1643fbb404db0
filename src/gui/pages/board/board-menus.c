/* What somebody may not do is not in the menu.  All lines are actions: of the block, of the page ("board.…"), of the
 * window ("win.…"). */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-menus.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/schedule-cursor.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/visit-block.h"

static gboolean
may (SalonSession *session, SalonPermission permission)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (session)), permission);
}

/* ---- free time ---- */

static void
popup_of_free (GtkWidget *cursor, SalonSession *session, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (may (session, SALON_PERMISSION_BOOK)) {
    salon_menu_append (menu, C_ ("board", "New visit here"), "schedule.book", NULL);
  }
  salon_menu_popup (cursor, G_MENU_MODEL (menu), x, y);
}

/* ---- heads ---- */

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* Where to go: from a day of everybody to her week, and back. */
static GMenu *
views_of (const SalonBoardColumn *column, SalonBoardView view)
{
  GMenu *menu = g_menu_new ();

  if (view == SALON_BOARD_DAYS)
    salon_menu_append (menu, C_ ("board", "This day of everybody"), "board.show-day", g_variant_new_int32 (column->day));
  else
    salon_menu_append (menu, C_ ("board", "Week of this employee"), "board.show-week", g_variant_new_int64 (column->resource_id));
  return menu;
}

static GMenu *
papers_of (const SalonBoardColumn *column, SalonSession *session)
{
  GMenu *menu = g_menu_new ();
  gboolean own = salon_session_actor (session)->employee_id == column->resource_id;

  if (!own && !may (session, SALON_PERMISSION_DAY_VIEW))
    return menu;
  salon_menu_append (menu, _("Print the sheet of the day"), "win.print-sheet",
                     g_variant_new ("(ix)", column->day, column->resource_id));
  salon_menu_append (menu, _("Look at the sheet of the day"), "win.preview-sheet",
                     g_variant_new ("(ix)", column->day, column->resource_id));
  salon_menu_append (menu, _("Save the sheet of the day"), "win.save-sheet",
                     g_variant_new ("(ix)", column->day, column->resource_id));
  salon_menu_append (menu, _("Save the visits for a calendar"), "win.export-calendar", g_variant_new_int64 (column->resource_id));
  return menu;
}

static GMenu *
staff_of (const SalonBoardColumn *column, SalonSession *session)
{
  GMenu *menu = g_menu_new ();
  GVariant *whom = NULL;

  if (!may (session, SALON_PERMISSION_STAFF_EDIT))
    return menu;
  whom = g_variant_new ("(xx)", column->resource_id, (gint64) column->day);
  salon_menu_append (menu, C_ ("board", "Shift of this day"), "win.open-shift", whom);
  if (may (session, SALON_PERMISSION_BOOK) && may (session, SALON_PERMISSION_DAY_VIEW))
    salon_menu_append (menu, _("Sick day…"), "win.sick-day",
                       g_variant_new ("(xx)", column->resource_id, (gint64) column->day));
  return menu;
}

static void
popup_of_head (GtkWidget *head, SalonSession *session, SalonBoardView view, double x, double y)
{
  const SalonBoardColumn *column = salon_schedule_head_get_column (SALON_SCHEDULE_HEAD (head));
  g_autoptr (GMenu) menu = g_menu_new ();

  if (column->kind == SALON_RESOURCE_EMPLOYEE) {
    append_section (menu, views_of (column, view));
    append_section (menu, papers_of (column, session));
    append_section (menu, staff_of (column, session));
  }
  salon_menu_popup (head, G_MENU_MODEL (menu), x, y);
}

/**
 * salon_board_menus_popup:
 * @at: see SalonScheduleView::menu
 * @view: what the columns are
 *
 * Shows what can be done with what was pointed at.
 */
void
salon_board_menus_popup (GtkWidget *at, SalonSession *session, SalonBoardView view, double x, double y)
{
  if (SALON_IS_VISIT_BLOCK (at))
    salon_visit_verbs_popup (at, x, y);
  else if (SALON_IS_SCHEDULE_HEAD (at))
    popup_of_head (at, session, view, x, y);
  else
    popup_of_free (at, session, x, y);
}
