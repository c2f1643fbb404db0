/* Holds the board that is shown and those before and after it, so that the next day is there at once.  Whatever changes
 * makes all of them old; the one that is shown is read again at once, the others when there is nothing else to do. */
#include "gui/pages/board/board-loader.h"
#include "model/services/board.h"

#define MOST_KEPT 8

struct _SalonBoardLoader {
  GObject parent_instance;

  SalonSession *session;
  GHashTable *boards; /* "day n" → SalonBoard */
  GCancellable *cancellable;
  SalonDay first_day;
  int n_days;
  guint generation;
  gboolean active;
  gboolean stale;
};

enum { LOADED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardLoader, salon_board_loader, G_TYPE_OBJECT)

typedef struct {
  SalonBoardLoader *loader;
  SalonDay first_day;
  int n_days;
  guint generation;
  int ahead; /* which neighbour is read next: 1, then -1; 0 = this is the one that is wanted */
} Asked;

static void ask (SalonBoardLoader *self, SalonDay first_day, int n_days, int ahead);

static char *
key_of (SalonDay first_day, int n_days)
{
  return g_strdup_printf ("%d %d", first_day, n_days);
}

static SalonBoard *
find (SalonBoardLoader *self, SalonDay first_day, int n_days)
{
  g_autofree char *key = key_of (first_day, n_days);

  return g_hash_table_lookup (self->boards, key);
}

static void
keep (SalonBoardLoader *self, SalonDay first_day, int n_days, SalonBoard *board)
{
  if (g_hash_table_size (self->boards) >= MOST_KEPT)
    g_hash_table_remove_all (self->boards);
  g_hash_table_insert (self->boards, key_of (first_day, n_days), salon_board_ref (board));
}

/* The next one first: one leafs forward more often. */
static void
read_ahead (SalonBoardLoader *self, int done)
{
  int ahead = done == 0 ? 1 : done == 1 ? -1 : 0;

  if (ahead == 0)
    return;
  if (find (self, self->first_day + ahead * self->n_days, self->n_days) != NULL)
    read_ahead (self, ahead);
  else
    ask (self, self->first_day + ahead * self->n_days, self->n_days, ahead);
}

static void
on_board (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (SalonBoardLoader) self = asked->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonBoard) board = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session != NULL && asked->generation == self->generation) {
    if (board != NULL)
      keep (self, asked->first_day, asked->n_days, board);
    if (asked->ahead == 0 && board != NULL)
      g_signal_emit (self, signals[LOADED], 0, board);
    else if (asked->ahead == 0)
      g_signal_emit (self, signals[FAILED], 0, error);
    if (board != NULL)
      read_ahead (self, asked->ahead);
  }
  g_free (asked);
}

static void
ask (SalonBoardLoader *self, SalonDay first_day, int n_days, int ahead)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ g_object_ref (self), first_day, n_days, self->generation, ahead };
  salon_session_query (self->session, &salon_query_board, ahead == 0 ? SALON_LANE_INTERACTIVE : SALON_LANE_BACKGROUND,
                       salon_board_request_new (first_day, n_days, 0, TRUE), self->cancellable, on_board, asked);
}

static void
begin (SalonBoardLoader *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
read_again (SalonBoardLoader *self)
{
  self->stale = FALSE;
  g_hash_table_remove_all (self->boards);
  begin (self);
  ask (self, self->first_day, self->n_days, 0);
}

static void
on_changed (SalonBoardLoader *self)
{
  g_hash_table_remove_all (self->boards);
  if (self->active && self->first_day != SALON_DAY_NONE)
    read_again (self);
  else
    self->stale = TRUE;
}

static void
salon_board_loader_dispose (GObject *object)
{
  SalonBoardLoader *self = SALON_BOARD_LOADER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->boards, g_hash_table_unref);
  G_OBJECT_CLASS (salon_board_loader_parent_class)->dispose (object);
}

static void
salon_board_loader_class_init (SalonBoardLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_board_loader_dispose;

  /**
   * SalonBoardLoader::loaded:
   * @board: a #SalonBoard: the one that is wanted, or its new state
   */
  signals[LOADED] = g_signal_new ("loaded", SALON_TYPE_BOARD_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);

  /**
   * SalonBoardLoader::failed:
   * @error: why there is none
   */
  signals[FAILED] = g_signal_new ("failed", SALON_TYPE_BOARD_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
salon_board_loader_init (SalonBoardLoader *self)
{
  self->first_day = SALON_DAY_NONE;
  self->boards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) salon_board_unref);
}

/**
 * salon_board_loader_new:
 *
 * Returns: (transfer full): a loader; it follows changes while it is active
 */
SalonBoardLoader *
salon_board_loader_new (SalonSession *session)
{
  SalonBoardLoader *self = g_object_new (SALON_TYPE_BOARD_LOADER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * salon_board_loader_show:
 * @n_days: 1, or 7 for a week
 *
 * Answers by SalonBoardLoader::loaded, at once if the board was read ahead.
 */
void
salon_board_loader_show (SalonBoardLoader *self, SalonDay first_day, int n_days)
{
  g_autoptr (SalonBoard) board = NULL;

  g_return_if_fail (SALON_IS_BOARD_LOADER (self) && n_days > 0);

  self->first_day = first_day;
  self->n_days = n_days;
  begin (self);
  board = find (self, first_day, n_days);
  if (board == NULL) {
    ask (self, first_day, n_days, 0);
    return;
  }
  salon_board_ref (board);
  g_signal_emit (self, signals[LOADED], 0, board);
  read_ahead (self, 0);
}

/**
 * salon_board_loader_set_active: whether the board is in view; a hidden one reads nothing
 */
void
salon_board_loader_set_active (SalonBoardLoader *self, gboolean active)
{
  g_return_if_fail (SALON_IS_BOARD_LOADER (self));

  self->active = active;
  if (active && self->stale && self->first_day != SALON_DAY_NONE)
    read_again (self);
}
