#pragma once
/* A page of clients with what an export may say of them, read by a few statements for the whole page. */
#include "model/entities/client.h"
#include "model/services/settings.h"
#include "model/store/client-sums.h"
#include "model/store/stat-store.h"

G_BEGIN_DECLS

/* What a column needs besides the row of the client. */
typedef enum {
  SALON_EXPORT_NEEDS_NOTHING = 0,
  SALON_EXPORT_NEEDS_PHONES = 1 << 0,
  SALON_EXPORT_NEEDS_TAGS = 1 << 1,
  SALON_EXPORT_NEEDS_CATEGORIES = 1 << 2,
  SALON_EXPORT_NEEDS_SOURCES = 1 << 3,
  SALON_EXPORT_NEEDS_REFERRERS = 1 << 4,
  SALON_EXPORT_NEEDS_FIGURES = 1 << 5,
  SALON_EXPORT_NEEDS_NEXT = 1 << 6, /* with the figures */
  SALON_EXPORT_NEEDS_CUSTOM = 1 << 7,
  SALON_EXPORT_NEEDS_MONEY = 1 << 8,
  SALON_EXPORT_NEEDS_TICKETS = 1 << 9,
  SALON_EXPORT_NEEDS_CARDS = 1 << 10,
} SalonExportNeeds;

/**
 * SalonExportPerson: of a client what was asked for; the rest is empty
 * @phones: (element-type utf8): numbers as the world knows them, else as typed
 * @tags: "bride, regular"
 * @referrer: (nullable): name of who sent her
 * @sums: by #SalonClientSum
 * @tickets: (nullable): the valid ones
 * @cards: (nullable): numbers of her plastic cards that are accepted today
 * @custom: (nullable) (element-type gint64 utf8): what is kept, by id of the own field
 */
typedef struct {
  gint64 id;
  SalonClient *client;
  SalonClientStat stat;
  gint64 next_min;
  GPtrArray *phones;
  GString *tags;
  GString *categories;
  char *referrer;
  SalonMoney sums[SALON_CLIENT_N_SUMS];
  char *tickets;
  GString *cards;
  GHashTable *custom;
} SalonExportPerson;

typedef struct _SalonExportPager SalonExportPager;

SalonExportPager *salon_export_pager_new (SalonTx *tx, guint needs, GError **error);
void salon_export_pager_free (SalonExportPager *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExportPager, salon_export_pager_free)

GPtrArray *salon_export_pager_read (SalonExportPager *self, const gint64 *ids, guint n, GError **error);
const char *salon_export_pager_source (const SalonExportPager *self, gint64 id);
const SalonSettings *salon_export_pager_settings (const SalonExportPager *self);
SalonTx *salon_export_pager_tx (const SalonExportPager *self);

G_END_DECLS
