/* The month, the lists that wait, and whose columns are wanted. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-calendar.h"
#include "gui/pages/board/board-strip.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/picker-item.h"
#include "gui/parts/catalogue-items.h"

struct _SalonBoardStrip {
  GtkWidget parent_instance;

  SalonDirectory *directory; /* not owned */
  SalonBoardCalendar *calendar;
  SalonSideLists *lists;
  GtkBox *employees;
  GHashTable *hidden; /* gint64 of employees whose columns are not shown */
  gboolean filling;
};

enum { DAY, FILTER, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardStrip, salon_board_strip, GTK_TYPE_WIDGET)

static GQuark
id_quark (void)
{
  return g_quark_from_static_string ("salon-employee-id");
}

/* ---- filter ---- */

static void
on_toggled (GtkCheckButton *check, SalonBoardStrip *self)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (check), id_quark ());

  if (self->filling)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->hidden, id);
  else
    g_hash_table_add (self->hidden, g_memdup2 (id, sizeof *id));
  g_signal_emit (self, signals[FILTER], 0);
}

static void
add_employee (SalonBoardStrip *self, const SalonPickerItem *item)
{
  GtkWidget *check = gtk_check_button_new_with_label (item->text);
  gint64 id = item->id;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->hidden, &id));
  salon_set_accessible_label (check, item->text);
  g_object_set_qdata_full (G_OBJECT (check), id_quark (), g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->employees, check);
}

static void
on_directory (SalonDirectory *directory, SalonBoardStrip *self)
{
  g_autoptr (GListModel) items = salon_items_of_employees (salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES));
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->employees))) != NULL)
    gtk_box_remove (self->employees, child);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (SalonPickerItem) item = g_list_model_get_item (items, i);

    add_employee (self, item);
  }
}

static void
on_everybody (GtkButton *button, SalonBoardStrip *self)
{
  self->filling = TRUE;
  g_hash_table_remove_all (self->hidden);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->employees)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
  self->filling = FALSE;
  g_signal_emit (self, signals[FILTER], 0);
}

static void
on_day (SalonBoardCalendar *calendar, int day, SalonBoardStrip *self)
{
  g_signal_emit (self, signals[DAY], 0, day);
}

/* ---- building ---- */

static void
salon_board_strip_dispose (GObject *object)
{
  SalonBoardStrip *self = SALON_BOARD_STRIP (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  G_OBJECT_CLASS (salon_board_strip_parent_class)->dispose (object);
}

static void
salon_board_strip_class_init (SalonBoardStripClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_strip_dispose;

  /**
   * SalonBoardStrip::day:
   * @day: a #SalonDay that was chosen
   */
  signals[DAY] = g_signal_new ("day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonBoardStrip::filter: other columns are wanted; see salon_board_strip_get_hidden()
   */
  signals[FILTER] = g_signal_new ("filter", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "boardstrip");
}

static GtkWidget *
build_filter (SalonBoardStrip *self)
{
  GtkWidget *card = salon_card_new (_("Employees"));
  GtkWidget *all = gtk_button_new_with_label (C_ ("board", "Everybody"));

  gtk_widget_add_css_class (all, "salon-text-link");
  g_signal_connect (all, "clicked", G_CALLBACK (on_everybody), self);
  salon_card_add_suffix (SALON_CARD (card), all);
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->employees));
  return card;
}

static void
build (SalonBoardStrip *self, SalonSession *session)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *month = salon_card_new (NULL);

  self->calendar = SALON_BOARD_CALENDAR (salon_board_calendar_new (session));
  self->lists = SALON_SIDE_LISTS (salon_side_lists_new (session, NULL));
  self->employees = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  salon_card_set_child (SALON_CARD (month), GTK_WIDGET (self->calendar));
  g_signal_connect (self->calendar, "chosen", G_CALLBACK (on_day), self);
  gtk_box_append (GTK_BOX (box), month);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  gtk_box_append (GTK_BOX (box), build_filter (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_widget_set_parent (scroll, GTK_WIDGET (self));
}

static void
salon_board_strip_init (SalonBoardStrip *self)
{
  self->hidden = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * salon_board_strip_new:
 */
GtkWidget *
salon_board_strip_new (SalonSession *session)
{
  SalonBoardStrip *self = g_object_new (SALON_TYPE_BOARD_STRIP, NULL);

  self->directory = salon_directory_of (session);
  build (self, session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}

/**
 * salon_board_strip_set_day: marks it in the calendar
 */
void
salon_board_strip_set_day (SalonBoardStrip *self, SalonDay day)
{
  salon_board_calendar_set_day (self->calendar, day);
}

/**
 * salon_board_strip_set_active: a hidden one reads nothing
 */
void
salon_board_strip_set_active (SalonBoardStrip *self, gboolean active)
{
  salon_board_calendar_set_active (self->calendar, active);
  salon_side_lists_set_active (self->lists, active);
}

/**
 * salon_board_strip_get_lists:
 *
 * Returns: (transfer none): the waiting list and the requests
 */
SalonSideLists *
salon_board_strip_get_lists (SalonBoardStrip *self)
{
  return self->lists;
}

/**
 * salon_board_strip_get_hidden:
 *
 * Returns: (transfer full) (element-type gint64): employees whose columns are not wanted
 */
GArray *
salon_board_strip_get_hidden (SalonBoardStrip *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, self->hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  return ids;
}
