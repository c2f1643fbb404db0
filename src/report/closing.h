#pragma once
/* The report of a shift of a cash drawer: intermediate while it goes on, numbered when it is closed. */
#include "model/entities/closing.h"
#include "report/slip.h"

G_BEGIN_DECLS

char *salon_report_closing_title (const SalonClosing *closing);
SalonPages *salon_report_closing (const SalonClosing *closing, SalonPaper paper, gint64 printed_at);

G_END_DECLS
