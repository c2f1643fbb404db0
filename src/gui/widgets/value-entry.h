#pragma once
/* A field for a value that people write as text: a day, money, a time.  The base of those fields. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_VALUE_NONE G_MININT64

#define SALON_TYPE_VALUE_ENTRY (salon_value_entry_get_type ())
G_DECLARE_DERIVABLE_TYPE (SalonValueEntry, salon_value_entry, SALON, VALUE_ENTRY, GtkWidget)

struct _SalonValueEntryClass {
  GtkWidgetClass parent_class;

  gboolean (*parse) (SalonValueEntry *self, const char *text, gint64 *value, GError **error);
  char *(*format) (SalonValueEntry *self, gint64 value);
};

gint64 salon_value_entry_get_value (SalonValueEntry *self);
void salon_value_entry_set_value (SalonValueEntry *self, gint64 value);
gboolean salon_value_entry_read (SalonValueEntry *self, gint64 *value, GError **error);
void salon_value_entry_set_text (SalonValueEntry *self, const char *text);
const char *salon_value_entry_get_text (SalonValueEntry *self);
void salon_value_entry_set_error (SalonValueEntry *self, const char *sentence);
const char *salon_value_entry_get_error (SalonValueEntry *self);
void salon_value_entry_set_label (SalonValueEntry *self, const char *label);
GtkEntry *salon_value_entry_get_entry (SalonValueEntry *self);
void salon_value_entry_add_suffix (SalonValueEntry *self, GtkWidget *suffix);
void salon_value_entry_reformat (SalonValueEntry *self);

G_END_DECLS
