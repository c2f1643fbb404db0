#pragma once
/* What a salon's money comes to, in plain numbers: a second opinion beside the program.
 *
 * It follows the rules as a salon would say them and shares no code with what it checks; only accounts, kinds and methods
 * have the same names.  Whoever uses it draws a sale, asks whether it can be, books it, and then compares what moved. */
#include <glib.h>

#include "model/entities/enums.h"

#define MONEY_PEOPLE   8
#define MONEY_GOODS    5
#define MONEY_SERVICES 3
#define MONEY_THINGS   (MONEY_GOODS + MONEY_SERVICES) /* goods, then services */
#define MONEY_KINDS    5                              /* of season tickets */
#define MONEY_RULES    8
#define MONEY_LINES    8
#define MONEY_PAYS     6
#define MONEY_STEP     5 /* the smallest coin */
#define MONEY_ONE      1000
#define MONEY_NO_DAY   (-1000000)
#define MONEY_NOBODY   (-1)
#define MONEY_NONE     (-1)
#define MONEY_REST     (-1)

typedef struct {
  gint64 id;
  gint64 price;
  gint64 bp; /* of tax */
  gint64 minutes;
  gboolean fixed; /* never cheaper */
} MoneyThing;

typedef struct {
  gint64 id;
  gint64 discount_bp;
  gint64 limit;
  int payer; /* MONEY_NOBODY: herself */
  gboolean regular; /* in the category of regular clients */
  int birth_month, birth_mday;
  gint64 balance; /* that the salon owes her */
  gint64 bonus;
  gint64 sold, paid;
  gint64 uses[MONEY_RULES];
} MoneyPerson;

typedef struct {
  gint64 id;
  int source;
  gboolean for_regulars;
  int tier_by;
  gint64 tier_from;
  int birthday_days;
  int weekdays, from_min, to_min;
  const char *code;
  int kind;
  gint64 value;
  gint64 per_client, in_all;
  gboolean exclusive;
  int priority;
  int target; /* SalonPriceTargetKind, 0 = everything; of one item the first */
  gint64 uses;
} MoneyRule;

typedef struct {
  gint64 id;
  int unit;
  gboolean per_service;
  gint64 pool;
  gint64 units[MONEY_SERVICES];
  gboolean good[MONEY_SERVICES]; /* none: for all */
  gint64 price;
  int valid_days;
  int starts, start_days;
  gboolean bearer;
} MoneyKind;

typedef struct {
  gint64 id;
  int kind;
  int person; /* MONEY_NOBODY: whoever brings it */
  gint64 paid, units;
  gint64 used, expired;
  gint64 used_of[MONEY_SERVICES];
  gint64 rest; /* of the price */
  gint64 sold_day, first_use;
  gboolean given_back;
} MoneyTicket;

typedef struct {
  gint64 id;
  gint64 value, rest;
  gint64 expires_day; /* MONEY_NO_DAY: without end */
  gboolean blocked;
} MoneyCertificate;

typedef struct {
  int person;
  int sale;
  gint64 amount; /* less what was taken back */
  gint64 expires_day;
} MoneyLot;

/**
 * MoneyLine:
 * @thing: index of the good, service, kind of ticket, person or employee
 * @quantity: thousandths
 * @typed: the amount of a top-up, tip or certificate
 * @ticket: index of the one that pays; MONEY_NONE
 * @units: that it takes
 * @made: index of the ticket or certificate that was sold by it
 */
typedef struct {
  int kind;
  int thing;
  gint64 quantity, back;
  gint64 typed;
  gint64 by_hand_bp;
  int ticket;
  gint64 units;
  gint64 list, discount, amount, vat, bp;
  int source;
  int rule;
  gint64 id;
  int made;
} MoneyLine;

/* @subject: index of the person or certificate */
typedef struct {
  int method;
  int subject;
  gint64 amount, back;
} MoneyPay;

/**
 * MoneySale:
 * @due, @due_back: to be paid in cash, before rounding
 * @earning: that was paid with money, as bonus counts it
 */
typedef struct {
  gint64 id;
  gint64 operation;
  int person;
  const char *code;
  gint64 whole;
  MoneyLine lines[MONEY_LINES];
  int n_lines;
  MoneyPay pays[MONEY_PAYS];
  int n_pays;
  gint64 total, of_tickets;
  gint64 cash, cash_back, due, due_back;
  gint64 earning, earning_back, earned;
  gboolean returned, is_void;
} MoneySale;

/* That a line of a sale used a season ticket. */
typedef struct {
  int ticket;
  int sale, line;
  gint64 day;
} MoneyUse;

/* What one account and subject moved by. */
typedef struct {
  int account;
  gint64 subject;
  gint64 amount;
} MoneyMove;

typedef struct {
  MoneyThing things[MONEY_THINGS];
  MoneyPerson people[MONEY_PEOPLE];
  MoneyKind kinds[MONEY_KINDS];
  MoneyRule rules[MONEY_RULES];
  GArray *tickets, *certificates, *lots, *sales, *uses;
  GArray *moves; /* by what was done last */
  GHashTable *sums; /* account and subject → MoneyMove */
  gint64 day;
  int minute;
  gboolean open;
  gint64 drawer, employee;
  int limit_bp; /* by hand */
  int earn_bp, share_bp, bonus_days;
} MoneyWorld;

/* What a refund comes to. */
typedef struct {
  int sale, line;
  gint64 quantity;
  MoneyLine part;
  gint64 backs[MONEY_PAYS]; /* by payment */
  gint64 due, cash;
  gint64 earning;
} MoneyBack;

#define MONEY_TICKET(w, i)      (&g_array_index ((w)->tickets, MoneyTicket, i))
#define MONEY_CERTIFICATE(w, i) (&g_array_index ((w)->certificates, MoneyCertificate, i))
#define MONEY_LOT(w, i)         (&g_array_index ((w)->lots, MoneyLot, i))
#define MONEY_SALE(w, i)        (&g_array_index ((w)->sales, MoneySale, i))

void money_world_init (MoneyWorld *w);
void money_world_clear (MoneyWorld *w);

gint64 money_rounded (gint64 value, gint64 by, gint64 divisor);
gint64 money_coins (gint64 value);
void money_begin (MoneyWorld *w);
void money_move (MoneyWorld *w, int account, gint64 subject, gint64 amount);
gint64 money_moved (const MoneyWorld *w, int account, gint64 subject);

void money_price (MoneyWorld *w, MoneySale *sale);
const char *money_refuses_price (MoneyWorld *w, const MoneySale *sale);
const char *money_refuses_sale (MoneyWorld *w, MoneySale *sale);
void money_sell (MoneyWorld *w, MoneySale *sale);

const char *money_refuses_refund (MoneyWorld *w, MoneyBack *back);
void money_refund (MoneyWorld *w, MoneyBack *back);
const char *money_refuses_void (MoneyWorld *w, const MoneySale *sale);
void money_take_back (MoneyWorld *w, MoneySale *sale);

gint64 money_ticket_rest (const MoneyTicket *ticket);
gboolean money_ticket_is_over (const MoneyWorld *w, const MoneyTicket *ticket);
gint64 money_ticket_last_day (const MoneyWorld *w, const MoneyTicket *ticket, gint64 first_use);
const char *money_ticket_refuses (const MoneyWorld *w, const MoneyTicket *ticket, int service, gint64 units);
gint64 money_ticket_units (const MoneyWorld *w, const MoneyTicket *ticket, const MoneyLine *line);
gint64 money_ticket_take (const MoneyWorld *w, MoneyTicket *ticket, int service, gint64 units);
gboolean money_ticket_goes_before (const MoneyWorld *w, const MoneyTicket *a, const MoneyTicket *b);
int money_ticket_best (const MoneyWorld *w, int person, const MoneyLine *line);
void money_expire_tickets (MoneyWorld *w);

gint64 money_bonus_available (const MoneyWorld *w, int person);
void money_expire_bonus (MoneyWorld *w);
void money_expire_certificates (MoneyWorld *w);
