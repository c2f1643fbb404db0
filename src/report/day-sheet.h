#pragma once
/* The sheets of a day, one employee after the other, each on pages of its own. */
#include "model/entities/day-sheet.h"
#include "report/pages.h"

G_BEGIN_DECLS

SalonPages *salon_report_day_sheets (const GPtrArray *sheets, gint64 printed_at);

G_END_DECLS
