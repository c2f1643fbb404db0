#pragma once
/* A piece of SQL that several statements share. */

/* What the ledger says was sold to a client: to her, and to whom was merged into her before or since; nothing for who
 * is on another card now.  @client and @days are SQL: "$1", "BETWEEN $2 AND $3". */
#define SALON_SQL_LEDGER_SOLD(client, days)                                                       \
  "coalesce ((WITH RECURSIVE same (id) AS (SELECT id FROM client WHERE id = " client " AND merged_into_id IS NULL" \
  "  UNION SELECT c.id FROM client c JOIN same s ON c.merged_into_id = s.id)"                     \
  "  SELECT sum (p.sold) FROM posting p WHERE p.client_id IN same AND p.sold <> 0 AND p.day " days "), 0)"
