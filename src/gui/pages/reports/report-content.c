/* Bars, stacks, lines and areas can stand for each other; a chart of another kind is what its report is about. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-content.h"
#include "gui/pages/reports/report-grid.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/parts/chart-view.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/toggle-choice.h"
#include "model/services/reports.h"

#define CHART_SHARE  0.46 /* of the height, at first */
#define LEAST_CHART  170
#define LEAST_TABLE  150

struct _SalonReportContent {
  GtkWidget parent_instance;

  GtkStack *stack; /* "blank", "answer", "empty" or "refused" */
  GtkPaned *paned;
  GtkWidget *chart_card;
  SalonToggleChoice *kinds;
  SalonChartView *chart;
  SalonReportGrid *grid;
  GtkLabel *notes;
  SalonEmptyState *empty;
  SalonEmptyState *refusal;

  SalonReportAnswer *answer;
  gboolean setting;
  gboolean is_placed; /* the chart has its height */
};

enum { CHART_KIND, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportContent, salon_report_content, GTK_TYPE_WIDGET)

/* ---- callbacks */

static void
on_kind (SalonToggleChoice *kinds, GParamSpec *pspec, SalonReportContent *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHART_KIND], 0, (int) salon_toggle_choice_get_selected (kinds));
}

static void
on_opened (SalonChartView *chart, guint row, guint column, SalonReportContent *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "report.open-cell", "(uu)", row, column);
}

static void
on_layout (SalonReportGrid *grid, SalonReportContent *self)
{
  if (self->answer != NULL && self->answer->spec != NULL && !self->setting)
    salon_report_memory_put_columns (salon_report_spec_report (self->answer->spec), salon_report_grid_get_layout (grid));
}

/* The height of the page is known as soon as it has one. */
static void
on_max_position (GtkPaned *paned, GParamSpec *pspec, SalonReportContent *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (paned));

  if (self->is_placed || height == 0)
    return;
  self->is_placed = TRUE;
  gtk_paned_set_position (paned, MAX (LEAST_CHART, (int) (height * CHART_SHARE)));
}

/* ---- object */

static void
salon_report_content_dispose (GObject *object)
{
  SalonReportContent *self = SALON_REPORT_CONTENT (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->answer);
  G_OBJECT_CLASS (salon_report_content_parent_class)->dispose (object);
}

static gboolean
salon_report_content_grab_focus (GtkWidget *widget)
{
  SalonReportContent *self = SALON_REPORT_CONTENT (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
salon_report_content_class_init (SalonReportContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_content_dispose;
  widget_class->grab_focus = salon_report_content_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonReportContent::chart-kind:
   * @kind: (type SalonChartKind): as what the chart is to be drawn
   */
  signals[CHART_KIND] = g_signal_new ("chart-kind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
build_kinds (SalonReportContent *self)
{
  self->kinds = SALON_TOGGLE_CHOICE (salon_toggle_choice_new (_("Kind of chart")));
  salon_toggle_choice_append (self->kinds, SALON_CHART_BARS, "salon-chart-bars-symbolic", C_ ("chart", "Bars"));
  salon_toggle_choice_append (self->kinds, SALON_CHART_STACKED, "salon-chart-stacked-symbolic", C_ ("chart", "Stacked bars"));
  salon_toggle_choice_append (self->kinds, SALON_CHART_LINES, "salon-chart-lines-symbolic", C_ ("chart", "Lines"));
  salon_toggle_choice_append (self->kinds, SALON_CHART_AREAS, "salon-chart-areas-symbolic", C_ ("chart", "Areas"));
  salon_toggle_choice_append (self->kinds, SALON_CHART_WATERFALL, "salon-chart-waterfall-symbolic", C_ ("chart", "Waterfall"));
  gtk_widget_set_valign (GTK_WIDGET (self->kinds), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (self->kinds), "salon-chart-kinds");
  g_signal_connect (self->kinds, "notify::selected", G_CALLBACK (on_kind), self);
}

static void
build_chart (SalonReportContent *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->chart = SALON_CHART_VIEW (salon_chart_view_new ());
  g_signal_connect (self->chart, "opened", G_CALLBACK (on_opened), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->chart));
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->chart_card = salon_card_new (NULL);
  salon_card_set_child (SALON_CARD (self->chart_card), scroller);
  gtk_widget_add_css_class (self->chart_card, "salon-chart-sheet");
  gtk_widget_set_size_request (self->chart_card, -1, LEAST_CHART);
}

static GtkWidget *
build_table (SalonReportContent *self)
{
  GtkWidget *card = salon_card_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grid = SALON_REPORT_GRID (salon_report_grid_new ());
  g_signal_connect (self->grid, "layout-changed", G_CALLBACK (on_layout), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  self->notes = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->notes), "salon-report-notes");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_add_css_class (card, "flush");
  gtk_widget_set_size_request (card, -1, LEAST_TABLE);
  return card;
}

static GtkWidget *
on_sheet (GtkWidget *child)
{
  GtkWidget *card = salon_card_new (NULL);

  salon_card_set_child (SALON_CARD (card), child);
  return card;
}

static void
salon_report_content_init (SalonReportContent *self)
{
  self->empty = SALON_EMPTY_STATE (salon_empty_state_new ("salon-reports-symbolic", NULL, NULL));
  salon_empty_state_set_action (self->empty, _("Another period"), "reports.period");
  self->refusal = SALON_EMPTY_STATE (salon_empty_state_new ("salon-alert-symbolic", NULL, NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_VERTICAL));
  build_kinds (self);
  build_chart (self);
  gtk_paned_set_start_child (self->paned, self->chart_card);
  gtk_paned_set_end_child (self->paned, build_table (self));
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_paned_set_resize_start_child (self->paned, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->paned), "salon-report-paned");
  g_signal_connect (self->paned, "notify::max-position", G_CALLBACK (on_max_position), self);
  gtk_stack_add_named (self->stack, on_sheet (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)), "blank");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->paned), "answer");
  gtk_stack_add_named (self->stack, on_sheet (GTK_WIDGET (self->empty)), "empty");
  gtk_stack_add_named (self->stack, on_sheet (GTK_WIDGET (self->refusal)), "refused");
  salon_compat_hide_unseen_pages (self->stack);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * salon_report_content_new:
 */
GtkWidget *
salon_report_content_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_CONTENT, NULL);
}

static void
show_chart (SalonReportContent *self, const SalonReportTable *table)
{
  const SalonReport *report = self->answer->spec != NULL ? salon_report_find (salon_report_spec_report (self->answer->spec)) : NULL;
  gboolean has_balance = report != NULL && (salon_report_flags (report) & SALON_REPORT_BALANCE) != 0;
  gboolean can_change = table->chart != NULL && (table->chart->kind <= SALON_CHART_AREAS || has_balance);

  salon_chart_view_set_chart (self->chart, table->chart, table->currency, G_OBJECT (self->answer));
  salon_set_accessible_label (self->chart, table->title);
  gtk_widget_set_visible (self->chart_card, table->chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), can_change);
  salon_toggle_choice_set_offered (self->kinds, SALON_CHART_WATERFALL, has_balance);
  if (can_change)
    salon_toggle_choice_set_selected (self->kinds, table->chart->kind);
}

static void
show_notes (SalonReportContent *self, const SalonReportTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) table->notes->pdata[i]);
  gtk_label_set_text (self->notes, text->str);
  salon_empty_state_set_text (self->empty, _("Nothing in this period"),
                              text->len > 0 ? text->str : _("Take a longer period, or let the report tell of all clients and everything."));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
}

/**
 * salon_report_content_show:
 */
void
salon_report_content_show (SalonReportContent *self, SalonReportAnswer *answer)
{
  const SalonReportTable *table = answer->table;
  g_autoptr (GVariant) layout = NULL;

  g_return_if_fail (SALON_IS_REPORT_CONTENT (self));

  if (answer->spec != NULL)
    layout = salon_report_memory_get_columns (salon_report_spec_report (answer->spec));
  self->setting = TRUE;
  g_set_object (&self->answer, answer);
  show_chart (self, table);
  salon_report_grid_show (self->grid, answer, layout);
  show_notes (self, table);
  gtk_stack_set_visible_child_name (self->stack, table->rows->len > 0 ? "answer" : "empty");
  self->setting = FALSE;
}

/**
 * salon_report_content_get_kinds:
 *
 * Returns: (transfer none): the choice of how the chart is drawn, which has no place of its own here
 */
GtkWidget *
salon_report_content_get_kinds (SalonReportContent *self)
{
  return GTK_WIDGET (self->kinds);
}

/**
 * salon_report_content_blank: shows nothing
 */
void
salon_report_content_blank (SalonReportContent *self)
{
  g_return_if_fail (SALON_IS_REPORT_CONTENT (self));

  salon_chart_view_set_chart (self->chart, NULL, NULL, NULL);
  g_clear_object (&self->answer);
  gtk_stack_set_visible_child_name (self->stack, "blank");
}

/**
 * salon_report_content_refuse:
 * @sentence: why there is no answer
 *
 * An answer that is there stays.
 */
void
salon_report_content_refuse (SalonReportContent *self, const char *sentence)
{
  g_return_if_fail (SALON_IS_REPORT_CONTENT (self));

  salon_empty_state_set_text (self->refusal, _("No answer"), sentence);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

/**
 * salon_report_content_focus_chart: where there is one
 */
void
salon_report_content_focus_chart (SalonReportContent *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

/**
 * salon_report_content_sort: see salon_report_grid_sort()
 */
void
salon_report_content_sort (SalonReportContent *self)
{
  salon_report_grid_sort (self->grid);
}

/**
 * salon_report_content_copy: see salon_report_grid_copy()
 */
char *
salon_report_content_copy (SalonReportContent *self)
{
  return salon_report_grid_copy (self->grid);
}
