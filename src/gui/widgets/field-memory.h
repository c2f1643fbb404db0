#pragma once
/* What stands in the fields of a window before something types into them that is nobody's fingers. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SalonFieldMemory SalonFieldMemory;

SalonFieldMemory *salon_field_memory_new (GtkWindow *window);
void salon_field_memory_free (SalonFieldMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonFieldMemory, salon_field_memory_free)
void salon_field_memory_restore (SalonFieldMemory *self);
void salon_field_memory_settle (SalonFieldMemory *self);

G_END_DECLS
