/* The reader of card designs under a fuzzer: what it takes lies within the limits and is printed so that it is read to the same. */
#include "tests/fuzz/fuzz.h"

#include <gio/gio.h>
#include <string.h>

#include "card/design.h"

static void
check_element (const SalonCardElement *e)
{
  g_assert_cmpint (e->kind, >=, SALON_CARD_TEXT);
  g_assert_cmpint (e->kind, <=, SALON_CARD_LINE);
  g_assert_cmpuint (e->id, >=, 1);
  g_assert_true (ABS (e->x) <= 200000 && ABS (e->y) <= 200000);
  g_assert_true (e->width >= 0 && e->width <= 200000 && e->height >= 0 && e->height <= 200000);
  g_assert_true (e->rotation % 90 == 0 && e->rotation >= 0 && e->rotation < 360);
  g_assert_true (g_utf8_validate (e->text, -1, NULL) && g_utf8_strlen (e->text, -1) <= 500);
  g_assert_true (g_utf8_strlen (e->font, -1) <= 200);
  g_assert_true (e->align >= 0 && e->align <= 2 && e->place >= 0 && e->place <= 2);
}

static void
check_design (SalonCardDesign *design)
{
  g_autofree char *json = salon_card_design_print (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) again = salon_card_design_parse (json, -1, &error);

  g_assert_no_error (error);
  g_assert_true (salon_card_design_equal (design, again));
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    guint n = salon_card_design_n_elements (design, (SalonCardSide) side);

    g_assert_cmpuint (n, <=, SALON_CARD_MAX_ELEMENTS);
    for (guint i = 0; i < n; i++)
      check_element (salon_card_design_element (design, (SalonCardSide) side, i));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = salon_card_design_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((design == NULL) == (error != NULL));
  if (design != NULL)
    check_design (design);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  static const char *const shipped[] = { "evening", "garden", "linen" };
  static const char small[] =
      "{\"format\":\"salon-desk-card\",\"version\":1,\"name\":\"A\",\"width\":85600,\"height\":53980,"
      "\"pictures\":{\"p\":\"/9j/4AAAAAAAAAAAAAAAAAAAAAAAAAAA\"},\"back\":{\"fill\":\"#ffffff\",\"picture\":\"p\",\"elements\":["
      "{\"kind\":\"picture\",\"id\":2,\"picture\":\"p\",\"fit\":\"contain\",\"mask\":\"rounded\",\"radius\":100},"
      "{\"kind\":\"line\",\"rising\":true,\"stroke_width\":5},{\"kind\":\"text\",\"text\":\"{name}\\n\\u00e9\",\"rotation\":90}]}}";
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (examples, g_bytes_new_static (small, strlen (small)));
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++) {
    g_autofree char *path = g_strdup_printf ("/org/salondesk/SalonDesk/cards/%s.json", shipped[i]);

    g_ptr_array_add (examples, g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL));
  }
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "-1", "1e9", "200000", "200001",
                                       "99999999999999999999", "0x7fffffff", "null", "true", "\"kind\":\"code\"", "\"id\":1",
                                       "\"rotation\":270", "\"#00000000\"", "\"picture\":\"p\"", "\"lines\":20", "//", "\xff", NULL };

  return words;
}
