/* A table as the list of clients has it. */
#include "config.h"
#include "gallery.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/search-hit.h"
#include "gui/widgets/table.h"

static GtkWidget *
create_name (void)
{
  GtkWidget *photo = salon_photo_new (30);

  return gallery_box (GTK_ORIENTATION_HORIZONTAL, 9, photo, salon_label_new (NULL, "salon-heading"), NULL);
}

static void
bind_name (GtkWidget *cell, gpointer item)
{
  SalonSearchHit *hit = item;

  salon_photo_set_person (SALON_PHOTO (gtk_widget_get_first_child (cell)), hit->id, hit->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), hit->name);
}

static char *
text_phone (gpointer item)
{
  return g_strdup (SALON_SEARCH_HIT (item)->subtitle);
}

static char *
text_last (gpointer item)
{
  return g_strdup (SALON_SEARCH_HIT (item)->aside);
}

static char *
text_sold (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".00 €", SALON_SEARCH_HIT (item)->id * 37 % 1900);
}

static char *
text_visits (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, SALON_SEARCH_HIT (item)->id * 7 % 60);
}

static GtkWidget *
create_status (void)
{
  return salon_chip_new (SALON_TONE_GREY, NULL, "");
}

static void
bind_status (GtkWidget *cell, gpointer item)
{
  salon_chip_set_look (SALON_CHIP (cell), SALON_SEARCH_HIT (item)->look);
}

static const SalonColumn columns[] = {
  { "name", "Name", 0, 0, TRUE, NULL, create_name, bind_name },
  { "phone", "Phone", 0, 190, FALSE, text_phone, NULL, NULL },
  { "status", "Status", 0, 150, TRUE, NULL, create_status, bind_status },
  { "visits", "Visits", 1, 90, TRUE, text_visits, NULL, NULL },
  { "sold", "Sold", 1, 130, TRUE, text_sold, NULL, NULL },
  { "last", "Last visit", 0, 150, TRUE, text_last, NULL, NULL },
};

GtkWidget *
gallery_table_new (void)
{
  const char *const names[] = { "Irina Kalniņa", "Ольга Петрова-Водкина", "Līga Ozoliņa", "Katrīna Bērziņa", "Jekaterina Sokolova",
                                "Anna-Marija Liepiņa-Krastiņa", "Иван Сергеев", "Zane Kļaviņa" };
  g_autoptr (GListStore) store = g_list_store_new (SALON_TYPE_SEARCH_HIT);
  GtkWidget *table = salon_table_new ("Clients", columns, G_N_ELEMENTS (columns));
  GtkWidget *card = salon_card_new ("Clients");

  for (guint i = 0; i < 200; i++) {
    g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, i + 11, names[i % G_N_ELEMENTS (names)]);

    hit->subtitle = g_strdup_printf ("+371 29 %03u %03u", i * 17 % 1000, i * 131 % 1000);
    hit->aside = g_strdup_printf ("%u Nov 2026", i % 30 + 1);
    hit->look = salon_look_of_status (i % SALON_N_STATUSES);
    g_list_store_append (store, hit);
  }
  salon_table_set_model (SALON_TABLE (table), G_LIST_MODEL (store));
  salon_table_set_sort (SALON_TABLE (table), "visits", TRUE);
  salon_card_set_note (SALON_CARD (card), "3 812");
  gtk_widget_add_css_class (card, "flush");
  salon_card_set_child (SALON_CARD (card), table);
  gtk_widget_set_margin_top (card, 12);
  gtk_widget_set_margin_bottom (card, 12);
  gtk_widget_set_margin_start (card, 12);
  gtk_widget_set_margin_end (card, 12);
  return card;
}
