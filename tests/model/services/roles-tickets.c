/* Requests about season tickets, certificates and accounts, for the table of who may do what. */
#include "roles-tickets.h"

#include "model/services/account.h"
#include "model/services/catalogue.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/clients.h"
#include "model/services/ledger.h"
#include "model/services/liability.h"
#include "model/services/purse.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"

static gboolean
give_money (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SmallSalon *s = data;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);

  salon_ledger_entry_add (entry, SALON_ACCOUNT_CLIENT, s->irina, -1000);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, 1000);
  return salon_ledger_write (tx, entry, error);
}

gpointer
roles_account_transfer (SmallSalon *s)
{
  salon_fixture_write (s->salon, give_money, s);
  return salon_account_move_new (s->irina, s->olga, 500, "sisters");
}

gpointer
roles_account_correct (SmallSalon *s)
{
  return salon_account_move_new (s->irina, 0, 500, "from the old book");
}

gpointer
roles_account_terms (SmallSalon *s)
{
  return salon_account_terms_new (s->irina, s->olga, 1000);
}

gpointer
roles_client_terms (SmallSalon *s)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);

  curr->credit_limit = 1000;
  return salon_client_draft_new (orig, curr);
}

gpointer
roles_purse (SmallSalon *s)
{
  return salon_purse_request_new (s->irina, TRUE);
}

gpointer
roles_account_period (SmallSalon *s)
{
  SalonAccountPeriod *period = g_new0 (SalonAccountPeriod, 1);

  *period = (SalonAccountPeriod){ s->irina, TODAY - 7, TODAY };
  return period;
}

gpointer
roles_liability_period (SmallSalon *s)
{
  SalonLiabilityPeriod *period = g_new0 (SalonLiabilityPeriod, 1);

  *period = (SalonLiabilityPeriod){ SALON_ACCOUNT_TICKET, TODAY - 7, TODAY };
  return period;
}

/* ---- season tickets */

static SalonTicketKind *
new_kind (void)
{
  SalonTicketKind *kind = salon_ticket_kind_new ();

  kind->name = g_strdup ("Five visits");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 5000;
  kind->price = 10000;
  kind->valid_days = 30;
  kind->freeze_days = 10;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  return kind;
}

gpointer
roles_ticket_kind (SmallSalon *s)
{
  g_autoptr (SalonTicketKind) kind = new_kind ();

  return salon_ticket_kind_draft_new (NULL, kind);
}

gpointer
roles_ticket_kinds (SmallSalon *s)
{
  return g_new0 (SalonTicketKindsRequest, 1);
}

gpointer
roles_ticket_kind_archive (SmallSalon *s)
{
  g_autoptr (SalonTicketKind) kind = new_kind ();

  salon_entity_set_id (kind, salon_fixture_insert (s->salon, salon_ticket_kind_copy (kind)));
  return salon_entity_draft_new (kind, kind);
}

static gboolean
sell_ticket (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SmallSalon *s = data;
  SalonTicketKind *kind = new_kind ();
  SalonTicketIssue issue = { 0, s->irina, 10000, NULL };
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  gboolean done = salon_repo_insert (tx, kind, error);

  issue.kind_id = salon_entity_get_id (kind);
  g_object_unref (kind);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TRANSFER, 0, 10000);
  return done && salon_ticket_issue (tx, &issue, id, error) && salon_ticket_sell (tx, entry, *id, 0, error)
         && salon_ledger_write (tx, entry, error);
}

static gint64
ticket_of (SmallSalon *s)
{
  return salon_fixture_write (s->salon, sell_ticket, s);
}

gpointer
roles_ticket_freeze (SmallSalon *s)
{
  return salon_ticket_days_new (ticket_of (s), TODAY, 3, NULL);
}

gpointer
roles_ticket_unfreeze (SmallSalon *s)
{
  SalonTicketFreeze *freeze = salon_ticket_freeze_new ();
  gint64 ticket_id = ticket_of (s);

  freeze->ticket_id = ticket_id;
  freeze->first_day = TODAY;
  freeze->last_day = TODAY + 2;
  salon_fixture_insert (s->salon, freeze);
  return salon_id_request_new (ticket_id);
}

gpointer
roles_ticket_extend (SmallSalon *s)
{
  return salon_ticket_days_new (ticket_of (s), 0, 3, "was abroad");
}

gpointer
roles_tickets (SmallSalon *s)
{
  return salon_tickets_request_new (s->irina);
}

/* ---- certificates */

static gint64
certificate_of (SmallSalon *s, const char *blocked)
{
  static const char *const barcodes[] = { "2200000000008", "2200000000015", "2200000000022" };
  guint n = salon_fixture_count (s->salon, salon_certificate_get_type ());
  SalonCertificate *certificate = salon_certificate_new ();

  certificate->number = g_strdup_printf ("%u", n + 1);
  certificate->barcode = g_strdup (barcodes[n % G_N_ELEMENTS (barcodes)]);
  certificate->value = 5000;
  certificate->sold_day = TODAY;
  certificate->blocked_reason = g_strdup (blocked);
  return salon_fixture_insert (s->salon, certificate);
}

gpointer
roles_certificate_block (SmallSalon *s)
{
  return salon_certificate_block_new (certificate_of (s, NULL), "lost");
}

gpointer
roles_certificate_unblock (SmallSalon *s)
{
  return salon_certificate_block_new (certificate_of (s, "lost"), NULL);
}

gpointer
roles_certificates (SmallSalon *s)
{
  return salon_certificates_request_new (NULL);
}

/* ---- from elsewhere, and bonus */

gpointer
roles_ticket_open (SmallSalon *s)
{
  SalonTicketOpening *opening = salon_ticket_opening_new (salon_fixture_insert (s->salon, new_kind ()), s->irina);

  opening->units = 2000;
  return opening;
}

gpointer
roles_certificate_open (SmallSalon *s)
{
  return salon_certificate_opening_new (s->irina, 1000);
}

gpointer
roles_bonus_correct (SmallSalon *s)
{
  return salon_bonus_correction_new (s->irina, 500, TODAY + 30, "from the old book");
}

gpointer
roles_bonus (SmallSalon *s)
{
  return salon_id_request_new (s->irina);
}
