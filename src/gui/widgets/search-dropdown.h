#pragma once
/* A search field whose results drop down below it while the focus stays in the field. */
#include "gui/widgets/search-hit.h"

G_BEGIN_DECLS

#define SALON_TYPE_SEARCH_DROPDOWN (salon_search_dropdown_get_type ())
G_DECLARE_FINAL_TYPE (SalonSearchDropdown, salon_search_dropdown, SALON, SEARCH_DROPDOWN, GtkWidget)

GtkWidget *salon_search_dropdown_new (void);
void salon_search_dropdown_set_hits (SalonSearchDropdown *self, GListModel *hits);
void salon_search_dropdown_set_busy (SalonSearchDropdown *self, gboolean busy);
const char *salon_search_dropdown_get_text (SalonSearchDropdown *self);
void salon_search_dropdown_set_text (SalonSearchDropdown *self, const char *text);
void salon_search_dropdown_close (SalonSearchDropdown *self);
gboolean salon_search_dropdown_is_open (SalonSearchDropdown *self);
gboolean salon_search_dropdown_forward_key (SalonSearchDropdown *self, GtkEventControllerKey *keys);

G_END_DECLS
