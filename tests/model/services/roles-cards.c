/* Requests about plastic cards, for the table of who may do what. */
#include "roles-cards.h"

#include "model/services/card-designs.h"
#include "model/services/card-log.h"
#include "model/services/card-prints.h"
#include "model/services/cards.h"
#include "model/services/catalogue.h"

#define NUMBER "2900000000018"

static SalonCardKind *
new_kind (void)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->name = g_strdup ("Club");
  kind->purpose = SALON_CARD_CLUB;
  kind->code = SALON_CARD_CODE_EAN13;
  kind->length = 13;
  kind->random = 1;
  return kind;
}

static gint64
add_kind (SmallSalon *s)
{
  return salon_fixture_insert (s->salon, new_kind ());
}

static gint64
add_card (SmallSalon *s, SalonCardState state)
{
  SalonPlasticCard *card = salon_plastic_card_new ();

  card->number = g_strdup (NUMBER);
  card->card_kind_id = add_kind (s);
  card->state = state;
  card->client_id = state != SALON_CARD_BLANK ? s->irina : 0;
  card->n_printed = 1;
  return salon_fixture_insert (s->salon, card);
}

gpointer
roles_card_issue (SmallSalon *s)
{
  return salon_card_issue_new (s->irina, add_kind (s), NULL);
}

gpointer
roles_card_replace (SmallSalon *s)
{
  return salon_card_replace_new (add_card (s, SALON_CARD_ISSUED), NULL, SALON_CARD_LOST, NULL);
}

gpointer
roles_card_of_irina (SmallSalon *s)
{
  return salon_card_change_new (add_card (s, SALON_CARD_ISSUED), SALON_CARD_LOST, NULL);
}

gpointer
roles_card_blocked (SmallSalon *s)
{
  return salon_card_change_new (add_card (s, SALON_CARD_BLOCKED), SALON_CARD_WHY_NONE, NULL);
}

gpointer
roles_card_blank (SmallSalon *s)
{
  return salon_card_change_new (add_card (s, SALON_CARD_BLANK), SALON_CARD_BROKEN, NULL);
}

gpointer
roles_card_print (SmallSalon *s)
{
  SalonCardPrintBegin *request = salon_card_print_begin_new (SALON_CARD_PRINT_BATCH);

  request->card_kind_id = add_kind (s);
  return request;
}

gpointer
roles_card_printed (SmallSalon *s)
{
  SalonCardPrint *print = salon_card_print_new ();

  print->purpose = SALON_CARD_PRINT_BATCH;
  print->state = SALON_CARD_PRINT_WAITING;
  print->card_kind_id = add_kind (s);
  print->n_cards = 1;
  return salon_card_print_end_new (salon_fixture_insert (s->salon, print), SALON_CARD_PRINT_CANCELLED, NULL);
}

gpointer
roles_card_order (SmallSalon *s)
{
  g_autoptr (SalonCardPrintEnd) end = roles_card_printed (s);

  return salon_card_prints_request_new (end->print_id);
}

gpointer
roles_card_batch (SmallSalon *s)
{
  return salon_card_batch_new (add_kind (s), 2);
}

gpointer
roles_card_received (SmallSalon *s)
{
  return salon_card_blanks_new (add_kind (s), SALON_BLANKS_RECEIVED, 100, NULL);
}

gpointer
roles_card_counted (SmallSalon *s)
{
  return salon_card_blanks_new (add_kind (s), SALON_BLANKS_COUNTED, 90, "moved house");
}

gpointer
roles_card_picture (SmallSalon *s)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);

  return salon_card_picture_keep_new (bytes, 10, 10);
}

gpointer
roles_card_pictured (SmallSalon *s)
{
  SalonCardPicture *picture = salon_card_picture_new ();
  g_autofree char *sha256 = NULL;

  picture->bytes = g_bytes_new_static ("picture", 7);
  picture->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture->bytes);
  picture->width = picture->height = 10;
  sha256 = g_strdup (picture->sha256);
  salon_fixture_insert (s->salon, picture);
  return salon_card_picture_request_new (sha256);
}

gpointer
roles_card_kind_save (SmallSalon *s)
{
  g_autoptr (SalonCardKind) kind = new_kind ();

  return salon_entity_draft_new (NULL, kind);
}

gpointer
roles_card_design_save (SmallSalon *s)
{
  g_autoptr (SalonStoredDesign) design = salon_stored_design_new ();

  design->name = g_strdup ("Plain");
  design->json = g_strdup ("{}");
  return salon_entity_draft_new (NULL, design);
}

gpointer
roles_card_find (SmallSalon *s)
{
  add_card (s, SALON_CARD_ISSUED);
  return salon_card_find_request_new (NUMBER);
}

gpointer
roles_cards (SmallSalon *s)
{
  return salon_cards_request_new (s->irina);
}

gpointer
roles_card_log (SmallSalon *s)
{
  return salon_card_log_request_new ();
}

gpointer
roles_card_prints (SmallSalon *s)
{
  return salon_card_prints_request_new (0);
}
