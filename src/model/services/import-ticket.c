/* A season ticket that a list of another program tells of: it is opened with what is left of it, one of a kind for a
 * client, so that the same list read again opens none. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/ticket-kind-service.h"
#include "model/services/import-base.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"

#define THOUSANDTHS 1000

static SalonTicketKind *
find_kind (SalonImportBase *base, const char *name, GError **error)
{
  g_autofree char *wanted = salon_text_fold (name);
  SalonTicketKind *found = NULL;

  if (base->ticket_kinds == NULL)
    base->ticket_kinds = salon_repo_all (base->tx, salon_ticket_kind_get_type (), error);
  if (base->ticket_kinds == NULL)
    return NULL;
  for (guint i = 0; i < base->ticket_kinds->len; i++) {
    SalonTicketKind *kind = base->ticket_kinds->pdata[i];
    g_autofree char *folded = salon_text_fold (kind->name);

    if (g_str_equal (folded, wanted) && (found == NULL || found->archived))
      found = kind;
  }
  if (found == NULL)
    salon_set_field_error (error, "ticket", _("There is no kind of season ticket “%s”."), name);
  return found;
}

/* One number says what is left of a pool, or of the only service of a ticket. */
static SalonTicketOpening *
opening_of (SalonImportBase *base, const SalonImportCard *card, gint64 kind_id, gint64 client_id, GError **error)
{
  g_autoptr (SalonTicketOpening) opening = salon_ticket_opening_new (kind_id, client_id);
  g_autoptr (SalonTicketKind) kind = salon_repo_get (base->tx, salon_ticket_kind_get_type (), kind_id, error);
  g_autoptr (GPtrArray) of_kind = NULL;

  if (kind != NULL)
    of_kind = salon_repo_find (base->tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", kind_id, error);
  if (of_kind == NULL)
    return NULL;
  if (kind->unit == SALON_TICKET_UNIT_MONEY || (kind->split == SALON_TICKET_PER_SERVICE && of_kind->len != 1)) {
    salon_set_field_error (error, "ticket", _("What is left of “%s” is not one number of visits. Bring it in by hand."), kind->name);
    return NULL;
  }
  opening->units = card->ticket_units * THOUSANDTHS;
  if (kind->split == SALON_TICKET_PER_SERVICE) {
    SalonTicketKindUnits units = { ((const SalonTicketKindService *) of_kind->pdata[0])->service_id, opening->units };

    g_array_append_val (opening->services, units);
  }
  opening->last_day = card->ticket_until;
  opening->worth = card->ticket_worth;
  opening->reason = g_strdup (_("From the other program"));
  return g_steal_pointer (&opening);
}

static char *
opened_key (gint64 kind_id, gint64 client_id)
{
  return g_strdup_printf ("ticket %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, kind_id, client_id);
}

static gboolean
has_one (SalonImportBase *base, gint64 kind_id, gint64 client_id, gboolean *has, GError **error)
{
  g_autofree char *key = opened_key (kind_id, client_id);
  g_autoptr (GPtrArray) tickets = NULL;

  *has = g_hash_table_contains (base->opened, key);
  if (client_id <= 0)
    return TRUE;
  tickets = salon_repo_find (base->tx, salon_ticket_get_type (), "client_id", client_id, error);
  for (guint i = 0; tickets != NULL && i < tickets->len; i++)
    *has |= ((const SalonTicket *) tickets->pdata[i])->ticket_kind_id == kind_id;
  return tickets != NULL;
}

/* Not enough is said of it. */
static gboolean
refuse_half (const SalonImportCard *card, GError **error)
{
  const char *text = _("Say how many visits are left of the season ticket.");

  if (card->ticket == NULL)
    text = card->ticket_units != 0 ? _("Say of which season ticket these visits are left.")
                                   : _("Say which season ticket this is the worth of.");
  salon_set_field_error (error, "ticket", "%s", text);
  return FALSE;
}

/**
 * salon_import_ticket_check:
 * @client_id: 0 = somebody new; below 0 = somebody new in this trial
 * @kind_id: (out): of the ticket that the row opens for her; 0 = none
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if the row tells of a ticket that cannot be
 */
gboolean
salon_import_ticket_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gint64 *kind_id, GError **error)
{
  const SalonTicketKind *kind = NULL;
  g_autoptr (SalonTicketOpening) opening = NULL;
  gboolean has = FALSE;

  *kind_id = 0;
  if (card->ticket == NULL && card->ticket_units == 0 && card->ticket_worth == 0)
    return TRUE;
  if (card->ticket == NULL || card->ticket_units == 0)
    return refuse_half (card, error);
  kind = find_kind (base, card->ticket, error);
  if (kind == NULL || !has_one (base, salon_entity_get_id (kind), client_id, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  *kind_id = salon_entity_get_id (kind);
  opening = opening_of (base, card, *kind_id, client_id != 0 ? client_id : -1, error);
  return opening != NULL && salon_ticket_open_check (base->tx, opening, error);
}

/**
 * salon_import_ticket_write:
 * @kind_id: from salon_import_ticket_check()
 * @client_id: whose row it is; she is there by now
 *
 * Opens the ticket; in a trial it is only remembered.
 */
gboolean
salon_import_ticket_write (SalonImportBase *base, const SalonImportCard *card, gint64 kind_id, gint64 client_id, GError **error)
{
  g_autoptr (SalonTicketOpening) opening = NULL;
  gint64 id = 0;

  if (base->is_trial) {
    g_hash_table_add (base->opened, opened_key (kind_id, client_id));
    return TRUE;
  }
  opening = opening_of (base, card, kind_id, client_id, error);
  return opening != NULL && salon_ticket_open (base->tx, opening, &id, error);
}
