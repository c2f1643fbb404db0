/* Discounts and promotions: the list with on and off, the form beside it, and how much each role may take off by hand. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/discount-form.h"
#include "gui/pages/settings/list-card.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/directory.h"
#include "gui/parts/entity-control.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/segment.h"
#include "model/rules/labels.h"
#include "model/rules/pricing-text.h"
#include "model/services/catalogue.h"
#include "model/services/price-rules.h"

#define PAGE_KEY "salon-discounts"
#define ID_KEY   "salon-rule"

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonCard *card;
  SalonCard *form_card;
  GtkListBox *list;
  SalonDiscountForm *form;
  GtkWidget *limits[SALON_ROLE_LAST];
  GPtrArray *rules; /* SalonPricingRule */
  gint64 shown;     /* the rule in the form; 0 = a new one */
  gboolean filling;
} Discounts;

static void
discounts_free (Discounts *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

static Discounts *
discounts_of (gpointer section)
{
  return g_object_get_data (section, PAGE_KEY);
}

static const SalonPricingRule *
find_rule (Discounts *self, gint64 id)
{
  for (guint i = 0; self->rules != NULL && i < self->rules->len; i++)
    if (salon_entity_get_id (((SalonPricingRule *) self->rules->pdata[i])->rule) == id)
      return self->rules->pdata[i];
  return NULL;
}

static void
show_form (Discounts *self, gint64 id)
{
  const SalonPricingRule *rule = find_rule (self, id);

  self->shown = rule != NULL ? id : 0;
  salon_card_set_title (self->form_card, rule != NULL ? rule->rule->name : _("New discount"));
  salon_discount_form_show (self->form, rule);
}

/* ---- on and off */

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (gtk_widget_get_root (section) == NULL)
    return;
  if (ok)
    salon_note_done (section, _("Discount saved."), &done);
  else
    salon_note_error (section, error);
}

static void
on_switch (GtkSwitch *button, GParamSpec *pspec, Discounts *self)
{
  const SalonPricingRule *rule = find_rule (self, *(gint64 *) g_object_get_data (G_OBJECT (button), ID_KEY));
  g_autoptr (SalonPriceRule) curr = rule != NULL ? salon_price_rule_copy (rule->rule) : NULL;

  if (self->filling || curr == NULL)
    return;
  curr->active = gtk_switch_get_active (button);
  salon_session_submit (self->session, &salon_command_price_rule_save, salon_price_rule_draft_new (rule->rule, curr, NULL), NULL,
                        NULL, on_switched, g_object_ref (self->section));
}

/* ---- the list */

static char *
detail_of (Discounts *self, const SalonPricingRule *rule)
{
  g_autofree char *how = salon_price_rule_reduction (rule->rule, salon_directory_currency (self->directory));
  g_autofree char *when = salon_price_rule_when (rule->rule);
  g_autofree char *used = g_strdup_printf (ngettext ("used %u time", "used %u times", rule->used_in_all), rule->used_in_all);
  const char *label = salon_discount_source_label (rule->rule->source);

  if (when != NULL)
    return g_strdup_printf ("%s · %s · %s · %s", label, how, when, used);
  return g_strdup_printf ("%s · %s · %s", label, how, used);
}

static GtkWidget *
create_row (Discounts *self, const SalonPricingRule *rule)
{
  GtkWidget *button = gtk_switch_new ();
  g_autofree char *detail = detail_of (self, rule);
  g_autofree char *label = g_strdup_printf (_("“%s” is in use"), rule->rule->name);
  gint64 id = salon_entity_get_id (rule->rule);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), rule->rule->active != 0);
  gtk_widget_set_sensitive (button, salon_settings_section_is_editable (self->section));
  salon_set_accessible_label (button, label);
  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_switch), self);
  return salon_list_card_row_new (id, rule->rule->name, detail, button);
}

static void
show_rules (Discounts *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->rules->len);
  GtkListBoxRow *row = NULL;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->rules->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->rules->pdata[i]));
  self->filling = FALSE;
  salon_card_set_note (self->card, self->rules->len > 0 ? count : NULL);
}

static void
on_rules (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GPtrArray) rules = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  Discounts *self = discounts_of (section);
  gboolean first = self->rules == NULL;

  if (rules == NULL || gtk_widget_get_first_child (section) == NULL)
    return;
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = g_steal_pointer (&rules);
  show_rules (self);
  if (first && self->rules->len > 0)
    self->shown = salon_entity_get_id (((SalonPricingRule *) self->rules->pdata[0])->rule);
  if (first || self->shown != 0)
    show_form (self, self->shown);
}

static void
on_segments (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GPtrArray) segments = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (segments != NULL && gtk_widget_get_first_child (section) != NULL)
    salon_discount_form_set_segments (discounts_of (section)->form, segments);
}

static void
load (Discounts *self)
{
  salon_session_query (self->session, &salon_query_price_rules, SALON_LANE_INTERACTIVE, NULL, NULL, on_rules,
                       g_object_ref (self->section));
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                       salon_entity_list_request_new (salon_segment_get_type (), FALSE), NULL, on_segments,
                       g_object_ref (self->section));
}

/* ---- by hand */

static void
show_limits (Discounts *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < SALON_ROLE_LAST && salon_directory_is_ready (self->directory); i++)
    salon_value_entry_set_value (SALON_VALUE_ENTRY (self->limits[i]),
                                 salon_directory_settings (self->directory)->manual_limit_bp[i]);
  self->filling = FALSE;
}

static void
on_limit (gpointer data)
{
  Discounts *self = data;
  SalonSettings *settings = NULL;
  gboolean differs = FALSE;

  if (self->filling || !salon_directory_is_ready (self->directory))
    return;
  settings = salon_settings_copy (salon_directory_settings (self->directory));
  for (guint i = 0; i < SALON_ROLE_LAST; i++) {
    gint64 value = SALON_VALUE_NONE;

    if (!salon_value_entry_read (SALON_VALUE_ENTRY (self->limits[i]), &value, NULL) || value == SALON_VALUE_NONE)
      continue;
    value = CLAMP (value, 0, G_MAXINT32);
    differs = differs || settings->manual_limit_bp[i] != (int) value;
    settings->manual_limit_bp[i] = (int) value;
  }
  if (!differs) {
    salon_settings_free (settings);
    return;
  }
  salon_session_submit (self->session, &salon_command_settings_save, settings, NULL, NULL, on_switched,
                        g_object_ref (self->section));
}

static GtkWidget *
create_limits (Discounts *self)
{
  static const SalonAsk ask = { "manual_limit_bp", N_("At most by hand"), NULL, SALON_ASK_PERCENT, TRUE, NULL, NULL };
  GtkWidget *card = salon_card_new (_("By hand"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("So much of a price each role may take off at the till."), "salon-secondary"));
  for (guint i = 0; i < SALON_ROLE_LAST; i++) {
    const char *role = salon_role_label (SALON_ROLE_FIRST + (gint64) i);

    self->limits[i] = salon_entity_control_new (&ask, self->session);
    salon_value_entry_set_label (SALON_VALUE_ENTRY (self->limits[i]), role);
    gtk_box_append (GTK_BOX (box), salon_form_field_new (ask.field, role, self->limits[i]));
    salon_entity_control_watch (self->limits[i], &ask, on_limit, self);
  }
  salon_card_set_child (SALON_CARD (card), box);
  return card;
}

/* ---- */

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *section)
{
  if (salon_change_set_touches (changes, "price-rule") || salon_change_set_touches (changes, "price-rule-target")
      || salon_change_set_touches (changes, "segment"))
    load (discounts_of (section));
}

static void
on_directory (SalonDirectory *directory, GtkWidget *section)
{
  show_limits (discounts_of (section));
  load (discounts_of (section));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Discounts *self)
{
  show_form (self, salon_list_card_row_get_id (row));
}

static void
on_add (GtkButton *button, Discounts *self)
{
  show_form (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_saved (SalonDiscountForm *form, gint64 id, Discounts *self)
{
  self->shown = id;
}

static void
on_editable (SalonSettingsSection *section, gboolean editable, gpointer data)
{
  Discounts *self = discounts_of (section);

  if (self->rules != NULL)
    show_rules (self);
}

static GtkWidget *
create_list (Discounts *self)
{
  GtkWidget *add = NULL;

  self->card = salon_list_card_new (_("Discounts"), _("Add what the salon promises: a birthday discount, quiet hours, a code."),
                                    _("Add a discount"), &self->list, &add);
  salon_settings_section_guard (self->section, add);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  return GTK_WIDGET (self->card);
}

static GtkWidget *
create_left (Discounts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *limits = create_limits (self);

  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_box_append (GTK_BOX (box), limits);
  salon_settings_section_guard (self->section, limits);
  return box;
}

/**
 * salon_settings_discounts_new:
 *
 * Returns: (transfer floating): discounts and promotions
 */
GtkWidget *
salon_settings_discounts_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_PRICES_EDIT, _("Discounts and promotions"),
                                                   _("Of all that fit, the client gets the best for each line; nothing is added up."));
  Discounts *self = g_new0 (Discounts, 1);
  GtkWidget *left = NULL;

  *self = (Discounts){ .section = SALON_SETTINGS_SECTION (section), .session = g_object_ref (session),
                       .directory = salon_directory_of (session) };
  g_object_set_data_full (G_OBJECT (section), PAGE_KEY, self, (GDestroyNotify) discounts_free);
  left = create_left (self);
  self->form = SALON_DISCOUNT_FORM (salon_discount_form_new (session));
  self->form_card = SALON_CARD (salon_card_new (_("New discount")));
  salon_card_set_child (self->form_card, GTK_WIDGET (self->form));
  salon_settings_section_append_pair (self->section, left, GTK_WIDGET (self->form_card));
  salon_settings_section_guard (self->section, GTK_WIDGET (self->form));
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), section, 0);
  g_signal_connect (section, "editable", G_CALLBACK (on_editable), NULL);
  show_limits (self);
  load (self);
  return section;
}
