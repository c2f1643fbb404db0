/* The columns of a sheet that is to be imported, and the list of what a column can be. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/record.h"
#include "base/text.h"
#include "model/rules/import-layout.h"

static const struct {
  const char *key;
  const char *label;
  gboolean several; /* more than one column may be it: phones, notes, tags … are put together */
} infos[SALON_IMPORT_N_FIELDS] = {
  [SALON_IMPORT_IGNORE] = { "ignore", N_("Leave out"), TRUE },
  [SALON_IMPORT_FULL_NAME] = { "name", N_("Full name"), FALSE },
  [SALON_IMPORT_FIRST_NAME] = { "first_name", N_("First name"), FALSE },
  [SALON_IMPORT_SURNAME] = { "surname", N_("Surname"), FALSE },
  [SALON_IMPORT_PATRONYMIC] = { "patronymic", N_("Patronymic"), FALSE },
  [SALON_IMPORT_PHONE] = { "phone", N_("Phone"), TRUE },
  [SALON_IMPORT_EMAIL] = { "email", N_("E-mail"), FALSE },
  [SALON_IMPORT_BIRTH] = { "birth_date", N_("Date of birth"), FALSE },
  [SALON_IMPORT_GENDER] = { "gender", N_("Gender"), FALSE },
  [SALON_IMPORT_ADDRESS] = { "address", N_("Address"), TRUE },
  [SALON_IMPORT_NOTE] = { "note", N_("Note"), TRUE },
  [SALON_IMPORT_ALERT] = { "alert", N_("Alert"), TRUE },
  [SALON_IMPORT_WISHES] = { "wishes", N_("Needs and wishes"), TRUE },
  [SALON_IMPORT_SOURCE] = { "source", N_("Source"), FALSE },
  [SALON_IMPORT_TAGS] = { "tags", N_("Tags"), TRUE },
  [SALON_IMPORT_CATEGORIES] = { "categories", N_("Categories"), TRUE },
  [SALON_IMPORT_DISCOUNT] = { "discount", N_("Personal discount"), FALSE },
  [SALON_IMPORT_LANGUAGE] = { "language", N_("Language"), FALSE },
  [SALON_IMPORT_WHATSAPP] = { "whatsapp", N_("WhatsApp"), FALSE },
  [SALON_IMPORT_TELEGRAM] = { "telegram", N_("Telegram"), FALSE },
  [SALON_IMPORT_INSTAGRAM] = { "instagram", N_("Instagram"), FALSE },
  [SALON_IMPORT_CREATED] = { "created", N_("Date added"), FALSE },
  [SALON_IMPORT_EXTERNAL_ID] = { "id", N_("Number in the other program"), FALSE },
  [SALON_IMPORT_BALANCE] = { "balance", N_("Balance of the account"), FALSE },
  [SALON_IMPORT_BONUS] = { "bonus", N_("Bonus"), FALSE },
  [SALON_IMPORT_TICKET] = { "ticket", N_("Season ticket"), FALSE },
  [SALON_IMPORT_TICKET_UNITS] = { "ticket_units", N_("Visits left"), FALSE },
  [SALON_IMPORT_TICKET_UNTIL] = { "ticket_until", N_("Season ticket valid until"), FALSE },
  [SALON_IMPORT_TICKET_WORTH] = { "ticket_worth", N_("Worth of the season ticket"), FALSE },
  [SALON_IMPORT_CERTIFICATE] = { "certificate", N_("Certificate number"), FALSE },
  [SALON_IMPORT_CERTIFICATE_VALUE] = { "certificate_value", N_("Certificate value"), FALSE },
  [SALON_IMPORT_CARD] = { "card", N_("Card number"), FALSE },
  [SALON_IMPORT_CUSTOM] = { "custom", N_("Own field"), TRUE },
  [SALON_IMPORT_VISIT_DATE] = { "visit_date", N_("Date of the visit"), FALSE },
  [SALON_IMPORT_VISIT_TIME] = { "visit_time", N_("Time of the visit"), FALSE },
  [SALON_IMPORT_VISIT_SERVICE] = { "service", N_("Service"), FALSE },
  [SALON_IMPORT_VISIT_EMPLOYEE] = { "employee", N_("Employee"), FALSE },
  [SALON_IMPORT_VISIT_PRICE] = { "price", N_("Price"), FALSE },
  [SALON_IMPORT_VISIT_MINUTES] = { "minutes", N_("Duration in minutes"), FALSE },
  [SALON_IMPORT_VISIT_STATE] = { "state", N_("State of the visit"), FALSE },
  [SALON_IMPORT_VISIT_NOTE] = { "visit_note", N_("Note about the visit"), TRUE },
};

/**
 * salon_import_field_key:
 *
 * Returns: its name in every language: "birth_date"
 */
const char *
salon_import_field_key (SalonImportField field)
{
  g_return_val_if_fail ((guint) field < SALON_IMPORT_N_FIELDS, NULL);
  return infos[field].key;
}

/**
 * salon_import_field_label:
 *
 * Returns: its name in the user's language
 */
const char *
salon_import_field_label (SalonImportField field)
{
  g_return_val_if_fail ((guint) field < SALON_IMPORT_N_FIELDS, NULL);
  return _(infos[field].label);
}

/**
 * salon_import_field_by_key:
 * @field: (out): the field of that name
 *
 * Returns: whether there is one
 */
gboolean
salon_import_field_by_key (const char *key, SalonImportField *field)
{
  for (guint i = 0; i < SALON_IMPORT_N_FIELDS; i++)
    if (g_str_equal (infos[i].key, key)) {
      *field = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * salon_import_field_is_several:
 *
 * Returns: whether more than one column of a sheet may be it
 */
gboolean
salon_import_field_is_several (SalonImportField field)
{
  return infos[field].several;
}

/**
 * salon_import_field_is_of_visit:
 *
 * Returns: whether it says something of a visit, and nothing of the client
 */
gboolean
salon_import_field_is_of_visit (SalonImportField field)
{
  return field >= SALON_IMPORT_VISIT_DATE;
}

static void
column_clear (gpointer data)
{
  SalonImportColumn *column = data;

  g_free (column->custom);
  g_free (column->heading);
}

/**
 * salon_import_layout_new:
 *
 * Returns: (transfer full): a sheet without columns
 */
SalonImportLayout *
salon_import_layout_new (SalonImportSubject subject)
{
  SalonImportLayout *self = g_new0 (SalonImportLayout, 1);

  self->subject = subject;
  self->columns = g_array_new (FALSE, TRUE, sizeof (SalonImportColumn));
  g_array_set_clear_func (self->columns, column_clear);
  return self;
}

/**
 * salon_import_layout_copy:
 *
 * Returns: (transfer full): the same
 */
SalonImportLayout *
salon_import_layout_copy (const SalonImportLayout *self)
{
  SalonImportLayout *copy = salon_import_layout_new (self->subject);

  copy->n_above = self->n_above;
  copy->has_headings = self->has_headings;
  for (guint i = 0; i < self->columns->len; i++) {
    SalonImportColumn column = *salon_import_layout_column (self, i);

    column.custom = g_strdup (column.custom);
    column.heading = g_strdup (column.heading);
    g_array_append_val (copy->columns, column);
  }
  return copy;
}

/**
 * salon_import_layout_free: frees a layout
 */
void
salon_import_layout_free (SalonImportLayout *self)
{
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * salon_import_layout_column:
 *
 * Returns: (transfer none): the column; it may be changed
 */
SalonImportColumn *
salon_import_layout_column (const SalonImportLayout *self, guint index)
{
  return &g_array_index (self->columns, SalonImportColumn, index);
}

/**
 * salon_import_layout_set:
 * @custom: (nullable): name of the own field of %SALON_IMPORT_CUSTOM
 *
 * A person says what a column is.  Another column that was it before is left out, unless both may be.
 */
void
salon_import_layout_set (SalonImportLayout *self, guint index, SalonImportField field, const char *custom)
{
  SalonImportColumn *column = salon_import_layout_column (self, index);

  for (guint i = 0; i < self->columns->len && !infos[field].several; i++)
    if (i != index && salon_import_layout_column (self, i)->field == field)
      salon_import_layout_column (self, i)->field = SALON_IMPORT_IGNORE;
  column->field = field;
  column->confidence = 100;
  column->remark = NULL;
  g_free (column->custom);
  column->custom = field == SALON_IMPORT_CUSTOM ? g_strdup (custom) : NULL;
}

/**
 * salon_import_layout_has:
 *
 * Returns: whether some column is @field
 */
gboolean
salon_import_layout_has (const SalonImportLayout *self, SalonImportField field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (salon_import_layout_column (self, i)->field == field)
      return TRUE;
  return FALSE;
}

static gboolean
says_who (const SalonImportLayout *self)
{
  static const SalonImportField who[] = { SALON_IMPORT_FULL_NAME, SALON_IMPORT_FIRST_NAME, SALON_IMPORT_SURNAME,
                                          SALON_IMPORT_PHONE };

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    if (salon_import_layout_has (self, who[i]))
      return TRUE;
  return self->subject == SALON_IMPORT_VISITS
         && (salon_import_layout_has (self, SALON_IMPORT_EMAIL) || salon_import_layout_has (self, SALON_IMPORT_EXTERNAL_ID));
}

/**
 * salon_import_layout_check:
 * @error: %SALON_ERROR_VALIDATION that says which column is missing
 *
 * Returns: whether rows can be read with it: clients need a name or a phone, visits a client and a date
 */
gboolean
salon_import_layout_check (const SalonImportLayout *self, GError **error)
{
  if (!says_who (self)) {
    salon_set_field_error (error, "columns", _("Say which column holds the name or the phone of the client."));
    return FALSE;
  }
  if (self->subject == SALON_IMPORT_VISITS && !salon_import_layout_has (self, SALON_IMPORT_VISIT_DATE)) {
    salon_set_field_error (error, "columns", _("Say which column holds the date of the visit."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_import_layout_signature:
 *
 * Sheets from one program have the same headings: what a person said of their columns is remembered by them.
 *
 * Returns: (transfer full) (nullable): the subject and the headings; %NULL for a sheet without headings
 */
char *
salon_import_layout_signature (const SalonImportLayout *self)
{
  GString *text = NULL;

  if (!self->has_headings)
    return NULL;
  text = g_string_new (self->subject == SALON_IMPORT_VISITS ? "visits" : "clients");
  for (guint i = 0; i < self->columns->len; i++) {
    const char *heading = salon_import_layout_column (self, i)->heading;
    g_autofree char *folded = heading != NULL ? salon_text_fold (heading) : NULL;

    g_string_append_printf (text, "|%s", folded != NULL ? folded : "");
  }
  return g_string_free (text, FALSE);
}

/**
 * salon_import_layout_to_json:
 *
 * Returns: (transfer full): what each column is, for salon_import_layout_apply_json()
 */
char *
salon_import_layout_to_json (const SalonImportLayout *self)
{
  g_autoptr (SalonRecord) record = salon_record_new ();

  for (guint i = 0; i < self->columns->len; i++) {
    const SalonImportColumn *column = salon_import_layout_column (self, i);
    g_autofree char *key = g_strdup_printf ("%u", i + 1);
    g_autofree char *value = column->field == SALON_IMPORT_CUSTOM
                                 ? g_strconcat ("custom:", column->custom != NULL ? column->custom : "", NULL)
                                 : g_strdup (infos[column->field].key);

    salon_record_set_text (record, key, value);
  }
  return salon_record_to_json (record);
}

/**
 * salon_import_layout_apply_json:
 *
 * Makes the columns what they were in a sheet with the same headings; what is not understood stays as guessed.
 *
 * Returns: whether anything was taken over
 */
gboolean
salon_import_layout_apply_json (SalonImportLayout *self, const char *json)
{
  g_autoptr (SalonRecord) record = salon_record_parse (json);
  gboolean any = FALSE;

  for (guint i = 0; record != NULL && i < self->columns->len; i++) {
    g_autofree char *key = g_strdup_printf ("%u", i + 1);
    const char *value = salon_record_get_text (record, key);
    SalonImportField field = SALON_IMPORT_IGNORE;
    gboolean custom = value != NULL && g_str_has_prefix (value, "custom:");

    if (value == NULL || (!custom && !salon_import_field_by_key (value, &field)))
      continue;
    salon_import_layout_set (self, i, custom ? SALON_IMPORT_CUSTOM : field, custom ? value + strlen ("custom:") : NULL);
    any = TRUE;
  }
  return any;
}
