#pragma once
/* A few questions that stand where they were asked for, and the command that follows from the answers. */
#include "gui/parts/client-model.h"
#include "gui/parts/entity-control.h"

G_BEGIN_DECLS

#define SALON_DEED_ASKS 3

/**
 * SalonDeedAnswers: one for each question
 * @values: numbers, money, days, ids; %SALON_VALUE_NONE = nothing was said
 * @texts: texts; of a client her name, only when a form is opened
 */
typedef struct {
  gint64 values[SALON_DEED_ASKS];
  const char *texts[SALON_DEED_ASKS];
} SalonDeedAnswers;

/**
 * SalonDeed: something that is done to what a client has
 * @verb: English: the button that does it
 * @done: English: the whole sentence when it is done
 * @asks: a %SALON_ASK_PICK without items asks for a client
 * @request: (transfer full): what @command takes
 */
typedef struct {
  const char *verb;
  const char *done;
  const SalonAsk *asks;
  guint n_asks;
  const SalonCommand *command;
  gpointer (*request) (gint64 subject, const SalonDeedAnswers *answers);
} SalonDeed;

#define SALON_TYPE_DEED_FORM (salon_deed_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonDeedForm, salon_deed_form, SALON, DEED_FORM, GtkWidget)

GtkWidget *salon_deed_form_new (SalonClientModel *model);
void salon_deed_form_inset (SalonDeedForm *self);
void salon_deed_form_open (SalonDeedForm *self, const SalonDeed *deed, gint64 subject, const char *title, const SalonDeedAnswers *first);
void salon_deed_form_close (SalonDeedForm *self);
gboolean salon_deed_form_is_open (SalonDeedForm *self);

G_END_DECLS
