#pragma once
/* What the parts of an import share: the salon's lists by name, who was met so far, one row read. */
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/custom-field.h"
#include "model/services/import.h"
#include "model/services/settings.h"
#include "model/store/journal.h"

G_BEGIN_DECLS

typedef enum {
  SALON_IMPORT_LIST_SOURCE,
  SALON_IMPORT_LIST_TAG,
  SALON_IMPORT_LIST_CATEGORY,
  SALON_IMPORT_LIST_SERVICE,
  SALON_IMPORT_LIST_EMPLOYEE,
} SalonImportList;

#define SALON_IMPORT_N_LISTS (SALON_IMPORT_LIST_EMPLOYEE + 1)

/**
 * SalonImportCard: what one row says of a client
 * @client: what is said; the rest is empty
 * @phones: (element-type SalonClientPhone)
 * @custom: (element-type SalonCustomValue): without a client
 * @external_id: (nullable): her number in the other program
 * @created: %SALON_DAY_NONE = not said
 * @balance: of her account there; 0 = nothing, or not said
 * @bonus: that she has there; 0 = nothing, or not said
 * @ticket: (nullable): name of the kind of her season ticket
 * @ticket_units: visits that are left of it; 0 = nothing, or not said
 * @ticket_until: %SALON_DAY_NONE = not said
 * @ticket_worth: what is left of the price that was paid for it; 0 = nothing, or not said
 * @certificate: (nullable): number of one that she bought
 * @certificate_value: what is left of it; 0 = nothing, or not said
 * @plastic: (nullable): number of her plastic card, as cards keep it
 */
typedef struct {
  SalonClient *client;
  GPtrArray *phones;
  GPtrArray *tags;       /* names */
  GPtrArray *categories; /* names */
  GPtrArray *custom;
  char *source;
  char *external_id;
  SalonDay created;
  SalonMoney balance;
  SalonMoney bonus;
  char *ticket;
  gint64 ticket_units;
  SalonDay ticket_until;
  SalonMoney ticket_worth;
  char *certificate;
  SalonMoney certificate_value;
  char *plastic;
} SalonImportCard;

/**
 * SalonImportPerson: a client with her parts, as she is or will be
 * @id: below 0 when only tried
 */
typedef struct {
  gint64 id;
  SalonClient *client;
  GPtrArray *phones;     /* SalonClientPhone */
  GPtrArray *custom;     /* SalonCustomValue */
  GArray *tag_ids;       /* gint64 */
  GArray *category_ids;  /* gint64 */
} SalonImportPerson;

/**
 * SalonImportBase: of one chunk, or of one trial
 * @is_trial: nothing is written; who would be new has an id below 0
 */
typedef struct {
  SalonTx *tx;
  const SalonImportRequest *request;
  const char *origin;
  gboolean is_trial;
  SalonSettings *settings;
  SalonDay today;
  gint64 now;
  GPtrArray *custom_fields;                /* SalonCustomField */
  GHashTable *lists[SALON_IMPORT_N_LISTS]; /* folded name → gint64 id */
  GHashTable *services;                    /* id → SalonService */
  GHashTable *names;                       /* name → GArray of ids met in this chunk or trial */
  GHashTable *phones;                      /* trial: number → GArray of ids */
  GHashTable *emails;                      /* trial */
  GHashTable *external;                    /* trial: number → gint64 id */
  GHashTable *numbered;                    /* trial: ids of clients that got a number */
  GHashTable *persons;                     /* trial: id → SalonImportPerson */
  GHashTable *opened;                      /* trial: what was opened for whom: "balance 12" */
  GPtrArray *ticket_kinds;                 /* (nullable): SalonTicketKind, once asked for */
  GHashTable *lines;                       /* trial: set of visits */
  gint64 last_trial_id;
} SalonImportBase;

/* What a row opens for its client. */
typedef struct {
  gboolean balance;
  gboolean bonus;
  gint64 ticket_kind_id; /* 0 = none */
  gboolean certificate;
  gboolean plastic;
} SalonImportDue;

SalonImportBase *salon_import_base_new (SalonTx *tx, const SalonImportRequest *request, gboolean is_trial, GError **error);
void salon_import_base_free (SalonImportBase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportBase, salon_import_base_free)
gboolean salon_import_base_find (SalonImportBase *self, SalonImportList list, const char *name, gint64 *id);
gboolean salon_import_base_name (SalonImportBase *self, SalonImportList list, const char *name, gint64 *id, GError **error);
gboolean salon_import_base_ids (SalonImportBase *self, SalonImportList list, const GPtrArray *names, GArray *ids, GError **error);
void salon_import_base_remember (GHashTable *table, const char *key, gint64 id);

SalonImportCard *salon_import_card_read (SalonImportBase *base, const GArray *cells, GError **error);
void salon_import_card_free (SalonImportCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportCard, salon_import_card_free)
char *salon_import_card_name (const SalonImportCard *self);

gboolean salon_import_match (SalonImportBase *base, const SalonImportCard *card, gboolean by_name_alone, gint64 *id, char **remark,
                             GError **error);

SalonImportPerson *salon_import_person_new (SalonImportBase *base, const SalonImportCard *card);
SalonImportPerson *salon_import_person_load (SalonImportBase *base, gint64 id, GError **error);
void salon_import_person_free (SalonImportPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportPerson, salon_import_person_free)
gboolean salon_import_person_merge (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, gboolean overwrite,
                                    gboolean *changed, GError **error);
gboolean salon_import_person_keep (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, GError **error);

gboolean salon_import_opening_is_allowed (SalonTx *tx, const SalonImportLayout *layout, GError **error);
gboolean salon_import_opening_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, SalonImportDue *due,
                                     GError **error);
gboolean salon_import_opening_is_any (const SalonImportDue *due);
gboolean salon_import_opening_write (SalonImportBase *base, const SalonImportCard *card, const SalonImportDue *due, gint64 client_id,
                                     GError **error);

gboolean salon_import_ticket_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gint64 *kind_id, GError **error);
gboolean salon_import_ticket_write (SalonImportBase *base, const SalonImportCard *card, gint64 kind_id, gint64 client_id, GError **error);

gboolean salon_import_certificate_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gboolean *due,
                                         GError **error);
gboolean salon_import_certificate_write (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, GError **error);

gboolean salon_import_plastic_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gboolean *due, GError **error);
gboolean salon_import_plastic_write (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, GError **error);
gboolean salon_import_plastic_take_back (SalonTx *tx, const SalonJournalRow *row, GError **error);

gboolean salon_import_client_row (SalonImportBase *base, const GArray *cells, SalonImportRow *row, GError **error);
gboolean salon_import_visit_row (SalonImportBase *base, const GArray *cells, SalonImportRow *row, GError **error);
gboolean salon_import_one_row (SalonImportBase *base, GArray *cells, gint64 line, SalonImportReport *report, GError **error);
gboolean salon_import_take_refusal (SalonImportRow *row, GError *failure, GError **error);

void salon_import_report_add (SalonImportReport *self, SalonImportRow *row);

G_END_DECLS
