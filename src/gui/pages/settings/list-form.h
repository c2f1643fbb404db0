#pragma once
/* A list of what is saved and the form beside it: which of them is in the form. */
#include "gui/pages/settings/section.h"
#include "gui/widgets/card.h"

G_BEGIN_DECLS

/* Puts one in the form, 0 = a new one.  Returns: (nullable): its name; %NULL if there is none, so that it is a new one. */
typedef const char *(*SalonListFormShow) (gpointer owner, gint64 id);
typedef GtkWidget *(*SalonListFormRow) (gpointer owner, gpointer thing);

/**
 * SalonListFormWords: all translated
 * @nothing: what stands in the list while it is empty
 * @add: what the button says that adds one
 * @new_title: of the form while it makes a new one
 */
typedef struct {
  const char *title;
  const char *nothing;
  const char *add;
  const char *new_title;
} SalonListFormWords;

/**
 * SalonListForm:
 * @owner: for the functions
 * @form: has a signal "saved" that tells the id
 * @shown: what is in the form; 0 = a new one
 *
 * Lies within the owner, which lives as long as the section.
 */
typedef struct {
  gpointer owner;
  SalonListFormShow show;
  const char *new_title;
  SalonCard *card;
  SalonCard *form_card;
  GtkListBox *list;
  GtkWidget *form;
  gint64 shown;
  gboolean is_filled;
} SalonListForm;

void salon_list_form_build (SalonListForm *self, SalonSettingsSection *section, const SalonListFormWords *words, GtkWidget *form);
void salon_list_form_show (SalonListForm *self, gint64 id);
void salon_list_form_fill (SalonListForm *self, const GPtrArray *things, SalonListFormRow create_row);
void salon_list_form_settle (SalonListForm *self, gint64 first_id);

G_END_DECLS
