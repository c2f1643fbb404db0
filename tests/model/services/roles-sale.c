/* The first drawer is open, and somebody at the desk sold before. */
#include "roles-sale.h"

#include "model/services/fiscal.h"
#include "sale-salon.h"

gpointer
roles_top_up (SmallSalon *s)
{
  SalonSaleRequest *request = salon_sale_request_new (s->irina);

  sale_salon_add_drawer (s);
  salon_sale_request_add (request, SALON_SALE_LINE_TOP_UP, 0)->unit_price = 5000;
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  return request;
}

gpointer
roles_sale_by_hand (SmallSalon *s)
{
  SalonSaleRequest *request = salon_sale_request_new (s->irina);

  sale_salon_add_drawer (s);
  salon_sale_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure)->manual_bp = 1000;
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  return request;
}

gpointer
roles_sale_certificate (SmallSalon *s)
{
  SalonSaleRequest *request = salon_sale_request_new (s->irina);

  sale_salon_add_drawer (s);
  salon_sale_request_add (request, SALON_SALE_LINE_CERTIFICATE, 0)->unit_price = 5000;
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  return request;
}

gpointer
roles_checkout (SmallSalon *s)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 540, SALON_VISIT_ARRIVED, s->manicure, s->maria, s->room1);

  return salon_id_request_new (visit);
}

static gint64
sold (SmallSalon *s)
{
  SalonActor before = *salon_session_actor (s->salon->session);
  g_autoptr (SalonSaleRequest) request = roles_top_up (s);
  SalonDone done = { 0 };

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_sale_complete, request, &done, NULL));
  salon_session_set_actor (s->salon->session, &before);
  return done.id;
}

gpointer
roles_refund (SmallSalon *s)
{
  SalonRefundRequest *request = salon_refund_request_new (sold (s), "broken");

  salon_refund_request_add (request, 1, 0);
  return request;
}

gpointer
roles_void (SmallSalon *s)
{
  return salon_void_request_new (sold (s), "by mistake");
}

gpointer
roles_receipt (SmallSalon *s)
{
  return salon_id_request_new (sold (s));
}

gpointer
roles_fiscal (SmallSalon *s)
{
  return salon_fiscal_number_new (sold (s), "A-17");
}

gpointer
roles_return_reasons (SmallSalon *s)
{
  return salon_id_request_new (SALON_SALE_REFUND);
}

gpointer
roles_receipts (SmallSalon *s)
{
  SalonReceiptsRequest *request = g_new0 (SalonReceiptsRequest, 1);

  request->first_day = request->last_day = TODAY;
  return request;
}
