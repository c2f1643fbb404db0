/* A few thousand goods at most: they are read as a whole and looked through. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/item-category.h"
#include "model/entities/vat-rate-period.h"
#include "model/rules/barcode.h"
#include "model/rules/field-check.h"
#include "model/rules/price-of.h"
#include "model/services/items.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

#define MOST_PERIODICITY 3660
#define CODE_CHARS       60
#define UNIT_CHARS       20

G_DEFINE_QUARK (salon-item-error-quark, salon_item_error)

/* ---- checking */

static gboolean
check_length (const char *field, const char *text, int most, GError **error)
{
  if (text == NULL || g_utf8_strlen (text, -1) <= most)
    return TRUE;
  salon_set_field_error (error, field, ngettext ("It may have %d letter at most.", "It may have %d letters at most.", most), most);
  return FALSE;
}

/* The number that would be right is told: mostly one digit was mistyped. */
static gboolean
check_digit (const SalonItem *item, GError **error)
{
  gsize n = item->barcode != NULL ? strlen (item->barcode) : 0;

  if (n == 0 || salon_barcode_kind (item->barcode) != SALON_BARCODE_WRONG_DIGIT)
    return TRUE;
  g_set_error (error, SALON_ITEM_ERROR, SALON_ITEM_ERROR_CHECK_DIGIT,
               _("The barcode %s is mistyped: its last digit would have to be %c."), item->barcode,
               salon_barcode_check_digit (item->barcode, n - 1));
  return FALSE;
}

static gboolean
check_unique (SalonTx *tx, const SalonItem *item, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (item->barcode == NULL || item->archived != 0)
    return TRUE;
  all = salon_repo_find (tx, salon_item_get_type (), "archived", 0, error);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonItem *other = all->pdata[i];

    if (salon_entity_get_id (other) == salon_entity_get_id (item) || g_strcmp0 (other->barcode, item->barcode) != 0)
      continue;
    salon_set_field_error (error, "barcode", _("“%s” has this barcode already."), other->name);
    return FALSE;
  }
  return all != NULL;
}

/**
 * salon_item_check:
 * @item: its barcode is put right: no spaces, no dashes
 * @keep_barcode: a barcode whose last digit is wrong was meant so
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION that names the field, or a %SALON_ITEM_ERROR
 */
gboolean
salon_item_check (SalonTx *tx, SalonItem *item, gboolean keep_barcode, GError **error)
{
  char *barcode = salon_barcode_clean (item->barcode);

  g_free (item->barcode);
  item->barcode = barcode;
  return salon_check_fields (item, error) && salon_check_price (item, "price", error)
         && salon_check_range (item, "periodicity_days", 0, MOST_PERIODICITY, error)
         && check_length ("barcode", item->barcode, CODE_CHARS, error) && check_length ("code", item->code, CODE_CHARS, error)
         && check_length ("unit", item->unit, UNIT_CHARS, error) && check_unique (tx, item, error)
         && (keep_barcode || check_digit (item, error));
}

/* ---- finding */

/**
 * salon_offered_item_free: frees it
 */
void
salon_offered_item_free (SalonOfferedItem *self)
{
  g_clear_object (&self->item);
  g_free (self->category);
  g_free (self);
}

/**
 * salon_items_request_new:
 * @text: (nullable): words, or a barcode
 * @most: so many at most; 0 = all
 *
 * Returns: (transfer full): a request for what is sold now
 */
SalonItemsRequest *
salon_items_request_new (const char *text, gboolean by_barcode, guint most)
{
  SalonItemsRequest *self = g_new0 (SalonItemsRequest, 1);

  self->text = g_strdup (text);
  self->by_barcode = by_barcode;
  self->most = most;
  return self;
}

/**
 * salon_items_request_free: frees a request
 */
void
salon_items_request_free (SalonItemsRequest *self)
{
  g_free (self->text);
  g_free (self);
}

typedef struct {
  SalonSettings *settings;
  GPtrArray *periods;
  GPtrArray *categories;
  GPtrArray *items;
  GPtrArray *variants; /* readings of what was typed */
  char *barcode;
  SalonDay today;
} Find;

static void
find_clear (Find *self)
{
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  g_free (self->barcode);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Find, find_clear)

static gboolean
load (Find *self, SalonTx *tx, gboolean with_archived, GError **error)
{
  self->today = salon_clock_today (salon_tx_clock (tx));
  self->settings = salon_settings_load (tx, NULL, error);
  self->periods = self->settings != NULL ? salon_repo_all (tx, salon_vat_rate_period_get_type (), error) : NULL;
  self->categories = self->periods != NULL ? salon_repo_all (tx, salon_item_category_get_type (), error) : NULL;
  if (self->categories == NULL)
    return FALSE;
  self->items = with_archived ? salon_repo_all (tx, salon_item_get_type (), error)
                              : salon_repo_find (tx, salon_item_get_type (), "archived", 0, error);
  return self->items != NULL;
}

static const char *
category_of (const Find *self, const SalonItem *item)
{
  for (guint i = 0; i < self->categories->len; i++)
    if (salon_entity_get_id (self->categories->pdata[i]) == item->item_category_id)
      return ((SalonItemCategory *) self->categories->pdata[i])->name;
  return NULL;
}

/* Every word of one reading begins a word of the name, the category or the code, or the barcode. */
static gboolean
has_words (const char *key, const char *barcode, const char *reading)
{
  g_auto (GStrv) words = g_strsplit (reading, " ", -1);

  for (char **word = words; *word != NULL; word++) {
    g_autofree char *begin = g_strconcat (SALON_TEXT_WORD_MARK, *word, NULL);

    if (strstr (key, begin) == NULL && (barcode == NULL || !g_str_has_prefix (barcode, *word)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fits (const Find *self, const SalonItem *item)
{
  const char *parts[] = { item->name, category_of (self, item), item->code };
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (self->barcode != NULL)
    return g_strcmp0 (item->barcode, self->barcode) == 0;
  if (self->variants == NULL)
    return TRUE;
  text = salon_text_join (parts, G_N_ELEMENTS (parts), " ");
  key = salon_text_index_key (text != NULL ? text : "");
  for (guint i = 0; i < self->variants->len; i++)
    if (has_words (key, item->barcode, self->variants->pdata[i]))
      return TRUE;
  return FALSE;
}

static SalonOfferedItem *
offered_new (const Find *self, SalonItem *item)
{
  SalonOfferedItem *offered = g_new0 (SalonOfferedItem, 1);

  offered->item = g_object_ref (item);
  offered->category = g_strdup (category_of (self, item));
  if (self->settings->vat_payer)
    offered->vat_bp = item->vat_rate_id != 0 ? salon_vat_on (self->periods, item->vat_rate_id, self->today) : self->settings->vat_bp;
  return offered;
}

/**
 * salon_items_find:
 *
 * Returns: (transfer full) (element-type SalonOfferedItem): by position; empty when nothing fits.  Anyone may know what
 *   things cost.
 */
GPtrArray *
salon_items_find (SalonTx *tx, const SalonItemsRequest *request, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_offered_item_free);
  g_auto (Find) self = { 0 };
  g_autofree char *barcode = salon_barcode_clean (request->text);

  if (request->by_barcode && barcode == NULL)
    return g_steal_pointer (&found);
  if (request->by_barcode)
    self.barcode = g_steal_pointer (&barcode);
  else if (barcode != NULL)
    self.variants = salon_text_query_variants (request->text);
  if (!load (&self, tx, request->with_archived, error))
    return NULL;
  for (guint i = 0; i < self.items->len && (request->most == 0 || found->len < request->most); i++)
    if (fits (&self, self.items->pdata[i]))
      g_ptr_array_add (found, offered_new (&self, self.items->pdata[i]));
  return g_steal_pointer (&found);
}

SALON_DEFINE_QUERY (salon_query_items, "items", salon_items_find, SalonItemsRequest, salon_items_request_free, g_ptr_array_unref)
