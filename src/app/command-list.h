#pragma once
/* What can be done by typing its name: the command palette is the search field. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonCommandEntry:
 * @label: English; translate when shown
 * @words: (nullable): other words by which people look for it, English; translated, too
 * @action: detailed name of the action
 * @key: (nullable): its key, as people read it
 * @icon_name: symbolic icon
 * @is_built: (nullable): whether the program was built with it; %NULL = always
 */
typedef struct {
  const char *label;
  const char *words;
  const char *action;
  const char *key;
  const char *icon_name;
  gboolean (*is_built) (void);
} SalonCommandEntry;

const SalonCommandEntry *salon_command_list (guint *n);
gboolean salon_command_text_matches (const char *text, const char *query);
gboolean salon_command_matches (const SalonCommandEntry *entry, const char *query);

G_END_DECLS
