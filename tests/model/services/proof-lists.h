#pragma once
/* Reports that are lists: balances, shifts of the drawer, events of cards, promotions, people. */
#include "proof-facts.h"

void proof_balances_check (ProofSalon *self, const char *report, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_cash_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_events_check (ProofSalon *self, const char *sql, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_promotions_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_monitor_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_birthdays_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table);
void proof_waterfall_check (const SalonReportTable *table);
