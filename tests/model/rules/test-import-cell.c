/* Cells as other programs write them. */
#include "base/error.h"
#include "model/rules/import-cell.h"
#include "model/rules/import-name.h"

#define TODAY 20255 /* 2025-06-16 */

static void
set_text (SalonCell *cell, const char *text)
{
  salon_cell_set_text (cell, text);
}

/* ---- phones */

static char *
phones_of (const SalonCell *cell)
{
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!salon_import_cell_phones (cell, phones, &error)) {
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    return g_strdup ("refused");
  }
  g_ptr_array_add (phones, NULL);
  return g_strjoinv ("|", (char **) phones->pdata);
}

static void
test_phone_texts (void)
{
  static const struct {
    const char *text;
    const char *phones;
  } rows[] = {
    { "+371 29 123 456", "+371 29 123 456" },
    { "29123456", "29123456" },
    { "37129123456.0", "37129123456" },
    { "'+37129123456", "+37129123456" },
    { "=\"+37129123456\"", "+37129123456" },
    { "29123456, 67123456", "29123456|67123456" },
    { "29123456; 67123456", "29123456|67123456" },
    { "29123456 / 67123456", "29123456|67123456" },
    { "29123456 un 67123456", "29123456|67123456" },
    { "29123456\n67123456", "29123456|67123456" },
    { "29 123,456", "29 123,456" },
    { "2.9E+10", "refused" },
    { "2,9E+10", "refused" },
    { "3.7129E+10", "refused" },
    { "3,71291234E+10", "refused" },
    { "3,7129123456E+10", "37129123456" },
    { "37.129123456E+9", "refused" },
    { "нет", "" },
    { "-", "" },
    { "nav", "" },
    { "спросить", "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };
    g_autofree char *phones = NULL;

    set_text (&cell, rows[i].text);
    phones = phones_of (&cell);
    g_assert_cmpstr (phones, ==, rows[i].phones);
    salon_cell_clear (&cell);
  }
}

static void
test_phone_numbers (void)
{
  static const struct {
    double number;
    const char *phones;
  } rows[] = {
    { 29123456, "29123456" }, { 37129123456.0, "37129123456" }, { 2.9123456e7, "29123456" },
    { 29123456.5, "refused" }, { 3.7e18, "refused" },           { -29123456, "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };
    g_autofree char *phones = NULL;

    salon_cell_set_number (&cell, rows[i].number);
    phones = phones_of (&cell);
    g_assert_cmpstr (phones, ==, rows[i].phones);
  }
}

/* ---- days */

static void
check_when (const SalonCell *cell, gboolean month_first, const char *expected)
{
  SalonDay day = SALON_DAY_NONE;
  int minute = -1;
  g_autofree char *iso = NULL;
  g_autofree char *text = NULL;

  if (!salon_import_cell_when (cell, month_first, &day, &minute, NULL)) {
    g_assert_cmpstr (expected, ==, "refused");
    return;
  }
  iso = day != SALON_DAY_NONE ? salon_day_format_iso (day) : g_strdup ("none");
  text = minute >= 0 ? g_strdup_printf ("%s %02d:%02d", iso, minute / 60, minute % 60) : g_strdup (iso);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_when_texts (void)
{
  static const struct {
    const char *text;
    gboolean month_first;
    const char *expected;
  } rows[] = {
    { "05.03.1990", FALSE, "1990-03-05" },          { "1990-03-05", FALSE, "1990-03-05" },
    { "5/3/90", FALSE, "1990-03-05" },              { "3/5/1990", TRUE, "1990-03-05" },
    { "3/25/2024 2:30 PM", TRUE, "2024-03-25 14:30" }, { "05.03.2024 10:30", FALSE, "2024-03-05 10:30" },
    { "2024-03-05T10:30:00", FALSE, "2024-03-05 10:30" }, { "05.03.2024 0:00:00", FALSE, "2024-03-05 00:00" },
    { "5 марта 1990", FALSE, "1990-03-05" },        { "1990. gada 5. marts", FALSE, "1990-03-05" },
    { "32937", FALSE, "1990-03-05" },               { "45356.4375", FALSE, "2024-03-05 10:30" },
    { "45356,4375", FALSE, "2024-03-05 10:30" },    { "01.01.0001 0:00:00", FALSE, "none" },
    { "00.00.0000", FALSE, "none" },                { "-", FALSE, "none" },
    { "нет", FALSE, "none" },                       { "31.02.1990", FALSE, "refused" },
    { "когда-то", FALSE, "refused" },               { "13.13.2020", FALSE, "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };

    set_text (&cell, rows[i].text);
    check_when (&cell, rows[i].month_first, rows[i].expected);
    salon_cell_clear (&cell);
  }
}

static void
test_when_numbers (void)
{
  static const struct {
    double number;
    const char *expected;
  } rows[] = {
    { 1, "1900-01-01" },         { 59, "1900-02-28" },  { 61, "1900-03-01" }, { 25569, "1970-01-01" }, { 32937, "1990-03-05" },
    { 45356.4375, "2024-03-05 10:30" }, { 20240305, "2024-03-05" }, { 0.5, "refused" }, { -3, "refused" }, { 9999999, "refused" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };

    salon_cell_set_number (&cell, rows[i].number);
    check_when (&cell, FALSE, rows[i].expected);
  }
}

static void
test_birth (void)
{
  static const struct {
    const char *text;
    int year, month, mday;
  } rows[] = {
    { "05.03.1990", 1990, 3, 5 }, { "5 марта", 0, 3, 5 },   { "1990", 1990, 0, 0 },     { "--03-05", 0, 3, 5 },
    { "32937", 1990, 3, 5 },      { "05.03.58", 1958, 3, 5 }, { "01.01.0001", 0, 0, 0 }, { "05.03.1990 0:00:00", 1990, 3, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };
    SalonBirth birth;
    g_autoptr (GError) error = NULL;

    set_text (&cell, rows[i].text);
    salon_import_cell_birth (&cell, FALSE, TODAY, &birth, &error);
    g_assert_no_error (error);
    g_assert_cmpint (birth.year, ==, rows[i].year);
    g_assert_cmpint (birth.month, ==, rows[i].month);
    g_assert_cmpint (birth.mday, ==, rows[i].mday);
    salon_cell_clear (&cell);
  }
}

static void
test_birth_refused (void)
{
  static const char *const texts[] = { "31.02.1990", "05.03.2031", "вчера", "1790-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    SalonCell cell = { 0 };
    SalonBirth birth;

    set_text (&cell, texts[i]);
    g_assert_false (salon_import_cell_birth (&cell, FALSE, TODAY, &birth, NULL));
    salon_cell_clear (&cell);
  }
}

/* ---- words and amounts */

static void
test_gender (void)
{
  static const struct {
    const char *text;
    int gender; /* -1 = not understood */
  } rows[] = {
    { "Женский", SALON_GENDER_FEMALE }, { "ж", SALON_GENDER_FEMALE },      { "S", SALON_GENDER_FEMALE }, { "sieviete", SALON_GENDER_FEMALE },
    { "F", SALON_GENDER_FEMALE },       { "Мужской", SALON_GENDER_MALE },  { "м.", SALON_GENDER_MALE },  { "V", SALON_GENDER_MALE },
    { "male", SALON_GENDER_MALE },      { "не указан", SALON_GENDER_UNKNOWN }, { "кошка", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };
    SalonGender gender = SALON_GENDER_UNKNOWN;
    gboolean known = FALSE;

    set_text (&cell, rows[i].text);
    known = salon_import_cell_gender (&cell, &gender);
    g_assert_cmpint (known ? (int) gender : -1, ==, rows[i].gender);
    salon_cell_clear (&cell);
  }
}

static void
test_discount (void)
{
  static const struct {
    const char *text;
    int basis_points; /* -1 = refused */
  } rows[] = { { "10", 1000 }, { "10 %", 1000 }, { "12,5%", 1250 }, { "0", 0 }, { "100", 10000 }, { "150", -1 }, { "-5", -1 }, { "много", -1 } };
  SalonCell tenth = { 0 };
  int basis_points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };

    set_text (&cell, rows[i].text);
    if (!salon_import_cell_discount (&cell, &basis_points, NULL))
      basis_points = -1;
    g_assert_cmpint (basis_points, ==, rows[i].basis_points);
    salon_cell_clear (&cell);
  }
  salon_cell_set_number (&tenth, 0.1);
  g_assert_true (salon_import_cell_discount (&tenth, &basis_points, NULL));
  g_assert_cmpint (basis_points, ==, 1000);
}

static void
test_money (void)
{
  static const struct {
    const char *text;
    gint64 amount; /* -2 = refused */
  } rows[] = { { "30", 3000 }, { "30,50", 3050 }, { "1 250,50", 125050 }, { "30.50 €", 3050 }, { "", -1 }, { "-30", -2 }, { "дорого", -2 } };
  const SalonCurrency *euro = salon_currency_by_code ("EUR");
  SalonCell number = { 0 };
  SalonMoney amount = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };

    set_text (&cell, rows[i].text);
    if (!salon_import_cell_money (&cell, euro, &amount, NULL))
      amount = -2;
    g_assert_cmpint (amount, ==, rows[i].amount);
    salon_cell_clear (&cell);
  }
  salon_cell_set_number (&number, 19.99);
  g_assert_true (salon_import_cell_money (&number, euro, &amount, NULL));
  g_assert_cmpint (amount, ==, 1999);
}

static void
test_minutes (void)
{
  static const struct {
    const char *text;
    int minutes; /* -1 = refused */
  } rows[] = { { "60", 60 }, { "1:30", 90 }, { "1 h 30 min", 90 }, { "1 ч", 60 }, { "45 min", 45 }, { "45 мин", 45 }, { "2", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };
    int minutes = 0;

    set_text (&cell, rows[i].text);
    if (!salon_import_cell_duration (&cell, &minutes, NULL))
      minutes = -1;
    g_assert_cmpint (minutes, ==, rows[i].minutes);
    salon_cell_clear (&cell);
  }
}

static void
test_states (void)
{
  static const struct {
    const char *text;
    int state;
  } rows[] = {
    { "Выполнен", SALON_VISIT_DONE },          { "Клиент пришел", SALON_VISIT_ARRIVED }, { "Отменена", SALON_VISIT_CANCELLED },
    { "Не пришёл", SALON_VISIT_NO_SHOW },      { "No-show", SALON_VISIT_NO_SHOW },       { "Neieradās", SALON_VISIT_NO_SHOW },
    { "Подтверждён", SALON_VISIT_CONFIRMED },  { "Ожидание", SALON_VISIT_BOOKED },       { "Atcelts", SALON_VISIT_CANCELLED },
    { "что-то", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonCell cell = { 0 };

    set_text (&cell, rows[i].text);
    g_assert_cmpint (salon_import_cell_state (&cell), ==, rows[i].state);
    salon_cell_clear (&cell);
  }
}

/* ---- names */

static void
test_names (void)
{
  static const struct {
    const char *text;
    gboolean surname_first;
    const char *parts; /* surname|first name|patronymic */
  } rows[] = {
    { "Иванова Анна Петровна", FALSE, "Иванова|Анна|Петровна" },
    { "Анна Петровна Иванова", TRUE, "Иванова|Анна|Петровна" },
    { "Анна Петровна", TRUE, "|Анна|Петровна" },
    { "Иванова Анна", FALSE, "Иванова|Анна|" },
    { "Анна Иванова", TRUE, "Иванова|Анна|" },
    { "Kalniņa Ilze", FALSE, "Kalniņa|Ilze|" },
    { "Ilze Kalniņa", TRUE, "Kalniņa|Ilze|" },
    { "John Brown", FALSE, "Brown|John|" },
    { "Brown, John", FALSE, "Brown|John|" },
    { "Xyz Qwe", FALSE, "Qwe|Xyz|" },
    { "Xyz Qwe", TRUE, "Xyz|Qwe|" },
    { "Анна", TRUE, "|Анна|" },
    { "Анна (маникюр)", FALSE, "|Анна (маникюр)|" },
    { "Петрова Анна Мария", TRUE, "Петрова|Анна Мария|" },
    { "", FALSE, "||" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonNameParts parts;
    g_autofree char *told = NULL;

    salon_name_split (rows[i].text, rows[i].surname_first, &parts);
    told = g_strdup_printf ("%s|%s|%s", parts.surname != NULL ? parts.surname : "", parts.first_name != NULL ? parts.first_name : "",
                            parts.patronymic != NULL ? parts.patronymic : "");
    g_assert_cmpstr (told, ==, rows[i].parts);
    salon_name_parts_clear (&parts);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-cell/phone-texts", test_phone_texts);
  g_test_add_func ("/import-cell/phone-numbers", test_phone_numbers);
  g_test_add_func ("/import-cell/when-texts", test_when_texts);
  g_test_add_func ("/import-cell/when-numbers", test_when_numbers);
  g_test_add_func ("/import-cell/birth", test_birth);
  g_test_add_func ("/import-cell/birth-refused", test_birth_refused);
  g_test_add_func ("/import-cell/gender", test_gender);
  g_test_add_func ("/import-cell/discount", test_discount);
  g_test_add_func ("/import-cell/money", test_money);
  g_test_add_func ("/import-cell/minutes", test_minutes);
  g_test_add_func ("/import-cell/states", test_states);
  g_test_add_func ("/import-cell/names", test_names);
  return g_test_run ();
}
