#pragma once
/* Pieces of SQL about cards that were merged.  No alias is "c": a filter would take it for the card of its client. */

/* A client and all who were merged into her; nobody for who is on another card now.  @client is SQL: "$1". */
#define SALON_SQL_CARDS_OF(client)                                                                \
  "(WITH RECURSIVE same (id) AS (SELECT id FROM client WHERE id = " client " AND merged_into_id IS NULL" \
  "  UNION SELECT k.id FROM client k JOIN same m ON k.merged_into_id = m.id) SELECT id FROM same)"

/* Cards that were merged, with those on which they are now: columns id and top. */
#define SALON_SQL_MERGED_CARDS                                                                    \
  "(WITH RECURSIVE moved (id, top) AS (SELECT id, merged_into_id FROM client WHERE merged_into_id IS NOT NULL" \
  "   UNION SELECT m.id, k.merged_into_id FROM moved m JOIN client k ON k.id = m.top WHERE k.merged_into_id IS NOT NULL)" \
  " SELECT m.id, m.top FROM moved m JOIN client k ON k.id = m.top WHERE k.merged_into_id IS NULL)"
