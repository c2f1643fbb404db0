/* The widgets that people type into: what is taken, what is refused and stays, what Esc gives back. */
#include "base/error.h"
#include "gui/widgets/card.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/phone-row.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/search-dropdown.h"
#include "gui/widgets/search-row.h"
#include "gui/widgets/table.h"
#include "gui/widgets/time-entry.h"
#include "gui/widgets/week-editor.h"
#include "ui-support.h"

/* ---- edited in place ---- */

typedef struct {
  char *text;
  int n;
  gboolean accept;
} Commits;

static gboolean
on_commit (SalonInlineEdit *edit, const char *text, Commits *commits)
{
  commits->n++;
  g_free (commits->text);
  commits->text = g_strdup (text);
  if (!commits->accept)
    salon_inline_edit_set_error (edit, "This is no e-mail address.");
  return commits->accept;
}

static GtkWidget *
show_edit (Commits *commits, gboolean multiline)
{
  GtkWidget *edit = ui_show (salon_inline_edit_new ("E-mail", "Add an e-mail", multiline));

  salon_inline_edit_set_text (SALON_INLINE_EDIT (edit), "old@inbox.lv");
  g_signal_connect (edit, "commit", G_CALLBACK (on_commit), commits);
  return edit;
}

static GtkWidget *
editor_of (GtkWidget *edit)
{
  GtkWidget *view = ui_find (edit, GTK_TYPE_TEXT_VIEW);

  return view != NULL ? view : ui_find (edit, GTK_TYPE_ENTRY);
}

static void
type (GtkWidget *edit, const char *text)
{
  GtkWidget *editor = editor_of (edit);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static void
test_edit_takes (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *edit = show_edit (&commits, FALSE);
  SalonInlineEdit *self = SALON_INLINE_EDIT (edit);

  g_signal_emit_by_name (ui_find (edit, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (salon_inline_edit_is_editing (self));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor_of (edit))), ==, "old@inbox.lv");
  type (edit, "  new@inbox.lv ");
  g_assert_true (ui_press (editor_of (edit), GDK_KEY_Return, 0));
  g_assert_false (salon_inline_edit_is_editing (self));
  g_assert_cmpstr (commits.text, ==, "new@inbox.lv");
  g_assert_cmpint (commits.n, ==, 1);
  g_assert_cmpstr (salon_inline_edit_get_text (self), ==, "new@inbox.lv");
  ui_close (edit);
  g_free (commits.text);
}

static void
test_edit_reverts (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *edit = show_edit (&commits, FALSE);
  SalonInlineEdit *self = SALON_INLINE_EDIT (edit);

  salon_inline_edit_start (self);
  type (edit, "something else");
  g_assert_true (ui_press (editor_of (edit), GDK_KEY_Escape, 0));
  g_assert_false (salon_inline_edit_is_editing (self));
  g_assert_cmpint (commits.n, ==, 0);
  g_assert_cmpstr (salon_inline_edit_get_text (self), ==, "old@inbox.lv");
  ui_close (edit);
}

static void
test_edit_unchanged_is_no_commit (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *edit = show_edit (&commits, FALSE);

  salon_inline_edit_start (SALON_INLINE_EDIT (edit));
  type (edit, " old@inbox.lv ");
  ui_press (editor_of (edit), GDK_KEY_Return, 0);
  g_assert_cmpint (commits.n, ==, 0);
  g_assert_false (salon_inline_edit_is_editing (SALON_INLINE_EDIT (edit)));
  ui_close (edit);
}

static void
test_edit_refused_keeps_the_draft (void)
{
  Commits commits = { NULL, 0, FALSE };
  GtkWidget *edit = show_edit (&commits, FALSE);
  SalonInlineEdit *self = SALON_INLINE_EDIT (edit);
  g_autofree char *draft = NULL;

  salon_inline_edit_start (self);
  type (edit, "no address");
  ui_press (editor_of (edit), GDK_KEY_Return, 0);
  g_assert_true (salon_inline_edit_is_editing (self));
  g_assert_true (gtk_widget_get_visible (ui_find_label (edit, "This is no e-mail address.")));
  gtk_test_accessible_assert_state (editor_of (edit), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  draft = salon_inline_edit_dup_draft (self);
  g_assert_cmpstr (draft, ==, "no address");
  g_assert_cmpstr (salon_inline_edit_get_text (self), ==, "old@inbox.lv");
  type (edit, "no address@");
  g_assert_null (ui_find_label (edit, "This is no e-mail address."));
  ui_close (edit);
  g_free (commits.text);
}

/* Going elsewhere means yes. */
static void
test_edit_left_is_taken (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *edit = salon_inline_edit_new ("E-mail", "Add an e-mail", FALSE);
  GtkWidget *other = gtk_entry_new ();

  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), other);
  ui_show (box);
  g_signal_connect (edit, "commit", G_CALLBACK (on_commit), &commits);
  salon_inline_edit_start (SALON_INLINE_EDIT (edit));
  type (edit, "new@inbox.lv");
  gtk_widget_grab_focus (other);
  ui_settle ();
  g_assert_cmpint (commits.n, ==, 1);
  g_assert_false (salon_inline_edit_is_editing (SALON_INLINE_EDIT (edit)));
  ui_close (box);
  g_free (commits.text);
}

static void
test_edit_of_several_lines (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *edit = show_edit (&commits, TRUE);

  salon_inline_edit_start (SALON_INLINE_EDIT (edit));
  type (edit, "one\ntwo");
  ui_press (editor_of (edit), GDK_KEY_Return, 0);
  g_assert_cmpint (commits.n, ==, 0);
  type (edit, "one\ntwo");
  g_assert_true (ui_press (editor_of (edit), GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (commits.text, ==, "one\ntwo");
  ui_close (edit);
  g_free (commits.text);
}

static void
test_edit_reopened (void)
{
  Commits commits = { NULL, 0, TRUE };
  GtkWidget *edit = show_edit (&commits, FALSE);
  SalonInlineEdit *self = SALON_INLINE_EDIT (edit);
  g_autofree char *draft = NULL;

  salon_inline_edit_reopen (self, "new@inbox.lv", "The disk is full.");
  draft = salon_inline_edit_dup_draft (self);
  g_assert_cmpstr (draft, ==, "new@inbox.lv");
  g_assert_nonnull (ui_find_label (edit, "The disk is full."));
  ui_press (editor_of (edit), GDK_KEY_Escape, 0);
  g_assert_cmpstr (salon_inline_edit_get_text (self), ==, "old@inbox.lv");
  ui_close (edit);
}

static void
test_edit_shows_another_text (void)
{
  GtkWidget *edit = ui_show (salon_inline_edit_new ("Phone", "Add a phone", FALSE));
  SalonInlineEdit *self = SALON_INLINE_EDIT (edit);

  g_assert_nonnull (ui_find_label (edit, "Add a phone"));
  salon_inline_edit_set_text (self, "29123456");
  salon_inline_edit_set_display (self, "+371 29 123 456");
  g_assert_nonnull (ui_find_label (edit, "+371 29 123 456"));
  salon_inline_edit_start (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor_of (edit))), ==, "29123456");
  ui_close (edit);
}

/* ---- values ---- */

static void
count_notify (GObject *object, GParamSpec *pspec, int *n)
{
  (*n)++;
}

static void
test_money (void)
{
  GtkWidget *entry = ui_show (salon_money_entry_new (salon_currency_by_code ("EUR")));
  SalonValueEntry *self = SALON_VALUE_ENTRY (entry);
  int position;
  int n = 0;

  g_signal_connect (entry, "notify::value", G_CALLBACK (count_notify), &n);
  salon_value_entry_set_text (self, "35");
  g_assert_cmpint (salon_value_entry_get_value (self), ==, 3500);
  g_assert_cmpint (n, ==, 1);
  g_signal_emit_by_name (salon_value_entry_get_entry (self), "activate");
  g_assert_cmpstr (salon_value_entry_get_text (self), !=, "35");
  gtk_editable_set_position (GTK_EDITABLE (salon_value_entry_get_entry (self)), -1);
  position = gtk_editable_get_position (GTK_EDITABLE (salon_value_entry_get_entry (self)));
  gtk_editable_insert_text (GTK_EDITABLE (salon_value_entry_get_entry (self)), "abc", -1, &position);
  g_assert_null (salon_value_entry_get_error (self));
  g_signal_emit_by_name (salon_value_entry_get_entry (self), "activate");
  g_assert_nonnull (salon_value_entry_get_error (self));
  g_assert_true (g_str_has_suffix (salon_value_entry_get_text (self), "abc"));
  g_assert_cmpint (salon_value_entry_get_value (self), ==, 3500);
  salon_value_entry_set_text (self, "");
  g_assert_cmpint (salon_value_entry_get_value (self), ==, SALON_VALUE_NONE);
  g_assert_null (salon_value_entry_get_error (self));
  ui_close (entry);
}

static void
test_date (void)
{
  GtkWidget *entry = ui_show (salon_date_entry_new (salon_day_from_ymd (2026, 11, 24)));
  SalonValueEntry *self = SALON_VALUE_ENTRY (entry);
  GtkWidget *button = ui_find (entry, GTK_TYPE_MENU_BUTTON);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2027, 2, 3, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  gint64 day;

  salon_value_entry_set_text (self, "14.05.1988");
  g_assert_cmpint (salon_value_entry_get_value (self), ==, salon_day_from_ymd (1988, 5, 14));
  salon_value_entry_set_text (self, "31.06.2026");
  g_assert_false (salon_value_entry_read (self, &day, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle ();
  gtk_calendar_select_day (GTK_CALENDAR (ui_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                                                  GTK_TYPE_CALENDAR)), date);
  g_assert_cmpint (salon_value_entry_get_value (self), ==, salon_day_from_ymd (2027, 2, 3));
  ui_settle ();
  ui_close (entry);
}

/* ---- forms ---- */

static void
test_form_finds_the_field (void)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = salon_form_field_new ("name", "Name", gtk_entry_new ());
  GtkWidget *year = salon_form_field_new ("birth_year", "Year", gtk_entry_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  gtk_box_append (GTK_BOX (form), name);
  gtk_box_append (GTK_BOX (form), salon_card_new ("Birth"));
  salon_card_set_child (SALON_CARD (gtk_widget_get_last_child (form)), year);
  ui_show (form);
  salon_form_field_set_error (SALON_FORM_FIELD (name), "Say a name.");
  salon_set_field_error (&error, "birth_year", "The year lies in the future.");
  g_assert_true (salon_form_mark (form, error));
  g_assert_null (salon_form_field_get_error (SALON_FORM_FIELD (name)));
  g_assert_cmpstr (salon_form_field_get_error (SALON_FORM_FIELD (year)), ==, "The year lies in the future.");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (form)), year));
  salon_set_field_error (&other, "elsewhere", "Elsewhere.");
  g_assert_false (salon_form_mark (form, other));
  g_assert_null (salon_form_field_get_error (SALON_FORM_FIELD (year)));
  ui_close (form);
}

/* The same thing may be asked for in several ways, of which one is shown. */
static void
test_form_finds_the_shown_field (void)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *percent = salon_form_field_new ("value", "Percent", gtk_entry_new ());
  GtkWidget *amount = salon_form_field_new ("value", "Amount", gtk_entry_new ());
  g_autoptr (GError) error = NULL;

  gtk_box_append (GTK_BOX (form), percent);
  gtk_box_append (GTK_BOX (form), amount);
  gtk_widget_set_visible (percent, FALSE);
  ui_show (form);
  salon_set_field_error (&error, "value", "Too much.");
  g_assert_true (salon_form_mark (form, error));
  g_assert_null (salon_form_field_get_error (SALON_FORM_FIELD (percent)));
  g_assert_cmpstr (salon_form_field_get_error (SALON_FORM_FIELD (amount)), ==, "Too much.");
  gtk_widget_set_visible (amount, FALSE);
  g_assert_false (salon_form_mark (form, error));
  ui_close (form);
}

static void
test_picker (void)
{
  GtkWidget *picker = ui_show (salon_picker_new ("Service", "any service"));
  g_autoptr (GListStore) items = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  GtkWidget *popover;
  GtkWidget *search;
  int n = 0;

  for (guint i = 1; i <= 12; i++) {
    g_autofree char *name = g_strdup_printf ("Service %u", i);
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (i, name, NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  salon_picker_set_items (SALON_PICKER (picker), G_LIST_MODEL (items));
  g_signal_connect (picker, "notify::selected", G_CALLBACK (count_notify), &n);
  g_assert_cmpstr (salon_picker_get_text (SALON_PICKER (picker)), ==, "any service");
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (ui_find (picker, GTK_TYPE_MENU_BUTTON))));
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (picker, GTK_TYPE_MENU_BUTTON)));
  ui_wait_until (gtk_widget_get_mapped (popover));
  search = ui_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "1");
  g_assert_true (ui_press (search, GDK_KEY_Down, 0));
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpint (salon_picker_get_selected (SALON_PICKER (picker)), ==, 10);
  g_assert_cmpstr (salon_picker_get_text (SALON_PICKER (picker)), ==, "Service 10");
  g_assert_cmpint (n, ==, 1);
  salon_picker_set_selected (SALON_PICKER (picker), SALON_PICK_NONE);
  g_assert_cmpstr (salon_picker_get_text (SALON_PICKER (picker)), ==, "any service");
  ui_settle ();
  ui_close (picker);
}

static void
assert_spans (GArray *spans, const SalonWeekSpan *expected, guint n)
{
  g_assert_nonnull (spans);
  g_assert_cmpuint (spans->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonWeekSpan *span = &g_array_index (spans, SalonWeekSpan, i);

    g_assert_cmpint (span->weekday, ==, expected[i].weekday);
    g_assert_cmpint (span->from, ==, expected[i].from);
    g_assert_cmpint (span->to, ==, expected[i].to);
  }
}

static void
test_week_comes_back (void)
{
  GtkWidget *week = ui_show (salon_week_editor_new ("closed"));
  const SalonWeekSpan spans[] = { { 1, 540, 780 }, { 1, 840, 1200 }, { 3, 600, 1560 }, { 6, 0, 60 } };
  g_autoptr (GArray) read = NULL;
  g_autoptr (GArray) none = NULL;

  salon_week_editor_set (SALON_WEEK_EDITOR (week), spans, G_N_ELEMENTS (spans));
  read = salon_week_editor_read (SALON_WEEK_EDITOR (week), NULL);
  assert_spans (read, spans, G_N_ELEMENTS (spans));
  salon_week_editor_set (SALON_WEEK_EDITOR (week), NULL, 0);
  none = salon_week_editor_read (SALON_WEEK_EDITOR (week), NULL);
  assert_spans (none, NULL, 0);
  ui_close (week);
}

static void
test_week_refuses (void)
{
  const SalonWeekSpan wrong[][2] = {
    { { 2, 600, 600 }, { 2, 0, 0 } },
    { { 2, 600, 700 }, { 2, 650, 900 } },
    { { 2, 600, 550 }, { 2, 560, 900 } },
    { { 2, 600, 700 }, { 2, 950, 900 } },
  };
  const guint n[] = { 1, 2, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    GtkWidget *week = ui_show (salon_week_editor_new ("closed"));
    g_autoptr (GError) error = NULL;

    salon_week_editor_set (SALON_WEEK_EDITOR (week), wrong[i], n[i]);
    g_assert_null (salon_week_editor_read (SALON_WEEK_EDITOR (week), &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "hours");
    g_assert_nonnull (ui_find_label (week, error->message));
    ui_close (week);
  }
}

static void
test_color (void)
{
  GtkWidget *row = ui_show (salon_color_row_new ());
  int n = 0;

  g_signal_connect (row, "notify::rgb", G_CALLBACK (count_notify), &n);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (row)), TRUE);
  g_assert_cmpint (n, ==, 1);
  salon_color_row_set_rgb (SALON_COLOR_ROW (row), salon_color_suggest (3));
  g_assert_cmphex (salon_color_row_get_rgb (SALON_COLOR_ROW (row)), ==, salon_color_suggest (3));
  salon_color_row_set_rgb (SALON_COLOR_ROW (row), 0x123456);
  g_assert_cmphex (salon_color_row_get_rgb (SALON_COLOR_ROW (row)), ==, 0x123456);
  g_assert_cmpint (n, ==, 3);
  ui_close (row);
}

static gboolean
on_phone_commit (SalonPhoneRow *row, const char *typed, const char *whose, char **taken)
{
  g_free (*taken);
  *taken = g_strconcat (typed, "|", whose, NULL);
  return TRUE;
}

static void
test_phone (void)
{
  GtkWidget *row = ui_show (salon_phone_row_new (4));
  g_autofree char *taken = NULL;

  salon_phone_row_set (SALON_PHONE_ROW (row), "26881902", "+371 26 881 902", "+37126881902", "mother");
  g_signal_connect (row, "commit", G_CALLBACK (on_phone_commit), &taken);
  salon_phone_row_start (SALON_PHONE_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (row, GTK_TYPE_ENTRY)), "26881903");
  ui_press (ui_find (row, GTK_TYPE_ENTRY), GDK_KEY_Return, 0);
  g_assert_cmpstr (taken, ==, "26881903|mother");
  g_assert_cmpint (salon_phone_row_get_id (SALON_PHONE_ROW (row)), ==, 4);
  ui_close (row);
}

/* ---- search ---- */

typedef struct {
  GtkWidget *dropdown;
  GtkWidget *entry;
  char *query;
  SalonSearchHit *chosen;
} Search;

static void
on_query (SalonSearchDropdown *dropdown, const char *text, Search *search)
{
  g_autoptr (GListStore) hits = g_list_store_new (SALON_TYPE_SEARCH_HIT);

  g_free (search->query);
  search->query = g_strdup (text);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("Irina %u", i);
    g_autoptr (SalonSearchHit) hit = salon_search_hit_new (i < 2 ? SALON_HIT_CLIENT : SALON_HIT_NEW_CLIENT, i, name);

    g_list_store_append (hits, hit);
  }
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (hits));
}

static void
on_chosen (SalonSearchDropdown *dropdown, SalonSearchHit *hit, Search *search)
{
  g_set_object (&search->chosen, hit);
}

static void
search_start (Search *search)
{
  search->dropdown = ui_show (salon_search_dropdown_new ());
  search->entry = ui_find (search->dropdown, GTK_TYPE_ENTRY);
  g_signal_connect (search->dropdown, "query", G_CALLBACK (on_query), search);
  g_signal_connect (search->dropdown, "chosen", G_CALLBACK (on_chosen), search);
}

static void
search_end (Search *search)
{
  g_clear_object (&search->chosen);
  g_free (search->query);
  ui_settle ();
  ui_close (search->dropdown);
}

static void
test_search_by_keys (void)
{
  Search search = { NULL, NULL, NULL, NULL };

  search_start (&search);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "iri");
  g_assert_cmpstr (search.query, ==, "iri");
  g_assert_true (salon_search_dropdown_is_open (SALON_SEARCH_DROPDOWN (search.dropdown)));
  ui_settle ();
  gtk_test_accessible_assert_property (search.entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Irina 0, 1 of 3");
  g_assert_true (ui_press (search.entry, GDK_KEY_Down, 0));
  gtk_test_accessible_assert_property (search.entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Irina 1, 2 of 3");
  g_assert_true (ui_press (search.entry, GDK_KEY_Page_Down, 0));
  g_assert_true (ui_press (search.entry, GDK_KEY_Up, 0));
  g_signal_emit_by_name (search.entry, "activate");
  g_assert_nonnull (search.chosen);
  g_assert_cmpint (search.chosen->id, ==, 1);
  g_assert_false (salon_search_dropdown_is_open (SALON_SEARCH_DROPDOWN (search.dropdown)));
  search_end (&search);
}

static void
test_search_first_is_chosen (void)
{
  Search search = { NULL, NULL, NULL, NULL };

  search_start (&search);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "i");
  g_signal_emit_by_name (search.entry, "activate");
  g_assert_nonnull (search.chosen);
  g_assert_cmpint (search.chosen->id, ==, 0);
  search_end (&search);
}

/* Enter before the answer is for what stands in the field, not for the hits of what stood there before. */
static void
test_search_enter_before_the_answer (void)
{
  Search search = { NULL, NULL, NULL, NULL };
  SalonSearchDropdown *dropdown;
  g_autoptr (GListStore) late = g_list_store_new (SALON_TYPE_SEARCH_HIT);
  g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, 7, "Olga");
  g_autoptr (SalonSearchHit) other = salon_search_hit_new (SALON_HIT_CLIENT, 8, "Oksana");

  search_start (&search);
  dropdown = SALON_SEARCH_DROPDOWN (search.dropdown);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "i");
  g_signal_handlers_block_by_func (dropdown, on_query, &search);
  g_list_store_append (late, hit);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "o");
  g_signal_emit_by_name (search.entry, "activate");
  g_assert_null (search.chosen);
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (late));
  g_assert_nonnull (search.chosen);
  g_assert_cmpint (search.chosen->id, ==, 7);
  g_assert_false (salon_search_dropdown_is_open (dropdown));
  g_clear_object (&search.chosen);
  /* the arrows, too */
  g_list_store_append (late, other);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "ok");
  g_assert_true (ui_press (search.entry, GDK_KEY_Up, 0));
  g_assert_true (ui_press (search.entry, GDK_KEY_Down, 0));
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (late));
  g_signal_emit_by_name (search.entry, "activate");
  g_assert_cmpint (search.chosen->id, ==, 8);
  g_clear_object (&search.chosen);
  /* who goes on typing, or closes the list, does not mean it any more */
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "ol");
  g_signal_emit_by_name (search.entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "olg");
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (late));
  g_assert_null (search.chosen);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "olga");
  g_signal_emit_by_name (search.entry, "activate");
  salon_search_dropdown_close (dropdown);
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (late));
  g_assert_null (search.chosen);
  search_end (&search);
}

/* A row that is made anew for each key costs more than all else between the key and the picture. */
static void
test_search_keeps_its_rows (void)
{
  Search search = { NULL, NULL, NULL, NULL };
  g_autoptr (GListStore) other = g_list_store_new (SALON_TYPE_SEARCH_HIT);
  g_autoptr (SalonSearchHit) hit = salon_search_hit_new (SALON_HIT_CLIENT, 7, "Olga");
  GtkWidget *row;

  search_start (&search);
  gtk_editable_set_text (GTK_EDITABLE (search.entry), "i");
  ui_settle ();
  row = ui_find (search.dropdown, SALON_TYPE_SEARCH_ROW);
  g_assert_nonnull (ui_find_label (row, "Irina 0"));
  g_list_store_append (other, hit);
  salon_search_dropdown_set_hits (SALON_SEARCH_DROPDOWN (search.dropdown), G_LIST_MODEL (other));
  ui_settle ();
  g_assert_true (ui_find (search.dropdown, SALON_TYPE_SEARCH_ROW) == row);
  g_assert_nonnull (ui_find_label (row, "Olga"));
  g_assert_null (ui_find_label (search.dropdown, "Irina 1"));
  g_signal_emit_by_name (search.entry, "activate");
  g_assert_cmpint (search.chosen->id, ==, 7);
  search_end (&search);
}

static void
test_search_closes (void)
{
  Search search = { NULL, NULL, NULL, NULL };
  SalonSearchDropdown *dropdown;
  g_autoptr (GListStore) late = g_list_store_new (SALON_TYPE_SEARCH_HIT);

  search_start (&search);
  dropdown = SALON_SEARCH_DROPDOWN (search.dropdown);
  salon_search_dropdown_set_text (dropdown, "i");
  g_assert_true (salon_search_dropdown_is_open (dropdown));
  g_assert_true (ui_press (search.entry, GDK_KEY_Escape, 0));
  g_assert_false (salon_search_dropdown_is_open (dropdown));
  g_assert_cmpstr (salon_search_dropdown_get_text (dropdown), ==, "i");
  /* an answer that comes late does not open it again; the second Esc is for others */
  salon_search_dropdown_set_hits (dropdown, G_LIST_MODEL (late));
  g_assert_false (salon_search_dropdown_is_open (dropdown));
  g_assert_false (ui_press (search.entry, GDK_KEY_Escape, 0));
  salon_search_dropdown_set_text (dropdown, "");
  g_assert_cmpstr (search.query, ==, "");
  g_assert_false (salon_search_dropdown_is_open (dropdown));
  search_end (&search);
}

/* ---- table ---- */

static char *
text_of_string (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static const SalonColumn columns[] = {
  { "name", "Name", 0, 0, TRUE, text_of_string, NULL, NULL },
  { "sold", "Sold", 1, 120, TRUE, text_of_string, NULL, NULL },
  { "phone", "Phone", 0, 120, FALSE, text_of_string, NULL, NULL },
};

typedef struct {
  char *column;
  gboolean descending;
  int n;
} Sorts;

static void
on_sort (SalonTable *table, const char *column, gboolean descending, Sorts *sorts)
{
  g_free (sorts->column);
  sorts->column = g_strdup (column);
  sorts->descending = descending;
  sorts->n++;
}

static void
sort_by (GtkWidget *table, guint column, GtkSortType order)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (ui_find (table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, item, order);
}

static void
test_table_tells_the_order (void)
{
  GtkWidget *table = ui_show (salon_table_new ("Clients", columns, G_N_ELEMENTS (columns)));
  g_autoptr (GtkStringList) rows = gtk_string_list_new ((const char *const[]){ "b", "a", "c", NULL });
  Sorts sorts = { NULL, FALSE, 0 };

  g_signal_connect (table, "sort-changed", G_CALLBACK (on_sort), &sorts);
  salon_table_set_model (SALON_TABLE (table), G_LIST_MODEL (rows));
  g_assert_null (salon_table_get_selected (SALON_TABLE (table)));
  salon_table_set_sort (SALON_TABLE (table), "sold", TRUE);
  g_assert_cmpint (sorts.n, ==, 0);
  sort_by (table, 0, GTK_SORT_ASCENDING);
  g_assert_cmpstr (sorts.column, ==, "name");
  g_assert_false (sorts.descending);
  sort_by (table, 0, GTK_SORT_DESCENDING);
  g_assert_true (sorts.descending);
  sort_by (table, 1, GTK_SORT_DESCENDING);
  g_assert_cmpstr (sorts.column, ==, "sold");
  g_assert_true (sorts.descending);
  salon_table_select (SALON_TABLE (table), 2);
  g_assert_cmpstr (gtk_string_object_get_string (salon_table_get_selected (SALON_TABLE (table))), ==, "c");
  g_free (sorts.column);
  ui_close (table);
}

static void
take_item (SalonTable *table, GObject *item, GObject **taken)
{
  *taken = item;
}

static void
test_table_opens_a_row (void)
{
  GtkWidget *table = ui_show (salon_table_new ("Clients", columns, G_N_ELEMENTS (columns)));
  g_autoptr (GtkStringList) rows = gtk_string_list_new ((const char *const[]){ "b", "a", NULL });
  GObject *taken = NULL;

  g_signal_connect (table, "activate-item", G_CALLBACK (take_item), &taken);
  salon_table_set_model (SALON_TABLE (table), G_LIST_MODEL (rows));
  g_signal_emit_by_name (ui_find (table, GTK_TYPE_COLUMN_VIEW), "activate", 1u);
  g_assert_cmpstr (gtk_string_object_get_string (GTK_STRING_OBJECT (taken)), ==, "a");
  ui_close (table);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/edit/takes", test_edit_takes);
  g_test_add_func ("/edit/reverts", test_edit_reverts);
  g_test_add_func ("/edit/unchanged-is-no-commit", test_edit_unchanged_is_no_commit);
  g_test_add_func ("/edit/refused-keeps-the-draft", test_edit_refused_keeps_the_draft);
  g_test_add_func ("/edit/left-is-taken", test_edit_left_is_taken);
  g_test_add_func ("/edit/several-lines", test_edit_of_several_lines);
  g_test_add_func ("/edit/reopened", test_edit_reopened);
  g_test_add_func ("/edit/shows-another-text", test_edit_shows_another_text);
  g_test_add_func ("/value/money", test_money);
  g_test_add_func ("/value/date", test_date);
  g_test_add_func ("/form/finds-the-field", test_form_finds_the_field);
  g_test_add_func ("/form/finds-the-shown-field", test_form_finds_the_shown_field);
  g_test_add_func ("/form/picker", test_picker);
  g_test_add_func ("/form/week-comes-back", test_week_comes_back);
  g_test_add_func ("/form/week-refuses", test_week_refuses);
  g_test_add_func ("/form/color", test_color);
  g_test_add_func ("/form/phone", test_phone);
  g_test_add_func ("/search/keys", test_search_by_keys);
  g_test_add_func ("/search/first", test_search_first_is_chosen);
  g_test_add_func ("/search/keeps-its-rows", test_search_keeps_its_rows);
  g_test_add_func ("/search/enter-before-the-answer", test_search_enter_before_the_answer);
  g_test_add_func ("/search/closes", test_search_closes);
  g_test_add_func ("/table/order", test_table_tells_the_order);
  g_test_add_func ("/table/opens-a-row", test_table_opens_a_row);
  return g_test_run ();
}
