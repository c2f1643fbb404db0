/* Hangs on the model of the client.  Who may not sell is shown nothing and nothing is asked. */
#include "config.h"

#include "gui/parts/client-purse.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "model/services/ledger.h"

#define PURSE_KEY "salon-purse"

struct _SalonClientPurse {
  GObject parent;
  SalonClientModel *model; /* not owned: this hangs on it */
  SalonQuestion question;
  SalonPurse *purse; /* NULL until it is known */
  gboolean whole;
  gint64 ahead; /* for whom was asked before her card came; 0 = nobody */
};

G_DEFINE_FINAL_TYPE (SalonClientPurse, salon_client_purse, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
take (SalonClientPurse *self, SalonPurse *purse)
{
  g_clear_pointer (&self->purse, salon_purse_free);
  self->purse = purse;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_answer (gpointer owner, gpointer answer, const GError *error)
{
  take (owner, answer);
}

static void
load (SalonClientPurse *self)
{
  gint64 id = salon_client_model_get_client (self->model);

  if (id == 0 || !salon_client_purse_may (self, SALON_PERMISSION_SELL)) {
    salon_question_drop (&self->question);
    take (self, NULL);
    return;
  }
  salon_question_ask (&self->question, self, salon_client_model_get_session (self->model), &salon_query_purse,
                      SALON_LANE_INTERACTIVE, salon_purse_request_new (id, self->whole), on_answer);
}

/* What a client has is asked for together with her card: when the card comes, it is known or on its way. */
static void
on_loaded (SalonClientModel *model, SalonClientPurse *self)
{
  gint64 id = salon_client_model_get_client (model);
  gboolean is_asked = self->ahead == id && salon_client_model_peek (model) != NULL;

  self->ahead = salon_client_model_peek (model) == NULL ? id : 0;
  if (!is_asked)
    load (self);
}

/* A receipt tells of itself by its entry of the ledger. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonClientPurse *self)
{
  static const char *const topics[] = { SALON_LEDGER_ENTRY, "ticket", "ticket-freeze", "ticket-extension", "certificate",
                                        "bonus-lot", "price-rule", "promotion-use", NULL };

  if (salon_client_model_get_client (self->model) == 0)
    return;
  for (guint i = 0; topics[i] != NULL; i++)
    if (salon_change_set_touches (changes, topics[i])) {
      load (self);
      return;
    }
}

static void
salon_client_purse_finalize (GObject *object)
{
  g_clear_pointer (&SALON_CLIENT_PURSE (object)->purse, salon_purse_free);
  G_OBJECT_CLASS (salon_client_purse_parent_class)->finalize (object);
}

static void
salon_client_purse_class_init (SalonClientPurseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_client_purse_finalize;

  /**
   * SalonClientPurse::changed: something else is known, or nothing any more
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_CLIENT_PURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_client_purse_init (SalonClientPurse *self)
{
}

/**
 * salon_client_purse_of:
 *
 * Returns: (transfer none): what the client of @model has
 */
SalonClientPurse *
salon_client_purse_of (SalonClientModel *model)
{
  SalonClientPurse *self = g_object_get_data (G_OBJECT (model), PURSE_KEY);

  if (self != NULL)
    return self;
  self = g_object_new (SALON_TYPE_CLIENT_PURSE, NULL);
  self->model = model;
  g_object_set_data_full (G_OBJECT (model), PURSE_KEY, self, g_object_unref);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (salon_client_model_get_session (model), "changed", G_CALLBACK (on_session_changed), self, 0);
  return self;
}

/**
 * salon_client_purse_want_whole: from now on also what is over and how it all came about
 */
void
salon_client_purse_want_whole (SalonClientPurse *self)
{
  self->whole = TRUE;
}

/**
 * salon_client_purse_peek:
 *
 * Returns: (transfer none) (nullable): until the next "changed"; %NULL while nothing is known, and for who may not sell
 */
const SalonPurse *
salon_client_purse_peek (SalonClientPurse *self)
{
  return self->purse;
}

/**
 * salon_client_purse_may:
 *
 * Returns: whether who works now has a permission
 */
gboolean
salon_client_purse_may (SalonClientPurse *self, SalonPermission permission)
{
  const SalonActor *actor = salon_session_actor (salon_client_model_get_session (self->model));

  return salon_permissions_have (salon_actor_permissions (actor), permission);
}

/**
 * salon_client_purse_on_done:
 * @widget: (type GtkWidget) (transfer full): where a refusal is said
 *
 * For salon_client_model_submit() of what has no form of its own.
 */
void
salon_client_purse_on_done (GObject *source, GAsyncResult *result, gpointer widget)
{
  g_autoptr (GtkWidget) from = widget;
  g_autoptr (GError) error = NULL;

  if (!salon_client_model_save_finish (SALON_CLIENT_MODEL (source), result, &error) && gtk_widget_get_root (from) != NULL)
    salon_note_error (from, error);
}
