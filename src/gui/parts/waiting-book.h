#pragma once
/* Booking somebody of the waiting list where she fits. */
#include "gui/parts/quick-book.h"
#include "model/services/waiting.h"

G_BEGIN_DECLS

void salon_waiting_book_run (SalonQuickBook *quick, SalonSession *session, SalonWaitingRow *row);

G_END_DECLS
