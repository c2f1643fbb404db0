/* A writer of vCard 4.0 (RFC 6350): by own code, for the reason that vcard-read.c gives. */
#include "exchange/draft.h"
#include "exchange/vcard-fields.h"
#include "exchange/vcard-write.h"

#include <string.h>

#define MAX_OCTETS 75 /* of a line */

struct _SalonVcardWriter {
  GObject parent_instance;
  SalonDraft *draft;
  GArray *fields; /* SalonVcardField of each column, %SALON_VCARD_N_FIELDS for none */
  GString *card;
};

static void salon_vcard_writer_iface_init (SalonRowWriterInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonVcardWriter, salon_vcard_writer, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_WRITER, salon_vcard_writer_iface_init))

/* Adds a line, in pieces that no reader finds too long; a character is never cut. */
static void
add_line (SalonVcardWriter *self, const char *line)
{
  gsize room = MAX_OCTETS;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gsize length = (gsize) (g_utf8_next_char (p) - p);

    if (length > room) {
      g_string_append (self->card, "\r\n ");
      room = MAX_OCTETS - 1;
    }
    g_string_append_len (self->card, p, (gssize) length);
    room -= length;
  }
  g_string_append (self->card, "\r\n");
}

static char *
escape (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '\n')
      g_string_append (escaped, "\\n");
    else if (strchr (",;\\", *p) != NULL)
      g_string_append_printf (escaped, "\\%c", *p);
    else if (*p != '\r')
      g_string_append_c (escaped, *p);
  }
  return g_string_free (escaped, FALSE);
}

static void
add_property (SalonVcardWriter *self, const char *head, const char *text)
{
  g_autofree char *escaped = NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  escaped = escape (text);
  line = g_strconcat (head, escaped, NULL);
  add_line (self, line);
}

/* "a, b" */
static void
add_tags (SalonVcardWriter *self, const char *text)
{
  g_auto (GStrv) tags = text != NULL ? g_strsplit (text, ",", -1) : g_new0 (char *, 1);
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");

  for (guint i = 0; tags[i] != NULL; i++) {
    g_autofree char *tag = escape (g_strstrip (tags[i]));

    g_string_append_printf (line, "%s%s", i > 0 ? "," : "", tag);
  }
  if (tags[0] != NULL)
    add_line (self, line->str);
}

/* Words for women and men in the languages of the program. */
static const char *
sex_of (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  if (*lower != '\0' && strstr ("f w s ж", lower) != NULL)
    return "F";
  return *lower != '\0' && strstr ("m v м", lower) != NULL ? "M" : NULL;
}

/* A day with its year, or a text in the user's way to write a day without one ("17.05."). */
static void
add_birth (SalonVcardWriter *self, const SalonCell *cell)
{
  const SalonDay leap_year = salon_day_from_ymd (2024, 1, 1);
  g_autofree char *line = NULL;
  int year = 0, month = 0, mday = 0;
  SalonDay day = SALON_DAY_NONE;
  gboolean known = TRUE;

  if (cell == NULL || (cell->kind != SALON_CELL_DAY && cell->kind != SALON_CELL_TEXT))
    return;
  if (cell->kind == SALON_CELL_DAY)
    day = (SalonDay) cell->integer;
  else
    known = salon_day_parse (cell->text, &day, NULL);
  if (!known && !salon_day_parse_near (cell->text, leap_year, &day, NULL))
    return;
  salon_day_to_ymd (day, &year, &month, &mday);
  line = known ? g_strdup_printf ("BDAY:%04d%02d%02d", year, month, mday) : g_strdup_printf ("BDAY:--%02d%02d", month, mday);
  add_line (self, line);
}

static const SalonCell *
cell_of (SalonVcardWriter *self, const GArray *cells, SalonVcardField field)
{
  for (guint i = 0; i < cells->len && i < self->fields->len; i++)
    if (g_array_index (self->fields, SalonVcardField, i) == field)
      return &g_array_index (cells, SalonCell, i);
  return NULL;
}

static const char *
text_of (SalonVcardWriter *self, const GArray *cells, SalonVcardField field)
{
  const SalonCell *cell = cell_of (self, cells, field);

  return cell != NULL && cell->kind == SALON_CELL_TEXT ? cell->text : NULL;
}

static char *
join_present (const char *const *texts, guint n, const char *between)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? between : "", texts[i]);
  return g_string_free (joined, FALSE);
}

/* A card must have a whole name; a client may have only a phone. */
static void
add_names (SalonVcardWriter *self, const GArray *cells)
{
  const char *first = text_of (self, cells, SALON_VCARD_FIRST_NAME);
  const char *surname = text_of (self, cells, SALON_VCARD_SURNAME);
  const char *patronymic = text_of (self, cells, SALON_VCARD_PATRONYMIC);
  const char *const parts[] = { first, patronymic, surname };
  const char *const others[] = { text_of (self, cells, SALON_VCARD_COMPANY), text_of (self, cells, SALON_VCARD_PHONE),
                                 text_of (self, cells, SALON_VCARD_EMAIL) };
  const char *const structured[] = { surname, first, patronymic };
  g_autofree char *whole = join_present (parts, G_N_ELEMENTS (parts), " ");
  g_autofree char *other = join_present (others, G_N_ELEMENTS (others), " ");
  g_autoptr (GString) name = g_string_new ("N:");

  add_property (self, "FN:", *whole != '\0' ? whole : other);
  for (guint i = 0; i < G_N_ELEMENTS (structured); i++) {
    g_autofree char *escaped = escape (structured[i] != NULL ? structured[i] : "");

    g_string_append_printf (name, "%s;", escaped);
  }
  g_string_append_c (name, ';');
  if (*whole != '\0')
    add_line (self, name->str);
}

static gboolean
salon_vcard_writer_begin (SalonRowWriter *writer, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  SalonVcardWriter *self = SALON_VCARD_WRITER (writer);

  for (guint i = 0; i < n_heads; i++) {
    SalonVcardField field = salon_vcard_field_by_key (heads[i].key);

    g_array_append_val (self->fields, field);
  }
  return TRUE;
}

static gboolean
salon_vcard_writer_row (SalonRowWriter *writer, const GArray *cells, GError **error)
{
  SalonVcardWriter *self = SALON_VCARD_WRITER (writer);
  const char *sex = text_of (self, cells, SALON_VCARD_SEX);
  const char *address = text_of (self, cells, SALON_VCARD_ADDRESS);
  g_autofree char *street = address != NULL ? escape (address) : NULL;
  g_autofree char *place = street != NULL ? g_strconcat ("ADR:;;", street, ";;;;", NULL) : NULL;

  g_string_assign (self->card, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
  add_names (self, cells);
  add_property (self, "TEL;TYPE=cell:", text_of (self, cells, SALON_VCARD_PHONE));
  add_property (self, "TEL:", text_of (self, cells, SALON_VCARD_PHONE_2));
  add_property (self, "TEL:", text_of (self, cells, SALON_VCARD_PHONE_3));
  add_property (self, "EMAIL:", text_of (self, cells, SALON_VCARD_EMAIL));
  add_birth (self, cell_of (self, cells, SALON_VCARD_BIRTH_DATE));
  if (place != NULL)
    add_line (self, place);
  add_property (self, "NOTE:", text_of (self, cells, SALON_VCARD_NOTE));
  add_tags (self, text_of (self, cells, SALON_VCARD_TAGS));
  if (sex != NULL && sex_of (sex) != NULL)
    add_property (self, "GENDER:", sex_of (sex));
  add_property (self, "ORG:", text_of (self, cells, SALON_VCARD_COMPANY));
  g_string_append (self->card, "END:VCARD\r\n");
  return salon_draft_write (self->draft, self->card->str, self->card->len, error);
}

static gboolean
salon_vcard_writer_finish (SalonRowWriter *writer, GError **error)
{
  return salon_draft_finish (SALON_VCARD_WRITER (writer)->draft, error);
}

static void
salon_vcard_writer_iface_init (SalonRowWriterInterface *iface)
{
  iface->begin = salon_vcard_writer_begin;
  iface->row = salon_vcard_writer_row;
  iface->finish = salon_vcard_writer_finish;
}

static void
salon_vcard_writer_finalize (GObject *object)
{
  SalonVcardWriter *self = SALON_VCARD_WRITER (object);

  g_clear_pointer (&self->draft, salon_draft_free);
  g_array_unref (self->fields);
  g_string_free (self->card, TRUE);
  G_OBJECT_CLASS (salon_vcard_writer_parent_class)->finalize (object);
}

static void
salon_vcard_writer_class_init (SalonVcardWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_vcard_writer_finalize;
}

static void
salon_vcard_writer_init (SalonVcardWriter *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (SalonVcardField));
  self->card = g_string_new (NULL);
}

/**
 * salon_vcard_writer_new:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 *
 * Columns whose key no card knows are left out.
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowWriter *
salon_vcard_writer_new (const char *path, GError **error)
{
  SalonDraft *draft = salon_draft_new (path, error);
  SalonVcardWriter *self = NULL;

  if (draft == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_VCARD_WRITER, NULL);
  self->draft = draft;
  return SALON_ROW_WRITER (self);
}
