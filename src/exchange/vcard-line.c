#include "exchange/vcard-line.h"
#include "exchange/text-guess.h"

#include <string.h>

/* Where the value begins: the first colon that is not in quotes. */
static const char *
find_colon (const char *line)
{
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++) {
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ':' && !quoted)
      return p;
  }
  return strchr (line, ':');
}

/**
 * salon_vcard_line_is_quoted_printable:
 * @line: a line as it is in the file
 *
 * Returns: whether it goes on in the next line if it ends with "="
 */
gboolean
salon_vcard_line_is_quoted_printable (const char *line)
{
  const char *colon = find_colon (line);
  g_autofree char *head = colon != NULL ? g_ascii_strup (line, colon - line) : NULL;

  return head != NULL && strstr (head, "QUOTED-PRINTABLE") != NULL;
}

/* Bytes in an encoding that is named, or that has to be guessed. */
static char *
to_utf8 (const GString *bytes, const char *charset)
{
  SalonTextGuess known = { 0 };
  char *text = NULL;
  guint mark = 0;

  if (charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") != 0)
    text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", charset, NULL, NULL, NULL);
  if (text == NULL && !g_utf8_validate (bytes->str, (gssize) bytes->len, NULL)) {
    salon_text_guess_add (&known, (const guint8 *) bytes->str, bytes->len);
    text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", salon_encoding_name (salon_text_guess_end (&known, &mark)),
                      NULL, NULL, NULL);
  }
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;
  g_free (text);
  return g_utf8_make_valid (bytes->str, (gssize) bytes->len);
}

static char *
decode_quoted_printable (const char *value, const char *charset)
{
  g_autoptr (GString) bytes = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0'; p++) {
    if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2])) {
      char byte = (char) (g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]));

      if (byte != '\0')
        g_string_append_c (bytes, byte);
      p += 2;
    } else {
      g_string_append_c (bytes, *p);
    }
  }
  return to_utf8 (bytes, charset);
}

/* "TEL;CELL;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE" */
static void
take_head (SalonVcardLine *self, const char *head)
{
  g_auto (GStrv) pieces = g_strsplit (head, ";", 64);
  const char *dot = strrchr (pieces[0] != NULL ? pieces[0] : "", '.');
  g_autoptr (GString) types = g_string_new (";");

  self->name = g_ascii_strup (dot != NULL ? dot + 1 : pieces[0] != NULL ? pieces[0] : "", -1);
  for (guint i = 1; pieces[0] != NULL && pieces[i] != NULL; i++) {
    g_autofree char *piece = g_ascii_strup (g_strstrip (pieces[i]), -1);

    if (g_str_has_prefix (piece, "CHARSET="))
      g_free (self->charset), self->charset = g_strdup (piece + 8);
    else if (strstr (piece, "QUOTED-PRINTABLE") != NULL)
      self->quoted_printable = TRUE;
    else if (strcmp (piece, "BASE64") == 0 || strcmp (piece, "ENCODING=BASE64") == 0 || strcmp (piece, "ENCODING=B") == 0)
      self->binary = TRUE;
    g_string_append_printf (types, "%s;", g_strdelimit (piece, ",\"=", ';'));
  }
  self->types = g_strdup (types->str);
}

/**
 * salon_vcard_line_parse:
 * @line: unfolded
 *
 * Returns: (transfer full) (nullable): %NULL if it is none
 */
SalonVcardLine *
salon_vcard_line_parse (const char *line)
{
  const char *colon = find_colon (line);
  SalonVcardLine *self = NULL;
  g_autofree char *head = NULL;

  if (colon == NULL)
    return NULL;
  self = g_new0 (SalonVcardLine, 1);
  head = g_strndup (line, (gsize) (colon - line));
  take_head (self, g_strstrip (head));
  if (self->quoted_printable)
    self->value = decode_quoted_printable (colon + 1, self->charset);
  else
    self->value = g_strdup (colon + 1);
  return self;
}

/**
 * salon_vcard_line_free:
 */
void
salon_vcard_line_free (SalonVcardLine *self)
{
  g_free (self->name);
  g_free (self->types);
  g_free (self->charset);
  g_free (self->value);
  g_free (self);
}

/**
 * salon_vcard_line_has_type:
 * @type: in capitals: "CELL"
 */
gboolean
salon_vcard_line_has_type (const SalonVcardLine *self, const char *type)
{
  g_autofree char *wanted = g_strconcat (";", type, ";", NULL);

  return strstr (self->types, wanted) != NULL;
}

/**
 * salon_vcard_unescape:
 *
 * Returns: (transfer full): the text, without spaces around it; \n is a line end
 */
char *
salon_vcard_unescape (const char *value)
{
  GString *text = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0'; p++) {
    if (*p != '\\' || p[1] == '\0')
      g_string_append_c (text, *p);
    else if (*++p == 'n' || *p == 'N')
      g_string_append_c (text, '\n');
    else if (strchr (",;:\\", *p) != NULL)
      g_string_append_c (text, *p);
    else
      g_string_append_printf (text, "\\%c", *p);
  }
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * salon_vcard_split:
 * @separator: ';' or ','
 *
 * Returns: (transfer full): the parts, unescaped
 */
char **
salon_vcard_split (const char *value, char separator)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = value;

  for (const char *p = value;; p++) {
    g_autofree char *part = NULL;
    g_autofree char *plain = NULL;

    if (*p == '\\' && p[1] != '\0') {
      p++;
      continue;
    }
    if (*p != separator && *p != '\0')
      continue;
    part = g_strndup (start, (gsize) (p - start));
    plain = salon_vcard_unescape (part);
    g_strv_builder_add (parts, plain);
    start = p + 1;
    if (*p == '\0')
      return g_strv_builder_end (parts);
  }
}
