#pragma once
/* Changing what a visit consists of: services and add-ons more or less, other employees, rooms, lengths, prices. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

#define SALON_EDIT_NEW   0  /* a line that is not there yet */
#define SALON_EDIT_MATCH -1 /* the first line with that service that nothing else names */

#define SALON_EDIT_SAME_PRICE -1

#define SALON_EDIT_NO_VARIANT -1 /* the service as such */

#define SALON_EDIT_ANY_ROOM -1 /* the first free one of the kind that the service wants */

/**
 * SalonEditLine: one line as it is to be
 * @line_id: which it is, or %SALON_EDIT_NEW, or %SALON_EDIT_MATCH
 * @room_id: 0 = none, or %SALON_EDIT_ANY_ROOM
 * @start_min: absolute wall minute
 * @work1_min: 0 = as it is; of a new line, all three as the service has them now
 * @price: minor units; or %SALON_EDIT_SAME_PRICE: as it is, or as the price list has it now
 * @variant_id: of the service; 0 = as it is, or %SALON_EDIT_NO_VARIANT
 * @any_master: the client does not mind who
 * @master_matters: the client wants nobody else
 * @addon_of: an add-on of the line with this number, counted from one; 0 = a service of its own
 */
typedef struct {
  gint64 line_id;
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 start_min;
  gint64 work1_min;
  gint64 gap_min;
  gint64 work2_min;
  gint64 price;
  gint64 variant_id;
  gboolean any_master;
  gboolean master_matters;
  guint addon_of;
} SalonEditLine;

/**
 * SalonVisitEdit:
 * @lines: (element-type SalonEditLine): all lines in their order; what is not named goes
 * @override_reason: (nullable): why a clash is accepted; needs the right
 * @accept_warnings: warnings were accepted
 */
typedef struct {
  gint64 visit_id;
  GArray *lines;
  char *override_reason;
  gboolean accept_warnings;
} SalonVisitEdit;

SalonVisitEdit *salon_visit_edit_new (gint64 visit_id);
SalonVisitEdit *salon_visit_edit_of_lines (gint64 visit_id, const GPtrArray *lines);
SalonVisitEdit *salon_visit_edit_copy (const SalonVisitEdit *self);
void salon_visit_edit_free (SalonVisitEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonVisitEdit, salon_visit_edit_free)

gboolean salon_booking_edit (SalonTx *tx, const SalonVisitEdit *request, gint64 *visit_id, GError **error);

SalonVisitEdit *salon_visit_edit_check (SalonTx *tx, const SalonVisitEdit *request, GError **error);

extern const SalonCommand salon_command_visit_edit;     /* SalonVisitEdit */
extern const SalonQuery salon_query_visit_edit_check; /* SalonVisitEdit → the same, or what speaks against it */

GPtrArray *salon_visit_lines_load (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_visit_lines; /* SalonIdRequest (visit) → GPtrArray of SalonVisitLine by position */

G_END_DECLS
