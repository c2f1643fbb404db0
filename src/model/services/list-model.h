#pragma once
/* The one model for lists of query results: the whole result can be scrolled, rows come by pages. */
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonListRow: one place of a list; its item comes a moment after it is first looked at ("item" is
 * notified), and again when it was changed.
 */
#define SALON_TYPE_LIST_ROW (salon_list_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonListRow, salon_list_row, SALON, LIST_ROW, GObject)

gint64 salon_list_row_get_id (SalonListRow *self);
gpointer salon_list_row_get_item (SalonListRow *self);
SalonSession *salon_list_row_get_session (SalonListRow *self);

#define SALON_TYPE_LIST_MODEL (salon_list_model_get_type ())
G_DECLARE_FINAL_TYPE (SalonListModel, salon_list_model, SALON, LIST_MODEL, GObject)

SalonListModel *salon_list_model_new (SalonSession *session, const SalonQuery *rows_query, const char *topic,
                                      GArray *ids, SalonListModel *previous);
gint64 salon_list_model_get_id (SalonListModel *self, guint position);

G_END_DECLS
