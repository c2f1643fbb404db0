/* What cannot be kept of the salon's own data, and which field is named. */
#include "base/day.h"
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/entities/tag.h"
#include "model/rules/field-check.h"
#include "model/rules/validate.h"

#define A_DAY ((SalonDay) 20255)

/* Asserts that the refusal is a sentence about @field, or that there is none if @field is NULL; clears it. */
static void
assert_refusal (GError **error, const char *field)
{
  if (field == NULL) {
    g_assert_no_error (*error);
    return;
  }
  g_assert_error (*error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (*error), ==, field);
  g_assert_true (g_str_has_suffix ((*error)->message, "."));
  g_clear_error (error);
}

typedef gboolean (*Validate) (gconstpointer entity, GError **error);

/* Sets a number of @entity, tells whether it can be kept so, and sets it back. */
static void
check_number (gpointer entity, const char *name, gint64 value, Validate validate, const char *expected_field)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), name);
  gint64 before = salon_entity_get_int (entity, field);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s = %" G_GINT64_FORMAT, name, value);
  salon_entity_put_int (entity, field, value);
  g_assert_cmpint (validate (entity, &error), ==, expected_field == NULL);
  assert_refusal (&error, expected_field);
  salon_entity_put_int (entity, field, before);
}

/* The limits are allowed, one beyond is not. */
static void
check_limits (gpointer entity, const char *name, gint64 least, gint64 most, Validate validate)
{
  check_number (entity, name, least, validate, NULL);
  check_number (entity, name, most, validate, NULL);
  check_number (entity, name, least - 1, validate, name);
  check_number (entity, name, most + 1, validate, name);
  check_number (entity, name, G_MININT64, validate, name);
  check_number (entity, name, G_MAXINT64, validate, name);
}

static void
check_text (gpointer entity,
            const char *name,
            const char *text,
            Validate validate,
            const char *expected_field)
{
  const SalonField *field = salon_entity_info_find (salon_entity_info (entity), name);
  g_autofree char *before = g_strdup (salon_entity_get_text (entity, field));
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", name);
  salon_entity_take_text (entity, field, g_strdup (text));
  g_assert_cmpint (validate (entity, &error), ==, expected_field == NULL);
  assert_refusal (&error, expected_field);
  salon_entity_put_text (entity, field, before);
}

/* Characters are counted, not bytes. */
static void
check_longest (gpointer entity, const char *name, int most, Validate validate)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < most; i++)
    g_string_append (text, "ž");
  check_text (entity, name, text->str, validate, NULL);
  g_string_append (text, "ž");
  check_text (entity, name, text->str, validate, name);
}

static void
check_name (gpointer entity, const char *name, Validate validate)
{
  check_text (entity, name, NULL, validate, name);
  check_text (entity, name, "", validate, name);
  check_text (entity, name, " \t ", validate, name);
  check_text (entity, name, "Anna\xff", validate, name);
  check_longest (entity, name, 200, validate);
}

static void
test_named (void)
{
  g_autoptr (SalonTag) tag = salon_tag_new ();

  tag->name = g_strdup ("bride");
  check_name (tag, "name", salon_check_fields);
}

static void
test_employee (void)
{
  g_autoptr (SalonEmployee) employee = salon_employee_new ();
  Validate validate = (Validate) salon_validate_employee;

  employee->first_name = g_strdup ("Maria");
  check_name (employee, "first_name", validate);
  check_limits (employee, "color", 0, 0xffffff, validate);
  check_text (employee, "email", "maria@example.org", validate, NULL);
  check_text (employee, "email", "", validate, NULL);
  check_text (employee, "email", "maria", validate, "email");
  check_longest (employee, "note", 10000, validate);
}

static void
test_user (void)
{
  g_autoptr (SalonUser) user = salon_user_new ();
  Validate validate = (Validate) salon_validate_user;

  user->name = g_strdup ("Anna");
  user->role = SALON_ROLE_OWNER;
  check_name (user, "name", validate);
  check_number (user, "role", SALON_ROLE_ADMINISTRATOR, validate, NULL);
  check_number (user, "role", 0, validate, "role");
  check_number (user, "role", SALON_ROLE_LAST + 1, validate, "role");
  check_number (user, "role", SALON_ROLE_MASTER, validate, "employee_id");
  user->employee_id = 4;
  check_number (user, "role", SALON_ROLE_MASTER, validate, NULL);
}

static void
test_service (void)
{
  g_autoptr (SalonService) service = salon_service_new ();
  Validate validate = (Validate) salon_validate_service;

  service->name = g_strdup ("Manicure");
  service->work1_min = 60;
  check_name (service, "name", validate);
  check_limits (service, "work1_min", 5, 720, validate);
  check_limits (service, "gap_min", 0, 480, validate);
  check_limits (service, "work2_min", 0, 480, validate);
  check_limits (service, "buffer_before_min", 0, 120, validate);
  check_limits (service, "buffer_after_min", 0, 120, validate);
  check_limits (service, "periodicity_days", 0, 3660, validate);
  check_limits (service, "price", 0, G_GINT64_CONSTANT (100000000000), validate);
  service->gap_min = 480;
  service->work2_min = 480;
  check_number (service, "work1_min", 480, validate, NULL);
  check_number (service, "work1_min", 481, validate, "work1_min");
}

static void
test_room (void)
{
  g_autoptr (SalonRoom) room = salon_room_new ();
  Validate validate = (Validate) salon_validate_room;

  room->name = g_strdup ("Room 2");
  room->capacity = 1;
  check_name (room, "name", validate);
  check_limits (room, "capacity", 1, 50, validate);
  check_limits (room, "cleanup_min", 0, 240, validate);
}

static void
test_hours (void)
{
  static const struct {
    int from, to;
    const char *field;
    const char *shift_field;
  } cases[] = {
    { 540, 1080, NULL, NULL },          { 0, 1, NULL, NULL },
    { 1439, 1560, NULL, NULL },         { 540, 1561, "to_min", "to_min" },
    { -1, 60, "from_min", "from_min" }, { 1440, 1500, "from_min", "from_min" },
    { 540, 540, "to_min", NULL },       { 540, 539, "to_min", "to_min" },
    { 0, 0, "to_min", NULL },
  };
  g_autoptr (SalonWorkHours) hours = salon_work_hours_new ();
  g_autoptr (SalonShift) shift = salon_shift_new ();
  g_autoptr (SalonWorkBreak) work_break = salon_work_break_new ();

  hours->weekday = 1;
  shift->employee_id = work_break->employee_id = 3;
  shift->day = work_break->day = A_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    hours->from_min = shift->from_min = work_break->from_min = cases[i].from;
    hours->to_min = shift->to_min = work_break->to_min = cases[i].to;
    g_assert_cmpint (salon_validate_hours (cases[i].from, cases[i].to, &error), ==, cases[i].field == NULL);
    assert_refusal (&error, cases[i].field);
    g_assert_cmpint (salon_validate_work_hours (hours, &error), ==, cases[i].field == NULL);
    assert_refusal (&error, cases[i].field);
    g_assert_cmpint (salon_validate_work_break (work_break, &error), ==, cases[i].field == NULL);
    assert_refusal (&error, cases[i].field);
    g_assert_cmpint (salon_validate_shift (shift, &error), ==, cases[i].shift_field == NULL);
    assert_refusal (&error, cases[i].shift_field);
  }
  hours->from_min = shift->from_min = work_break->from_min = 540;
  hours->to_min = shift->to_min = work_break->to_min = 600;
  check_limits (hours, "weekday", 1, 7, (Validate) salon_validate_work_hours);
  check_number (shift, "employee_id", 0, (Validate) salon_validate_shift, "employee_id");
  check_number (work_break, "employee_id", 0, (Validate) salon_validate_work_break, "employee_id");
}

static void
test_days (void)
{
  SalonDay first = salon_day_from_ymd (1990, 1, 1);
  SalonDay last = salon_day_from_ymd (2100, 12, 31);
  g_autoptr (SalonAbsence) absence = salon_absence_new ();
  g_autoptr (SalonHoliday) holiday = salon_holiday_new ();
  g_autoptr (SalonShift) shift = salon_shift_new ();

  shift->employee_id = absence->employee_id = 3;
  absence->kind = SALON_ABSENCE_SICK;
  holiday->name = g_strdup ("Līgo");
  absence->first_day = holiday->first_day = first;
  absence->last_day = holiday->last_day = last;
  check_limits (shift, "day", first, last, (Validate) salon_validate_shift);
  check_number (absence, "first_day", first - 1, (Validate) salon_validate_absence, "first_day");
  check_number (absence, "last_day", last + 1, (Validate) salon_validate_absence, "last_day");
  check_number (absence, "last_day", first, (Validate) salon_validate_absence, NULL);
  check_limits (absence, "kind", SALON_ABSENCE_HOLIDAY, SALON_ABSENCE_OTHER,
                (Validate) salon_validate_absence);
  check_number (absence, "employee_id", 0, (Validate) salon_validate_absence, "employee_id");
  holiday->first_day = A_DAY;
  check_number (holiday, "last_day", A_DAY - 1, (Validate) salon_validate_holiday, "last_day");
  check_number (holiday, "last_day", A_DAY, (Validate) salon_validate_holiday, NULL);
  check_name (holiday, "name", (Validate) salon_validate_holiday);
}

static void
test_custom_field (void)
{
  g_autoptr (SalonCustomField) field = salon_custom_field_new ();
  Validate validate = (Validate) salon_validate_custom_field;

  field->name = g_strdup ("Skin type");
  field->kind = SALON_CUSTOM_TEXT;
  check_name (field, "name", validate);
  check_number (field, "kind", 0, validate, "kind");
  check_number (field, "kind", SALON_CUSTOM_YES_NO, validate, NULL);
  check_number (field, "kind", SALON_CUSTOM_CHOICE + 1, validate, "kind");
  check_number (field, "kind", SALON_CUSTOM_CHOICE, validate, "options");
  field->kind = SALON_CUSTOM_CHOICE;
  check_text (field, "options", "\n \n", validate, "options");
  check_text (field, "options", "dry\noily", validate, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/named", test_named);
  g_test_add_func ("/validate/employee", test_employee);
  g_test_add_func ("/validate/user", test_user);
  g_test_add_func ("/validate/service", test_service);
  g_test_add_func ("/validate/room", test_room);
  g_test_add_func ("/validate/hours", test_hours);
  g_test_add_func ("/validate/days", test_days);
  g_test_add_func ("/validate/custom-field", test_custom_field);
  return g_test_run ();
}
