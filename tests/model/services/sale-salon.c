#include "sale-salon.h"

#include "base/error.h"
#include "model/entities/cash-drawer.h"
#include "model/entities/item.h"
#include "model/services/health.h"
#include "model/store/ledger-store.h"
#include "model/store/stmt.h"

static gint64
add_item (SaleSalon *self, const char *name, SalonMoney price, gboolean no_discount)
{
  SalonItem *item = salon_item_new ();

  item->name = g_strdup (name);
  item->price = price;
  item->no_discount = no_discount;
  return salon_fixture_insert (self->small.salon, item);
}

static gboolean
open_shift (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (
      tx, "INSERT INTO cash_shift (drawer_id, day, opened_at, opened_by_id, opening) VALUES ($1, 20255, 0, 0, 0)", error);

  salon_stmt_int (stmt, 1, ((SaleSalon *) data)->drawer);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  *id = salon_tx_last_id (tx);
  return TRUE;
}

static gboolean
close_shift (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (
      tx, "UPDATE cash_shift SET number = (SELECT coalesce (max (number), 0) + 1 FROM cash_shift), closed_at = 1,"
          " closed_by_id = 0, counted = 0, expected = 0, taken_out = 0 WHERE closed_at IS NULL", error);

  return salon_stmt_run (stmt, error);
}

gint64
sale_salon_open_shift (SaleSalon *self)
{
  return self->shift = salon_fixture_write (self->small.salon, open_shift, self);
}

void
sale_salon_close_shift (SaleSalon *self)
{
  salon_fixture_write (self->small.salon, close_shift, self);
}

void
sale_salon_set_up (SaleSalon *self, gconstpointer data)
{
  SalonCashDrawer *drawer = salon_cash_drawer_new ();

  small_salon_set_up (&self->small, data);
  self->shampoo = add_item (self, "Shampoo", 1200, FALSE);
  self->comb = add_item (self, "Comb", 333, TRUE);
  self->gloves = add_item (self, "Gloves", 0, FALSE);
  drawer->name = g_strdup ("Desk");
  self->drawer = salon_fixture_insert (self->small.salon, drawer);
  sale_salon_open_shift (self);
}

void
sale_salon_tear_down (SaleSalon *self, gconstpointer data)
{
  small_salon_tear_down (&self->small, data);
}

gint64
sale_salon_complete (SaleSalon *self, const SalonSaleRequest *request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (self->small.salon, &salon_command_sale_complete, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* Refused at the field with a sentence, and nothing was changed. */
void
sale_salon_refused (SaleSalon *self, const SalonCommand *command, gconstpointer request, const char *field, const char *part)
{
  g_autofree char *before = salon_fixture_dump (self->small.salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (self->small.salon, command, request, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  after = salon_fixture_dump (self->small.salon);
  g_assert_cmpstr (before, ==, after);
}

SalonReceipt *
sale_salon_receipt (SaleSalon *self, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  SalonReceipt *receipt = salon_session_query_sync (self->small.salon->session, &salon_query_receipt, &request, &error);

  g_assert_no_error (error);
  return receipt;
}

typedef struct {
  SalonAccount account;
  gint64 subject_id;
} Wanted;

static gboolean
read_balance (SalonTx *tx, gpointer data, gint64 *amount, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx, "SELECT coalesce (sum (amount), 0) FROM posting WHERE account = $1 AND subject_id = $2", error);

  salon_stmt_int (stmt, 1, wanted->account);
  salon_stmt_int (stmt, 2, wanted->subject_id);
  return salon_stmt_read_int (stmt, amount, error);
}

/* Of any account, debit positive. */
SalonMoney
sale_salon_balance (SaleSalon *self, SalonAccount account, gint64 subject_id)
{
  Wanted wanted = { account, subject_id };

  return salon_fixture_read (self->small.salon, read_balance, &wanted);
}

static gboolean
read_trial (SalonTx *tx, gpointer data, gint64 *sum, GError **error)
{
  g_autoptr (GArray) totals = salon_ledger_store_trial (tx, error);

  *sum = 0;
  for (guint i = 0; i < totals->len; i++)
    *sum += g_array_index (totals, SalonAccountTotal, i).debit - g_array_index (totals, SalonAccountTotal, i).credit;
  return TRUE;
}

void
sale_salon_expect_balanced (SaleSalon *self)
{
  g_assert_cmpint (salon_fixture_read (self->small.salon, read_trial, NULL), ==, 0);
}

void
sale_salon_expect_sound (SaleSalon *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (self->small.salon->session, &salon_query_full_health, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
  sale_salon_expect_balanced (self);
}
