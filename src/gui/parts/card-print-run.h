#pragma once
/* Cards on their way: noted in the salon, drawn, sent to a printer or written into a file, and given out or taken back. */
#include "card/design.h"
#include "gui/parts/print-watch.h"
#include "model/services/card-prints.h"
#include "model/services/session.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CARD_TARGET_PRINTER = 1, /* of cards */
  SALON_CARD_TARGET_SHEET,       /* a usual printer: ten on a sheet A4 */
  SALON_CARD_TARGET_PDF,
  SALON_CARD_TARGET_PNG,
} SalonCardTarget;

/**
 * SalonCardGoal:
 * @printer: (nullable): of the first two
 * @path: (nullable): of the file
 */
typedef struct {
  SalonCardTarget target;
  GtkPrinter *printer;
  const char *path;
} SalonCardGoal;

/**
 * SalonCardRunState:
 * @SALON_CARD_RUN_BEFORE: nothing was sent yet
 * @SALON_CARD_RUN_AT_PRINTER: see salon_card_run_get_step()
 * @SALON_CARD_RUN_ASKING: the printer stopped in the middle of a batch: how many came out is asked, see salon_card_run_tell()
 * @SALON_CARD_RUN_DONE: printed, and given out; of a batch perhaps a part
 * @SALON_CARD_RUN_NOT_PRINTED: it was taken back: nothing was given out
 * @SALON_CARD_RUN_OPEN: the salon did not take the end of it: the print waits and will be asked about
 */
typedef enum {
  SALON_CARD_RUN_BEFORE = 1,
  SALON_CARD_RUN_AT_PRINTER,
  SALON_CARD_RUN_ASKING,
  SALON_CARD_RUN_ENDING,
  SALON_CARD_RUN_DONE,
  SALON_CARD_RUN_NOT_PRINTED,
  SALON_CARD_RUN_OPEN,
} SalonCardRunState;

#define SALON_TYPE_CARD_RUN (salon_card_run_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardRun, salon_card_run, SALON, CARD_RUN, GObject)

SalonCardRun *salon_card_run_new (SalonSession *session, SalonCardDesign *design, const SalonCardGoal *goal);
void salon_card_run_begin (SalonCardRun *self, SalonCardPrintBegin *request);
void salon_card_run_again (SalonCardRun *self, gint64 print_id);
void salon_card_run_give_up (SalonCardRun *self);
void salon_card_run_tell (SalonCardRun *self, guint n_done, guint n_spoiled);
void salon_card_run_attend (SalonCardRun *self, gboolean attended);
SalonCardRunState salon_card_run_get_state (SalonCardRun *self);
gboolean salon_card_run_is_over (SalonCardRun *self);
char *salon_card_run_text (SalonCardRun *self);
const GError *salon_card_run_get_error (SalonCardRun *self);
SalonCardPrintState salon_card_run_get_outcome (SalonCardRun *self);
gboolean salon_card_run_is_given_up (SalonCardRun *self);
gint64 salon_card_run_get_kind (SalonCardRun *self);
guint salon_card_run_get_n_cards (SalonCardRun *self);
gint64 salon_card_run_get_print (SalonCardRun *self);

G_END_DECLS
