#pragma once
/* Requests about season tickets, certificates and accounts, for the table of who may do what. */
#include "small-salon.h"

gpointer roles_account_transfer (SmallSalon *s);
gpointer roles_account_correct (SmallSalon *s);
gpointer roles_account_terms (SmallSalon *s);
gpointer roles_account_period (SmallSalon *s);
gpointer roles_liability_period (SmallSalon *s);
gpointer roles_ticket_kind (SmallSalon *s);
gpointer roles_ticket_kinds (SmallSalon *s);
gpointer roles_ticket_freeze (SmallSalon *s);
gpointer roles_ticket_unfreeze (SmallSalon *s);
gpointer roles_ticket_extend (SmallSalon *s);
gpointer roles_client_terms (SmallSalon *s);
gpointer roles_ticket_kind_archive (SmallSalon *s);
gpointer roles_purse (SmallSalon *s);
gpointer roles_tickets (SmallSalon *s);
gpointer roles_certificate_block (SmallSalon *s);
gpointer roles_certificate_unblock (SmallSalon *s);
gpointer roles_certificates (SmallSalon *s);
gpointer roles_ticket_open (SmallSalon *s);
gpointer roles_certificate_open (SmallSalon *s);
gpointer roles_bonus_correct (SmallSalon *s);
gpointer roles_bonus (SmallSalon *s);
