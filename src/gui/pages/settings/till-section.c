/* How cash is counted and what of a payment comes back as bonus.  Every answer saves the settings as a whole, and only what
 * differs is written. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/directory.h"
#include "gui/parts/entity-control.h"
#include "gui/parts/notes.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/value-entry.h"
#include "model/services/settings.h"

#define TILL_KEY "salon-till"

/* A number of the settings and how it is asked. */
typedef struct {
  SalonAsk ask;
  gsize offset;
} Row;

#define ROW(field, label, hint, kind, unit)                                                         \
  { { #field, label, hint, kind, FALSE, unit, NULL }, G_STRUCT_OFFSET (SalonSettings, field) }

static const Row cash_rows[] = {
  ROW (cash_step, N_("Cash is rounded to"), N_("The smallest coin, as 0.05; nothing or 0: to the cent."), SALON_ASK_MONEY, NULL),
  ROW (cash_difference_limit, N_("Largest difference without an explanation"),
       N_("More than that too much or missing in the drawer must be explained at its closing."), SALON_ASK_MONEY, NULL),
};
static const Row bonus_rows[] = {
  ROW (bonus_earn_bp, N_("Bonus of what is paid with money"), N_("0 = the salon gives no bonus."), SALON_ASK_PERCENT, NULL),
  ROW (bonus_share_bp, N_("Share of a bill that bonus may pay"), NULL, SALON_ASK_PERCENT, NULL),
  ROW (bonus_days, N_("Bonus can be used for"), N_("0 = without end."), SALON_ASK_NUMBER, N_("days")),
  ROW (certificate_days, N_("A gift certificate can be used for"), N_("0 = without end."), SALON_ASK_NUMBER, N_("days")),
};
static const Row certificate_rows[] = {
  ROW (certificate_days, N_("A gift certificate can be used for"), N_("0 = without end."), SALON_ASK_NUMBER, N_("days")),
};

#define MOST_ROWS (G_N_ELEMENTS (cash_rows) + G_N_ELEMENTS (bonus_rows) + G_N_ELEMENTS (certificate_rows))

typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  const Row *rows[MOST_ROWS];
  SalonValueEntry *entries[MOST_ROWS];
  guint n;
  gboolean filling;
} Till;

static void
till_free (Till *self)
{
  g_object_unref (self->session);
  g_free (self);
}

static int *
number_of (SalonSettings *settings, const Row *row)
{
  return (int *) ((char *) settings + row->offset);
}

/* ---- showing */

static void
on_directory (SalonDirectory *directory, GtkWidget *section)
{
  Till *self = g_object_get_data (G_OBJECT (section), TILL_KEY);
  g_autoptr (SalonSettings) settings = salon_settings_copy (salon_directory_settings (directory));

  self->filling = TRUE;
  for (guint i = 0; i < self->n; i++)
    if (salon_value_entry_get_value (self->entries[i]) != *number_of (settings, self->rows[i]))
      salon_value_entry_set_value (self->entries[i], *number_of (settings, self->rows[i]));
  self->filling = FALSE;
}

/* ---- saving */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (gtk_widget_get_root (section) == NULL)
    return;
  if (ok)
    salon_note_done (section, _("Settings saved."), &done);
  else if (!salon_form_mark (section, error))
    salon_note_error (section, error);
}

/* Whether an answer is other than what is saved; what cannot be read says so itself. */
static gboolean
take_answers (Till *self, SalonSettings *settings)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < self->n; i++) {
    int *number = number_of (settings, self->rows[i]);
    gint64 value = SALON_VALUE_NONE;

    if (!salon_value_entry_read (self->entries[i], &value, NULL))
      continue;
    value = value == SALON_VALUE_NONE ? 0 : CLAMP (value, -1, G_MAXINT32);
    differs = differs || *number != (int) value;
    *number = (int) value;
  }
  return differs;
}

static void
on_answered (gpointer data)
{
  Till *self = data;
  SalonDirectory *directory = salon_directory_of (self->session);
  SalonSettings *settings = NULL;

  if (self->filling || !salon_directory_is_ready (directory))
    return;
  settings = salon_settings_copy (salon_directory_settings (directory));
  salon_form_clear_errors (GTK_WIDGET (self->section));
  if (!take_answers (self, settings)) {
    salon_settings_free (settings);
    return;
  }
  salon_session_submit (self->session, &salon_command_settings_save, settings, NULL, NULL, on_saved, g_object_ref (self->section));
}

/* ---- building */

static GtkWidget *
create_card (Till *self, const char *title, const Row *rows, guint n)
{
  GtkWidget *card = salon_card_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < n; i++) {
    GtkWidget *control = salon_entity_control_new (&rows[i].ask, self->session);
    GtkWidget *place = salon_form_field_new (rows[i].ask.field, _(rows[i].ask.label), control);

    salon_value_entry_set_label (SALON_VALUE_ENTRY (control), _(rows[i].ask.label));
    if (rows[i].ask.hint != NULL)
      salon_form_field_set_hint (SALON_FORM_FIELD (place), _(rows[i].ask.hint));
    salon_entity_control_watch (control, &rows[i].ask, on_answered, self);
    gtk_box_append (GTK_BOX (box), place);
    self->rows[self->n] = &rows[i];
    self->entries[self->n++] = SALON_VALUE_ENTRY (control);
  }
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_hexpand (card, TRUE);
  salon_card_set_child (SALON_CARD (card), box);
  salon_settings_section_guard (self->section, card);
  return card;
}

/**
 * salon_settings_till_new:
 *
 * Returns: (transfer floating): rounding and counting of cash, the bonus, and how long gift certificates can be used
 */
GtkWidget *
salon_settings_till_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, C_("settings", "Checkout"),
                                                   _("How cash is rounded and counted, and what comes back as bonus."));
  SalonDirectory *directory = salon_directory_of (session);
  Till *self = g_new0 (Till, 1);
  GtkWidget *cash = NULL;
  GtkWidget *bonus = NULL;

  self->section = SALON_SETTINGS_SECTION (section);
  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (section), TILL_KEY, self, (GDestroyNotify) till_free);
  cash = create_card (self, C_("settings", "Cash"), cash_rows, G_N_ELEMENTS (cash_rows));
  bonus = create_card (self, C_("settings", "Bonus and certificates"), bonus_rows, G_N_ELEMENTS (bonus_rows));
  salon_settings_section_append_pair (self->section, cash, bonus);
  salon_settings_section_append (self->section, create_card (self, C_("settings", "Gift certificates"), certificate_rows,
                                                             G_N_ELEMENTS (certificate_rows)));
  g_signal_connect_object (directory, "changed", G_CALLBACK (on_directory), section, 0);
  if (salon_directory_is_ready (directory))
    on_directory (directory, section);
  return section;
}
