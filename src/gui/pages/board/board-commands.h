#pragma once
/* What the board asks of the salon, and how the answers are told. */
#include "gui/widgets/banner.h"
#include "model/rules/board.h"
#include "model/rules/verbs.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_COMMANDS (salon_board_commands_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardCommands, salon_board_commands, SALON, BOARD_COMMANDS, GObject)

SalonBoardCommands *salon_board_commands_new (SalonSession *session, GtkWidget *page, SalonBanner *banner);
void salon_board_commands_move (SalonBoardCommands *self, const SalonBoard *board, const SalonBoardMove *move);
gboolean salon_board_commands_accept (SalonBoardCommands *self);
void salon_board_commands_verb (SalonBoardCommands *self, const SalonBoard *board, gint64 visit_id, SalonVisitVerbs verb);

G_END_DECLS
