/* card render, card check, card decode: designs of cards as pictures, looked at, and read back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/durable.h"
#include "base/image-decode.h"
#include "card/pictures.h"
#include "card/sheet.h"
#include "card/subject-of.h"
#include "ctl/card-design.h"
#include "ctl/ctl.h"
#include "model/services/card-designs.h"
#include "model/services/cards.h"
#include "model/services/client-panel.h"
#include "model/services/settings.h"
#if SALON_HAS_CODE_READER
#include "device/code-reader.h"
#endif

#define DPI 300

/* What card render takes. */
typedef struct {
  char *design;
  char *side;
  char *client;
  char *name;
  char *number;
  char *code;
  char *photo;
  char *output;
} RenderOptions;

static void
render_options_clear (RenderOptions *o)
{
  g_free (o->design);
  g_free (o->side);
  g_free (o->client);
  g_free (o->name);
  g_free (o->number);
  g_free (o->code);
  g_free (o->photo);
  g_free (o->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RenderOptions, render_options_clear)

static const char *const side_words[] = { "front", "back" };
static const char *const code_words[] = { "none", "ean13", "code128", "qr" };

/* Returns: the place of @word; -1 = it is none of them */
static int
place_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      return (int) i;
  return -1;
}

static gboolean
take_photo (SalonCardSubject *subject, GBytes *clean, GError **error)
{
  cairo_surface_t *photo = clean != NULL ? salon_card_picture_from_clean (clean, error) : NULL;

  salon_card_subject_set_photo (subject, photo);
  if (photo != NULL)
    cairo_surface_destroy (photo);
  return photo != NULL || clean == NULL;
}

static gboolean
take_logo (SalonCtl *ctl, SalonCardSubject *subject, const SalonSettings *settings, GError **error)
{
  g_autoptr (SalonCardPictureRequest) request = salon_card_picture_request_new (settings->logo);
  g_autoptr (SalonCardPicture) picture = NULL;
  cairo_surface_t *logo = NULL;

  if (settings->logo == NULL || *settings->logo == '\0')
    return TRUE;
  picture = salon_session_query_sync (ctl->session, &salon_query_card_picture, request, error);
  logo = picture != NULL ? salon_card_picture_from_clean (picture->bytes, error) : NULL;
  salon_card_subject_set_logo (subject, logo);
  g_clear_pointer (&logo, cairo_surface_destroy);
  return salon_card_subject_logo (subject) != NULL;
}

static gboolean
take_photo_file (SalonCardSubject *subject, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = salon_image_load_file (file, NULL, error);
  g_autoptr (SalonImage) image = NULL;

  return bytes != NULL && salon_image_decode (bytes, SALON_IMAGE_TIME_LIMIT_MS, NULL, &image, error)
         && take_photo (subject, image->view, error);
}

/* Returns: (transfer full) (nullable): what is printed for her, with the card that she uses if she has one */
static SalonCardSubject *
subject_with_card (SalonCtl *ctl, const SalonClient *client, GError **error)
{
  SalonCardsRequest request = { 0, salon_entity_get_id ((SalonEntity *) client), 0, 1u << SALON_CARD_ISSUED, NULL, 1 };
  g_autoptr (GPtrArray) cards = salon_session_query_sync (ctl->session, &salon_query_cards, &request, error);
  const SalonPlasticCardView *view = cards != NULL && cards->len > 0 ? cards->pdata[0] : NULL;

  if (cards == NULL)
    return NULL;
  return salon_card_subject_of (client, view != NULL ? view->kind : NULL, view != NULL ? view->card : NULL);
}

static SalonCardSubject *
subject_of_client (SalonCtl *ctl, gint64 id, int *status)
{
  SalonPanelRequest request = { id, SALON_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClientPanel) panel = NULL;
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (SalonCardSubject) subject = NULL;

  if (ctl->session == NULL && !salon_ctl_open (ctl, FALSE, status))
    return NULL;
  panel = salon_session_query_sync (ctl->session, &salon_query_client_panel, &request, &error);
  settings = panel != NULL ? salon_session_query_sync (ctl->session, &salon_query_settings, NULL, &error) : NULL;
  if (settings == NULL) {
    *status = salon_ctl_fail (error);
    return NULL;
  }
  subject = subject_with_card (ctl, panel->client, &error);
  if (subject == NULL) {
    *status = salon_ctl_fail (error);
    return NULL;
  }
  salon_card_subject_set (subject, "salon", settings->name);
  salon_card_subject_set (subject, "phone", settings->phone);
  if (take_photo (subject, panel->view, &error) && take_logo (ctl, subject, settings, &error))
    return g_steal_pointer (&subject);
  *status = salon_ctl_fail (error);
  return NULL;
}

static void
set_name (SalonCardSubject *subject, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", 2);

  salon_card_subject_set (subject, "first_name", parts[0] != NULL ? parts[0] : "");
  salon_card_subject_set (subject, "surname", parts[0] != NULL ? parts[1] : NULL);
}

/* The client's card, or the sample's, with what was typed instead. */
static SalonCardSubject *
subject_of_options (SalonCtl *ctl, const RenderOptions *options, int *status)
{
  g_autoptr (SalonCardSubject) subject = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  int code = options->code != NULL ? place_of (options->code, code_words, G_N_ELEMENTS (code_words)) : SALON_CARD_CODE_EAN13;

  if (code < 0 || (options->client != NULL && !salon_ctl_id (options->client, &id))) {
    *status = salon_ctl_usage ("%s", _("The code is none, ean13, code128 or qr; a client is a number."));
    return NULL;
  }
  subject = id != 0 ? subject_of_client (ctl, id, status) : salon_card_subject_new_sample ();
  if (subject == NULL)
    return NULL;
  if (id == 0 || options->code != NULL || options->number != NULL)
    salon_card_subject_set_code (subject, (SalonCardCode) code);
  if (options->name != NULL)
    set_name (subject, options->name);
  if (options->number != NULL)
    salon_card_subject_set (subject, "number", options->number);
  if (options->photo == NULL || take_photo_file (subject, options->photo, &error))
    return g_steal_pointer (&subject);
  *status = salon_ctl_fail (error);
  return NULL;
}

static GBytes *
draw_file (SalonCardDesign *design, SalonCardSubject *subject, const RenderOptions *options, int side, GError **error)
{
  SalonCardSheetOptions pages = { SALON_CARD_PAPER_CARD, side != SALON_CARD_BACK, side != SALON_CARD_FRONT, FALSE, 0, FALSE };
  g_autoptr (SalonCardSheet) sheet = NULL;

  if (!g_str_has_suffix (options->output, ".pdf"))
    return salon_card_to_png (design, side == SALON_CARD_BACK ? SALON_CARD_BACK : SALON_CARD_FRONT, subject, DPI, error);
  sheet = salon_card_sheet_new_one (design, subject, &pages);
  return salon_card_sheet_to_pdf (sheet, salon_card_design_name (design), error);
}

/* What does not come out well is said, but does not hold up the picture. */
static void
print_problems (SalonCtl *ctl, GPtrArray *problems, const char *file, gsize size)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  if (file != NULL) {
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_text (row, "file", file);
    salon_record_set_int (row, "size", (gint64) size);
  }
  for (guint i = 0; i < problems->len; i++) {
    const SalonCardProblem *problem = problems->pdata[i];

    if (file != NULL) {
      g_printerr ("salonctl: %s: %s\n", side_words[problem->side], problem->sentence);
      continue;
    }
    salon_record_set_text (salon_ctl_add_row (rows), "side", side_words[problem->side]);
    salon_record_set_int (rows->pdata[rows->len - 1], "element", problem->element);
    salon_record_set_text (rows->pdata[rows->len - 1], "problem", problem->sentence);
  }
  salon_ctl_print (ctl, rows);
}

static int
render (SalonCtl *ctl, const RenderOptions *options, int side)
{
  int status = SALON_CTL_DONE;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  g_autoptr (SalonCardDesign) design = salon_ctl_card_design (ctl, options->design, &id, &status);
  g_autoptr (SalonCardSubject) subject = design != NULL ? subject_of_options (ctl, options, &status) : NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) file = NULL;

  if (subject == NULL)
    return status;
  if (!salon_card_pictures_decode (design, subject, &error))
    return salon_ctl_fail (error);
  problems = salon_card_problems (design, subject);
  file = draw_file (design, subject, options, side, &error);
  if (file == NULL || !salon_durable_write (options->output, file, &error))
    return salon_ctl_fail (error);
  print_problems (ctl, problems, options->output, g_bytes_get_size (file));
  return SALON_CTL_DONE;
}

static int
cmd_render (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (RenderOptions) o = { 0 };
  const GOptionEntry entries[] = {
    { "design", 0, 0, G_OPTION_ARG_STRING, &o.design, NULL, NULL },
    { "side", 0, 0, G_OPTION_ARG_STRING, &o.side, NULL, NULL },
    { "client", 0, 0, G_OPTION_ARG_STRING, &o.client, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &o.name, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &o.number, NULL, NULL },
    { "code", 0, 0, G_OPTION_ARG_STRING, &o.code, NULL, NULL },
    { "photo", 0, 0, G_OPTION_ARG_FILENAME, &o.photo, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.output, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status = 0, side = SALON_CARD_N_SIDES;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (o.side != NULL)
    side = place_of (o.side, side_words, SALON_CARD_N_SIDES);
  if (argc > 0 || o.design == NULL || side < 0 || o.output == NULL
      || (!g_str_has_suffix (o.output, ".png") && !g_str_has_suffix (o.output, ".pdf")))
    return salon_ctl_usage ("%s", _("Say which design and where to: card render --design NAME [--side SIDE] -o FILE.png."));
  return render (ctl, &o, side);
}

static int
cmd_check (SalonCtl *ctl, int argc, char **argv)
{
  gint64 id = 0;
  int status = SALON_CTL_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (SalonCardSubject) subject = salon_card_subject_new_sample ();
  g_autoptr (GPtrArray) problems = NULL;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which design: card check FILE.json."));
  design = salon_ctl_card_design (ctl, argv[0], &id, &status);
  if (design == NULL)
    return status;
  if (!salon_card_pictures_decode (design, subject, &error))
    return salon_ctl_fail (error);
  problems = salon_card_problems (design, subject);
  print_problems (ctl, problems, NULL, 0);
  return problems->len == 0 ? SALON_CTL_DONE : SALON_CTL_REFUSED;
}

#if SALON_HAS_CODE_READER
static GPtrArray *
read_codes (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = salon_image_load_file (file, NULL, error);
  int width = 0, height = 0;
  g_autoptr (GBytes) pixels = bytes != NULL ? salon_card_pixels_from_png (bytes, &width, &height, error) : NULL;
  g_autoptr (SalonCameraFrame) frame = NULL;
  g_autoptr (SalonCodeReader) reader = NULL;

  if (pixels == NULL)
    return NULL;
  frame = salon_camera_frame_new (g_bytes_ref (pixels), width, height, (gsize) width * 3, 0);
  reader = salon_code_reader_new ();
  return salon_code_reader_look (reader, frame);
}
#else
static GPtrArray *
read_codes (const char *path, GError **error)
{
  salon_set_error (error, SALON_ERROR_IO, _("This Salon Desk was built without what reads codes in pictures."));
  return NULL;
}
#endif

static int
cmd_decode (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which picture: card decode FILE.png."));
  codes = read_codes (argv[0], &error);
  if (codes == NULL)
    return salon_ctl_fail (error);
  if (codes->len == 0) {
    g_printerr ("%s", _("salonctl: there is no code in this picture.\n"));
    return SALON_CTL_REFUSED;
  }
  for (guint i = 0; i < codes->len; i++)
    salon_record_set_text (salon_ctl_add_row (rows), "number", codes->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_card_draw_commands[] = {
  { "card render",
    "--design NAME|FILE [--side front|back] [--client ID] [--name NAME] [--number NUMBER] [--code KIND] [--photo FILE] -o FILE",
    SALON_N ("Draws a card as PNG or PDF"), cmd_render },
  { "card check", "NAME|FILE.json", SALON_N ("Says what of a design of cards does not come out well"), cmd_check },
  { "card decode", "FILE.png", SALON_N ("Reads the codes in a picture"), cmd_decode },
  { NULL, NULL, NULL, NULL },
};
