/* Two passes over the tables in the order of their keys; each may be cancelled between two rows. */
#include "model/store/duplicate-store.h"

#include "model/store/stmt.h"

#define SQL_CARDS                                                                                 \
  "SELECT id, first_name, surname, patronymic, email, whatsapp, telegram, instagram,"             \
  "       birth_year, birth_month, birth_mday, gender"                                            \
  "  FROM client WHERE archived_at IS NULL ORDER BY id"
#define SQL_PHONES                                                                                \
  "SELECT p.client_id, p.e164, p.typed FROM client_phone p JOIN client_stat s ON s.client_id = p.client_id" \
  " WHERE s.archived = 0 ORDER BY p.id"

static SalonClient *
read_card (SalonStmt *stmt)
{
  SalonClient *client = salon_client_new ();

  salon_entity_set_id (client, salon_stmt_get_int (stmt, 0));
  client->first_name = salon_stmt_dup_text (stmt, 1);
  client->surname = salon_stmt_dup_text (stmt, 2);
  client->patronymic = salon_stmt_dup_text (stmt, 3);
  client->email = salon_stmt_dup_text (stmt, 4);
  client->whatsapp = salon_stmt_dup_text (stmt, 5);
  client->telegram = salon_stmt_dup_text (stmt, 6);
  client->instagram = salon_stmt_dup_text (stmt, 7);
  client->birth_year = salon_stmt_get_int (stmt, 8);
  client->birth_month = salon_stmt_get_int (stmt, 9);
  client->birth_mday = salon_stmt_get_int (stmt, 10);
  client->gender = salon_stmt_get_int (stmt, 11);
  return client;
}

/**
 * salon_duplicate_store_each_card:
 * @func: called with each client that is not archived, by id; only what cards are compared by is filled
 */
gboolean
salon_duplicate_store_each_card (SalonTx *tx, SalonCardFunc func, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CARDS, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure)) {
    g_autoptr (SalonClient) client = read_card (stmt);

    func (client, data);
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_duplicate_store_each_phone:
 * @func: called with each phone of each client that is not archived
 */
gboolean
salon_duplicate_store_each_phone (SalonTx *tx, SalonNumberFunc func, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PHONES, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    func (salon_stmt_get_int (stmt, 0), salon_stmt_get_text (stmt, 1), salon_stmt_get_text (stmt, 2), data);
  return salon_stmt_finish (failure, error);
}
