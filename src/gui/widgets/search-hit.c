/* One line of what a search found. */
#include "config.h"
#include "gui/widgets/search-hit.h"
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SalonSearchHit, salon_search_hit, G_TYPE_OBJECT)

static void
salon_search_hit_finalize (GObject *object)
{
  SalonSearchHit *self = SALON_SEARCH_HIT (object);

  g_free (self->title);
  g_free (self->name);
  g_free (self->subtitle);
  g_free (self->aside);
  g_free (self->icon_name);
  g_free (self->action);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (salon_search_hit_parent_class)->finalize (object);
}

static void
salon_search_hit_class_init (SalonSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_search_hit_finalize;
}

static void
salon_search_hit_init (SalonSearchHit *self)
{
}

/**
 * salon_search_hit_new:
 * @name: plain text; the title is it, escaped, until a marked one is put in its place
 *
 * Returns: (transfer full): a hit to be filled further
 */
SalonSearchHit *
salon_search_hit_new (SalonHitKind kind, gint64 id, const char *name)
{
  SalonSearchHit *self = g_object_new (SALON_TYPE_SEARCH_HIT, NULL);

  self->kind = kind;
  self->id = id;
  self->name = g_strdup (name);
  self->title = g_markup_escape_text (name, -1);
  return self;
}

/**
 * salon_search_hit_mark:
 * @text: plain text
 * @start: where the match begins, in bytes, as salon_text_match_range() tells it
 * @length: of the match, in bytes; 0 = none
 *
 * Returns: (transfer full): the text as Pango markup with the match in bold
 */
char *
salon_search_hit_mark (const char *text, guint start, guint length)
{
  g_autofree char *before = NULL;
  g_autofree char *match = NULL;
  g_autofree char *after = NULL;

  if (length == 0 || (gsize) start + length > strlen (text))
    return g_markup_escape_text (text, -1);
  before = g_markup_escape_text (text, (gssize) start);
  match = g_markup_escape_text (text + start, (gssize) length);
  after = g_markup_escape_text (text + start + length, -1);
  return g_strconcat (before, "<b>", match, "</b>", after, NULL);
}

/**
 * salon_search_hit_describe:
 *
 * Returns: (transfer full): what a screen reader says of it: who and when, then the rest
 */
char *
salon_search_hit_describe (SalonSearchHit *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) said = NULL;

  g_strv_builder_add (parts, self->name);
  if (self->kind == SALON_HIT_VISIT && self->aside != NULL)
    g_strv_builder_add (parts, self->aside);
  if (self->subtitle != NULL)
    g_strv_builder_add (parts, self->subtitle);
  said = g_strv_builder_end (parts);
  return g_strjoinv (", ", said);
}

/**
 * salon_hit_kind_heading:
 *
 * Returns: (transfer none): the translated heading of the group
 */
const char *
salon_hit_kind_heading (SalonHitKind kind)
{
  switch (kind) {
  case SALON_HIT_CLIENT:
    return C_ ("search group", "Clients");
  case SALON_HIT_VISIT:
    return C_ ("search group", "Visits");
  case SALON_HIT_ACTION:
    return C_ ("search group", "Actions");
  case SALON_HIT_NEW_CLIENT:
  default:
    return C_ ("search group", "New");
  }
}
