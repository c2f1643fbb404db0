/* Master data are all edited the same way: validated by the rules, written by the repository. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/absence.h"
#include "model/entities/card-kind.h"
#include "model/entities/checklist-step.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee-level.h"
#include "model/entities/enums.h"
#include "model/entities/holiday.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/price-rule.h"
#include "model/entities/room.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/shift-template.h"
#include "model/entities/shift.h"
#include "model/entities/stored-design.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/user.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/entities/weekly-break.h"
#include "model/entities/work-break.h"
#include "model/rules/card-number.h"
#include "model/rules/permission.h"
#include "model/rules/validate.h"
#include "model/services/catalogue.h"
#include "model/services/items.h"
#include "model/services/listed.h"
#include "model/services/stranded.h"
#include "model/store/item-store.h"
#include "model/store/promotion-store.h"
#include "model/store/repo.h"

/**
 * salon_entity_draft_new:
 * @orig: (transfer none) (nullable): as it was opened
 * @curr: (transfer none): as it is to be
 *
 * Returns: (transfer full): a request
 */
SalonEntityDraft *
salon_entity_draft_new (gpointer orig, gpointer curr)
{
  SalonEntityDraft *self = g_new0 (SalonEntityDraft, 1);

  self->orig = orig != NULL ? g_object_ref (orig) : NULL;
  self->curr = g_object_ref (curr);
  return self;
}

/**
 * salon_entity_draft_free: frees a request
 */
void
salon_entity_draft_free (SalonEntityDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_free (self);
}

/**
 * salon_entity_list_request_new:
 *
 * Returns: (transfer full): a request for all of @type
 */
SalonEntityListRequest *
salon_entity_list_request_new (GType type, gboolean with_archived)
{
  SalonEntityListRequest *self = g_new0 (SalonEntityListRequest, 1);

  self->type = type;
  self->with_archived = with_archived;
  return self;
}

/**
 * salon_reorder_request_new:
 *
 * Returns: (transfer full): a request with an empty list of ids
 */
SalonReorderRequest *
salon_reorder_request_new (GType type)
{
  SalonReorderRequest *self = g_new0 (SalonReorderRequest, 1);

  self->type = type;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * salon_reorder_request_free: frees a request
 */
void
salon_reorder_request_free (SalonReorderRequest *self)
{
  g_array_unref (self->ids);
  g_free (self);
}

/* What things cost, besides the services themselves. */
static gboolean
is_of_prices (GType type)
{
  return type == salon_item_get_type () || type == salon_item_category_get_type () || type == salon_vat_rate_get_type ()
         || type == salon_vat_rate_period_get_type () || type == salon_employee_level_get_type ()
         || type == salon_service_variant_get_type () || type == salon_service_price_get_type ()
         || type == salon_ticket_kind_get_type ();
}

static SalonPermission
permission_for (GType type)
{
  if (type == salon_user_get_type ())
    return SALON_PERMISSION_USERS_EDIT;
  if (type == salon_absence_get_type () || type == salon_shift_get_type () || type == salon_work_break_get_type ()
      || type == salon_weekly_break_get_type () || type == salon_shift_template_get_type ())
    return SALON_PERMISSION_STAFF_EDIT;
  if (type == salon_card_kind_get_type () || type == salon_stored_design_get_type ())
    return SALON_PERMISSION_CARDS_DESIGN;
  if (is_of_prices (type))
    return SALON_PERMISSION_PRICES_EDIT;
  return SALON_PERMISSION_SETTINGS_EDIT;
}

static SalonEntity *
cleaned (SalonEntity *entity)
{
  SalonEntity *copy = salon_entity_copy (entity);
  const SalonField *name = salon_entity_info_find (salon_entity_info (copy), "name");

  if (name != NULL && salon_entity_get_text (copy, name) != NULL)
    salon_entity_take_text (copy, name, salon_text_clean (salon_entity_get_text (copy, name), SALON_LISTED_NAME_CHARS + 1));
  return copy;
}

typedef gboolean (*Validate) (gconstpointer entity, GError **error);

/* What the rules check of each type; the others have nothing but a name. */
static Validate
validator_of (GType type)
{
  const struct {
    GType type;
    Validate validate;
  } validators[] = {
    { salon_absence_get_type (), (Validate) salon_validate_absence },
    { salon_card_kind_get_type (), (Validate) salon_validate_card_kind },
    { salon_checklist_step_get_type (), (Validate) salon_validate_checklist_step },
    { salon_custom_field_get_type (), (Validate) salon_validate_custom_field },
    { salon_holiday_get_type (), (Validate) salon_validate_holiday },
    { salon_room_get_type (), (Validate) salon_validate_room },
    { salon_service_get_type (), (Validate) salon_validate_service },
    { salon_shift_get_type (), (Validate) salon_validate_shift },
    { salon_service_variant_get_type (), (Validate) salon_validate_service_variant },
    { salon_shift_template_get_type (), (Validate) salon_validate_shift_template },
    { salon_stored_design_get_type (), (Validate) salon_validate_stored_design },
    { salon_user_get_type (), (Validate) salon_validate_user },
    { salon_vat_rate_period_get_type (), (Validate) salon_validate_vat_rate_period },
    { salon_weekly_break_get_type (), (Validate) salon_validate_weekly_break },
    { salon_work_break_get_type (), (Validate) salon_validate_work_break },
  };

  for (guint i = 0; i < G_N_ELEMENTS (validators); i++)
    if (validators[i].type == type)
      return validators[i].validate;
  return NULL;
}

static gboolean
check_name (SalonEntity *entity, GError **error)
{
  const SalonField *name = salon_entity_info_find (salon_entity_info (entity), "name");

  return name == NULL || salon_listed_check_name (salon_entity_get_text (entity, name), error);
}

/* A rate cannot begin to be two things on one day. */
static gboolean
check_period (SalonTx *tx, const SalonVatRatePeriod *period, GError **error)
{
  g_autoptr (GPtrArray) periods = salon_repo_find (tx, salon_vat_rate_period_get_type (), "vat_rate_id", period->vat_rate_id, error);

  for (guint i = 0; periods != NULL && i < periods->len; i++) {
    const SalonVatRatePeriod *other = periods->pdata[i];

    if (other->from_day != period->from_day || salon_entity_get_id (other) == salon_entity_get_id (period))
      continue;
    salon_set_field_error (error, "from_day", _("How much the rate is from that day on is said already."));
    return FALSE;
  }
  return periods != NULL;
}

static gboolean
validate (SalonTx *tx, const SalonEntityDraft *draft, SalonEntity *entity, GError **error)
{
  GType type = G_OBJECT_TYPE (entity);
  Validate check = validator_of (type);

  if (!check_name (entity, error) || (check != NULL && !check (entity, error)))
    return FALSE;
  if (type == salon_item_get_type ())
    return salon_item_check (tx, (SalonItem *) entity, draft->keep_barcode, error);
  return type != salon_vat_rate_period_get_type () || check_period (tx, (SalonVatRatePeriod *) entity, error);
}

static gint64
int_of (SalonEntity *entity, const char *name)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), name);

  return field != NULL ? salon_entity_get_int (entity, field) : 0;
}

/* What takes working time away, and of which days.  A holiday is everybody's. */
static gboolean
takes_time (SalonTx *tx, SalonEntity *entity, SalonDay *first_day, SalonDay *last_day)
{
  GType type = G_OBJECT_TYPE (entity);
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  if (type == salon_absence_get_type () || type == salon_holiday_get_type ()) {
    *first_day = (SalonDay) int_of (entity, "first_day");
    *last_day = (SalonDay) int_of (entity, "last_day");
  } else if (type == salon_work_break_get_type () || type == salon_shift_get_type ()) {
    *first_day = *last_day = (SalonDay) int_of (entity, "day");
  } else if (type == salon_weekly_break_get_type ()) {
    *first_day = today;
    *last_day = today + SALON_STRANDED_DAYS_AHEAD;
  } else {
    return FALSE;
  }
  return TRUE;
}

static gboolean
begin_stranded (SalonTx *tx, SalonEntity *entity, SalonStranded **stranded, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 employee_id = int_of (entity, "employee_id");
  SalonDay first_day = 0;
  SalonDay last_day = 0;

  if (!takes_time (tx, entity, &first_day, &last_day))
    return TRUE;
  g_array_append_val (ids, employee_id);
  *stranded = salon_stranded_begin (tx, employee_id != 0 ? ids : NULL, first_day, last_day, error);
  return *stranded != NULL;
}

static gboolean
put_entity (SalonTx *tx, const SalonEntityDraft *draft, SalonEntity *curr, gint64 *id, GError **error)
{
  if (draft->orig != NULL) {
    *id = salon_entity_get_id (draft->orig);
    return salon_repo_update_draft (tx, draft->orig, curr, error);
  }
  if (!salon_listed_place_last (tx, curr, error) || !salon_repo_insert (tx, curr, error))
    return FALSE;
  *id = salon_entity_get_id (curr);
  return TRUE;
}

/**
 * salon_catalogue_save:
 * @id: (out): of the thing that was made or changed
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION that names the field, %SALON_ERROR_CONFLICT, or
 *   %SALON_STRANDED_ERROR when visits would lie outside the working time
 */
gboolean
salon_catalogue_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonEntity) curr = cleaned (draft->curr);
  g_autoptr (SalonStranded) stranded = NULL;

  return salon_permission_check (salon_tx_actor (tx), permission_for (G_OBJECT_TYPE (curr)), error)
         && validate (tx, draft, curr, error) && begin_stranded (tx, curr, &stranded, error) && put_entity (tx, draft, curr, id, error)
         && (stranded == NULL || salon_stranded_end (stranded, draft->keep_visits, error));
}

/* Receipts name what they sold: it must be found for ever. */
/**
 * salon_catalogue_was_sold:
 * @type: of what is looked at
 * @sold: (out): whether a receipt names it; nothing in the file would hold it then
 */
gboolean
salon_catalogue_was_sold (SalonTx *tx, GType type, gint64 id, gboolean *sold, GError **error)
{
  gint64 n = 0;

  *sold = FALSE;
  if (type == salon_item_get_type ())
    return salon_item_store_was_sold (tx, SALON_SALE_LINE_ITEM, id, sold, error);
  if (type == salon_service_get_type ())
    return salon_item_store_was_sold (tx, SALON_SALE_LINE_SERVICE, id, sold, error);
  if (type == salon_service_variant_get_type ())
    return salon_item_store_variant_was_sold (tx, id, sold, error);
  if (type != salon_price_rule_get_type ())
    return TRUE;
  if (!salon_promotion_store_uses (tx, id, 0, &n, error))
    return FALSE;
  *sold = n > 0;
  return TRUE;
}

static gboolean
delete_unused (SalonTx *tx, SalonEntity *entity, gboolean *deleted, GError **error)
{
  gboolean sold = FALSE;

  *deleted = FALSE;
  if (G_OBJECT_TYPE (entity) == salon_stored_design_get_type ())
    return TRUE; /* the work of hours comes back from the archive */
  if (!salon_catalogue_was_sold (tx, G_OBJECT_TYPE (entity), salon_entity_get_id (entity), &sold, error))
    return FALSE;
  if (sold)
    return TRUE;
  if (!salon_tx_savepoint (tx, error))
    return FALSE;
  if (!salon_repo_delete (tx, entity, NULL))
    return salon_tx_rollback_to (tx, error);
  *deleted = TRUE;
  return salon_tx_release (tx, error);
}

/**
 * salon_catalogue_archive:
 *
 * Removes what nothing refers to, but for designs of cards; anything else stays for the history and is not offered any more.
 */
gboolean
salon_catalogue_archive (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error)
{
  const SalonField *archived = salon_entity_info_find (salon_entity_info (draft->curr), "archived");
  g_autoptr (SalonEntity) entity = NULL;
  gboolean deleted = FALSE;

  if (!salon_permission_check (salon_tx_actor (tx), permission_for (G_OBJECT_TYPE (draft->curr)), error))
    return FALSE;
  *id = salon_entity_get_id (draft->curr);
  entity = salon_repo_get (tx, G_OBJECT_TYPE (draft->curr), *id, error);
  if (entity == NULL || !delete_unused (tx, entity, &deleted, error))
    return FALSE;
  if (deleted)
    return TRUE;
  if (archived == NULL) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("It is still used elsewhere and cannot be removed."));
    return FALSE;
  }
  salon_entity_put_int (entity, archived, 1);
  return salon_repo_update (tx, entity, error);
}

/**
 * salon_catalogue_list:
 *
 * Returns: (transfer full) (element-type SalonEntity): by position
 */
GPtrArray *
salon_catalogue_list (SalonTx *tx, const SalonEntityListRequest *request, GError **error)
{
  const SalonField *archived = salon_entity_info_find (salon_entity_type_info (request->type), "archived");

  if (archived == NULL || request->with_archived)
    return salon_repo_all (tx, request->type, error);
  return salon_repo_find (tx, request->type, "archived", 0, error);
}

/**
 * salon_catalogue_reorder:
 *
 * Writes the positions of the named ones in their new order.
 */
gboolean
salon_catalogue_reorder (SalonTx *tx, const SalonReorderRequest *request, gint64 *id, GError **error)
{
  const SalonField *position = salon_entity_info_find (salon_entity_type_info (request->type), "position");
  gboolean staff = g_str_equal (salon_entity_type_info (request->type)->name, "employee");

  g_return_val_if_fail (position != NULL, FALSE);
  if (!salon_permission_check (salon_tx_actor (tx), staff ? SALON_PERMISSION_STAFF_EDIT : permission_for (request->type), error))
    return FALSE;
  for (guint i = 0; i < request->ids->len; i++) {
    g_autoptr (SalonEntity) entity = salon_repo_get (tx, request->type, g_array_index (request->ids, gint64, i), error);

    if (entity == NULL)
      return FALSE;
    salon_entity_put_int (entity, position, i + 1);
    if (!salon_repo_update (tx, entity, error))
      return FALSE;
  }
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_catalogue_save, "catalogue.save", SALON_N ("Saved"), salon_catalogue_save,
                      SalonEntityDraft, salon_entity_draft_free)
SALON_DEFINE_COMMAND (salon_command_catalogue_archive, "catalogue.archive", SALON_N ("Removed"), salon_catalogue_archive,
                      SalonEntityDraft, salon_entity_draft_free)
SALON_DEFINE_COMMAND (salon_command_catalogue_reorder, "catalogue.reorder", SALON_N ("Order changed"),
                      salon_catalogue_reorder, SalonReorderRequest, salon_reorder_request_free)
SALON_DEFINE_QUERY (salon_query_catalogue_list, "catalogue.list", salon_catalogue_list, SalonEntityListRequest, g_free,
                    g_ptr_array_unref)
