#pragma once
/* A salon with one client whom there is much to say about, and a window that hears what her card says. */
#include "gui/parts/client-line.h"
#include "gui/parts/client-view.h"
#include "gui/widgets/inline-edit.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

/**
 * CardTest:
 * @view: the card, shown in a window
 * @note: (nullable): the last note of the window
 * @operation: of that note, 0 without Undo
 * @opened: the visit or the client that was to be opened
 */
typedef struct {
  SalonFixture *fixture;
  gint64 irina;
  gint64 olga;
  gint64 visit;
  GtkWidget *view;
  char *note;
  gint64 operation;
  gint64 opened;
  guint n_loaded;
} CardTest;

void card_set_up (CardTest *test, gconstpointer data);
void card_tear_down (CardTest *test, gconstpointer data);
void card_open (CardTest *test, gint64 client);
void card_listen (CardTest *test, GtkWidget *widget);
SalonClientLine *card_line (CardTest *test, const char *label);
SalonInlineEdit *card_edit (CardTest *test, const char *label);
void card_type (SalonInlineEdit *edit, const char *text);
gboolean card_says (CardTest *test, const char *text);
