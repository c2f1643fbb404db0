/* A table of limits: what a mark of 5, 4, 3 and 2 asks for; less is 1.  They belong together, so they are saved by a
 * button, with Undo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/rfm-form.h"
#include "gui/pages/settings/rule-verbs.h"
#include "gui/pages/settings/section.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/number-entry.h"
#include "model/services/settings.h"

#define BEST_MARK   5
#define ASKED_CHARS 30

enum { RECENCY, FREQUENCY, MONEY, N_ROWS };

struct _SalonRfmForm {
  GtkWidget parent_instance;

  SalonValueEntry *entries[N_ROWS][SALON_RFM_LIMITS];
  SalonRuleVerbs *verbs;

  SalonSession *session;
  SalonDirectory *directory;
  SalonRfmLimits saved;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonRfmForm, salon_rfm_form, GTK_TYPE_WIDGET)

static int *
limit_of (SalonRfmLimits *limits, int row, int i)
{
  int *const rows[N_ROWS] = { limits->recency_days, limits->visits, limits->revenue };

  return &rows[row][i];
}

/* What cannot be read is no limit at all, which the rule refuses. */
static void
read_limits (SalonRfmForm *self, SalonRfmLimits *limits)
{
  for (int row = 0; row < N_ROWS; row++)
    for (int i = 0; i < SALON_RFM_LIMITS; i++) {
      gint64 value = SALON_VALUE_NONE;

      if (!salon_value_entry_read (self->entries[row][i], &value, NULL) || value == SALON_VALUE_NONE)
        value = -1;
      *limit_of (limits, row, i) = (int) CLAMP (value, -1, G_MAXINT);
    }
}

static void
update_state (SalonRfmForm *self)
{
  SalonRfmLimits typed;
  gboolean differs = FALSE;

  read_limits (self, &typed);
  for (int row = 0; row < N_ROWS; row++)
    for (int i = 0; i < SALON_RFM_LIMITS; i++)
      differs = differs || *limit_of (&typed, row, i) != *limit_of (&self->saved, row, i);
  salon_rule_verbs_set_differs (self->verbs, differs);
  salon_form_clear_errors (GTK_WIDGET (self));
}

static void
show_saved (SalonRfmForm *self)
{
  self->filling = TRUE;
  for (int row = 0; row < N_ROWS; row++)
    for (int i = 0; i < SALON_RFM_LIMITS; i++)
      salon_value_entry_set_value (self->entries[row][i], *limit_of (&self->saved, row, i));
  self->filling = FALSE;
  update_state (self);
}

/* ---- callbacks */

static void
on_directory (SalonDirectory *directory, SalonRfmForm *self)
{
  const SalonRfmLimits *now = &salon_directory_settings (directory)->rfm;
  gboolean untouched = !salon_rule_verbs_get_differs (self->verbs);

  for (int i = 0; i < SALON_RFM_LIMITS; i++)
    salon_money_entry_set_currency (SALON_MONEY_ENTRY (self->entries[MONEY][i]), salon_directory_currency (directory));
  self->saved = *now;
  if (untouched)
    show_saved (self);
  else
    update_state (self);
}

static void
on_typed (SalonValueEntry *entry, GParamSpec *pspec, SalonRfmForm *self)
{
  if (!self->filling)
    update_state (self);
}

static void
on_back (SalonRuleVerbs *verbs, SalonRfmForm *self)
{
  show_saved (self);
}

static void
on_use (SalonRuleVerbs *verbs, SalonRfmForm *self)
{
  SalonSettings *settings = NULL;

  if (!salon_directory_is_ready (self->directory))
    return;
  settings = salon_settings_copy (salon_directory_settings (self->directory));
  read_limits (self, &settings->rfm);
  salon_rule_verbs_save (self->verbs, self->session, settings, GTK_WIDGET (self), _("The marks of all clients follow the new limits."));
}

/* ---- building */

static void
salon_rfm_form_dispose (GObject *object)
{
  SalonRfmForm *self = SALON_RFM_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_rfm_form_parent_class)->dispose (object);
}

static void
salon_rfm_form_class_init (SalonRfmFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_rfm_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* Limits beside what they are asked for; with large text below it. */
static void
place_asked (GtkGrid *grid, const char *what, int row, gboolean is_large)
{
  GtkWidget *asked = salon_wrapped_label_new (what, NULL);

  gtk_grid_attach (grid, asked, 0, row, is_large ? 1 + SALON_RFM_LIMITS : 1, 1);
  gtk_widget_set_hexpand (asked, TRUE);
  if (!is_large)
    gtk_label_set_width_chars (GTK_LABEL (asked), ASKED_CHARS);
}

static void
label_at (GtkGrid *grid, const char *text, int column, int row)
{
  gtk_grid_attach (grid, salon_wrapped_label_new (text, "dim-label"), column, row, 1, 1);
}

static void
build_row (SalonRfmForm *self, GtkGrid *grid, int row, const char *name, const char *what)
{
  gboolean is_large = salon_settings_is_large_text (GTK_WIDGET (self));
  int at = is_large ? 2 * row + 2 : row + 1;

  place_asked (grid, what, is_large ? at - 1 : at, is_large);
  for (int i = 0; i < SALON_RFM_LIMITS; i++) {
    /* Translators: the name of a field: "Recency, mark 5" */
    g_autofree char *label = g_strdup_printf (_("%s, mark %d"), name, BEST_MARK - i);
    GtkWidget *entry = row == MONEY ? salon_money_entry_new (salon_directory_currency (self->directory))
                                    : salon_number_entry_new (NULL, 0);

    self->entries[row][i] = SALON_VALUE_ENTRY (entry);
    salon_value_entry_set_label (self->entries[row][i], label);
    gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (self->entries[row][i])), 6);
    gtk_editable_set_max_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (self->entries[row][i])), 8);
    g_signal_connect (entry, "notify::value", G_CALLBACK (on_typed), self);
    gtk_widget_set_hexpand (entry, FALSE);
    gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
    gtk_grid_attach (grid, entry, i + 1, at, 1, 1);
  }
}

static GtkWidget *
build_table (SalonRfmForm *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 10);
  for (int i = 0; i < SALON_RFM_LIMITS; i++) {
    /* Translators: the head of a column of limits: "Mark 5" */
    g_autofree char *mark = g_strdup_printf (_("Mark %d"), BEST_MARK - i);

    label_at (grid, mark, i + 1, 0);
  }
  build_row (self, grid, RECENCY, C_ ("rfm", "Recency"), _("Recency: days since the last visit, at most"));
  build_row (self, grid, FREQUENCY, C_ ("rfm", "Frequency"), _("Frequency: visits in 12 months, at least"));
  build_row (self, grid, MONEY, C_ ("rfm", "Money"), _("Money: sold in 12 months, at least"));
  return salon_form_field_new ("rfm", NULL, GTK_WIDGET (grid));
}

static GtkWidget *
build_verbs (SalonRfmForm *self)
{
  self->verbs = SALON_RULE_VERBS (salon_rule_verbs_new (_("Use these limits"), _("Back to the saved limits")));
  g_signal_connect (self->verbs, "use", G_CALLBACK (on_use), self);
  g_signal_connect (self->verbs, "back", G_CALLBACK (on_back), self);
  return GTK_WIDGET (self->verbs);
}

static void
build (SalonRfmForm *self)
{
  GtkWidget *card = salon_card_new (_("Marks for recency, frequency and money"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("From 5, the best, to 1: who does not reach mark 2 has 1. "
                                                            "Filters and segments can ask for them."), "dim-label"));
  gtk_box_append (GTK_BOX (box), build_table (self));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

static void
salon_rfm_form_init (SalonRfmForm *self)
{
}

/**
 * salon_rfm_form_new:
 *
 * Returns: (transfer floating): the limits of @session
 */
GtkWidget *
salon_rfm_form_new (SalonSession *session)
{
  SalonRfmForm *self = g_object_new (SALON_TYPE_RFM_FORM, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  build (self);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}
