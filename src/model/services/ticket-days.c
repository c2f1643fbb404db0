/* Season tickets: freezing, ending that, extending. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/permission.h"
#include "model/services/ledger.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

#define REASON_CHARS 400
#define MOST_DAYS    3660

/**
 * salon_ticket_days_new:
 *
 * Returns: (transfer full): a request
 */
SalonTicketDays *
salon_ticket_days_new (gint64 ticket_id, SalonDay first_day, int days, const char *reason)
{
  SalonTicketDays *self = g_new0 (SalonTicketDays, 1);

  self->ticket_id = ticket_id;
  self->first_day = first_day;
  self->days = days;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_ticket_days_free: frees a request
 */
void
salon_ticket_days_free (SalonTicketDays *self)
{
  g_free (self->reason);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *field, const char *text)
{
  salon_set_field_error (error, field, "%s", text);
  return FALSE;
}

/* ---- freezing */

static gboolean
check_can_rest (const SalonTicketFacts *facts, SalonDay today, GError **error)
{
  SalonTicketState state = salon_ticket_state (facts, today);

  if (state == SALON_TICKET_REFUNDED || state == SALON_TICKET_USED_UP || state == SALON_TICKET_EXPIRED)
    return refuse (error, "ticket_id", _("Nothing is left of this season ticket that could be frozen."));
  if (facts->freeze_days == 0)
    return refuse (error, "ticket_id", _("This kind of season ticket cannot be frozen."));
  if (facts->valid_days == 0)
    return refuse (error, "ticket_id", _("What has no end need not be frozen."));
  return TRUE;
}

static gboolean
check_freeze (const SalonTicketFacts *facts, const SalonTicketDays *request, SalonDay today, GError **error)
{
  SalonDay last_day = request->first_day + request->days - 1;
  SalonDay end = salon_ticket_last_day (facts);
  int left = facts->freeze_days - salon_ticket_days_frozen (facts);

  if (!check_can_rest (facts, today, error))
    return FALSE;
  if (request->first_day < today || request->first_day > today + MOST_DAYS)
    return refuse (error, "first_day", _("A season ticket can be frozen from today on or later."));
  if (end != SALON_DAY_NONE && request->first_day > end)
    return refuse (error, "first_day", _("The season ticket ends before that."));
  if (request->days < 1 || request->days > left) {
    salon_set_field_error (error, "days",
                           ngettext ("It can be frozen for %d more day.", "It can be frozen for %d more days.", (gulong) MAX (left, 0)),
                           MAX (left, 0));
    return FALSE;
  }
  for (guint i = 0; i < facts->pauses->len; i++) {
    const SalonTicketPause *pause = &g_array_index (facts->pauses, SalonTicketPause, i);

    if (pause->first_day <= last_day && request->first_day <= pause->last_day)
      return refuse (error, "first_day", _("On some of these days it is frozen already."));
  }
  return TRUE;
}

/**
 * salon_ticket_freeze:
 * @id: (out): of the row that says so
 *
 * Lets a ticket rest for some days; its end moves by as many.
 */
gboolean
salon_ticket_freeze (SalonTx *tx, const SalonTicketDays *request, gint64 *id, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = NULL;
  g_autoptr (SalonTicketFreeze) freeze = salon_ticket_freeze_new ();

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  facts = salon_ticket_facts_load (tx, request->ticket_id, error);
  if (facts == NULL || !check_freeze (facts, request, salon_clock_today (salon_tx_clock (tx)), error))
    return FALSE;
  freeze->ticket_id = request->ticket_id;
  freeze->first_day = request->first_day;
  freeze->last_day = request->first_day + request->days - 1;
  freeze->note = salon_text_clean_or_null (request->reason, REASON_CHARS);
  if (!salon_repo_insert (tx, freeze, error))
    return FALSE;
  *id = salon_entity_get_id (freeze);
  salon_tx_changed (tx, "ticket", request->ticket_id);
  return TRUE;
}

/* The pause of today, else the next one. */
static SalonTicketFreeze *
next_freeze (GPtrArray *freezes, SalonDay today)
{
  SalonTicketFreeze *next = NULL;

  for (guint i = 0; i < freezes->len; i++) {
    SalonTicketFreeze *freeze = freezes->pdata[i];

    if (freeze->last_day >= today && (next == NULL || freeze->first_day < next->first_day))
      next = freeze;
  }
  return next;
}

/**
 * salon_ticket_unfreeze:
 * @request: the ticket
 *
 * Ends its pause yesterday; one that has not begun goes.
 */
gboolean
salon_ticket_unfreeze (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  g_autoptr (SalonTicket) ticket = NULL;
  g_autoptr (GPtrArray) freezes = NULL;
  SalonTicketFreeze *freeze = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  ticket = salon_repo_get (tx, salon_ticket_get_type (), request->id, error);
  if (ticket != NULL)
    freezes = salon_repo_find (tx, salon_ticket_freeze_get_type (), "ticket_id", request->id, error);
  if (freezes == NULL)
    return FALSE;
  freeze = next_freeze (freezes, today);
  if (freeze == NULL)
    return refuse (error, "ticket_id", _("This season ticket is not frozen."));
  *id = request->id;
  salon_tx_changed (tx, "ticket", request->id);
  if (freeze->first_day >= today)
    return salon_repo_delete (tx, freeze, error);
  freeze->last_day = today - 1;
  return salon_repo_update (tx, freeze, error);
}

/* ---- extending */

/* What was taken away at its end comes back. */
static gboolean
bring_back (SalonTx *tx, gint64 ticket_id, GError **error)
{
  gint64 entry_id = 0;

  if (!salon_ticket_store_expiry (tx, ticket_id, &entry_id, error))
    return FALSE;
  return entry_id == 0 || salon_ledger_reverse (tx, entry_id, error);
}

static gboolean
check_extension (const SalonTicketFacts *facts, const SalonTicketDays *request, const char *reason, SalonDay today, GError **error)
{
  SalonTicketState state = salon_ticket_state (facts, today);
  SalonDay end = salon_ticket_last_day (facts);

  if (state == SALON_TICKET_REFUNDED || state == SALON_TICKET_USED_UP)
    return refuse (error, "ticket_id", _("Nothing is left of this season ticket."));
  if (facts->valid_days == 0)
    return refuse (error, "ticket_id", _("This season ticket has no end."));
  if (request->days < 1 || request->days > MOST_DAYS)
    return refuse (error, "days", _("A season ticket can be extended by 1 to 3660 days."));
  if (end != SALON_DAY_NONE && end + request->days < today)
    return refuse (error, "days", _("So many days would not reach to today."));
  if (reason == NULL)
    return refuse (error, "reason", _("Say why it is extended."));
  return TRUE;
}

/**
 * salon_ticket_extend:
 * @id: (out): of the row that says so
 *
 * Gives a ticket more days.  One that expired comes back with what was left of it.
 */
gboolean
salon_ticket_extend (SalonTx *tx, const SalonTicketDays *request, gint64 *id, GError **error)
{
  g_autoptr (SalonTicketFacts) facts = NULL;
  g_autoptr (SalonTicketExtension) extension = salon_ticket_extension_new ();

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error))
    return FALSE;
  facts = salon_ticket_facts_load (tx, request->ticket_id, error);
  extension->ticket_id = request->ticket_id;
  extension->days = request->days;
  extension->reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  if (facts == NULL
      || !check_extension (facts, request, extension->reason, salon_clock_today (salon_tx_clock (tx)), error)
      || !salon_repo_insert (tx, extension, error) || !bring_back (tx, request->ticket_id, error))
    return FALSE;
  *id = salon_entity_get_id (extension);
  salon_tx_changed (tx, "ticket", request->ticket_id);
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_ticket_freeze, "ticket.freeze", SALON_N ("Season ticket frozen"), salon_ticket_freeze,
                      SalonTicketDays, salon_ticket_days_free)
SALON_DEFINE_COMMAND (salon_command_ticket_unfreeze, "ticket.unfreeze", SALON_N ("Season ticket in use again"),
                      salon_ticket_unfreeze, SalonIdRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_ticket_extend, "ticket.extend", SALON_N ("Season ticket extended"), salon_ticket_extend,
                      SalonTicketDays, salon_ticket_days_free)
