/* One button with the number of what is chosen; behind it a heading for each thing that the report can be narrowed to, which
 * opens to a list with a search, or to the few values that there are. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-only.h"
#include "gui/parts/filter-things.h"
#include "gui/widgets/build.h"
#include "gui/widgets/check-chips.h"

#define LIST_WIDTH 320
#define MAX_HEIGHT 460

/* One thing that the report can be narrowed to. */
typedef struct {
  SalonReportWord word;
  GtkExpander *heading; /* NULL until the list is opened */
  GtkWidget *editor;    /* NULL until its heading is opened: SalonFilterThings, or SalonCheckChips of fixed values */
  GArray *ids;
} Choice;

struct _SalonReportOnlyEdit {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *lists;

  SalonSession *session;
  GArray *choices;
  gboolean is_built;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportOnlyEdit, salon_report_only_edit, GTK_TYPE_WIDGET)

static void
choice_clear (gpointer data)
{
  g_clear_pointer (&((Choice *) data)->ids, g_array_unref);
}

static void
update (SalonReportOnlyEdit *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = &g_array_index (self->choices, Choice, i);

    if (choice->ids->len == 0)
      continue;
    g_string_append_printf (text, "%s%s: %u", n > 0 ? ", " : "", choice->word.label, choice->ids->len);
    n++;
  }
  if (n == 0)
    g_string_assign (text, C_ ("report", "Everything"));
  gtk_label_set_text (self->label, text->str);
  salon_set_accessible_label (self->button, text->str);
  salon_set_css_class (GTK_WIDGET (self->button), "chosen", n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->choices->len > 0);
}

static void
show_heading (const Choice *choice)
{
  g_autofree char *text = choice->ids->len == 0 ? g_strdup (choice->word.label)
                                                : g_strdup_printf ("%s: %u", choice->word.label, choice->ids->len);

  if (choice->heading != NULL)
    gtk_expander_set_label (choice->heading, text);
}

static void
on_edited (GtkWidget *editor, SalonReportOnlyEdit *self)
{
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = &g_array_index (self->choices, Choice, i);

    if (choice->editor != editor)
      continue;
    g_array_unref (choice->ids);
    choice->ids = SALON_IS_CHECK_CHIPS (editor) ? salon_check_chips_get_values (SALON_CHECK_CHIPS (editor))
                                                : salon_filter_things_get_ids (SALON_FILTER_THINGS (editor));
    show_heading (choice);
  }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- lists */

static GtkWidget *
create_chips (const Choice *choice)
{
  GtkWidget *chips = salon_check_chips_new (choice->word.label);

  for (guint i = 0; i < choice->word.n_choices; i++) {
    gint64 value = choice->word.choices[i].value;
    g_autofree char *text = salon_report_choice_label (choice->word.key, value);

    salon_check_chips_append (SALON_CHECK_CHIPS (chips), value, text);
  }
  salon_check_chips_set_values (SALON_CHECK_CHIPS (chips), (const gint64 *) (gpointer) choice->ids->data, choice->ids->len);
  return chips;
}

static GtkWidget *
create_things (SalonReportOnlyEdit *self, const Choice *choice)
{
  GtkWidget *things = salon_filter_things_new (self->session, choice->word.ref, choice->word.label);

  salon_filter_things_set_ids (SALON_FILTER_THINGS (things), (const gint64 *) (gpointer) choice->ids->data, choice->ids->len);
  return things;
}

static void
on_expanded (GtkExpander *heading, GParamSpec *pspec, SalonReportOnlyEdit *self)
{
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = &g_array_index (self->choices, Choice, i);

    if (choice->heading != heading || choice->editor != NULL)
      continue;
    choice->editor = choice->word.n_choices > 0 ? create_chips (choice) : create_things (self, choice);
    gtk_widget_set_margin_top (choice->editor, 6);
    gtk_widget_set_margin_bottom (choice->editor, 6);
    g_signal_connect (choice->editor, "changed", G_CALLBACK (on_edited), self);
    gtk_expander_set_child (heading, choice->editor);
  }
}

static void
on_show (GtkWidget *popover, SalonReportOnlyEdit *self)
{
  GtkWidget *child = NULL;

  if (self->is_built)
    return;
  self->is_built = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = &g_array_index (self->choices, Choice, i);

    choice->heading = GTK_EXPANDER (gtk_expander_new (NULL));
    show_heading (choice);
    g_signal_connect (choice->heading, "notify::expanded", G_CALLBACK (on_expanded), self);
    gtk_expander_set_expanded (choice->heading, choice->ids->len > 0);
    gtk_box_append (self->lists, GTK_WIDGET (choice->heading));
  }
}

/* ---- object */

static void
salon_report_only_edit_dispose (GObject *object)
{
  SalonReportOnlyEdit *self = SALON_REPORT_ONLY_EDIT (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_report_only_edit_parent_class)->dispose (object);
}

static void
salon_report_only_edit_finalize (GObject *object)
{
  g_array_unref (SALON_REPORT_ONLY_EDIT (object)->choices);
  G_OBJECT_CLASS (salon_report_only_edit_parent_class)->finalize (object);
}

static void
salon_report_only_edit_class_init (SalonReportOnlyEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_only_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_report_only_edit_finalize;

  /**
   * SalonReportOnlyEdit::changed: the user narrows it to something else
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_report_only_edit_init (SalonReportOnlyEdit *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  self->lists = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_size_request (GTK_WIDGET (self->lists), LIST_WIDTH, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->lists));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-report-popover");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  self->label = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("salon-branch-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  salon_set_tooltip (GTK_WIDGET (self->button), _("Only some employees, services, days or other things"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_report_only_edit_new:
 */
GtkWidget *
salon_report_only_edit_new (SalonSession *session)
{
  SalonReportOnlyEdit *self = g_object_new (SALON_TYPE_REPORT_ONLY_EDIT, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static const SalonReportOnly *
find_only (const SalonReportSpec *spec, const char *dimension)
{
  const GPtrArray *all = salon_report_spec_only (spec);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonReportOnly *only = all->pdata[i];

    if (g_str_equal (only->dimension, dimension))
      return only;
  }
  return NULL;
}

/**
 * salon_report_only_edit_set:
 * @words: (element-type SalonReportWord): what the report can be grouped by
 *
 * Shows to what @spec is narrowed; SalonReportOnlyEdit::changed is not emitted.
 */
void
salon_report_only_edit_set (SalonReportOnlyEdit *self, const SalonReportSpec *spec, GArray *words)
{
  g_return_if_fail (SALON_IS_REPORT_ONLY_EDIT (self));

  self->is_built = FALSE;
  g_array_set_size (self->choices, 0);
  for (guint i = 0; i < words->len; i++) {
    Choice choice = { .word = g_array_index (words, SalonReportWord, i) };
    const SalonReportOnly *only = find_only (spec, choice.word.key);

    if (choice.word.ref == SALON_FILTER_REF_NONE && choice.word.n_choices == 0)
      continue;
    choice.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    if (only != NULL)
      g_array_append_vals (choice.ids, only->values->data, only->values->len);
    g_array_append_val (self->choices, choice);
  }
  update (self);
}

/**
 * salon_report_only_edit_apply:
 *
 * Returns: (transfer full): @spec, narrowed to what is chosen
 */
SalonReportSpec *
salon_report_only_edit_apply (SalonReportOnlyEdit *self, const SalonReportSpec *spec)
{
  SalonReportSpec *result = salon_report_spec_ref ((SalonReportSpec *) spec);

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = &g_array_index (self->choices, Choice, i);
    g_autoptr (SalonReportSpec) before = result;

    result = salon_report_spec_with_only (before, choice->word.key, (const gint64 *) choice->ids->data, choice->ids->len);
  }
  return result;
}
