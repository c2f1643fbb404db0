/* Kinds of season tickets: checked and saved with their services. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/ticket-kind-service.h"
#include "model/rules/permission.h"
#include "model/services/listed.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_UNITS G_GINT64_CONSTANT (1000000000000)
#define MOST_PRICE G_GINT64_CONSTANT (100000000000)
#define MOST_DAYS  3660

/**
 * salon_ticket_kind_draft_new:
 * @orig: (transfer none) (nullable): as it was opened
 * @curr: (transfer none): as it is to be
 *
 * Returns: (transfer full): a request with an empty list of services
 */
SalonTicketKindDraft *
salon_ticket_kind_draft_new (SalonTicketKind *orig, SalonTicketKind *curr)
{
  SalonTicketKindDraft *self = g_new0 (SalonTicketKindDraft, 1);

  self->orig = orig != NULL ? g_object_ref (orig) : NULL;
  self->curr = g_object_ref (curr);
  self->services = g_array_new (FALSE, FALSE, sizeof (SalonTicketKindUnits));
  return self;
}

/**
 * salon_ticket_kind_draft_free: frees a request
 */
void
salon_ticket_kind_draft_free (SalonTicketKindDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_array_unref (self->services);
  g_free (self);
}

/* ---- checking */

static gboolean
refuse (GError **error, const char *field, const char *text)
{
  salon_set_field_error (error, field, "%s", text);
  return FALSE;
}

static gboolean
check_days (const SalonTicketKind *kind, GError **error)
{
  const struct {
    const char *field;
    gint64 days;
  } all[] = { { "valid_days", kind->valid_days }, { "start_days", kind->start_days }, { "freeze_days", kind->freeze_days } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].days < 0 || all[i].days > MOST_DAYS)
      return refuse (error, all[i].field, _("That many days are possible: 0 to 3660."));
  if (kind->starts < SALON_TICKET_STARTS_AT_SALE || kind->starts > SALON_TICKET_STARTS_LAST)
    return refuse (error, "starts", _("Say when the season ticket begins."));
  if (kind->starts == SALON_TICKET_STARTS_AFTER_DAYS && kind->start_days == 0)
    return refuse (error, "start_days", _("Say after how many days the season ticket begins."));
  if (kind->freeze_days > 0 && kind->valid_days == 0)
    return refuse (error, "freeze_days", _("What has no end need not be frozen."));
  return TRUE;
}

static gboolean
check_services (const SalonTicketKindDraft *draft, GError **error)
{
  gboolean per_service = draft->curr->split == SALON_TICKET_PER_SERVICE;
  gint64 sum = 0;

  if (per_service && draft->services->len == 0)
    return refuse (error, "services", _("Say for which services the season ticket is, and how many of each."));
  for (guint i = 0; i < draft->services->len; i++) {
    const SalonTicketKindUnits *one = &g_array_index (draft->services, SalonTicketKindUnits, i);

    for (guint k = 0; k < i; k++)
      if (g_array_index (draft->services, SalonTicketKindUnits, k).service_id == one->service_id)
        return refuse (error, "services", _("A service is named twice."));
    if (per_service && (one->units <= 0 || one->units > MOST_UNITS))
      return refuse (error, "services", _("Say how many of each service the season ticket is for."));
    sum += one->units;
  }
  if (per_service && sum > MOST_UNITS)
    return refuse (error, "services", _("That is more than a season ticket can hold."));
  return TRUE;
}

static gboolean
check_kind (const SalonTicketKindDraft *draft, GError **error)
{
  const SalonTicketKind *kind = draft->curr;

  if (kind->name == NULL)
    return refuse (error, "name", _("A name is needed."));
  if (g_utf8_strlen (kind->name, -1) > SALON_LISTED_NAME_CHARS)
    return refuse (error, "name", _("The name is too long."));
  if (kind->unit < SALON_TICKET_UNIT_VISITS || kind->unit > SALON_TICKET_UNIT_LAST)
    return refuse (error, "unit", _("A season ticket counts visits, minutes or money."));
  if (kind->split != SALON_TICKET_POOL && kind->split != SALON_TICKET_PER_SERVICE)
    return refuse (error, "split", _("Say whether all services share the units."));
  if (kind->split == SALON_TICKET_POOL && (kind->units <= 0 || kind->units > MOST_UNITS))
    return refuse (error, "units", _("Say how much the season ticket holds."));
  if (kind->price < 0 || kind->price > MOST_PRICE)
    return refuse (error, "price", _("The price is not possible."));
  return check_days (kind, error) && check_services (draft, error);
}

/* ---- saving */

static SalonTicketKind *
cleaned (const SalonTicketKindDraft *draft)
{
  SalonTicketKind *kind = salon_ticket_kind_copy (draft->curr);
  char *name = salon_text_clean_or_null (kind->name, SALON_LISTED_NAME_CHARS + 1);

  g_free (kind->name);
  kind->name = name;
  if (kind->split == SALON_TICKET_PER_SERVICE)
    kind->units = 0;
  return kind;
}

static const SalonTicketKindUnits *
wanted (const SalonTicketKindDraft *draft, gint64 service_id)
{
  for (guint i = 0; i < draft->services->len; i++) {
    const SalonTicketKindUnits *one = &g_array_index (draft->services, SalonTicketKindUnits, i);

    if (one->service_id == service_id)
      return one;
  }
  return NULL;
}

static gboolean
add_service (SalonTx *tx, gint64 kind_id, const SalonTicketKindUnits *units, gboolean per_service, GError **error)
{
  g_autoptr (SalonTicketKindService) row = salon_ticket_kind_service_new ();

  row->ticket_kind_id = kind_id;
  row->service_id = units->service_id;
  row->units = per_service ? units->units : 0;
  return salon_repo_insert (tx, row, error);
}

static gboolean
save_services (SalonTx *tx, const SalonTicketKindDraft *draft, gint64 kind_id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", kind_id, error);
  gboolean per_service = draft->curr->split == SALON_TICKET_PER_SERVICE;
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    SalonTicketKindService *row = rows->pdata[i];
    const SalonTicketKindUnits *one = wanted (draft, row->service_id);
    gint64 units = one != NULL && per_service ? one->units : 0;

    if (one == NULL ? !salon_repo_delete (tx, row, error) : FALSE)
      return FALSE;
    if (one == NULL)
      continue;
    g_hash_table_add (there, &row->service_id);
    if (row->units == units)
      continue;
    row->units = units;
    if (!salon_repo_update (tx, row, error))
      return FALSE;
  }
  for (guint i = 0; i < draft->services->len; i++) {
    const SalonTicketKindUnits *one = &g_array_index (draft->services, SalonTicketKindUnits, i);

    if (!g_hash_table_contains (there, &one->service_id) && !add_service (tx, kind_id, one, per_service, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_ticket_kind_save:
 * @id: (out): of the kind
 *
 * Tickets that were sold keep what they were sold as.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION that names the field, or %SALON_ERROR_CONFLICT
 */
gboolean
salon_ticket_kind_save (SalonTx *tx, const SalonTicketKindDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonTicketKind) kind = cleaned (draft);
  SalonTicketKindDraft clean = { draft->orig, kind, draft->services };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_PRICES_EDIT, error) || !check_kind (&clean, error))
    return FALSE;
  if (draft->orig != NULL) {
    *id = salon_entity_get_id (draft->orig);
    return salon_repo_update_draft (tx, draft->orig, kind, error) && save_services (tx, &clean, *id, error);
  }
  if (!salon_listed_place_last (tx, kind, error) || !salon_repo_insert (tx, kind, error))
    return FALSE;
  *id = salon_entity_get_id (kind);
  return save_services (tx, &clean, *id, error);
}

/* ---- the directory */

/**
 * salon_ticket_kind_row_free: frees a row
 */
void
salon_ticket_kind_row_free (SalonTicketKindRow *self)
{
  g_clear_object (&self->kind);
  g_array_unref (self->services);
  g_free (self);
}

static SalonTicketKindRow *
row_of (SalonTx *tx, SalonTicketKind *kind, GError **error)
{
  g_autoptr (GPtrArray) services =
      salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", salon_entity_get_id (kind), error);
  SalonTicketKindRow *row = NULL;

  if (services == NULL)
    return NULL;
  row = g_new0 (SalonTicketKindRow, 1);
  row->kind = g_object_ref (kind);
  row->services = g_array_new (FALSE, FALSE, sizeof (SalonTicketKindUnits));
  row->units = kind->units;
  for (guint i = 0; i < services->len; i++) {
    const SalonTicketKindService *service = services->pdata[i];
    SalonTicketKindUnits units = { service->service_id, service->units };

    g_array_append_val (row->services, units);
    row->units += kind->split == SALON_TICKET_PER_SERVICE ? service->units : 0;
  }
  return row;
}

/**
 * salon_ticket_kinds_load:
 *
 * Returns: (transfer full) (element-type SalonTicketKindRow): kinds of season tickets, by position
 */
GPtrArray *
salon_ticket_kinds_load (SalonTx *tx, const SalonTicketKindsRequest *request, GError **error)
{
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_ticket_kind_row_free);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  kinds = salon_repo_all (tx, salon_ticket_kind_get_type (), error);
  for (guint i = 0; kinds != NULL && i < kinds->len; i++) {
    SalonTicketKind *kind = kinds->pdata[i];
    SalonTicketKindRow *row = NULL;

    if (kind->archived && !request->with_archived)
      continue;
    row = row_of (tx, kind, error);
    if (row == NULL)
      return NULL;
    g_ptr_array_add (rows, row);
  }
  return kinds != NULL ? g_steal_pointer (&rows) : NULL;
}

SALON_DEFINE_COMMAND (salon_command_ticket_kind_save, "ticket-kind.save", SALON_N ("Kind of season ticket saved"),
                      salon_ticket_kind_save, SalonTicketKindDraft, salon_ticket_kind_draft_free)
SALON_DEFINE_QUERY (salon_query_ticket_kinds, "ticket-kind.list", salon_ticket_kinds_load, SalonTicketKindsRequest, g_free,
                    g_ptr_array_unref)
