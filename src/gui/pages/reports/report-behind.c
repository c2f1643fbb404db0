/* People or single lines, from which the client, the visit or the receipt is opened; people can be kept as a segment. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/pages/reports/report-behind.h"
#include "gui/pages/reports/report-grid.h"
#include "gui/pages/reports/report-name.h"
#include "gui/parts/job-runner.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/toggle-choice.h"
#include "model/services/people-lists.h"
#include "model/services/reports.h"

enum { LINES, PEOPLE };

struct _SalonBehindView {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  SalonToggleChoice *what;
  SalonReportName *segment;
  GtkStack *stack; /* "answer", "wait" or "empty" */
  SalonEmptyState *empty;
  SalonReportGrid *grid;

  SalonSession *session;
  SalonReportAnswer *of;     /* the answer it stands behind */
  guint row;
  guint column;
  SalonReportAnswer *answer; /* what is shown */
  SalonQuestion question;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SalonBehindView, salon_behind_view, GTK_TYPE_WIDGET)

static gboolean
has_people (const SalonReport *report)
{
  return (salon_report_flags (report) & SALON_REPORT_OF_PEOPLE) != 0;
}

static gboolean
is_people (SalonBehindView *self)
{
  return salon_toggle_choice_get_selected (self->what) == PEOPLE;
}

/* ---- asking */

static GArray *
client_ids (SalonBehindView *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->answer != NULL && i < self->answer->table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (self->answer->table, i);

    if (row->opens == SALON_REPORT_OPENS_CLIENT)
      g_array_append_val (ids, row->opens_id);
  }
  return ids;
}

static void
show_answer (SalonBehindView *self)
{
  const SalonReportTable *table = self->answer->table;
  g_autoptr (GArray) ids = client_ids (self);
  gboolean has_focus = salon_has_focus (GTK_WIDGET (self));
  g_autofree char *people = g_strdup_printf (ngettext ("%'d client", "%'d clients", ids->len), (int) ids->len);

  gtk_label_set_text (self->subtitle, is_people (self) ? people : table->subtitle);
  salon_report_grid_show (self->grid, self->answer, NULL);
  gtk_stack_set_visible_child_name (self->stack, table->rows->len > 0 ? "answer" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->segment), is_people (self) && ids->len > 0);
  if (!has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_answer (gpointer owner, gpointer answer, const GError *error)
{
  SalonBehindView *self = owner;

  g_clear_object (&self->answer);
  if (answer == NULL) {
    salon_empty_state_set_text (self->empty, _("No answer"), error->message);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  salon_empty_state_set_text (self->empty, _("Nobody and nothing"), _("Nothing stands behind this number."));
  self->answer = salon_report_answer_new (answer, NULL);
  show_answer (self);
}

static void
ask (SalonBehindView *self)
{
  const SalonReportTable *table = self->of->table;
  const SalonReportColumn *column = salon_report_table_column (table, self->column);
  SalonBehindRequest *request = salon_behind_request_new (self->of->spec, salon_report_table_row (table, self->row), column->key, is_people (self));

  gtk_widget_set_visible (GTK_WIDGET (self->segment), FALSE);
  salon_question_ask (&self->question, self, self->session, &salon_query_report_behind, SALON_LANE_BACKGROUND, request, on_answer);
}

static void
on_what (SalonToggleChoice *choice, GParamSpec *pspec, SalonBehindView *self)
{
  if (!self->setting)
    ask (self);
}

/* ---- a segment */

static char *
note_segment (const SalonJobResult *result, gpointer data)
{
  return g_strdup_printf (_("The segment “%s” is made; you find it above the list of clients."), (const char *) data);
}

static void
on_segment (SalonReportName *button, const char *name, SalonBehindView *self)
{
  GArray *ids = client_ids (self);
  g_autofree char *from = g_strdup_printf ("%s, %s", self->of->table->title, gtk_label_get_text (self->title));
  SalonPeopleListDraft *draft = salon_people_list_draft_new (name, from, ids);

  g_array_unref (ids);
  salon_run_job_noted (GTK_WIDGET (self), self->session, salon_people_list_run_new (draft), _("Making the segment …"), note_segment,
                       g_strdup (name), g_free);
}

/* ---- opening */

/**
 * salon_behind_view_open_row:
 * @from: any widget of the window
 *
 * Returns: whether the row of a list opens something, which is opened
 */
gboolean
salon_behind_view_open_row (GtkWidget *from, const SalonReportRow *row)
{
  static const char *const actions[] = {
    [SALON_REPORT_OPENS_CLIENT] = "win.open-client",
    [SALON_REPORT_OPENS_VISIT] = "win.open-visit",
    [SALON_REPORT_OPENS_SALE] = "win.open-receipt",
  };

  if (row->opens == SALON_REPORT_OPENS_NOTHING || row->opens_id == 0)
    return FALSE;
  return gtk_widget_activate_action (from, actions[row->opens], "x", row->opens_id);
}

static void
action_open_cell (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonBehindView *self = SALON_BEHIND_VIEW (widget);
  guint row = 0;
  guint column = 0;

  g_variant_get (target, "(uu)", &row, &column);
  if (self->answer != NULL)
    salon_behind_view_open_row (widget, salon_report_table_row (self->answer->table, row));
}

/* ---- object */

static void
salon_behind_view_dispose (GObject *object)
{
  SalonBehindView *self = SALON_BEHIND_VIEW (object);

  self->setting = TRUE;
  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->of);
  g_clear_object (&self->answer);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_behind_view_parent_class)->dispose (object);
}

static gboolean
salon_behind_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_BEHIND_VIEW (widget)->grid));
}

static void
salon_behind_view_class_init (SalonBehindViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_behind_view_dispose;
  widget_class->grab_focus = salon_behind_view_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_install_action (widget_class, "report.open-cell", "(uu)", action_open_cell);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_head (SalonBehindView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *back = salon_icon_button_new ("salon-chevron-left-symbolic", _("Back to the report (Esc)"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "report.back");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  self->title = GTK_LABEL (salon_label_new (NULL, "salon-title"));
  self->subtitle = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->subtitle));
  self->what = SALON_TOGGLE_CHOICE (salon_toggle_choice_new (_("What stands behind the number")));
  salon_toggle_choice_append (self->what, PEOPLE, NULL, C_ ("report", "People"));
  salon_toggle_choice_append (self->what, LINES, NULL, C_ ("report", "Lines"));
  gtk_widget_set_valign (GTK_WIDGET (self->what), GTK_ALIGN_CENTER);
  self->segment = SALON_REPORT_NAME (salon_report_name_new (_("Make a segment …"), _("Name of the segment"), C_ ("segment", "Save")));
  gtk_widget_set_valign (GTK_WIDGET (self->segment), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->segment));
  return head;
}

static void
salon_behind_view_init (SalonBehindView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/**
 * salon_behind_view_new:
 */
GtkWidget *
salon_behind_view_new (SalonSession *session)
{
  SalonBehindView *self = g_object_new (SALON_TYPE_BEHIND_VIEW, NULL);
  GtkWidget *card = salon_card_new (NULL);

  self->session = g_object_ref (session);
  self->grid = SALON_REPORT_GRID (salon_report_grid_new ());
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-reports-symbolic", NULL, NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "wait");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->grid), "answer");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (card, "flush");
  gtk_widget_set_vexpand (card, TRUE);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect (self->what, "notify::selected", G_CALLBACK (on_what), self);
  g_signal_connect (self->segment, "named", G_CALLBACK (on_segment), self);
  return GTK_WIDGET (self);
}

/* "Anna, March 2026, Sold 1 234.00 €" */
static char *
tell_number (const SalonReportTable *table, guint row, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = salon_report_table_cell_text (table, row, column);

  for (guint i = 0; i < table->columns->len; i++) {
    g_autofree char *label = salon_report_table_cell_text (table, row, i);

    if (salon_report_table_column (table, i)->role == SALON_REPORT_LABEL && *label != '\0')
      g_string_append_printf (text, "%s, ", label);
  }
  g_string_append_printf (text, "%s: %s", salon_report_table_column (table, column)->heading, value);
  return g_strdup (text->str);
}

/**
 * salon_behind_view_open:
 * @answer: of a report
 * @row: of its table
 * @column: of its table
 */
void
salon_behind_view_open (SalonBehindView *self, SalonReportAnswer *answer, guint row, guint column)
{
  const SalonReport *report = salon_report_find (salon_report_spec_report (answer->spec));
  g_autofree char *title = tell_number (answer->table, row, column);
  const char *end = strrchr (title, ':'); /* the number is no part of the name */
  g_autofree char *name = NULL;

  g_return_if_fail (SALON_IS_BEHIND_VIEW (self));

  g_set_object (&self->of, answer);
  self->row = row;
  self->column = column;
  gtk_label_set_text (self->title, title);
  name = g_strndup (title, (gsize) (end != NULL ? end - title : (glong) strlen (title)));
  salon_report_name_set_usual (self->segment, name);
  salon_set_tooltip (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->subtitle, answer->table->subtitle);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  self->setting = TRUE;
  salon_toggle_choice_set_selected (self->what, has_people (report) ? PEOPLE : LINES);
  gtk_widget_set_visible (GTK_WIDGET (self->what), has_people (report) && salon_report_has_lines (report));
  self->setting = FALSE;
  ask (self);
}

/**
 * salon_behind_view_close: nothing is asked for any more
 */
void
salon_behind_view_close (SalonBehindView *self)
{
  salon_question_drop (&self->question);
}
