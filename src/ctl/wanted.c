/* Options whose order matters: what follows a service belongs to it.  GOption gives them in no order. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "ctl/wanted.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"

typedef enum {
  WORD_SERVICE,
  WORD_ADDON,
  WORD_EMPLOYEE,
  WORD_ROOM,
  WORD_MINUTES,
  WORD_VARIANT,
} Word;

static const struct {
  const char *option;
  Word word;
} words[] = {
  { "--service", WORD_SERVICE }, { "--add-on", WORD_ADDON },     { "--with", WORD_EMPLOYEE },
  { "--employee", WORD_EMPLOYEE }, { "--room", WORD_ROOM },
  { "--minutes", WORD_MINUTES },     { "--variant", WORD_VARIANT },
};

/* As they were typed; borrowed from the arguments. */
typedef struct {
  const char *service;
  const char *employee;
  const char *room;
  const char *minutes;
  const char *variant;
  gboolean is_addon;
} Wanted;

/* Returns: the value of "--service NAME" or "--service=NAME"; *@used is 0 if it is another option */
static const char *
value_of (int argc, char **argv, int at, const char *option, int *used)
{
  gsize length = strlen (option);

  *used = 0;
  if (strncmp (argv[at], option, length) != 0)
    return NULL;
  if (argv[at][length] == '=') {
    *used = 1;
    return argv[at] + length + 1;
  }
  if (argv[at][length] != '\0' || at + 1 >= argc)
    return NULL;
  *used = 2;
  return argv[at + 1];
}

/* What belongs to a service may stand before the first one, too. */
static gboolean
take (GPtrArray *wanted, Wanted *before, Word word, const char *value)
{
  Wanted *last = wanted->len > 0 ? wanted->pdata[wanted->len - 1] : before;

  switch (word) {
  case WORD_SERVICE:
  case WORD_ADDON:
    if (word == WORD_ADDON && wanted->len == 0)
      return FALSE;
    last = g_memdup2 (wanted->len > 0 ? &(Wanted){ NULL } : before, sizeof *last);
    last->service = value;
    last->is_addon = word == WORD_ADDON;
    g_ptr_array_add (wanted, last);
    break;
  case WORD_EMPLOYEE:
    last->employee = value;
    break;
  case WORD_MINUTES:
    last->minutes = value;
    break;
  case WORD_VARIANT:
    last->variant = value;
    break;
  case WORD_ROOM:
  default:
    last->room = value;
    break;
  }
  return TRUE;
}

/**
 * salon_ctl_take_wanted:
 *
 * Takes the services with what belongs to them out of @argv, whose texts must stay.
 *
 * Returns: (transfer full) (nullable): for salon_ctl_find_wanted(); %NULL with *@status if an add-on has no service
 */
GPtrArray *
salon_ctl_take_wanted (int *argc, char **argv, int *status)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  Wanted before = { NULL };
  int n = 0;

  for (int i = 0; i < *argc;) {
    int used = 0;

    for (guint k = 0; k < G_N_ELEMENTS (words) && used == 0; k++) {
      const char *value = value_of (*argc, argv, i, words[k].option, &used);

      if (used != 0 && !take (wanted, &before, words[k].word, value)) {
        *status = salon_ctl_usage ("%s", _("An add-on follows the service that it goes with: --service NAME --add-on NAME."));
        return NULL;
      }
    }
    if (used == 0)
      argv[n++] = argv[i++];
    i += used;
  }
  *argc = n;
  return g_steal_pointer (&wanted);
}

static gboolean
find (SalonCtl *ctl, GType type, const char *name, gint64 *id, int *status)
{
  *id = name != NULL ? salon_ctl_find_named (ctl, type, name, status) : 0;
  return name == NULL || *id != 0;
}

static gboolean
find_variant (SalonCtl *ctl, const Wanted *typed, SalonSlotsItem *item, int *status)
{
  item->variant_id = typed->variant != NULL ? salon_ctl_find_variant (ctl, item->service_id, typed->variant, status) : 0;
  return typed->variant == NULL || item->variant_id != 0;
}

/* Whether the length suits the service is told when its free times are looked for, or when it is booked. */
static gboolean
read_minutes (const char *text, int *minutes, int *status)
{
  guint64 number = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, SALON_MINUTES_A_DAY, &number, NULL)) {
    *status = salon_ctl_usage (_("“%s” is no number of minutes, from 1 to %d."), text, SALON_MINUTES_A_DAY);
    return FALSE;
  }
  *minutes = (int) number;
  return TRUE;
}

/**
 * salon_ctl_find_wanted:
 * @wanted: from salon_ctl_take_wanted()
 * @items: (element-type SalonSlotsItem): gets one for each; the salon must be open
 *
 * Returns: whether all names are known
 */
gboolean
salon_ctl_find_wanted (SalonCtl *ctl, const GPtrArray *wanted, GArray *items, int *status)
{
  for (guint i = 0; i < wanted->len; i++) {
    const Wanted *typed = wanted->pdata[i];
    SalonSlotsItem item = { .is_addon = typed->is_addon };

    if (!find (ctl, salon_service_get_type (), typed->service, &item.service_id, status)
        || !find (ctl, salon_employee_get_type (), typed->employee, &item.employee_id, status)
        || !find (ctl, salon_room_get_type (), typed->room, &item.room_id, status)
        || !find_variant (ctl, typed, &item, status) || !read_minutes (typed->minutes, &item.minutes, status))
      return FALSE;
    if (item.is_addon) { /* by her who does what it goes with */
      item.employee_id = g_array_index (items, SalonSlotsItem, items->len - 1).employee_id;
      if (typed->room == NULL)
        item.room_id = g_array_index (items, SalonSlotsItem, items->len - 1).room_id;
    }
    g_array_append_val (items, item);
  }
  return TRUE;
}
