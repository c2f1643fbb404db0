#pragma once
/* Pages one below the other, as they will come from the printer. */
#include "report/pages.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PAPER_VIEW (salon_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonPaperView, salon_paper_view, SALON, PAPER_VIEW, GtkWidget)

GtkWidget *salon_paper_view_new (const char *label);
void salon_paper_view_set_pages (SalonPaperView *self, SalonPages *pages);

G_END_DECLS
