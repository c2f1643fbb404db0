#pragma once
/* One client as the window shows her: read, renewed when she changes, and changed edit by edit. */
#include "gui/parts/directory.h"
#include "model/rules/verbs.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_MODEL (salon_client_model_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientModel, salon_client_model, SALON, CLIENT_MODEL, GObject)

SalonClientModel *salon_client_model_new (SalonSession *session);
void salon_client_model_set_client (SalonClientModel *self, gint64 id);
gint64 salon_client_model_get_client (SalonClientModel *self);
const SalonClientPanel *salon_client_model_peek (SalonClientModel *self);
SalonSession *salon_client_model_get_session (SalonClientModel *self);
SalonDirectory *salon_client_model_get_directory (SalonClientModel *self);
SalonClientVerbs salon_client_model_get_verbs (SalonClientModel *self);
SalonDay salon_client_model_get_today (SalonClientModel *self);
void salon_client_model_reload (SalonClientModel *self);

SalonClientDraft *salon_client_model_draft (SalonClientModel *self);
GPtrArray *salon_client_model_dup_phones (SalonClientModel *self);
GArray *salon_client_model_dup_tags (SalonClientModel *self);
GArray *salon_client_model_dup_categories (SalonClientModel *self);
void salon_client_model_save (SalonClientModel *self, SalonClientDraft *draft, const char *note,
                              GAsyncReadyCallback callback, gpointer data);
gboolean salon_client_model_save_finish (SalonClientModel *self, GAsyncResult *result, GError **error);
void salon_client_model_submit (SalonClientModel *self, const SalonCommand *command, gpointer request,
                                const char *note, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
