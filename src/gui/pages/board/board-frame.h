#pragma once
/* Strip, board and side next to each other; on a small screen the board alone, and the others when they are wanted. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_FRAME (salon_board_frame_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardFrame, salon_board_frame, SALON, BOARD_FRAME, GtkWidget)

typedef enum {
  SALON_BOARD_PART_STRIP,
  SALON_BOARD_PART_SIDE,
} SalonBoardPart;

GtkWidget *salon_board_frame_new (GtkWidget *strip, GtkWidget *middle, GtkWidget *side);
void salon_board_frame_set_open (SalonBoardFrame *self, SalonBoardPart part, gboolean open);
gboolean salon_board_frame_is_open (SalonBoardFrame *self, SalonBoardPart part);
void salon_board_frame_toggle (SalonBoardFrame *self, SalonBoardPart part);
gboolean salon_board_frame_is_wide (SalonBoardFrame *self);

G_END_DECLS
