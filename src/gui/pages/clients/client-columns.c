/* Each column shows one thing of a SalonClientRow; the row itself may come later than its place. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/money.h"
#include "gui/pages/clients/client-columns.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/textures.h"
#include "gui/widgets/tone.h"
#include "model/rules/birth.h"
#include "model/services/list-model.h"

#define PHOTO_SIZE 28
#define STATUS_EDGES  46 /* icon and edges of a chip */
#define STATUS_LETTER 7  /* in pixels, on average */
#define NAME_WIDTH 150 /* never less */

static SalonClientRow *
client_of (gpointer item)
{
  return salon_list_row_get_item (SALON_LIST_ROW (item));
}

static const SalonCurrency *
currency_of (gpointer item)
{
  return salon_directory_currency (salon_directory_of (salon_list_row_get_session (SALON_LIST_ROW (item))));
}

/* ---- name with photo */

static GtkWidget *
create_name (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = salon_label_new (NULL, "salon-heading");

  gtk_widget_set_size_request (box, salon_scale_to_text (box, NAME_WIDTH), -1);
  gtk_box_append (GTK_BOX (box), salon_photo_new (PHOTO_SIZE));
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static void
bind_name (GtkWidget *cell, gpointer item)
{
  SalonClientRow *client = client_of (item);
  GtkWidget *photo = gtk_widget_get_first_child (cell);
  GtkWidget *name = gtk_widget_get_last_child (cell);
  g_autoptr (GdkTexture) texture = client != NULL ? salon_texture_of_bytes (client->thumb) : NULL;

  gtk_widget_set_opacity (photo, client != NULL ? 1 : 0);
  gtk_label_set_text (GTK_LABEL (name), client != NULL ? client->name : "");
  if (client == NULL)
    return;
  salon_photo_set_person (SALON_PHOTO (photo), client->id, client->name);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
}

/* ---- status */

static GtkWidget *
create_status (void)
{
  GtkWidget *chip = salon_chip_new (SALON_TONE_GREY, NULL, "");

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static void
bind_status (GtkWidget *cell, gpointer item)
{
  SalonClientRow *client = client_of (item);

  gtk_widget_set_opacity (cell, client != NULL ? 1 : 0);
  if (client != NULL)
    salon_chip_set_look (SALON_CHIP (cell), salon_look_of_status ((int) client->status));
}

/* ---- texts */

static char *
text_phone (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->phone) : NULL;
}

static char *
text_email (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->email) : NULL;
}

static char *
text_source (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->source) : NULL;
}

static char *
text_gender (gpointer item)
{
  SalonClientRow *client = client_of (item);

  switch (client != NULL ? client->gender : SALON_GENDER_UNKNOWN) {
  case SALON_GENDER_FEMALE:
    return g_strdup (C_ ("gender", "Woman"));
  case SALON_GENDER_MALE:
    return g_strdup (C_ ("gender", "Man"));
  case SALON_GENDER_OTHER:
    return g_strdup (C_ ("gender", "Other"));
  default:
    return NULL;
  }
}

/* ---- numbers: nothing is shown for none */

static char *
number (gint64 value)
{
  return value > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : NULL;
}

static char *
text_visits (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? number (client->visit_days) : NULL;
}

static char *
text_frequency (gpointer item)
{
  SalonClientRow *client = client_of (item);

  if (client == NULL || client->frequency <= 0)
    return NULL;
  return g_strdup_printf (ngettext ("every day", "every %d days", (gulong) client->frequency), (int) client->frequency);
}

static char *
text_no_shows (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? number (client->no_shows) : NULL;
}

static char *
text_top (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? number (client->top_place) : NULL;
}

static char *
text_age (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? number (client->age) : NULL;
}

static char *
text_discount (gpointer item)
{
  SalonClientRow *client = client_of (item);
  gint64 bp = client != NULL ? client->discount_bp : 0;

  return bp > 0 ? salon_percent_format (bp) : NULL;
}

static char *
text_importance (gpointer item)
{
  static const char *const classes[] = { NULL, "A", "B", "C" };
  SalonClientRow *client = client_of (item);

  if (client == NULL || client->importance <= 0 || client->importance >= (gint64) G_N_ELEMENTS (classes))
    return NULL;
  if (!client->pinned)
    return g_strdup (classes[client->importance]);
  /* Translators: %s is a class of importance, A, B or C, that was given by hand */
  return g_strdup_printf (C_ ("importance", "%s, by hand"), classes[client->importance]);
}

/* ---- money */

static char *
money (gpointer item, gint64 amount)
{
  return amount != 0 ? salon_money_format (amount, currency_of (item)) : NULL;
}

static char *
text_sold (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->sold) : NULL;
}

static char *
text_sold_12m (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->sold_12m) : NULL;
}

static char *
text_paid (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->paid) : NULL;
}

static char *
text_balance (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->balance) : NULL;
}

static char *
text_owes (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, MAX (0, -client->balance)) : NULL;
}

static char *
text_bonus (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->bonus) : NULL;
}

static char *
text_discounted (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->discounted) : NULL;
}

static char *
text_certificate (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? money (item, client->certificate) : NULL;
}

static char *
text_tickets (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->tickets) : NULL;
}

static char *
text_cards (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->cards) : NULL;
}

static char *
text_promotions (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? g_strdup (client->promotions) : NULL;
}

/* ---- days */

static char *
day (gint64 value)
{
  return value != SALON_DAY_NONE ? salon_day_format_short ((SalonDay) value) : NULL;
}

static char *
text_last (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? day (client->last_day) : NULL;
}

static char *
text_first (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL ? day (client->first_day) : NULL;
}

static char *
text_next (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL && client->next_min != 0 ? day (client->next_min / SALON_MINUTES_A_DAY) : NULL;
}

static char *
text_added (gpointer item)
{
  SalonClientRow *client = client_of (item);
  SalonClock *clock = salon_session_clock (salon_list_row_get_session (SALON_LIST_ROW (item)));
  int minute = 0;

  return client != NULL ? day (salon_clock_day_of (clock, client->created_at, &minute)) : NULL;
}

static char *
text_birthday (gpointer item)
{
  SalonClientRow *client = client_of (item);
  SalonClock *clock = salon_session_clock (salon_list_row_get_session (SALON_LIST_ROW (item)));
  SalonBirth birth;

  if (client == NULL || client->birth_month == 0)
    return NULL;
  birth = (SalonBirth){ (int) client->birth_year, (int) client->birth_month, (int) client->birth_mday };
  return salon_birth_text (&birth, salon_clock_today (clock));
}

/* ---- marks: a label is quicker than a box of chips for each row */

static void
bind_categories (GtkWidget *cell, gpointer item)
{
  SalonClientRow *client = client_of (item);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; client != NULL && client->categories != NULL && i < client->categories->len; i++) {
    const SalonClientMark *mark = client->categories->pdata[i];
    g_autofree char *name = g_markup_escape_text (mark->name, -1);

    g_string_append_printf (markup, "%s<span foreground=\"#%06x\">●</span>\302\240%s", i > 0 ? "  " : "",
                            (guint) mark->color & 0xffffff, name);
  }
  gtk_label_set_markup (GTK_LABEL (cell), markup->str);
}

static GtkWidget *
create_categories (void)
{
  return salon_label_new (NULL, NULL);
}

static char *
text_tags (gpointer item)
{
  SalonClientRow *client = client_of (item);
  GString *text = NULL;

  if (client == NULL || client->tags == NULL || client->tags->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < client->tags->len; i++)
    g_string_append_printf (text, "%s#%s", i > 0 ? " " : "", ((SalonClientMark *) client->tags->pdata[i])->name);
  return g_string_free (text, FALSE);
}

static char *
label_of (gpointer item)
{
  SalonClientRow *client = client_of (item);

  if (client == NULL || client->name == NULL)
    return g_strdup ("");
  return g_strjoin (", ", client->name, salon_look_label (salon_look_of_status ((int) client->status)), client->phone, NULL);
}

/* ---- sorting */

static const struct {
  const char *column;
  SalonClientSort sort;
} sorts[] = {
  { "visits", SALON_CLIENT_SORT_FREQUENT },
  { "name", SALON_CLIENT_SORT_NAME },
  { "sold", SALON_CLIENT_SORT_SOLD },
  { "last", SALON_CLIENT_SORT_LAST_VISIT },
  { "added", SALON_CLIENT_SORT_ADDED },
  { "importance", SALON_CLIENT_SORT_IMPORTANCE },
  { "frequency", SALON_CLIENT_SORT_FREQUENCY },
  { "next", SALON_CLIENT_SORT_NEXT_VISIT },
  { "first", SALON_CLIENT_SORT_FIRST_VISIT },
  { "no-shows", SALON_CLIENT_SORT_NO_SHOWS },
  { "sold-12m", SALON_CLIENT_SORT_SOLD_12M },
  { "top", SALON_CLIENT_SORT_TOP_PLACE },
  { "discount", SALON_CLIENT_SORT_DISCOUNT },
  { "status", SALON_CLIENT_SORT_STATUS },
  { "phone", SALON_CLIENT_SORT_PHONE },
  { "email", SALON_CLIENT_SORT_EMAIL },
  { "age", SALON_CLIENT_SORT_AGE },
  { "birthday", SALON_CLIENT_SORT_BIRTHDAY },
  { "gender", SALON_CLIENT_SORT_GENDER },
  { "source", SALON_CLIENT_SORT_SOURCE },
  { "categories", SALON_CLIENT_SORT_CATEGORIES },
  { "tags", SALON_CLIENT_SORT_TAGS },
  { "paid", SALON_CLIENT_SORT_PAID },
  { "balance", SALON_CLIENT_SORT_BALANCE },
  { "owes", SALON_CLIENT_SORT_OWES },
  { "bonus", SALON_CLIENT_SORT_BONUS },
  { "discounted", SALON_CLIENT_SORT_DISCOUNTED },
  { "certificate", SALON_CLIENT_SORT_CERTIFICATE },
  { "tickets", SALON_CLIENT_SORT_TICKET_ENDS },
  { "promotions", SALON_CLIENT_SORT_PROMOTIONS },
};

/**
 * salon_client_sort_of_column:
 *
 * Returns: whether the list can be sorted by @column; then by what
 */
gboolean
salon_client_sort_of_column (const char *column, SalonClientSort *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].column, column)) {
      *sort = sorts[i].sort;
      return TRUE;
    }
  return FALSE;
}

/* ---- rows */

static gpointer
run_full_rows (SalonTx *tx, gconstpointer ids, GError **error)
{
  SalonClientRowsRequest request = { (GArray *) ids, SALON_CLIENT_COLUMNS_ALL };

  return salon_client_rows_with (tx, &request, error);
}

/* The rows with all that is looked up in other tables. */
static const SalonQuery query_full_rows = {
  "client.rows-full",
  run_full_rows,
  (GDestroyNotify) g_array_unref,
  (GDestroyNotify) g_ptr_array_unref,
};

/**
 * salon_client_rows_query:
 *
 * Returns: (transfer none): the query for rows with what the columns of @table show
 */
const SalonQuery *
salon_client_rows_query (SalonTable *table)
{
  static const char *const looked_up[] = { "categories", "tags",       "source",      "paid",    "balance",   "owes",
                                           "bonus",      "discounted", "certificate", "tickets", "promotions",
                                           "cards" };

  for (guint i = 0; i < G_N_ELEMENTS (looked_up); i++)
    if (salon_table_shows (table, looked_up[i]))
      return &query_full_rows;
  return &salon_query_client_rows;
}

/* The width that the longest word for a status needs, in the language of the user. */
static int
status_width (void)
{
  glong most = 0;

  for (int status = 0; status < SALON_N_STATUSES; status++)
    most = MAX (most, g_utf8_strlen (salon_look_label (salon_look_of_status ((SalonStatus) status)), -1));
  return STATUS_EDGES + (int) most * STATUS_LETTER;
}

/**
 * salon_client_table_new:
 *
 * Returns: (transfer floating): the table of clients, for a model of #SalonListRow
 */
GtkWidget *
salon_client_table_new (void)
{
  const SalonColumn columns[] = {
    { "name", C_ ("column", "Name"), 0, 0, TRUE, NULL, create_name, bind_name },
    { "phone", C_ ("column", "Phone"), 0, 134, TRUE, text_phone },
    { "email", C_ ("column", "E-mail"), 0, 190, TRUE, text_email, .extra = TRUE },
    { "status", C_ ("column", "Status"), 0, status_width (), TRUE, NULL, create_status, bind_status },
    { "visits", C_ ("column", "Visits"), 1, 62, TRUE, text_visits },
    { "frequency", C_ ("column", "Frequency"), 1, 124, TRUE, text_frequency, .extra = TRUE },
    { "last", C_ ("column", "Last visit"), 1, 106, TRUE, text_last },
    { "next", C_ ("column", "Next visit"), 1, 106, TRUE, text_next },
    { "first", C_ ("column", "First visit"), 1, 106, TRUE, text_first, .extra = TRUE },
    { "sold", C_ ("column", "Sold"), 1, 104, TRUE, text_sold },
    { "sold-12m", C_ ("column", "Sold, 12 months"), 1, 104, TRUE, text_sold_12m, .extra = TRUE },
    { "paid", C_ ("column", "Paid"), 1, 104, TRUE, text_paid, .extra = TRUE },
    { "balance", C_ ("column", "On the account"), 1, 104, TRUE, text_balance, .extra = TRUE },
    { "owes", C_ ("column", "Owes"), 1, 90, TRUE, text_owes, .extra = TRUE },
    { "bonus", C_ ("column", "Bonus"), 1, 90, TRUE, text_bonus, .extra = TRUE },
    { "tickets", C_ ("column", "Season tickets"), 0, 260, TRUE, text_tickets, .extra = TRUE },
    { "certificate", C_ ("column", "Certificates"), 1, 104, TRUE, text_certificate, .extra = TRUE },
    { "cards", C_ ("column", "Card"), 0, 140, FALSE, text_cards, .extra = TRUE },
    { "promotions", C_ ("column", "Promotions"), 0, 160, TRUE, text_promotions, .extra = TRUE },
    { "discounted", C_ ("column", "Discounts received"), 1, 104, TRUE, text_discounted, .extra = TRUE },
    { "discount", C_ ("column", "Discount"), 1, 80, TRUE, text_discount, .extra = TRUE },
    { "importance", C_ ("column", "Importance"), 0, 96, TRUE, text_importance, .extra = TRUE },
    { "top", C_ ("column", "TOP place"), 1, 80, TRUE, text_top, .extra = TRUE },
    { "categories", C_ ("column", "Categories"), 0, 180, TRUE, NULL, create_categories, bind_categories, .extra = TRUE },
    { "tags", C_ ("column", "Tags"), 0, 150, TRUE, text_tags, .extra = TRUE },
    { "source", C_ ("column", "Source"), 0, 130, TRUE, text_source, .extra = TRUE },
    { "birthday", C_ ("column", "Birthday"), 0, 170, TRUE, text_birthday, .extra = TRUE },
    { "age", C_ ("column", "Age"), 1, 60, TRUE, text_age, .extra = TRUE },
    { "gender", C_ ("column", "Gender"), 0, 96, TRUE, text_gender, .extra = TRUE },
    { "no-shows", C_ ("column", "No-shows"), 1, 80, TRUE, text_no_shows, .extra = TRUE },
    { "added", C_ ("column", "Added"), 1, 106, TRUE, text_added },
  };
  GtkWidget *table = salon_table_new (_("Clients"), columns, G_N_ELEMENTS (columns));

  salon_table_set_row_label (SALON_TABLE (table), label_of);
  return table;
}
