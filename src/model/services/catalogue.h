#pragma once
/* Master data: rooms, services, goods, prices, zones, sources, tags, categories, own fields, employees, users.
 *
 * They are all edited the same way: a draft of one entity is saved, or it is archived. */
#include "model/entities/entity.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonEntityDraft:
 * @orig: (nullable): as it was opened; %NULL makes a new one
 * @curr: as it is to be; any entity of master data
 * @keep_visits: an absence, a break or a holiday may leave visits outside the working time
 * @keep_barcode: of an item: the barcode was meant so, though its last digit does not fit
 */
typedef struct {
  SalonEntity *orig;
  SalonEntity *curr;
  gboolean keep_visits;
  gboolean keep_barcode;
} SalonEntityDraft;

SalonEntityDraft *salon_entity_draft_new (gpointer orig, gpointer curr);
void salon_entity_draft_free (SalonEntityDraft *self);

/**
 * SalonEntityListRequest:
 * @type: of master data: salon_room_get_type () …
 * @with_archived: also those that are not in use any more
 */
typedef struct {
  GType type;
  gboolean with_archived;
} SalonEntityListRequest;

SalonEntityListRequest *salon_entity_list_request_new (GType type, gboolean with_archived);

gboolean salon_catalogue_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error);
gboolean salon_catalogue_archive (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error);
gboolean salon_catalogue_was_sold (SalonTx *tx, GType type, gint64 id, gboolean *sold, GError **error);
GPtrArray *salon_catalogue_list (SalonTx *tx, const SalonEntityListRequest *request, GError **error);

extern const SalonCommand salon_command_catalogue_save;    /* SalonEntityDraft */
extern const SalonCommand salon_command_catalogue_archive; /* SalonEntityDraft; deletes what was never used */
extern const SalonQuery salon_query_catalogue_list;        /* SalonEntityListRequest → GPtrArray of entities, by position */

/* An order of entities of one type by hand. */
typedef struct {
  GType type;
  GArray *ids; /* gint64, in the new order */
} SalonReorderRequest;

SalonReorderRequest *salon_reorder_request_new (GType type);
void salon_reorder_request_free (SalonReorderRequest *self);
gboolean salon_catalogue_reorder (SalonTx *tx, const SalonReorderRequest *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_catalogue_reorder;

G_END_DECLS
