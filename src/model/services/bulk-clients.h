#pragma once
/* The same change to many clients: one job, one Undo. */
#include "model/entities/entity.h"
#include "model/services/job.h"

G_BEGIN_DECLS

typedef enum {
  SALON_BULK_TAG,
  SALON_BULK_UNTAG,
  SALON_BULK_CATEGORY,
  SALON_BULK_UNCATEGORY,
  SALON_BULK_ARCHIVE,
  SALON_BULK_UNARCHIVE,
} SalonBulkAction;

#define SALON_N_BULK_ACTIONS (SALON_BULK_UNARCHIVE + 1)

/**
 * SalonBulkRequest:
 * @client_ids: (element-type gint64): whom it is about
 * @thing_id: the tag or the category; 0 with @made
 * @made: (nullable): a tag or category that is made for it, and goes again with the undo
 */
typedef struct {
  GArray *client_ids;
  gint64 thing_id;
  SalonEntity *made;
} SalonBulkRequest;

SalonBulkRequest *salon_bulk_request_new (GArray *client_ids, gint64 thing_id, SalonEntity *made);
void salon_bulk_request_free (SalonBulkRequest *self);
SalonJobRun *salon_bulk_run_new (SalonBulkAction action, SalonBulkRequest *request);
const SalonJobKind *salon_bulk_kind (SalonBulkAction action);

extern const SalonJobKind salon_job_clients_tag;
extern const SalonJobKind salon_job_clients_untag;
extern const SalonJobKind salon_job_clients_category;
extern const SalonJobKind salon_job_clients_uncategory;
extern const SalonJobKind salon_job_clients_archive;
extern const SalonJobKind salon_job_clients_unarchive;
extern const SalonJobKind salon_job_clients_merge; /* SalonBulkRequest: @thing_id is the card that stays */

SalonJobRun *salon_merge_run_new (gint64 survivor_id, GArray *client_ids);

G_END_DECLS
