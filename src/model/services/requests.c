/* Takes requests from outside and answers them.  What comes from outside is not trusted: it is cleaned and cut to length,
 * and books nothing by itself. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/services/clients.h"
#include "model/services/price-list.h"
#include "model/services/request-person.h"
#include "model/services/requests.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/waiting-store.h"

#define MAX_NAME   300
#define MAX_PHONE  100
#define MAX_TEXT   4000
#define MAX_ID     500
#define MAX_SOURCE 100
#define MAX_REASON 500

/**
 * salon_inquiry_batch_new:
 * @inquiries: (transfer full) (element-type SalonInquiry):
 */
SalonInquiryBatch *
salon_inquiry_batch_new (GPtrArray *inquiries)
{
  SalonInquiryBatch *self = g_new0 (SalonInquiryBatch, 1);

  self->inquiries = inquiries;
  return self;
}

/**
 * salon_inquiry_batch_new_one:
 * @inquiry: (transfer full):
 */
SalonInquiryBatch *
salon_inquiry_batch_new_one (SalonInquiry *inquiry)
{
  GPtrArray *inquiries = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (inquiries, inquiry);
  return salon_inquiry_batch_new (inquiries);
}

/**
 * salon_inquiry_batch_free: frees one
 */
void
salon_inquiry_batch_free (SalonInquiryBatch *self)
{
  g_ptr_array_unref (self->inquiries);
  g_free (self);
}

/**
 * salon_inquiry_answer_new:
 *
 * Returns: (transfer full): an answer without a visit and without a reason
 */
SalonInquiryAnswer *
salon_inquiry_answer_new (gint64 inquiry_id)
{
  SalonInquiryAnswer *self = g_new0 (SalonInquiryAnswer, 1);

  self->inquiry_id = inquiry_id;
  return self;
}

/**
 * salon_inquiry_answer_free: frees one
 */
void
salon_inquiry_answer_free (SalonInquiryAnswer *self)
{
  g_clear_pointer (&self->booking, salon_booking_request_free);
  g_free (self->reason);
  g_free (self);
}

/* ---- taking */

static char *
clean (const char *text, gsize max)
{
  g_autofree char *cleaned = text != NULL ? salon_text_clean (text, max) : NULL;

  return cleaned != NULL && *cleaned != '\0' ? g_steal_pointer (&cleaned) : NULL;
}

/* A source that names nothing of its own: the same words are the same request. */
static char *
id_of_words (const SalonInquiry *inquiry)
{
  g_autofree char *words = g_strdup_printf ("%s\n%s\n%s\n%s\n%" G_GINT64_FORMAT, inquiry->name != NULL ? inquiry->name : "",
                                            inquiry->phone != NULL ? inquiry->phone : "",
                                            inquiry->email != NULL ? inquiry->email : "",
                                            inquiry->service_words != NULL ? inquiry->service_words : "", inquiry->start_min);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
}

/* What is called so, or what alone begins so: services, or their variants. */
typedef struct {
  char *wanted;
  gconstpointer found; /* borrowed; NULL = none, or more than one */
  gboolean whole;
  guint n;
} Naming;

static void
naming_try (Naming *self, const char *full, gconstpointer entity)
{
  g_autofree char *name = salon_text_fold (full);

  if (self->whole || !g_str_has_prefix (name, self->wanted))
    return;
  self->whole = g_str_equal (name, self->wanted);
  self->n++;
  self->found = self->whole || self->n == 1 ? entity : NULL;
}

static const SalonService *
service_in_use (const GPtrArray *services, gint64 id)
{
  for (guint i = 0; i < services->len; i++)
    if (salon_entity_get_id (services->pdata[i]) == id)
      return ((SalonService *) services->pdata[i])->archived == 0 ? services->pdata[i] : NULL;
  return NULL;
}

/* "Haircut, long hair": as a service in a variant is shown everywhere, or the beginning of it alone. */
static gboolean
find_variant (SalonTx *tx, const GPtrArray *services, Naming *naming, SalonInquiry *inquiry, GError **error)
{
  g_autoptr (GPtrArray) variants = salon_repo_all (tx, salon_service_variant_get_type (), error);

  for (guint i = 0; variants != NULL && i < variants->len; i++) {
    const SalonServiceVariant *variant = variants->pdata[i];
    const SalonService *service = variant->archived == 0 ? service_in_use (services, variant->service_id) : NULL;
    g_autofree char *full = service != NULL ? salon_service_text (service, variant) : NULL;

    if (full != NULL)
      naming_try (naming, full, variant);
  }
  if (variants != NULL && naming->found != NULL) {
    inquiry->variant_id = salon_entity_get_id (naming->found);
    inquiry->service_id = ((const SalonServiceVariant *) naming->found)->service_id;
  }
  return variants != NULL;
}

/* The words may name a service, or one in a variant; it stays 0 if they name none of ours. */
static gboolean
find_service (SalonTx *tx, SalonInquiry *inquiry, GError **error)
{
  g_autoptr (GPtrArray) services = salon_repo_all (tx, salon_service_get_type (), error);
  g_autofree char *wanted = salon_text_fold (inquiry->service_words);
  Naming naming = { .wanted = wanted };

  for (guint i = 0; services != NULL && i < services->len; i++)
    if (((SalonService *) services->pdata[i])->archived == 0)
      naming_try (&naming, ((SalonService *) services->pdata[i])->name, services->pdata[i]);
  if (naming.found != NULL)
    inquiry->service_id = salon_entity_get_id (naming.found);
  return services != NULL && (naming.n > 0 || find_variant (tx, services, &naming, inquiry, error));
}

static gboolean
check_refs (SalonTx *tx, SalonInquiry *inquiry, GError **error)
{
  g_autoptr (SalonService) service = NULL;
  g_autoptr (SalonEmployee) employee = NULL;

  if (inquiry->service_id == 0 && inquiry->service_words != NULL
      && !find_service (tx, inquiry, error))
    return FALSE;
  if (inquiry->service_id != 0 && !salon_service_variant_check (tx, inquiry->service_id, inquiry->variant_id, error))
    return FALSE;
  if (inquiry->service_id != 0)
    service = salon_repo_get (tx, salon_service_get_type (), inquiry->service_id, error);
  if (inquiry->employee_id != 0)
    employee = salon_repo_get (tx, salon_employee_get_type (), inquiry->employee_id, error);
  return (inquiry->service_id == 0 || service != NULL) && (inquiry->employee_id == 0 || employee != NULL);
}

static SalonInquiry *
cleaned (SalonTx *tx, const SalonInquiry *came, GError **error)
{
  g_autoptr (SalonInquiry) inquiry = salon_inquiry_new ();

  inquiry->source = clean (came->source, MAX_SOURCE);
  inquiry->name = clean (came->name, MAX_NAME);
  inquiry->phone = clean (came->phone, MAX_PHONE);
  inquiry->email = clean (came->email, MAX_NAME);
  inquiry->text = came->text != NULL ? salon_text_clean_lines (came->text, MAX_TEXT) : NULL;
  inquiry->service_words = clean (came->service_words, MAX_NAME);
  inquiry->service_id = came->service_id;
  inquiry->variant_id = came->service_id != 0 ? came->variant_id : 0;
  inquiry->employee_id = came->employee_id;
  inquiry->start_min = came->start_min;
  inquiry->external_id = clean (came->external_id, MAX_ID);
  if (inquiry->source == NULL)
    inquiry->source = g_strdup ("other");
  if (inquiry->external_id == NULL)
    inquiry->external_id = id_of_words (inquiry);
  if (inquiry->name == NULL && inquiry->phone == NULL && inquiry->email == NULL) {
    salon_set_field_error (error, "name", _("A request needs a name, a phone or an e-mail."));
    return NULL;
  }
  if (inquiry->start_min != 0 && !salon_wall_time_check (tx, inquiry->start_min, error))
    return NULL;
  return check_refs (tx, inquiry, error) ? g_steal_pointer (&inquiry) : NULL;
}

/* The same request again: it may say more than before as long as nobody has answered it. */
static gboolean
take_again (SalonTx *tx, gint64 id, SalonInquiry *inquiry, GError **error)
{
  g_autoptr (SalonInquiry) old = salon_repo_get (tx, salon_inquiry_get_type (), id, error);

  if (old == NULL)
    return FALSE;
  if (old->state != SALON_INQUIRY_NEW)
    return TRUE;
  salon_entity_set_id (inquiry, id);
  inquiry->received_at = old->received_at;
  return salon_entity_equal ((SalonEntity *) old, (SalonEntity *) inquiry) || salon_repo_update (tx, inquiry, error);
}

static gboolean
take_one (SalonTx *tx, const SalonInquiry *came, gint64 *id, GError **error)
{
  g_autoptr (SalonInquiry) inquiry = cleaned (tx, came, error);

  if (inquiry == NULL || !salon_waiting_store_find_request (tx, inquiry->source, inquiry->external_id, id, error))
    return FALSE;
  inquiry->state = SALON_INQUIRY_NEW;
  inquiry->received_at = salon_clock_now_us (salon_tx_clock (tx));
  if (*id != 0)
    return take_again (tx, *id, inquiry, error);
  if (!salon_repo_insert (tx, inquiry, error))
    return FALSE;
  *id = salon_entity_get_id (inquiry);
  return TRUE;
}

/**
 * salon_inquiry_take:
 * @id: (out): the last of them
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * The same source with the same id is the same request: it comes but once, and changes as long as it is new.
 */
gboolean
salon_inquiry_take (SalonTx *tx, const SalonInquiryBatch *batch, gint64 *id, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  if (batch->inquiries->len == 0) {
    salon_set_field_error (error, "requests", _("There is no request in it."));
    return FALSE;
  }
  for (guint i = 0; i < batch->inquiries->len; i++)
    if (!take_one (tx, batch->inquiries->pdata[i], id, error))
      return FALSE;
  return TRUE;
}

/* ---- answering */

static SalonInquiry *
load_new (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonInquiry) inquiry = salon_repo_get (tx, salon_inquiry_get_type (), id, error);

  if (inquiry == NULL || inquiry->state == SALON_INQUIRY_NEW)
    return g_steal_pointer (&inquiry);
  salon_set_error (error, SALON_ERROR_CONFLICT, "%s",
                   inquiry->state == SALON_INQUIRY_ACCEPTED ? _("The request was accepted already.")
                                                            : _("The request was declined already."));
  return NULL;
}

static gint64
make_client (SalonTx *tx, const SalonInquiry *inquiry, GError **error)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autofree char *name = g_strdup (inquiry->name != NULL ? inquiry->name : "");
  char *space = strrchr (name, ' ');
  gint64 id = 0;

  if (space != NULL) { /* "Irina Kalniņa" */
    *space = '\0';
    client->surname = g_strdup (space + 1);
  }
  client->first_name = *name != '\0' ? g_strdup (name) : NULL;
  client->email = g_strdup (inquiry->email);
  draft = salon_client_draft_new (NULL, g_steal_pointer (&client));
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  if (inquiry->phone != NULL)
    g_ptr_array_add (draft->phones, salon_phone_draft_new (0, inquiry->phone, NULL));
  return salon_client_save (tx, draft, &id, error) ? id : 0;
}

/* An unknown phone makes the client; of several with the same phone somebody has to be chosen. */
static gint64
client_of (SalonTx *tx, const SalonInquiry *inquiry, GError **error)
{
  g_autoptr (GArray) known = salon_request_person_find (tx, inquiry, error);

  if (known == NULL)
    return 0;
  if (known->len == 0)
    return make_client (tx, inquiry, error);
  if (known->len == 1)
    return g_array_index (known, gint64, 0);
  salon_set_field_error (error, "client_id", _("Several clients have this phone. Choose who it is."));
  return 0;
}

/**
 * salon_inquiry_accept:
 * @visit_id: (out): the visit
 * @error: as for salon_booking_book(); %SALON_ERROR_CONFLICT if it was answered already
 *
 * Books the visit, for who has the phone or for a new client; one Undo takes all of it back.
 */
gboolean
salon_inquiry_accept (SalonTx *tx, const SalonInquiryAnswer *answer, gint64 *visit_id, GError **error)
{
  g_autoptr (SalonBookingRequest) booking = NULL;
  g_autoptr (SalonInquiry) old = NULL;
  g_autoptr (SalonInquiry) inquiry = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  old = load_new (tx, answer->inquiry_id, error);
  if (old == NULL)
    return FALSE;
  booking = answer->booking != NULL ? salon_booking_request_copy (answer->booking)
                                    : salon_booking_request_new (0, SALON_VISIT_SOURCE_ONLINE);
  booking->client_id = answer->client_id != 0 ? answer->client_id : client_of (tx, old, error);
  if (booking->client_id == 0)
    return FALSE;
  if (booking->note == NULL)
    booking->note = g_strdup (old->text);
  if (!salon_booking_book (tx, booking, visit_id, error))
    return FALSE;
  inquiry = salon_inquiry_copy (old);
  inquiry->state = SALON_INQUIRY_ACCEPTED;
  inquiry->client_id = booking->client_id;
  inquiry->visit_id = *visit_id;
  return salon_repo_update (tx, inquiry, error);
}

/**
 * salon_inquiry_decline:
 * @answer: with a reason, which stays with the request
 */
gboolean
salon_inquiry_decline (SalonTx *tx, const SalonInquiryAnswer *answer, gint64 *id, GError **error)
{
  g_autoptr (SalonInquiry) old = NULL;
  g_autoptr (SalonInquiry) inquiry = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  old = load_new (tx, answer->inquiry_id, error);
  if (old == NULL)
    return FALSE;
  inquiry = salon_inquiry_copy (old);
  inquiry->reason = clean (answer->reason, MAX_REASON);
  if (inquiry->reason == NULL) {
    salon_set_field_error (error, "reason", _("Say why the request is declined."));
    return FALSE;
  }
  inquiry->state = SALON_INQUIRY_DECLINED;
  *id = answer->inquiry_id;
  return salon_repo_update (tx, inquiry, error);
}

SALON_DEFINE_COMMAND (salon_command_inquiry_take, "request.take", SALON_N ("Request received"), salon_inquiry_take,
                      SalonInquiryBatch, salon_inquiry_batch_free)
SALON_DEFINE_COMMAND (salon_command_inquiry_accept, "request.accept", SALON_N ("Request accepted"), salon_inquiry_accept,
                      SalonInquiryAnswer, salon_inquiry_answer_free)
SALON_DEFINE_COMMAND (salon_command_inquiry_decline, "request.decline", SALON_N ("Request declined"), salon_inquiry_decline,
                      SalonInquiryAnswer, salon_inquiry_answer_free)
