#pragma once
/* Clients: making, changing and finding them.  The panel beside the search is in client-panel.h. */
#include "base/money.h"
#include "model/entities/client.h"
#include "model/entities/filter.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonPhoneDraft: one phone of a draft, as typed; the number is made of it when it is saved
 */
typedef struct {
  gint64 id; /* 0 = new */
  char *typed;
  char *label;
} SalonPhoneDraft;

/**
 * SalonClientDraft:
 * @orig: (nullable): the card as it was opened; %NULL makes a new client
 * @curr: the card as it is to be
 * @phones: (nullable) (element-type SalonPhoneDraft): all phones in their order; %NULL leaves them
 * @tag_ids: (nullable) (element-type gint64): all tags; %NULL leaves them
 * @category_ids: (nullable) (element-type gint64): all categories; %NULL leaves them
 * @custom: (nullable) (element-type gint64 utf8): values by id of the own field (keys are gint64 *); an
 *   empty text removes; %NULL leaves them
 *
 * An edit of a card.  Only what differs is written; only a name or a phone is required.
 */
typedef struct {
  SalonClient *orig;
  SalonClient *curr;
  GPtrArray *phones;
  GArray *tag_ids;
  GArray *category_ids;
  GHashTable *custom;
} SalonClientDraft;

SalonPhoneDraft *salon_phone_draft_new (gint64 id, const char *typed, const char *label);
void salon_phone_draft_free (SalonPhoneDraft *self);
SalonClientDraft *salon_client_draft_new (SalonClient *orig, SalonClient *curr);
void salon_client_draft_free (SalonClientDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonClientDraft, salon_client_draft_free)

/**
 * SalonClientPhoto:
 * @thumb: (nullable): decoded picture (base/image-decode.h), with @view; %NULL removes the photo
 */
typedef struct {
  gint64 client_id;
  GBytes *thumb;
  GBytes *view;
  int width;
  int height;
} SalonClientPhoto;

void salon_client_photo_free (SalonClientPhoto *self);

gboolean salon_client_save (SalonTx *tx, const SalonClientDraft *draft, gint64 *id, GError **error);
gboolean salon_client_set_photo (SalonTx *tx, const SalonClientPhoto *photo, gint64 *id, GError **error);
gboolean salon_client_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_client_unarchive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_client_save;      /* SalonClientDraft */
extern const SalonCommand salon_command_client_photo;     /* SalonClientPhoto */
extern const SalonCommand salon_command_client_archive;   /* SalonIdRequest */
extern const SalonCommand salon_command_client_unarchive; /* SalonIdRequest */

/**
 * SalonClientMark: a category or a tag of a client
 */
typedef struct {
  gint64 id;
  char *name;
  gint64 color; /* 0xRRGGBB; of categories only */
} SalonClientMark;

/**
 * SalonClientRow: what a list shows of a client; immutable after it was answered
 */
#define SALON_TYPE_CLIENT_ROW (salon_client_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientRow, salon_client_row, SALON, CLIENT_ROW, GObject)

struct _SalonClientRow {
  GObject parent;
  gint64 id;
  char *name;           /* "Surname Name" as the list shows it, or the phone */
  char *phone;          /* first phone, formatted; NULL = none */
  GBytes *thumb;        /* JPEG; NULL = none */
  gint64 status;        /* SalonStatus today */
  gint64 visit_days;
  gint64 last_day;      /* SALON_DAY_NONE = none */
  gint64 next_min;      /* absolute wall minute of the next booking; 0 = none */
  gint64 sold;          /* minor units */
  gint64 created_at;    /* UTC microseconds */
  gboolean has_alert;
  char *email;          /* NULL = none, or not for these eyes */
  gint64 gender;        /* SalonGender */
  gint64 birth_year;    /* 0 = not said, as the two below */
  gint64 birth_month;
  gint64 birth_mday;
  gint64 age;           /* full years today; -1 = not known */
  gint64 discount_bp;   /* basis points */
  gint64 importance;    /* SALON_IMPORTANCE_A …; the pin wins */
  gboolean pinned;      /* the class was given by hand */
  gint64 first_day;     /* SALON_DAY_NONE = none */
  gint64 frequency;     /* days between visits, on average, rounded down; 0 = fewer than two visits */
  gint64 no_shows;
  gint64 visits_12m;    /* visit days of the twelve months up to yesterday */
  gint64 sold_12m;      /* minor units, of the same months */
  gint64 top_place;     /* 0 = no revenue in these months */
  gboolean archived;
  char *source;         /* %SALON_CLIENT_COLUMN_SOURCE; NULL = none or not asked for */
  GPtrArray *categories; /* %SALON_CLIENT_COLUMN_CATEGORIES: SalonClientMark by name; NULL = not asked for */
  GPtrArray *tags;       /* %SALON_CLIENT_COLUMN_TAGS: the same */
  SalonMoney paid;        /* in cash, by card and by transfer, and before the ledger */
  SalonMoney balance;     /* %SALON_CLIENT_COLUMN_MONEY, as those below: of her account; less than 0: she owes */
  SalonMoney bonus;
  SalonMoney discounted;
  SalonMoney certificate; /* left on those that were sold to her */
  char *tickets;          /* %SALON_CLIENT_COLUMN_TICKETS: the valid ones, the first to use first; NULL = none */
  char *cards;            /* %SALON_CLIENT_COLUMN_CARDS: numbers that are accepted today; NULL = none */
  char *promotions;       /* %SALON_CLIENT_COLUMN_PROMOTIONS: names of those offered; NULL = none */
};

/* The sort orders of the list; every order ends with the id and so is deterministic.  From "importance" on, who has
 * nothing to be sorted by comes last both ways. */
typedef enum {
  SALON_CLIENT_SORT_FREQUENT, /* by visits; descending: most visits first; without visits, the newest first */
  SALON_CLIENT_SORT_NAME,
  SALON_CLIENT_SORT_SOLD,
  SALON_CLIENT_SORT_LAST_VISIT,
  SALON_CLIENT_SORT_ADDED,
  SALON_CLIENT_SORT_IMPORTANCE, /* descending: A first; in a class those set by hand, then by revenue of 12 months */
  SALON_CLIENT_SORT_FREQUENCY,  /* days between visits */
  SALON_CLIENT_SORT_NEXT_VISIT,
  SALON_CLIENT_SORT_FIRST_VISIT,
  SALON_CLIENT_SORT_NO_SHOWS,
  SALON_CLIENT_SORT_SOLD_12M,
  SALON_CLIENT_SORT_TOP_PLACE,
  SALON_CLIENT_SORT_DISCOUNT,
  SALON_CLIENT_SORT_STATUS, /* potential, new, permanent, lost */
  SALON_CLIENT_SORT_PHONE,
  SALON_CLIENT_SORT_EMAIL,
  SALON_CLIENT_SORT_AGE,
  SALON_CLIENT_SORT_BIRTHDAY, /* by the day of the year */
  SALON_CLIENT_SORT_GENDER,
  SALON_CLIENT_SORT_SOURCE,
  SALON_CLIENT_SORT_CATEGORIES, /* by the name of the first, then by the rest; the names of one client in their order */
  SALON_CLIENT_SORT_TAGS,       /* the same */
  SALON_CLIENT_SORT_PAID,       /* who has no sum stands with nothing, as in those that follow */
  SALON_CLIENT_SORT_BALANCE,
  SALON_CLIENT_SORT_OWES,
  SALON_CLIENT_SORT_BONUS,
  SALON_CLIENT_SORT_DISCOUNTED,
  SALON_CLIENT_SORT_CERTIFICATE,
  SALON_CLIENT_SORT_TICKET_ENDS, /* the first end of a valid season ticket */
  SALON_CLIENT_SORT_PROMOTIONS,  /* as categories */
  SALON_CLIENT_N_SORTS,
} SalonClientSort;

const char *salon_client_sort_word (SalonClientSort sort);
gboolean salon_client_sort_by_word (const char *word, SalonClientSort *sort);

/**
 * SalonClientListRequest:
 * @descending: most, newest, last first; the exact reverse of the other way.  A list opens with
 *   %SALON_CLIENT_SORT_FREQUENT and %TRUE
 * @text: (nullable): what was typed to narrow the list
 * @filter: (nullable): who is asked for; %NULL = everybody
 * @imported: only whom this operation, an import, made or changed; 0 = whoever
 */
typedef struct {
  SalonClientSort sort;
  gboolean descending;
  char *text;
  SalonFilter *filter;
  gint64 imported;
} SalonClientListRequest;

SalonClientListRequest *salon_client_list_request_new (SalonClientSort sort, gboolean descending, const char *text);
void salon_client_list_request_set_filter (SalonClientListRequest *self, SalonFilter *filter);
void salon_client_list_request_free (SalonClientListRequest *self);

/* What costs a look into other tables for each row. */
typedef enum {
  SALON_CLIENT_COLUMNS_PLAIN = 0,
  SALON_CLIENT_COLUMN_CATEGORIES = 1 << 0,
  SALON_CLIENT_COLUMN_TAGS = 1 << 1,
  SALON_CLIENT_COLUMN_SOURCE = 1 << 2,
  SALON_CLIENT_COLUMN_MONEY = 1 << 3,
  SALON_CLIENT_COLUMN_TICKETS = 1 << 4,
  SALON_CLIENT_COLUMN_PROMOTIONS = 1 << 5,
  SALON_CLIENT_COLUMN_CARDS = 1 << 6,
  SALON_CLIENT_COLUMNS_ALL = (1 << 7) - 1,
} SalonClientColumns;

/**
 * SalonClientRowsRequest: a page of a list
 * @ids: (element-type gint64)
 */
typedef struct {
  GArray *ids;
  SalonClientColumns columns;
} SalonClientRowsRequest;

SalonClientRowsRequest *salon_client_rows_request_new (GArray *ids, SalonClientColumns columns);
void salon_client_rows_request_free (SalonClientRowsRequest *self);

GArray *salon_client_ids (SalonTx *tx, const SalonClientListRequest *request, GError **error); /* gint64 */
GPtrArray *salon_client_rows (SalonTx *tx, const GArray *ids, GError **error);                 /* SalonClientRow, one for each id; one that is gone has no name */
GPtrArray *salon_client_rows_with (SalonTx *tx, const SalonClientRowsRequest *request, GError **error);

extern const SalonQuery salon_query_client_ids;  /* SalonClientListRequest → GArray of gint64, all of them */
extern const SalonQuery salon_query_client_rows_with; /* SalonClientRowsRequest → GPtrArray of SalonClientRow */
extern const SalonQuery salon_query_client_rows; /* GArray of gint64 (a page of ids) → GPtrArray of SalonClientRow */

/**
 * SalonDuplicateRequest: what was typed so far for a new client
 */
typedef struct {
  char *name;
  char *phone;
  char *email;
} SalonDuplicateRequest;

SalonDuplicateRequest *salon_duplicate_request_new (const char *name, const char *phone, const char *email);
void salon_duplicate_request_free (SalonDuplicateRequest *self);
GPtrArray *salon_client_likely_duplicates (SalonTx *tx, const SalonDuplicateRequest *request, GError **error);

extern const SalonQuery salon_query_client_duplicates; /* SalonDuplicateRequest → GPtrArray of SalonClientRow, at most 3 */

G_END_DECLS
