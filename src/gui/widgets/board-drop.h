#pragma once
/* What is carried to the board from elsewhere: a client of the search, a row of the waiting list, a request. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  SALON_BOARD_DROP_CLIENT,
  SALON_BOARD_DROP_WAITING,
  SALON_BOARD_DROP_REQUEST,
} SalonBoardDropKind;

/**
 * SalonBoardDrop:
 * @kind: what is carried
 * @id: of the client, of the row of the waiting list or of the request
 * @client_id: whom it is about; 0 = not known yet
 * @service_id: what is wanted; 0 = not known yet
 * @minutes: how long it takes; 0 = as the service says
 * @label: what the ghost says: a name
 */
typedef struct {
  SalonBoardDropKind kind;
  gint64 id;
  gint64 client_id;
  gint64 service_id;
  int minutes;
  char *label;
} SalonBoardDrop;

#define SALON_TYPE_BOARD_DROP (salon_board_drop_get_type ())
GType salon_board_drop_get_type (void);

SalonBoardDrop *salon_board_drop_new (SalonBoardDropKind kind, gint64 id, gint64 client_id, const char *label);
SalonBoardDrop *salon_board_drop_copy (const SalonBoardDrop *self);
void salon_board_drop_free (SalonBoardDrop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBoardDrop, salon_board_drop_free)

/**
 * SalonBoardDropFunc:
 * @row: the widget that is dragged
 *
 * Returns: (transfer full) (nullable): what it stands for; %NULL = nothing that can be carried
 */
typedef SalonBoardDrop *(*SalonBoardDropFunc) (GtkWidget *row, gpointer user_data);

void salon_board_drop_source_add (GtkWidget *row, SalonBoardDropFunc func, gpointer user_data);

G_END_DECLS
