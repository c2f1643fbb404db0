/* A count is a button that shows its rows; exactly one is pressed.  At first that is what was rejected, if anything was. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/import-row-item.h"
#include "gui/pages/clients/import-sample.h"
#include "gui/pages/clients/import-trial.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/table.h"
#include "gui/widgets/wrap-layout.h"

#define MOST_ROWS 1000
#define AT_ONCE   4 /* rows that the table gets in one go: each makes widgets, which takes about a millisecond */

struct _SalonImportTrial {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkSpinner *spinner;
  SalonBanner *banner;
  GtkWidget *chips;
  GtkWidget *counts[SALON_IMPORT_N_OUTCOMES];
  GtkLabel *numbers[SALON_IMPORT_N_OUTCOMES];
  GtkLabel *words[SALON_IMPORT_N_OUTCOMES];
  GtkLabel *note;
  GtkStack *stack; /* "rows" or "none" */
  SalonTable *table;
  SalonEmptyState *none;

  GListStore *rows[SALON_IMPORT_N_OUTCOMES];
  gint64 totals[SALON_IMPORT_N_OUTCOMES];
  GtkSliceListModel *slice; /* what the table has of them so far */
  guint growing;
  gboolean chosen; /* the user has pressed a count */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SalonImportTrial, salon_import_trial, GTK_TYPE_WIDGET)

static const struct {
  const char *tone;
  const char *would; /* of the trial */
  const char *did;
} looks[SALON_IMPORT_N_OUTCOMES] = {
  [SALON_IMPORT_NEW] = { "teal", NC_ ("import count", "new"), NC_ ("import count", "added") },
  [SALON_IMPORT_UPDATED] = { "blue", NC_ ("import count", "to add to"), NC_ ("import count", "added to") },
  [SALON_IMPORT_DUPLICATE] = { "grey", NC_ ("import count", "known already"), NC_ ("import count", "known already") },
  [SALON_IMPORT_REJECTED] = { "red", NC_ ("import count", "with errors"), NC_ ("import count", "with errors") },
  [SALON_IMPORT_EMPTY] = { "grey", NC_ ("import count", "empty"), NC_ ("import count", "empty") },
};

/* ---- cells */

static char *
text_line (gpointer item)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, SALON_IMPORT_ROW_ITEM (item)->line);
}

static char *
text_name (gpointer item)
{
  SalonImportRowItem *row = item;

  return g_strdup (row->name != NULL ? row->name : "—");
}

/* Two lines, since a reason is a sentence; all rows stay of one height. */
static GtkWidget *
create_reason (void)
{
  GtkWidget *label = salon_label_new (NULL, "salon-small");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
bind_reason (GtkWidget *cell, gpointer item)
{
  gtk_label_set_text (GTK_LABEL (cell), SALON_IMPORT_ROW_ITEM (item)->reason);
}

static char *
label_of (gpointer item)
{
  SalonImportRowItem *row = item;
  g_autofree char *line = g_strdup_printf (_("Line %ld"), (long) row->line);

  return g_strjoin (", ", line, row->name != NULL ? row->name : "—", row->reason, NULL);
}

/* ---- showing */

static int
pressed (SalonImportTrial *self)
{
  for (int i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->counts[i])))
      return i;
  return SALON_IMPORT_NEW;
}

static gboolean
grow (gpointer data)
{
  SalonImportTrial *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size >= MOST_ROWS || size > g_list_model_get_n_items (G_LIST_MODEL (self->slice))) {
    self->growing = 0;
    return G_SOURCE_REMOVE;
  }
  gtk_slice_list_model_set_size (self->slice, size + AT_ONCE);
  return G_SOURCE_CONTINUE;
}

/* A little at a time, and none before the page was seen, so that the window stays alive meanwhile. */
static void
fill_table (SalonImportTrial *self, GListModel *rows)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_object (&self->slice);
  self->slice = gtk_slice_list_model_new (rows != NULL ? g_object_ref (rows) : NULL, 0, 0);
  salon_table_set_model (self->table, rows != NULL ? G_LIST_MODEL (self->slice) : NULL);
  if (rows != NULL)
    self->growing = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

static void
show_rows (SalonImportTrial *self)
{
  int outcome = pressed (self);
  guint n = self->rows[outcome] != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows[outcome])) : 0;
  g_autofree char *note = g_strdup_printf (_("The first %'u of them are shown."), n);

  fill_table (self, n > 0 ? G_LIST_MODEL (self->rows[outcome]) : NULL);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), n > 0 && n < self->totals[outcome]);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "none");
}

static void
on_count (GtkToggleButton *button, SalonImportTrial *self)
{
  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  self->chosen = TRUE;
  show_rows (self);
}

static void
on_item_activated (SalonTable *table, SalonImportRowItem *row, SalonImportTrial *self)
{
  if (row->client_id > 0)
    salon_shell_open_client (GTK_WIDGET (self), row->client_id);
}

static void
show_count (SalonImportTrial *self, int outcome, gint64 count, gboolean done)
{
  const char *word = g_dpgettext2 (GETTEXT_PACKAGE, "import count", done ? looks[outcome].did : looks[outcome].would);
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, count);
  g_autofree char *label = g_strdup_printf ("%s %s", number, word);

  self->totals[outcome] = count;
  salon_set_css_class (self->counts[outcome], "none", count == 0);
  gtk_label_set_text (self->numbers[outcome], number);
  gtk_label_set_text (self->words[outcome], word);
  salon_set_accessible_label (self->counts[outcome], label);
  gtk_widget_set_visible (self->counts[outcome], count > 0 || outcome == SALON_IMPORT_NEW || outcome == SALON_IMPORT_REJECTED);
}

static void
fill_rows (SalonImportTrial *self, const SalonImportReport *report, const SalonImportLayout *layout)
{
  for (int i = 0; i < SALON_IMPORT_N_OUTCOMES; i++) {
    g_clear_object (&self->rows[i]);
    self->rows[i] = g_list_store_new (SALON_TYPE_IMPORT_ROW_ITEM);
  }
  for (guint i = 0; report != NULL && i < report->rows->len; i++) {
    const SalonImportRow *row = report->rows->pdata[i];
    g_autoptr (SalonImportRowItem) item = NULL;

    if (g_list_model_get_n_items (G_LIST_MODEL (self->rows[row->outcome])) >= MOST_ROWS)
      continue;
    item = salon_import_row_item_new (row);
    if (item->name == NULL && row->cells != NULL)
      item->name = salon_import_sample_name (layout, row->cells);
    g_list_store_append (self->rows[row->outcome], item);
  }
}

/* ---- building */

static void
salon_import_trial_dispose (GObject *object)
{
  SalonImportTrial *self = SALON_IMPORT_TRIAL (object);

  self->setting = TRUE;
  g_clear_handle_id (&self->growing, g_source_remove);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->slice);
  for (int i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    g_clear_object (&self->rows[i]);
  G_OBJECT_CLASS (salon_import_trial_parent_class)->dispose (object);
}

static void
salon_import_trial_class_init (SalonImportTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_trial_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importtrial");
}

static GtkWidget *
build_count (SalonImportTrial *self, int outcome)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->numbers[outcome] = GTK_LABEL (gtk_label_new (NULL));
  self->words[outcome] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[outcome]), "salon-num");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers[outcome]), "salon-heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[outcome]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words[outcome]));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "salon-count");
  gtk_widget_add_css_class (button, looks[outcome].tone);
  if (outcome > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->counts[0]));
  g_signal_connect (button, "toggled", G_CALLBACK (on_count), self);
  self->counts[outcome] = button;
  return button;
}

static void
build_table (SalonImportTrial *self)
{
  const SalonColumn columns[] = {
    { .id = "line", .title = C_ ("column", "Line"), .xalign = 1, .width = 64, .text = text_line },
    { .id = "name", .title = C_ ("column", "Who"), .width = 150, .text = text_name },
    { .id = "reason", .title = C_ ("column", "Remark"), .create = create_reason, .bind = bind_reason },
  };

  self->table = SALON_TABLE (salon_table_new (_("Rows of the file"), columns, G_N_ELEMENTS (columns)));
  salon_table_set_plain (self->table);
  salon_table_set_row_label (self->table, label_of);
  g_signal_connect (self->table, "activate-item", G_CALLBACK (on_item_activated), self);
  self->none = SALON_EMPTY_STATE (salon_empty_state_new (NULL, _("There are no such rows."), NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
}

static void
salon_import_trial_init (SalonImportTrial *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->setting = TRUE;
  self->card = SALON_CARD (salon_card_new (NULL));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->banner = SALON_BANNER (salon_banner_new ());
  self->chips = g_object_new (GTK_TYPE_BOX, "layout-manager", salon_wrap_layout_new (6, 6), NULL);
  self->note = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_widget_add_css_class (self->chips, "salon-counts");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "salon-import-note");
  for (int i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    gtk_box_append (GTK_BOX (self->chips), build_count (self, i));
  build_table (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  salon_card_add_suffix (self->card, GTK_WIDGET (self->spinner));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  self->setting = FALSE;
  salon_import_trial_set_report (self, NULL, NULL, FALSE);
}

/**
 * salon_import_trial_new:
 * @title: translated
 *
 * Returns: (transfer floating): nothing tried yet
 */
GtkWidget *
salon_import_trial_new (const char *title)
{
  SalonImportTrial *self = g_object_new (SALON_TYPE_IMPORT_TRIAL, NULL);

  salon_card_set_title (self->card, title);
  return GTK_WIDGET (self);
}

/**
 * salon_import_trial_set_busy: whether it is being tried; what is shown meanwhile is of the time before
 */
void
salon_import_trial_set_busy (SalonImportTrial *self, gboolean busy)
{
  g_return_if_fail (SALON_IS_IMPORT_TRIAL (self));

  gtk_spinner_set_spinning (self->spinner, busy);
  salon_card_set_note (self->card, busy ? _("reading …") : NULL);
  salon_set_css_class (self->chips, "stale", busy);
}

/**
 * salon_import_trial_set_share: how much was read, of 1000
 */
void
salon_import_trial_set_share (SalonImportTrial *self, int permille)
{
  /* TRANSLATORS: how much of a file was read */
  g_autofree char *text = g_strdup_printf (_("reading … %d %%"), permille / 10);

  salon_card_set_note (self->card, text);
}

/**
 * salon_import_trial_set_report:
 * @report: (nullable): what came out; %NULL = nothing yet
 * @layout: (nullable): the columns of it
 * @done: whether it was done, not only tried
 */
void
salon_import_trial_set_report (SalonImportTrial *self, const SalonImportReport *report, const SalonImportLayout *layout,
                               gboolean done)
{
  int first = SALON_IMPORT_NEW;

  g_return_if_fail (SALON_IS_IMPORT_TRIAL (self));

  self->setting = TRUE;
  salon_banner_hide (self->banner);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  gtk_widget_set_visible (self->chips, report != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), report != NULL);
  fill_rows (self, report, layout);
  for (int i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    show_count (self, i, report != NULL ? report->counts[i] : 0, done);
  if (report != NULL && report->counts[SALON_IMPORT_REJECTED] > 0)
    first = SALON_IMPORT_REJECTED;
  if (!self->chosen || self->totals[pressed (self)] == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->counts[first]), TRUE);
  self->setting = FALSE;
  show_rows (self);
}

/**
 * salon_import_trial_set_error: shows why it cannot be tried
 */
void
salon_import_trial_set_error (SalonImportTrial *self, const char *sentence)
{
  salon_import_trial_set_report (self, NULL, NULL, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), TRUE);
  salon_banner_show (self->banner, SALON_TONE_AMBER, sentence);
}
