#pragma once
/* A file that gets its name when it is whole. */
#include "base/error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SalonDraft SalonDraft;

SalonDraft *salon_draft_new (const char *path, GError **error);
void salon_draft_free (SalonDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDraft, salon_draft_free)

const char *salon_draft_get_path (SalonDraft *self);
const char *salon_draft_get_name (SalonDraft *self);
gboolean salon_draft_write (SalonDraft *self, const char *text, gsize length, GError **error);
gboolean salon_draft_fail (SalonDraft *self, int cause, GError **error);
gboolean salon_draft_finish (SalonDraft *self, GError **error);

G_END_DECLS
