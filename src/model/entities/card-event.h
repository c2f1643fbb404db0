#pragma once
/* What happened to plastic cards and blanks, as the log tells it. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonCardEvent: a row of the log
 * @kind: SalonCardEventKind
 * @at: UTC microseconds
 * @user: (nullable): who; %NULL = the program by itself
 * @number: of the card
 * @card_kind: what kind it is called
 * @client_id: whose it was then; 0 = nobody's
 * @client: (nullable): her name today
 * @why: SalonCardWhy
 * @reason: (nullable)
 * @undone: it was undone since
 */
typedef struct {
  gint64 id;
  gint64 card_id;
  gint64 kind;
  gint64 at;
  gint64 user_id;
  char *user;
  char *number;
  gint64 card_kind_id;
  char *card_kind;
  gint64 client_id;
  char *client;
  gint64 why;
  char *reason;
  gboolean undone;
} SalonCardEvent;

/**
 * SalonCardStock: cards of one kind that are given to nobody
 * @n_plastic: without numbers, as far as it was noted
 * @kept: whether that is noted at all
 * @n_numbered: cards with a number that can be given out at once
 * @n_waiting: at a printer
 * @too_few: fewer than the kind asks for
 */
typedef struct {
  gint64 card_kind_id;
  gint64 n_plastic;
  gboolean kept;
  gint64 n_numbered;
  gint64 n_waiting;
  gboolean too_few;
} SalonCardStock;

G_END_DECLS
