#pragma once
/* What the columns of a sheet mean that is to be imported: guessed, shown, edited, remembered. */
#include "base/cell.h"

G_BEGIN_DECLS

/**
 * SalonImportField: what a column can be.  Those before %SALON_IMPORT_VISIT_DATE say something of the client, the
 * others of a visit.  Names for files and the command line: salon_import_field_key().
 */
typedef enum {
  SALON_IMPORT_IGNORE,
  SALON_IMPORT_FULL_NAME,
  SALON_IMPORT_FIRST_NAME,
  SALON_IMPORT_SURNAME,
  SALON_IMPORT_PATRONYMIC,
  SALON_IMPORT_PHONE,
  SALON_IMPORT_EMAIL,
  SALON_IMPORT_BIRTH,
  SALON_IMPORT_GENDER,
  SALON_IMPORT_ADDRESS,
  SALON_IMPORT_NOTE,
  SALON_IMPORT_ALERT,
  SALON_IMPORT_WISHES,
  SALON_IMPORT_SOURCE,
  SALON_IMPORT_TAGS,
  SALON_IMPORT_CATEGORIES,
  SALON_IMPORT_DISCOUNT,
  SALON_IMPORT_LANGUAGE,
  SALON_IMPORT_WHATSAPP,
  SALON_IMPORT_TELEGRAM,
  SALON_IMPORT_INSTAGRAM,
  SALON_IMPORT_CREATED,
  SALON_IMPORT_EXTERNAL_ID,
  SALON_IMPORT_BALANCE, /* of the account in the other program; less than 0: she owes */
  SALON_IMPORT_BONUS,
  SALON_IMPORT_TICKET, /* name of its kind */
  SALON_IMPORT_TICKET_UNITS,
  SALON_IMPORT_TICKET_UNTIL,
  SALON_IMPORT_TICKET_WORTH, /* what is left of the price that was paid */
  SALON_IMPORT_CERTIFICATE, /* its number */
  SALON_IMPORT_CERTIFICATE_VALUE,
  SALON_IMPORT_CARD, /* number of her plastic card */
  SALON_IMPORT_CUSTOM, /* one of the salon's own fields, named by the column */
  SALON_IMPORT_VISIT_DATE,
  SALON_IMPORT_VISIT_TIME,
  SALON_IMPORT_VISIT_SERVICE,
  SALON_IMPORT_VISIT_EMPLOYEE,
  SALON_IMPORT_VISIT_PRICE,
  SALON_IMPORT_VISIT_MINUTES,
  SALON_IMPORT_VISIT_STATE,
  SALON_IMPORT_VISIT_NOTE,
} SalonImportField;

#define SALON_IMPORT_N_FIELDS (SALON_IMPORT_VISIT_NOTE + 1)

typedef enum {
  SALON_IMPORT_CLIENTS = 1,
  SALON_IMPORT_VISITS = 2,
} SalonImportSubject;

/**
 * SalonImportColumn:
 * @custom: (nullable): name of the own field of %SALON_IMPORT_CUSTOM
 * @heading: (nullable): what stands above the column
 * @confidence: 0 to 100: how sure the guess is; below 50 a person should look; 100 = chosen by a person
 * @month_first: its dates are written month/day/year
 * @surname_first: its full names begin with the surname
 * @remark: (nullable): why it was left out, in English, to be translated when shown
 */
typedef struct {
  SalonImportField field;
  char *custom;
  char *heading;
  int confidence;
  gboolean month_first;
  gboolean surname_first;
  const char *remark;
} SalonImportColumn;

/**
 * SalonImportLayout:
 * @columns: (element-type SalonImportColumn)
 * @n_above: how many rows of the source stand above the first client or visit: titles and headings
 */
typedef struct {
  SalonImportSubject subject;
  GArray *columns;
  guint n_above;
  gboolean has_headings;
} SalonImportLayout;

const char *salon_import_field_key (SalonImportField field);
const char *salon_import_field_label (SalonImportField field);
gboolean salon_import_field_by_key (const char *key, SalonImportField *field);
gboolean salon_import_field_is_several (SalonImportField field);
gboolean salon_import_field_is_of_visit (SalonImportField field);

SalonImportLayout *salon_import_layout_new (SalonImportSubject subject);
SalonImportLayout *salon_import_layout_copy (const SalonImportLayout *self);
void salon_import_layout_free (SalonImportLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImportLayout, salon_import_layout_free)

SalonImportColumn *salon_import_layout_column (const SalonImportLayout *self, guint index);
void salon_import_layout_set (SalonImportLayout *self, guint index, SalonImportField field, const char *custom);
gboolean salon_import_layout_has (const SalonImportLayout *self, SalonImportField field);
gboolean salon_import_layout_check (const SalonImportLayout *self, GError **error);
char *salon_import_layout_signature (const SalonImportLayout *self);
char *salon_import_layout_to_json (const SalonImportLayout *self);
gboolean salon_import_layout_apply_json (SalonImportLayout *self, const char *json);

G_END_DECLS
