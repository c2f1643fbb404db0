/* The fields of a card, and texts with them. */
#include "config.h"
#include "card/subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SalonCardSubject {
  GHashTable *values;   /* char * → char * */
  GHashTable *pictures; /* char * → cairo_surface_t */
  SalonCardCode code;
  cairo_surface_t *photo;
  cairo_surface_t *logo;
};

static const SalonCardField fields[] = {
  { "name", N_("First name and surname") },
  { "first_name", N_("First name") },
  { "surname", N_("Surname") },
  { "number", N_("Card number") },
  { "kind", N_("Kind of card") },
  { "valid_until", N_("Valid until") },
  { "discount", N_("Discount") },
  { "salon", N_("Name of the salon") },
  { "address", N_("Address of the salon") },
  { "phone", N_("Phone of the salon") },
};

/**
 * salon_card_fields:
 * @n: (out): how many
 *
 * Returns: (transfer none): what may stand in the texts of a design
 */
const SalonCardField *
salon_card_fields (guint *n)
{
  *n = G_N_ELEMENTS (fields);
  return fields;
}

static gboolean
is_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return TRUE;
  return FALSE;
}

/**
 * salon_card_subject_new:
 *
 * Returns: (transfer full): a card of nobody: a blank
 */
SalonCardSubject *
salon_card_subject_new (void)
{
  SalonCardSubject *self = g_new0 (SalonCardSubject, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

/**
 * salon_card_subject_new_sample:
 *
 * Returns: (transfer full): somebody to look at a design with, in the user's language; without a photo
 */
SalonCardSubject *
salon_card_subject_new_sample (void)
{
  SalonCardSubject *self = salon_card_subject_new ();

  /* Translators: a first name and a surname that are common where the language is spoken. */
  salon_card_subject_set (self, "first_name", C_("sample client", "Anna"));
  salon_card_subject_set (self, "surname", C_("sample client", "Wilson"));
  salon_card_subject_set (self, "number", "2012345678903");
  salon_card_subject_set (self, "kind", C_("sample client", "Club card"));
  salon_card_subject_set (self, "valid_until", C_("sample client", "12/2028"));
  salon_card_subject_set (self, "discount", C_("sample client", "10 %"));
  salon_card_subject_set (self, "salon", C_("sample client", "Salon Aurora"));
  salon_card_subject_set (self, "address", C_("sample client", "12 Park Street, Riga"));
  salon_card_subject_set (self, "phone", C_("sample client", "+371 2000 0000"));
  salon_card_subject_set_code (self, SALON_CARD_CODE_EAN13);
  return self;
}

/**
 * salon_card_subject_free:
 */
void
salon_card_subject_free (SalonCardSubject *self)
{
  g_clear_pointer (&self->photo, cairo_surface_destroy);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_hash_table_unref (self->pictures);
  g_hash_table_unref (self->values);
  g_free (self);
}

static void
join_names (SalonCardSubject *self)
{
  const char *first = salon_card_subject_get (self, "first_name");
  const char *surname = salon_card_subject_get (self, "surname");
  g_autofree char *both = g_strconcat (first, *first != '\0' && *surname != '\0' ? " " : "", surname, NULL);

  g_hash_table_insert (self->values, g_strdup ("name"), g_steal_pointer (&both));
}

/**
 * salon_card_subject_set:
 * @field: one of salon_card_fields()
 * @value: (nullable): as it is printed; the two names make "name"
 */
void
salon_card_subject_set (SalonCardSubject *self, const char *field, const char *value)
{
  g_return_if_fail (is_field (field));

  g_hash_table_insert (self->values, g_strdup (field), value != NULL ? g_utf8_make_valid (value, -1) : g_strdup (""));
  if (g_str_equal (field, "first_name") || g_str_equal (field, "surname"))
    join_names (self);
}

/**
 * salon_card_subject_get:
 *
 * Returns: (transfer none): its value; "" if it has none
 */
const char *
salon_card_subject_get (const SalonCardSubject *self, const char *field)
{
  const char *value = g_hash_table_lookup (self->values, field);

  return value != NULL ? value : "";
}

/**
 * salon_card_subject_set_code:
 *
 * Sets which code the kind of card carries.
 */
void
salon_card_subject_set_code (SalonCardSubject *self, SalonCardCode code)
{
  self->code = code;
}

/**
 * salon_card_subject_code:
 *
 * Returns: which code the kind of card carries
 */
SalonCardCode
salon_card_subject_code (const SalonCardSubject *self)
{
  return self->code;
}

static void
set_surface (cairo_surface_t **place, cairo_surface_t *surface)
{
  cairo_surface_t *old = *place;

  *place = surface != NULL ? cairo_surface_reference (surface) : NULL;
  if (old != NULL)
    cairo_surface_destroy (old);
}

/**
 * salon_card_subject_set_photo:
 * @photo: (nullable): an image surface
 */
void
salon_card_subject_set_photo (SalonCardSubject *self, cairo_surface_t *photo)
{
  set_surface (&self->photo, photo);
}

/**
 * salon_card_subject_photo:
 *
 * Returns: (transfer none) (nullable): of the client
 */
cairo_surface_t *
salon_card_subject_photo (const SalonCardSubject *self)
{
  return self->photo;
}

/**
 * salon_card_subject_set_logo:
 * @logo: (nullable): an image surface
 */
void
salon_card_subject_set_logo (SalonCardSubject *self, cairo_surface_t *logo)
{
  set_surface (&self->logo, logo);
}

/**
 * salon_card_subject_logo:
 *
 * Returns: (transfer none) (nullable): of the salon
 */
cairo_surface_t *
salon_card_subject_logo (const SalonCardSubject *self)
{
  return self->logo;
}

/**
 * salon_card_subject_set_picture:
 * @name: as the design names it
 * @picture: an image surface
 */
void
salon_card_subject_set_picture (SalonCardSubject *self, const char *name, cairo_surface_t *picture)
{
  g_hash_table_insert (self->pictures, g_strdup (name), cairo_surface_reference (picture));
}

/**
 * salon_card_subject_picture:
 *
 * Returns: (transfer none) (nullable): a picture of the design, decoded
 */
cairo_surface_t *
salon_card_subject_picture (const SalonCardSubject *self, const char *name)
{
  return g_hash_table_lookup (self->pictures, name);
}

/* Returns: (transfer full) (nullable): the name between the braces that begin at @brace; @end is set behind them */
static char *
name_at (const char *brace, const char **end)
{
  const char *close = strchr (brace, '}');

  if (close == NULL)
    return NULL;
  *end = close + 1;
  return g_strndup (brace + 1, (gsize) (close - brace - 1));
}

/**
 * salon_card_subject_fill_in:
 * @text: with {fields}; what is no field stays as it is written
 *
 * A line whose fields are all empty is left out, with the words around them: "Valid until {valid_until}" is nothing on a card
 * without an end.
 *
 * Returns: (transfer full): as it is printed
 */
char *
salon_card_subject_fill_in (const SalonCardSubject *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *all = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (GString) line = g_string_new (NULL);
    guint n_fields = 0, n_filled = 0;

    for (const char *at = lines[i], *end = NULL; *at != '\0'; at = end) {
      g_autofree char *name = *at == '{' ? name_at (at, &end) : NULL;

      if (name != NULL && is_field (name)) {
        const char *value = salon_card_subject_get (self, name);

        n_fields++;
        n_filled += *value != '\0' ? 1 : 0;
        g_string_append (line, value);
        continue;
      }
      end = g_utf8_next_char (at);
      g_string_append_len (line, at, end - at);
    }
    if (n_fields > 0 && n_filled == 0)
      continue;
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", line->str);
  }
  return g_string_free (all, FALSE);
}

/**
 * salon_card_unknown_field:
 *
 * Returns: (transfer full) (nullable): the first name between braces in @text that is no field of a card
 */
char *
salon_card_unknown_field (const char *text)
{
  for (const char *at = strchr (text, '{'), *end = NULL; at != NULL; at = strchr (end, '{')) {
    g_autofree char *name = name_at (at, &end);

    if (name == NULL)
      return NULL;
    if (!is_field (name))
      return g_steal_pointer (&name);
  }
  return NULL;
}

static void
append_initial (GString *initials, const char *name)
{
  if (*name != '\0')
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (name)));
}

/**
 * salon_card_subject_initials:
 *
 * Returns: (transfer full): what stands where a photo is missing: "AW"
 */
char *
salon_card_subject_initials (const SalonCardSubject *self)
{
  GString *initials = g_string_new (NULL);

  append_initial (initials, salon_card_subject_get (self, "first_name"));
  append_initial (initials, salon_card_subject_get (self, "surname"));
  return g_string_free (initials, FALSE);
}
