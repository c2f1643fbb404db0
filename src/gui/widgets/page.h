#pragma once
/* What the window expects of a page: it is told when it comes into view and goes out of it. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PAGE (salon_page_get_type ())
G_DECLARE_INTERFACE (SalonPage, salon_page, SALON, PAGE, GtkWidget)

struct _SalonPageInterface {
  GTypeInterface parent;

  void (*activate) (SalonPage *self);
  void (*deactivate) (SalonPage *self);
  gboolean (*open) (SalonPage *self, const char *what, gint64 id);
  gboolean (*open_text) (SalonPage *self, const char *what, const char *text);
  gboolean (*back) (SalonPage *self);
};

void salon_page_activate (SalonPage *self);
void salon_page_deactivate (SalonPage *self);
gboolean salon_page_open (SalonPage *self, const char *what, gint64 id);
gboolean salon_page_open_text (SalonPage *self, const char *what, const char *text);
gboolean salon_page_back (SalonPage *self);

G_END_DECLS
