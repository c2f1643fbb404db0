#pragma once
/* Answers the search field of the header: people, their visits, and what the program can do. */
#include "gui/widgets/search-dropdown.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_SEARCH_BINDER (salon_search_binder_get_type ())
G_DECLARE_FINAL_TYPE (SalonSearchBinder, salon_search_binder, SALON, SEARCH_BINDER, GObject)

SalonSearchBinder *salon_search_binder_new (SalonSession *session, SalonSearchDropdown *dropdown);

G_END_DECLS
