#pragma once
/* More than two cards of one person become one: which of them stays is chosen here. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MERGE_MANY (salon_merge_many_get_type ())
G_DECLARE_FINAL_TYPE (SalonMergeMany, salon_merge_many, SALON, MERGE_MANY, GtkWidget)

#define SALON_MERGE_MOST 30 /* cards of one person; more is a mistake */

GtkWidget *salon_merge_many_new (SalonSession *session);
void salon_merge_many_open (SalonMergeMany *self, GArray *ids);

G_END_DECLS
