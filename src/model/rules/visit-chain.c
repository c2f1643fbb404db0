/* A visit closes up, or makes room: the client waits neither longer nor shorter than before. */
#include "model/rules/visit-chain.h"

/**
 * salon_chain_follows:
 * @changed: the link that becomes longer, shorter or goes
 *
 * Returns: whether @i begins when @changed is over, or later; what runs beside it does not follow it
 */
gboolean
salon_chain_follows (const SalonChainLink *links, guint changed, guint i)
{
  return i != changed && links[i].start >= links[changed].end;
}

/**
 * salon_chain_shift:
 * @links: (array length=n_links): as they are
 * @changed: the link that becomes longer, shorter or goes
 * @end: when it is to be over; its start if it goes
 *
 * What follows begins as long after the end of all that does not follow as it did before: a service that runs beside the
 * changed one still holds up what comes after both.
 *
 * Returns: by how many minutes all that follows moves; earlier if below 0
 */
gint64
salon_chain_shift (const SalonChainLink *links, guint n_links, guint changed, gint64 end)
{
  gint64 before = links[changed].end;
  gint64 after = end;

  for (guint i = 0; i < n_links; i++) {
    if (i == changed || salon_chain_follows (links, changed, i))
      continue;
    before = MAX (before, links[i].end);
    after = MAX (after, links[i].end);
  }
  return after - before;
}
