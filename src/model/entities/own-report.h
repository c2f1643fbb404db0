#pragma once
/* A report as somebody wants it, saved by name. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonOwnReport, salon_own_report)

struct _SalonOwnReport {
  SalonEntity parent;
  char *name;
  char *spec; /* as salon_report_spec_print() writes it */
  gint64 created_at;
  gint64 created_by_id;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
