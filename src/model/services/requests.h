#pragma once
/* Requests for visits that come from outside: taken, listed, accepted, declined. */
#include "model/entities/inquiry.h"
#include "model/services/booking.h"
#include "model/services/slots-query.h"
#include "model/services/use-case.h"
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SalonInquiryBatch:
 * @inquiries: (element-type SalonInquiry): as they came; what is not theirs to say (state, visit) is not looked at
 */
typedef struct {
  GPtrArray *inquiries;
} SalonInquiryBatch;

SalonInquiryBatch *salon_inquiry_batch_new (GPtrArray *inquiries);
SalonInquiryBatch *salon_inquiry_batch_new_one (SalonInquiry *inquiry);
void salon_inquiry_batch_free (SalonInquiryBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonInquiryBatch, salon_inquiry_batch_free)

/**
 * SalonInquiryAnswer:
 * @client_id: who it is; 0 = who has the phone, or else a new client
 * @booking: (nullable): the visit, for accepting; its client is set
 * @reason: (nullable): why it is declined
 */
typedef struct {
  gint64 inquiry_id;
  gint64 client_id;
  SalonBookingRequest *booking;
  char *reason;
} SalonInquiryAnswer;

SalonInquiryAnswer *salon_inquiry_answer_new (gint64 inquiry_id);
void salon_inquiry_answer_free (SalonInquiryAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonInquiryAnswer, salon_inquiry_answer_free)

gboolean salon_inquiry_take (SalonTx *tx, const SalonInquiryBatch *batch, gint64 *id, GError **error);
gboolean salon_inquiry_accept (SalonTx *tx, const SalonInquiryAnswer *answer, gint64 *visit_id, GError **error);
gboolean salon_inquiry_decline (SalonTx *tx, const SalonInquiryAnswer *answer, gint64 *id, GError **error);

extern const SalonCommand salon_command_inquiry_take;    /* SalonInquiryBatch; answers the last request */
extern const SalonCommand salon_command_inquiry_accept;  /* SalonInquiryAnswer; answers the visit */
extern const SalonCommand salon_command_inquiry_decline; /* SalonInquiryAnswer */

/* One request, as a list shows it; immutable after it was answered. */
#define SALON_TYPE_INQUIRY_ROW (salon_inquiry_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonInquiryRow, salon_inquiry_row, SALON, INQUIRY_ROW, GObject)

struct _SalonInquiryRow {
  GObject parent;
  SalonInquiry *inquiry;
  char *phone;      /* formatted; NULL = none */
  gint64 client_id; /* who has the phone or the e-mail; 0 = nobody */
  char *client;     /* her name */
  guint n_clients;  /* how many have it */
  char *service;    /* name, or the words that were asked with; NULL = not said */
  char *employee;   /* name; NULL = any */
  gboolean is_free; /* the first of the slots is at the wished time */
  GPtrArray *slots; /* SalonFreeSlot: at the wished time, or the three nearest; none without a service */
};

/**
 * SalonInquiryListRequest:
 * @all: those that were answered, too
 * @inquiry_id: only this one; 0 = all
 */
typedef struct {
  gboolean all;
  gint64 inquiry_id;
} SalonInquiryListRequest;

GPtrArray *salon_inquiry_list (SalonTx *tx, const SalonInquiryListRequest *request, GError **error);

extern const SalonQuery salon_query_inquiry_list; /* SalonInquiryListRequest → GPtrArray of SalonInquiryRow, new ones first */

G_END_DECLS
