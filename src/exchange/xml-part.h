#pragma once
/* XML out of a part of a package, element by element, with limits. */
#include "exchange/package.h"

G_BEGIN_DECLS

typedef struct _SalonXmlPart SalonXmlPart;

/**
 * SalonXmlHandlers: names come without the prefix of their namespace
 */
typedef struct {
  void (*start) (gpointer data, const char *name, const char *const *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} SalonXmlHandlers;

SalonXmlPart *salon_xml_part_open (SalonPackage *package,
                                   const char *name,
                                   const SalonXmlHandlers *handlers,
                                   gpointer data,
                                   GError **error);
void salon_xml_part_free (SalonXmlPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonXmlPart, salon_xml_part_free)

gboolean salon_xml_part_run (SalonXmlPart *self, gboolean *paused, GError **error);
void salon_xml_part_pause (SalonXmlPart *self);
void salon_xml_part_fail (SalonXmlPart *self, GError *error);
double salon_xml_part_get_share (SalonXmlPart *self);
const char *salon_xml_attribute (const char *const *attributes, const char *name);
gboolean salon_xml_read_all (SalonPackage *package,
                             const char *name,
                             const SalonXmlHandlers *handlers,
                             gpointer data,
                             SalonXmlPart **part,
                             GError **error);

G_END_DECLS
