/* A refusal stands in a banner above the board, with the three nearest free times, until the next thing is done; a
 * warning, too, with the button that accepts it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-commands.h"
#include "gui/parts/notes.h"
#include "gui/parts/series-offer.h"
#include "gui/parts/visit-verbs.h"
#include "model/services/booking.h"

struct _SalonBoardCommands {
  GObject parent_instance;

  SalonSession *session;
  GtkWidget *page;     /* not owned: it owns us */
  SalonBanner *banner; /* not owned */
  SalonBoardMove move; /* that waits for a word; visit_id 0 = none */
  char *done;          /* what is said when it was done */
};

G_DEFINE_FINAL_TYPE (SalonBoardCommands, salon_board_commands, G_TYPE_OBJECT)

typedef struct {
  SalonBoardCommands *commands;
  SalonBoardMove move;
  char *done;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->commands);
  g_free (asked->done);
  g_free (asked);
}

static void
salon_board_commands_dispose (GObject *object)
{
  SalonBoardCommands *self = SALON_BOARD_COMMANDS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->done, g_free);
  self->page = NULL;
  self->banner = NULL;
  G_OBJECT_CLASS (salon_board_commands_parent_class)->dispose (object);
}

static void
salon_board_commands_class_init (SalonBoardCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_board_commands_dispose;
}

static void
salon_board_commands_init (SalonBoardCommands *self)
{
}

/**
 * salon_board_commands_new:
 * @page: notes appear in its window; it lives longer
 * @banner: tells what was refused
 *
 * Returns: (transfer full): runs commands
 */
SalonBoardCommands *
salon_board_commands_new (SalonSession *session, GtkWidget *page, SalonBanner *banner)
{
  SalonBoardCommands *self = g_object_new (SALON_TYPE_BOARD_COMMANDS, NULL);

  self->session = g_object_ref (session);
  self->page = page;
  self->banner = banner;
  return self;
}

/* ---- moving ---- */

static void
show_refusal (SalonBoardCommands *self, Asked *asked, const GError *error)
{
  gboolean warning = g_error_matches (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_WARNING);

  salon_banner_show (self->banner, warning ? SALON_TONE_AMBER : SALON_TONE_RED, error->message);
  salon_banner_set_button (self->banner, warning ? _("Move anyway (Alt+Enter)") : NULL, warning ? "board.accept" : NULL);
  if (!warning)
    return;
  self->move = asked->move;
  g_free (self->done);
  self->done = g_steal_pointer (&asked->done);
}

static void
on_moved (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  SalonBoardCommands *self = asked->commands;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->page != NULL && ok) {
    salon_note_done (self->page, asked->done, &done);
    salon_series_offer (self->page, self->session, &done);
  } else if (self->page != NULL) {
    show_refusal (self, asked, error);
  }
  asked_free (asked);
}

static void
submit (SalonBoardCommands *self, const SalonBoardMove *move, const char *done, gboolean accept)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->commands = g_object_ref (self);
  asked->move = *move;
  asked->done = g_strdup (done);
  salon_banner_hide (self->banner);
  self->move.visit_id = 0;
  if (move->minutes != 0) {
    SalonResizeRequest *request = salon_resize_request_new (move->line_id, move->minutes);

    request->accept_warnings = accept;
    salon_session_submit (self->session, &salon_command_resize, request, NULL, NULL, on_moved, asked);
  } else {
    SalonMoveRequest *request = salon_move_request_new (move->visit_id, move->start);

    request->line_id = move->line_id;
    request->employee_id = move->employee_id;
    request->room_id = move->room_id;
    request->accept_warnings = accept;
    salon_session_submit (self->session, &salon_command_move, request, NULL, NULL, on_moved, asked);
  }
}

static char *
moved_sentence (SalonBoardCommands *self, const SalonBoard *board, const SalonBoardMove *move)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, move->visit_id);
  const SalonBoardLine *line = salon_board_find_line (board, move->line_id);
  gint64 employee_id = move->employee_id != 0 ? move->employee_id : line->employee_id;
  const SalonBoardEmployee *employee = salon_board_find_employee (board, employee_id);
  const SalonBoardRoom *room = move->room_id > 0 ? salon_board_find_room (board, move->room_id) : NULL;
  const char *where = room != NULL ? room->name : employee != NULL ? employee->name : "";
  SalonDay day = (SalonDay) (move->start / SALON_MINUTES_A_DAY);
  g_autofree char *time = salon_minute_format ((int) (move->start % SALON_MINUTES_A_DAY));
  g_autofree char *day_text = salon_day_format_relative (day, board->today);

  if (day == (SalonDay) (line->start / SALON_MINUTES_A_DAY))
    /* Translators: a note: a client, a time, and the employee or room */
    return g_strdup_printf (_("Moved %s: %s, %s"), visit->client, time, where);
  /* Translators: a note: a client, a day, a time, and the employee or room */
  return g_strdup_printf (_("Moved %s: %s %s, %s"), visit->client, day_text, time, where);
}

static char *
resized_sentence (const SalonBoard *board, const SalonBoardMove *move)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, move->visit_id);

  /* Translators: a note: a client, the new length of her service */
  return g_strdup_printf (ngettext ("%s: %d minute now", "%s: %d minutes now", (gulong) move->minutes), visit->client, move->minutes);
}

/**
 * salon_board_commands_move:
 * @board: that was seen
 * @move: another time, place or length of a visit
 *
 * Does it, and says so with Undo; or says why not.
 */
void
salon_board_commands_move (SalonBoardCommands *self, const SalonBoard *board, const SalonBoardMove *move)
{
  g_autofree char *done = NULL;

  g_return_if_fail (SALON_IS_BOARD_COMMANDS (self));

  if (salon_board_find_visit (board, move->visit_id) == NULL || salon_board_find_line (board, move->line_id) == NULL)
    return;
  done = move->minutes != 0 ? resized_sentence (board, move) : moved_sentence (self, board, move);
  submit (self, move, done, FALSE);
}

/**
 * salon_board_commands_accept:
 *
 * Does what was warned of.
 *
 * Returns: whether anything waited for it
 */
gboolean
salon_board_commands_accept (SalonBoardCommands *self)
{
  SalonBoardMove move = self->move;
  g_autofree char *done = g_steal_pointer (&self->done);

  if (move.visit_id == 0)
    return FALSE;
  submit (self, &move, done, TRUE);
  return TRUE;
}

/**
 * salon_board_commands_verb:
 * @verb: one that changes the state
 */
void
salon_board_commands_verb (SalonBoardCommands *self, const SalonBoard *board, gint64 visit_id, SalonVisitVerbs verb)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, visit_id);
  g_autoptr (SalonDeskVisit) told = NULL;

  g_return_if_fail (SALON_IS_BOARD_COMMANDS (self));

  if (visit == NULL)
    return;
  told = g_object_new (SALON_TYPE_DESK_VISIT, NULL);
  told->visit_id = visit->visit_id;
  told->client_id = visit->client_id;
  told->client = g_strdup (visit->client);
  told->state = (gint64) visit->state;
  salon_banner_hide (self->banner);
  salon_visit_verb_run (self->page, self->session, told, verb, NULL);
}
