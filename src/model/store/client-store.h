#pragma once
/* What the generic repository cannot ask of clients: orders of all of them, what a list shows, who has a phone. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* By what all clients are put in order; the id is the last word of each. */
typedef enum {
  SALON_CLIENT_ORDER_VISITS,
  SALON_CLIENT_ORDER_NAME,
  SALON_CLIENT_ORDER_SOLD,
  SALON_CLIENT_ORDER_LAST_VISIT,
  SALON_CLIENT_ORDER_ADDED,
  SALON_CLIENT_ORDER_IMPORTANCE, /* from here on no index: only filter-store.h knows them */
  SALON_CLIENT_ORDER_FREQUENCY,
  SALON_CLIENT_ORDER_NEXT_VISIT,
  SALON_CLIENT_ORDER_FIRST_VISIT,
  SALON_CLIENT_ORDER_NO_SHOWS,
  SALON_CLIENT_ORDER_SOLD_12M,
  SALON_CLIENT_ORDER_TOP_PLACE,
  SALON_CLIENT_ORDER_DISCOUNT,
  SALON_CLIENT_ORDER_STATUS,
  SALON_CLIENT_ORDER_PHONE,
  SALON_CLIENT_ORDER_EMAIL,
  SALON_CLIENT_ORDER_AGE,
  SALON_CLIENT_ORDER_BIRTHDAY,
  SALON_CLIENT_ORDER_GENDER,
  SALON_CLIENT_ORDER_SOURCE,
  SALON_CLIENT_ORDER_CATEGORIES,
  SALON_CLIENT_ORDER_TAGS,
  SALON_CLIENT_ORDER_PAID,
  SALON_CLIENT_ORDER_BALANCE,
  SALON_CLIENT_ORDER_OWES,
  SALON_CLIENT_ORDER_BONUS,
  SALON_CLIENT_ORDER_DISCOUNTED,
  SALON_CLIENT_ORDER_CERTIFICATE,
  SALON_CLIENT_ORDER_TICKET_ENDS,
  SALON_CLIENT_ORDER_PROMOTIONS,
} SalonClientOrder;

/* The orders that salon_client_store_ids() walks by an index. */
#define SALON_CLIENT_ORDER_LAST_INDEXED SALON_CLIENT_ORDER_ADDED

/**
 * SalonClientBrief: what a list shows of one client, besides her figures
 */
typedef struct {
  gint64 id;
  char *first_name;
  char *surname;
  char *patronymic;
  char *e164;  /* of the first phone */
  char *typed; /* the same as typed; NULL = no phone */
  GBytes *thumb;
  gint64 created_at;
  gint64 archived_at;
  gboolean has_alert;
  char *email;
  gint64 gender;
  gint64 birth_year;
  gint64 birth_month;
  gint64 birth_mday;
  gint64 discount_bp;
  gint64 importance_pin;
  gint64 source_id;
} SalonClientBrief;

/**
 * SalonClientLabel: a category or a tag of a client
 */
typedef struct {
  gint64 id;
  char *name;
  gint64 color;
} SalonClientLabel;

void salon_client_label_free (SalonClientLabel *self);

void salon_client_brief_free (SalonClientBrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonClientBrief, salon_client_brief_free)

GArray *salon_client_store_ids (SalonTx *tx, SalonClientOrder order, gboolean descending, GError **error);
gboolean salon_client_store_brief (SalonTx *tx, gint64 id, SalonClientBrief **brief, GError **error);
GPtrArray *salon_client_store_categories (SalonTx *tx, gint64 id, GError **error);
GPtrArray *salon_client_store_tags (SalonTx *tx, gint64 id, GError **error);
GPtrArray *salon_client_store_promotions (SalonTx *tx, gint64 id, GError **error);
gboolean salon_client_store_source (SalonTx *tx, gint64 source_id, char **name, GError **error);
GArray *salon_client_store_with_phone (SalonTx *tx, const char *e164, guint limit, GError **error);
GArray *salon_client_store_with_email (SalonTx *tx, const char *email, guint limit, GError **error);

/**
 * SalonVisitDaysFunc:
 * @days: (array length=n_days): her counted visit days, ascending, each once; may be none
 */
typedef void (*SalonVisitDaysFunc) (gint64 client_id, const SalonDay *days, guint n_days, gpointer data);

gboolean salon_client_store_each_days (SalonTx *tx, SalonVisitDaysFunc func, gpointer data, GError **error);

G_END_DECLS
