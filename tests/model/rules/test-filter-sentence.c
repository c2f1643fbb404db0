/* Filters told back in the three languages. */
#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "model/entities/filter-text.h"
#include "model/rules/filter-sentence.h"

#define NBSP "\302\240"

typedef struct {
  const char *filter;
  const char *en;
  const char *ru;
  const char *lv;
} Expected;

static const Expected expected[] = {
  { "everybody", "All clients.", "Все клиенты.", "Visi klienti." },
  { "status = lost and age 30..50 and tag = 3 and not upcoming",
    "Clients: lost, age: 30 – 50, with tag “Anna 3”, without a booking ahead.",
    "Клиенты: потерянные, возраст: 30 – 50, с меткой «Anna 3», без предстоящей записи.",
    "Klienti: zaudētie, vecums: 30 – 50, ar birku “Anna 3”, bez gaidāma pieraksta." },
  { "not status in (lost, new)", "Clients: not (new or lost).", "Клиенты: не (новые или потерянные).",
    "Klienti: ne (jaunie vai zaudētie)." },
  { "phone and (email or not photo)", "Clients: with a phone, (with an e-mail address or without a photo).",
    "Клиенты: с телефоном, (с адресом эл. почты или без фото).",
    "Klienti: ar tālruni, (ar e-pasta adresi vai bez foto)." },
  { "last_visit before today-60", "Clients: last visit: 61 days ago or earlier.",
    "Клиенты: последний визит: 61 день назад и раньше.", "Klienti: pēdējā vizīte: pirms 61 dienas un agrāk." },
  { "master in (3, 5) within last_month", "Clients: came to master: “Anna 3” or “Anna 5” (last month).",
    "Клиенты: приходили к мастеру: «Anna 3» или «Anna 5» (прошлый месяц).",
    "Klienti: nāca pie meistara: “Anna 3” vai “Anna 5” (pagājušais mēnesis)." },
  { "sold >= 100 and discount <= 7.5", "Clients: sum spent: 100.00" NBSP "€ or more, personal discount: 7.5 % or less.",
    "Клиенты: потрачено: 100,00" NBSP "€ и больше, личная скидка: 7,5 % и меньше.",
    "Klienti: iztērēts: 100,00" NBSP "€ un vairāk, personīgā atlaide: 7,5 % un mazāk." },
  { "birthday today..today+7", "Clients: birthday: today – in 7 days.", "Клиенты: день рождения: сегодня – через 7 дней.",
    "Klienti: dzimšanas diena: šodien – pēc 7 dienām." },
  { "not booking in this_month and visits = 0", "Clients: booking in a period not: this month, visits: 0.",
    "Клиенты: запись в периоде не: этот месяц, визиты: 0.", "Klienti: pieraksts periodā nav: šis mēnesis, vizītes: 0." },
  { "custom:4 ~ \"tea\"", "Clients: Anna 4: “tea”.", "Клиенты: Anna 4: «tea».", "Klienti: Anna 4: “tea”." },
  { "tag = 99", "Clients: with tag “(removed)”.", "Клиенты: с меткой «(удалено)».", "Klienti: ar birku “(noņemts)”." },
};

static char *
name_of (SalonFilterRef ref, gint64 id, gpointer data)
{
  return id == 99 ? NULL : g_strdup_printf ("Anna %" G_GINT64_FORMAT, id);
}

static const char *
wanted (const Expected *row, const char *language)
{
  return g_str_equal (language, "ru") ? row->ru : g_str_equal (language, "lv") ? row->lv : row->en;
}

static void
test_sentences (gconstpointer language)
{
  SalonFilterWords words = { name_of, NULL, salon_currency_by_code ("EUR") };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilter) filter = salon_filter_parse (expected[i].filter, &error);
    g_autofree char *sentence = NULL;

    g_assert_no_error (error);
    sentence = salon_filter_sentence (filter, &words);
    g_assert_cmpstr (sentence, ==, wanted (&expected[i], language));
  }
}

/* Every field with every relation of its kind has a phrase, and another one when it is denied. */
static void
test_every_field (void)
{
  SalonFilterWords words = { name_of, NULL, salon_currency_by_code ("EUR") };
  SalonFilterPeriod period = SALON_FILTER_NAMED (LAST_MONTH);
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonFilter) test = NULL;
    g_autoptr (SalonFilter) denied = NULL;
    g_autofree char *yes = NULL;
    g_autofree char *no = NULL;
    const SalonFilterField *field = &fields[i];
    static const char *const word[] = { "lv", NULL };

    if (field->kind == SALON_FILTER_CUSTOM)
      test = salon_filter_new_is_set ("custom:1");
    else if (field->kind == SALON_FILTER_FLAG || (field->flags & SALON_FILTER_FIELD_MAY_BE_SET) != 0)
      test = salon_filter_new_is_set (field->key);
    else if (field->kind == SALON_FILTER_CHOICE || field->kind == SALON_FILTER_IDS)
      test = salon_filter_new_one (field->key, field->n_choices > 0 ? field->choices[0].value : 1);
    else if (field->kind == SALON_FILTER_TEXT)
      test = salon_filter_new_contains (field->key, "a");
    else if (field->kind == SALON_FILTER_WORDS)
      test = salon_filter_new_one_word_of (field->key, word);
    else if (field->kind == SALON_FILTER_DAY)
      test = salon_filter_new_during (field->key, &period);
    else
      test = salon_filter_new_between (field->key, 1, 2);
    denied = salon_filter_new_not (salon_filter_ref (test));
    yes = salon_filter_phrase (test, &words);
    no = salon_filter_phrase (denied, &words);
    g_assert_cmpstr (yes, !=, "");
    g_assert_cmpstr (yes, !=, no);
    g_assert_null (strstr (yes, "_"));
    g_assert_true (strstr (yes, "%") == NULL || field->kind == SALON_FILTER_PERCENT);
  }
}

/* One process for each language: GLib asks once whether there are translations. */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_data_func ("/filter-sentence/table", argv[1], test_sentences);
  g_test_add_func ("/filter-sentence/every-field", test_every_field);
  return g_test_run ();
}
