/* What is being written while the key is pressed is the newest as soon as it is written: the key is for it, not for what
 * was done before.  So a key waits for the answers of all writes that were asked for before it, and the keys wait for
 * each other. */
#include "config.h"

#include "app/undo-stack.h"

struct _SalonUndoStack {
  GObject parent;
  SalonSession *session;
  GPtrArray *operations; /* ids that Undo takes back, the newest last */
  GPtrArray *undone;     /* those of what took them back, for Redo */
  GQueue asked;          /* keys whose turn has not come: whether it is Redo */
};

enum { RUN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonUndoStack, salon_undo_stack, G_TYPE_OBJECT)

static void
run_newest (SalonUndoStack *self, gboolean is_redo)
{
  GPtrArray *from = is_redo ? self->undone : self->operations;
  g_autofree char *operation = from->len > 0 ? g_ptr_array_steal_index (from, from->len - 1) : NULL;

  if (operation != NULL)
    g_signal_emit (self, signals[RUN], 0, operation, is_redo);
}

static void
on_written (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonUndoStack) self = data;
  gboolean is_redo = GPOINTER_TO_INT (g_queue_pop_head (&self->asked));

  run_newest (self, is_redo);
  if (!g_queue_is_empty (&self->asked))
    salon_session_after_writes (self->session, on_written, g_object_ref (self));
}

static void
salon_undo_stack_finalize (GObject *object)
{
  SalonUndoStack *self = SALON_UNDO_STACK (object);

  g_object_unref (self->session);
  g_ptr_array_unref (self->operations);
  g_ptr_array_unref (self->undone);
  g_queue_clear (&self->asked);
  G_OBJECT_CLASS (salon_undo_stack_parent_class)->finalize (object);
}

static void
salon_undo_stack_class_init (SalonUndoStackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_undo_stack_finalize;

  /**
   * SalonUndoStack::run:
   * @operation: to be taken back; it is no longer on the stack
   * @is_redo: whether that was an Undo itself
   */
  signals[RUN] = g_signal_new ("run", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
salon_undo_stack_init (SalonUndoStack *self)
{
  self->operations = g_ptr_array_new_with_free_func (g_free);
  self->undone = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->asked);
}

/**
 * salon_undo_stack_new:
 * @session: (transfer none): whose writes the keys wait for
 *
 * Returns: (transfer full): with nothing on it
 */
SalonUndoStack *
salon_undo_stack_new (SalonSession *session)
{
  SalonUndoStack *self = g_object_new (SALON_TYPE_UNDO_STACK, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * salon_undo_stack_add_done:
 * @operation: its id
 *
 * Something new was done; what was undone before cannot be done again.
 */
void
salon_undo_stack_add_done (SalonUndoStack *self, const char *operation)
{
  g_ptr_array_add (self->operations, g_strdup (operation));
  g_ptr_array_set_size (self->undone, 0);
}

/**
 * salon_undo_stack_add_undone:
 * @operation: of the Undo itself
 */
void
salon_undo_stack_add_undone (SalonUndoStack *self, const char *operation)
{
  g_ptr_array_add (self->undone, g_strdup (operation));
}

/**
 * salon_undo_stack_add_redone:
 * @operation: that did it again; Undo takes it back as it did the first time
 */
void
salon_undo_stack_add_redone (SalonUndoStack *self, const char *operation)
{
  g_ptr_array_add (self->operations, g_strdup (operation));
}

/**
 * salon_undo_stack_remove:
 * @operation: that is taken back in another way
 */
void
salon_undo_stack_remove (SalonUndoStack *self, const char *operation)
{
  guint index = 0;

  if (g_ptr_array_find_with_equal_func (self->operations, operation, g_str_equal, &index))
    g_ptr_array_remove_index (self->operations, index);
}

/**
 * salon_undo_stack_ask:
 * @is_redo: FALSE = take back what was done last, TRUE = do again what was taken back last
 *
 * "run" follows as soon as all that was begun is written; nothing follows if there is nothing then.
 */
void
salon_undo_stack_ask (SalonUndoStack *self, gboolean is_redo)
{
  g_queue_push_tail (&self->asked, GINT_TO_POINTER (is_redo));
  if (g_queue_get_length (&self->asked) == 1)
    salon_session_after_writes (self->session, on_written, g_object_ref (self));
}
