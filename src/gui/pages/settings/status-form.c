/* The rule for the status.  It concerns every client at once: unlike the other settings it is tried first and
 * saved by a button. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/rule-verbs.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/status-form.h"
#include "gui/pages/settings/status-preview.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"

#define PAUSE_MS 250

enum { N_PERMANENT, WINDOW, LOST_AFTER, LEAST, N_NUMBERS };

struct _SalonStatusForm {
  GtkWidget parent_instance;

  SalonValueEntry *numbers[N_NUMBERS];
  GtkCheckButton *sticky;
  GtkToggleButton *presets[2];
  GtkLabel *sentence;
  SalonStatusPreview *preview;
  SalonRuleVerbs *verbs;

  SalonSession *session;
  SalonDirectory *directory;
  SalonStatusParams saved;
  SalonSplit now; /* with the saved rule */
  gboolean has_now;
  gboolean filling;
  guint pause;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SalonStatusForm, salon_status_form, GTK_TYPE_WIDGET)

static int *
number_of (SalonStatusParams *params, int i)
{
  int *const all[N_NUMBERS] = { &params->n_permanent, &params->window_months, &params->lost_after_months,
                                &params->least_visits };

  return all[i];
}

static void
read_params (SalonStatusForm *self, SalonStatusParams *params)
{
  *params = self->saved;
  for (int i = 0; i < N_NUMBERS; i++) {
    gint64 value = SALON_VALUE_NONE;

    if (salon_value_entry_read (self->numbers[i], &value, NULL))
      *number_of (params, i) = value != SALON_VALUE_NONE ? (int) CLAMP (value, 0, 9999) : 0;
  }
  params->sticky = gtk_check_button_get_active (self->sticky);
}

/* ---- the rule in words */

static char *
permanent_sentence (const SalonStatusParams *params)
{
  g_autofree char *visits = g_strdup_printf (ngettext ("%d visit or more", "%d visits or more", (gulong) params->n_permanent),
                                             params->n_permanent);
  g_autofree char *months = g_strdup_printf (ngettext ("the last %d month", "the last %d months", (gulong) params->window_months),
                                             params->window_months);

  if (params->window_months == 0)
    /* Translators: %s is "3 visits or more" */
    return g_strdup_printf (_("Permanent: %s ever."), visits);
  /* Translators: %1$s is "3 visits or more", %2$s is "the last 3 months" */
  return g_strdup_printf (_("Permanent: %1$s in %2$s."), visits, months);
}

static char *
rule_in_words (const SalonStatusParams *params)
{
  g_autofree char *permanent = permanent_sentence (params);
  g_autofree char *lost = g_strdup_printf (ngettext ("Lost: the last visit was more than %d month ago.",
                                                     "Lost: the last visit was more than %d months ago.",
                                                     (gulong) params->lost_after_months),
                                           params->lost_after_months);
  const char *sticky = params->sticky ? _("Once permanent, she stays it until she is lost.") : "";

  return g_strconcat (permanent, " ", lost, "\n", _("New: everybody else who has been here. Potential: no visit yet."), "\n",
                      _("Several visits on one day count as one; “3 or more” begins with the third."),
                      *sticky != '\0' ? "\n" : "", sticky, NULL);
}

/* ---- preview */

static void
on_split (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonStatusForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree SalonSplit *split = salon_session_query_finish (SALON_SESSION (source), result, &error);
  SalonStatusParams params;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  salon_status_preview_set_busy (self->preview, FALSE);
  if (split == NULL)
    return;
  read_params (self, &params);
  salon_status_preview_show (self->preview, split, self->has_now ? &self->now : NULL, salon_status_params_words (&params));
}

static void
on_split_now (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonStatusForm) self = data;
  g_autofree SalonSplit *split = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (split == NULL)
    return;
  self->now = *split;
  self->has_now = TRUE;
}

static gboolean
on_pause (gpointer data)
{
  SalonStatusForm *self = data;
  SalonStatusParams params;

  self->pause = 0;
  read_params (self, &params);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!salon_status_params_validate (&params, NULL))
    return G_SOURCE_REMOVE;
  self->cancellable = g_cancellable_new ();
  salon_status_preview_set_busy (self->preview, TRUE);
  salon_session_query (self->session, &salon_query_split, SALON_LANE_BACKGROUND,
                       salon_split_request_new (SALON_DAY_NONE, &params), self->cancellable, on_split, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ask_soon (SalonStatusForm *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause, self);
}

/* ---- showing */

static void
update_state (SalonStatusForm *self)
{
  g_autoptr (GError) error = NULL;
  SalonStatusParams params;
  SalonStatusParams preset;
  g_autofree char *words = NULL;
  gboolean differs = FALSE;

  read_params (self, &params);
  words = rule_in_words (&params);
  differs = !salon_status_params_equal (&params, &self->saved);
  gtk_label_set_text (self->sentence, words);
  salon_rule_verbs_set_differs (self->verbs, differs);
  self->filling = TRUE;
  for (int i = 0; i < (int) G_N_ELEMENTS (self->presets); i++) {
    salon_status_params_preset ((SalonStatusPreset) i, &preset);
    gtk_toggle_button_set_active (self->presets[i], salon_status_params_equal (&params, &preset));
  }
  self->filling = FALSE;
  if (salon_status_params_validate (&params, &error))
    salon_form_clear_errors (GTK_WIDGET (self));
  ask_soon (self);
}

static void
show_params (SalonStatusForm *self, const SalonStatusParams *params)
{
  SalonStatusParams copy = *params;

  self->filling = TRUE;
  for (int i = 0; i < N_NUMBERS; i++)
    salon_value_entry_set_value (self->numbers[i], *number_of (&copy, i));
  gtk_check_button_set_active (self->sticky, params->sticky);
  self->filling = FALSE;
  update_state (self);
}

/* ---- callbacks */

static void
on_directory (SalonDirectory *directory, SalonStatusForm *self)
{
  const SalonStatusParams *now = &salon_directory_settings (directory)->status;
  SalonStatusParams typed;
  gboolean untouched = FALSE;

  read_params (self, &typed);
  untouched = !self->has_now || salon_status_params_equal (&typed, &self->saved);
  self->saved = *now;
  salon_session_query (self->session, &salon_query_split, SALON_LANE_BACKGROUND, salon_split_request_new (SALON_DAY_NONE, now),
                       NULL, on_split_now, g_object_ref (self));
  if (untouched)
    show_params (self, now);
  else
    update_state (self);
}

static void
on_answered (GtkWidget *control, GParamSpec *pspec, SalonStatusForm *self)
{
  if (!self->filling)
    update_state (self);
}

static void
on_preset (GtkToggleButton *button, SalonStatusForm *self)
{
  SalonStatusParams preset;

  if (self->filling)
    return;
  salon_status_params_preset (button == self->presets[SALON_STATUS_PRESET_1C] ? SALON_STATUS_PRESET_1C : SALON_STATUS_PRESET_LATVIAN,
                              &preset);
  show_params (self, &preset);
}

static void
on_back (SalonRuleVerbs *verbs, SalonStatusForm *self)
{
  show_params (self, &self->saved);
}

static void
on_use (SalonRuleVerbs *verbs, SalonStatusForm *self)
{
  SalonSettings *settings = NULL;

  if (!salon_directory_is_ready (self->directory))
    return;
  settings = salon_settings_copy (salon_directory_settings (self->directory));
  read_params (self, &settings->status);
  salon_rule_verbs_save (self->verbs, self->session, settings, GTK_WIDGET (self), _("The status of all clients follows the new rule."));
}

/* ---- building */

static void
salon_status_form_dispose (GObject *object)
{
  SalonStatusForm *self = SALON_STATUS_FORM (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_status_form_parent_class)->dispose (object);
}

static void
salon_status_form_class_init (SalonStatusFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_status_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
build_presets (SalonStatusForm *self)
{
  const char *const labels[] = { _("As in 1C"), _("Latvian") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (int i = 0; i < (int) G_N_ELEMENTS (self->presets); i++) {
    self->presets[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (labels[i]));
    g_signal_connect (self->presets[i], "toggled", G_CALLBACK (on_preset), self);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->presets[i]));
  }
  return box;
}

static GtkWidget *
build_numbers (SalonStatusForm *self)
{
  const struct {
    const char *field;
    const char *label;
    const char *unit;
    const char *hint;
  } asks[N_NUMBERS] = {
    [N_PERMANENT] = { "n_permanent", _("Permanent from"), _("visits"), NULL },
    [WINDOW] = { "window_months", _("within the last"), _("months"), _("0 = ever.") },
    [LOST_AFTER] = { "lost_after_months", _("Lost after"), _("months"), _("Without a visit.") },
    [LEAST] = { "least_visits", _("if she had at least"), _("visits"), NULL },
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  for (int i = 0; i < N_NUMBERS; i++) {
    GtkWidget *place = NULL;

    self->numbers[i] = SALON_VALUE_ENTRY (salon_number_entry_new (asks[i].unit, 0));
    salon_value_entry_set_label (self->numbers[i], asks[i].label);
    g_signal_connect (self->numbers[i], "notify::value", G_CALLBACK (on_answered), self);
    place = salon_form_field_new (asks[i].field, asks[i].label, GTK_WIDGET (self->numbers[i]));
    salon_form_field_set_hint (SALON_FORM_FIELD (place), asks[i].hint);
    gtk_grid_attach (GTK_GRID (grid), place, i % 2, i / 2, 1, 1);
  }
  return grid;
}

static GtkWidget *
build_verbs (SalonStatusForm *self)
{
  self->verbs = SALON_RULE_VERBS (salon_rule_verbs_new (_("Use this rule"), _("Back to the saved rule")));
  g_signal_connect (self->verbs, "use", G_CALLBACK (on_use), self);
  g_signal_connect (self->verbs, "back", G_CALLBACK (on_back), self);
  return GTK_WIDGET (self->verbs);
}

static GtkWidget *
build_rule (SalonStatusForm *self)
{
  GtkWidget *card = salon_card_new (_("Rule"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->sticky = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Once permanent, permanent until lost")));
  self->sentence = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-rule"));
  g_signal_connect (self->sticky, "notify::active", G_CALLBACK (on_answered), self);
  gtk_box_append (GTK_BOX (box), build_presets (self));
  gtk_box_append (GTK_BOX (box), build_numbers (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sticky));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  return card;
}

static void
salon_status_form_init (SalonStatusForm *self)
{
  GtkWidget *card = salon_card_new (_("How it splits your clients"));

  salon_settings_lay_out_pair (GTK_WIDGET (self));
  self->preview = SALON_STATUS_PREVIEW (salon_status_preview_new ());
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->preview));
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_parent (build_rule (self), GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

/**
 * salon_status_form_new:
 *
 * Returns: (transfer floating): the rule of @session
 */
GtkWidget *
salon_status_form_new (SalonSession *session)
{
  SalonStatusForm *self = g_object_new (SALON_TYPE_STATUS_FORM, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  if (salon_directory_is_ready (self->directory))
    on_directory (self->directory, self);
  return GTK_WIDGET (self);
}
