/* The desk as it is meant to look, without a salon behind it. */
#include "config.h"
#include "gallery.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/search-dropdown.h"
#include "gui/widgets/slot-grid.h"
#include "gui/widgets/tag-list.h"
#include "gui/widgets/timeline-row.h"
#include "gui/widgets/zone-strip.h"
#include <glib/gi18n.h>

static GtkWidget *
queue_row (gint64 id, const char *time, const char *name, const char *what, int state)
{
  GtkWidget *photo = salon_photo_new (32);
  GtkWidget *time_label = salon_label_new (time, "salon-num");
  GtkWidget *texts = gallery_box (GTK_ORIENTATION_VERTICAL, 0, salon_label_new (name, "salon-heading"),
                             salon_label_new (what, "salon-secondary"), NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (salon_look_of_visit_state (state)->icon_name);
  GtkWidget *row;

  salon_photo_set_person (SALON_PHOTO (photo), id, name);
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "salon-small");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (icon, salon_tone_css_class (salon_look_of_visit_state (state)->tone));
  row = gallery_box (GTK_ORIENTATION_HORIZONTAL, 9, time_label, photo, texts, icon, NULL);
  gtk_widget_add_css_class (row, "salon-queue-row");
  return row;
}

static GtkWidget *
create_now (void)
{
  GtkWidget *card = salon_card_new ("Now");
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  salon_card_set_note (SALON_CARD (card), "12 today");
  gtk_box_append (GTK_BOX (list), queue_row (11, "09:30", "Irina Kalniņa", "Manicure · Maria", 4));
  gtk_box_append (GTK_BOX (list), queue_row (12, "10:00", "Ольга Петрова-Водкина", "Стрижка и укладка · Jana", 3));
  gtk_box_append (GTK_BOX (list), queue_row (13, "10:15", "Līga Ozoliņa", "Colouring · Anna", 2));
  gtk_box_append (GTK_BOX (list), queue_row (14, "10:30", "Katrīna Bērziņa", "Brows · Maria", 1));
  gtk_box_append (GTK_BOX (list), queue_row (15, "11:00", "Jekaterina Sokolova", "Haircut · Jana", 1));
  salon_card_set_child (SALON_CARD (card), list);
  return card;
}

static GtkWidget *
create_header (void)
{
  GtkWidget *photo = salon_photo_new (96);
  GtkWidget *name = salon_inline_edit_new ("Name", "Add a name", FALSE);
  GtkWidget *phone = salon_inline_edit_new ("Phone", "Add a phone", FALSE);
  GtkWidget *mail = salon_inline_edit_new ("E-mail", "Add an e-mail", FALSE);
  GtkWidget *chip = salon_chip_new_for_look (salon_look_of_status (2));
  GtkWidget *tags = salon_tag_list_new ();
  GtkWidget *add = gtk_button_new_with_label ("+ tag");

  salon_photo_set_person (SALON_PHOTO (photo), 11, "Irina Kalniņa");
  salon_inline_edit_set_text (SALON_INLINE_EDIT (name), "Irina Kalniņa");
  gtk_widget_add_css_class (name, "salon-title");
  gtk_widget_set_hexpand (name, TRUE);
  salon_inline_edit_set_text (SALON_INLINE_EDIT (phone), "+371 29 123 456");
  salon_chip_set_explanation (SALON_CHIP (chip), "3 visits since 15 March: permanent. Becomes lost on 2 September unless seen.");
  salon_tag_list_append (SALON_TAG_LIST (tags), 1, "VIP", 0xB0579A, TRUE);
  salon_tag_list_append (SALON_TAG_LIST (tags), 2, "bride", SALON_TAG_NO_COLOR, TRUE);
  salon_tag_list_append (SALON_TAG_LIST (tags), 3, "любит кофе без сахара", SALON_TAG_NO_COLOR, TRUE);
  gtk_widget_add_css_class (add, "flat");
  salon_tag_list_set_adder (SALON_TAG_LIST (tags), add);
  gtk_widget_set_valign (photo, GTK_ALIGN_START);
  return gallery_box (GTK_ORIENTATION_HORIZONTAL, 18, photo,
                 gallery_box (GTK_ORIENTATION_VERTICAL, 6,
                         gallery_box (GTK_ORIENTATION_HORIZONTAL, 12, name, salon_chip_new (SALON_TONE_PLUM, "salon-star-symbolic", "TOP 12"), chip, NULL),
                         gallery_box (GTK_ORIENTATION_HORIZONTAL, 24, phone, mail, NULL), tags, NULL), NULL);
}

static GtkWidget *
create_facts (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *facts[][2] = { { "Visits", "48" }, { "Sold in 12 months", "1 284.00 €" }, { "Last visit", "12 days ago" }, { "Born", "14 May 1988" } };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_VERTICAL, facts[i][0]);

    salon_fact_set_value (SALON_FACT (fact), facts[i][1]);
    gtk_widget_set_hexpand (fact, TRUE);
    gtk_box_append (GTK_BOX (box), fact);
  }
  return box;
}

static GtkWidget *
create_client (void)
{
  GtkWidget *card = salon_card_new (NULL);
  GtkWidget *banner = salon_banner_new ();
  GtkWidget *next = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, "Next");
  GtkWidget *prefers = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, "Prefers");
  GtkWidget *zones_fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, "Zones");
  GtkWidget *note_fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, "Note");
  GtkWidget *zones = salon_zone_strip_new ();
  GtkWidget *note = salon_inline_edit_new ("Note", "Add a note", TRUE);

  salon_banner_show (SALON_BANNER (banner), SALON_TONE_AMBER, "Allergy: acetone. Use the acetone-free remover.");
  salon_fact_set_value (SALON_FACT (next), "Tue 24 Nov 10:00, manicure, Maria, room 2");
  salon_fact_set_value (SALON_FACT (prefers), "Maria, Jana · manicure, colouring");
  salon_zone_strip_append (SALON_ZONE_STRIP (zones), "hair", SALON_ZONE_CARED, NULL);
  salon_zone_strip_append (SALON_ZONE_STRIP (zones), "hands", SALON_ZONE_CARED, NULL);
  salon_zone_strip_append (SALON_ZONE_STRIP (zones), "feet", SALON_ZONE_NEVER, NULL);
  salon_zone_strip_append (SALON_ZONE_STRIP (zones), "face", SALON_ZONE_NEVER, NULL);
  salon_zone_strip_append (SALON_ZONE_STRIP (zones), "brows and lashes", SALON_ZONE_DUE, NULL);
  salon_fact_set_widget (SALON_FACT (zones_fact), zones);
  salon_inline_edit_set_text (SALON_INLINE_EDIT (note), "Sensitive scalp. Wants the appointment before noon; comes with a small dog.");
  salon_fact_set_widget (SALON_FACT (note_fact), note);
  salon_card_set_child (SALON_CARD (card), gallery_box (GTK_ORIENTATION_VERTICAL, 12, create_header (), banner, create_facts (),
                                                   gtk_separator_new (GTK_ORIENTATION_HORIZONTAL),
                                                   gallery_box (GTK_ORIENTATION_VERTICAL, 6, next, prefers, zones_fact, note_fact, NULL), NULL));
  return card;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, salon_timeline_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  salon_timeline_row_bind (SALON_TIMELINE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static GListModel *
create_story (void)
{
  GListStore *store = g_list_store_new (SALON_TYPE_TIMELINE_ITEM);
  const struct { const char *day, *time, *title, *subtitle, *amount; int state; } rows[] = {
    { "24 Nov 2026", "10:00", "Manicure with gel", "Maria · room 2", "35.00 €", 1 },
    { "3 Nov 2026", "10:00", "Manicure with gel, brows", "Maria · room 2", "52.00 €", 5 },
    { "13 Oct 2026", "12:30", "Colouring and haircut", "Jana · hall", "118.00 €", 5 },
    { "29 Sep 2026", "10:00", "Manicure with gel", "Maria · room 2", "35.00 €", 7 },
    { "8 Sep 2026", "09:45", "Manicure with gel", "Maria · room 2", "35.00 €", 6 },
    { "18 Aug 2026", "10:00", "Сложное окрашивание, стрижка горячими ножницами и укладка", "Jana · hall", "164.00 €", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonTimelineItem) item = salon_timeline_item_new (i + 1);

    item->day = g_strdup (rows[i].day);
    item->time = g_strdup (rows[i].time);
    item->title = g_strdup (rows[i].title);
    item->subtitle = g_strdup (rows[i].subtitle);
    item->amount = g_strdup (rows[i].amount);
    item->look = salon_look_of_visit_state (rows[i].state);
    item->upcoming = i == 0;
    g_list_store_append (store, item);
  }
  return G_LIST_MODEL (store);
}

static GtkWidget *
create_timeline (void)
{
  GtkWidget *card = salon_card_new ("Visits");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (create_story ())), factory);
  gtk_widget_add_css_class (list, "salon-lines");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 190);
  gtk_widget_add_css_class (card, "flush");
  salon_card_set_note (SALON_CARD (card), "48");
  salon_card_set_child (SALON_CARD (card), scroller);
  gtk_widget_set_vexpand (card, TRUE);
  return card;
}

static GtkWidget *
create_booking (void)
{
  GtkWidget *card = salon_card_new ("Book");
  GtkWidget *grid = salon_slot_grid_new ();
  GtkWidget *book = gtk_button_new_with_label ("Book Tue 24 at 10:00");
  SalonSlotGrid *slots = SALON_SLOT_GRID (grid);

  salon_slot_grid_append_day (slots, "Today", NULL);
  salon_slot_grid_append_slot (slots, 735, "12:15", "Maria, room 2");
  salon_slot_grid_append_slot (slots, 870, "14:30", "Maria, room 2");
  salon_slot_grid_append_day (slots, "Tue 24", NULL);
  salon_slot_grid_append_slot (slots, 2040, "10:00", "Maria, room 2");
  salon_slot_grid_append_slot (slots, 2145, "11:45", "Maria, room 2");
  salon_slot_grid_append_slot (slots, 2250, "13:30", "Maria, room 2");
  salon_slot_grid_append_slot (slots, 2300, "14:20", "Maria, room 2");
  salon_slot_grid_append_slot (slots, 2340, "15:00", "Maria, room 2");
  salon_slot_grid_append_day (slots, "Wed 25", NULL);
  salon_slot_grid_append_slot (slots, 3480, "10:00", "Maria, room 2");
  salon_slot_grid_append_day (slots, "Thu 26", "closed");
  salon_slot_grid_select (slots, 2040);
  gtk_widget_add_css_class (book, "suggested-action");
  salon_card_set_child (SALON_CARD (card),
                        gallery_box (GTK_ORIENTATION_VERTICAL, 12, salon_label_new ("Manicure with gel with Maria", "salon-heading"),
                                salon_label_new ("As last time · 1 h 15 min · 35.00 €", "salon-secondary"), grid, book, NULL));
  return card;
}

static void
on_query (SalonSearchDropdown *dropdown, const char *text, gpointer data)
{
  g_autoptr (GListStore) hits = g_list_store_new (SALON_TYPE_SEARCH_HIT);
  const struct { SalonHitKind kind; const char *name, *subtitle, *aside, *icon; int status; } rows[] = {
    { SALON_HIT_CLIENT, "Irina Kalniņa", "+371 29 123 456", "Tue 24 Nov 10:00", NULL, 2 },
    { SALON_HIT_CLIENT, "Ирина Соколова", "+371 26 881 902 · i.sokolova@inbox.lv", "last 12 Oct", NULL, 1 },
    { SALON_HIT_CLIENT, "Irina Vasiļjeva-Zariņa", "+371 20 004 411", "last 3 Mar", NULL, 3 },
    { SALON_HIT_CLIENT, "Irēna Liepa", "+371 29 777 100", NULL, NULL, 0 },
    { SALON_HIT_VISIT, "Irina Kalniņa, Tue 24 Nov 10:00", "Manicure with gel · Maria · room 2", NULL, "salon-calendar-symbolic", -1 },
    { SALON_HIT_ACTION, "Irregular hours of the salon", "Settings", NULL, "salon-settings-symbolic", -1 },
    { SALON_HIT_NEW_CLIENT, "New client “irina”", NULL, NULL, "salon-user-add-symbolic", -1 },
  };

  for (guint i = 0; *text != '\0' && i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonSearchHit) hit = salon_search_hit_new (rows[i].kind, i + 11, rows[i].name);

    g_free (hit->title);
    hit->title = salon_search_hit_mark (rows[i].name, 0, rows[i].kind == SALON_HIT_NEW_CLIENT ? 0 : MIN (3, strlen (text)));
    hit->subtitle = g_strdup (rows[i].subtitle);
    hit->aside = g_strdup (rows[i].aside);
    hit->icon_name = g_strdup (rows[i].icon);
    hit->look = rows[i].status >= 0 ? salon_look_of_status (rows[i].status) : NULL;
    g_list_store_append (hits, hit);
  }
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (hits));
}

/* A column scrolls by itself when the window is small or the text large. */
static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

GtkWidget *
gallery_desk_new (void)
{
  GtkWidget *search = salon_search_dropdown_new ();
  GtkWidget *left = create_now ();
  GtkWidget *middle = gallery_box (GTK_ORIENTATION_VERTICAL, 12, create_client (), create_timeline (), NULL);
  GtkWidget *right = create_booking ();
  GtkWidget *columns = gallery_box (GTK_ORIENTATION_HORIZONTAL, 12, scrolled (left), scrolled (middle), scrolled (right), NULL);
  GtkWidget *page = gallery_box (GTK_ORIENTATION_VERTICAL, 12, search, columns, NULL);

  g_object_set (search, "placeholder", "Name, phone, card, command …", NULL);
  g_signal_connect (search, "query", G_CALLBACK (on_query), NULL);
  gtk_widget_set_size_request (search, 480, -1);
  gtk_widget_set_halign (search, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (columns, salon_columns_layout_new (12, (SalonSideColumn){ 290, 360, 20 },
                                                                    (SalonSideColumn){ 350, 460, 27 }));
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_bottom (page, 12);
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  return page;
}
