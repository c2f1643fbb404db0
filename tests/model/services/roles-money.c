/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/entities/employee-level.h"
#include "model/entities/item.h"
#include "model/services/account.h"
#include "model/services/card-designs.h"
#include "model/services/card-log.h"
#include "model/services/card-order.h"
#include "model/services/card-prints.h"
#include "model/services/cards.h"
#include "model/services/cash-shift.h"
#include "model/services/catalogue.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/client-cards.h"
#include "model/services/clients.h"
#include "model/services/desk.h"
#include "model/services/item-import.h"
#include "model/services/fiscal.h"
#include "model/services/items.h"
#include "model/services/ledger-list.h"
#include "model/services/liability.h"
#include "model/services/ledger.h"
#include "model/services/price-list.h"
#include "model/services/price-rules.h"
#include "model/services/purse.h"
#include "model/services/promotions.h"
#include "model/services/sale.h"
#include "model/services/salon-logo.h"
#include "model/services/scan.h"
#include "model/services/slips.h"
#include "model/services/tickets.h"
#include "roles-sale.h"
#include "roles-cards.h"
#include "roles-tickets.h"

/* ---- the catalogue */

static gpointer
new_item (SmallSalon *s)
{
  g_autoptr (SalonItem) item = salon_item_new ();

  item->name = g_strdup ("Shampoo");
  item->price = 1250;
  return salon_entity_draft_new (NULL, item);
}

static gpointer
level_price (SmallSalon *s)
{
  SalonEmployeeLevel *level = salon_employee_level_new ();

  level->name = g_strdup ("Top");
  return salon_level_price_request_new (s->manicure, 0, salon_fixture_insert (s->salon, level), 3500);
}

static gpointer
price_list_file (SmallSalon *s)
{
  SalonItemImport *request = salon_item_import_new ();
  SalonItemImportRow *row = g_new0 (SalonItemImportRow, 1);

  row->name = g_strdup ("Shampoo");
  row->price = 1250;
  g_ptr_array_add (request->rows, row);
  return request;
}

static gpointer
all_items (SmallSalon *s)
{
  return salon_items_request_new (NULL, FALSE, 0);
}

/* ---- drawers */

static gpointer
drawer_open (SmallSalon *s)
{
  return salon_cash_open_request_new (0, 5000);
}

/* By the owner, whoever works now. */
static gint64
as_owner (SmallSalon *s, const SalonCommand *command, gpointer request)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  SalonDone done;

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, command, request, &done, NULL));
  salon_session_set_actor (s->salon->session, &before);
  command->free_request (request);
  return done.id;
}

static gint64
open_by_owner (SmallSalon *s)
{
  return as_owner (s, &salon_command_cash_open, drawer_open (s));
}

static gpointer
cash_out (SmallSalon *s)
{
  open_by_owner (s);
  return salon_cash_move_request_new (0, -700, "window cleaner");
}

static gpointer
count (SmallSalon *s)
{
  return salon_cash_close_request_new (open_by_owner (s), 5000, 0, NULL);
}

static gpointer
first_drawer (SmallSalon *s)
{
  open_by_owner (s);
  return salon_id_request_new (0);
}

static gpointer
open_shift (SmallSalon *s)
{
  return salon_id_request_new (open_by_owner (s));
}

/* Counted by somebody who is none of the three. */
static gpointer
shift_of_other (SmallSalon *s)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  SalonActor other = { 77, SALON_ROLE_OWNER, 0 };
  g_autoptr (SalonCashCloseRequest) request = count (s);

  salon_session_set_actor (s->salon->session, &other);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_cash_close, request, NULL, NULL));
  salon_session_set_actor (s->salon->session, &before);
  return salon_id_request_new (request->shift_id);
}

static gpointer
all_days (SmallSalon *s)
{
  return salon_ledger_span_new (SALON_DAY_MIN, SALON_DAY_MAX);
}

/* ---- discounts */

static gpointer
new_price_rule (SmallSalon *s)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();

  rule->name = g_strdup ("Autumn");
  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 1000;
  return salon_price_rule_draft_new (NULL, rule, NULL);
}

/* Without one, nobody could remove one. */
static gint64
some_price_rule (SmallSalon *s)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();

  rule->name = g_strdup ("Winter");
  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 500;
  return salon_fixture_insert (s->salon, g_object_ref (rule));
}

static gpointer
removed_price_rule (SmallSalon *s)
{
  return salon_id_request_new (some_price_rule (s));
}

static gpointer
offered_promotion (SmallSalon *s)
{
  return salon_promotion_saying_new (some_price_rule (s), s->irina, SALON_PROMOTION_OFFERED);
}

static gpointer
price_test (SmallSalon *s)
{
  SalonPriceTestRequest *request = salon_price_test_request_new (s->irina, NULL);

  salon_price_test_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure, 1000);
  return request;
}

static gpointer
promotions_of_irina (SmallSalon *s)
{
  return salon_id_request_new (s->irina);
}

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { &salon_command_catalogue_save, "item", new_item, DESK },
  { &salon_command_item_import, "item-import", price_list_file, DESK },
  { &salon_command_level_price_set, "level-price", level_price, DESK },
  { &salon_command_cash_open, "drawer-open", drawer_open, DESK },
  { &salon_command_cash_move, "drawer-out", cash_out, DESK },
  { &salon_command_cash_close, "drawer-close", count, DESK },
  { &salon_command_sale_complete, "sale", roles_top_up, DESK },
  { &salon_command_sale_complete, "sale-by-hand", roles_sale_by_hand, DESK },
  { &salon_command_sale_complete, "sale-of-certificate", roles_sale_certificate, DESK },
  { &salon_command_sale_refund, "refund", roles_refund, DESK },
  { &salon_command_sale_void, "void", roles_void, DESK },
  { &salon_command_slip_printed, "receipt-printed", roles_receipt, DESK },
  { &salon_command_sale_fiscal, "receipt-fiscal", roles_fiscal, DESK },
  { &salon_command_account_transfer, "account-transfer", roles_account_transfer, OWNER },
  { &salon_command_account_correct, "account-correct", roles_account_correct, OWNER },
  { &salon_command_account_terms, "account-terms", roles_account_terms, OWNER },
  { &salon_command_client_save, "account-terms-by-the-card", roles_client_terms, OWNER },
  { &salon_command_ticket_kind_save, "ticket-kind", roles_ticket_kind, DESK },
  { &salon_command_catalogue_archive, "ticket-kind-archive", roles_ticket_kind_archive, DESK },
  { &salon_command_ticket_freeze, "ticket-freeze", roles_ticket_freeze, DESK },
  { &salon_command_ticket_unfreeze, "ticket-unfreeze", roles_ticket_unfreeze, DESK },
  { &salon_command_ticket_extend, "ticket-extend", roles_ticket_extend, OWNER },
  { &salon_command_ticket_open, "ticket-open", roles_ticket_open, OWNER },
  { &salon_command_certificate_open, "certificate-open", roles_certificate_open, OWNER },
  { &salon_command_bonus_correct, "bonus-correct", roles_bonus_correct, OWNER },
  { &salon_command_certificate_block, "certificate-block", roles_certificate_block, DESK },
  { &salon_command_certificate_block, "certificate-unblock", roles_certificate_unblock, OWNER },
  { &salon_command_card_batch, "card-batch", roles_card_batch, DESK },
  { &salon_command_card_blanks, "card-blanks", roles_card_received, DESK },
  { &salon_command_card_blanks, "card-blanks-counted", roles_card_counted, OWNER },
  { &salon_command_card_block, "card-block", roles_card_of_irina, DESK },
  { &salon_command_card_expire, "card-expire", roles_card_of_irina, DESK },
  { &salon_command_card_issue, "card-issue", roles_card_issue, DESK },
  { &salon_command_card_picture_keep, "card-picture", roles_card_picture, OWNER },
  { &salon_command_logo, "salon-logo", roles_card_picture, DESK },
  { &salon_command_card_print_begin, "card-print", roles_card_print, DESK },
  { &salon_command_card_print_end, "card-printed", roles_card_printed, DESK },
  { &salon_command_card_replace, "card-replace", roles_card_replace, DESK },
  { &salon_command_card_return, "card-return", roles_card_of_irina, DESK },
  { &salon_command_card_spoil, "card-spoil", roles_card_blank, DESK },
  { &salon_command_card_unblock, "card-unblock", roles_card_blocked, DESK },
  { &salon_command_catalogue_save, "card-kind-save", roles_card_kind_save, OWNER },
  { &salon_command_catalogue_save, "card-design-save", roles_card_design_save, OWNER },
  { &salon_command_price_rule_archive, "price-rule-archive", removed_price_rule, DESK },
  { &salon_command_price_rule_save, "price-rule-save", new_price_rule, DESK },
  { &salon_command_promotion_say, "promotion-say", offered_promotion, DESK },
  { NULL, NULL, NULL, 0 },
};

static gpointer
some_code (SmallSalon *s)
{
  return salon_scan_request_new ("2012345678903");
}

const RolesQuery roles_money_queries[] = {
  { &salon_query_desk_to_pay, "to-pay", NULL, DESK },
  { &salon_query_desk_unfinished, "unfinished", NULL, DESK },
  { &salon_query_items, "items", all_items, ALL },
  { &salon_query_price_list, "price-list", NULL, ALL },
  { &salon_query_cash_shift, "drawer-shift", first_drawer, DESK },
  { &salon_query_cash_count, "drawer-count", count, DESK },
  { &salon_query_closing, "drawer-report", open_shift, DESK },
  { &salon_query_closing, "drawer-report-of-other", shift_of_other, OWNER },
  { &salon_query_closings, "drawer-reports", NULL, DESK }, /* without the right to see others', the own ones */
  { &salon_query_ledger_check, "ledger-check", NULL, OWNER },
  { &salon_query_ledger_list, "ledger-list", all_days, OWNER },
  { &salon_query_sale_quote, "quote", roles_sale_by_hand, DESK },
  { &salon_query_checkout, "checkout", roles_checkout, DESK },
  { &salon_query_receipt, "receipt", roles_receipt, DESK },
  { &salon_query_receipts, "receipts", roles_receipts, DESK },
  { &salon_query_return_reasons, "return-reasons", roles_return_reasons, DESK },
  { &salon_query_account_statement, "account-statement", roles_account_period, DESK },
  { &salon_query_account_report, "account-report", roles_account_period, OWNER },
  { &salon_query_liability_report, "liability-report", roles_liability_period, OWNER },
  { &salon_query_ticket_kinds, "ticket-kinds", roles_ticket_kinds, DESK },
  { &salon_query_purse, "purse", roles_purse, DESK },
  { &salon_query_tickets, "tickets", roles_tickets, DESK },
  { &salon_query_bonus, "bonus", roles_bonus, DESK },
  { &salon_query_certificates, "certificates", roles_certificates, DESK },
  { &salon_query_card_find, "card-find", roles_card_find, ALL },
  { &salon_query_card_log, "card-log", roles_card_log, DESK },
  { &salon_query_card_order, "card-order", roles_card_order, DESK },
  { &salon_query_card_picture, "card-picture-load", roles_card_pictured, ALL },
  { &salon_query_card_prints, "card-prints", roles_card_prints, DESK },
  { &salon_query_card_stock, "card-stock", NULL, DESK },
  { &salon_query_cards, "cards", roles_cards, ALL },
  { &salon_query_client_cards, "client-cards", promotions_of_irina, DESK },
  { &salon_query_participations, "participations", promotions_of_irina, DESK },
  { &salon_query_price_rules, "price-rules", NULL, DESK },
  { &salon_query_price_test, "price-test", price_test, DESK },
  { &salon_query_scan, "scan", some_code, ALL },
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
