#pragma once
/* A line of the card whose value is written as text. */
#include "gui/parts/client-line.h"

G_BEGIN_DECLS

/**
 * SalonClientText:
 * @get: (transfer full) (nullable): the text as it is edited
 * @show: (nullable) (transfer full): the text as it is shown, where that is another one
 * @put: writes what was typed into the draft, or refuses it
 *
 * How a line reads and writes its value; @what is the line's own.
 */
typedef struct {
  char *(*get) (const SalonClientPanel *panel, gconstpointer what);
  char *(*show) (const SalonClientPanel *panel, gconstpointer what, SalonDay today);
  gboolean (*put) (SalonClientDraft *draft, gconstpointer what, const char *text, GError **error);
} SalonClientText;

#define SALON_TYPE_CLIENT_TEXT_LINE (salon_client_text_line_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientTextLine, salon_client_text_line, SALON, CLIENT_TEXT_LINE, SalonClientLine)

GtkWidget *salon_client_text_line_new (SalonClientModel *model, const char *column, const char *label,
                                       const char *placeholder, gboolean multiline, SalonClientVerbs needs);
GtkWidget *salon_client_text_line_new_full (SalonClientModel *model, const SalonClientText *access, gpointer what,
                                            GDestroyNotify free_what, const char *label, const char *placeholder,
                                            gboolean multiline, SalonClientVerbs needs);
void salon_client_text_line_set_breakable (SalonClientTextLine *self, int n_chars);
void salon_client_text_line_set_link (SalonClientTextLine *self, GtkPackType side, const char *icon_name,
                                      const char *tooltip, const char *prefix);

G_END_DECLS
