/* Codes on cards, read by ZBar: as the printer gets them at 300 dots an inch, and as a bad scan of a worn card.
 *
 * 300 numbers a kind of code; 10,000 with SALON_TEST_FULL=1. */
#include "tests/card/card-fixture.h"

#include <math.h>
#include <string.h>
#include <zbar.h>

#include "card/design-edit.h"

#define DPI 300

static const zbar_symbol_type_t types[] = { ZBAR_NONE, ZBAR_EAN13, ZBAR_CODE128, ZBAR_QRCODE };

/* Brightness of each pixel. */
typedef struct {
  guint8 *grey;
  int width, height;
} Picture;

static Picture
grey_of (cairo_surface_t *surface)
{
  Picture picture = { NULL, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface) };

  picture.grey = g_malloc ((gsize) picture.width * (gsize) picture.height);
  cairo_surface_flush (surface);
  for (int y = 0; y < picture.height; y++) {
    const guint32 *from = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

    for (int x = 0; x < picture.width; x++)
      picture.grey[y * picture.width + x] =
          (guint8) (((from[x] >> 16 & 0xff) * 77 + (from[x] >> 8 & 0xff) * 150 + (from[x] & 0xff) * 29) >> 8);
  }
  return picture;
}

/* A Gauss curve with a deviation of one pixel, first across, then down. */
static void
blur (Picture *picture)
{
  static const double weights[] = { 0.39894, 0.24197, 0.05399, 0.00443 };
  gsize n = (gsize) picture->width * (gsize) picture->height;
  g_autofree guint8 *across = g_memdup2 (picture->grey, n);

  for (int pass = 0; pass < 2; pass++) {
    guint8 *from = pass == 0 ? picture->grey : across;
    guint8 *to = pass == 0 ? across : picture->grey;
    int step = pass == 0 ? 1 : picture->width;

    for (int y = 3; y < picture->height - 3; y++)
      for (int x = 3; x < picture->width - 3; x++) {
        const guint8 *at = from + y * picture->width + x;
        double sum = at[0] * weights[0];

        for (int k = 1; k <= 3; k++)
          sum += weights[k] * (at[k * step] + at[-k * step]);
        to[y * picture->width + x] = (guint8) (sum + 0.5);
      }
  }
}

/* The card lies askew and a little too far away on a grey desk. */
static cairo_surface_t *
askew (cairo_surface_t *card)
{
  double width = cairo_image_surface_get_width (card), height = cairo_image_surface_get_height (card);
  cairo_surface_t *desk = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (desk);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, 2 * G_PI / 180);
  cairo_scale (cr, 0.9, 0.9);
  cairo_set_source_surface (cr, card, -width / 2, -height / 2);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return desk;
}

/* Whether ZBar reads exactly this number, and nothing else. */
static gboolean
reads (zbar_image_scanner_t *scanner, const Picture *picture, SalonCardCode code, const char *number)
{
  zbar_image_t *image = zbar_image_create ();
  gboolean right = FALSE;
  const zbar_symbol_t *symbol = NULL;

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) picture->width, (unsigned) picture->height);
  zbar_image_set_data (image, picture->grey, (gulong) picture->width * (gulong) picture->height, NULL);
  zbar_scan_image (scanner, image);
  symbol = zbar_image_first_symbol (image);
  right = symbol != NULL && zbar_symbol_next (symbol) == NULL && zbar_symbol_get_type (symbol) == types[code]
          && g_str_equal (zbar_symbol_get_data (symbol), number);
  zbar_image_destroy (image);
  return right;
}

static zbar_image_scanner_t *
scanner_new (void)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  for (guint i = 1; i < G_N_ELEMENTS (types); i++)
    zbar_image_scanner_set_config (scanner, types[i], ZBAR_CFG_ENABLE, 1);
  return scanner;
}

static gboolean
scan_surface (zbar_image_scanner_t *scanner, cairo_surface_t *surface, gboolean blurred, SalonCardCode code, const char *number)
{
  Picture picture = grey_of (surface);
  gboolean right = FALSE;

  if (blurred)
    blur (&picture);
  right = reads (scanner, &picture, code, number);
  g_free (picture.grey);
  return right;
}

static SalonCardSubject *
subject_of (const char *number, SalonCardCode code)
{
  SalonCardSubject *subject = salon_card_subject_new_sample ();

  salon_card_subject_set (subject, "number", number);
  salon_card_subject_set_code (subject, code);
  return subject;
}

/* One of a thousand worn cards may stay unread.  A sample of some hundred may have two of them, or it would fail now and
 * then for nothing. */
static guint
most_unread (guint n)
{
  return MAX (n / 1000, 2);
}

static void
test_scan (gconstpointer data)
{
  SalonCardCode code = (SalonCardCode) GPOINTER_TO_INT (data);
  guint n = card_fixture_is_full () ? 10000 : 300;
  guint n_clean = 0, n_askew = 0;
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());
  zbar_image_scanner_t *scanner = scanner_new ();
  SalonCardDesign *designs[] = { card_fixture_design (0), card_fixture_design (1), card_fixture_design (2) };

  for (guint i = 0; i < n; i++) {
    g_autofree char *number = card_fixture_number (rand, code);
    g_autoptr (SalonCardSubject) subject = subject_of (number, code);
    cairo_surface_t *card = salon_card_surface (designs[i % G_N_ELEMENTS (designs)], SALON_CARD_BACK, subject, DPI);
    cairo_surface_t *worn = askew (card);

    if (scan_surface (scanner, card, FALSE, code, number))
      n_clean++;
    else
      g_test_message ("not read: %s", number);
    n_askew += scan_surface (scanner, worn, TRUE, code, number) ? 1 : 0;
    cairo_surface_destroy (worn);
    cairo_surface_destroy (card);
  }
  g_test_message ("%u of %u as printed, %u of them turned by 2°, blurred and at 90 %%", n_clean, n, n_askew);
  g_assert_cmpuint (n_clean, ==, n);
  g_assert_cmpuint (n - n_askew, <=, most_unread (n));
  for (guint i = 0; i < G_N_ELEMENTS (designs); i++)
    salon_card_design_unref (designs[i]);
  zbar_image_scanner_destroy (scanner);
  g_rand_free (rand);
}

/* A page of the document as another program paints it. */
static void
test_scan_document (gconstpointer data)
{
  SalonCardCode code = (SalonCardCode) GPOINTER_TO_INT (data);
  SalonCardSheetOptions options = { SALON_CARD_PAPER_CARD, FALSE, TRUE, FALSE, 0, FALSE };
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());
  zbar_image_scanner_t *scanner = scanner_new ();

  for (guint i = 0; i < 3; i++) {
    g_autofree char *number = card_fixture_number (rand, code);
    g_autoptr (SalonCardSubject) subject = subject_of (number, code);
    g_autoptr (SalonCardDesign) design = card_fixture_design (i);
    g_autoptr (SalonCardSheet) sheet = salon_card_sheet_new_one (design, subject, &options);
    g_autoptr (GBytes) pdf = salon_card_sheet_to_pdf (sheet, "Card", NULL);
    g_autofree char *path = card_fixture_write ("card.pdf", pdf);
    g_autofree char *root = g_strconcat (path, "-page", NULL);
    g_autofree char *png = g_strconcat (root, ".png", NULL);
    g_autofree char *said = card_fixture_run ("pdftocairo -png -singlefile -r 300 %s %s", path, root);
    g_autofree char *images = card_fixture_run ("pdfimages -list %s", path);
    cairo_surface_t *page = cairo_image_surface_create_from_png (png);

    g_assert_cmpstr (said, ==, "");
    g_assert_cmpint (cairo_surface_status (page), ==, CAIRO_STATUS_SUCCESS);
    g_assert_true (scan_surface (scanner, page, FALSE, code, number));
    /* Two lines of heading and no picture: the code is drawn, not painted. */
    g_assert_null (strstr (images, "image"));
    cairo_surface_destroy (page);
  }
  zbar_image_scanner_destroy (scanner);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/card/scan/ean-13", GINT_TO_POINTER (SALON_CARD_CODE_EAN13), test_scan);
  g_test_add_data_func ("/card/scan/code-128", GINT_TO_POINTER (SALON_CARD_CODE_128), test_scan);
  g_test_add_data_func ("/card/scan/qr", GINT_TO_POINTER (SALON_CARD_CODE_QR), test_scan);
  g_test_add_data_func ("/card/scan/document/ean-13", GINT_TO_POINTER (SALON_CARD_CODE_EAN13), test_scan_document);
  g_test_add_data_func ("/card/scan/document/code-128", GINT_TO_POINTER (SALON_CARD_CODE_128), test_scan_document);
  g_test_add_data_func ("/card/scan/document/qr", GINT_TO_POINTER (SALON_CARD_CODE_QR), test_scan_document);
  return g_test_run ();
}
