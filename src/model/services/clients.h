#pragma once
/* Clients: making, changing and finding them.  The panel beside the search is in client-panel.h. */
#include "model/entities/client.h"
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
};

/* The sort orders of the list; every order ends with the id and so is deterministic. */
typedef enum {
  SALON_CLIENT_SORT_FREQUENT, /* by visits; descending: most visits first; without visits, the newest first */
  SALON_CLIENT_SORT_NAME,
  SALON_CLIENT_SORT_SOLD,
  SALON_CLIENT_SORT_LAST_VISIT,
  SALON_CLIENT_SORT_ADDED,
} SalonClientSort;

/**
 * SalonClientListRequest:
 * @descending: most, newest, last first; the exact reverse of the other way.  A list opens with
 *   %SALON_CLIENT_SORT_FREQUENT and %TRUE
 * @text: (nullable): what was typed to narrow the list
 */
typedef struct {
  SalonClientSort sort;
  gboolean descending;
  char *text;
} SalonClientListRequest;

SalonClientListRequest *salon_client_list_request_new (SalonClientSort sort, gboolean descending, const char *text);
void salon_client_list_request_free (SalonClientListRequest *self);

GArray *salon_client_ids (SalonTx *tx, const SalonClientListRequest *request, GError **error); /* gint64 */
GPtrArray *salon_client_rows (SalonTx *tx, const GArray *ids, GError **error);                 /* SalonClientRow, one for each id; one that is gone has no name */

extern const SalonQuery salon_query_client_ids;  /* SalonClientListRequest → GArray of gint64, all of them */
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
