#pragma once
/* The tables of data/demo: names, services, rooms, employees, texts in three languages. */
#include "model/services/generate-dice.h"

G_BEGIN_DECLS

/* Columns that more than one reader knows. */
enum { SALON_DEMO_ADDON, SALON_DEMO_ADDON_OF };  /* of addons.tsv: English names of services */
enum { SALON_DEMO_SERVICE_NAME = 13 };           /* of services.tsv: the English name */
enum { SALON_DEMO_SHIFT_COLOR, SALON_DEMO_SHIFT_FROM, SALON_DEMO_SHIFT_TO, SALON_DEMO_SHIFT_EN }; /* of shift-kinds.tsv: hours */
enum { SALON_DEMO_CATEGORY_PARALLEL = 5 };       /* of service-categories.tsv */

typedef enum { SALON_DEMO_EN, SALON_DEMO_RU, SALON_DEMO_LV } SalonDemoLanguage;

typedef struct _SalonDemoTable SalonDemoTable;

SalonDemoLanguage salon_demo_language (const char *language);
SalonDemoTable *salon_demo_table_load (const char *name, int weight_column);
SalonDemoTable *salon_demo_table_select (const SalonDemoTable *table, int column, const char *value);
void salon_demo_table_free (SalonDemoTable *self);
guint salon_demo_table_size (const SalonDemoTable *self);
const char *salon_demo_table_get (const SalonDemoTable *self, guint row, int column);
int salon_demo_table_int (const SalonDemoTable *self, guint row, int column);
gboolean salon_demo_table_has (const SalonDemoTable *self, int column, const char *value);
int salon_demo_table_find (const SalonDemoTable *self, int column, const char *value);
guint salon_demo_table_pick (const SalonDemoTable *self, SalonDice *dice);

GBytes *salon_demo_portrait (int number, gboolean small);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDemoTable, salon_demo_table_free)

G_END_DECLS
