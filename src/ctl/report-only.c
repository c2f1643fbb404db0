#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/report-only.h"
#include "model/entities/category.h"
#include "model/entities/employee.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/report-choices.h"
#include "model/entities/room.h"
#include "model/entities/segment.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/user.h"
#include "model/entities/zone.h"
#include "model/services/reports.h"

/* Groupings whose values have names; G_TYPE_NONE = there are none. */
static GType
type_of (const char *dimension)
{
  const struct {
    const char *dimension;
    GType type;
  } types[] = {
    { "category", salon_category_get_type () },
    { "employee", salon_employee_get_type () },
    { "first_employee", salon_employee_get_type () },
    { "item", salon_item_get_type () },
    { "item_category", salon_item_category_get_type () },
    { "room", salon_room_get_type () },
    { "segment", salon_segment_get_type () },
    { "service", salon_service_get_type () },
    { "service_category", salon_service_category_get_type () },
    { "source", salon_source_get_type () },
    { "tag", salon_tag_get_type () },
    { "user", salon_user_get_type () },
    { "zone", salon_zone_get_type () },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].dimension, dimension))
      return types[i].type;
  return G_TYPE_NONE;
}

static gboolean
find_value (SalonCtl *ctl, const char *dimension, const char *text, gint64 *value, int *status)
{
  GType type = type_of (dimension);

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, value, NULL) || salon_report_choice_parse (dimension, text, value))
    return TRUE;
  if (type == G_TYPE_NONE) {
    *status = salon_ctl_usage (_("“%s” is no value of “%s”."), text, dimension);
    return FALSE;
  }
  *value = salon_ctl_find_named (ctl, type, text, status);
  return *value != 0;
}

static gboolean
has_dimension (const SalonReportSpec *spec, const char *dimension)
{
  const SalonReport *report = salon_report_find (salon_report_spec_report (spec));
  g_autoptr (GArray) words = report != NULL ? salon_report_dimensions (report) : NULL;

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (g_str_equal (g_array_index (words, SalonReportWord, i).key, dimension))
      return TRUE;
  return report == NULL; /* that is told when it runs */
}

/**
 * salon_ctl_report_only:
 * @text: a grouping, "=", and values between commas: numbers, names, or words of fixed values; none = what has no value of it
 *
 * Returns: (transfer full) (nullable): @spec with only these; %NULL with @status
 */
SalonReportSpec *
salon_ctl_report_only (SalonCtl *ctl, const SalonReportSpec *spec, const char *text, int *status)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_auto (GStrv) parts = g_strsplit (g_strv_length (sides) == 2 ? sides[1] : "", ",", -1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (parts[0] == NULL || *sides[0] == '\0') {
    *status = salon_ctl_usage (_("“%s” is not written as employee=Anna,4."), text);
    return NULL;
  }
  if (!has_dimension (spec, sides[0])) {
    *status = salon_ctl_usage (_("This report cannot be narrowed by “%s”; see report words."), sides[0]);
    return NULL;
  }
  for (guint i = 0; parts[i] != NULL; i++) {
    gint64 value = 0;

    if (!find_value (ctl, sides[0], g_strstrip (parts[i]), &value, status))
      return NULL;
    g_array_append_val (values, value);
  }
  return salon_report_spec_with_only (spec, sides[0], (const gint64 *) (gpointer) values->data, values->len);
}
