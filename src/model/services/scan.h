#pragma once
/* What a scanned code is: a card, a season ticket, a certificate, goods. */
#include "model/rules/scan.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonScanFound:
 * @code: as it was scanned
 * @facts: what salon_scan_decide() decides by; selling is not known here
 * @client_id: whose it is; 0 = nobody's, or not known
 * @client: (nullable): her name
 * @visit_id: her visit that it is about; 0 = none
 * @visit_min: its beginning, absolute wall minute
 * @subject_id: the card, season ticket, certificate or goods; 0 = unknown
 * @number: (nullable): by which a season ticket or certificate pays
 * @text: what it is, in words
 * @refusal: (nullable): why it is not accepted, a whole sentence; %NULL = it is
 */
typedef struct {
  char *code;
  SalonScanFacts facts;
  gint64 client_id;
  char *client;
  gint64 visit_id;
  gint64 visit_min;
  gint64 subject_id;
  char *number;
  char *text;
  char *refusal;
} SalonScanFound;

typedef struct {
  char *code;
} SalonScanRequest;

SalonScanRequest *salon_scan_request_new (const char *code);
void salon_scan_request_free (SalonScanRequest *self);
void salon_scan_found_free (SalonScanFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonScanFound, salon_scan_found_free)
SalonScanFound *salon_scan_find (SalonTx *tx, const SalonScanRequest *request, GError **error);

extern const SalonQuery salon_query_scan; /* SalonScanRequest → SalonScanFound */

G_END_DECLS
