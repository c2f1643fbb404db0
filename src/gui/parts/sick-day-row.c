/* The best places are buttons side by side; all others are in a menu behind them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/sick-day-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"

#define SHOWN 3 /* places that have a button of their own */
#define CHOICE_KEY "salon-choice"

struct _SalonSickDayRow {
  GtkWidget parent_instance;

  GtkWidget *buttons;
  GtkWidget *more;
  GtkWidget *menu;
  GtkWidget *reason_box;
  GtkEntry *reason;

  const SalonSickItem *item; /* of the day that is shown */
  SalonDay today;
  int choice;
  gboolean filling;
};

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSickDayRow, salon_sick_day_row, GTK_TYPE_WIDGET)

static int
choice_of (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), CHOICE_KEY));
}

static void
take (SalonSickDayRow *self, int choice)
{
  salon_sick_day_row_choose (self, choice);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

static void
on_toggled (GtkToggleButton *button, SalonSickDayRow *self)
{
  if (self->filling)
    return;
  if (choice_of (GTK_WIDGET (button)) == self->choice) /* what is chosen stays down */
    salon_sick_day_row_choose (self, self->choice);
  else
    take (self, choice_of (GTK_WIDGET (button)));
}

static void
on_menu (GtkButton *button, SalonSickDayRow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  take (self, choice_of (GTK_WIDGET (button)));
}

/* ---- building */

static GtkWidget *
toggle_new (SalonSickDayRow *self, int choice, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", self->item->client, label);

  g_object_set_data (G_OBJECT (button), CHOICE_KEY, GINT_TO_POINTER (choice));
  gtk_widget_add_css_class (button, "salon-brush");
  salon_set_accessible_label (button, name);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
add_to_menu (SalonSickDayRow *self, GtkWidget *box, int choice)
{
  g_autofree char *text = salon_sick_choice_text (self->item->choices->pdata[choice], self->today);
  GtkWidget *button = gtk_button_new_with_label (text);

  g_object_set_data (G_OBJECT (button), CHOICE_KEY, GINT_TO_POINTER (choice));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_menu), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
build_more (SalonSickDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->more = gtk_menu_button_new ();
  self->menu = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < self->item->choices->len; i++)
    add_to_menu (self, self->menu, (int) i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->menu);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _("Other times"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), popover);
  gtk_box_append (GTK_BOX (self->buttons), self->more);
}

static void
build_buttons (SalonSickDayRow *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->buttons, salon_wrap_layout_new (6, 6));
  for (guint i = 0; i < self->item->choices->len; i++) {
    g_autofree char *text = salon_sick_choice_text (self->item->choices->pdata[i], self->today);
    GtkWidget *button = toggle_new (self, (int) i, text);

    gtk_widget_set_visible (button, i < SHOWN);
  }
  if (self->item->choices->len > SHOWN)
    build_more (self);
  if (self->item->choices->len == 0)
    gtk_box_append (GTK_BOX (self->buttons), salon_label_new (_("No free time within two weeks."), "salon-secondary"));
  toggle_new (self, SALON_SICK_CALL_FIRST, _("Call first"));
  toggle_new (self, SALON_SICK_GIVE_UP, C_ ("visit", "Cancel"));
}

static GtkWidget *
build_person (SalonSickDayRow *self, gboolean with_day)
{
  const SalonSickItem *item = self->item;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *from = salon_minute_format ((int) (item->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (item->end_min % SALON_MINUTES_A_DAY));
  g_autofree char *day = salon_day_format_relative ((SalonDay) (item->start_min / SALON_MINUTES_A_DAY), self->today);
  g_autofree char *when = with_day ? g_strdup_printf ("%s %s–%s", day, from, to) : g_strdup_printf ("%s–%s", from, to);

  gtk_box_append (GTK_BOX (line), salon_label_new (when, "salon-num"));
  gtk_box_append (GTK_BOX (line), salon_label_new (item->client, "salon-heading"));
  gtk_box_append (GTK_BOX (box), line);
  if (item->phone != NULL) {
    GtkWidget *phone = salon_label_new (item->phone, "salon-num");

    gtk_label_set_selectable (GTK_LABEL (phone), TRUE);
    gtk_widget_set_focusable (phone, FALSE);
    gtk_box_append (GTK_BOX (box), phone);
  }
  gtk_box_append (GTK_BOX (box), salon_label_new (item->services, "salon-secondary"));
  if (item->wants_her)
    gtk_box_append (GTK_BOX (box), salon_label_new (_("wants her own master"), "salon-secondary"));
  gtk_widget_set_size_request (box, salon_scale_to_text (box, 280), -1);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  return box;
}

static void
build_reason (SalonSickDayRow *self)
{
  self->reason_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->reason = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (self->reason), _("The master is ill"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->reason), TRUE);
  salon_set_accessible_label (self->reason, _("Why it is cancelled"));
  gtk_box_append (GTK_BOX (self->reason_box), salon_label_new (_("Why it is cancelled"), "salon-secondary"));
  gtk_box_append (GTK_BOX (self->reason_box), GTK_WIDGET (self->reason));
  gtk_widget_set_visible (self->reason_box, FALSE);
}

static void
salon_sick_day_row_dispose (GObject *object)
{
  SALON_SICK_DAY_ROW (object)->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_sick_day_row_parent_class)->dispose (object);
}

static void
salon_sick_day_row_class_init (SalonSickDayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sick_day_row_dispose;

  /**
   * SalonSickDayRow::chosen:
   * @choice: index of a choice, or what is not one
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SALON_TYPE_SICK_DAY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sickdayrow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_sick_day_row_init (SalonSickDayRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 18);
}

/**
 * salon_sick_day_row_new:
 * @item: (transfer none): outlives the row
 * @with_day: whether the day is said, too
 *
 * Returns: (transfer floating): with the proposal chosen
 */
GtkWidget *
salon_sick_day_row_new (const SalonSickItem *item, SalonDay today, gboolean with_day)
{
  SalonSickDayRow *self = g_object_new (SALON_TYPE_SICK_DAY_ROW, NULL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->item = item;
  self->today = today;
  build_buttons (self);
  build_reason (self);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (right), self->buttons);
  gtk_box_append (GTK_BOX (right), self->reason_box);
  gtk_widget_set_parent (build_person (self, with_day), GTK_WIDGET (self));
  gtk_widget_set_parent (right, GTK_WIDGET (self));
  salon_set_accessible_label (self, item->client);
  salon_sick_day_row_choose (self, item->proposed >= 0 ? item->proposed : SALON_SICK_CALL_FIRST);
  return GTK_WIDGET (self);
}

/**
 * salon_sick_day_row_choose: shows what is chosen, without telling anybody
 */
void
salon_sick_day_row_choose (SalonSickDayRow *self, int choice)
{
  self->filling = TRUE;
  self->choice = choice;
  for (GtkWidget *child = gtk_widget_get_first_child (self->buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child)) {
      int of = choice_of (child);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), of == choice);
      gtk_widget_set_visible (child, of < SHOWN || of == choice);
    }
  gtk_widget_set_visible (self->reason_box, choice == SALON_SICK_GIVE_UP);
  self->filling = FALSE;
}

/**
 * salon_sick_day_row_get_choice:
 *
 * Returns: index of a choice, or what is not one
 */
int
salon_sick_day_row_get_choice (SalonSickDayRow *self)
{
  return self->choice;
}

/**
 * salon_sick_day_row_set_free:
 * @fits: (array): for each choice whether it is free beside what was chosen by hand for the others
 */
void
salon_sick_day_row_set_free (SalonSickDayRow *self, const gboolean *fits)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) && choice_of (child) >= 0) {
      gboolean free_ = fits[choice_of (child)] || choice_of (child) == self->choice;

      gtk_widget_set_sensitive (child, free_);
      gtk_widget_set_tooltip_text (child, free_ ? NULL : _("Another visit of this list was given that time."));
    }
  for (GtkWidget *child = self->menu != NULL ? gtk_widget_get_first_child (self->menu) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, fits[choice_of (child)]);
}

/**
 * salon_sick_day_row_get_reason:
 *
 * Returns: (transfer none): why it is cancelled
 */
const char *
salon_sick_day_row_get_reason (SalonSickDayRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}
