#pragma once
/* Requests about plastic cards, for the table of who may do what. */
#include "small-salon.h"

gpointer roles_card_issue (SmallSalon *s);
gpointer roles_card_replace (SmallSalon *s);
gpointer roles_card_of_irina (SmallSalon *s);
gpointer roles_card_blocked (SmallSalon *s);
gpointer roles_card_blank (SmallSalon *s);
gpointer roles_card_print (SmallSalon *s);
gpointer roles_card_printed (SmallSalon *s);
gpointer roles_card_order (SmallSalon *s);
gpointer roles_card_batch (SmallSalon *s);
gpointer roles_card_received (SmallSalon *s);
gpointer roles_card_counted (SmallSalon *s);
gpointer roles_card_picture (SmallSalon *s);
gpointer roles_card_pictured (SmallSalon *s);
gpointer roles_card_kind_save (SmallSalon *s);
gpointer roles_card_design_save (SmallSalon *s);
gpointer roles_card_find (SmallSalon *s);
gpointer roles_cards (SmallSalon *s);
gpointer roles_card_log (SmallSalon *s);
gpointer roles_card_prints (SmallSalon *s);
