#pragma once
/* A page whose clients can be exported: it says whom it shows, or whom somebody ticked on it. */
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SalonExportScope:
 * @ids: (element-type gint64): whom, in the order in which they are shown
 * @ticked: only those that were ticked, of those found
 * @filter: (nullable): how they were found, in the grammar of the program; %NULL = everybody
 * @told: (nullable): the same as a sentence
 */
typedef struct {
  GArray *ids;
  gboolean ticked;
  char *filter;
  char *told;
} SalonExportScope;

SalonExportScope *salon_export_scope_new (GArray *ids, gboolean ticked, const char *filter, const char *told);
void salon_export_scope_free (SalonExportScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExportScope, salon_export_scope_free)

#define SALON_TYPE_EXPORT_SOURCE (salon_export_source_get_type ())
G_DECLARE_INTERFACE (SalonExportSource, salon_export_source, SALON, EXPORT_SOURCE, GObject)

/**
 * SalonExportSourceInterface:
 * @get_scope: (transfer full) (nullable): whom the action "win.export-clients" is about now; %NULL = everybody
 */
struct _SalonExportSourceInterface {
  GTypeInterface parent;
  SalonExportScope *(*get_scope) (SalonExportSource *self);
};

SalonExportScope *salon_export_source_get_scope (SalonExportSource *self);

G_END_DECLS
