/* card print: cards as a PDF document, and given out with it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/durable.h"
#include "card/deck.h"
#include "ctl/card-design.h"
#include "ctl/ctl.h"
#include "model/services/card-order.h"
#include "model/services/catalogue.h"

/* What card print takes. */
typedef struct {
  char *design;
  char *client;
  int batch;
  char *kind;
  char *paper;
  char *output;
  gboolean again;
} PrintOptions;

static void
print_options_clear (PrintOptions *o)
{
  g_free (o->design);
  g_free (o->client);
  g_free (o->kind);
  g_free (o->paper);
  g_free (o->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

/* The kind that was named, or the only one. */
static gint64
find_kind (SalonCtl *ctl, const char *name, int *status)
{
  SalonEntityListRequest request = { salon_card_kind_get_type (), FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (name != NULL)
    return salon_ctl_find_named (ctl, request.type, name, status);
  all = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error);
  if (all != NULL && all->len == 1)
    return salon_entity_get_id (all->pdata[0]);
  *status = all == NULL ? salon_ctl_fail (error) : salon_ctl_usage ("%s", _("Say of which kind the card is: --kind NAME."));
  return 0;
}

/* The card of the kind that she uses; 0 = none, then @status says why. */
static gint64
card_in_use (SalonCtl *ctl, gint64 client_id, gint64 kind_id, int *status)
{
  SalonCardsRequest request = { 0, client_id, kind_id, 1u << SALON_CARD_ISSUED, NULL, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = salon_session_query_sync (ctl->session, &salon_query_cards, &request, &error);

  if (cards != NULL && cards->len > 0)
    return salon_entity_get_id (((SalonPlasticCardView *) cards->pdata[0])->card);
  if (cards != NULL)
    g_set_error (&error, SALON_ERROR, SALON_ERROR_VALIDATION, "%s", _("She has no card of this kind that could be printed once more."));
  *status = salon_ctl_fail (error);
  return 0;
}

static SalonCardPrintBegin *
make_request (SalonCtl *ctl, const PrintOptions *o, gint64 client_id, int *status)
{
  SalonCardPrintPurpose purpose = client_id == 0 ? SALON_CARD_PRINT_BATCH : o->again ? SALON_CARD_PRINT_REPRINT : SALON_CARD_PRINT_ISSUE;
  g_autoptr (SalonCardPrintBegin) request = salon_card_print_begin_new (purpose);

  request->client_id = client_id;
  request->printer = g_path_get_basename (o->output);
  request->n = client_id == 0 ? (guint) o->batch : 1;
  request->card_kind_id = find_kind (ctl, o->kind, status);
  if (request->card_kind_id == 0)
    return NULL;
  if (o->again)
    request->card_id = card_in_use (ctl, client_id, request->card_kind_id, status);
  return o->again && request->card_id == 0 ? NULL : g_steal_pointer (&request);
}

static GBytes *
make_file (const SalonCardOrder *order, SalonCardDesign *design, SalonCardPaper paper, GError **error)
{
  SalonCardDeckOf of = { design, order->client, order->kind, order->cards, order->photo, order->salon, order->phone, order->logo };
  g_autoptr (SalonCardDeck) deck = salon_card_deck_new (&of, error);
  g_autoptr (GPtrArray) problems = deck != NULL ? salon_card_deck_problems (deck) : NULL;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_printerr ("salonctl: %s\n", ((SalonCardProblem *) problems->pdata[i])->sentence);
  return deck != NULL ? salon_card_deck_to_pdf (deck, paper, error) : NULL;
}

static gboolean
end_print (SalonCtl *ctl, gint64 print_id, SalonCardPrintState state, const char *message, GError **error)
{
  g_autoptr (SalonCardPrintEnd) request = salon_card_print_end_new (print_id, state, message);

  return salon_session_submit_sync (ctl->session, &salon_command_card_print_end, request, NULL, NULL, error);
}

static void
print_answer (SalonCtl *ctl, const SalonCardOrder *order, const char *file)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  for (guint i = 0; i < order->cards->len; i++) {
    const SalonPlasticCard *card = order->cards->pdata[i];
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_int (row, "id", salon_entity_get_id (order->cards->pdata[i]));
    salon_record_set_text (row, "number", card->number);
    salon_record_set_text (row, "file", file);
  }
  salon_ctl_print (ctl, rows);
}

/* The file is there and the cards are given out, or neither. */
static int
carry_out (SalonCtl *ctl, gint64 print_id, SalonCardDesign *design, SalonCardPaper paper, const char *path)
{
  g_autofree SalonCardPrintsRequest *request = salon_card_prints_request_new (print_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardOrder) order = salon_session_query_sync (ctl->session, &salon_query_card_order, request, &error);
  g_autoptr (GBytes) file = order != NULL ? make_file (order, design, paper, &error) : NULL;

  if (file == NULL || !salon_durable_write (path, file, &error)) {
    end_print (ctl, print_id, SALON_CARD_PRINT_FAILED, error->message, NULL);
    return salon_ctl_fail (error);
  }
  if (!end_print (ctl, print_id, SALON_CARD_PRINT_DONE, NULL, &error)) {
    g_remove (path);
    end_print (ctl, print_id, SALON_CARD_PRINT_CANCELLED, error->message, NULL);
    return salon_ctl_fail (error);
  }
  print_answer (ctl, order, path);
  return SALON_CTL_DONE;
}

static int
print (SalonCtl *ctl, const PrintOptions *o, gint64 client_id)
{
  int status = SALON_CTL_DONE;
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (SalonCardPrintBegin) request = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gint64 design_id = 0;

  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  design = salon_ctl_card_design (ctl, o->design, &design_id, &status);
  request = design != NULL ? make_request (ctl, o, client_id, &status) : NULL;
  if (request == NULL)
    return status;
  request->card_design_id = design_id;
  if (!salon_session_submit_sync (ctl->session, &salon_command_card_print_begin, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  return carry_out (ctl, done.id, design, g_strcmp0 (o->paper, "a4") == 0 ? SALON_CARD_PAPER_A4 : SALON_CARD_PAPER_CARD, o->output);
}

static int
cmd_print (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (PrintOptions) o = { 0 };
  const GOptionEntry entries[] = {
    { "design", 0, 0, G_OPTION_ARG_STRING, &o.design, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &o.client, NULL, NULL },
    { "batch", 0, 0, G_OPTION_ARG_INT, &o.batch, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o.kind, NULL, NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &o.again, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &o.paper, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.output, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  gint64 client_id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0 || o.design == NULL || o.output == NULL || !g_str_has_suffix (o.output, ".pdf") || (o.client == NULL) == (o.batch <= 0)
      || (o.client != NULL && !salon_ctl_id (o.client, &client_id)) || (o.again && o.client == NULL)
      || (o.paper != NULL && !g_str_equal (o.paper, "card") && !g_str_equal (o.paper, "a4")))
    return salon_ctl_usage ("%s", _("Say which design, for whom and where to: card print --design NAME --client ID or --batch N -o FILE.pdf [--paper card or a4]."));
  return print (ctl, &o, client_id);
}

const SalonCtlCommand salon_ctl_card_print_commands[] = {
  { "card print", "--design NAME|FILE --client ID [--again]|--batch N [--kind NAME] [--paper card|a4] -o FILE.pdf",
    SALON_N ("Gives out cards, or makes blanks with numbers, as a PDF document"), cmd_print },
  { NULL, NULL, NULL, NULL },
};
