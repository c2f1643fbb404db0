#pragma once
/* Master data and settings as the window needs them all the time: read once, renewed when they change. */
#include "model/services/session.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

#define SALON_TYPE_DIRECTORY (salon_directory_get_type ())
G_DECLARE_FINAL_TYPE (SalonDirectory, salon_directory, SALON, DIRECTORY, GObject)

typedef enum {
  SALON_DIRECTORY_SERVICES,
  SALON_DIRECTORY_EMPLOYEES,
  SALON_DIRECTORY_ROOMS,
  SALON_DIRECTORY_SOURCES,
  SALON_DIRECTORY_TAGS,
  SALON_DIRECTORY_CATEGORIES,
  SALON_DIRECTORY_SERVICE_CATEGORIES,
  SALON_DIRECTORY_ZONES,
  SALON_DIRECTORY_ROOM_KINDS,
  SALON_DIRECTORY_CUSTOM_FIELDS,
  SALON_DIRECTORY_SERVICE_ADDONS,
  SALON_DIRECTORY_EMPLOYEE_SERVICES,
  SALON_DIRECTORY_EMPLOYEE_LEVELS,
  SALON_DIRECTORY_ITEMS,
  SALON_DIRECTORY_ITEM_CATEGORIES,
  SALON_DIRECTORY_SERVICE_PRICES,
  SALON_DIRECTORY_SERVICE_VARIANTS,
  SALON_DIRECTORY_VAT_PERIODS,
  SALON_DIRECTORY_VAT_RATES,
  SALON_N_DIRECTORIES,
} SalonDirectoryList;

SalonDirectory *salon_directory_of (SalonSession *session);
gboolean salon_directory_is_ready (SalonDirectory *self);
GPtrArray *salon_directory_list (SalonDirectory *self, SalonDirectoryList which);
gpointer salon_directory_find (SalonDirectory *self, SalonDirectoryList which, gint64 id);
const SalonSettings *salon_directory_settings (SalonDirectory *self);
const SalonCurrency *salon_directory_currency (SalonDirectory *self);

G_END_DECLS
