#pragma once
/* A form of questions about one entity: what does not matter for what was chosen is not asked; it is saved by a button. */
#include "gui/parts/entity-control.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonAskPlace: a question and where it stands
 * @applies: (nullable): whether it is asked, by what the others say; %NULL = always
 * @line: of the grid; questions that stand for each other share a place
 * @column: 0 or 1
 * @width: in columns
 */
typedef struct {
  SalonAsk ask;
  gboolean (*applies) (gconstpointer entity);
  int line;
  int column;
  int width;
} SalonAskPlace;

#define SALON_ASK(field, label, hint, kind, unit, items) { field, label, hint, SALON_ASK_##kind, TRUE, unit, items }

#define SALON_TYPE_ASK_FORM (salon_ask_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (SalonAskForm, salon_ask_form, SALON, ASK_FORM, GtkWidget)

/**
 * SalonAskFormClass:
 * @asks: the questions; what a later one applies to is read before
 * @saved: English, translated when shown: it was saved
 * @removed: the same of what was removed
 * @to_asked: (nullable): from how an entity is kept to how it is asked
 * @to_kept: (nullable): and back; a question that was not asked leaves nothing behind
 * @follow: shows what follows from the answers; @entity is as it would be kept
 * @save: saves, and answers to @done with the form; %FALSE if there is something that cannot be read
 * @remove: removes what is saved, and answers to @done with the form
 */
struct _SalonAskFormClass {
  GtkWidgetClass parent_class;
  const SalonAskPlace *asks;
  guint n_asks;
  const char *saved;
  const char *removed;
  void (*to_asked) (gpointer entity);
  void (*to_kept) (SalonAskForm *self, gpointer entity);
  void (*follow) (SalonAskForm *self, gpointer entity, gboolean readable);
  gboolean (*save) (SalonAskForm *self, gpointer orig, gpointer curr, GAsyncReadyCallback done);
  void (*remove) (SalonAskForm *self, gpointer entity, GAsyncReadyCallback done);
};

void salon_ask_form_build (SalonAskForm *self, SalonSession *session, GtkLabel *example);
void salon_ask_form_attach (SalonAskForm *self, const char *field, const char *label, GtkWidget *control, int line);
void salon_ask_form_show (SalonAskForm *self, gpointer entity);
void salon_ask_form_update (SalonAskForm *self);
gpointer salon_ask_form_get_entity (SalonAskForm *self);
gint64 salon_ask_form_get_id (SalonAskForm *self);
SalonSession *salon_ask_form_get_session (SalonAskForm *self);
GtkWidget *salon_ask_form_get_control (SalonAskForm *self, const char *field);
void salon_ask_form_set_filling (SalonAskForm *self, gboolean filling);

G_END_DECLS
