#pragma once
/* A list that reads itself: as a whole, and again when something that concerns it has changed. */
#include "model/rules/permission.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_LIVE_LIST (salon_live_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonLiveList, salon_live_list, SALON, LIVE_LIST, GtkWidget)

/**
 * SalonLiveListKind: what is listed; the owner is who made the list
 * @query: answers a #GPtrArray of items
 * @topics: (array zero-terminated=1): changes of what make it read again
 * @permission: without it the list stays empty
 * @make_request: (transfer full): of @query
 * @make_row: (transfer floating): a #GtkListBoxRow
 * @id_of: of an item, by which the selection and the focus stay with it
 * @take_over: (nullable): the new row of an item takes what was typed in the old one.  Returns whether it took the focus.
 * @shown: (nullable): the rows are there
 */
typedef struct {
  const SalonQuery *query;
  const char *const *topics;
  SalonPermission permission;
  gpointer (*make_request) (gpointer owner);
  GtkWidget *(*make_row) (gpointer owner, gpointer item);
  gint64 (*id_of) (gconstpointer item);
  gboolean (*take_over) (GtkWidget *row, GtkWidget *old);
  void (*shown) (gpointer owner, GPtrArray *items);
} SalonLiveListKind;

GtkWidget *salon_live_list_new (SalonSession *session, const SalonLiveListKind *kind, gpointer owner, const char *label,
                                GtkWidget *empty);
GtkListBox *salon_live_list_get_box (SalonLiveList *self);
void salon_live_list_set_active (SalonLiveList *self, gboolean active);
void salon_live_list_read (SalonLiveList *self);
GtkListBoxRow *salon_live_list_find (SalonLiveList *self, gint64 id);

G_END_DECLS
