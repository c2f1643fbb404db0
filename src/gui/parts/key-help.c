/* All keys on one sheet that scrolls.  GTK's own window for them cuts it into pages and is as wide as its longest words:
 * in Russian wider than a small screen. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/by-camera.h"
#include "gui/parts/key-help.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"

#define WIDTH    1040
#define HEIGHT   640
#define MAX_KEYS 15

typedef struct {
  const char *context; /* of the title for translators, or NULL */
  const char *title;
  const char *accels; /* several ones with a space between them */
  gboolean (*is_built) (void); /* NULL: always */
} Key;

typedef struct {
  int column;
  const char *title;
  Key keys[MAX_KEYS];
} Group;

static const Group groups[] = {
  { 0,
    N_ ("Find"),
    { { NULL, N_ ("Clients, visits and actions (or simply type)"), "<Control>k <Control><Shift>f" },
      { NULL, N_ ("Back, nothing is lost"), "Escape" } } },
  { 0,
    N_ ("Pages"),
    { { NULL, N_ ("Desk"), "F2" }, { NULL, N_ ("Board"), "F3" }, { NULL, N_ ("Clients"), "F7" }, { "page", NC_ ("page", "Sale"), "F8" },
      { "page", NC_ ("page", "Reports"), "F9" } } },
  { 0,
    N_ ("Board"),
    { { NULL, N_ ("Employees or rooms"), "F6" },
      { NULL, N_ ("The day before, the next day"), "Page_Up Page_Down" },
      { NULL, N_ ("Leaf through the list of visits"), "<Control>Page_Up <Control>Page_Down" },
      { NULL, N_ ("Another time, another master"), "<Alt>Up <Alt>Right" },
      { NULL, N_ ("Longer or shorter"), "<Shift><Alt>Down <Shift><Alt>Up" },
      { NULL, N_ ("The client has arrived"), "<Alt>a" },
      { NULL, N_ ("Cancel with a reason"), "Delete" },
      { NULL, N_ ("Larger or smaller rows"), "<Control>plus <Control>minus" } } },
  { 0,
    N_ ("Shifts"),
    { { NULL, N_ ("Take a brush"), "<Alt>1...9" },
      { NULL, N_ ("Paint the chosen days"), "space" },
      { NULL, N_ ("Type the hours of a day"), "Return" },
      { NULL, N_ ("Back to the weekly hours"), "Delete" },
      { NULL, N_ ("Month before and after"), "Page_Up Page_Down" },
      { NULL, N_ ("Apply a sick day"), "<Control>Return" } } },
  { 1,
    N_ ("Visit"),
    { { "visit", NC_ ("visit", "Confirm"), "<Alt>k" },
      { "visit", NC_ ("visit", "Arrived"), "<Alt>a" },
      { "visit", NC_ ("visit", "Start"), "<Alt>s" },
      { "visit", NC_ ("visit", "Done"), "<Alt>d" } } },
  { 1,
    N_ ("Client"),
    { { NULL, N_ ("Parts of the card"), "<Control>1...7" },
      { "verb", NC_ ("verb", "Book"), "<Alt>b" },
      { NULL, N_ ("One more service in the booking"), "<Alt>m" },
      { "verb", NC_ ("verb", "Note a Call"), "<Alt>c" },
      { "verb", NC_ ("verb", "Write a Note"), "<Alt>n" },
      { NULL, N_ ("Issue a card"), "<Alt>i" } } },
  { 1,
    N_ ("List of clients"),
    { { NULL, N_ ("Narrow the list"), "<Control>f" },
      { NULL, N_ ("Show or hide the filters"), "<Control><Shift>l" },
      { NULL, N_ ("Tick the client; with Shift all from the last ticked one"), "space" } } },
  { 1,
    N_ ("Sale and checkout"),
    { { NULL, N_ ("Ways to pay"), "<Alt>1...7" },
      { NULL, N_ ("Whose sale it is"), "<Alt>k" },
      { NULL, N_ ("One more or one less of a line"), "plus minus" },
      { NULL, N_ ("Take the line from the bill"), "Delete" },
      { NULL, N_ ("Complete: in the empty field"), "Return" },
      { "sale", NC_ ("sale", "Print the receipt"), "<Control>p" } } },
  { 0,
    N_ ("Reports"),
    { { NULL, N_ ("Find a report"), "<Control>f" },
      { NULL, N_ ("Another period"), "<Alt>p" },
      { NULL, N_ ("The period before, the next period"), "<Control>Page_Up <Control>Page_Down" },
      { NULL, N_ ("Against the year before"), "<Alt>y" },
      { NULL, N_ ("One more grouping"), "<Alt>g" },
      { NULL, N_ ("Move a grouping"), "<Alt>Left <Alt>Right" },
      { NULL, N_ ("To the chart, to the table"), "<Alt>c <Alt>t" },
      { NULL, N_ ("Values of the chart, numbers of the table"), "Left Right" },
      { NULL, N_ ("What stands behind it"), "Return" },
      { NULL, N_ ("Sort by the chosen column"), "<Alt>s" },
      { NULL, N_ ("Run it again"), "F5" },
      { NULL, N_ ("Save as an own report"), "<Control>s" },
      { NULL, N_ ("To a file: as the last time, somewhere else"), "<Control>e <Shift><Control>e" },
      { NULL, N_ ("To a printer"), "<Control>p" },
      { NULL, N_ ("Copy the table"), "<Control>c" } } },
  { 1,
    N_ ("Program"),
    { { NULL, N_ ("Undo the last change"), "<Control>z" },
      { NULL, N_ ("Do again what was undone"), "<Control><Shift>z" },
      { NULL, N_ ("Close the day"), "<Control>F10" },
      { NULL, N_ ("Scan with the camera"), "<Control><Shift>s", salon_by_camera_is_built },
      { NULL, N_ ("Hide the screen from onlookers"), "F12" },
      { NULL, N_ ("This list of keys"), "F1 <Control>question" },
      { NULL, N_ ("Quit"), "<Control>q" } } },
};

/* Ways to say the same stand one below the other, so that a row is never wider than its column. */
static GtkWidget *
keys_new (const char *accels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_auto (GStrv) ways = g_strsplit (accels, " ", -1);

  for (guint i = 0; ways[i] != NULL; i++) {
    GtkWidget *caps = gtk_shortcut_label_new (ways[i]);

    gtk_widget_set_halign (caps, GTK_ALIGN_END);
    gtk_box_append (GTK_BOX (box), caps);
  }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
row_new (const Key *key)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *title = key->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, key->context, key->title) : _(key->title);
  GtkWidget *label = salon_wrapped_label_new (title, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "key");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), keys_new (key->accels));
  return row;
}

static GtkWidget *
group_new (const Group *group)
{
  GtkWidget *card = salon_card_new (_(group->title));
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < MAX_KEYS && group->keys[i].title != NULL; i++)
    if (group->keys[i].is_built == NULL || group->keys[i].is_built ())
      gtk_box_append (GTK_BOX (rows), row_new (&group->keys[i]));
  salon_card_set_child (SALON_CARD (card), rows);
  return card;
}

/**
 * salon_key_help_new:
 *
 * Returns: (transfer floating): all groups in two columns
 */
GtkWidget *
salon_key_help_new (void)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *sides[2];

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    sides[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    gtk_box_append (GTK_BOX (columns), sides[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_box_append (GTK_BOX (sides[groups[i].column]), group_new (&groups[i]));
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_add_css_class (columns, "salon-key-help");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_vexpand (scroller, TRUE);
  salon_set_accessible_label (scroller, _("Keyboard shortcuts"));
  return scroller;
}

/**
 * salon_key_help_present:
 * @from: any widget of the window in front of which it opens
 */
void
salon_key_help_present (GtkWidget *from)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Keyboard shortcuts"), NULL));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), salon_key_help_new ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Keyboard shortcuts"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_add_css_class (window, "salon");
  salon_close_by_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
