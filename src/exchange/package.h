#pragma once
/* The parts of a zipped document (XLSX), read with limits. */
#include "exchange/input.h"

G_BEGIN_DECLS

typedef struct _SalonPackage SalonPackage;
typedef struct _SalonPart SalonPart;

SalonPackage *salon_package_open (SalonInput *input, GError **error);
void salon_package_free (SalonPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPackage, salon_package_free)

gboolean salon_package_has (SalonPackage *self, const char *part);
gboolean salon_package_fail (SalonPackage *self, const char *part, GError **error);

SalonPart *salon_part_open (SalonPackage *package, const char *name, GError **error);
void salon_part_free (SalonPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPart, salon_part_free)
gssize salon_part_read (SalonPart *self, void *buffer, gsize size, GError **error);
double salon_part_get_share (SalonPart *self);
const char *salon_part_get_name (SalonPart *self);
SalonPackage *salon_part_get_package (SalonPart *self);

G_END_DECLS
