/* The lines of a bill: what each costs today, and what speaks against it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/employee.h"
#include "model/entities/item.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/visit-line.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/services/booking-facts.h"
#include "model/services/price-list.h"
#include "model/services/sale-bill.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define MOST_LINES 200
#define MOST_TEXT  300

/* One line while it is made. */
typedef struct {
  SalonBill *bill;
  guint index;
  const SalonSaleLineRequest *request;
  SalonQuoteLine *quote;
  SalonSaleLine *line; /* that of the quote */
  int *minutes;        /* that it takes once */
} Making;

static void
refuse (Making *self, const char *field, const char *text)
{
  salon_bill_refuse (self->bill, g_strdup_printf ("lines.%u.%s", self->index, field), g_strdup (text));
}

/* Not there any more, or an error of the file. */
static gpointer
find (Making *self, GType type, gint64 id, const char *field, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer entity = salon_repo_find_one (self->bill->tx, type, "id", id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (entity == NULL)
    refuse (self, field, text);
  return entity;
}

/* ---- tax */

/**
 * salon_bill_tax:
 * @vat_rate_id: 0 = the salon's
 * @bp: (out): basis points today
 */
gboolean
salon_bill_tax (SalonBill *self, gint64 vat_rate_id, int *bp, GError **error)
{
  gpointer known = NULL;

  if (g_hash_table_lookup_extended (self->vat, GINT_TO_POINTER ((int) vat_rate_id), NULL, &known)) {
    *bp = GPOINTER_TO_INT (known);
    return TRUE;
  }
  if (!salon_vat_of (self->tx, vat_rate_id, self->today, bp, error))
    return FALSE;
  g_hash_table_insert (self->vat, GINT_TO_POINTER ((int) vat_rate_id), GINT_TO_POINTER (*bp));
  return TRUE;
}

static gboolean
find_tax (Making *self, gint64 vat_rate_id, GError **error)
{
  return salon_bill_tax (self->bill, vat_rate_id, &self->line->vat_bp, error);
}

/* ---- what it is and costs */

static const SalonVisitLine *
visit_line_of (Making *self)
{
  const GPtrArray *lines = self->bill->visit_lines;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (salon_entity_get_id (lines->pdata[i]) == self->request->visit_line_id)
      return lines->pdata[i];
  return NULL;
}

/* What was agreed at booking holds. */
static gboolean
take_visit_line (Making *self, SalonMoney *price)
{
  const SalonVisitLine *visit_line = visit_line_of (self);

  if (self->request->visit_line_id == 0)
    return FALSE;
  if (visit_line == NULL) {
    refuse (self, "visit_line_id", _("This service belongs to another visit."));
    return TRUE;
  }
  self->line->visit_line_id = self->request->visit_line_id;
  self->line->subject_id = visit_line->service_id;
  self->line->variant_id = visit_line->variant_id;
  if (self->line->employee_id == 0)
    self->line->employee_id = visit_line->employee_id;
  *self->minutes = (int) (visit_line->work1_min + visit_line->gap_min + visit_line->work2_min);
  *price = visit_line->price;
  return TRUE;
}

static gboolean
name_service (Making *self, const SalonService *service, GError **error)
{
  g_autoptr (SalonServiceVariant) variant = NULL;

  if (self->line->variant_id == 0) {
    self->line->text = salon_service_text (service, NULL);
    return TRUE;
  }
  variant = find (self, salon_service_variant_get_type (), self->line->variant_id, "variant_id",
                  _("This variant is not offered any more."), error);
  self->line->text = salon_service_text (service, variant);
  return variant != NULL || *error == NULL;
}

static gboolean
make_service (Making *self, GError **error)
{
  g_autoptr (SalonService) service = NULL;
  g_autoptr (GError) failure = NULL;
  SalonMoney price = 0;
  gboolean agreed = take_visit_line (self, &price);

  service = find (self, salon_service_get_type (), self->line->subject_id, "subject_id",
                  _("This service is not offered any more."), error);
  if (service == NULL)
    return *error == NULL;
  if (!name_service (self, service, error))
    return FALSE;
  if (!agreed && !salon_price_of (self->bill->tx, self->line->subject_id, self->line->variant_id, self->line->employee_id, &price,
                                  &failure))
    refuse (self, "subject_id", failure->message);
  self->quote->today_price = price;
  self->quote->category_id = service->service_category_id;
  self->quote->no_discount = service->no_discount != 0;
  if (*self->minutes == 0)
    *self->minutes = (int) (service->work1_min + service->gap_min + service->work2_min);
  return find_tax (self, service->vat_rate_id, error);
}

static gboolean
make_item (Making *self, GError **error)
{
  g_autoptr (SalonItem) item = find (self, salon_item_get_type (), self->line->subject_id, "subject_id",
                                     _("These goods are not sold any more."), error);

  if (item == NULL)
    return *error == NULL;
  if (item->archived)
    refuse (self, "subject_id", _("These goods are not sold any more."));
  self->line->text = g_strdup (item->name);
  self->quote->today_price = item->price;
  self->quote->category_id = item->item_category_id;
  self->quote->no_discount = item->no_discount != 0;
  return find_tax (self, item->vat_rate_id, error);
}

/* What is only owed to somebody from now on: its amount is typed, and nothing is taken off. */
static void
make_owed (Making *self, const char *text)
{
  self->line->text = g_strdup (text);
  self->quote->no_discount = TRUE;
  if (self->request->unit_price <= 0)
    refuse (self, "unit_price", _("Say how much."));
  if (self->request->quantity != SALON_QUANTITY_ONE)
    refuse (self, "quantity", _("This is no number of pieces."));
}

static gboolean
make_top_up (Making *self, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  make_owed (self, C_ ("receipt", "Paid into the account"));
  if (self->line->subject_id == 0 && self->bill->client != NULL)
    self->line->subject_id = salon_entity_get_id (self->bill->client);
  client = find (self, salon_client_get_type (), self->line->subject_id, "subject_id", _("Say whose account it is."), error);
  if (client == NULL)
    return *error == NULL;
  if (client->archived_at != 0 || client->merged_into_id != 0)
    refuse (self, "subject_id", _("This account is blocked, because the card of the client is in the archive."));
  return TRUE;
}

static gboolean
make_tip (Making *self, GError **error)
{
  g_autoptr (SalonEmployee) employee = find (self, salon_employee_get_type (), self->line->subject_id, "subject_id",
                                             _("Say whom the tip is for."), error);
  g_autofree char *name = employee != NULL ? salon_booking_facts_employee_name (employee) : NULL;

  make_owed (self, C_ ("receipt", "Tip"));
  if (employee == NULL)
    return *error == NULL;
  g_free (self->line->text);
  /* Translators: on a receipt; %s is the name of an employee */
  self->line->text = g_strdup_printf (_("Tip for %s"), name);
  return TRUE;
}

/* Each ticket is one of its own, with its own number. */
static gboolean
make_ticket (Making *self, GError **error)
{
  g_autoptr (SalonTicketKind) kind = find (self, salon_ticket_kind_get_type (), self->line->subject_id, "subject_id",
                                           _("This season ticket is not sold any more."), error);

  if (kind == NULL)
    return *error == NULL;
  if (kind->archived)
    refuse (self, "subject_id", _("This season ticket is not sold any more."));
  if (!kind->bearer && self->bill->client == NULL)
    salon_bill_refuse (self->bill, g_strdup ("client_id"),
                       g_strdup_printf (_("“%s” is made out to a client. Say to whom."), kind->name));
  if (self->request->quantity != SALON_QUANTITY_ONE)
    refuse (self, "quantity", _("Each season ticket has a number of its own: add it once more instead."));
  self->line->text = g_strdup (kind->name);
  self->quote->today_price = kind->price;
  self->quote->is_found = !kind->archived && (kind->bearer || self->bill->client != NULL);
  return TRUE;
}

static gboolean
make_subject (Making *self, GError **error)
{
  switch (self->request->kind) {
  case SALON_SALE_LINE_SERVICE:
    return make_service (self, error);
  case SALON_SALE_LINE_ITEM:
    return make_item (self, error);
  case SALON_SALE_LINE_TOP_UP:
    return make_top_up (self, error);
  case SALON_SALE_LINE_TIP:
    return make_tip (self, error);
  case SALON_SALE_LINE_TICKET:
    return make_ticket (self, error);
  case SALON_SALE_LINE_CERTIFICATE:
    make_owed (self, C_ ("receipt", "Gift certificate"));
    return TRUE;
  default:
    refuse (self, "kind", _("This cannot be sold here."));
    return TRUE;
  }
}

static gboolean
check_employee (Making *self, GError **error)
{
  g_autoptr (SalonEmployee) employee = NULL;

  if (self->line->employee_id == 0 || self->line->employee_id == self->line->subject_id)
    return TRUE;
  employee = find (self, salon_employee_get_type (), self->line->employee_id, "employee_id", _("There is no such employee."), error);
  return employee != NULL || *error == NULL;
}

/* ---- the price */

static void
check_seen_price (Making *self)
{
  g_autofree char *seen = NULL;
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  if (self->request->seen_price < 0 || self->request->seen_price == self->quote->today_price)
    return;
  seen = salon_bill_money (self->bill, self->request->seen_price);
  now = salon_bill_money (self->bill, self->quote->today_price);
  /* Translators: %1$s is what is sold, %2$s and %3$s are prices */
  text = g_strdup_printf (_("The price of “%1$s” was changed meanwhile: it is %2$s now, not %3$s."), self->line->text, now, seen);
  refuse (self, "unit_price", text);
}

static gboolean
is_typed_as_a_rule (const Making *self)
{
  return self->quote->today_price == 0;
}

static void
take_price (Making *self)
{
  SalonMoney price = self->request->unit_price;
  g_autoptr (GError) failure = NULL;

  self->line->unit_price = price >= 0 ? price : self->quote->today_price;
  if (price < -1 || self->line->unit_price > SALON_SALE_MOST) {
    refuse (self, "unit_price", price < -1 ? _("A price cannot be less than nothing.") : _("The price is too high."));
    self->line->unit_price = 0;
    return;
  }
  if (price >= 0 && price != self->quote->today_price && !is_typed_as_a_rule (self)
      && !salon_permission_check (salon_tx_actor (self->bill->tx), SALON_PERMISSION_SELL_DISCOUNT, &failure)) {
    g_autofree char *field = g_strdup_printf ("lines.%u.unit_price", self->index);

    salon_bill_problem (self->bill, field, g_steal_pointer (&failure));
  }
}

static void
calculate (Making *self)
{
  gint64 quantity = self->request->quantity;

  self->line->quantity = quantity;
  if (quantity <= 0)
    refuse (self, "quantity", _("The quantity must be more than nothing."));
  else if (quantity > SALON_SALE_MOST_QUANTITY)
    refuse (self, "quantity", _("The quantity is too large."));
  else if (salon_sale_line_price (self->line))
    return;
  else
    refuse (self, "unit_price", _("This comes to more than can be sold at once."));
  self->line->quantity = SALON_QUANTITY_ONE;
  self->line->unit_price = 0;
  salon_sale_line_price (self->line);
}

/* ---- all of them */

static gboolean
make_line (Making *self, GError **error)
{
  const SalonSaleLineRequest *request = self->request;
  SalonSaleLine *line = self->line;
  g_autoptr (GError) failure = NULL;

  line->variant_id = request->variant_id;
  line->employee_id = request->employee_id;
  if (!make_subject (self, &failure) || !check_employee (self, &failure)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (request->text != NULL && *request->text != '\0') {
    g_free (line->text);
    line->text = salon_text_clean (request->text, MOST_TEXT);
  }
  if (line->text == NULL) { /* what is not there costs what it costs */
    line->text = g_strdup ("?");
    self->quote->no_discount = TRUE;
  }
  check_seen_price (self);
  take_price (self);
  calculate (self);
  return request->ticket_id == 0 || salon_bill_use_ticket (self->bill, self->index, error);
}

static gboolean
add_line (SalonBill *bill, guint index, GError **error)
{
  const SalonSaleLineRequest *request = bill->request->lines->pdata[index];
  SalonQuoteLine *quote = g_new0 (SalonQuoteLine, 1);
  Making making = { bill, index, request, quote, NULL, NULL };

  g_array_set_size (bill->minutes, index + 1);
  making.minutes = &g_array_index (bill->minutes, int, index);
  quote->line = making.line = salon_sale_line_new (request->kind, request->subject_id);
  g_ptr_array_add (bill->quote->lines, quote);
  g_ptr_array_add (bill->lines, quote->line);
  return make_line (&making, error);
}

static void
check_total (SalonBill *bill)
{
  SalonMoney expected = bill->request->expected_total;
  g_autofree char *now = NULL;
  g_autofree char *seen = NULL;

  if (expected < 0 || expected == bill->quote->totals.total)
    return;
  now = salon_bill_money (bill, bill->quote->totals.total);
  seen = salon_bill_money (bill, expected);
  /* Translators: two amounts */
  salon_bill_refuse (bill, g_strdup ("expected_total"),
                     g_strdup_printf (_("A price was changed meanwhile: it comes to %1$s now, not to %2$s."), now, seen));
}

/**
 * salon_bill_add_lines:
 *
 * Makes the lines, their discounts, tax and totals; what speaks against them becomes a problem.
 *
 * Returns: %FALSE only when the file cannot be read
 */
gboolean
salon_bill_add_lines (SalonBill *self, GError **error)
{
  if (self->request->lines->len == 0)
    salon_bill_refuse (self, g_strdup ("lines"), g_strdup (_("There is nothing on the bill.")));
  if (self->request->lines->len > MOST_LINES) {
    salon_bill_refuse (self, g_strdup ("lines"),
                       g_strdup_printf (ngettext ("There can be at most %d line on a bill.", "There can be at most %d lines on a bill.",
                                                  MOST_LINES),
                                        MOST_LINES));
    return TRUE;
  }
  for (guint i = 0; i < self->request->lines->len; i++)
    if (!add_line (self, i, error))
      return FALSE;
  if (!salon_sale_lines_sum (self->lines, &self->quote->totals))
    salon_bill_refuse (self, g_strdup ("lines"), g_strdup (_("This comes to more than can be sold at once.")));
  if (!salon_bill_discount (self, error) || !salon_bill_use_sold_tickets (self, error))
    return FALSE;
  salon_sale_lines_tax (self->lines);
  salon_sale_lines_sum (self->lines, &self->quote->totals);
  g_array_unref (self->quote->rates);
  self->quote->rates = salon_sale_lines_rates (self->lines);
  check_total (self);
  return TRUE;
}
