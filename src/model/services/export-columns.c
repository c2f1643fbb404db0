/* The table of columns.  A heading must be one that the import knows (rules/import-heading): what was exported comes
 * back without help, in every language. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/phone.h"
#include "model/entities/custom-field.h"
#include "model/rules/birth.h"
#include "model/rules/client-name.h"
#include "model/rules/labels.h"
#include "model/rules/permission.h"
#include "model/rules/status-text.h"
#include "model/services/export-columns.h"
#include "model/rules/status.h"
#include "model/services/export-page.h"
#include "model/store/repo.h"

#define CUSTOM_PREFIX "custom:"
#define N_PHONES      3

typedef struct _Column Column;

/* How the cell of @person is made; it is empty when called. */
typedef void (*CellFunc) (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell);

enum {
  PLAIN = 0,
  CONTACT = 1 << 0, /* needs the right to see contacts */
  PRESET = 1 << 1,
  VCARD = 1 << 2,
};

struct _Column {
  const char *key;
  const char *heading;
  SalonCellKind kind;
  SalonExportGroup group;
  guint flags;
  guint needs;
  CellFunc read;
  gsize arg;
};

/* One chosen column: a row of the table, or an own field. */
typedef struct {
  const Column *column;
  SalonCustomField *custom;
} Chosen;

struct _SalonExportReader {
  SalonExportPager *pager;
  GArray *chosen;  /* Chosen */
  GPtrArray *keys; /* owns what the heads point to */
  GArray *heads;   /* SalonColumnHead */
  GArray *cells;
  SalonDay today;
  SalonStatusPreset words;
};

/* ---- cells */

static void
cell_id (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_integer (cell, SALON_CELL_INTEGER, person->id);
}

static void
cell_text (SalonExportReader *reader, const SalonExportPerson *person, gsize offset, SalonCell *cell)
{
  salon_cell_set_text (cell, G_STRUCT_MEMBER (const char *, person->client, offset));
}

static void
cell_name (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  const SalonClient *client = person->client;

  salon_cell_take_text (cell, salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL));
}

/* The last phone column takes what is left. */
static void
cell_phone (SalonExportReader *reader, const SalonExportPerson *person, gsize index, SalonCell *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = person->phones != NULL ? person->phones->len : 0;

  for (guint i = (guint) index; i < n && (i == index || index == N_PHONES - 1); i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", (const char *) person->phones->pdata[i]);
  salon_cell_set_text (cell, text->str);
}

static void
cell_gender (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  if (person->client->gender != SALON_GENDER_UNKNOWN)
    salon_cell_set_text (cell, salon_gender_label (person->client->gender));
}

/* A day when all of it is known; else as it is typed on the card. */
static void
cell_birth (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  const SalonClient *client = person->client;
  const SalonBirth birth = { (int) client->birth_year, (int) client->birth_month, (int) client->birth_mday };

  if (birth.year != 0 && birth.month != 0)
    salon_cell_set_integer (cell, SALON_CELL_DAY, salon_day_from_ymd (birth.year, birth.month, birth.mday));
  else
    salon_cell_take_text (cell, salon_birth_edit_text (&birth));
}

static void
cell_tags (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, person->tags != NULL ? person->tags->str : NULL);
}

static void
cell_categories (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, person->categories != NULL ? person->categories->str : NULL);
}

static void
cell_source (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, salon_export_pager_source (reader->pager, person->client->source_id));
}

static void
cell_referrer (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, person->referrer);
}

static void
cell_channels (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_take_text (cell, salon_channels_label (person->client->channels));
}

static void
cell_discount (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  if (person->client->discount_bp != 0)
    salon_cell_set_integer (cell, SALON_CELL_PERCENT, person->client->discount_bp);
}

static void
cell_created (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  SalonClock *clock = salon_tx_clock (salon_export_pager_tx (reader->pager));

  salon_cell_set_integer (cell, SALON_CELL_DAY, salon_clock_day_of (clock, person->client->created_at, NULL));
}

static void
cell_status (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  SalonStatusDerived derived = {
    .n_days = (int) person->stat.visit_days,
    .lost_on = person->stat.lost_on,
    .permanent_until = person->stat.permanent_until,
  };

  salon_cell_set_text (cell, salon_status_name (salon_status_of_derived (&derived, reader->today), reader->words));
}

/* The class given by hand wins. */
static void
cell_importance (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  static const char *const classes[] = { NULL, "A", "B", "C" };
  gint64 pin = person->client->importance_pin;
  gint64 importance = pin != 0 ? pin : person->stat.importance;

  if (importance > 0 && importance < (gint64) G_N_ELEMENTS (classes))
    salon_cell_set_text (cell, classes[importance]);
}

static void
cell_count (SalonExportReader *reader, const SalonExportPerson *person, gsize offset, SalonCell *cell)
{
  salon_cell_set_integer (cell, SALON_CELL_INTEGER, G_STRUCT_MEMBER (gint64, &person->stat, offset));
}

static void
cell_place (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  if (person->stat.top_place != 0)
    salon_cell_set_integer (cell, SALON_CELL_INTEGER, person->stat.top_place);
}

static void
cell_money (SalonExportReader *reader, const SalonExportPerson *person, gsize offset, SalonCell *cell)
{
  salon_cell_set_integer (cell, SALON_CELL_MONEY, G_STRUCT_MEMBER (SalonMoney, &person->stat, offset));
}

static void
cell_sum (SalonExportReader *reader, const SalonExportPerson *person, gsize sum, SalonCell *cell)
{
  salon_cell_set_integer (cell, SALON_CELL_MONEY, person->sums[sum]);
}

static void
cell_tickets (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, person->tickets);
}

static void
cell_cards (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  salon_cell_set_text (cell, person->cards != NULL ? person->cards->str : NULL);
}

static void
cell_day (SalonExportReader *reader, const SalonExportPerson *person, gsize offset, SalonCell *cell)
{
  SalonDay day = G_STRUCT_MEMBER (SalonDay, &person->stat, offset);

  if (day != SALON_DAY_NONE)
    salon_cell_set_integer (cell, SALON_CELL_DAY, day);
}

static void
cell_next (SalonExportReader *reader, const SalonExportPerson *person, gsize arg, SalonCell *cell)
{
  if (person->next_min != 0)
    salon_cell_set_integer (cell, SALON_CELL_MINUTE, person->next_min);
}

/* What is kept of an own field, in its kind. */
static void
cell_custom (const SalonCustomField *field, const SalonExportPerson *person, SalonCell *cell)
{
  gint64 id = salon_entity_get_id (field);
  const char *value = person->custom != NULL ? g_hash_table_lookup (person->custom, &id) : NULL;

  if (value == NULL)
    return;
  if (field->kind == SALON_CUSTOM_NUMBER)
    salon_cell_set_number (cell, g_ascii_strtod (value, NULL));
  else if (field->kind == SALON_CUSTOM_DATE)
    salon_cell_set_integer (cell, SALON_CELL_DAY, g_ascii_strtoll (value, NULL, 10));
  else if (field->kind == SALON_CUSTOM_YES_NO)
    salon_cell_set_integer (cell, SALON_CELL_BOOLEAN, 1);
  else
    salon_cell_set_text (cell, value);
}

/* ---- the table */

#define OF(member)    cell_text, G_STRUCT_OFFSET (SalonClient, member)
#define FIGURE(m)     G_STRUCT_OFFSET (SalonClientStat, m)
#define NEEDS(what)   SALON_EXPORT_NEEDS_##what
#define CELL(what)    SALON_CELL_##what
#define CLIENT        SALON_EXPORT_GROUP_CLIENT
#define CONTACTS      SALON_EXPORT_GROUP_CONTACTS
#define CARD          SALON_EXPORT_GROUP_CARD
#define VISITS        SALON_EXPORT_GROUP_VISITS

static const Column columns[] = {
  { "id", NC_ ("export", "Client ID"), CELL (INTEGER), CLIENT, PLAIN, 0, cell_id, 0 },
  { "name", NC_ ("export", "Full name"), CELL (TEXT), CLIENT, PRESET, 0, cell_name, 0 },
  { "first_name", NC_ ("export", "First name"), CELL (TEXT), CLIENT, VCARD, 0, OF (first_name) },
  { "surname", NC_ ("export", "Surname"), CELL (TEXT), CLIENT, VCARD, 0, OF (surname) },
  { "patronymic", NC_ ("export", "Patronymic"), CELL (TEXT), CLIENT, VCARD, 0, OF (patronymic) },
  { "gender", NC_ ("export", "Gender"), CELL (TEXT), CLIENT, PRESET | VCARD, 0, cell_gender, 0 },
  { "birth_date", NC_ ("export", "Date of birth"), CELL (DAY), CLIENT, PRESET | VCARD, 0, cell_birth, 0 },
  { "phone", NC_ ("export", "Phone"), CELL (TEXT), CONTACTS, CONTACT | PRESET | VCARD, NEEDS (PHONES), cell_phone, 0 },
  { "phone_2", NC_ ("export", "Phone 2"), CELL (TEXT), CONTACTS, CONTACT | PRESET | VCARD, NEEDS (PHONES), cell_phone, 1 },
  { "phone_3", NC_ ("export", "Phone 3"), CELL (TEXT), CONTACTS, CONTACT | VCARD, NEEDS (PHONES), cell_phone, N_PHONES - 1 },
  { "email", NC_ ("export", "E-mail"), CELL (TEXT), CONTACTS, CONTACT | PRESET | VCARD, 0, OF (email) },
  { "whatsapp", NC_ ("export", "WhatsApp"), CELL (TEXT), CONTACTS, CONTACT, 0, OF (whatsapp) },
  { "telegram", NC_ ("export", "Telegram"), CELL (TEXT), CONTACTS, CONTACT, 0, OF (telegram) },
  { "instagram", NC_ ("export", "Instagram"), CELL (TEXT), CONTACTS, CONTACT, 0, OF (instagram) },
  { "address", NC_ ("export", "Address"), CELL (TEXT), CONTACTS, CONTACT | PRESET | VCARD, 0, OF (address) },
  { "channels", NC_ ("export", "Allowed channels"), CELL (TEXT), CONTACTS, PLAIN, 0, cell_channels, 0 },
  { "language", NC_ ("export", "Language"), CELL (TEXT), CARD, PLAIN, 0, OF (language) },
  { "categories", NC_ ("export", "Categories"), CELL (TEXT), CARD, PRESET, NEEDS (CATEGORIES), cell_categories, 0 },
  { "tags", NC_ ("export", "Tags"), CELL (TEXT), CARD, PRESET | VCARD, NEEDS (TAGS), cell_tags, 0 },
  { "source", NC_ ("export", "Source"), CELL (TEXT), CARD, PLAIN, NEEDS (SOURCES), cell_source, 0 },
  { "referred_by", NC_ ("export", "Referred by"), CELL (TEXT), CARD, PLAIN, NEEDS (REFERRERS), cell_referrer, 0 },
  { "discount", NC_ ("export", "Personal discount"), CELL (PERCENT), CARD, PRESET, 0, cell_discount, 0 },
  { "card", NC_ ("export", "Card numbers"), CELL (TEXT), CARD, PLAIN, NEEDS (CARDS), cell_cards, 0 },
  { "note", NC_ ("export", "Note"), CELL (TEXT), CARD, PRESET | VCARD, 0, OF (note) },
  { "alert", NC_ ("export", "Alert"), CELL (TEXT), CARD, PLAIN, 0, OF (alert) },
  { "wishes", NC_ ("export", "Needs and wishes"), CELL (TEXT), CARD, PLAIN, 0, OF (wishes) },
  { "created", NC_ ("export", "Date added"), CELL (DAY), CARD, PLAIN, 0, cell_created, 0 },
  { "status", NC_ ("export", "Status"), CELL (TEXT), VISITS, PRESET, NEEDS (FIGURES), cell_status, 0 },
  { "visits", NC_ ("export", "Visits"), CELL (INTEGER), VISITS, PRESET, NEEDS (FIGURES), cell_count, FIGURE (visit_days) },
  { "importance", NC_ ("export", "Importance"), CELL (TEXT), VISITS, PLAIN, NEEDS (FIGURES), cell_importance, 0 },
  { "spent", NC_ ("export", "Total spent"), CELL (MONEY), VISITS, PRESET, NEEDS (FIGURES), cell_money, FIGURE (sold) },
  { "spent_12m", NC_ ("export", "Revenue of 12 months"), CELL (MONEY), VISITS, PLAIN, NEEDS (FIGURES), cell_money, FIGURE (sold_12m) },
  { "paid", NC_ ("export", "Paid"), CELL (MONEY), VISITS, PLAIN, NEEDS (FIGURES), cell_money, FIGURE (paid) },
  { "balance", NC_ ("export", "Account balance"), CELL (MONEY), VISITS, PLAIN, NEEDS (MONEY), cell_sum, SALON_CLIENT_SUM_BALANCE },
  { "bonus", NC_ ("export", "Bonus"), CELL (MONEY), VISITS, PLAIN, NEEDS (MONEY), cell_sum, SALON_CLIENT_SUM_BONUS },
  { "certificates", NC_ ("export", "Left on certificates"), CELL (MONEY), VISITS, PLAIN, NEEDS (MONEY), cell_sum,
    SALON_CLIENT_SUM_CERTIFICATES },
  { "discounts", NC_ ("export", "Discounts received"), CELL (MONEY), VISITS, PLAIN, NEEDS (MONEY), cell_sum,
    SALON_CLIENT_SUM_DISCOUNTS },
  { "tickets", NC_ ("export", "Season tickets"), CELL (TEXT), VISITS, PLAIN, NEEDS (TICKETS), cell_tickets, 0 },
  { "top_place", NC_ ("export", "TOP place"), CELL (INTEGER), VISITS, PLAIN, NEEDS (FIGURES), cell_place, 0 },
  { "first_visit_date", NC_ ("export", "First visit"), CELL (DAY), VISITS, PLAIN, NEEDS (FIGURES), cell_day, FIGURE (first_day) },
  { "last_visit_date", NC_ ("export", "Last visit"), CELL (DAY), VISITS, PRESET, NEEDS (FIGURES), cell_day, FIGURE (last_day) },
  { "next_visit", NC_ ("export", "Next visit"), CELL (MINUTE), VISITS, PLAIN, NEEDS (FIGURES) | NEEDS (NEXT), cell_next, 0 },
  { "no_shows", NC_ ("export", "No-shows"), CELL (INTEGER), VISITS, PLAIN, NEEDS (FIGURES), cell_count, FIGURE (no_shows) },
};

/* What other programs call them; accepted, never written. */
static const char *const other_keys[][2] = {
  { "sex", "gender" }, { "comment", "note" }, { "sold", "spent" }, { "phone_1", "phone" },
};

static const Column *
find_column (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_keys); i++)
    if (g_str_equal (other_keys[i][0], key))
      return find_column (other_keys[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].key, key))
      return &columns[i];
  return NULL;
}

static const char *
heading_of (const Column *column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "export", column->heading);
}

static SalonCellKind
kind_of_custom (const SalonCustomField *field)
{
  switch ((SalonCustomKind) field->kind) {
  case SALON_CUSTOM_NUMBER:
    return SALON_CELL_NUMBER;
  case SALON_CUSTOM_DATE:
    return SALON_CELL_DAY;
  case SALON_CUSTOM_YES_NO:
    return SALON_CELL_BOOLEAN;
  case SALON_CUSTOM_TEXT:
  case SALON_CUSTOM_CHOICE:
  default:
    return SALON_CELL_TEXT;
  }
}

/* A card of an address book has a name always, and no place for most columns. */
static gboolean
is_name (const char *key)
{
  return g_str_equal (key, "first_name") || g_str_equal (key, "surname") || g_str_equal (key, "patronymic");
}

/**
 * salon_export_columns_of_vcard:
 * @keys: (array zero-terminated=1): what was chosen
 *
 * Returns: (transfer full): the columns that make cards of it: the parts of the name, and what else there is a place for
 */
char **
salon_export_columns_of_vcard (const char *const *keys)
{
  GPtrArray *fit = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (is_name (columns[i].key))
      g_ptr_array_add (fit, g_strdup (columns[i].key));
  for (; *keys != NULL; keys++) {
    const Column *column = find_column (*keys);

    if (column != NULL && (column->flags & VCARD) != 0 && !is_name (column->key))
      g_ptr_array_add (fit, g_strdup (column->key));
  }
  g_ptr_array_add (fit, NULL);
  return (char **) g_ptr_array_free (fit, FALSE);
}

/* ---- what there is */

/**
 * salon_export_group_label:
 *
 * Returns: (transfer none): translated heading of a group of columns
 */
const char *
salon_export_group_label (SalonExportGroup group)
{
  static const char *const labels[SALON_EXPORT_N_GROUPS] = {
    [SALON_EXPORT_GROUP_CLIENT] = NC_ ("export group", "Person"),
    [SALON_EXPORT_GROUP_CONTACTS] = NC_ ("export group", "Contacts"),
    [SALON_EXPORT_GROUP_CARD] = NC_ ("export group", "Card"),
    [SALON_EXPORT_GROUP_VISITS] = NC_ ("export group", "Visits and money"),
    [SALON_EXPORT_GROUP_CUSTOM] = NC_ ("export group", "Own fields"),
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (labels), NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "export group", labels[group]);
}

static void
column_free (SalonExportColumn *self)
{
  g_free (self->key);
  g_free (self->heading);
  g_free (self);
}

static void
add_column (GPtrArray *all, char *key, const char *heading, SalonCellKind kind, SalonExportGroup group, guint flags)
{
  SalonExportColumn *column = g_new0 (SalonExportColumn, 1);

  *column = (SalonExportColumn){ key, g_strdup (heading), kind, group, (flags & VCARD) != 0, (flags & PRESET) != 0 };
  g_ptr_array_add (all, column);
}

static char *
key_of_custom (const SalonCustomField *field)
{
  return g_strdup_printf (CUSTOM_PREFIX "%" G_GINT64_FORMAT, salon_entity_get_id (field));
}

/**
 * salon_export_column_find:
 *
 * Returns: (transfer none) (nullable): the column of that name
 */
const SalonExportColumn *
salon_export_column_find (GPtrArray *all, const char *key)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((SalonExportColumn *) all->pdata[i])->key, key))
      return all->pdata[i];
  return NULL;
}

/**
 * salon_export_columns:
 *
 * Returns: (transfer full) (element-type SalonExportColumn): what the user may export, in the order in which it is offered;
 *   own fields at the end
 */
GPtrArray *
salon_export_columns (SalonTx *tx, gconstpointer nothing, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  g_autoptr (GPtrArray) fields = NULL;
  gboolean contacts = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CLIENTS_CONTACTS);

  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EXPORT, error))
    return NULL;
  fields = salon_repo_find (tx, salon_custom_field_get_type (), "archived", 0, error);
  if (fields == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (contacts || (columns[i].flags & CONTACT) == 0)
      add_column (all, g_strdup (columns[i].key), heading_of (&columns[i]), columns[i].kind, columns[i].group, columns[i].flags);
  for (guint i = 0; i < fields->len; i++) {
    const SalonCustomField *field = fields->pdata[i];

    add_column (all, key_of_custom (field), field->name, kind_of_custom (field), SALON_EXPORT_GROUP_CUSTOM, PLAIN);
  }
  return g_steal_pointer (&all);
}

SALON_DEFINE_QUERY (salon_query_export_columns, "exports.columns", salon_export_columns, void, NULL, g_ptr_array_unref)

/* ---- reading */

static void
chosen_clear (gpointer data)
{
  g_clear_object (&((Chosen *) data)->custom);
}

static gboolean
refuse_column (const char *key, GError **error)
{
  salon_set_field_error (error, "columns", _("There is no column “%s” to export."), key);
  return FALSE;
}

static gboolean
choose_custom (SalonTx *tx, const char *key, Chosen *chosen, GError **error)
{
  gint64 id = g_ascii_strtoll (key + strlen (CUSTOM_PREFIX), NULL, 10);
  GError *failure = NULL;

  chosen->custom = salon_repo_find_one (tx, salon_custom_field_get_type (), "id", id, &failure);
  if (chosen->custom != NULL)
    return TRUE;
  if (failure == NULL)
    return refuse_column (key, error);
  g_propagate_error (error, failure);
  return FALSE;
}

/* Each column once, however often it was named. */
static gboolean
choose (SalonTx *tx, const char *key, GArray *all, GError **error)
{
  Chosen chosen = { find_column (key), NULL };

  if (chosen.column == NULL && !g_str_has_prefix (key, CUSTOM_PREFIX))
    return refuse_column (key, error);
  if (chosen.column != NULL && (chosen.column->flags & CONTACT) != 0
      && !salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_CONTACTS, error))
    return FALSE;
  if (chosen.column == NULL && !choose_custom (tx, key, &chosen, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Chosen *other = &g_array_index (all, Chosen, i);

    if (chosen.column == other->column
        && (chosen.column != NULL || salon_entity_get_id (chosen.custom) == salon_entity_get_id (other->custom))) {
      chosen_clear (&chosen);
      return TRUE;
    }
  }
  g_array_append_val (all, chosen);
  return TRUE;
}

static GArray *
choose_all (SalonTx *tx, const char *const *keys, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Chosen));

  g_array_set_clear_func (all, chosen_clear);
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EXPORT, error))
    return NULL;
  for (; *keys != NULL; keys++)
    if (!choose (tx, *keys, all, error))
      return NULL;
  if (all->len > 0)
    return g_steal_pointer (&all);
  salon_set_field_error (error, "columns", _("Choose at least one column to export."));
  return NULL;
}

/**
 * salon_export_columns_check:
 * @keys: (array zero-terminated=1)
 * @error: %SALON_ERROR_PERMISSION, or %SALON_ERROR_VALIDATION on "columns"
 *
 * Returns: whether the user may export just these
 */
gboolean
salon_export_columns_check (SalonTx *tx, const char *const *keys, GError **error)
{
  g_autoptr (GArray) all = choose_all (tx, keys, error);

  return all != NULL;
}

static void
make_heads (SalonExportReader *self)
{
  for (guint i = 0; i < self->chosen->len; i++) {
    const Chosen *chosen = &g_array_index (self->chosen, Chosen, i);
    SalonColumnHead head = { 0 };

    if (chosen->column != NULL) {
      head = (SalonColumnHead){ chosen->column->key, heading_of (chosen->column), chosen->column->kind };
    } else {
      char *key = key_of_custom (chosen->custom);

      g_ptr_array_add (self->keys, key);
      head = (SalonColumnHead){ key, chosen->custom->name, kind_of_custom (chosen->custom) };
    }
    g_array_append_val (self->heads, head);
  }
}

static guint
needs_of (const GArray *all)
{
  guint needs = 0;

  for (guint i = 0; i < all->len; i++) {
    const Column *column = g_array_index (all, Chosen, i).column;

    needs |= column != NULL ? column->needs : SALON_EXPORT_NEEDS_CUSTOM;
  }
  return needs;
}

/**
 * salon_export_reader_new:
 * @keys: (array zero-terminated=1): of columns, in the order wanted
 * @error: as of salon_export_columns_check()
 *
 * Returns: (transfer full): reads within @tx, which must outlive it
 */
SalonExportReader *
salon_export_reader_new (SalonTx *tx, const char *const *keys, GError **error)
{
  g_autoptr (SalonExportReader) self = g_new0 (SalonExportReader, 1);

  self->chosen = choose_all (tx, keys, error);
  if (self->chosen == NULL)
    return NULL;
  self->pager = salon_export_pager_new (tx, needs_of (self->chosen), error);
  if (self->pager == NULL)
    return NULL;
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->heads = g_array_new (FALSE, TRUE, sizeof (SalonColumnHead));
  self->cells = salon_cells_new ();
  self->today = salon_clock_today (salon_tx_clock (tx));
  self->words = salon_status_params_words (&salon_export_pager_settings (self->pager)->status);
  make_heads (self);
  return g_steal_pointer (&self);
}

/**
 * salon_export_reader_free: frees it
 */
void
salon_export_reader_free (SalonExportReader *self)
{
  g_clear_pointer (&self->pager, salon_export_pager_free);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}

/**
 * salon_export_reader_heads:
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): the columns in their order
 */
const SalonColumnHead *
salon_export_reader_heads (SalonExportReader *self, guint *n)
{
  *n = self->heads->len;
  return (const SalonColumnHead *) (gpointer) self->heads->data;
}

static void
fill_row (SalonExportReader *self, const SalonExportPerson *person)
{
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->cells, self->chosen->len);
  for (guint i = 0; i < self->chosen->len; i++) {
    const Chosen *chosen = &g_array_index (self->chosen, Chosen, i);
    SalonCell *cell = &g_array_index (self->cells, SalonCell, i);

    if (chosen->column != NULL)
      chosen->column->read (self, person, chosen->column->arg, cell);
    else
      cell_custom (chosen->custom, person, cell);
  }
}

/**
 * salon_export_reader_page:
 * @ids: (array length=n): at most %SALON_EXPORT_PAGE; who is gone has no row
 * @func: called for each row in the order of @ids; the cells are its own only during the call
 */
gboolean
salon_export_reader_page (SalonExportReader *self, const gint64 *ids, guint n, SalonExportRowFunc func, gpointer data,
                          GError **error)
{
  g_autoptr (GPtrArray) people = salon_export_pager_read (self->pager, ids, n, error);

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    fill_row (self, people->pdata[i]);
    if (!func (self->cells, data, error))
      return FALSE;
  }
  return TRUE;
}
