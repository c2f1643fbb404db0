/* One row of a list, read: what it says of a client.  Nothing is looked up but the salon's own fields. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/email.h"
#include "base/error.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/entities/custom-value.h"
#include "model/rules/card-number.h"
#include "model/rules/client-name.h"
#include "model/rules/custom-value-check.h"
#include "model/rules/import-cell.h"
#include "model/rules/import-name.h"
#include "model/services/import-base.h"

#define PHONE_CHARS 100
#define ID_CHARS    200
#define MOST_VISITS 1000000
#define MOST_EXACT  1e15

typedef struct {
  SalonImportBase *base;
  const SalonImportColumn *column;
  const SalonCell *cell;
  SalonImportCard *card;
} Reader;

static SalonImportCard *
card_new (void)
{
  SalonImportCard *self = g_new0 (SalonImportCard, 1);

  self->client = salon_client_new ();
  self->phones = g_ptr_array_new_with_free_func (g_object_unref);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->custom = g_ptr_array_new_with_free_func (g_object_unref);
  self->created = SALON_DAY_NONE;
  self->ticket_until = SALON_DAY_NONE;
  return self;
}

/**
 * salon_import_card_free: frees a card
 */
void
salon_import_card_free (SalonImportCard *self)
{
  g_object_unref (self->client);
  g_ptr_array_unref (self->phones);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->custom);
  g_free (self->source);
  g_free (self->external_id);
  g_free (self->ticket);
  g_free (self->certificate);
  g_free (self->plastic);
  g_free (self);
}

/* ---- texts */

static void
replace (char **text, char *value)
{
  if (value == NULL || *value == '\0') {
    g_free (value);
    return;
  }
  g_free (*text);
  *text = value;
}

static char *
line_of (const SalonCell *cell)
{
  g_autofree char *text = salon_import_cell_text (cell);

  return salon_text_clean (text, 0);
}

/* Several columns of notes or of an address are put together. */
static void
append (char **text, char *value, const char *separator)
{
  if (*text != NULL && *value != '\0') {
    char *joined = g_strconcat (*text, separator, value, NULL);

    g_free (value);
    value = joined;
  }
  replace (text, value);
}

static void
take_full_name (Reader *self)
{
  g_autofree char *text = line_of (self->cell);
  SalonClient *client = self->card->client;
  SalonNameParts parts;

  salon_name_split (text, self->column->surname_first, &parts);
  if (client->first_name == NULL)
    client->first_name = g_steal_pointer (&parts.first_name);
  if (client->surname == NULL)
    client->surname = g_steal_pointer (&parts.surname);
  if (client->patronymic == NULL)
    client->patronymic = g_steal_pointer (&parts.patronymic);
  salon_name_parts_clear (&parts);
}

/* ---- phones and the rest */

static gboolean
take_phone (Reader *self, const char *typed, GError **error)
{
  g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();
  char *e164 = salon_phone_to_e164 (typed, self->base->settings->country, NULL);

  if (g_utf8_strlen (typed, -1) > PHONE_CHARS) {
    salon_set_field_error (error, "phone", _("“%s” is not a phone number."), typed);
    g_free (e164);
    return FALSE;
  }
  if (e164 != NULL && *e164 == '+')
    phone->e164 = e164;
  else
    g_free (e164);
  phone->typed = g_strdup (typed);
  for (guint i = 0; i < self->card->phones->len; i++) {
    const SalonClientPhone *other = self->card->phones->pdata[i];

    if (g_strcmp0 (other->typed, typed) == 0 || (phone->e164 != NULL && g_strcmp0 (other->e164, phone->e164) == 0))
      return TRUE;
  }
  g_ptr_array_add (self->card->phones, g_steal_pointer (&phone));
  return TRUE;
}

static gboolean
take_phones (Reader *self, GError **error)
{
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);

  if (!salon_import_cell_phones (self->cell, phones, error))
    return FALSE;
  for (guint i = 0; i < phones->len; i++)
    if (!take_phone (self, phones->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
take_email (Reader *self, GError **error)
{
  g_autofree char *text = line_of (self->cell);
  char *email = NULL;

  if (strchr (text, '@') == NULL && strlen (text) < 5) /* "no", "-" */
    return TRUE;
  email = salon_email_normalize (text, error);
  if (email == NULL)
    return FALSE;
  replace (&self->card->client->email, email);
  return TRUE;
}

static gboolean
take_birth (Reader *self, GError **error)
{
  SalonClient *client = self->card->client;
  SalonBirth birth;

  if (!salon_import_cell_birth (self->cell, self->column->month_first, self->base->today, &birth, error))
    return FALSE;
  client->birth_year = birth.year;
  client->birth_month = birth.month;
  client->birth_mday = birth.mday;
  return TRUE;
}

/* A word that is not understood is no reason to leave somebody out, nor to lose it: it goes into the note. */
static void
note_word (Reader *self)
{
  const char *heading = self->column->heading != NULL ? self->column->heading : salon_import_field_label (self->column->field);
  g_autofree char *text = line_of (self->cell);

  append (&self->card->client->note, g_strdup_printf ("%s: %s", heading, text), "\n");
}

static void
take_gender (Reader *self)
{
  SalonGender gender = SALON_GENDER_UNKNOWN;

  if (salon_import_cell_gender (self->cell, &gender))
    self->card->client->gender = gender;
  else
    note_word (self);
}

static void
take_language (Reader *self)
{
  const char *language = salon_import_cell_language (self->cell);

  if (language != NULL)
    replace (&self->card->client->language, g_strdup (language));
  else
    note_word (self);
}

static gboolean
take_created (Reader *self, GError **error)
{
  int minute = 0;

  return salon_import_cell_when (self->cell, self->column->month_first, &self->card->created, &minute, error);
}

static gboolean
take_discount (Reader *self, GError **error)
{
  int basis_points = 0;

  if (!salon_import_cell_discount (self->cell, &basis_points, error))
    return FALSE;
  self->card->client->discount_bp = basis_points;
  return TRUE;
}

static void
take_list (Reader *self, GPtrArray *names)
{
  g_autoptr (GPtrArray) words = salon_import_cell_list (self->cell);

  for (guint i = 0; i < words->len; i++)
    if (!g_ptr_array_find_with_equal_func (names, words->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (words->pdata[i]));
}

static gboolean
take_id (Reader *self, GError **error)
{
  g_autofree char *text = line_of (self->cell);

  if (g_utf8_strlen (text, -1) > ID_CHARS) {
    salon_set_field_error (error, "id", _("The number in the other program is too long."));
    return FALSE;
  }
  replace (&self->card->external_id, g_steal_pointer (&text));
  return TRUE;
}

static gboolean
take_units (Reader *self, GError **error)
{
  g_autofree char *text = line_of (self->cell);
  guint64 units = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_VISITS, &units, NULL)) {
    salon_set_field_error (error, "ticket_units", _("“%s” is not a number of visits."), text);
    return FALSE;
  }
  self->card->ticket_units = (gint64) units;
  return TRUE;
}

static gboolean
take_until (Reader *self, GError **error)
{
  int minute = 0;

  return salon_import_cell_when (self->cell, self->column->month_first, &self->card->ticket_until, &minute, error);
}

/* Spreadsheets keep fifteen digits of a number, and show fewer. */
static gboolean
is_shortened (const SalonCell *cell, const char *text)
{
  return strchr (text, '+') != NULL || (cell->kind == SALON_CELL_NUMBER && ABS (cell->number) >= MOST_EXACT);
}

/* "no" and "10 %" are no numbers, and of several none is chosen: see note_word(). */
static gboolean
take_plastic (Reader *self, GError **error)
{
  g_autofree char *text = line_of (self->cell);
  g_autofree char *number = salon_card_number_clean (text);

  if (*number == '\0')
    return TRUE;
  if (is_shortened (self->cell, text)) {
    salon_set_field_error (error, "card", _("“%s” is not the whole number of a card. Write the column as text."), text);
    return FALSE;
  }
  if (strpbrk (number, "0123456789") == NULL || strpbrk (text, "%,;/") != NULL) {
    note_word (self);
    return TRUE;
  }
  if (!salon_card_number_check (number, error))
    return FALSE;
  replace (&self->card->plastic, g_steal_pointer (&number));
  return TRUE;
}

/* ---- own fields */

static const SalonCustomField *
find_custom (const Reader *self)
{
  for (guint i = 0; i < self->base->custom_fields->len; i++) {
    const SalonCustomField *field = self->base->custom_fields->pdata[i];

    if (g_strcmp0 (field->name, self->column->custom) == 0)
      return field;
  }
  return NULL;
}

static char *
custom_text (const Reader *self, const SalonCustomField *field, GError **error)
{
  static const char *const noes[] = { "no", "net", "ne", "n", "false", "0", NULL };
  g_autofree char *text = salon_import_cell_text (self->cell);
  SalonDay day = SALON_DAY_NONE;
  int minute = 0;

  if (field->kind == SALON_CUSTOM_YES_NO) {
    g_autofree char *folded = salon_text_fold (text);

    return g_strdup (g_strv_contains (noes, folded) ? "" : "1");
  }
  if (field->kind != SALON_CUSTOM_DATE)
    return g_steal_pointer (&text);
  if (!salon_import_cell_when (self->cell, self->column->month_first, &day, &minute, error))
    return NULL;
  return day != SALON_DAY_NONE ? g_strdup_printf ("%d", day) : g_strdup ("");
}

static gboolean
take_custom (Reader *self, GError **error)
{
  const SalonCustomField *field = find_custom (self);
  g_autofree char *text = NULL;
  g_autoptr (SalonCustomValue) value = NULL;

  if (field == NULL) {
    salon_set_field_error (error, "columns", _("There is no own field “%s”."), self->column->custom);
    return FALSE;
  }
  text = custom_text (self, field, error);
  value = salon_custom_value_new ();
  if (text == NULL || !salon_custom_value_normalize (field, text, &value->value, error))
    return FALSE;
  value->field_id = salon_entity_get_id (field);
  if (value->value != NULL)
    g_ptr_array_add (self->card->custom, g_steal_pointer (&value));
  return TRUE;
}

/* ---- the row */

static gboolean
take_text (Reader *self)
{
  SalonClient *client = self->card->client;
  struct {
    SalonImportField field;
    char **text;
  } lines[] = {
    { SALON_IMPORT_FIRST_NAME, &client->first_name }, { SALON_IMPORT_SURNAME, &client->surname },
    { SALON_IMPORT_PATRONYMIC, &client->patronymic }, { SALON_IMPORT_SOURCE, &self->card->source },
    { SALON_IMPORT_WHATSAPP, &client->whatsapp },     { SALON_IMPORT_TELEGRAM, &client->telegram },
    { SALON_IMPORT_INSTAGRAM, &client->instagram },
  };
  struct {
    SalonImportField field;
    char **text;
    const char *separator;
  } several[] = {
    { SALON_IMPORT_NOTE, &client->note, "\n" },
    { SALON_IMPORT_ALERT, &client->alert, "\n" },
    { SALON_IMPORT_WISHES, &client->wishes, "\n" },
    { SALON_IMPORT_ADDRESS, &client->address, ", " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].field == self->column->field) {
      replace (lines[i].text, line_of (self->cell));
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    if (several[i].field == self->column->field) {
      append (several[i].text, salon_import_cell_text (self->cell), several[i].separator);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_cell (Reader *self, GError **error)
{
  if (take_text (self))
    return TRUE;
  switch ((int) self->column->field) {
  case SALON_IMPORT_FULL_NAME:
    take_full_name (self);
    return TRUE;
  case SALON_IMPORT_PHONE:
    return take_phones (self, error);
  case SALON_IMPORT_EMAIL:
    return take_email (self, error);
  case SALON_IMPORT_BIRTH:
    return take_birth (self, error);
  case SALON_IMPORT_GENDER:
    take_gender (self);
    return TRUE;
  case SALON_IMPORT_TAGS:
    take_list (self, self->card->tags);
    return TRUE;
  case SALON_IMPORT_CATEGORIES:
    take_list (self, self->card->categories);
    return TRUE;
  case SALON_IMPORT_DISCOUNT:
    return take_discount (self, error);
  case SALON_IMPORT_LANGUAGE:
    take_language (self);
    return TRUE;
  case SALON_IMPORT_CREATED:
    return take_created (self, error);
  case SALON_IMPORT_EXTERNAL_ID:
    return take_id (self, error);
  case SALON_IMPORT_BALANCE:
    return salon_import_cell_balance (self->cell, salon_settings_currency (self->base->settings), &self->card->balance, error);
  case SALON_IMPORT_BONUS:
    return salon_import_cell_balance (self->cell, salon_settings_currency (self->base->settings), &self->card->bonus, error);
  case SALON_IMPORT_TICKET:
    replace (&self->card->ticket, line_of (self->cell));
    return TRUE;
  case SALON_IMPORT_TICKET_UNITS:
    return take_units (self, error);
  case SALON_IMPORT_TICKET_UNTIL:
    return take_until (self, error);
  case SALON_IMPORT_TICKET_WORTH:
    return salon_import_cell_balance (self->cell, salon_settings_currency (self->base->settings), &self->card->ticket_worth, error);
  case SALON_IMPORT_CERTIFICATE:
    replace (&self->card->certificate, line_of (self->cell));
    return TRUE;
  case SALON_IMPORT_CERTIFICATE_VALUE:
    return salon_import_cell_balance (self->cell, salon_settings_currency (self->base->settings), &self->card->certificate_value,
                                      error);
  case SALON_IMPORT_CARD:
    return take_plastic (self, error);
  case SALON_IMPORT_CUSTOM:
    return take_custom (self, error);
  default:
    return TRUE;
  }
}

/* "Birth date: “31.02.1990” is not a date." */
static void
name_column (const SalonImportColumn *column, GError **error)
{
  const char *heading = column->heading != NULL ? column->heading : salon_import_field_label (column->field);
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL)
    return;
  /* Translators: the heading of a column, and what is wrong in it */
  message = g_strdup_printf (_("%s: %s"), heading, (*error)->message);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

/**
 * salon_import_card_read:
 * @cells: (element-type SalonCell): a row
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with %SALON_ERROR_VALIDATION that names the column
 */
SalonImportCard *
salon_import_card_read (SalonImportBase *base, const GArray *cells, GError **error)
{
  const SalonImportLayout *layout = base->request->layout;
  g_autoptr (SalonImportCard) card = card_new ();

  for (guint i = 0; i < layout->columns->len && i < cells->len; i++) {
    const SalonImportColumn *column = salon_import_layout_column (layout, i);
    Reader reader = { base, column, &g_array_index (cells, SalonCell, i), card };

    if (column->field == SALON_IMPORT_IGNORE || salon_import_cell_is_blank (reader.cell))
      continue;
    if (!take_cell (&reader, error)) {
      name_column (column, error);
      return NULL;
    }
  }
  return g_steal_pointer (&card);
}

/**
 * salon_import_card_name:
 *
 * Returns: (transfer full): as a list shows her, or her first phone; empty if there is neither
 */
char *
salon_import_card_name (const SalonImportCard *self)
{
  const SalonClientPhone *phone = self->phones->len > 0 ? self->phones->pdata[0] : NULL;

  return salon_client_list_name (self->client->first_name, self->client->patronymic, self->client->surname,
                                 phone != NULL ? phone->typed : NULL);
}
