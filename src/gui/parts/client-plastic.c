/* Hangs on the model of the client.  Nothing is asked until something wants it, and for the next client not again until then:
 * the desk shows many clients whose cards nobody looks at. */
#include "config.h"

#include "gui/parts/client-plastic.h"
#include "gui/parts/question.h"
#include "model/rules/permission.h"

#define PLASTIC_KEY "salon-plastic"

struct _SalonClientPlastic {
  GObject parent;
  SalonClientModel *model; /* not owned: this hangs on it */
  SalonQuestion question;
  SalonClientCards *cards; /* NULL until they are known */
  gint64 wanted;           /* the client whose cards are; 0 = nobody's */
};

G_DEFINE_FINAL_TYPE (SalonClientPlastic, salon_client_plastic, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
take (SalonClientPlastic *self, SalonClientCards *cards)
{
  g_clear_pointer (&self->cards, salon_client_cards_free);
  self->cards = cards;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_answer (gpointer owner, gpointer answer, const GError *error)
{
  take (owner, answer);
}

static void
load (SalonClientPlastic *self)
{
  SalonSession *session = salon_client_model_get_session (self->model);

  if (!salon_permissions_have (salon_actor_permissions (salon_session_actor (session)), SALON_PERMISSION_CARDS_ISSUE)) {
    salon_question_drop (&self->question);
    take (self, NULL);
    return;
  }
  salon_question_ask (&self->question, self, session, &salon_query_client_cards, SALON_LANE_INTERACTIVE,
                      salon_id_request_new (self->wanted), on_answer);
}

static void
on_loaded (SalonClientModel *model, SalonClientPlastic *self)
{
  if (self->wanted == 0 || self->wanted == salon_client_model_get_client (model))
    return;
  self->wanted = 0;
  salon_question_drop (&self->question);
  take (self, NULL);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonClientPlastic *self)
{
  if (self->wanted != 0 && (salon_change_set_touches (changes, "plastic-card") || salon_change_set_touches (changes, "card-kind")))
    load (self);
}

static void
salon_client_plastic_finalize (GObject *object)
{
  g_clear_pointer (&SALON_CLIENT_PLASTIC (object)->cards, salon_client_cards_free);
  G_OBJECT_CLASS (salon_client_plastic_parent_class)->finalize (object);
}

static void
salon_client_plastic_class_init (SalonClientPlasticClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_client_plastic_finalize;

  /**
   * SalonClientPlastic::changed: something else is known, or nothing any more
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_CLIENT_PLASTIC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_client_plastic_init (SalonClientPlastic *self)
{
}

/**
 * salon_client_plastic_of:
 *
 * Returns: (transfer none): the cards of the client of @model
 */
SalonClientPlastic *
salon_client_plastic_of (SalonClientModel *model)
{
  SalonClientPlastic *self = g_object_get_data (G_OBJECT (model), PLASTIC_KEY);

  if (self != NULL)
    return self;
  self = g_object_new (SALON_TYPE_CLIENT_PLASTIC, NULL);
  self->model = model;
  g_object_set_data_full (G_OBJECT (model), PLASTIC_KEY, self, g_object_unref);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (salon_client_model_get_session (model), "changed", G_CALLBACK (on_session_changed), self, 0);
  return self;
}

/**
 * salon_client_plastic_want: asks for the cards of the client who is shown, and follows them as long as she is
 */
void
salon_client_plastic_want (SalonClientPlastic *self)
{
  gint64 client_id = salon_client_model_get_client (self->model);

  if (client_id == 0 || self->wanted == client_id)
    return;
  self->wanted = client_id;
  load (self);
}

/**
 * salon_client_plastic_peek:
 *
 * Returns: (transfer none) (nullable): until the next "changed"; %NULL while nothing is known, and for who may not issue cards
 */
const SalonClientCards *
salon_client_plastic_peek (SalonClientPlastic *self)
{
  return self->cards;
}
