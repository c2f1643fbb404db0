#pragma once
/* Requests about series, the waiting list, requests from outside and late clients, for the test of roles. */
#include "small-salon.h"

gpointer roles_series_book (SmallSalon *s);
gpointer roles_series_plan (SmallSalon *s);
gpointer roles_series_visits (SmallSalon *s);
gpointer roles_series_cancel (SmallSalon *s);
gpointer roles_series_follow (SmallSalon *s);
gpointer roles_waiting_save (SmallSalon *s);
gpointer roles_waiting_withdraw (SmallSalon *s);
gpointer roles_waiting_book (SmallSalon *s);
gpointer roles_waiting_list (SmallSalon *s);
gpointer roles_waiting_matches (SmallSalon *s);
gpointer roles_request_take (SmallSalon *s);
gpointer roles_request_accept (SmallSalon *s);
gpointer roles_request_decline (SmallSalon *s);
gpointer roles_request_list (SmallSalon *s);
gpointer roles_late (SmallSalon *s);
