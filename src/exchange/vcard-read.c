/* A reader of vCard 2.1, 3 and 4: by own code, since Debian's libraries for it come with all of Evolution (libebook),
 * and libical reads the properties but neither 2.1's encodings nor more than one card in bounded memory. */
#include "config.h"

#include "exchange/text-input.h"
#include "exchange/vcard-fields.h"
#include "exchange/vcard-line.h"
#include "exchange/vcard-read.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINE   65536 /* bytes that are kept of a property; pictures are longer and not wanted */
#define MAX_PHONES 3

/* What is known of the card that is read. */
typedef struct {
  char *values[SALON_VCARD_N_FIELDS];
  char *full_name;
  gboolean has_birth;
  gint64 birth; /* SalonDay, when the year is known; else a text */
  guint n_first_phones; /* those that are preferred or mobile */
  guint n_phones;
} Card;

struct _SalonVcardSource {
  GObject parent_instance;
  SalonTextInput *text;
  GString *line;
  GString *ahead; /* a line read too far */
  gboolean has_ahead;
  gunichar pending;
  gint64 n_lines;
  gboolean described;
  gboolean old; /* version 2.1 */
};

static void salon_vcard_source_iface_init (SalonRowSourceInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonVcardSource, salon_vcard_source, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, salon_vcard_source_iface_init))

static void
card_clear (Card *card)
{
  for (guint i = 0; i < SALON_VCARD_N_FIELDS; i++)
    g_free (card->values[i]);
  g_free (card->full_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

/* One line of the file without its end; what is too long is cut. */
static gboolean
read_physical (SalonVcardSource *self, GString *line, gboolean *end, GError **error)
{
  gunichar c = 0;
  gboolean any = FALSE;

  g_string_truncate (line, 0);
  for (;;) {
    c = self->pending;
    self->pending = 0;
    if (c == 0 && !salon_text_input_next (self->text, &c, error))
      return FALSE;
    if (c == SALON_TEXT_INPUT_END || c == '\n' || c == '\r')
      break;
    any = TRUE;
    if (line->len < MAX_LINE)
      g_string_append_unichar (line, c);
  }
  *end = c == SALON_TEXT_INPUT_END && !any;
  self->n_lines += *end ? 0 : 1;
  if (c == SALON_TEXT_INPUT_END)
    self->pending = c;
  if (c != '\r')
    return TRUE;
  if (!salon_text_input_next (self->text, &c, error))
    return FALSE;
  self->pending = c == '\n' ? 0 : c;
  return TRUE;
}

static gboolean
next_physical (SalonVcardSource *self, GString *line, gboolean *end, GError **error)
{
  if (!self->has_ahead)
    return read_physical (self, line, end, error);
  self->has_ahead = FALSE;
  *end = FALSE;
  g_string_assign (line, self->ahead->str);
  return TRUE;
}

static void
join (GString *line, const char *more)
{
  if (line->len < MAX_LINE)
    g_string_append (line, more);
}

/* A property with its further lines: those that begin with a space, and in quoted-printable those after a "=". */
static gboolean
read_logical (SalonVcardSource *self, gboolean *end, GError **error)
{
  gboolean file_end = FALSE, quoted = FALSE;

  if (!next_physical (self, self->line, end, error) || *end)
    return *end;
  quoted = salon_vcard_line_is_quoted_printable (self->line->str);
  for (;;) {
    gboolean soft = quoted && self->line->len > 0 && self->line->str[self->line->len - 1] == '=';

    if (!read_physical (self, self->ahead, &file_end, error))
      return FALSE;
    if (file_end)
      return TRUE;
    if (soft) {
      g_string_truncate (self->line, self->line->len - 1);
      join (self->line, self->ahead->str);
    } else if (self->ahead->str[0] == ' ' || self->ahead->str[0] == '\t') {
      join (self->line, self->ahead->str + (self->old ? 0 : 1));
    } else {
      self->has_ahead = TRUE;
      return TRUE;
    }
  }
}

static void
set_value (Card *card, SalonVcardField field, const char *text)
{
  if (text == NULL || *text == '\0' || card->values[field] != NULL)
    return;
  card->values[field] = g_strdup (text);
}

static void
add_value (Card *card, SalonVcardField field, const char *text, const char *between)
{
  char *before = card->values[field];

  if (*text == '\0' || (before != NULL && strlen (before) > MAX_LINE))
    return;
  card->values[field] = before != NULL ? g_strconcat (before, between, text, NULL) : g_strdup (text);
  g_free (before);
}

/* Family name; first name; further names; before; behind. */
static void
take_name (Card *card, const SalonVcardLine *line)
{
  const SalonVcardField fields[] = { SALON_VCARD_SURNAME, SALON_VCARD_FIRST_NAME, SALON_VCARD_PATRONYMIC };
  g_auto (GStrv) parts = salon_vcard_split (line->value, ';');

  for (guint i = 0; i < G_N_ELEMENTS (fields) && parts[i] != NULL; i++)
    set_value (card, fields[i], parts[i]);
}

/* Mobile and preferred phones first, no fax. */
static void
take_phone (Card *card, const SalonVcardLine *line)
{
  gboolean first = salon_vcard_line_has_type (line, "CELL") || salon_vcard_line_has_type (line, "PREF");
  g_autofree char *phone = salon_vcard_unescape (g_ascii_strncasecmp (line->value, "tel:", 4) == 0 ? line->value + 4
                                                                                                   : line->value);
  guint place = first ? card->n_first_phones : card->n_phones;

  if (*phone == '\0' || salon_vcard_line_has_type (line, "FAX") || salon_vcard_line_has_type (line, "PAGER"))
    return;
  for (guint i = 0; i < card->n_phones; i++)
    if (g_strcmp0 (card->values[SALON_VCARD_PHONE + i], phone) == 0)
      return;
  if (place >= MAX_PHONES)
    return;
  g_free (card->values[SALON_VCARD_PHONE + MAX_PHONES - 1]);
  for (guint i = MAX_PHONES - 1; i > place; i--)
    card->values[SALON_VCARD_PHONE + i] = card->values[SALON_VCARD_PHONE + i - 1];
  card->values[SALON_VCARD_PHONE + place] = g_steal_pointer (&phone);
  card->n_first_phones += first ? 1 : 0;
  card->n_phones = MIN (card->n_phones + 1, MAX_PHONES);
}

/* 1985-05-17, 19850517, with a time or not; --05-17 and --0517 without a year; Apple says 1604 for no year. */
static void
take_birth (Card *card, const SalonVcardLine *line)
{
  g_autofree char *text = salon_vcard_unescape (line->value);
  const char *date = g_str_has_prefix (text, "--") ? text + 2 : text;
  gsize wanted = date == text ? 8 : 4;
  char digits[9] = "";
  gsize n = 0;
  int year = 0, month = 0, mday = 0;

  for (const char *p = date; n < wanted && (g_ascii_isdigit (*p) || *p == '-'); p++)
    if (*p != '-')
      digits[n++] = *p;
  if (n < wanted) {
    set_value (card, SALON_VCARD_BIRTH_DATE, text);
    return;
  }
  mday = atoi (digits + n - 2);
  digits[n - 2] = '\0';
  month = atoi (digits + n - 4);
  digits[n - 4] = '\0';
  year = atoi (digits);
  if (wanted == 8 && year != 1604) {
    card->birth = salon_day_from_ymd (year, month, mday);
    card->has_birth = card->birth != SALON_DAY_NONE;
  }
  if (!card->has_birth && month >= 1 && month <= 12 && mday >= 1 && mday <= 31)
    card->values[SALON_VCARD_BIRTH_DATE] = (g_free (card->values[SALON_VCARD_BIRTH_DATE]),
                                            g_strdup_printf ("%02d.%02d", mday, month));
}

static void
take_address (Card *card, const SalonVcardLine *line)
{
  g_auto (GStrv) parts = salon_vcard_split (line->value, ';');
  g_autoptr (GString) address = g_string_new (NULL);
  const guint order[] = { 2, 1, 0, 3, 4, 5, 6 }; /* street, flat, post box, town, region, code, country */
  guint n = g_strv_length (parts);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    if (order[i] < n && *parts[order[i]] != '\0')
      g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", parts[order[i]]);
  }
  set_value (card, SALON_VCARD_ADDRESS, address->str);
}

static void
take_tags (Card *card, const SalonVcardLine *line)
{
  g_auto (GStrv) tags = salon_vcard_split (line->value, ',');

  for (guint i = 0; tags[i] != NULL; i++)
    if (strcmp (tags[i], "myContacts") != 0)
      add_value (card, SALON_VCARD_TAGS, tags[i], ", ");
}

static void
take_line (SalonVcardSource *self, Card *card, const SalonVcardLine *line)
{
  g_autofree char *text = salon_vcard_unescape (line->value);

  if (strcmp (line->name, "VERSION") == 0)
    self->old = strcmp (text, "2.1") == 0;
  else if (line->binary)
    return;
  else if (strcmp (line->name, "N") == 0)
    take_name (card, line);
  else if (strcmp (line->name, "FN") == 0 && card->full_name == NULL)
    card->full_name = g_steal_pointer (&text);
  else if (strcmp (line->name, "TEL") == 0)
    take_phone (card, line);
  else if (strcmp (line->name, "EMAIL") == 0)
    set_value (card, SALON_VCARD_EMAIL, text);
  else if (strcmp (line->name, "BDAY") == 0)
    take_birth (card, line);
  else if (strcmp (line->name, "ADR") == 0)
    take_address (card, line);
  else if (strcmp (line->name, "NOTE") == 0)
    add_value (card, SALON_VCARD_NOTE, text, "\n");
  else if (strcmp (line->name, "CATEGORIES") == 0)
    take_tags (card, line);
  else if (strcmp (line->name, "GENDER") == 0 && (g_ascii_toupper (*text) == 'F' || g_ascii_toupper (*text) == 'M'))
    set_value (card, SALON_VCARD_SEX, g_ascii_toupper (*text) == 'F' ? "F" : "M");
  else if (strcmp (line->name, "ORG") == 0)
    set_value (card, SALON_VCARD_COMPANY, g_strdelimit (g_strchomp (text), ";", ' '));
}

/* Address books show a phone where there is no name; that is no name. */
static gboolean
is_name (const Card *card)
{
  const SalonVcardField others[] = { SALON_VCARD_PHONE, SALON_VCARD_EMAIL, SALON_VCARD_COMPANY };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (card->values[others[i]], card->full_name) == 0)
      return FALSE;
  return card->full_name != NULL;
}

/* A card with no name in its parts has it whole: the first word, then the rest. */
static void
divide_full_name (Card *card)
{
  char *space = NULL;

  if (!is_name (card) || card->values[SALON_VCARD_FIRST_NAME] != NULL || card->values[SALON_VCARD_SURNAME] != NULL)
    return;
  space = strchr (card->full_name, ' ');
  if (space != NULL) {
    *space = '\0';
    set_value (card, SALON_VCARD_SURNAME, g_strstrip (space + 1));
  }
  set_value (card, SALON_VCARD_FIRST_NAME, card->full_name);
}

static void
give (Card *card, GArray *cells)
{
  divide_full_name (card);
  g_array_set_size (cells, SALON_VCARD_N_FIELDS);
  for (guint i = 0; i < SALON_VCARD_N_FIELDS; i++) {
    SalonCell *cell = &g_array_index (cells, SalonCell, i);

    if (i == SALON_VCARD_BIRTH_DATE && card->has_birth)
      salon_cell_set_integer (cell, SALON_CELL_DAY, card->birth);
    else
      salon_cell_set_text (cell, card->values[i]);
  }
}

static gboolean
is_line (const SalonVcardLine *line, const char *name)
{
  return line != NULL && strcmp (line->name, name) == 0 && g_ascii_strcasecmp (g_strstrip (line->value), "VCARD") == 0;
}

static gboolean
refuse_cut (SalonVcardSource *self, gint64 from, GError **error)
{
  SalonInput *input = salon_text_input_get_input (self->text);

  if (salon_input_check_unchanged (input, error))
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” ends within the card that begins in line %ld."),
                     salon_input_get_name (input), (long) from);
  return FALSE;
}

/* Reads up to the end of the next card; cards within cards are passed over. */
static gboolean
read_card (SalonVcardSource *self, Card *card, gint64 *from, gboolean *end, GError **error)
{
  guint depth = 0;

  for (;;) {
    gint64 at = self->n_lines + (self->has_ahead ? 0 : 1);
    g_autoptr (SalonVcardLine) line = NULL;

    if (!read_logical (self, end, error))
      return FALSE;
    if (*end)
      return depth == 0 || refuse_cut (self, *from, error);
    line = salon_vcard_line_parse (self->line->str);
    if (is_line (line, "BEGIN")) {
      *from = depth++ == 0 ? at : *from;
      self->old = depth == 1 ? FALSE : self->old;
    } else if (is_line (line, "END") && depth > 0) {
      if (--depth == 0)
        return TRUE;
    } else if (depth == 1 && line != NULL) {
      take_line (self, card, line);
    }
  }
}

static void
give_keys (GArray *cells)
{
  g_array_set_size (cells, SALON_VCARD_N_FIELDS);
  for (guint i = 0; i < SALON_VCARD_N_FIELDS; i++)
    salon_cell_set_text (&g_array_index (cells, SalonCell, i), salon_vcard_field_key (i));
}

static gboolean
salon_vcard_source_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  SalonVcardSource *self = SALON_VCARD_SOURCE (source);
  g_auto (Card) card = { 0 };

  if (!self->described) {
    self->described = TRUE;
    *line = 1;
    give_keys (cells);
    return TRUE;
  }
  if (!read_card (self, &card, line, end, error))
    return FALSE;
  if (*end)
    return salon_input_check_unchanged (salon_text_input_get_input (self->text), error);
  give (&card, cells);
  return TRUE;
}

static double
salon_vcard_source_get_share (SalonRowSource *source)
{
  return salon_text_input_get_share (SALON_VCARD_SOURCE (source)->text);
}

static gboolean
salon_vcard_source_get_described (SalonRowSource *source)
{
  return TRUE;
}

static void
salon_vcard_source_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = salon_vcard_source_next;
  iface->get_share = salon_vcard_source_get_share;
  iface->get_described = salon_vcard_source_get_described;
}

static void
salon_vcard_source_finalize (GObject *object)
{
  SalonVcardSource *self = SALON_VCARD_SOURCE (object);

  g_clear_pointer (&self->text, salon_text_input_free);
  g_string_free (self->line, TRUE);
  g_string_free (self->ahead, TRUE);
  G_OBJECT_CLASS (salon_vcard_source_parent_class)->finalize (object);
}

static void
salon_vcard_source_class_init (SalonVcardSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_vcard_source_finalize;
}

static void
salon_vcard_source_init (SalonVcardSource *self)
{
  self->line = g_string_new (NULL);
  self->ahead = g_string_new (NULL);
}

/**
 * salon_vcard_source_new:
 * @input: (transfer full)
 *
 * Days of birth without a year are texts ("17.05").
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowSource *
salon_vcard_source_new (SalonInput *input, GError **error)
{
  SalonTextInput *text = salon_text_input_new (input, error);
  SalonVcardSource *self = NULL;

  if (text == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_VCARD_SOURCE, NULL);
  self->text = text;
  return SALON_ROW_SOURCE (self);
}
