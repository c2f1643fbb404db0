#pragma once
/* A list as it was found on the screen, on paper: what was asked for, the table, and how many lines it has. */
#include "report/pages.h"
#include "report/table.h"

G_BEGIN_DECLS

/**
 * SalonListing: everything translated
 * @title: what it is a list of
 * @salon: (nullable): name of the salon
 * @asked: (nullable): what was asked for, in words
 * @sum: (nullable): below the table
 */
typedef struct {
  const char *title;
  const char *salon;
  const char *asked;
  const char *sum;
  const SalonSheetTable *table;
} SalonListing;

SalonPages *salon_report_listing (const SalonListing *listing, gint64 printed_at);

G_END_DECLS
