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
#include "model/services/list-model.h"

#define PHOTO_SIZE 28

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

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
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
  salon_set_tooltip (name, client != NULL ? client->name : NULL);
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
text_visits (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL && client->visit_days > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, client->visit_days) : NULL;
}

static char *
text_last (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL && client->last_day != SALON_DAY_NONE ? salon_day_format_short ((SalonDay) client->last_day) : NULL;
}

static char *
text_next (gpointer item)
{
  SalonClientRow *client = client_of (item);

  if (client == NULL || client->next_min == 0)
    return NULL;
  return salon_day_format_short ((SalonDay) (client->next_min / SALON_MINUTES_A_DAY));
}

static char *
text_sold (gpointer item)
{
  SalonClientRow *client = client_of (item);

  return client != NULL && client->sold != 0 ? salon_money_format (client->sold, currency_of (item)) : NULL;
}

static char *
text_added (gpointer item)
{
  SalonClientRow *client = client_of (item);
  SalonClock *clock = salon_session_clock (salon_list_row_get_session (SALON_LIST_ROW (item)));
  int minute = 0;

  if (client == NULL)
    return NULL;
  return salon_day_format_short (salon_clock_day_of (clock, client->created_at, &minute));
}

static char *
label_of (gpointer item)
{
  SalonClientRow *client = client_of (item);

  if (client == NULL)
    return g_strdup ("");
  return g_strjoin (", ", client->name, salon_look_label (salon_look_of_status ((int) client->status)), client->phone, NULL);
}

static const struct {
  const char *column;
  SalonClientSort sort;
} sorts[] = {
  { "visits", SALON_CLIENT_SORT_FREQUENT }, { "name", SALON_CLIENT_SORT_NAME },  { "sold", SALON_CLIENT_SORT_SOLD },
  { "last", SALON_CLIENT_SORT_LAST_VISIT }, { "added", SALON_CLIENT_SORT_ADDED },
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

/**
 * salon_client_table_new:
 *
 * Returns: (transfer floating): the table of clients, for a model of #SalonListRow
 */
GtkWidget *
salon_client_table_new (SalonSession *session)
{
  const SalonColumn columns[] = {
    { "name", C_ ("column", "Name"), 0, 0, TRUE, NULL, create_name, bind_name },
    { "phone", C_ ("column", "Phone"), 0, 150, FALSE, text_phone, NULL, NULL },
    { "status", C_ ("column", "Status"), 0, 150, FALSE, NULL, create_status, bind_status },
    { "visits", C_ ("column", "Visits"), 1, 90, TRUE, text_visits, NULL, NULL },
    { "last", C_ ("column", "Last visit"), 1, 125, TRUE, text_last, NULL, NULL },
    { "next", C_ ("column", "Next visit"), 1, 130, FALSE, text_next, NULL, NULL },
    { "sold", C_ ("column", "Sold"), 1, 115, TRUE, text_sold, NULL, NULL },
    { "added", C_ ("column", "Added"), 1, 115, TRUE, text_added, NULL, NULL },
  };
  GtkWidget *table = salon_table_new (_("Clients"), columns, G_N_ELEMENTS (columns));

  salon_table_set_row_label (SALON_TABLE (table), label_of);
  return table;
}
