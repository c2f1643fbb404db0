#pragma once
/* That two cards of one person became one. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientMerge, salon_client_merge)

struct _SalonClientMerge {
  SalonEntity parent;
  gint64 operation_id; /* whose journal says what moved and what was overwritten */
  gint64 client_id;    /* the card that stayed */
  gint64 other_id;     /* the card that went into the archive */
  gint64 at;
  gint64 undone_at; /* 0 = still one card */
};

G_END_DECLS
