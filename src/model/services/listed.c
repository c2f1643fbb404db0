/* Whether a name is taken already is for each list to say: own reports do not tell capitals from small letters, segments do. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/entity.h"
#include "model/services/listed.h"
#include "model/store/repo.h"

/**
 * salon_listed_check_name:
 * @name: (nullable): cleaned
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "name" if there is none or it is too long
 */
gboolean
salon_listed_check_name (const char *name, GError **error)
{
  if (name == NULL || *name == '\0') {
    salon_set_field_error (error, "name", _("A name is needed."));
    return FALSE;
  }
  if (g_utf8_strlen (name, -1) <= SALON_LISTED_NAME_CHARS)
    return TRUE;
  salon_set_field_error (error, "name",
                         ngettext ("The name is longer than %d letter.", "The name is longer than %d letters.", SALON_LISTED_NAME_CHARS),
                         SALON_LISTED_NAME_CHARS);
  return FALSE;
}

/**
 * salon_listed_take_name:
 * @typed: as somebody typed it
 *
 * Returns: (transfer full) (nullable): cleaned; %NULL with the error of salon_listed_check_name()
 */
char *
salon_listed_take_name (const char *typed, GError **error)
{
  g_autofree char *name = salon_text_clean (typed, SALON_LISTED_NAME_CHARS + 1);

  return salon_listed_check_name (name, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * salon_listed_place_last:
 * @entity: a new one with a field "position"; without the field, or where the place is said, nothing is done
 *
 * A new thing goes to the end of its list.
 *
 * Returns: whether the list could be read
 */
gboolean
salon_listed_place_last (SalonTx *tx, gpointer entity, GError **error)
{
  const SalonField *position = salon_entity_info_find (salon_entity_info (entity), "position");
  g_autoptr (GPtrArray) all = NULL;

  if (position == NULL || salon_entity_get_int (entity, position) != 0)
    return TRUE;
  all = salon_repo_all (tx, G_OBJECT_TYPE (entity), error);
  if (all == NULL)
    return FALSE;
  salon_entity_put_int (entity, position, all->len > 0 ? salon_entity_get_int (all->pdata[all->len - 1], position) + 1 : 1);
  return TRUE;
}
