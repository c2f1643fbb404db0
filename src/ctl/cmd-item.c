/* item list, add, edit, archive; price list, set: what is sold and what everything costs. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ctl/ctl.h"
#include "exchange/open-source.h"
#include "model/entities/employee-level.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/service-variant.h"
#include "model/entities/vat-rate.h"
#include "model/services/catalogue.h"
#include "model/services/item-import.h"
#include "model/services/items.h"
#include "model/services/price-list.h"

static int
run_command (SalonCtl *ctl, const SalonCommand *command, gconstpointer request, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error)) {
    int status = salon_ctl_fail (error);

    if (g_error_matches (error, SALON_ITEM_ERROR, SALON_ITEM_ERROR_CHECK_DIGIT))
      g_printerr ("salonctl: %s\n", _("If it is meant so, say it again with --keep-barcode."));
    return status;
  }
  salon_record_set_int (salon_ctl_add_row (rows), key, done.id);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- goods */

static void
list_item (GPtrArray *rows, const SalonOfferedItem *offered, const SalonCurrency *currency)
{
  const SalonItem *item = offered->item;
  SalonRecord *row = salon_ctl_add_row (rows);

  salon_record_set_int (row, "id", salon_entity_get_id (item));
  salon_record_set_text (row, "name", item->name);
  salon_record_set_text (row, "category", offered->category != NULL ? offered->category : "");
  salon_record_set_text (row, "code", item->code != NULL ? item->code : "");
  salon_record_set_text (row, "barcode", item->barcode != NULL ? item->barcode : "");
  salon_record_set_text (row, "unit", item->unit != NULL ? item->unit : "");
  salon_ctl_set_money (row, "price", item->price, currency);
  salon_record_set_int (row, "vat_bp", offered->vat_bp);
  salon_record_set_int (row, "no_discount", item->no_discount);
  salon_record_set_int (row, "periodicity_days", item->periodicity_days);
  salon_record_set_int (row, "archived", item->archived);
}

static int
cmd_item_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *barcode = NULL;
  gboolean archived = FALSE;
  const GOptionEntry entries[] = { { "barcode", 0, 0, G_OPTION_ARG_STRING, &barcode, NULL, NULL },
                                   { "archived", 0, 0, G_OPTION_ARG_NONE, &archived, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonItemsRequest) request = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const SalonCurrency *currency = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 1 || (argc == 1 && barcode != NULL))
    return salon_ctl_usage ("%s", _("Say which: item list [WORDS] [--barcode BARCODE] [--archived]."));
  request = salon_items_request_new (barcode != NULL ? barcode : argc == 1 ? argv[0] : NULL, barcode != NULL, 0);
  request->with_archived = archived;
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  currency = salon_ctl_currency (ctl);
  found = salon_session_query_sync (ctl->session, &salon_query_items, request, &error);
  if (found == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < found->len; i++)
    list_item (rows, found->pdata[i], currency);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* What can be said of an item; each is NULL when it was not. */
typedef struct {
  char *name;
  char *category;
  char *code;
  char *barcode;
  char *unit;
  char *price;
  char *tax;
  char *lasts;
  char *no_discount;
  gboolean keep_barcode;
} ItemOptions;

static void
item_options_clear (ItemOptions *self)
{
  g_free (self->name);
  g_free (self->category);
  g_free (self->code);
  g_free (self->barcode);
  g_free (self->unit);
  g_free (self->price);
  g_free (self->tax);
  g_free (self->lasts);
  g_free (self->no_discount);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ItemOptions, item_options_clear)

static gboolean
parse_item (ItemOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &o->name, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING, &o->category, NULL, NULL },
    { "code", 0, 0, G_OPTION_ARG_STRING, &o->code, NULL, NULL },
    { "barcode", 0, 0, G_OPTION_ARG_STRING, &o->barcode, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &o->unit, NULL, NULL },
    { "price", 0, 0, G_OPTION_ARG_STRING, &o->price, NULL, NULL },
    { "tax", 0, 0, G_OPTION_ARG_STRING, &o->tax, NULL, NULL },
    { "lasts", 0, 0, G_OPTION_ARG_STRING, &o->lasts, NULL, NULL },
    { "no-discount", 0, 0, G_OPTION_ARG_STRING, &o->no_discount, NULL, NULL },
    { "keep-barcode", 0, 0, G_OPTION_ARG_NONE, &o->keep_barcode, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

/* "" takes a text away. */
static void
put_text (char **field, const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
put_named (SalonCtl *ctl, GType type, const char *name, gint64 *id, int *status)
{
  if (name == NULL)
    return TRUE;
  *id = *name != '\0' ? salon_ctl_find_named (ctl, type, name, status) : 0;
  return *name == '\0' || *id != 0;
}

static gboolean
put_number (const char *option, const char *text, gint64 *number, int *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, number, &error))
    return TRUE;
  *status = salon_ctl_usage (_("“%s” is no number for %s."), text, option);
  return FALSE;
}

static gboolean
put_price (SalonCtl *ctl, const char *text, gint64 *price, int *status)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || salon_money_parse (text, salon_ctl_currency (ctl), price, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static gboolean
apply (SalonCtl *ctl, const ItemOptions *o, SalonItem *item, int *status)
{
  put_text (&item->name, o->name);
  put_text (&item->code, o->code);
  put_text (&item->barcode, o->barcode);
  put_text (&item->unit, o->unit);
  return put_named (ctl, salon_item_category_get_type (), o->category, &item->item_category_id, status)
         && put_named (ctl, salon_vat_rate_get_type (), o->tax, &item->vat_rate_id, status)
         && put_number ("--lasts", o->lasts, &item->periodicity_days, status)
         && put_number ("--no-discount", o->no_discount, &item->no_discount, status)
         && put_price (ctl, o->price, &item->price, status);
}

static int
cmd_item_add (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ItemOptions) o = { 0 };
  g_autoptr (SalonItem) item = salon_item_new ();
  SalonEntityDraft draft = { NULL, SALON_ENTITY (item), FALSE, FALSE };
  int status = 0;

  if (!parse_item (&o, &argc, &argv, &status))
    return status;
  if (argc != 1 || o.price == NULL)
    return salon_ctl_usage ("%s", _("Say its name and price: item add NAME --price AMOUNT."));
  item->name = g_strdup (argv[0]);
  if (!salon_ctl_open (ctl, TRUE, &status) || !apply (ctl, &o, item, &status))
    return status;
  draft.keep_barcode = o.keep_barcode;
  return run_command (ctl, &salon_command_catalogue_save, &draft, "id");
}

static SalonItem *
find_item (SalonCtl *ctl, gint64 id, int *status)
{
  SalonEntityListRequest request = { salon_item_get_type (), TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (salon_entity_get_id (all->pdata[i]) == id)
      return g_object_ref (all->pdata[i]);
  if (all == NULL) {
    *status = salon_ctl_fail (error);
    return NULL;
  }
  g_printerr (_("salonctl: there is no item with the number %d.\n"), (int) id);
  *status = SALON_CTL_REFUSED;
  return NULL;
}

static int
cmd_item_edit (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ItemOptions) o = { 0 };
  g_autoptr (SalonItem) orig = NULL;
  g_autoptr (SalonItem) curr = NULL;
  SalonEntityDraft draft = { 0 };
  gint64 id = 0;
  int status = 0;

  if (!parse_item (&o, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which and what: item edit ID --price AMOUNT …."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  orig = find_item (ctl, id, &status);
  if (orig == NULL)
    return status;
  curr = salon_item_copy (orig);
  if (!apply (ctl, &o, curr, &status))
    return status;
  draft.orig = SALON_ENTITY (orig);
  draft.curr = SALON_ENTITY (curr);
  draft.keep_barcode = o.keep_barcode;
  return run_command (ctl, &salon_command_catalogue_save, &draft, "id");
}

static int
cmd_item_archive (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonItem) item = salon_item_new ();
  SalonEntityDraft draft = { NULL, SALON_ENTITY (item), FALSE, FALSE };
  gint64 id = 0;
  int status = 0;

  if (argc != 1 || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which: item archive ID."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  salon_entity_set_id (item, id);
  return run_command (ctl, &salon_command_catalogue_archive, &draft, "id");
}

static int
cmd_item_import (SalonCtl *ctl, int argc, char **argv)
{
  gboolean services = FALSE;
  gboolean keep_barcodes = FALSE;
  const GOptionEntry entries[] = { { "services", 0, 0, G_OPTION_ARG_NONE, &services, NULL, NULL },
                                   { "keep-barcode", 0, 0, G_OPTION_ARG_NONE, &keep_barcodes, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonRowSource) source = NULL;
  g_autoptr (SalonItemImport) request = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which file: item import FILE [--services]."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  source = salon_exchange_open (argv[0], &error);
  request = source != NULL ? salon_item_import_read (source, salon_ctl_currency (ctl), services, &error) : NULL;
  if (request == NULL)
    return salon_ctl_fail (error);
  request->keep_barcodes = keep_barcodes;
  return run_command (ctl, &salon_command_item_import, request, "lines");
}

/* ---- prices of services */

static int
cmd_price_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (SalonPriceList) list = NULL;
  g_autoptr (GError) error = NULL;
  const SalonCurrency *currency = NULL;
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("price list takes no arguments."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  currency = salon_ctl_currency (ctl);
  list = salon_session_query_sync (ctl->session, &salon_query_price_list, NULL, &error);
  if (list == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < list->lines->len; i++) {
    const SalonPriceListLine *line = list->lines->pdata[i];
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_int (row, "service_id", salon_entity_get_id (line->service));
    salon_record_set_text (row, "service", line->service->name);
    salon_record_set_text (row, "variant", line->variant != NULL ? line->variant->name : "");
    salon_record_set_int (row, "vat_bp", line->vat_bp);
    salon_record_set_int (row, "no_discount", line->service->no_discount);
    salon_ctl_set_money (row, "price", line->price, currency);
    for (guint l = 0; l < list->levels->len; l++)
      salon_ctl_set_money (row, ((SalonEmployeeLevel *) list->levels->pdata[l])->name, line->by_level[l], currency);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_price_set (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *variant = NULL;
  const GOptionEntry entries[] = { { "variant", 0, 0, G_OPTION_ARG_STRING, &variant, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonLevelPriceRequest request = { .price = -1 };
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 3)
    return salon_ctl_usage ("%s", _("Say of what, whose and how much: price set SERVICE LEVEL AMOUNT|none [--variant NAME]."));
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  request.service_id = salon_ctl_find_named (ctl, salon_service_get_type (), argv[0], &status);
  request.level_id = request.service_id != 0 ? salon_ctl_find_named (ctl, salon_employee_level_get_type (), argv[1], &status) : 0;
  if (request.level_id != 0 && variant != NULL)
    request.variant_id = salon_ctl_find_variant (ctl, request.service_id, variant, &status);
  if (request.level_id == 0 || (variant != NULL && request.variant_id == 0)
      || (!g_str_equal (argv[2], "none") && !put_price (ctl, argv[2], &request.price, &status)))
    return status;
  return run_command (ctl, &salon_command_level_price_set, &request, "id");
}

#define ITEM_OPTIONS                                                                              \
  "[--category NAME] [--barcode BARCODE] [--keep-barcode] [--code CODE] [--unit UNIT] [--tax RATE] [--lasts DAYS]" \
  " [--no-discount 0|1]"

const SalonCtlCommand salon_ctl_item_commands[] = {
  { "item list", "[WORDS] [--barcode BARCODE] [--archived]", SALON_N ("Lists goods"), cmd_item_list },
  { "item add", "NAME --price AMOUNT " ITEM_OPTIONS, SALON_N ("Adds an item to the goods"), cmd_item_add },
  { "item edit", "ID [--name NAME] [--price AMOUNT] " ITEM_OPTIONS, SALON_N ("Changes an item"), cmd_item_edit },
  { "item archive", "ID", SALON_N ("Takes an item off the goods"), cmd_item_archive },
  { "item import", "FILE [--services] [--keep-barcode]", SALON_N ("Takes over goods and services with their prices from a file"),
    cmd_item_import },
  { "price list", "", SALON_N ("Lists the prices of services, variants and levels"), cmd_price_list },
  { "price set", "SERVICE LEVEL AMOUNT|none [--variant NAME]", SALON_N ("Says what employees of a level take"), cmd_price_set },
  { NULL, NULL, NULL, NULL },
};
