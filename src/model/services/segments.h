#pragma once
/* Segments: filters saved by name.  Membership is dynamic: whoever fits today is in. */
#include "base/day.h"
#include "model/entities/filter.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSegmentDraft:
 * @id: 0 makes a new one
 * @name: (nullable): %NULL leaves it
 * @filter: (nullable): %NULL leaves it; a new one needs it
 */
typedef struct {
  gint64 id;
  char *name;
  SalonFilter *filter;
} SalonSegmentDraft;

SalonSegmentDraft *salon_segment_draft_new (gint64 id, const char *name, SalonFilter *filter);
void salon_segment_draft_free (SalonSegmentDraft *self);

gboolean salon_segment_save (SalonTx *tx, const SalonSegmentDraft *draft, gint64 *id, GError **error);
gboolean salon_segment_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_segment_unarchive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_segment_save;      /* SalonSegmentDraft */
extern const SalonCommand salon_command_segment_archive;   /* SalonIdRequest */
extern const SalonCommand salon_command_segment_unarchive; /* SalonIdRequest */

/* They are put in another order by salon_command_catalogue_reorder. */

/**
 * SalonSegmentListRequest:
 * @with_archived: those, too
 * @with_counts: how many are in, and who came and went: one pass over the clients for each
 */
typedef struct {
  gboolean with_archived;
  gboolean with_counts;
} SalonSegmentListRequest;

/**
 * SalonSegmentInfo:
 * @filter_text: in the grammar
 * @count: members now; -1 = not asked for
 * @entered: how many are in now and were not a week ago, as counted at the last change of day
 * @left: how many were in a week ago and are not now
 */
typedef struct {
  gint64 id;
  char *name;
  char *filter_text;
  SalonFilter *filter;
  gboolean predefined;
  gboolean archived;
  gint64 count;
  gint64 entered;
  gint64 left;
} SalonSegmentInfo;

void salon_segment_info_free (SalonSegmentInfo *self);
SalonSegmentListRequest *salon_segment_list_request_new (gboolean with_archived, gboolean with_counts);
GPtrArray *salon_segments_load (SalonTx *tx, const SalonSegmentListRequest *request, GError **error);

/**
 * SalonSegmentMoves:
 * @since: the day that is compared with
 * @entered: (element-type gint64): ids of clients
 * @left: (element-type gint64): ids of clients
 */
typedef struct {
  SalonDay since;
  GArray *entered;
  GArray *left;
} SalonSegmentMoves;

void salon_segment_moves_free (SalonSegmentMoves *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSegmentMoves, salon_segment_moves_free)
SalonSegmentMoves *salon_segment_moves_load (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_segments;      /* SalonSegmentListRequest → GPtrArray of SalonSegmentInfo, in their order */
extern const SalonQuery salon_query_segment_moves; /* SalonIdRequest → SalonSegmentMoves */

G_END_DECLS
