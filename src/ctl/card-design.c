/* A design is a file, one that comes with the program, or one that the salon keeps. */
#include "config.h"

#include <string.h>

#include "card/shipped.h"
#include "ctl/card-design.h"
#include "model/entities/stored-design.h"
#include "model/services/card-prints.h"
#include "model/services/catalogue.h"

static SalonCardDesign *
from_file (const char *path, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  SalonCardDesign *design = NULL;

  if (g_file_get_contents (path, &text, &length, &error))
    design = salon_card_design_parse (text, (gssize) length, &error);
  if (design == NULL)
    *status = salon_ctl_fail (error);
  return design;
}

static gboolean
is_shipped (const char *name)
{
  guint n = 0;
  const SalonShippedDesign *shipped = salon_card_shipped (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (shipped[i].id, name))
      return TRUE;
  return FALSE;
}

static SalonCardDesign *
from_salon (SalonCtl *ctl, const char *name, gint64 *id, int *status)
{
  SalonEntityListRequest request = { salon_stored_design_get_type (), FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  SalonCardDesign *design = NULL;

  if (ctl->session == NULL && !salon_ctl_open (ctl, FALSE, status))
    return NULL;
  *id = salon_ctl_find_named (ctl, request.type, name, status);
  all = *id != 0 ? salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error) : NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (salon_entity_get_id (all->pdata[i]) == *id)
      design = salon_card_design_parse (((SalonStoredDesign *) all->pdata[i])->json, -1, &error);
  if (error != NULL)
    *status = salon_ctl_fail (error);
  return design;
}

/**
 * salon_ctl_card_design:
 * @name: a file (with a dot or a slash in its name), a shipped design, or one of the salon, which is opened for it
 * @id: (out): that of the salon; %SALON_CARD_DESIGN_NOT_KEPT = none of them
 *
 * Returns: (transfer full) (nullable): %NULL with @status after it was said why
 */
SalonCardDesign *
salon_ctl_card_design (SalonCtl *ctl, const char *name, gint64 *id, int *status)
{
  g_autoptr (GError) error = NULL;
  SalonCardDesign *design = NULL;

  *id = SALON_CARD_DESIGN_NOT_KEPT;
  if (g_str_has_suffix (name, ".json") || strchr (name, '/') != NULL)
    return from_file (name, status);
  if (!is_shipped (name))
    return from_salon (ctl, name, id, status);
  design = salon_card_shipped_load (name, &error);
  if (design == NULL)
    *status = salon_ctl_fail (error);
  return design;
}
