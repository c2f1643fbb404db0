#pragma once
/* One fact of a client's card that can be changed where it stands; an empty one is not shown until it is wanted. */
#include "gui/parts/client-model.h"
#include "gui/widgets/fact.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_LINE (salon_client_line_get_type ())
G_DECLARE_DERIVABLE_TYPE (SalonClientLine, salon_client_line, SALON, CLIENT_LINE, GtkWidget)

/**
 * SalonClientLineClass:
 * @render: shows what is in the panel; returns whether there is anything
 * @start: opens it for editing; it is visible already
 * @is_editing: (nullable): whether it is open
 * @leave: (nullable): another client comes: what is typed for @id must not become hers
 */
struct _SalonClientLineClass {
  GtkWidgetClass parent_class;

  gboolean (*render) (SalonClientLine *self, const SalonClientPanel *panel);
  void (*start) (SalonClientLine *self);
  gboolean (*is_editing) (SalonClientLine *self);
  void (*leave) (SalonClientLine *self, gint64 id);
};

void salon_client_line_set_up (SalonClientLine *self, SalonClientModel *model, const char *label, SalonClientVerbs needs,
                               GtkWidget *editor);
void salon_client_line_set_plain (SalonClientLine *self, const char *icon_name);
void salon_client_line_set_upright (SalonClientLine *self);
void salon_client_line_set_filled (SalonClientLine *self, gboolean filled);
SalonClientModel *salon_client_line_get_model (SalonClientLine *self);
const char *salon_client_line_get_label (SalonClientLine *self);
gboolean salon_client_line_can_add (SalonClientLine *self);
void salon_client_line_start (SalonClientLine *self);
char *salon_client_line_saved_note (SalonClientLine *self);

G_END_DECLS
