#pragma once
/* A hand that moves the real pointer over the board, from a thread of its own. */
#include <glib.h>

typedef struct _BenchHand BenchHand;

BenchHand *bench_hand_begin (gboolean edges);
gboolean bench_hand_is_done (BenchHand *self);
guint bench_hand_end (BenchHand *self);
