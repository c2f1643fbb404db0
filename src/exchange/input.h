#pragma once
/* The bytes of a file that is imported, or of a test: named for messages, and watched for changes while it is read. */
#include "base/error.h"

G_BEGIN_DECLS

typedef struct _SalonInput SalonInput;

SalonInput *salon_input_open (const char *path, GError **error);
SalonInput *salon_input_new (GBytes *bytes, const char *name);
void salon_input_free (SalonInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonInput, salon_input_free)

const char *salon_input_get_name (SalonInput *self);
const char *salon_input_get_path (SalonInput *self);
GBytes *salon_input_get_bytes (SalonInput *self);
gint64 salon_input_get_size (SalonInput *self);
gssize salon_input_read (SalonInput *self, void *buffer, gsize size, GError **error);
gboolean salon_input_rewind (SalonInput *self, GError **error);
GBytes *salon_input_load (SalonInput *self, gsize limit, GError **error);
gboolean salon_input_check_unchanged (SalonInput *self, GError **error);

G_END_DECLS
