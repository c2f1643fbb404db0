#pragma once
/* What is said of season tickets. */
#include "base/money.h"
#include "model/entities/enums.h"
#include "model/entities/ticket-event.h"

G_BEGIN_DECLS

char *salon_ticket_units_text (SalonTicketUnit unit, gint64 units, const SalonCurrency *currency);
char *salon_ticket_left_text (SalonTicketUnit unit, gint64 rest, gint64 of, const SalonCurrency *currency);
const char *salon_ticket_state_label (SalonTicketState state);
const char *salon_ticket_unit_label (gint64 unit);
const char *salon_ticket_split_label (gint64 split);
const char *salon_ticket_start_label (gint64 start);
char *salon_ticket_event_text (const SalonTicketEvent *event, SalonTicketUnit unit, const SalonCurrency *currency);

G_END_DECLS
