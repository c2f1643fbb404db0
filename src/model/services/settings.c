/* Reading and writing the settings; the table of keys below is the only list of them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/error.h"
#include "model/entities/entity.h"
#include "model/rules/permission.h"
#include "model/rules/rfm.h"
#include "model/services/settings.h"
#include "model/store/settings-store.h"

typedef struct {
  const char *key;
  const char *initial;
  gsize offset;
  gboolean is_text; /* else an int */
  gboolean is_apart; /* is written by a command of its own */
} Key;

#define TEXT(key, member, initial)   { key, initial, G_STRUCT_OFFSET (SalonSettings, member), TRUE, FALSE }
#define APART(key, member)           { key, "", G_STRUCT_OFFSET (SalonSettings, member), TRUE, TRUE }
#define NUMBER(key, member, initial) { key, initial, G_STRUCT_OFFSET (SalonSettings, member), FALSE, FALSE }

static const Key keys[] = {
  TEXT ("salon.name", name, ""),
  TEXT ("salon.country", country, "LV"),
  TEXT ("salon.currency", currency, "EUR"),
  TEXT ("salon.phone", phone, ""),
  APART (SALON_SETTING_LOGO, logo),
  TEXT ("salon.language", language, "en"),
  NUMBER ("salon.vat_payer", vat_payer, "1"),
  NUMBER ("salon.vat_bp", vat_bp, "2100"),
  NUMBER ("sale.cash_step", cash_step, "0"),
  NUMBER ("booking.step_min", step_min, "15"),
  NUMBER ("booking.most_waiting_min", most_waiting_min, "30"),
  NUMBER ("booking.late_min", late_min, "10"),
  NUMBER ("status.window_months", status.window_months, "3"),
  NUMBER ("status.n_permanent", status.n_permanent, "3"),
  NUMBER ("status.lost_after_months", status.lost_after_months, "3"),
  NUMBER ("status.least_visits", status.least_visits, "1"),
  NUMBER ("status.sticky", status.sticky, "0"),
  NUMBER ("cash.difference_limit", cash_difference_limit, "100"),
  NUMBER ("export.keep_days", export_keep_days, "90"),
  NUMBER ("bonus.earn_bp", bonus_earn_bp, "0"),
  NUMBER ("bonus.share_bp", bonus_share_bp, "5000"),
  NUMBER ("bonus.days", bonus_days, "365"),
  NUMBER ("certificate.days", certificate_days, "365"),
  NUMBER ("rfm.recency_5", rfm.recency_days[0], "30"),
  NUMBER ("rfm.recency_4", rfm.recency_days[1], "60"),
  NUMBER ("rfm.recency_3", rfm.recency_days[2], "120"),
  NUMBER ("rfm.recency_2", rfm.recency_days[3], "240"),
  NUMBER ("rfm.visits_5", rfm.visits[0], "12"),
  NUMBER ("rfm.visits_4", rfm.visits[1], "8"),
  NUMBER ("rfm.visits_3", rfm.visits[2], "5"),
  NUMBER ("rfm.visits_2", rfm.visits[3], "2"),
  NUMBER ("rfm.revenue_5", rfm.revenue[0], "80000"),
  NUMBER ("rfm.revenue_4", rfm.revenue[1], "40000"),
  NUMBER ("rfm.revenue_3", rfm.revenue[2], "20000"),
  NUMBER ("rfm.revenue_2", rfm.revenue[3], "8000"),
  NUMBER ("discount.limit_owner_bp", manual_limit_bp[0], "10000"),
  NUMBER ("discount.limit_administrator_bp", manual_limit_bp[1], "1000"),
  NUMBER ("discount.limit_master_bp", manual_limit_bp[2], "0"),
};

#define WHOLE_BP 10000

#define MOST_WAITING 240 /* minutes */

/* Its values are words, as the trigger of the table of occupancy reads them. */
#define KEY_BUFFERS "booking.buffers"

static char **
text_at (const SalonSettings *self, const Key *key)
{
  return (char **) G_STRUCT_MEMBER_P (self, key->offset);
}

static int *
number_at (const SalonSettings *self, const Key *key)
{
  return (int *) G_STRUCT_MEMBER_P (self, key->offset);
}

/**
 * salon_settings_new:
 *
 * Returns: (transfer full): settings whose numbers have their first values and whose texts are missing
 */
SalonSettings *
salon_settings_new (void)
{
  SalonSettings *self = g_new0 (SalonSettings, 1);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!keys[i].is_text)
      *number_at (self, &keys[i]) = atoi (keys[i].initial);
  return self;
}

/**
 * salon_settings_copy:
 *
 * Returns: (transfer full): an independent copy, to be edited and saved
 */
SalonSettings *
salon_settings_copy (const SalonSettings *self)
{
  SalonSettings *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].is_text)
      *text_at (copy, &keys[i]) = g_strdup (*text_at (self, &keys[i]));
  return copy;
}

/**
 * salon_settings_free: frees a value
 */
void
salon_settings_free (SalonSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].is_text)
      g_free (*text_at (self, &keys[i]));
  g_free (self);
}

/**
 * salon_settings_currency:
 *
 * Returns: (transfer none): the salon's currency; euro if it is unknown
 */
const SalonCurrency *
salon_settings_currency (const SalonSettings *self)
{
  const SalonCurrency *currency = salon_currency_by_code (self->currency);

  return currency != NULL ? currency : salon_currency_by_code ("EUR");
}

/**
 * salon_settings_manual_limit:
 * @actor: who works
 *
 * Returns: basis points: so much of a price she may take off by hand; the program itself nothing
 */
int
salon_settings_manual_limit (const SalonSettings *self, const SalonActor *actor)
{
  if (actor->role < SALON_ROLE_FIRST || actor->role > SALON_ROLE_LAST)
    return 0;
  return CLAMP (self->manual_limit_bp[actor->role - SALON_ROLE_FIRST], 0, WHOLE_BP);
}

/**
 * salon_settings_load:
 *
 * Returns: (transfer full): all settings; what was never set has its first value
 */
SalonSettings *
salon_settings_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GHashTable) all = salon_settings_store_all (tx, error);
  SalonSettings *self = NULL;

  if (all == NULL)
    return NULL;
  self = g_new0 (SalonSettings, 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const char *value = g_hash_table_lookup (all, keys[i].key);

    if (keys[i].is_text)
      *text_at (self, &keys[i]) = g_strdup (value != NULL ? value : keys[i].initial);
    else
      *number_at (self, &keys[i]) = atoi (value != NULL && *value != '\0' ? value : keys[i].initial);
  }
  self->buffers = g_strcmp0 (g_hash_table_lookup (all, KEY_BUFFERS), "sum") == 0 ? SALON_BUFFERS_SUM : SALON_BUFFERS_LARGER;
  return self;
}

static gboolean
may_change_status (SalonTx *tx, const SalonSettings *settings, GError **error)
{
  g_autoptr (SalonSettings) now = salon_settings_load (tx, NULL, error);

  if (now == NULL)
    return FALSE;
  return salon_status_params_equal (&now->status, &settings->status)
         || salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_STATUS_EDIT, error);
}

static gboolean
validate_bonus (const SalonSettings *self, GError **error)
{
  if (self->bonus_earn_bp < 0 || self->bonus_earn_bp > 10000) {
    salon_set_field_error (error, "bonus_earn_bp", _("Between 0 and 100 percent can be earned as bonus."));
    return FALSE;
  }
  if (self->bonus_share_bp < 0 || self->bonus_share_bp > 10000) {
    salon_set_field_error (error, "bonus_share_bp", _("Between 0 and 100 percent of a bill can be paid by bonus."));
    return FALSE;
  }
  if (self->certificate_days < 0 || self->certificate_days > 3660) {
    salon_set_field_error (error, "certificate_days", _("That many days are possible: 0 to 3660."));
    return FALSE;
  }
  if (self->bonus_days >= 0 && self->bonus_days <= 3660)
    return TRUE;
  salon_set_field_error (error, "bonus_days", _("Bonus can be used for 0 to 3660 days; 0 is without end."));
  return FALSE;
}

static gboolean
validate (const SalonSettings *self, GError **error)
{
  if (self->name == NULL || *self->name == '\0') {
    salon_set_field_error (error, "name", _("The salon needs a name."));
    return FALSE;
  }
  if (salon_currency_by_code (self->currency) == NULL) {
    salon_set_field_error (error, "currency", _("“%s” is no currency that is known here."), self->currency);
    return FALSE;
  }
  if (self->vat_bp < 0 || self->vat_bp > 5000) {
    salon_set_field_error (error, "vat_bp", _("VAT must be between 0 and 50 percent."));
    return FALSE;
  }
  if (self->cash_step < 0 || self->cash_step > 1000) {
    salon_set_field_error (error, "cash_step", _("The smallest coin is none that is known here."));
    return FALSE;
  }
  if (self->step_min != 5 && self->step_min != 10 && self->step_min != 15 && self->step_min != 30) {
    salon_set_field_error (error, "step_min", _("Times can be offered every 5, 10, 15 or 30 minutes."));
    return FALSE;
  }
  if (self->most_waiting_min < 0 || self->most_waiting_min > MOST_WAITING) {
    salon_set_field_error (error, "most_waiting_min", _("A client can be asked to wait for 0 to 240 minutes."));
    return FALSE;
  }
  if (self->late_min < 0 || self->late_min > 120) {
    salon_set_field_error (error, "late_min", _("A client is late after 0 to 120 minutes."));
    return FALSE;
  }
  if (self->export_keep_days < 1 || self->export_keep_days > 3650) {
    salon_set_field_error (error, "export_keep_days", _("Exported files can be kept from 1 to 3650 days."));
    return FALSE;
  }
  if (self->cash_difference_limit < 0) {
    salon_set_field_error (error, "cash_difference_limit", _("The limit of a difference cannot be negative."));
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->manual_limit_bp); i++)
    if (self->manual_limit_bp[i] < 0 || self->manual_limit_bp[i] > WHOLE_BP) {
      salon_set_field_error (error, "manual_limit_bp", _("A discount must be between 0 and 100 percent."));
      return FALSE;
    }
  return validate_bonus (self, error) && salon_rfm_limits_validate (&self->rfm, error)
         && salon_status_params_validate (&self->status, error);
}

/**
 * salon_settings_save:
 *
 * Writes what differs from now.  When the status parameters change, upkeep recomputes every client.
 */
gboolean
salon_settings_save (SalonTx *tx, const SalonSettings *settings, gint64 *id, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SETTINGS_EDIT, error) || !validate (settings, error)
      || !may_change_status (tx, settings, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *number = NULL;
    const char *value = NULL;

    if (keys[i].is_apart)
      continue;
    if (keys[i].is_text)
      value = *text_at (settings, &keys[i]);
    else
      value = number = g_strdup_printf ("%d", *number_at (settings, &keys[i]));
    if (!salon_settings_store_put (tx, keys[i].key, value != NULL ? value : "", error))
      return FALSE;
  }
  return salon_settings_store_put (tx, KEY_BUFFERS, settings->buffers == SALON_BUFFERS_SUM ? "sum" : "larger", error);
}

SALON_DEFINE_QUERY (salon_query_settings, "settings.load", salon_settings_load, void, NULL, salon_settings_free)
SALON_DEFINE_COMMAND (salon_command_settings_save, "settings.save", SALON_N ("Settings changed"), salon_settings_save,
                      SalonSettings, salon_settings_free)
