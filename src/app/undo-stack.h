#pragma once
/* What Ctrl+Z and Ctrl+Shift+Z of a window reach. */
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_UNDO_STACK (salon_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (SalonUndoStack, salon_undo_stack, SALON, UNDO_STACK, GObject)

SalonUndoStack *salon_undo_stack_new (SalonSession *session);
void salon_undo_stack_add_done (SalonUndoStack *self, const char *operation);
void salon_undo_stack_add_undone (SalonUndoStack *self, const char *operation);
void salon_undo_stack_add_redone (SalonUndoStack *self, const char *operation);
void salon_undo_stack_remove (SalonUndoStack *self, const char *operation);
void salon_undo_stack_ask (SalonUndoStack *self, gboolean is_redo);

G_END_DECLS
