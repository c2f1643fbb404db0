#pragma once
/* What a filter finds: how many, of which status, a few of them; and what it says, in the user's language. */
#include "model/entities/filter.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonFilterRequest:
 * @filter: (nullable): %NULL = everybody
 * @text: (nullable): what was typed to narrow the list
 * @n_names: so many names at most
 */
typedef struct {
  SalonFilter *filter;
  char *text;
  guint n_names;
} SalonFilterRequest;

/**
 * SalonFilterPreview:
 * @total: number of clients
 * @by_status: the same by #SalonStatus today
 * @names: (element-type utf8): the first by name
 */
typedef struct {
  gint64 total;
  gint64 by_status[SALON_N_STATUSES];
  GPtrArray *names;
} SalonFilterPreview;

SalonFilterRequest *salon_filter_request_new (SalonFilter *filter, const char *text, guint n_names);
void salon_filter_request_free (SalonFilterRequest *self);
void salon_filter_preview_free (SalonFilterPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFilterPreview, salon_filter_preview_free)

SalonFilterPreview *salon_filter_preview (SalonTx *tx, const SalonFilterRequest *request, GError **error);
char *salon_filter_tell (SalonTx *tx, const SalonFilterRequest *request, GError **error);
char *salon_filter_tell_phrase (SalonTx *tx, const SalonFilterRequest *request, GError **error);

extern const SalonQuery salon_query_filter_preview; /* SalonFilterRequest → SalonFilterPreview */
extern const SalonQuery salon_query_filter_tell;    /* SalonFilterRequest → char *: one sentence */
extern const SalonQuery salon_query_filter_phrase;  /* SalonFilterRequest → char *: a part of a sentence */

G_END_DECLS
