/* How the kinds of fields are written in the log. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "model/entities/client-consent.h"
#include "model/entities/client.h"
#include "model/entities/contact.h"
#include "model/entities/employee.h"
#include "model/entities/plastic-card.h"
#include "model/entities/quality-mark.h"
#include "model/entities/registry.h"
#include "model/rules/card-text.h"
#include "model/rules/client-name.h"
#include "model/rules/labels.h"
#include "model/services/log-value.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

struct _SalonLogNames {
  SalonTx *tx;
  const SalonSettings *settings;
  GHashTable *names; /* "service 5" → "Manicure" */
};

/**
 * salon_log_names_new:
 * @settings: (transfer none): outlives the answer
 *
 * Returns: (transfer full): an empty memory of names
 */
SalonLogNames *
salon_log_names_new (SalonTx *tx, const SalonSettings *settings)
{
  SalonLogNames *self = g_new0 (SalonLogNames, 1);

  self->tx = tx;
  self->settings = settings;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * salon_log_names_free: forgets them
 */
void
salon_log_names_free (SalonLogNames *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

static char *
joined (const char *first, const char *second, const char *third)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (first != NULL)
    parts[n++] = first;
  if (second != NULL)
    parts[n++] = second;
  if (third != NULL)
    parts[n++] = third;
  return g_strjoinv (" · ", (char **) parts);
}

static char *
name_of_contact (const SalonContact *contact)
{
  return joined (salon_contact_kind_label (contact->kind), salon_outcome_label (contact->outcome), contact->text);
}

static char *
name_of_mark (const SalonQualityMark *mark)
{
  /* Translators: a mark that a client gave, from 1 to 5 */
  g_autofree char *number = mark->mark != 0 ? g_strdup_printf (_("Mark %d of 5"), (int) mark->mark) : NULL;

  return joined (mark->complaint ? C_ ("mark", "Complaint") : NULL, number, mark->text);
}

/**
 * salon_log_name_of:
 * @entity: (type SalonEntity): as it was when it was logged
 *
 * Returns: (transfer full) (nullable): what it is called
 */
char *
salon_log_name_of (gpointer entity)
{
  const SalonField *name = salon_entity_info_find (salon_entity_info (entity), "name");

  if (name != NULL)
    return g_strdup (salon_entity_get_text (entity, name));
  if (G_OBJECT_TYPE (entity) == salon_client_get_type ())
    return salon_client_name (((SalonClient *) entity)->first_name, ((SalonClient *) entity)->surname, NULL);
  if (G_OBJECT_TYPE (entity) == salon_employee_get_type ())
    return salon_client_name (((SalonEmployee *) entity)->first_name, ((SalonEmployee *) entity)->surname, NULL);
  if (G_OBJECT_TYPE (entity) == salon_plastic_card_get_type ())
    return g_strdup (((SalonPlasticCard *) entity)->number);
  if (G_OBJECT_TYPE (entity) == salon_contact_get_type ())
    return name_of_contact (entity);
  if (G_OBJECT_TYPE (entity) == salon_quality_mark_get_type ())
    return name_of_mark (entity);
  if (G_OBJECT_TYPE (entity) == salon_client_consent_get_type ())
    return g_strdup (salon_consent_label (((SalonClientConsent *) entity)->kind));
  return NULL;
}

static char *
look_up (SalonLogNames *self, const char *entity, gint64 id)
{
  GType type = salon_entity_type_by_name (entity);
  g_autoptr (SalonEntity) found = NULL;

  if (type != G_TYPE_INVALID)
    found = salon_repo_find_one (self->tx, type, "id", id, NULL);
  return found != NULL ? salon_log_name_of (found) : NULL;
}

/**
 * salon_log_names_get:
 * @entity: "service"
 *
 * Returns: (transfer none) (nullable): what it is called today; %NULL if it is gone or has no name
 */
const char *
salon_log_names_get (SalonLogNames *self, const char *entity, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, entity, id);
  gpointer name = NULL;

  if (!g_hash_table_lookup_extended (self->names, key, NULL, &name)) {
    name = look_up (self, entity, id);
    g_hash_table_insert (self->names, g_steal_pointer (&key), name);
  }
  return name;
}

/* "room_kind_id" refers to a room-kind; some columns say more than their entity. */
static const char *
name_of_reference (SalonLogNames *self, const SalonField *field, gint64 id)
{
  static const char *const others[][2] = {
    { "referred_by_id", "client" }, { "created_by_id", "user" }, { "field_id", "custom-field" },
    { "resolved_by_id", "user" },   { "other_id", "client" },     { "merged_into_id", "client" },
    { "step_id", "checklist-step" },
    { NULL, NULL },
  };
  g_autofree char *entity = NULL;

  for (guint i = 0; others[i][0] != NULL; i++)
    if (g_str_equal (others[i][0], field->column))
      return salon_log_names_get (self, others[i][1], id);
  entity = g_strndup (field->column, strlen (field->column) - strlen ("_id"));
  return salon_log_names_get (self, g_strdelimit (entity, "_", '-'), id);
}

static char *
format_minute (gint64 minute)
{
  g_autofree char *time = salon_minute_format ((int) (minute % SALON_MINUTES_A_DAY));
  g_autofree char *day = NULL;

  if (minute < SALON_MINUTES_A_DAY)
    return g_steal_pointer (&time);
  day = salon_day_format ((SalonDay) (minute / SALON_MINUTES_A_DAY));
  return g_strdup_printf ("%s, %s", day, time);
}

static char *
format_instant (SalonLogNames *self, gint64 utc_us)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (salon_tx_clock (self->tx), utc_us, &minute);

  return format_minute ((gint64) day * SALON_MINUTES_A_DAY + minute);
}

static char *
format_enum (SalonEntity *entity, const SalonField *field, gint64 value)
{
  const char *label = NULL;

  if (G_OBJECT_TYPE (entity) == salon_plastic_card_get_type () && g_str_equal (field->column, "state"))
    label = salon_card_state_label (value);
  else if (g_str_equal (field->column, "state"))
    label = salon_visit_state_label (value);
  else if (g_str_equal (field->column, "gender"))
    label = salon_gender_label (value);
  else if (g_str_equal (field->column, "source"))
    label = salon_visit_source_label (value);
  else if (g_str_equal (field->column, "outcome"))
    label = salon_outcome_label (value);
  else if (G_OBJECT_TYPE (entity) == salon_contact_get_type () && g_str_equal (field->column, "kind"))
    label = salon_contact_kind_label (value);
  else if (g_str_equal (field->column, "preferred_channel"))
    return salon_channels_label (value);
  return label != NULL ? g_strdup (label) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
format_int (const SalonField *field, gint64 value)
{
  if (g_str_equal (field->column, "channels"))
    return salon_channels_label (value);
  if (!g_str_has_suffix (field->column, "_bp"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  if (value % 100 == 0)
    return g_strdup_printf (C_ ("percent", "%d%%"), (int) (value / 100));
  return g_strdup_printf (C_ ("percent with two decimals", "%d.%02d%%"), (int) (value / 100), (int) (value % 100));
}

static char *
format_number (SalonLogNames *self, SalonEntity *entity, const SalonField *field, gint64 value)
{
  switch (field->kind) {
  case SALON_FIELD_BOOL:
    return g_strdup (value != 0 ? C_ ("answer", "Yes") : C_ ("answer", "No"));
  case SALON_FIELD_MONEY:
    return salon_money_format (value, salon_settings_currency (self->settings));
  case SALON_FIELD_DAY:
    return salon_day_format ((SalonDay) value);
  case SALON_FIELD_MINUTE:
    return format_minute (value);
  case SALON_FIELD_DURATION:
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) value), (int) value);
  case SALON_FIELD_INSTANT:
    return format_instant (self, value);
  case SALON_FIELD_ENUM:
    return format_enum (entity, field, value);
  case SALON_FIELD_COLOR:
    return g_strdup_printf ("#%06X", (guint) value);
  case SALON_FIELD_REF:
    return g_strdup (name_of_reference (self, field, value));
  case SALON_FIELD_INT:
  case SALON_FIELD_TEXT:
  case SALON_FIELD_BLOB:
  default:
    return format_int (field, value);
  }
}

/**
 * salon_log_value:
 *
 * Returns: (transfer full) (nullable): the value of @field as it is shown; %NULL for none
 */
char *
salon_log_value (SalonLogNames *self, SalonEntity *entity, const SalonField *field)
{
  const char *text = field->kind == SALON_FIELD_TEXT ? salon_entity_get_text (entity, field) : NULL;
  const char *label = g_str_equal (field->column, "language") ? salon_language_label (text) : NULL;
  gint64 value = 0;

  if (field->kind == SALON_FIELD_TEXT)
    return g_strdup (label != NULL ? label : text);
  if (field->kind == SALON_FIELD_BLOB)
    return NULL;
  value = salon_entity_get_int (entity, field);
  if (value == 0 && field->kind != SALON_FIELD_BOOL && field->kind != SALON_FIELD_MONEY && field->kind != SALON_FIELD_DURATION)
    return NULL;
  return format_number (self, entity, field, value);
}
