/* Forms as Settings and Staff have them. */
#include "config.h"
#include "gallery.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/phone-row.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/time-entry.h"
#include "gui/widgets/week-editor.h"

static GtkWidget *
entry_with (const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return entry;
}

static GtkWidget *
create_picker (void)
{
  GtkWidget *picker = salon_picker_new ("Service", "any service");
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  const char *const names[] = { "Manicure", "Manicure with gel", "Pedicure", "Haircut", "Colouring", "Сложное окрашивание", "Brows",
                                "Lashes", "Face massage", "Skaistumkopšanas procedūra sejai", "Make-up" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *price = g_strdup_printf ("%u.00 €", 20 + i * 7);
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i + 1, names[i], price, salon_color_suggest (i / 3));

    g_list_store_append (items, item);
  }
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
  salon_picker_set_selected (SALON_PICKER (picker), 2);
  return picker;
}

static GtkWidget *
pair (GtkWidget *a, GtkWidget *b)
{
  GtkWidget *box = gallery_box (GTK_ORIENTATION_HORIZONTAL, 12, a, b, NULL);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  return box;
}

static GtkWidget *
create_salon (void)
{
  GtkWidget *card = salon_card_new ("Salon");
  GtkWidget *phone = salon_form_field_new ("phone", "Phone", entry_with ("8 (029) 12-34"));
  GtkWidget *name = salon_form_field_new ("name", "Name", entry_with ("Salon Aurora"));

  salon_form_field_set_hint (SALON_FORM_FIELD (name), "Stands in the header and on slips.");
  salon_form_field_set_error (SALON_FORM_FIELD (phone), "This is no phone number of Latvia: it has too few digits.");
  salon_card_set_child (SALON_CARD (card), gallery_box (GTK_ORIENTATION_VERTICAL, 12, name,
                                                        pair (salon_form_field_new (NULL, "Country", create_picker ()), phone), NULL));
  return card;
}

static GtkWidget *
create_hours (void)
{
  GtkWidget *card = salon_card_new ("Hours");
  GtkWidget *week = salon_week_editor_new ("closed");
  const SalonWeekSpan spans[] = { { 1, 540, 1200 }, { 2, 540, 780 }, { 2, 840, 1200 }, { 3, 540, 1200 }, { 4, 600, 1200 }, { 5, 540, 1200 }, { 6, 600, 960 } };

  salon_week_editor_set (SALON_WEEK_EDITOR (week), spans, G_N_ELEMENTS (spans));
  salon_card_set_child (SALON_CARD (card), week);
  return card;
}

static GtkWidget *
create_service (void)
{
  GtkWidget *card = salon_card_new ("Service");
  GtkWidget *price = salon_money_entry_new (salon_currency_by_code ("EUR"));
  GtkWidget *length = salon_duration_entry_new ();
  GtkWidget *gap = salon_duration_entry_new ();
  GtkWidget *from = salon_date_entry_new (salon_day_from_ymd (2026, 11, 24));

  salon_value_entry_set_value (SALON_VALUE_ENTRY (price), 3500);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (length), 75);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (gap), 0);
  salon_value_entry_set_text (SALON_VALUE_ENTRY (from), "31 June");
  salon_value_entry_set_error (SALON_VALUE_ENTRY (from), "June has only 30 days.");
  salon_card_set_child (SALON_CARD (card),
                        gallery_box (GTK_ORIENTATION_VERTICAL, 12, salon_form_field_new ("name", "Name", entry_with ("Manicure with gel")),
                                     pair (salon_form_field_new ("price", "Price", price), salon_form_field_new ("work1_min", "Takes", length)),
                                     pair (salon_form_field_new ("from_day", "Valid from", from), salon_form_field_new ("gap_min", "Pause while it works", gap)),
                                     salon_form_field_new ("color", "Colour", salon_color_row_new ()), NULL));
  return card;
}

static GtkWidget *
create_phones (void)
{
  GtkWidget *card = salon_card_new ("Phones");
  GtkWidget *first = salon_phone_row_new (1);
  GtkWidget *second = salon_phone_row_new (2);

  salon_phone_row_set (SALON_PHONE_ROW (first), "29123456", "+371 29 123 456", "+37129123456", NULL);
  salon_phone_row_set (SALON_PHONE_ROW (second), "26881902", "+371 26 881 902", "+37126881902", "mother");
  salon_card_set_child (SALON_CARD (card), gallery_box (GTK_ORIENTATION_VERTICAL, 9, first, second, salon_phone_row_new (0), NULL));
  return card;
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *card = salon_card_new (NULL);
  GtkWidget *empty = salon_empty_state_new ("salon-room-symbolic", "No rooms yet", "Add the rooms that a visit can need, so that two clients never get one chair.");

  salon_empty_state_set_action (SALON_EMPTY_STATE (empty), "Add a room", "win.add-room");
  gtk_widget_set_vexpand (empty, TRUE);
  salon_card_set_child (SALON_CARD (card), empty);
  return card;
}

GtkWidget *
gallery_forms_new (void)
{
  GtkWidget *page = gallery_box (GTK_ORIENTATION_HORIZONTAL, 12,
                                 gallery_box (GTK_ORIENTATION_VERTICAL, 12, create_salon (), create_hours (), NULL),
                                 gallery_box (GTK_ORIENTATION_VERTICAL, 12, create_service (), create_phones (), create_empty (), NULL), NULL);

  gtk_box_set_homogeneous (GTK_BOX (page), TRUE);
  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_bottom (page, 12);
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  return page;
}
