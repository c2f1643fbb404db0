#pragma once
/* The services of one visit after each other: what follows one that gets longer, shorter or goes. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonChainLink: one service of a visit
 * @start: absolute wall minute
 * @end: first minute after it
 */
typedef struct {
  gint64 start;
  gint64 end;
} SalonChainLink;

gint64 salon_chain_shift (const SalonChainLink *links, guint n_links, guint changed, gint64 end);
gboolean salon_chain_follows (const SalonChainLink *links, guint changed, guint i);

G_END_DECLS
