#pragma once
/* Enumerations whose numbers stand in the database.  Frozen: append only, never renumber. */

typedef enum {
  SALON_STATUS_POTENTIAL = 0, /* no visit yet */
  SALON_STATUS_NEW = 1,
  SALON_STATUS_PERMANENT = 2,
  SALON_STATUS_LOST = 3,
} SalonStatus;

#define SALON_N_STATUSES 4

typedef enum {
  SALON_VISIT_BOOKED = 1,
  SALON_VISIT_CONFIRMED = 2,
  SALON_VISIT_ARRIVED = 3,
  SALON_VISIT_IN_SERVICE = 4,
  SALON_VISIT_DONE = 5,
  SALON_VISIT_CANCELLED = 6,
  SALON_VISIT_NO_SHOW = 7,
} SalonVisitState;

#define SALON_VISIT_STATE_FIRST SALON_VISIT_BOOKED
#define SALON_VISIT_STATE_LAST  SALON_VISIT_NO_SHOW

typedef enum {
  SALON_ROLE_OWNER = 1,
  SALON_ROLE_ADMINISTRATOR = 2,
  SALON_ROLE_MASTER = 3,
} SalonRole;

#define SALON_ROLE_FIRST SALON_ROLE_OWNER
#define SALON_ROLE_LAST  SALON_ROLE_MASTER

typedef enum {
  SALON_VISIT_SOURCE_PHONE = 1,
  SALON_VISIT_SOURCE_WALK_IN = 2,
  SALON_VISIT_SOURCE_ONLINE = 3,
  SALON_VISIT_SOURCE_MESSENGER = 4,
} SalonVisitSource;

typedef enum {
  SALON_GENDER_UNKNOWN = 0,
  SALON_GENDER_FEMALE = 1,
  SALON_GENDER_MALE = 2,
  SALON_GENDER_OTHER = 3,
} SalonGender;

typedef enum {
  SALON_ABSENCE_HOLIDAY = 1,
  SALON_ABSENCE_SICK = 2,
  SALON_ABSENCE_TRAINING = 3,
  SALON_ABSENCE_OTHER = 4,
} SalonAbsenceKind;

typedef enum {
  SALON_CUSTOM_TEXT = 1,
  SALON_CUSTOM_NUMBER = 2,
  SALON_CUSTOM_DATE = 3,
  SALON_CUSTOM_YES_NO = 4,
  SALON_CUSTOM_CHOICE = 5,
} SalonCustomKind;

/* Bits: a client may allow several. */
typedef enum {
  SALON_CHANNEL_PHONE = 1 << 0,
  SALON_CHANNEL_SMS = 1 << 1,
  SALON_CHANNEL_EMAIL = 1 << 2,
  SALON_CHANNEL_WHATSAPP = 1 << 3,
  SALON_CHANNEL_TELEGRAM = 1 << 4,
} SalonChannel;

typedef enum {
  SALON_JOB_RUNNING = 1, /* also one that was broken off by the end of the program */
  SALON_JOB_DONE = 2,
  SALON_JOB_STOPPED = 3, /* by somebody, before its end; what it had done stands */
} SalonJobState;

typedef enum {
  SALON_CONTACT_CALL_IN = 1,
  SALON_CONTACT_CALL_OUT = 2,
  SALON_CONTACT_MESSAGE_IN = 3,
  SALON_CONTACT_MESSAGE_OUT = 4,
  SALON_CONTACT_IN_PERSON = 5,
  SALON_CONTACT_NOTE = 6,
} SalonContactKind;

#define SALON_CONTACT_KIND_FIRST SALON_CONTACT_CALL_IN
#define SALON_CONTACT_KIND_LAST  SALON_CONTACT_NOTE

typedef enum {
  SALON_OUTCOME_NONE = 0, /* not said */
  SALON_OUTCOME_REACHED = 1,
  SALON_OUTCOME_BOOKED = 2,
  SALON_OUTCOME_CALL_BACK = 3,
  SALON_OUTCOME_NO_ANSWER = 4,
  SALON_OUTCOME_BUSY = 5,
  SALON_OUTCOME_REFUSED = 6,
  SALON_OUTCOME_WRONG_NUMBER = 7,
  SALON_OUTCOME_CANCELLED = 8, /* called to cancel a visit */
} SalonContactOutcome;

#define SALON_OUTCOME_LAST SALON_OUTCOME_CANCELLED

typedef enum {
  SALON_SERIES_WEEKS = 1,
  SALON_SERIES_MONTHS = 2,
} SalonSeriesUnit;

typedef enum {
  SALON_WAITING_OPEN = 1,
  SALON_WAITING_BOOKED = 2,
  SALON_WAITING_WITHDRAWN = 3,
} SalonWaitingState;

typedef enum {
  SALON_INQUIRY_NEW = 1,
  SALON_INQUIRY_ACCEPTED = 2,
  SALON_INQUIRY_DECLINED = 3,
} SalonInquiryState;

typedef enum {
  SALON_CONSENT_PERSONAL_DATA = 1,
  SALON_CONSENT_MARKETING = 2,
  SALON_CONSENT_PHOTOS = 3,
  SALON_CONSENT_RECORDING = 4, /* of calls */
} SalonConsentKind;

#define SALON_CONSENT_FIRST SALON_CONSENT_PERSONAL_DATA
#define SALON_CONSENT_LAST  SALON_CONSENT_RECORDING

/* ---- money */

typedef enum {
  SALON_SALE_SALE = 1,
  SALON_SALE_REFUND = 2, /* of some lines, or of a part of them */
  SALON_SALE_VOID = 3,   /* the whole receipt, as if it had not been */
} SalonSaleKind;

typedef enum {
  SALON_SALE_LINE_SERVICE = 1,
  SALON_SALE_LINE_ITEM = 2,
  SALON_SALE_LINE_TICKET = 3,      /* a season ticket is sold */
  SALON_SALE_LINE_CERTIFICATE = 4, /* a gift certificate is sold */
  SALON_SALE_LINE_TOP_UP = 5,      /* of a client's account */
  SALON_SALE_LINE_TIP = 6,
} SalonSaleLineKind;

#define SALON_SALE_LINE_KIND_FIRST SALON_SALE_LINE_SERVICE
#define SALON_SALE_LINE_KIND_LAST  SALON_SALE_LINE_TIP

typedef enum {
  SALON_PAY_CASH = 1,
  SALON_PAY_CARD = 2,
  SALON_PAY_TRANSFER = 3,
  SALON_PAY_ACCOUNT = 4, /* of the client or of who pays for her; may be overdrawn up to the credit limit */
  SALON_PAY_BONUS = 5,
  SALON_PAY_TICKET = 6,
  SALON_PAY_CERTIFICATE = 7,
} SalonPayMethod;

#define SALON_PAY_METHOD_FIRST SALON_PAY_CASH
#define SALON_PAY_METHOD_LAST  SALON_PAY_CERTIFICATE

/* What an entry of the ledger moves.  Debit is positive: what the salon has grows by a debit, what it owes by a
 * credit.  The subject of each is named behind it. */
typedef enum {
  SALON_ACCOUNT_CASH = 1,           /* drawer */
  SALON_ACCOUNT_CARD_TERMINAL = 2,  /* none */
  SALON_ACCOUNT_TRANSFER = 3,       /* none */
  SALON_ACCOUNT_CLIENT = 4,         /* client; credit = the salon owes her */
  SALON_ACCOUNT_TICKET = 5,         /* season ticket: what is left of the price that was paid */
  SALON_ACCOUNT_CERTIFICATE = 6,    /* gift certificate */
  SALON_ACCOUNT_BONUS = 7,          /* client */
  SALON_ACCOUNT_SERVICES = 8,       /* service: revenue before discount, without tax */
  SALON_ACCOUNT_GOODS = 9,          /* item: the same */
  SALON_ACCOUNT_DISCOUNT = 10,      /* SalonDiscountSource */
  SALON_ACCOUNT_VAT = 11,           /* rate in basis points */
  SALON_ACCOUNT_TIPS = 12,          /* employee */
  SALON_ACCOUNT_ROUNDING = 13,      /* none */
  SALON_ACCOUNT_OVER_SHORT = 14,    /* drawer: cash that was too much (credit) or missing (debit) */
  SALON_ACCOUNT_BONUS_COST = 15,    /* none */
  SALON_ACCOUNT_BREAKAGE = 16,      /* ticket or certificate: what expired unused */
  SALON_ACCOUNT_HISTORY = 17,       /* none: how it was paid before there was a ledger */
  SALON_ACCOUNT_CASH_OTHER = 18,    /* drawer: where cash came from or went to that was no sale */
  SALON_ACCOUNT_OPENING = 19,       /* none: opening balances and corrections */
  SALON_ACCOUNT_TICKET_UNITS = 100, /* season ticket: units left, in thousandths */
  SALON_ACCOUNT_UNITS_ISSUED = 101, /* season ticket: the other side of what was sold and not refunded */
  SALON_ACCOUNT_UNITS_USED = 102,   /* season ticket: what was redeemed */
  SALON_ACCOUNT_UNITS_EXPIRED = 103, /* season ticket: what was left at its end */
} SalonAccount;

/* From here on accounts are counted in thousandths of units of season tickets, not in money. */
#define SALON_ACCOUNT_FIRST_OF_UNITS SALON_ACCOUNT_TICKET_UNITS

typedef enum {
  SALON_ENTRY_HISTORY = 1, /* sold and paid before there was a ledger, or in another program */
  SALON_ENTRY_SALE = 2,
  SALON_ENTRY_REFUND = 3,
  SALON_ENTRY_VOID = 4,
  SALON_ENTRY_ACCOUNT = 5, /* opening, transfer, correction of a client's account */
  SALON_ENTRY_DRAWER = 6,  /* float, cash in and out, difference at the closing */
  SALON_ENTRY_TICKET = 7,  /* expiry, refund, correction of season tickets and certificates */
  SALON_ENTRY_BONUS = 8,   /* earned, expired, corrected */
  SALON_ENTRY_TIPS = 9,    /* paid out */
  SALON_ENTRY_REVERSAL = 10,
} SalonEntryKind;

/* Why something costs less. */
typedef enum {
  SALON_DISCOUNT_NONE = 0,
  SALON_DISCOUNT_PERSONAL = 1,
  SALON_DISCOUNT_CARD = 2,
  SALON_DISCOUNT_CATEGORY = 3,
  SALON_DISCOUNT_SEGMENT = 4,
  SALON_DISCOUNT_TIER = 5,
  SALON_DISCOUNT_BIRTHDAY = 6,
  SALON_DISCOUNT_FIRST_VISIT = 7,
  SALON_DISCOUNT_HAPPY_HOURS = 8,
  SALON_DISCOUNT_CODE = 9,
  SALON_DISCOUNT_PROMOTION = 10,
  SALON_DISCOUNT_MANUAL = 11,
} SalonDiscountSource;

#define SALON_DISCOUNT_LAST SALON_DISCOUNT_MANUAL

/* ---- season tickets */

typedef enum {
  SALON_TICKET_UNIT_VISITS = 1,
  SALON_TICKET_UNIT_MINUTES = 2,
  SALON_TICKET_UNIT_MONEY = 3, /* minor units of list prices */
} SalonTicketUnit;

#define SALON_TICKET_UNIT_LAST SALON_TICKET_UNIT_MONEY

typedef enum {
  SALON_TICKET_POOL = 1,        /* all units for any of its services */
  SALON_TICKET_PER_SERVICE = 2, /* so many of each service */
} SalonTicketSplit;

typedef enum {
  SALON_TICKET_STARTS_AT_SALE = 1,
  SALON_TICKET_STARTS_FIRST_VISIT = 2, /* or after so many days, whichever is first; 0 days = only then */
  SALON_TICKET_STARTS_AFTER_DAYS = 3,
} SalonTicketStart;

#define SALON_TICKET_STARTS_LAST SALON_TICKET_STARTS_AFTER_DAYS

/* Never stored: it follows from the ledger and the day. */
typedef enum {
  SALON_TICKET_NOT_STARTED = 1,
  SALON_TICKET_ACTIVE = 2,
  SALON_TICKET_FROZEN = 3,
  SALON_TICKET_USED_UP = 4,
  SALON_TICKET_EXPIRED = 5,
  SALON_TICKET_REFUNDED = 6,
} SalonTicketState;

/* How much less. */
typedef enum {
  SALON_REDUCE_PERCENT = 1, /* basis points */
  SALON_REDUCE_AMOUNT = 2,  /* off the price of each unit */
  SALON_REDUCE_PRICE = 3,   /* each unit costs so much, if that is less */
} SalonReduceKind;

#define SALON_REDUCE_FIRST SALON_REDUCE_PERCENT
#define SALON_REDUCE_LAST  SALON_REDUCE_PRICE

/* What costs less. */
typedef enum {
  SALON_PRICE_TARGET_SERVICES = 1,
  SALON_PRICE_TARGET_GOODS = 2,
  SALON_PRICE_TARGET_SERVICE_CATEGORY = 3,
  SALON_PRICE_TARGET_ITEM_CATEGORY = 4,
  SALON_PRICE_TARGET_SERVICE = 5,
  SALON_PRICE_TARGET_ITEM = 6,
} SalonPriceTargetKind;

#define SALON_PRICE_TARGET_LAST SALON_PRICE_TARGET_ITEM

/* What a discount grows by. */
typedef enum {
  SALON_TIER_NONE = 0,
  SALON_TIER_SOLD = 1,
  SALON_TIER_PAID = 2,
  SALON_TIER_VISITS = 3,
} SalonTierBy;

#define SALON_TIER_LAST SALON_TIER_VISITS

typedef enum {
  SALON_PROMOTION_OFFERED = 1,
  SALON_PROMOTION_ACCEPTED = 2,
  SALON_PROMOTION_REFUSED = 3,
  SALON_PROMOTION_USED = 4, /* never stored: receipts say it */
} SalonPromotionState;

/* ---- plastic cards */

typedef enum {
  SALON_CARD_CLUB = 1,
  SALON_CARD_DISCOUNT = 2,
  SALON_CARD_TICKET = 3,
  SALON_CARD_CERTIFICATE = 4,
} SalonCardPurpose;

#define SALON_CARD_PURPOSE_FIRST SALON_CARD_CLUB
#define SALON_CARD_PURPOSE_LAST  SALON_CARD_CERTIFICATE

/* What carries the number. */
typedef enum {
  SALON_CARD_CODE_NONE = 0, /* a magnetic strip or a chip, whose reader types */
  SALON_CARD_CODE_EAN13 = 1,
  SALON_CARD_CODE_128 = 2,
  SALON_CARD_CODE_QR = 3,
} SalonCardCode;

#define SALON_CARD_CODE_LAST SALON_CARD_CODE_QR

typedef enum {
  SALON_CARD_BLANK = 1,
  SALON_CARD_PRINTING = 2, /* waits for the printer: accepted nowhere */
  SALON_CARD_ISSUED = 3,
  SALON_CARD_BLOCKED = 4,
  SALON_CARD_REPLACED = 5,
  SALON_CARD_RETURNED = 6,
  SALON_CARD_EXPIRED = 7,
  SALON_CARD_SPOILED = 8,
} SalonCardState;

#define SALON_CARD_STATE_FIRST SALON_CARD_BLANK
#define SALON_CARD_STATE_LAST  SALON_CARD_SPOILED

typedef enum {
  SALON_CARD_WHY_NONE = 0,
  SALON_CARD_LOST = 1,
  SALON_CARD_STOLEN = 2,
  SALON_CARD_BROKEN = 3,
  SALON_CARD_WHY_OTHER = 4,
} SalonCardWhy;

#define SALON_CARD_WHY_LAST SALON_CARD_WHY_OTHER

typedef enum {
  SALON_CARD_EVENT_MADE = 1, /* its number came into the program */
  SALON_CARD_EVENT_PRINTED = 2,
  SALON_CARD_EVENT_REPRINTED = 3,
  SALON_CARD_EVENT_SPOILED = 4,
  SALON_CARD_EVENT_ISSUED = 5,
  SALON_CARD_EVENT_BLOCKED = 6,
  SALON_CARD_EVENT_UNBLOCKED = 7,
  SALON_CARD_EVENT_REPLACED = 8,
  SALON_CARD_EVENT_RETURNED = 9,
  SALON_CARD_EVENT_EXPIRED = 10,
  SALON_CARD_EVENT_UNDONE = 11,
  SALON_CARD_EVENT_MERGED = 12, /* its client has another card of the kind since two clients were merged */
  SALON_CARD_EVENT_NOT_PRINTED = 13,
} SalonCardEventKind;

#define SALON_CARD_EVENT_FIRST SALON_CARD_EVENT_MADE
#define SALON_CARD_EVENT_LAST  SALON_CARD_EVENT_NOT_PRINTED

typedef enum {
  SALON_CARD_PRINT_ISSUE = 1,
  SALON_CARD_PRINT_REPRINT = 2, /* the same card once more */
  SALON_CARD_PRINT_REPLACE = 3,
  SALON_CARD_PRINT_BATCH = 4, /* blanks with numbers */
} SalonCardPrintPurpose;

typedef enum {
  SALON_CARD_PRINT_WAITING = 1,
  SALON_CARD_PRINT_DONE = 2,
  SALON_CARD_PRINT_FAILED = 3,
  SALON_CARD_PRINT_CANCELLED = 4,
} SalonCardPrintState;

/* Plastic without numbers. */
typedef enum {
  SALON_BLANKS_RECEIVED = 1,
  SALON_BLANKS_USED = 2,
  SALON_BLANKS_SPOILED = 3,
  SALON_BLANKS_COUNTED = 4,
  SALON_BLANKS_UNDONE = 5,
} SalonBlanksKind;
