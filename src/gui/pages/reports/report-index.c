/* What is typed looks for every word anywhere in the title or in what the report answers. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "gui/pages/reports/report-index.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "model/services/reports.h"

#define LINE_KEY "salon-report-line"
#define OWN      (-1) /* instead of a group */

/* What a row stands for. */
typedef struct {
  char *report; /* key; NULL for an own one */
  gint64 own;
  int group;
  char *folded; /* what the search looks into */
} Line;

struct _SalonReportIndex {
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkListBox *box;
  char **words; /* that are searched for, folded */
  gboolean setting;
};

enum { CHOSEN, ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportIndex, salon_report_index, GTK_TYPE_WIDGET)

/* ---- rows */

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->report);
  g_free (line->folded);
  g_free (line);
}

static const Line *
line_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), LINE_KEY);
}

static GtkWidget *
create_row (Line *line, const char *title, const char *hint)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = salon_label_new (title, NULL);
  g_autofree char *tip = hint != NULL ? g_strdup_printf ("%s\n%s", title, hint) : g_strdup (title);
  g_autofree char *text = g_strjoin (" ", title, hint, NULL);

  line->folded = salon_text_fold (text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  salon_set_tooltip (row, tip);
  salon_set_accessible_label (row, title);
  g_object_set_data_full (G_OBJECT (row), LINE_KEY, line, line_free);
  return row;
}

static void
header_of_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  int group = line_of (row)->group;
  GtkWidget *label = NULL;

  if (before != NULL && line_of (before)->group == group) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = salon_label_new (group == OWN ? _("Own reports") : salon_report_group_label ((SalonReportGroup) group), "salon-overline");
  gtk_widget_add_css_class (label, "salon-report-group");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  SalonReportIndex *self = data;

  for (char **word = self->words; word != NULL && *word != NULL; word++)
    if (strstr (line_of (row)->folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

/* ---- callbacks */

static void
on_search (GtkEditable *entry, SalonReportIndex *self)
{
  g_autofree char *folded = salon_text_fold (gtk_editable_get_text (entry));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_list_box_invalidate_filter (self->box);
  gtk_list_box_invalidate_headers (self->box);
}

/* One whose title begins as it was typed comes before one that has the words somewhere. */
static GtkListBoxRow *
first_shown (SalonReportIndex *self)
{
  g_autofree char *typed = salon_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *row = NULL;
  GtkListBoxRow *first = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++) {
    if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
      continue;
    if (g_str_has_prefix (line_of (row)->folded, typed))
      return row;
    if (first == NULL)
      first = row;
  }
  return first;
}

/* Enter in the search takes the first that is found. */
static void
on_search_activate (GtkEntry *entry, SalonReportIndex *self)
{
  GtkListBoxRow *row = first_shown (self);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->box, row);
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
on_search_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonReportIndex *self)
{
  GtkListBoxRow *row = keyval == GDK_KEY_Down ? first_shown (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_selected (GtkListBox *box, GtkListBoxRow *row, SalonReportIndex *self)
{
  if (row != NULL && !self->setting)
    g_signal_emit (self, signals[CHOSEN], 0, line_of (row)->report, line_of (row)->own);
}

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, SalonReportIndex *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* ---- object */

static void
salon_report_index_dispose (GObject *object)
{
  SalonReportIndex *self = SALON_REPORT_INDEX (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (salon_report_index_parent_class)->dispose (object);
}

static gboolean
salon_report_index_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SALON_REPORT_INDEX (widget)->search);
}

static void
salon_report_index_class_init (SalonReportIndexClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_index_dispose;
  widget_class->grab_focus = salon_report_index_grab_focus;

  /**
   * SalonReportIndex::chosen:
   * @report: (nullable): key of a report of the program
   * @own: id of an own report, 0 = none
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_INT64);

  /**
   * SalonReportIndex::entered: the chosen report is to be worked with: Enter or a click
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "reportindex");
}

static GtkWidget *
create_search (SalonReportIndex *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), _("Find a report"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->search), GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_widget_add_css_class (self->search, "salon-list-search");
  salon_set_tooltip (self->search, _("Find a report (Ctrl+F)"));
  salon_set_accessible_label (self->search, _("Find a report"));
  g_signal_connect (self->search, "changed", G_CALLBACK (on_search), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static void
add_reports (SalonReportIndex *self)
{
  guint n = 0;
  const SalonReport *const *all = salon_reports (&n);

  for (guint group = 0; group < SALON_REPORT_N_GROUPS; group++)
    for (guint i = 0; i < n; i++) {
      Line *line = NULL;

      if (salon_report_group (all[i]) != group)
        continue;
      line = g_new0 (Line, 1);
      line->report = g_strdup (salon_report_key (all[i]));
      line->group = (int) group;
      gtk_list_box_append (self->box, create_row (line, salon_report_title (all[i]), salon_report_hint (all[i])));
    }
}

static void
salon_report_index_init (SalonReportIndex *self)
{
  GtkWidget *card = salon_card_new (_("Reports"));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = salon_wrapped_label_new (_("No report is called so."), "salon-secondary");

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (nothing, "salon-nothing");
  gtk_list_box_set_placeholder (self->box, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "salon-report-index");
  gtk_list_box_set_header_func (self->box, header_of_row, self, NULL);
  gtk_list_box_set_filter_func (self->box, matches, self, NULL);
  salon_set_accessible_label (self->box, _("Reports"));
  g_signal_connect (self->box, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), create_search (self));
  gtk_box_append (GTK_BOX (content), scroller);
  salon_card_set_child (SALON_CARD (card), content);
  gtk_widget_add_css_class (card, "flush");
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  add_reports (self);
}

/**
 * salon_report_index_new:
 */
GtkWidget *
salon_report_index_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_INDEX, NULL);
}

/**
 * salon_report_index_clear_own: before the own reports are added again
 */
void
salon_report_index_clear_own (SalonReportIndex *self)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (SALON_IS_REPORT_INDEX (self));

  self->setting = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL && line_of (row)->own != 0)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  self->setting = FALSE;
}

/**
 * salon_report_index_add_own:
 * @name: by which it was saved
 */
void
salon_report_index_add_own (SalonReportIndex *self, gint64 id, const char *name)
{
  Line *line = g_new0 (Line, 1);
  int position = 0;
  GtkListBoxRow *row = NULL;

  g_return_if_fail (SALON_IS_REPORT_INDEX (self));

  while ((row = gtk_list_box_get_row_at_index (self->box, position)) != NULL && line_of (row)->own != 0)
    position++;
  line->own = id;
  line->group = OWN;
  gtk_list_box_insert (self->box, create_row (line, name, NULL), position);
}

/**
 * salon_report_index_choose:
 * @report: (nullable): key of a report
 * @own: id of an own one, 0 = none
 *
 * Marks it; SalonReportIndex::chosen is not emitted.  A search that does not find it ends.
 */
void
salon_report_index_choose (SalonReportIndex *self, const char *report, gint64 own)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (SALON_IS_REPORT_INDEX (self));

  self->setting = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (own != 0 ? line_of (row)->own == own : line_of (row)->own == 0 && g_strcmp0 (line_of (row)->report, report) == 0)
      break;
  if (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row))) /* what is chosen is seen */
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_select_row (self->box, row);
  self->setting = FALSE;
}
