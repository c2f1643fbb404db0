#pragma once
/* Gift certificates: selling one and paying with one within a sale; finding, blocking.
 *
 * Within a sale: salon_certificate_issue(), then the line with its id, then salon_certificate_sell().  Paying:
 * salon_certificate_pay(); a negative amount gives back what was paid.  Refund of a sold one:
 * salon_certificate_take_back(), which gives back what is left of it. */
#include "model/entities/certificate.h"
#include "model/entities/ledger-entry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonCertificateIssue:
 * @client_id: who buys it; 0 = somebody unknown
 * @valid_days: 0 = without end
 * @barcode: (nullable): that none has yet; %NULL makes one that nobody can guess
 */
typedef struct {
  gint64 client_id;
  SalonMoney value;
  int valid_days;
  const char *barcode;
} SalonCertificateIssue;

gboolean salon_certificate_issue (SalonTx *tx, const SalonCertificateIssue *issue, gint64 *certificate_id, GError **error);
gboolean salon_certificate_sell (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, gint64 sale_line_id, GError **error);
gboolean salon_certificate_check (SalonTx *tx, gint64 certificate_id, SalonMoney *rest, GError **error);
gboolean salon_certificate_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, SalonMoney amount, gint64 client_id,
                                GError **error);
gboolean salon_certificate_take_back (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, gint64 sale_line_id,
                                      SalonMoney *amount, GError **error);
gboolean salon_certificates_expire (SalonTx *tx, gint64 *n, GError **error);

/**
 * SalonCertificateOpening: one that was sold before the salon used this program
 * @client_id: who bought it; 0 = somebody unknown
 * @worth: what is left of it
 * @last_day: %SALON_DAY_NONE = without end
 * @number: (nullable): %NULL = the next
 * @reason: (nullable): what the ledger says of it
 */
typedef struct {
  gint64 client_id;
  SalonMoney worth;
  SalonDay last_day;
  char *number;
  char *reason;
} SalonCertificateOpening;

SalonCertificateOpening *salon_certificate_opening_new (gint64 client_id, SalonMoney worth);
void salon_certificate_opening_free (SalonCertificateOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCertificateOpening, salon_certificate_opening_free)
gboolean salon_certificate_open_check (SalonTx *tx, const SalonCertificateOpening *opening, GError **error);
gboolean salon_certificate_open (SalonTx *tx, const SalonCertificateOpening *opening, gint64 *id, GError **error);

extern const SalonCommand salon_command_certificate_open; /* SalonCertificateOpening; answers the id of the certificate */

typedef struct {
  SalonCertificate *certificate;
  SalonMoney rest;
  gboolean expired;
} SalonCertificateView;

/**
 * SalonCertificatesRequest:
 * @code: (nullable): only the one with this number or barcode
 * @client_id: only those that she bought; 0 = all
 * @with_old: also those of which nothing is left
 */
typedef struct {
  char *code;
  gint64 client_id;
  gboolean with_old;
} SalonCertificatesRequest;

SalonCertificatesRequest *salon_certificates_request_new (const char *code);
void salon_certificates_request_free (SalonCertificatesRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCertificatesRequest, salon_certificates_request_free)
void salon_certificate_view_free (SalonCertificateView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCertificateView, salon_certificate_view_free)
GPtrArray *salon_certificates_load (SalonTx *tx, const SalonCertificatesRequest *request, GError **error);

/**
 * SalonCertificateBlock:
 * @reason: (nullable): %NULL takes the block away
 */
typedef struct {
  gint64 certificate_id;
  char *reason;
} SalonCertificateBlock;

SalonCertificateBlock *salon_certificate_block_new (gint64 certificate_id, const char *reason);
void salon_certificate_block_free (SalonCertificateBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCertificateBlock, salon_certificate_block_free)
gboolean salon_certificate_block (SalonTx *tx, const SalonCertificateBlock *request, gint64 *id, GError **error);

extern const SalonQuery salon_query_certificates;        /* SalonCertificatesRequest → GPtrArray of SalonCertificateView */
extern const SalonCommand salon_command_certificate_block; /* SalonCertificateBlock */

G_END_DECLS
