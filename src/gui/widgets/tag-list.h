#pragma once
/* Tags and categories in a line that wraps, each with its colour; they can be taken off and added in place. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TAG_LIST (salon_tag_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonTagList, salon_tag_list, SALON, TAG_LIST, GtkWidget)

/* instead of a colour: a # as before a tag, or nothing */
#define SALON_TAG_NO_COLOR G_MAXUINT32
#define SALON_TAG_NO_MARK  (G_MAXUINT32 - 1)

GtkWidget *salon_tag_list_new (void);
void salon_tag_list_clear (SalonTagList *self);
void salon_tag_list_append (SalonTagList *self, gint64 id, const char *name, guint32 rgb, gboolean removable);
void salon_tag_list_set_adder (SalonTagList *self, GtkWidget *adder);

G_END_DECLS
