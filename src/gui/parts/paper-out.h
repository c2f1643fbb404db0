#pragma once
/* Pages that are laid out, to a printer or into a PDF file. */
#include "gui/parts/save-file.h"
#include "report/pages.h"

G_BEGIN_DECLS

void salon_paper_print (GtkWidget *from, SalonPages *pages, SalonSaved done);
void salon_paper_save (GtkWidget *from, SalonPages *pages, const char *title, const char *name, SalonSaved done);

G_END_DECLS
