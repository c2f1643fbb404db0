#pragma once
/* For the search index alone: what was typed as an expression of the index, and how well an entry fits it. */
#include <glib.h>

G_BEGIN_DECLS

/* How well an entry fits, the best first. */
typedef enum {
  SALON_SEARCH_TAIL,     /* a phone ends with what was typed */
  SALON_SEARCH_PREFIX,   /* each word is the beginning of a name */
  SALON_SEARCH_CONTAINS, /* each word is somewhere */
} SalonSearchRank;

typedef struct _SalonSearchMatch SalonSearchMatch;

GPtrArray *salon_search_variants (const char *typed);
SalonSearchMatch *salon_search_match_new (GPtrArray *variants, gboolean names_only);
void salon_search_match_free (SalonSearchMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSearchMatch, salon_search_match_free)

char *salon_search_match_all (const SalonSearchMatch *self);
char *salon_search_match_rank (const SalonSearchMatch *self, SalonSearchRank rank);
SalonSearchRank salon_search_match_rank_of (const SalonSearchMatch *self, const char *names, const char *phones);

G_END_DECLS
