#pragma once
/* What the commands share: the salon, the answer as a table, the exit status. */
#include "base/money.h"
#include "base/record.h"
#include "model/services/session.h"

G_BEGIN_DECLS

enum {
  SALON_CTL_DONE = 0,
  SALON_CTL_REFUSED = 1, /* the reason is on standard error, nothing was changed */
  SALON_CTL_USAGE = 2,
  SALON_CTL_FILE = 3, /* damaged, locked or not ours */
};

/**
 * SalonCtl:
 * @database: path of the file
 * @json: answers for machines
 * @clock: where the time comes from
 * @session: (nullable): opened by salon_ctl_open()
 */
typedef struct {
  char *database;
  gboolean json;
  SalonClock *clock;
  SalonSession *session;
} SalonCtl;

/**
 * SalonCtlCommand:
 * @words: as typed: "client show"
 * @usage: what follows, for help
 * @help: English; translated when shown
 * @run: the exit status; @argv begins behind the words
 */
typedef struct {
  const char *words;
  const char *usage;
  const char *help;
  int (*run) (SalonCtl *ctl, int argc, char **argv);
} SalonCtlCommand;

extern const SalonCtlCommand salon_ctl_account_commands[];
extern const SalonCtlCommand salon_ctl_board_commands[];
extern const SalonCtlCommand salon_ctl_card_commands[];
extern const SalonCtlCommand salon_ctl_card_draw_commands[];
extern const SalonCtlCommand salon_ctl_card_print_commands[];
extern const SalonCtlCommand salon_ctl_cash_commands[];
extern const SalonCtlCommand salon_ctl_certificate_commands[];
extern const SalonCtlCommand salon_ctl_client_commands[];
extern const SalonCtlCommand salon_ctl_contact_commands[];
extern const SalonCtlCommand salon_ctl_discount_commands[];
extern const SalonCtlCommand salon_ctl_export_commands[];
extern const SalonCtlCommand salon_ctl_filter_commands[];
extern const SalonCtlCommand salon_ctl_import_commands[];
extern const SalonCtlCommand salon_ctl_item_commands[];
extern const SalonCtlCommand salon_ctl_ledger_commands[];
extern const SalonCtlCommand salon_ctl_liability_commands[];
extern const SalonCtlCommand salon_ctl_merge_commands[];
extern const SalonCtlCommand salon_ctl_people_commands[];
extern const SalonCtlCommand salon_ctl_receipt_commands[];
extern const SalonCtlCommand salon_ctl_receipts_commands[];
extern const SalonCtlCommand salon_ctl_report_commands[];
extern const SalonCtlCommand salon_ctl_request_commands[];
extern const SalonCtlCommand salon_ctl_sale_commands[];
extern const SalonCtlCommand salon_ctl_salon_commands[];
extern const SalonCtlCommand salon_ctl_scan_commands[];
extern const SalonCtlCommand salon_ctl_series_commands[];
extern const SalonCtlCommand salon_ctl_sheet_commands[];
extern const SalonCtlCommand salon_ctl_staff_commands[];
extern const SalonCtlCommand salon_ctl_ticket_commands[];
extern const SalonCtlCommand salon_ctl_visit_commands[];
extern const SalonCtlCommand salon_ctl_waiting_commands[];

gboolean salon_ctl_open (SalonCtl *ctl, gboolean writes, int *status);
int salon_ctl_fail (const GError *error);
int salon_ctl_submit (SalonCtl *ctl, const SalonCommand *command, gconstpointer request);
int salon_ctl_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean salon_ctl_parse (const GOptionEntry *entries, int *argc, char ***argv, int *status);
gboolean salon_ctl_id (const char *text, gint64 *id);
gboolean salon_ctl_day (SalonCtl *ctl, const char *text, SalonDay *day, int *status);
gboolean salon_ctl_at (const char *text, gint64 *minute, int *status);
char *salon_ctl_wall_text (gint64 minute);
const SalonCurrency *salon_ctl_currency (SalonCtl *ctl);
void salon_ctl_set_amount (SalonCtl *ctl, SalonRecord *row, const char *key, SalonMoney amount);
void salon_ctl_set_money (SalonRecord *row, const char *key, SalonMoney amount, const SalonCurrency *currency);
void salon_ctl_set_day (SalonRecord *row, const char *key, SalonDay day);
char *salon_ctl_name_of (SalonCtl *ctl, GType type, gint64 id);
gint64 salon_ctl_find_named (SalonCtl *ctl, GType type, const char *name, int *status);
gint64 salon_ctl_find_variant (SalonCtl *ctl, gint64 service_id, const char *name, int *status);

/* The answer: rows with the same keys in the same order. */
GPtrArray *salon_ctl_rows_new (void);
SalonRecord *salon_ctl_add_row (GPtrArray *rows);
void salon_ctl_print (SalonCtl *ctl, GPtrArray *rows);

G_END_DECLS
