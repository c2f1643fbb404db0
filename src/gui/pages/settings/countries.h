#pragma once
/* Countries, currencies and languages to pick from. */
#include <gio/gio.h>

G_BEGIN_DECLS

gint64 salon_code_to_id (const char *code);
char *salon_code_of_id (gint64 id);
GListModel *salon_items_of_countries (const char *own);
GListModel *salon_items_of_currencies (void);
GListModel *salon_items_of_languages (void);

G_END_DECLS
