#pragma once
/* Segments as reports about clients group by them. */
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonPeopleSegment:
 * @members: (element-type gint64): ids of those who are in it today
 */
typedef struct {
  gint64 id;
  char *name;
  GHashTable *members;
} SalonPeopleSegment;

GPtrArray *salon_people_segments_load (SalonTx *tx, GError **error);
const SalonPeopleSegment *salon_people_segment_find (const GPtrArray *segments, gint64 id);

G_END_DECLS
