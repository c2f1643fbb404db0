/* The log of a client or a visit, told from the journal: each field that differs is one entry. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-phone.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/plastic-card.h"
#include "model/entities/registry.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/card-text.h"
#include "model/rules/custom-value-check.h"
#include "model/rules/permission.h"
#include "model/services/client-panel.h"
#include "model/services/commands.h"
#include "model/services/log-value.h"
#include "model/store/journal.h"
#include "model/store/repo.h"

#define MAX_ROWS 500

/* What a log is told with. */
typedef struct {
  SalonTx *tx;
  SalonLogNames *names;
  GHashTable *operations; /* gint64 * (in the row) → SalonOperationRow */
  GHashTable *of_lines;   /* gint64 * (in the row) of operations that changed lines of the visit: they tell the time */
  GPtrArray *entries;
} Teller;

/* ---- one entry */

static const SalonOperationRow *
operation_of (Teller *self, gint64 id, GError **error)
{
  SalonOperationRow *operation = g_hash_table_lookup (self->operations, &id);

  if (operation != NULL)
    return operation;
  operation = salon_journal_operation (self->tx, id, error);
  if (operation != NULL)
    g_hash_table_insert (self->operations, &operation->id, operation);
  return operation;
}

static char *
user_of (Teller *self, gint64 user_id)
{
  const char *name = user_id != 0 ? salon_log_names_get (self->names, "user", user_id) : NULL;

  return g_strdup (name != NULL ? name : C_ ("user", "The program"));
}

static void
add_entry (Teller *self, const SalonOperationRow *operation, const char *field, char *before, char *after)
{
  SalonLogEntry *entry = g_new0 (SalonLogEntry, 1);

  entry->operation = operation->id;
  entry->at = operation->at;
  entry->user = user_of (self, operation->user_id);
  entry->what = g_strdup (salon_command_label (operation->name));
  entry->field = g_strdup (field);
  entry->before = before;
  entry->after = after;
  entry->undone = operation->undone_by != 0;
  g_ptr_array_add (self->entries, entry);
}

/* ---- one row of the journal */

typedef struct {
  const SalonOperationRow *operation;
  SalonEntity *before; /* either may be NULL */
  SalonEntity *after;
} Change;

/* What nobody wants to read: set once, derived from another field, or without a name. */
static gboolean
is_told (const SalonField *field)
{
  static const char *const silent[] = { "day", "end_min", "e164", NULL };

  return field->label != NULL && (field->flags & SALON_FIELD_FIXED) == 0 && !g_strv_contains (silent, field->column);
}

static gboolean
differs (const Change *change, const SalonField *field)
{
  return change->before == NULL || change->after == NULL
         || !salon_entity_field_equal (change->before, change->after, field);
}

static char *
value_of (Teller *self, SalonEntity *entity, const SalonField *field)
{
  return entity != NULL ? salon_log_value (self->names, entity, field) : NULL;
}

/* The visit begins with its first line. */
static gboolean
is_told_by_lines (Teller *self, const Change *change, const SalonField *field)
{
  return g_str_equal (field->column, "start_min") && G_OBJECT_TYPE (change->after) == salon_visit_get_type ()
         && g_hash_table_contains (self->of_lines, &change->operation->id);
}

/* @but: (array zero-terminated=1) (nullable): columns that are told otherwise */
static void
tell_fields_but (Teller *self, const Change *change, const char *const *but)
{
  const SalonEntityInfo *info = salon_entity_info (change->after);

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (is_told (field) && differs (change, field) && (but == NULL || !g_strv_contains (but, field->column))
        && !is_told_by_lines (self, change, field))
      add_entry (self, change->operation, _(field->label), value_of (self, change->before, field),
                 value_of (self, change->after, field));
  }
}

static void
tell_fields (Teller *self, const Change *change)
{
  tell_fields_but (self, change, NULL);
}

/* A client or a visit that was made or removed is told as a whole. */
static char *
whole_of (Teller *self, SalonEntity *entity)
{
  const SalonEntityInfo *info = NULL;

  if (entity == NULL)
    return NULL;
  info = salon_entity_info (entity);
  if (g_str_equal (info->name, "visit"))
    return value_of (self, entity, salon_entity_info_find (info, "start_min"));
  return salon_log_name_of (entity);
}

static void
tell_value (Teller *self, const Change *change, const char *label, const char *column)
{
  const SalonField *field = salon_entity_info_find (
      salon_entity_info (change->after != NULL ? change->after : change->before), column);

  if (!differs (change, field)) /* it went to another card, with all that it says */
    return;
  add_entry (self, change->operation, label, value_of (self, change->before, field), value_of (self, change->after, field));
}

static void
tell_phone (Teller *self, const Change *change)
{
  const SalonClientPhone *before = (SalonClientPhone *) change->before;
  const SalonClientPhone *after = (SalonClientPhone *) change->after;

  if (before == NULL || after == NULL || g_strcmp0 (before->typed, after->typed) != 0)
    tell_value (self, change, C_ ("contact", "Phone"), "typed");
  if (before != NULL && after != NULL && g_strcmp0 (before->label, after->label) != 0)
    tell_value (self, change, _("Whose or which"), "label");
}

static char *
custom_text (const SalonCustomField *field, SalonEntity *value)
{
  if (value == NULL)
    return NULL;
  return field != NULL ? salon_custom_value_format (field, ((SalonCustomValue *) value)->value)
                       : g_strdup (((SalonCustomValue *) value)->value);
}

static void
tell_custom (Teller *self, const Change *change)
{
  gint64 id = ((SalonCustomValue *) (change->after != NULL ? change->after : change->before))->field_id;
  g_autoptr (SalonCustomField) field = salon_repo_find_one (self->tx, salon_custom_field_get_type (), "id", id, NULL);

  if (change->before == NULL || change->after == NULL
      || g_strcmp0 (((SalonCustomValue *) change->before)->value, ((SalonCustomValue *) change->after)->value) != 0)
    add_entry (self, change->operation, field != NULL ? field->name : _("Own field"), custom_text (field, change->before),
               custom_text (field, change->after));
}

/* With whom she was merged, and from whom she was separated. */
static void
tell_merge (Teller *self, const Change *change)
{
  SalonEntity *merge = change->after != NULL ? change->after : change->before;
  const SalonField *other = salon_entity_info_find (salon_entity_info (merge), "other_id");
  gboolean parts = change->after == NULL || ((SalonClientMerge *) change->after)->undone_at != 0;

  add_entry (self, change->operation, _(other->label), parts ? value_of (self, merge, other) : NULL,
             parts ? NULL : value_of (self, merge, other));
}

static char *
line_text (Teller *self, SalonEntity *line)
{
  static const char *const parts[] = { "service_id", "employee_id", "room_id", "start_min", NULL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *value = value_of (self, line, salon_entity_info_find (salon_entity_info (line), parts[i]));

    if (value != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
  }
  return g_string_free (text, FALSE);
}

/* "Tue 24 Nov 2026, 10:00 · Maria", and the room if it is another. */
static char *
place_text (Teller *self, SalonEntity *entity, gboolean with_room)
{
  const SalonVisitLine *line = (SalonVisitLine *) entity;
  g_autofree char *day = salon_day_format_relative ((SalonDay) (line->start_min / SALON_MINUTES_A_DAY), SALON_DAY_MAX);
  g_autofree char *time = salon_minute_format ((int) (line->start_min % SALON_MINUTES_A_DAY));
  const char *employee = salon_log_names_get (self->names, "employee", line->employee_id);
  const char *room = with_room && line->room_id != 0 ? salon_log_names_get (self->names, "room", line->room_id) : NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s", day, time);
  if (employee != NULL)
    g_string_append_printf (text, " · %s", employee);
  if (with_room)
    g_string_append_printf (text, " · %s", room != NULL ? room : C_ ("line of a visit", "no room"));
  return g_string_free (text, FALSE);
}

/* Where and when it is, in one sentence: that is what a move on the board changes. */
static void
tell_place (Teller *self, const Change *change)
{
  const SalonVisitLine *before = (SalonVisitLine *) change->before;
  const SalonVisitLine *after = (SalonVisitLine *) change->after;
  gboolean other_room = before->room_id != after->room_id;
  const char *service = salon_log_names_get (self->names, "service", after->service_id);

  if (before->start_min == after->start_min && before->employee_id == after->employee_id && !other_room)
    return;
  add_entry (self, change->operation, service != NULL ? service : C_ ("line of a visit", "Service"),
             place_text (self, change->before, other_room), place_text (self, change->after, other_room));
}

static void
tell_line (Teller *self, const Change *change)
{
  static const char *const places[] = { "start_min", "employee_id", "room_id", NULL };

  if (change->before != NULL && change->after != NULL) {
    tell_place (self, change);
    tell_fields_but (self, change, places);
    return;
  }
  add_entry (self, change->operation, C_ ("line of a visit", "Service"),
             change->before != NULL ? line_text (self, change->before) : NULL,
             change->after != NULL ? line_text (self, change->after) : NULL);
}

/* "In use · 2912345678901", where the state changed. */
static char *
card_text (SalonEntity *entity)
{
  const SalonPlasticCard *card = (SalonPlasticCard *) entity;

  return card != NULL ? g_strdup_printf ("%s · %s", salon_card_state_label (card->state), card->number) : NULL;
}

/* Whose it is says its place in her log. */
static void
tell_card (Teller *self, const Change *change)
{
  const SalonField *state = salon_entity_info_find (salon_entity_type_info (salon_plastic_card_get_type ()), "state");

  if (differs (change, state))
    add_entry (self, change->operation, _(state->label), card_text (change->before), card_text (change->after));
}

static void
tell_change (Teller *self, const char *entity, const Change *change)
{
  if (g_str_equal (entity, "client-phone"))
    tell_phone (self, change);
  else if (g_str_equal (entity, "client-tag"))
    tell_value (self, change, C_ ("of a client", "Tag"), "tag_id");
  else if (g_str_equal (entity, "client-category"))
    tell_value (self, change, C_ ("of a client", "Category"), "category_id");
  else if (g_str_equal (entity, "people-list-member"))
    tell_value (self, change, C_ ("of a client", "List"), "people_list_id");
  else if (g_str_equal (entity, "custom-value"))
    tell_custom (self, change);
  else if (g_str_equal (entity, "client-merge"))
    tell_merge (self, change);
  else if (g_str_equal (entity, "client-not-same"))
    tell_value (self, change, _("Not the same person as"), "other_id");
  else if (g_str_equal (entity, "visit-line"))
    tell_line (self, change);
  else if (g_str_equal (entity, "plastic-card"))
    tell_card (self, change);
  else if (g_str_equal (entity, "visit-step"))
    tell_value (self, change, _("Checklist"), "step_id");
  else if (change->before != NULL && change->after != NULL)
    tell_fields (self, change);
  else
    add_entry (self, change->operation, NULL, whole_of (self, change->before), whole_of (self, change->after));
}

static gboolean
parse (GType type, gint64 id, const char *json, SalonEntity **entity, GError **error)
{
  *entity = NULL;
  if (json == NULL)
    return TRUE;
  *entity = g_object_new (type, NULL);
  salon_entity_set_id (*entity, id);
  return salon_entity_from_json (*entity, json, error);
}

static gboolean
tell_row (Teller *self, const SalonJournalRow *row, GError **error)
{
  GType type = salon_entity_type_by_name (row->entity);
  g_autoptr (SalonEntity) before = NULL;
  g_autoptr (SalonEntity) after = NULL;
  Change change = { operation_of (self, row->operation_id, error), NULL, NULL };

  if (change.operation == NULL)
    return FALSE;
  if (type == G_TYPE_INVALID || (row->before == NULL && row->after == NULL)) { /* of a later version, or erased */
    add_entry (self, change.operation, NULL, NULL, NULL);
    return TRUE;
  }
  if (!parse (type, row->entity_id, row->before, &before, error) || !parse (type, row->entity_id, row->after, &after, error))
    return FALSE;
  change.before = before;
  change.after = after;
  tell_change (self, row->entity, &change);
  return TRUE;
}

static GHashTable *
operations_of_lines (const GPtrArray *rows)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++) {
    SalonJournalRow *row = rows->pdata[i];

    if (g_str_equal (row->entity, "visit-line"))
      g_hash_table_add (set, &row->operation_id);
  }
  return set;
}

static GPtrArray *
tell (SalonTx *tx, const char *entity, gint64 id, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (GPtrArray) rows = settings != NULL ? salon_journal_concerning (tx, entity, id, MAX_ROWS, error) : NULL;
  g_autoptr (SalonLogNames) names = rows != NULL ? salon_log_names_new (tx, settings) : NULL;
  g_autoptr (GHashTable) operations = NULL;
  g_autoptr (GHashTable) of_lines = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  Teller teller;

  if (rows == NULL)
    return NULL;
  operations = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) salon_operation_row_free);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_log_entry_free);
  of_lines = operations_of_lines (rows);
  teller = (Teller){ tx, names, operations, of_lines, entries };
  for (guint i = 0; i < rows->len; i++)
    if (!tell_row (&teller, rows->pdata[i], error))
      return NULL;
  return g_steal_pointer (&entries);
}

/**
 * salon_client_log:
 *
 * Returns: (transfer full) (element-type SalonLogEntry): what was changed of a client, her phones, tags, own fields and
 *   visits; newest first
 */
GPtrArray *
salon_client_log (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_LOG_VIEW, error))
    return NULL;
  return tell (tx, "client", request->id, error);
}

/**
 * salon_visit_log:
 *
 * Returns: (transfer full) (element-type SalonLogEntry): what was changed of a visit and its services; newest first
 */
GPtrArray *
salon_visit_log (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_LOG_VIEW, error))
    return NULL;
  return tell (tx, "visit", request->id, error);
}

SALON_DEFINE_QUERY (salon_query_client_log, "client.log", salon_client_log, SalonIdRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_visit_log, "visit.log", salon_visit_log, SalonIdRequest, g_free, g_ptr_array_unref)
