#pragma once
/* Days of a salon with twelve masters, as many visits as wanted. */
#include "model/rules/board.h"

#define BENCH_DAY     20255
#define BENCH_MASTERS 12
#define BENCH_VISITS  160

SalonBoard *bench_board_day (SalonDay day, int n_visits);
SalonBoard *bench_board_week (SalonDay monday);
