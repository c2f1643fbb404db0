/* The scanner of this PC: how it is told from fingers, what it may be heard of, and the port that it may be at.  Each answer is
 * kept at once, with the window and not with the salon: another PC has another scanner. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "device/serial.h"
#include "gui/pages/settings/scanner-lesson.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/picker.h"

#define SETTINGS "salon-scanner-settings"

static GtkWidget *
field_new (const char *name, const char *label, const char *hint, GtkWidget *control)
{
  GtkWidget *field = salon_form_field_new (name, label, control);

  salon_set_accessible_label (control, label);
  if (hint != NULL)
    salon_form_field_set_hint (SALON_FORM_FIELD (field), hint);
  return field;
}

static GtkWidget *
text_new (GSettings *settings, const char *key, const char *label, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), 20);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_("scanner", "nothing"));
  g_settings_bind (settings, key, entry, "text", G_SETTINGS_BIND_DEFAULT);
  return field_new (key, label, hint, entry);
}

/* What is out of range is said and not kept. */
static void
on_number (GtkEditable *text, SalonNumberEntry *entry)
{
  GSettings *settings = g_object_get_data (G_OBJECT (entry), SETTINGS);
  const char *key = salon_form_field_get_name (SALON_FORM_FIELD (gtk_widget_get_ancestor (GTK_WIDGET (entry), SALON_TYPE_FORM_FIELD)));
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) rule = NULL;
  g_autoptr (GVariant) number = NULL;
  gint64 value = 0;

  if (!salon_value_entry_read (SALON_VALUE_ENTRY (entry), &value, NULL) || value < 0 || value > G_MAXUINT16)
    return;
  g_object_get (settings, "settings-schema", &schema, NULL);
  rule = g_settings_schema_get_key (schema, key);
  number = g_variant_ref_sink (g_variant_new_uint32 ((guint32) value));
  if (g_settings_schema_key_range_check (rule, number))
    g_settings_set_value (settings, key, number);
  else
    salon_value_entry_set_error (SALON_VALUE_ENTRY (entry), g_object_get_data (G_OBJECT (entry), "range"));
}

static void
on_number_setting (GSettings *settings, const char *key, GtkWidget *entry)
{
  gint64 value = 0;

  if (!salon_value_entry_read (SALON_VALUE_ENTRY (entry), &value, NULL) || value != g_settings_get_uint (settings, key))
    salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), g_settings_get_uint (settings, key));
}

static GtkWidget *
number_new (GSettings *settings, const char *key, const char *label, const char *hint, int least, int most)
{
  GtkWidget *entry = salon_number_entry_new (NULL, 0);
  GtkWidget *field = salon_form_field_new (key, label, entry);
  g_autofree char *changed = g_strconcat ("changed::", key, NULL);

  salon_form_field_set_hint (SALON_FORM_FIELD (field), hint);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), g_settings_get_uint (settings, key));
  g_object_set_data (G_OBJECT (entry), SETTINGS, settings);
  g_object_set_data_full (G_OBJECT (entry), "range", g_strdup_printf (_("From %d to %d."), least, most), g_free);
  g_signal_connect (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "changed", G_CALLBACK (on_number), entry);
  g_signal_connect_object (settings, changed, G_CALLBACK (on_number_setting), entry, 0);
  return field;
}

static GtkWidget *
switch_new (GSettings *settings, const char *key, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = salon_wrapped_label_new (label, NULL);
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  salon_set_accessible_label (button, label);
  g_settings_bind (settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* ---- the port */

static char **
choices (GSettings *settings)
{
  g_auto (GStrv) ports = salon_serial_list ();
  g_autofree char *chosen = g_settings_get_string (settings, "scanner-port");
  GStrvBuilder *builder = g_strv_builder_new ();
  char **all = NULL;

  g_strv_builder_addv (builder, (const char **) ports);
  if (*chosen != '\0' && !g_strv_contains ((const char *const *) ports, chosen))
    g_strv_builder_add (builder, chosen);
  all = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return all;
}

static void
on_port (SalonPicker *ports, GParamSpec *pspec, GSettings *settings)
{
  gint64 at = salon_picker_get_selected (ports);

  g_settings_set_string (settings, "scanner-port", at > 0 ? salon_picker_get_text (ports) : "");
}

static GtkWidget *
port_new (GSettings *settings)
{
  g_auto (GStrv) all = choices (settings);
  g_autofree char *chosen = g_settings_get_string (settings, "scanner-port");
  GtkWidget *ports = salon_picker_new (_("Serial port"), C_("scanner", "none"));
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; all[i] != NULL; i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i + 1, all[i], NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  salon_picker_set_items (SALON_PICKER (ports), G_LIST_MODEL (items));
  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], chosen))
      salon_picker_set_selected (SALON_PICKER (ports), i + 1);
  g_signal_connect_object (ports, "notify::selected", G_CALLBACK (on_port), settings, 0);
  return field_new ("port", _("Serial port"), _("Only for a scanner that does not type: it sends lines, 9600 baud."), ports);
}

/* ---- cards */

static GtkWidget *
card_new (const char *title, GtkWidget *const *parts)
{
  GtkWidget *card = salon_card_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (; *parts != NULL; parts++)
    gtk_box_append (GTK_BOX (box), *parts);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_widget_set_hexpand (card, TRUE);
  salon_card_set_child (SALON_CARD (card), box);
  return card;
}

static GtkWidget *
typing_new (GSettings *settings)
{
  GtkWidget *const parts[] = {
    switch_new (settings, "scanner-keyboard", _("Listen for a scanner that types")),
    text_new (settings, "scanner-prefix", _("Before each code"), _("What the scanner sends first; then only what begins with it is a code.")),
    text_new (settings, "scanner-suffix", _("After each code"), _("Besides Enter or Tab, which need not be said.")),
    number_new (settings, "scanner-gap", _("Milliseconds between two keys"), _("At most, in the middle.  Quick fingers need 60 and more."), 5, 200),
    number_new (settings, "scanner-length", _("Shortest code"), _("What is shorter was typed."), 2, 64),
    NULL,
  };

  return card_new (C_("scanner", "A scanner that types"), parts);
}

static GtkWidget *
learning_new (GSettings *settings)
{
  GtkWidget *const parts[] = {
    salon_wrapped_label_new (_("Scan a code of your own: a card, or any product.  What comes and how quick it is says which settings fit."), "salon-secondary"),
    salon_scanner_lesson_new (settings),
    NULL,
  };

  return card_new (C_("scanner", "Learn"), parts);
}

static GtkWidget *
other_new (GSettings *settings)
{
  GtkWidget *const parts[] = {
    switch_new (settings, "scanner-sound", _("A sound when a code is refused")),
    port_new (settings),
    NULL,
  };

  return card_new (C_("scanner", "Sound and port"), parts);
}

/**
 * salon_settings_scanner_new:
 *
 * Returns: (transfer floating): how the scanner of this PC is heard
 */
GtkWidget *
salon_settings_scanner_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_CLIENTS_VIEW, C_("settings", "Scanner"),
                                                   _("A card or a product can be scanned anywhere in the program.  These settings are of this PC."));
  g_autoptr (GSettings) settings = salon_memory_open ();

  if (settings == NULL) {
    salon_settings_section_append (SALON_SETTINGS_SECTION (section), salon_wrapped_label_new (_("Nothing can be kept on this PC: the settings of the program are not installed."), "salon-secondary"));
    return section;
  }
  g_object_set_data_full (G_OBJECT (section), "salon-scanner", g_object_ref (settings), g_object_unref);
  salon_settings_section_append_pair (SALON_SETTINGS_SECTION (section), typing_new (settings), learning_new (settings));
  salon_settings_section_append (SALON_SETTINGS_SECTION (section), other_new (settings));
  return section;
}
