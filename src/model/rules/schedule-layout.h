#pragma once
/* Where the blocks of a board stand side by side when several overlap in one column. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonLayoutItem:
 * @id: breaks ties, so that the same visits always stand in the same order
 * @column: employee, room or day
 * @start: first minute
 * @end: first minute after; at least one minute is assumed
 */
typedef struct {
  gint64 id;
  gint64 column;
  gint64 start;
  gint64 end;
} SalonLayoutItem;

/**
 * SalonLayoutPlace:
 * @lane: which lane of its column, from 0
 * @n_lanes: into how many lanes the column is split at that time
 * @span: how many lanes it may fill: its own and the free ones to the right
 *
 * A block begins at lane / n_lanes of the column's width and is span / n_lanes wide.
 */
typedef struct {
  guint lane;
  guint n_lanes;
  guint span;
} SalonLayoutPlace;

void salon_schedule_layout (const SalonLayoutItem *items, guint n_items, SalonLayoutPlace *places);

G_END_DECLS
