#pragma once
/* The history of communication: contacts with a client, her marks and complaints, her consents; and who is calling. */
#include "model/entities/client-consent.h"
#include "model/entities/contact.h"
#include "model/entities/quality-mark.h"
#include "model/entities/told.h"
#include "model/services/catalogue.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* Drafts are pairs of entities: orig (NULL = new) and curr, as in catalogue.h. */
gboolean salon_contact_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error);
gboolean salon_contact_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_quality_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error);
gboolean salon_quality_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_consent_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error);
gboolean salon_consent_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

/**
 * SalonResolveRequest:
 * @id: of the mark that is a complaint
 * @resolution: (nullable): how it was resolved
 * @open: opens it again instead
 */
typedef struct {
  gint64 id;
  char *resolution;
  gboolean open;
} SalonResolveRequest;

SalonResolveRequest *salon_resolve_request_new (gint64 id, const char *resolution, gboolean open);
void salon_resolve_request_free (SalonResolveRequest *self);
gboolean salon_quality_resolve (SalonTx *tx, const SalonResolveRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_contact_save;    /* SalonEntityDraft of SalonContact */
extern const SalonCommand salon_command_contact_remove;  /* SalonIdRequest */
extern const SalonCommand salon_command_quality_save;    /* SalonEntityDraft of SalonQualityMark */
extern const SalonCommand salon_command_quality_remove;  /* SalonIdRequest */
extern const SalonCommand salon_command_quality_resolve; /* SalonResolveRequest */
extern const SalonCommand salon_command_consent_save;    /* SalonEntityDraft of SalonClientConsent */
extern const SalonCommand salon_command_consent_remove;  /* SalonIdRequest */

/* What the panel of a client shows; read within a transaction of the caller's. */
GPtrArray *salon_contacts_told (SalonTx *tx, gint64 client_id, guint limit, GError **error);
GPtrArray *salon_marks_told (SalonTx *tx, gint64 client_id, guint limit, GError **error);

GPtrArray *salon_client_contacts (SalonTx *tx, const SalonIdRequest *request, GError **error);
GPtrArray *salon_client_marks (SalonTx *tx, const SalonIdRequest *request, GError **error);
GPtrArray *salon_visit_marks (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_client_contacts; /* SalonIdRequest → GPtrArray of SalonToldContact, newest first */
extern const SalonQuery salon_query_client_marks;    /* SalonIdRequest → GPtrArray of SalonToldMark, newest first */
extern const SalonQuery salon_query_visit_marks;     /* the same for one visit */

/**
 * SalonCallersRequest: a telephone rings
 */
typedef struct {
  char *number; /* as the telephone says it: "+371…", "tel:+371…" or as dialled in the salon's country */
} SalonCallersRequest;

/**
 * SalonCallers: an answer; free with salon_callers_free()
 */
typedef struct {
  char *e164;   /* "+37129123456" */
  char *number; /* as it is written */
  GArray *ids;  /* gint64: clients with that number, the last visitor first */
} SalonCallers;

SalonCallersRequest *salon_callers_request_new (const char *number);
void salon_callers_request_free (SalonCallersRequest *self);
void salon_callers_free (SalonCallers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCallers, salon_callers_free)
SalonCallers *salon_callers_load (SalonTx *tx, const SalonCallersRequest *request, GError **error);

extern const SalonQuery salon_query_callers; /* SalonCallersRequest → SalonCallers */

G_END_DECLS
