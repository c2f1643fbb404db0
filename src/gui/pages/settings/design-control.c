/* Controls by kind of question.  They write into a copy of an element by the table of properties of the card room. */
#include "config.h"
#include "gui/pages/settings/design-control.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "card/design-parts.h"
#include "card/subject.h"
#include "gui/widgets/build.h"
#include "gui/widgets/color-field.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/toggle-choice.h"

#define FONTS_KEY  "salon-fonts"
#define BUFFER_KEY "salon-buffer"
#define TEXT_LINES 54

/* ---- numbers */

static int
factor_of (const SalonDesignAsk *ask)
{
  return ask->kind == SALON_DESIGN_ASK_LENGTH || ask->kind == SALON_DESIGN_ASK_LETTERS ? 10 : 1;
}

static GtkWidget *
number_new (const SalonDesignAsk *ask)
{
  int decimals = ask->kind == SALON_DESIGN_ASK_LENGTH ? 2 : ask->kind == SALON_DESIGN_ASK_NUMBER ? 0 : 1;
  GtkWidget *entry = salon_number_entry_new (ask->unit != NULL ? _(ask->unit) : NULL, decimals);

  salon_number_entry_allow_negative (SALON_NUMBER_ENTRY (entry));
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 4);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), _(ask->label));
  return entry;
}

static gint64
asked (int value, int factor)
{
  return (value + (value < 0 ? -factor : factor) / 2) / factor;
}

/* What is not written at all is not rounded either. */
static gboolean
read_number (GtkWidget *control, const SalonDesignAsk *ask, int *field)
{
  gint64 value = 0;

  if (!salon_value_entry_read (SALON_VALUE_ENTRY (control), &value, NULL) || value == SALON_VALUE_NONE || llabs (value) > 10000000)
    return FALSE;
  if (value != asked (*field, factor_of (ask)))
    *field = (int) value * factor_of (ask);
  return TRUE;
}

/* ---- texts with fields: people see the fields by their names in their language */

static char *
exchange (const char *text, gboolean for_people)
{
  g_autoptr (GString) changed = g_string_new (text);
  guint n = 0;
  const SalonCardField *fields = salon_card_fields (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("{%s}", fields[i].name);
    g_autofree char *label = g_strdup_printf ("{%s}", _(fields[i].label));

    g_string_replace (changed, for_people ? name : label, for_people ? label : name, 0);
  }
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static void
action_insert (GSimpleAction *action, GVariant *field, gpointer buffer)
{
  g_autofree char *name = g_strdup_printf ("{%s}", g_variant_get_string (field, NULL));
  g_autofree char *text = exchange (name, TRUE);

  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static GtkWidget *
fields_button_new (GtkTextBuffer *buffer)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) insert = g_simple_action_new ("insert", G_VARIANT_TYPE_STRING);
  guint n = 0;
  const SalonCardField *fields = salon_card_fields (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_(fields[i].label), NULL);

    g_menu_item_set_action_and_target (item, "field.insert", "s", fields[i].name);
    g_menu_append_item (menu, item);
  }
  g_signal_connect_object (insert, "activate", G_CALLBACK (action_insert), buffer, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (insert));
  gtk_widget_insert_action_group (button, "field", G_ACTION_GROUP (actions));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Insert a field"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "salon-quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
text_new (const SalonDesignAsk *ask)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, -1, salon_scale_to_text (scroller, TEXT_LINES));
  gtk_widget_add_css_class (scroller, "salon-text");
  salon_set_accessible_label (view, _(ask->label));
  g_object_set_data (G_OBJECT (box), BUFFER_KEY, buffer);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fields_button_new (buffer));
  return box;
}

static GtkTextBuffer *
buffer_of (GtkWidget *control)
{
  return g_object_get_data (G_OBJECT (control), BUFFER_KEY);
}

static char *
text_of (GtkWidget *control)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer_of (control), &start, &end);
  text = gtk_text_buffer_get_text (buffer_of (control), &start, &end, FALSE);
  return exchange (text, FALSE);
}

static void
show_text (GtkWidget *control, const char *text)
{
  g_autofree char *there = text_of (control);

  g_autofree char *shown = exchange (text, TRUE);

  if (!g_str_equal (there, text))
    gtk_text_buffer_set_text (buffer_of (control), shown, -1);
}

/* ---- fonts */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
fonts_new (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  PangoFontFamily **families = NULL;
  int n = 0;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (names, g_strdup (pango_font_family_get_name (families[i])));
  g_free (families);
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
show_fonts (GtkWidget *picker, GPtrArray *names)
{
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < names->len; i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i + 1, names->pdata[i], NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
}

static GtkWidget *
font_new (const SalonDesignAsk *ask)
{
  GtkWidget *picker = salon_picker_new (_(ask->label), _("The usual font"));
  GPtrArray *names = fonts_new ();

  g_object_set_data_full (G_OBJECT (picker), FONTS_KEY, names, (GDestroyNotify) g_ptr_array_unref);
  show_fonts (picker, names);
  return picker;
}

/* A design may name fonts that this PC does not have. */
static void
show_font (GtkWidget *control, const char *font)
{
  GPtrArray *names = g_object_get_data (G_OBJECT (control), FONTS_KEY);
  guint index = 0;

  if (*font == '\0') {
    salon_picker_set_selected (SALON_PICKER (control), SALON_PICK_NONE);
    return;
  }
  if (!g_ptr_array_find_with_equal_func (names, font, g_str_equal, &index)) {
    index = names->len;
    g_ptr_array_add (names, g_strdup (font));
    show_fonts (control, names);
  }
  salon_picker_set_selected (SALON_PICKER (control), index + 1);
}

static const char *
font_of (GtkWidget *control)
{
  GPtrArray *names = g_object_get_data (G_OBJECT (control), FONTS_KEY);
  gint64 id = salon_picker_get_selected (SALON_PICKER (control));

  return id > 0 && id <= names->len ? names->pdata[id - 1] : "";
}

/* ---- choices; a picker counts from 1, because 0 is nothing there */

static GtkWidget *
pick_new (const SalonDesignAsk *ask)
{
  GtkWidget *picker = salon_picker_new (_(ask->label), NULL);
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (const SalonDesignValue *value = ask->values; value->label != NULL; value++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (value->value + 1, _(value->label), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
  return picker;
}

static GtkWidget *
toggle_new (const SalonDesignAsk *ask)
{
  GtkWidget *choice = salon_toggle_choice_new (_(ask->label));

  for (const SalonDesignValue *value = ask->values; value->label != NULL; value++)
    salon_toggle_choice_append (SALON_TOGGLE_CHOICE (choice), value->value, value->icon_name, _(value->label));
  return choice;
}

/* ---- */

/**
 * salon_design_control_new:
 *
 * Returns: (transfer floating): a control without a value yet
 */
GtkWidget *
salon_design_control_new (const SalonDesignAsk *ask)
{
  switch (ask->kind) {
  case SALON_DESIGN_ASK_TEXT:
    return text_new (ask);
  case SALON_DESIGN_ASK_FONT:
    return font_new (ask);
  case SALON_DESIGN_ASK_PICK:
    return pick_new (ask);
  case SALON_DESIGN_ASK_TOGGLE:
    return toggle_new (ask);
  case SALON_DESIGN_ASK_FLAG:
    return gtk_check_button_new_with_label (_(ask->label));
  case SALON_DESIGN_ASK_COLOR:
    return salon_color_field_new (_(ask->label), ask->none != NULL ? _(ask->none) : NULL);
  case SALON_DESIGN_ASK_LENGTH:
  case SALON_DESIGN_ASK_LETTERS:
  case SALON_DESIGN_ASK_SHARE:
  case SALON_DESIGN_ASK_NUMBER:
  default:
    return number_new (ask);
  }
}

/**
 * salon_design_control_show:
 * @element: has the property
 *
 * What is just being typed and means the same stays as it is typed.
 */
void
salon_design_control_show (GtkWidget *control, const SalonDesignAsk *ask, const SalonCardElement *element)
{
  gsize offset = salon_card_property_find (ask->property, element->kind)->offset;
  int number = ask->kind == SALON_DESIGN_ASK_TEXT || ask->kind == SALON_DESIGN_ASK_FONT ? 0 : G_STRUCT_MEMBER (int, element, offset);
  gint64 value = asked (number, factor_of (ask));

  switch (ask->kind) {
  case SALON_DESIGN_ASK_TEXT:
    show_text (control, G_STRUCT_MEMBER (const char *, element, offset));
    break;
  case SALON_DESIGN_ASK_FONT:
    show_font (control, G_STRUCT_MEMBER (const char *, element, offset));
    break;
  case SALON_DESIGN_ASK_PICK:
    salon_picker_set_selected (SALON_PICKER (control), number + 1);
    break;
  case SALON_DESIGN_ASK_TOGGLE:
    salon_toggle_choice_set_selected (SALON_TOGGLE_CHOICE (control), number);
    break;
  case SALON_DESIGN_ASK_FLAG:
    gtk_check_button_set_active (GTK_CHECK_BUTTON (control), number != 0);
    break;
  case SALON_DESIGN_ASK_COLOR:
    salon_color_field_set_rgba (SALON_COLOR_FIELD (control), (guint32) number);
    break;
  case SALON_DESIGN_ASK_LENGTH:
  case SALON_DESIGN_ASK_LETTERS:
  case SALON_DESIGN_ASK_SHARE:
  case SALON_DESIGN_ASK_NUMBER:
  default:
    if (salon_value_entry_get_value (SALON_VALUE_ENTRY (control)) != value)
      salon_value_entry_set_value (SALON_VALUE_ENTRY (control), value);
    break;
  }
}

/**
 * salon_design_control_read:
 * @element: gets the property
 *
 * Returns: %FALSE = what is typed cannot be read; @element is as it was then
 */
gboolean
salon_design_control_read (GtkWidget *control, const SalonDesignAsk *ask, SalonCardElement *element)
{
  gpointer field = G_STRUCT_MEMBER_P (element, salon_card_property_find (ask->property, element->kind)->offset);
  g_autofree char *text = NULL;

  switch (ask->kind) {
  case SALON_DESIGN_ASK_TEXT:
    text = text_of (control);
    salon_card_element_set_text (field, text);
    return TRUE;
  case SALON_DESIGN_ASK_FONT:
    salon_card_element_set_text (field, font_of (control));
    return TRUE;
  case SALON_DESIGN_ASK_PICK:
    *(int *) field = (int) salon_picker_get_selected (SALON_PICKER (control)) - 1;
    return TRUE;
  case SALON_DESIGN_ASK_TOGGLE:
    *(int *) field = (int) salon_toggle_choice_get_selected (SALON_TOGGLE_CHOICE (control));
    return TRUE;
  case SALON_DESIGN_ASK_FLAG:
    *(int *) field = gtk_check_button_get_active (GTK_CHECK_BUTTON (control));
    return TRUE;
  case SALON_DESIGN_ASK_COLOR:
    *(guint32 *) field = salon_color_field_get_rgba (SALON_COLOR_FIELD (control));
    return TRUE;
  case SALON_DESIGN_ASK_LENGTH:
  case SALON_DESIGN_ASK_LETTERS:
  case SALON_DESIGN_ASK_SHARE:
  case SALON_DESIGN_ASK_NUMBER:
  default:
    return read_number (control, ask, field);
  }
}

/**
 * salon_design_control_watch:
 * @changed: called with @data, swapped, whenever the value is another one
 */
void
salon_design_control_watch (GtkWidget *control, const SalonDesignAsk *ask, GCallback changed, gpointer data)
{
  static const char *const notes[] = {
    [SALON_DESIGN_ASK_LENGTH] = "notify::value", [SALON_DESIGN_ASK_LETTERS] = "notify::value", [SALON_DESIGN_ASK_SHARE] = "notify::value",
    [SALON_DESIGN_ASK_NUMBER] = "notify::value", [SALON_DESIGN_ASK_TEXT] = "changed",          [SALON_DESIGN_ASK_FONT] = "notify::selected",
    [SALON_DESIGN_ASK_PICK] = "notify::selected", [SALON_DESIGN_ASK_TOGGLE] = "notify::selected", [SALON_DESIGN_ASK_FLAG] = "toggled",
    [SALON_DESIGN_ASK_COLOR] = "notify::rgba",
  };

  g_signal_connect_swapped (ask->kind == SALON_DESIGN_ASK_TEXT ? (gpointer) buffer_of (control) : control, notes[ask->kind], changed, data);
}

/**
 * salon_design_control_set_used: the colours that a colour is offered first
 */
void
salon_design_control_set_used (GtkWidget *control, const guint32 *colors, guint n_colors)
{
  if (SALON_IS_COLOR_FIELD (control))
    salon_color_field_set_used (SALON_COLOR_FIELD (control), colors, n_colors);
}
