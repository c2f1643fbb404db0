#pragma once
/* Cells that are joined over several columns: in headings, each column has the text. */
#include "base/cell.h"

G_BEGIN_DECLS

#define SALON_HEADING_ROWS 10 /* only up to here joined cells are taken for headings */

/**
 * SalonJoined:
 * @row: from 1
 * @first: column, from 0
 * @last: the last column of it
 */
typedef struct {
  guint row;
  guint first;
  guint last;
} SalonJoined;

void salon_joined_add (GArray *all, const SalonJoined *joined);
void salon_joined_spread (const GArray *all, guint row, GArray *cells);

G_END_DECLS
