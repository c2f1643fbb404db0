/* Pictures are decoded once for all cards; a card's subject is made when its page is drawn. */
#include "config.h"
#include "card/deck.h"

#include "card/pictures.h"
#include "card/subject-of.h"

#define DPI 300

struct _SalonCardDeck {
  SalonCardDesign *design;
  SalonClient *client;
  SalonCardKind *kind;
  GPtrArray *cards;
  char *salon;
  char *phone;
  cairo_surface_t *photo;
  cairo_surface_t *logo;
  SalonCardSubject *pictures; /* has the pictures of the design, and nothing else */
  char **names;               /* of the pictures */
};

static gboolean
decode_clean (GBytes *picture, cairo_surface_t **surface, GError **error)
{
  *surface = picture != NULL ? salon_card_picture_from_clean (picture, error) : NULL;
  return picture == NULL || *surface != NULL;
}

static gboolean
decode (SalonCardDeck *self, const SalonCardDeckOf *of, GError **error)
{
  return decode_clean (of->photo, &self->photo, error) && decode_clean (of->logo, &self->logo, error)
         && salon_card_pictures_decode (self->design, self->pictures, error);
}

/**
 * salon_card_deck_new:
 *
 * Decodes the photo, the logo and the pictures of the design: blocks, so not for the main thread.
 *
 * Returns: (transfer full) (nullable): %NULL with @error if a picture cannot be used
 */
SalonCardDeck *
salon_card_deck_new (const SalonCardDeckOf *of, GError **error)
{
  g_autoptr (SalonCardDeck) self = g_new0 (SalonCardDeck, 1);

  self->design = salon_card_design_ref (of->design);
  self->client = of->client != NULL ? g_object_ref (of->client) : NULL;
  self->kind = g_object_ref (of->kind);
  self->cards = g_ptr_array_ref (of->cards);
  self->salon = g_strdup (of->salon);
  self->phone = g_strdup (of->phone);
  self->pictures = salon_card_subject_new ();
  self->names = salon_card_design_pictures (of->design);
  return decode (self, of, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_card_deck_free: frees a deck
 */
void
salon_card_deck_free (SalonCardDeck *self)
{
  salon_card_design_unref (self->design);
  g_clear_object (&self->client);
  g_object_unref (self->kind);
  g_ptr_array_unref (self->cards);
  g_free (self->salon);
  g_free (self->phone);
  g_clear_pointer (&self->photo, cairo_surface_destroy);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  salon_card_subject_free (self->pictures);
  g_strfreev (self->names);
  g_free (self);
}

static SalonCardSubject *
subject_at (guint index, gpointer deck)
{
  const SalonCardDeck *self = deck;
  SalonCardSubject *subject = salon_card_subject_of (self->client, self->kind, self->cards->pdata[index]);

  salon_card_subject_set (subject, "salon", self->salon);
  salon_card_subject_set (subject, "phone", self->phone);
  salon_card_subject_set_photo (subject, self->photo);
  salon_card_subject_set_logo (subject, self->logo);
  for (guint i = 0; self->names[i] != NULL; i++)
    salon_card_subject_set_picture (subject, self->names[i], salon_card_subject_picture (self->pictures, self->names[i]));
  return subject;
}

/**
 * salon_card_deck_has_back:
 *
 * Returns: whether something stands on the back
 */
gboolean
salon_card_deck_has_back (const SalonCardDeck *self)
{
  SalonCardBackground ground = salon_card_design_background (self->design, SALON_CARD_BACK);

  return salon_card_design_n_elements (self->design, SALON_CARD_BACK) > 0 || *ground.picture != '\0' || ground.fill != 0xffffffff;
}

/**
 * salon_card_deck_to_pdf:
 *
 * Returns: (transfer full) (nullable): a document with both sides of each card, or the fronts alone if the backs are empty
 */
GBytes *
salon_card_deck_to_pdf (SalonCardDeck *self, SalonCardPaper paper, GError **error)
{
  SalonCardSheetOptions options = { .paper = paper, .front = TRUE, .back = salon_card_deck_has_back (self) };
  g_autoptr (SalonCardSheet) sheet = salon_card_sheet_new (self->design, self->cards->len, subject_at, self, NULL, &options);

  return salon_card_sheet_to_pdf (sheet, salon_card_design_name (self->design), error);
}

/**
 * salon_card_deck_to_png:
 *
 * Returns: (transfer full) (nullable): one side of the first card, 300 dots an inch
 */
GBytes *
salon_card_deck_to_png (SalonCardDeck *self, SalonCardSide side, GError **error)
{
  g_autoptr (SalonCardSubject) subject = subject_at (0, self);

  return salon_card_to_png (self->design, side, subject, DPI, error);
}

/**
 * salon_card_deck_problems:
 *
 * Returns: (transfer full) (element-type SalonCardProblem): what does not come out well on the first card
 */
GPtrArray *
salon_card_deck_problems (SalonCardDeck *self)
{
  g_autoptr (SalonCardSubject) subject = subject_at (0, self);

  return salon_card_problems (self->design, subject);
}
