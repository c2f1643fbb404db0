#pragma once
/* Words about plastic cards. */
#include "model/rules/card-life.h"

G_BEGIN_DECLS

char *salon_card_number_text (const char *number);
const char *salon_card_purpose_label (gint64 purpose);
const char *salon_card_code_label (gint64 code);
const char *salon_card_state_label (gint64 state);
const char *salon_card_why_label (gint64 why);
const char *salon_card_event_label (gint64 kind);
const char *salon_card_print_purpose_label (gint64 purpose);
const char *salon_card_print_state_label (gint64 state);
const char *salon_blanks_label (gint64 kind);
char *salon_card_reason_text (gint64 why, const char *reason);
char *salon_card_verdict_text (SalonCardVerdict verdict, const char *number, SalonDay last_day);

G_END_DECLS
