/* clients, segment list, save, show, count, filter fields, filter tell. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"
#include "model/entities/filter-text.h"
#include "model/services/clients.h"
#include "model/services/filters.h"
#include "model/services/segments.h"

static const char *const status_words[] = { "potential", "new", "permanent", "lost" };
static const char *const class_words[] = { "", "A", "B", "C" };
static const char *const gender_words[] = { "", "female", "male", "other" };

/* ---- columns */

typedef void (*FillFunc) (SalonRecord *record, const char *key, const SalonClientRow *row);

typedef struct {
  const char *key;
  FillFunc fill;
} Column;

static void
put_text (SalonRecord *record, const char *key, const char *text)
{
  salon_record_set_text (record, key, text != NULL ? text : "");
}

static void
put_day (SalonRecord *record, const char *key, gint64 day)
{
  g_autofree char *text = day == SALON_DAY_NONE ? NULL : salon_day_format_iso ((SalonDay) day);

  put_text (record, key, text);
}

static void
put_minute (SalonRecord *record, const char *key, gint64 minute)
{
  g_autofree char *text = minute == 0 ? NULL : salon_ctl_wall_text (minute);

  put_text (record, key, text);
}

static void
put_marks (SalonRecord *record, const char *key, GPtrArray *marks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((const SalonClientMark *) marks->pdata[i])->name);
  put_text (record, key, text->str);
}

static void
put_birthday (SalonRecord *record, const char *key, const SalonClientRow *row)
{
  g_autofree char *text = NULL;

  if (row->birth_month != 0 && row->birth_year != 0)
    text = g_strdup_printf ("%04d-%02d-%02d", (int) row->birth_year, (int) row->birth_month, (int) row->birth_mday);
  else if (row->birth_month != 0)
    text = g_strdup_printf ("%02d-%02d", (int) row->birth_month, (int) row->birth_mday);
  else if (row->birth_year != 0)
    text = g_strdup_printf ("%04d", (int) row->birth_year);
  put_text (record, key, text);
}

static void
put_added (SalonRecord *record, const char *key, const SalonClientRow *row)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (row->created_at / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format_iso8601 (at);

  put_text (record, key, text);
}

#define FILL(name, statement)                                                                     \
  static void fill_##name (SalonRecord *record, const char *key, const SalonClientRow *row)       \
  {                                                                                               \
    statement;                                                                                    \
  }
FILL (id, salon_record_set_int (record, key, row->id))
FILL (name, put_text (record, key, row->name))
FILL (phone, put_text (record, key, row->phone))
FILL (email, put_text (record, key, row->email))
FILL (status, put_text (record, key, status_words[row->status & 3]))
FILL (importance, put_text (record, key, class_words[row->importance & 3]))
FILL (gender, put_text (record, key, gender_words[row->gender & 3]))
FILL (age, salon_record_set_int (record, key, row->age))
FILL (visits, salon_record_set_int (record, key, row->visit_days))
FILL (visits_12m, salon_record_set_int (record, key, row->visits_12m))
FILL (frequency, salon_record_set_int (record, key, row->frequency))
FILL (first_visit, put_day (record, key, row->first_day))
FILL (last_visit, put_day (record, key, row->last_day))
FILL (next_visit, put_minute (record, key, row->next_min))
FILL (no_shows, salon_record_set_int (record, key, row->no_shows))
FILL (sold, salon_record_set_int (record, key, row->sold))
FILL (sold_12m, salon_record_set_int (record, key, row->sold_12m))
FILL (top_place, salon_record_set_int (record, key, row->top_place))
FILL (discount, salon_record_set_int (record, key, row->discount_bp))
FILL (source, put_text (record, key, row->source))
FILL (categories, put_marks (record, key, row->categories))
FILL (tags, put_marks (record, key, row->tags))
FILL (paid, salon_record_set_int (record, key, row->paid))
FILL (balance, salon_record_set_int (record, key, row->balance))
FILL (bonus, salon_record_set_int (record, key, row->bonus))
FILL (discounted, salon_record_set_int (record, key, row->discounted))
FILL (certificate, salon_record_set_int (record, key, row->certificate))
FILL (tickets, put_text (record, key, row->tickets))
FILL (promotions, put_text (record, key, row->promotions))

static const Column columns[] = {
  { "id", fill_id },
  { "name", fill_name },
  { "phone", fill_phone },
  { "email", fill_email },
  { "status", fill_status },
  { "importance", fill_importance },
  { "gender", fill_gender },
  { "age", fill_age },
  { "birthday", put_birthday },
  { "visits", fill_visits },
  { "visits_12m", fill_visits_12m },
  { "frequency", fill_frequency },
  { "first_visit", fill_first_visit },
  { "last_visit", fill_last_visit },
  { "next_visit", fill_next_visit },
  { "no_shows", fill_no_shows },
  { "sold", fill_sold },
  { "sold_12m", fill_sold_12m },
  { "top_place", fill_top_place },
  { "discount", fill_discount },
  { "source", fill_source },
  { "categories", fill_categories },
  { "tags", fill_tags },
  { "paid", fill_paid },
  { "balance", fill_balance },
  { "bonus", fill_bonus },
  { "discounted", fill_discounted },
  { "certificate", fill_certificate },
  { "tickets", fill_tickets },
  { "promotions", fill_promotions },
  { "added", put_added },
};

#define DEFAULT_COLUMNS "id,name,phone,status,visits,sold,last_visit,next_visit"

static const Column *
find_column (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].key, key))
      return &columns[i];
  return NULL;
}

static GPtrArray *
parse_columns (const char *text, int *status)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_auto (GStrv) keys = g_strsplit (text, ",", -1);

  for (char **key = keys; *key != NULL; key++) {
    const Column *column = find_column (g_strstrip (*key));

    if (column == NULL) {
      *status = salon_ctl_usage (_("There is no column “%s”."), *key);
      return NULL;
    }
    g_ptr_array_add (chosen, (gpointer) column);
  }
  return g_steal_pointer (&chosen);
}

/* ---- printing */

/* What a spreadsheet would take for a formula is a text. */
static void
print_cell (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);
  gboolean is_formula = *value != '\0' && strchr ("=@+-\t\r", *value) != NULL && !g_ascii_isdigit (value[1]);

  printf ("\"%s%s\"", is_formula ? "'" : "", quoted);
}

static void
print_csv (GPtrArray *chosen, GPtrArray *records)
{
  for (guint i = 0; i < chosen->len; i++)
    printf ("%s%s", i > 0 ? "," : "", ((const Column *) chosen->pdata[i])->key);
  printf ("\r\n");
  for (guint r = 0; r < records->len; r++) {
    for (guint i = 0; i < chosen->len; i++) {
      g_autofree char *value = salon_record_dup_value (records->pdata[r], ((const Column *) chosen->pdata[i])->key);

      printf ("%s", i > 0 ? "," : "");
      print_cell (value != NULL ? value : "");
    }
    printf ("\r\n");
  }
}

/* ---- clients */

typedef struct {
  char *filter;
  char *sort;
  char *columns;
  char *format;
  gboolean ascending;
  int limit;
} ListOptions;

static void
list_options_clear (ListOptions *o)
{
  g_free (o->filter);
  g_free (o->sort);
  g_free (o->columns);
  g_free (o->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, list_options_clear)

static GPtrArray *
load_rows (SalonCtl *ctl, SalonFilter *filter, SalonClientSort sort, const ListOptions *o, GError **error)
{
  SalonClientListRequest *request = salon_client_list_request_new (sort, !o->ascending, NULL);
  SalonClientRowsRequest *page = NULL;
  g_autoptr (GArray) ids = NULL;
  GPtrArray *rows = NULL;

  salon_client_list_request_set_filter (request, filter);
  ids = salon_session_query_sync (ctl->session, &salon_query_client_ids, request, error);
  salon_client_list_request_free (request);
  if (ids == NULL)
    return NULL;
  if (o->limit > 0)
    g_array_set_size (ids, MIN (ids->len, (guint) o->limit));
  page = salon_client_rows_request_new (ids, SALON_CLIENT_COLUMNS_ALL);
  rows = salon_session_query_sync (ctl->session, &salon_query_client_rows_with, page, error);
  salon_client_rows_request_free (page);
  return rows;
}

static GPtrArray *
records_of (GPtrArray *rows, GPtrArray *chosen)
{
  GPtrArray *records = salon_ctl_rows_new ();

  for (guint r = 0; r < rows->len; r++) {
    SalonRecord *record = salon_record_new ();

    for (guint i = 0; i < chosen->len; i++) {
      const Column *column = chosen->pdata[i];

      column->fill (record, column->key, rows->pdata[r]);
    }
    g_ptr_array_add (records, record);
  }
  return records;
}

static int
list_clients (SalonCtl *ctl, SalonFilter *filter, const ListOptions *o)
{
  SalonClientSort sort = SALON_CLIENT_SORT_FREQUENT;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  int status = SALON_CTL_DONE;

  if (o->sort != NULL && !salon_client_sort_by_word (o->sort, &sort))
    return salon_ctl_usage (_("There is no order “%s”."), o->sort);
  if (o->format != NULL && !g_str_equal (o->format, "table") && !g_str_equal (o->format, "json") && !g_str_equal (o->format, "csv"))
    return salon_ctl_usage (_("There is no format “%s”: table, json or csv."), o->format);
  chosen = parse_columns (o->columns != NULL ? o->columns : DEFAULT_COLUMNS, &status);
  if (chosen == NULL || !salon_ctl_open (ctl, FALSE, &status))
    return status;
  rows = load_rows (ctl, filter, sort, o, &error);
  if (rows == NULL)
    return salon_ctl_fail (error);
  records = records_of (rows, chosen);
  ctl->json |= g_strcmp0 (o->format, "json") == 0;
  if (g_strcmp0 (o->format, "csv") == 0)
    print_csv (chosen, records);
  else
    salon_ctl_print (ctl, records);
  return SALON_CTL_DONE;
}

static gboolean
parse_list (ListOptions *o, int *argc, char ***argv, int *status)
{
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &o->filter, NULL, NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &o->sort, NULL, NULL },
    { "ascending", 0, 0, G_OPTION_ARG_NONE, &o->ascending, NULL, NULL },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &o->columns, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o->format, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &o->limit, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return salon_ctl_parse (entries, argc, argv, status);
}

static int
cmd_clients (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ListOptions) o = { 0 };
  g_autoptr (SalonFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse_list (&o, &argc, &argv, &status))
    return status;
  if (argc != 0)
    return salon_ctl_usage ("%s", _("The filter stands in quotation marks behind --filter."));
  filter = salon_filter_parse (o.filter != NULL ? o.filter : "", &error);
  return filter != NULL ? list_clients (ctl, filter, &o) : salon_ctl_usage ("%s", error->message);
}

/* ---- segments */

static GPtrArray *
load_segments (SalonCtl *ctl, gboolean with_counts, GError **error)
{
  SalonSegmentListRequest request = { FALSE, with_counts };

  return salon_session_query_sync (ctl->session, &salon_query_segments, &request, error);
}

/* By its id or its name. */
static const SalonSegmentInfo *
find_segment (GPtrArray *segments, const char *word)
{
  gint64 id = 0;
  gboolean is_id = salon_ctl_id (word, &id);

  for (guint i = 0; i < segments->len; i++) {
    const SalonSegmentInfo *info = segments->pdata[i];

    if (is_id ? info->id == id : g_str_equal (info->name, word))
      return info;
  }
  return NULL;
}

static int
cmd_segment_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) records = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  segments = load_segments (ctl, TRUE, &error);
  if (segments == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < segments->len; i++) {
    const SalonSegmentInfo *info = segments->pdata[i];
    SalonRecord *record = salon_record_new ();

    salon_record_set_int (record, "id", info->id);
    salon_record_set_text (record, "name", info->name);
    salon_record_set_int (record, "clients", info->count);
    salon_record_set_int (record, "entered", info->entered);
    salon_record_set_int (record, "left", info->left);
    salon_record_set_text (record, "filter", info->filter_text);
    g_ptr_array_add (records, record);
  }
  salon_ctl_print (ctl, records);
  return SALON_CTL_DONE;
}

static void
print_id (SalonCtl *ctl, const char *key, gint64 value)
{
  g_autoptr (GPtrArray) records = salon_ctl_rows_new ();
  SalonRecord *record = salon_record_new ();

  salon_record_set_int (record, key, value);
  g_ptr_array_add (records, record);
  salon_ctl_print (ctl, records);
}

static int
cmd_segment_save (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonFilter) filter = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GError) error = NULL;
  const SalonSegmentInfo *known = NULL;
  SalonSegmentDraft *draft = NULL;
  SalonDone done = { 0 };
  gboolean ok = FALSE;
  int status = 0;

  if (argc != 2)
    return salon_ctl_usage ("%s", _("Say name and filter: segment save NAME FILTER."));
  filter = salon_filter_parse (argv[1], &error);
  if (filter == NULL)
    return salon_ctl_usage ("%s", error->message);
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  segments = load_segments (ctl, FALSE, &error);
  if (segments == NULL)
    return salon_ctl_fail (error);
  known = find_segment (segments, argv[0]);
  draft = salon_segment_draft_new (known != NULL ? known->id : 0, known != NULL ? NULL : argv[0], filter);
  ok = salon_session_submit_sync (ctl->session, &salon_command_segment_save, draft, NULL, &done, &error);
  salon_segment_draft_free (draft);
  if (!ok)
    return salon_ctl_fail (error);
  print_id (ctl, "id", done.id);
  return SALON_CTL_DONE;
}

static int
cmd_segment_show (SalonCtl *ctl, int argc, char **argv)
{
  g_auto (ListOptions) o = { 0 };
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GError) error = NULL;
  const SalonSegmentInfo *info = NULL;
  int status = 0;

  if (!parse_list (&o, &argc, &argv, &status))
    return status;
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which segment: segment show ID or NAME."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  segments = load_segments (ctl, FALSE, &error);
  if (segments == NULL)
    return salon_ctl_fail (error);
  info = find_segment (segments, argv[0]);
  return info != NULL ? list_clients (ctl, info->filter, &o) : salon_ctl_usage (_("There is no segment “%s”."), argv[0]);
}

static int
cmd_segment_count (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (SalonFilterPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  const SalonSegmentInfo *info = NULL;
  SalonFilterRequest request = { NULL, NULL, 0 };
  int status = 0;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which segment: segment count ID or NAME."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  segments = load_segments (ctl, FALSE, &error);
  info = segments != NULL ? find_segment (segments, argv[0]) : NULL;
  if (segments != NULL && info == NULL)
    return salon_ctl_usage (_("There is no segment “%s”."), argv[0]);
  request.filter = info != NULL ? info->filter : NULL;
  preview = segments != NULL ? salon_session_query_sync (ctl->session, &salon_query_filter_preview, &request, &error) : NULL;
  if (preview == NULL)
    return salon_ctl_fail (error);
  print_id (ctl, "clients", preview->total);
  return SALON_CTL_DONE;
}

/* ---- filters */

static char *
values_of (const SalonFilterField *field)
{
  static const char *const kinds[] = { "", "", "ids", "number", "amount", "percent", "period", "period, or 06-16..07-15",
                                       "text", "texts", "by the kind of the own field" };
  GString *words = g_string_new (NULL);

  if (field->n_choices == 0)
    g_string_append (words, kinds[field->kind]);
  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", field->choices[i].word);
  return g_string_free (words, FALSE);
}

static int
cmd_filter_fields (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) records = salon_ctl_rows_new ();
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  for (guint i = 0; i < n; i++) {
    SalonRecord *record = salon_record_new ();
    g_autofree char *values = values_of (&fields[i]);

    salon_record_set_text (record, "field", fields[i].kind == SALON_FILTER_CUSTOM ? "custom:ID" : fields[i].key);
    salon_record_set_text (record, "values", values);
    salon_record_set_text (record, "meaning", _(fields[i].label));
    g_ptr_array_add (records, record);
  }
  salon_ctl_print (ctl, records);
  return SALON_CTL_DONE;
}

static int
cmd_filter_tell (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (SalonFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  SalonFilterRequest request = { NULL, NULL, 0 };
  int status = 0;

  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which filter: filter tell FILTER."));
  filter = salon_filter_parse (argv[0], &error);
  if (filter == NULL)
    return salon_ctl_usage ("%s", error->message);
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.filter = filter;
  sentence = salon_session_query_sync (ctl->session, &salon_query_filter_tell, &request, &error);
  if (sentence == NULL)
    return salon_ctl_fail (error);
  printf ("%s\n", sentence);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_filter_commands[] = {
  { "clients", "[--filter FILTER] [--sort ORDER] [--ascending] [--columns A,B] [--limit N] [--format table|json|csv]",
    SALON_N ("Lists the clients that fit a filter"), cmd_clients },
  { "segment list", "", SALON_N ("Lists the segments with how many are in them"), cmd_segment_list },
  { "segment save", "NAME FILTER", SALON_N ("Makes a segment or gives it another filter"), cmd_segment_save },
  { "segment show", "ID|NAME [--sort ORDER] [--ascending] [--columns A,B] [--limit N] [--format table|json|csv]",
    SALON_N ("Lists the clients of a segment"), cmd_segment_show },
  { "segment count", "ID|NAME", SALON_N ("Says how many are in a segment"), cmd_segment_count },
  { "filter fields", "", SALON_N ("Lists the fields that filters know"), cmd_filter_fields },
  { "filter tell", "FILTER", SALON_N ("Says in one sentence what a filter means"), cmd_filter_tell },
  { NULL, NULL, NULL, NULL },
};
