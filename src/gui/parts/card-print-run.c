/* Each step follows from the answer to the one before.  The run holds itself while something is under way, so that a window
 * may be closed meanwhile; when the whole program ends, the salon keeps that the print waits and asks at the next start. */
#include "config.h"
#include "gui/parts/card-print-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/durable.h"
#include "base/executor.h"
#include "card/deck.h"
#include "model/services/card-order.h"

#define CARD_WIDTH_MM  (SALON_CARD_WIDTH / 1000.0)
#define CARD_HEIGHT_MM (SALON_CARD_HEIGHT / 1000.0)
#define A4_WIDTH_MM    210
#define A4_HEIGHT_MM   297

struct _SalonCardRun {
  GObject parent_instance;

  SalonSession *session;
  SalonCardDesign *design;
  SalonCardTarget target;
  GtkPrinter *printer;
  char *path;
  gint64 print_id; /* 0 = not noted yet */
  SalonPrintWatch *watch;
  SalonCardRunState state;
  gboolean batch;
  guint n_cards;
  gint64 card_kind_id;
  gint64 started_at;
  gboolean attended;           /* somebody sees it and can answer */
  gboolean gave_up;
  SalonCardPrintState outcome; /* what the printer did */
  guint n_done;                /* of a batch that came out partly, as told */
  guint n_spoiled;
  gboolean holds_itself;
  GError *error;   /* why it was not printed */
  GError *refusal; /* why the salon did not take the end of it */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardRun, salon_card_run, G_TYPE_OBJECT)

/* What is drawn beside the main thread. */
typedef struct {
  SalonCardOrder *order;
  SalonCardDesign *design;
  SalonCardTarget target;
  char *path; /* of a file; NULL = a printer */
  GBytes *pdf;
  gboolean both_sides;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  salon_card_order_free (self->order);
  salon_card_design_unref (self->design);
  g_free (self->path);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

static void
set_state (SalonCardRun *self, SalonCardRunState state)
{
  g_object_ref (self); /* whoever hears of it may let it go */
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (self->holds_itself && salon_card_run_is_over (self)) {
    self->holds_itself = FALSE;
    g_object_unref (self);
  }
  g_object_unref (self);
}

static void
keep_error (SalonCardRun *self, const GError *error)
{
  if (self->error == NULL && error != NULL)
    self->error = g_error_copy (error);
}

/* ---- the end */

/* Only a batch comes out in parts. */
static gboolean
asks (SalonCardRun *self)
{
  return self->batch && self->watch != NULL && self->outcome != SALON_CARD_PRINT_DONE;
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCardRun) self = data;

  g_clear_error (&self->refusal);
  if (!salon_session_submit_finish (SALON_SESSION (source), result, NULL, &self->refusal))
    set_state (self, asks (self) && self->attended ? SALON_CARD_RUN_ASKING : SALON_CARD_RUN_OPEN);
  else if (self->outcome == SALON_CARD_PRINT_DONE || self->n_done > 0)
    set_state (self, SALON_CARD_RUN_DONE);
  else
    set_state (self, SALON_CARD_RUN_NOT_PRINTED);
}

static void
submit (SalonCardRun *self)
{
  SalonCardPrintEnd *request = salon_card_print_end_new (self->print_id, self->n_done > 0 ? SALON_CARD_PRINT_DONE : self->outcome,
                                                         self->error != NULL ? self->error->message : NULL);

  request->n_done = self->n_done;
  request->n_spoiled = self->n_spoiled;
  set_state (self, SALON_CARD_RUN_ENDING);
  salon_session_submit (self->session, &salon_command_card_print_end, request, NULL, NULL, on_ended, g_object_ref (self));
}

/* Once, whoever is first. */
static void
end (SalonCardRun *self, SalonCardPrintState state)
{
  if (self->state >= SALON_CARD_RUN_ASKING)
    return;
  self->outcome = state;
  submit (self);
}

static void
fail (SalonCardRun *self, const GError *error)
{
  keep_error (self, error);
  end (self, SALON_CARD_PRINT_FAILED);
}

/* A printer that stops in the middle of a batch does not tell how many cards it has made. */
static void
stop (SalonCardRun *self, SalonCardPrintState state)
{
  if (!self->batch) {
    end (self, state);
  } else if (self->state < SALON_CARD_RUN_ASKING) {
    self->outcome = state;
    set_state (self, self->attended ? SALON_CARD_RUN_ASKING : SALON_CARD_RUN_OPEN);
  }
}

/* ---- the printer */

static void
on_watch (SalonPrintWatch *watch, SalonCardRun *self)
{
  SalonPrintStep step = salon_print_watch_get_step (watch);
  SalonCardPrintState state = salon_print_card_state (step);
  const char *message = salon_print_watch_get_message (watch);
  g_autoptr (GError) error = NULL;

  if (state == SALON_CARD_PRINT_WAITING) {
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    return;
  }
  if (message != NULL)
    salon_set_error (&error, SALON_ERROR_IO, _("The printer did not take it: %s"), message);
  else if (state == SALON_CARD_PRINT_FAILED)
    salon_set_error (&error, SALON_ERROR_IO, _("The printer gave up."));
  else if (state == SALON_CARD_PRINT_CANCELLED && !self->gave_up)
    salon_set_error (&error, SALON_ERROR_IO, _("The job was cancelled in the queue of the printer."));
  keep_error (self, error);
  if (state == SALON_CARD_PRINT_DONE || step == SALON_PRINT_REFUSED)
    end (self, state);
  else
    stop (self, state);
}

static void
send (SalonCardRun *self, const Work *work)
{
  gboolean is_card = self->target == SALON_CARD_TARGET_PRINTER;
  g_autoptr (SalonPrintTicket) ticket = salon_print_ticket_new (NULL, self->print_id, self->started_at);
  SalonPrintDocument document = {
    .title = salon_card_design_name (self->design),
    .pdf = work->pdf,
    .width = is_card ? CARD_WIDTH_MM : A4_WIDTH_MM,
    .height = is_card ? CARD_HEIGHT_MM : A4_HEIGHT_MM,
    .both_sides = work->both_sides,
    .ticket = ticket,
  };
  g_autoptr (GError) error = NULL;

  self->watch = salon_print_watch_send (self->printer, &document, &error);
  if (self->watch == NULL) {
    fail (self, error);
    return;
  }
  g_object_ref (self);
  self->holds_itself = TRUE;
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watch), self, 0);
  set_state (self, SALON_CARD_RUN_AT_PRINTER);
}

/* ---- drawing */

static char *
path_of_back (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, ".png") ? g_strndup (path, strlen (path) - strlen (".png")) : g_strdup (path);

  /* Translators: the end of the name of a file with the back of a card: card-back.png */
  return g_strdup_printf ("%s-%s.png", stem, C_ ("file name", "back"));
}

static gboolean
write_pictures (SalonCardDeck *deck, const Work *work, GError **error)
{
  g_autoptr (GBytes) front = salon_card_deck_to_png (deck, SALON_CARD_FRONT, error);
  g_autoptr (GBytes) back = NULL;
  g_autofree char *path = path_of_back (work->path);

  if (front == NULL)
    return FALSE;
  if (salon_card_deck_has_back (deck)) {
    back = salon_card_deck_to_png (deck, SALON_CARD_BACK, error);
    if (back == NULL || !salon_durable_write (path, back, error))
      return FALSE;
  }
  return salon_durable_write (work->path, front, error);
}

static gboolean
draw (Work *work, GError **error)
{
  const SalonCardOrder *order = work->order;
  SalonCardDeckOf of = { work->design, order->client, order->kind, order->cards, order->photo, order->salon, order->phone, order->logo };
  g_autoptr (SalonCardDeck) deck = salon_card_deck_new (&of, error);

  if (deck == NULL)
    return FALSE;
  work->both_sides = salon_card_deck_has_back (deck);
  if (work->target == SALON_CARD_TARGET_PNG)
    return write_pictures (deck, work, error);
  work->pdf = salon_card_deck_to_pdf (deck, work->target == SALON_CARD_TARGET_SHEET ? SALON_CARD_PAPER_A4 : SALON_CARD_PAPER_CARD, error);
  return work->pdf != NULL && (work->path == NULL || salon_durable_write (work->path, work->pdf, error));
}

static void
draw_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (draw (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonCardRun *self = SALON_CARD_RUN (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    fail (self, error);
  else if (self->path != NULL)
    end (self, SALON_CARD_PRINT_DONE);
  else if (self->state == SALON_CARD_RUN_BEFORE)
    send (self, g_task_get_task_data (G_TASK (result)));
}

static void
on_order (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCardRun) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  SalonCardOrder *order = salon_session_query_finish (SALON_SESSION (source), result, &error);
  Work *work = NULL;

  if (order == NULL) {
    fail (self, error);
    return;
  }
  self->batch = order->print->purpose == SALON_CARD_PRINT_BATCH;
  self->n_cards = (guint) order->print->n_cards;
  self->started_at = order->print->started_at;
  self->card_kind_id = order->print->card_kind_id;
  work = g_new0 (Work, 1);
  *work = (Work){ .order = order, .design = salon_card_design_ref (self->design), .target = self->target, .path = g_strdup (self->path) };
  task = g_task_new (self, NULL, on_drawn, NULL);
  g_task_set_task_data (task, work, work_free);
  salon_run_aside (task, draw_aside);
}

/* ---- the beginning */

static void
load_order (SalonCardRun *self)
{
  salon_session_query (self->session, &salon_query_card_order, SALON_LANE_INTERACTIVE, salon_card_prints_request_new (self->print_id),
                       NULL, on_order, g_object_ref (self));
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCardRun) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    self->print_id = done.id;
    load_order (self);
  } else {
    keep_error (self, error);
    set_state (self, SALON_CARD_RUN_NOT_PRINTED);
  }
}

/**
 * salon_card_run_new:
 *
 * Returns: (transfer full): emits "changed" when it gets further
 */
SalonCardRun *
salon_card_run_new (SalonSession *session, SalonCardDesign *design, const SalonCardGoal *goal)
{
  SalonCardRun *self = g_object_new (SALON_TYPE_CARD_RUN, NULL);

  self->session = g_object_ref (session);
  self->design = salon_card_design_ref (design);
  self->target = goal->target;
  self->printer = goal->printer != NULL ? g_object_ref (goal->printer) : NULL;
  self->path = g_strdup (goal->path);
  return self;
}

/**
 * salon_card_run_begin:
 * @request: (transfer full): what is printed; where to is filled in
 *
 * Notes the print in the salon, and sends it.
 */
void
salon_card_run_begin (SalonCardRun *self, SalonCardPrintBegin *request)
{
  g_return_if_fail (SALON_IS_CARD_RUN (self));

  g_free (request->printer);
  request->printer = self->printer != NULL ? g_strdup (gtk_printer_get_name (self->printer)) : g_path_get_basename (self->path);
  salon_session_submit (self->session, &salon_command_card_print_begin, request, NULL, NULL, on_begun, g_object_ref (self));
}

/**
 * salon_card_run_again: sends a print that waits once more
 */
void
salon_card_run_again (SalonCardRun *self, gint64 print_id)
{
  g_return_if_fail (SALON_IS_CARD_RUN (self));

  self->print_id = print_id;
  load_order (self);
}

/**
 * salon_card_run_give_up: takes the job out of the queue of the printer, and back what is not printed yet
 *
 * If the printer was faster, the card is given out all the same.
 */
void
salon_card_run_give_up (SalonCardRun *self)
{
  g_return_if_fail (SALON_IS_CARD_RUN (self));

  if (self->gave_up || self->state != SALON_CARD_RUN_AT_PRINTER)
    return;
  self->gave_up = TRUE;
  salon_print_watch_cancel (self->watch);
}

/**
 * salon_card_run_tell:
 * @n_done: so many cards of the batch came out, in the order of their numbers
 * @n_spoiled: so much plastic was ruined
 *
 * Answers what is asked while the state is %SALON_CARD_RUN_ASKING.
 */
void
salon_card_run_tell (SalonCardRun *self, guint n_done, guint n_spoiled)
{
  g_return_if_fail (SALON_IS_CARD_RUN (self));

  if (self->state != SALON_CARD_RUN_ASKING)
    return;
  self->n_done = n_done;
  self->n_spoiled = n_spoiled;
  submit (self);
}

/**
 * salon_card_run_attend:
 * @attended: whether somebody sees it and can answer; at first nobody does
 */
void
salon_card_run_attend (SalonCardRun *self, gboolean attended)
{
  g_return_if_fail (SALON_IS_CARD_RUN (self));

  self->attended = attended;
  if (!attended && self->state == SALON_CARD_RUN_ASKING)
    set_state (self, SALON_CARD_RUN_OPEN);
}

/* ---- what is told */

/**
 * salon_card_run_get_state:
 *
 * Returns: how far it is
 */
SalonCardRunState
salon_card_run_get_state (SalonCardRun *self)
{
  return self->state;
}

/**
 * salon_card_run_is_over:
 *
 * Returns: whether nothing more will come
 */
gboolean
salon_card_run_is_over (SalonCardRun *self)
{
  return self->state >= SALON_CARD_RUN_DONE;
}

/**
 * salon_card_run_get_error:
 *
 * Returns: (transfer none) (nullable): why the salon did not take the end of it, or why it was not printed
 */
const GError *
salon_card_run_get_error (SalonCardRun *self)
{
  return self->refusal != NULL ? self->refusal : self->error;
}

/**
 * salon_card_run_get_outcome:
 *
 * Returns: what the printer did; 0 = nothing yet
 */
SalonCardPrintState
salon_card_run_get_outcome (SalonCardRun *self)
{
  return self->outcome;
}

/**
 * salon_card_run_is_given_up:
 *
 * Returns: whether the queue was asked to let it go
 */
gboolean
salon_card_run_is_given_up (SalonCardRun *self)
{
  return self->gave_up;
}

/**
 * salon_card_run_get_kind:
 *
 * Returns: the kind of the cards; 0 = not known yet
 */
gint64
salon_card_run_get_kind (SalonCardRun *self)
{
  return self->card_kind_id;
}

/**
 * salon_card_run_get_n_cards:
 *
 * Returns: so many cards are printed; 0 = not known yet
 */
guint
salon_card_run_get_n_cards (SalonCardRun *self)
{
  return self->n_cards;
}

/**
 * salon_card_run_get_print:
 *
 * Returns: what the salon has noted of it; 0 = nothing yet
 */
gint64
salon_card_run_get_print (SalonCardRun *self)
{
  return self->print_id;
}

static char *
text_at_printer (SalonCardRun *self)
{
  const char *name = gtk_printer_get_name (self->printer);

  switch (salon_print_watch_get_step (self->watch)) {
  case SALON_PRINT_SENDING:
    return g_strdup_printf (_("It is sent to the printer “%s”."), name);
  case SALON_PRINT_STOPPED:
    return g_strdup_printf (_("The printer “%s” is stopped. It prints as soon as it goes on."), name);
  case SALON_PRINT_PRINTING:
    return g_strdup_printf (_("The printer “%s” is printing."), name);
  case SALON_PRINT_QUEUED:
  case SALON_PRINT_DONE:
  case SALON_PRINT_REFUSED:
  case SALON_PRINT_BROKEN:
  case SALON_PRINT_CANCELLED:
  default:
    return g_strdup_printf (_("It waits in the queue of the printer “%s”."), name);
  }
}

static char *
text_done (SalonCardRun *self)
{
  g_autofree char *part = NULL;

  if (!self->batch)
    return g_strdup (_("Printed. The card is in use from now on."));
  if (self->n_done == 0)
    return g_strdup (_("The blanks are printed and have their numbers."));
  /* Translators: of the cards of a batch: "7 of 10" */
  part = g_strdup_printf (_("%1$u of %2$u blanks came out and have their numbers."), self->n_done, self->n_cards);
  if (self->n_spoiled == 0)
    return g_steal_pointer (&part);
  /* Translators: the first is the whole sentence about what came out of the printer */
  return g_strdup_printf (ngettext ("%1$s %2$u was spoiled.", "%1$s %2$u were spoiled.", self->n_spoiled), part, self->n_spoiled);
}

static char *
text_not_printed (SalonCardRun *self)
{
  if (self->error != NULL)
    return g_strdup_printf (_("Nothing was given out. %s"), self->error->message);
  if (self->watch != NULL && salon_print_watch_left_job (self->watch))
    return g_strdup (_("Taken back: no card was given out. Remove the job from the list of the printer, too."));
  return g_strdup (_("Taken back: no card was given out, and the job is out of the printer’s queue."));
}

static char *
text_asking (SalonCardRun *self)
{
  return g_strdup_printf (_("Count what came out of the printer. %s"), self->error != NULL ? self->error->message : "");
}

/**
 * salon_card_run_text:
 *
 * Returns: (transfer full): a translated sentence that says how far it is
 */
char *
salon_card_run_text (SalonCardRun *self)
{
  const GError *error = salon_card_run_get_error (self);

  g_return_val_if_fail (SALON_IS_CARD_RUN (self), NULL);

  switch (self->state) {
  case SALON_CARD_RUN_AT_PRINTER:
    return text_at_printer (self);
  case SALON_CARD_RUN_DONE:
    return text_done (self);
  case SALON_CARD_RUN_NOT_PRINTED:
    return text_not_printed (self);
  case SALON_CARD_RUN_ASKING:
    return text_asking (self);
  case SALON_CARD_RUN_OPEN:
    return g_strdup_printf (_("It is not clear yet how this print ended. %s"), error != NULL ? error->message : "");
  case SALON_CARD_RUN_BEFORE:
  case SALON_CARD_RUN_ENDING:
  default:
    return g_strdup (_("The card is prepared …"));
  }
}

/* ---- object */

static void
salon_card_run_finalize (GObject *object)
{
  SalonCardRun *self = SALON_CARD_RUN (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->printer);
  g_clear_object (&self->session);
  g_clear_pointer (&self->design, salon_card_design_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->refusal);
  g_free (self->path);
  G_OBJECT_CLASS (salon_card_run_parent_class)->finalize (object);
}

static void
salon_card_run_class_init (SalonCardRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_card_run_finalize;

  /**
   * SalonCardRun::changed:
   *
   * It got further, or came to its end.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_CARD_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_card_run_init (SalonCardRun *self)
{
  self->state = SALON_CARD_RUN_BEFORE;
}
