/* A setting is kept as its text; one that cannot be read any more (a report that is gone, a filter on a field that is gone)
 * is as if it had never been. */
#include "gui/pages/reports/report-memory.h"

#include "gui/widgets/memory.h"

/**
 * salon_report_memory_get:
 *
 * Returns: (transfer full): how @report was set the last time; as it is by default, if it never was
 */
SalonReportSpec *
salon_report_memory_get (const char *report)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autoptr (GVariant) all = memory != NULL ? g_settings_get_value (memory, "report-specs") : NULL;
  g_autoptr (SalonReportSpec) spec = NULL;
  const char *text = NULL;

  if (all != NULL && g_variant_lookup (all, report, "&s", &text))
    spec = salon_report_spec_parse (text, NULL);
  if (spec == NULL || !g_str_equal (salon_report_spec_report (spec), report))
    return salon_report_spec_new (report);
  return g_steal_pointer (&spec);
}

/* The dictionary with another value for one key. */
static GVariant *
with_entry (GVariant *all, const char *key, GVariant *value)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);
  GVariantIter iter;
  const char *name = NULL;
  GVariant *one = NULL;

  g_variant_builder_init (&builder, g_variant_get_type (all));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@*}", &name, &one)) {
    if (!g_str_equal (name, key))
      g_variant_builder_add (&builder, "{s@*}", name, one);
    g_variant_unref (one);
  }
  g_variant_builder_add (&builder, "{s@*}", key, kept);
  return g_variant_builder_end (&builder);
}

/**
 * salon_report_memory_put: it is the last that was shown, and will be as it is now
 */
void
salon_report_memory_put (const SalonReportSpec *spec)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autoptr (GVariant) all = memory != NULL ? g_settings_get_value (memory, "report-specs") : NULL;
  g_autofree char *text = salon_report_spec_print (spec);

  if (all == NULL)
    return;
  g_settings_set_value (memory, "report-specs", with_entry (all, salon_report_spec_report (spec), g_variant_new_string (text)));
  g_settings_set_string (memory, "report-last", salon_report_spec_report (spec));
}

/**
 * salon_report_memory_last:
 *
 * Returns: (transfer full): the key of the report that was shown last, "" if there was none
 */
char *
salon_report_memory_last (void)
{
  g_autoptr (GSettings) memory = salon_memory_open ();

  return memory != NULL ? g_settings_get_string (memory, "report-last") : g_strdup ("");
}

/**
 * salon_report_memory_get_columns:
 *
 * Returns: (transfer full) (nullable): how wide the columns of @report were left
 */
GVariant *
salon_report_memory_get_columns (const char *report)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autoptr (GVariant) all = memory != NULL ? g_settings_get_value (memory, "report-columns") : NULL;

  return all != NULL ? g_variant_lookup_value (all, report, G_VARIANT_TYPE ("a(sib)")) : NULL;
}

/**
 * salon_report_memory_put_columns:
 * @layout: (transfer floating): of the table
 */
void
salon_report_memory_put_columns (const char *report, GVariant *layout)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (layout);
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autoptr (GVariant) all = memory != NULL ? g_settings_get_value (memory, "report-columns") : NULL;

  if (all != NULL)
    g_settings_set_value (memory, "report-columns", with_entry (all, report, taken));
}

/**
 * salon_report_memory_folder:
 *
 * Returns: (transfer full) (type filename): where the last file was put, whether or not the folder is there still; that of
 *   documents, if there was none
 */
char *
salon_report_memory_folder (void)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *uri = memory != NULL ? g_settings_get_string (memory, "report-folder") : NULL;
  char *folder = uri != NULL && *uri != '\0' ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder != NULL)
    return folder;
  return g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

/**
 * salon_report_memory_format:
 *
 * Returns: (transfer full): as what a report left last: "xlsx"
 */
char *
salon_report_memory_format (void)
{
  g_autoptr (GSettings) memory = salon_memory_open ();

  return memory != NULL ? g_settings_get_string (memory, "report-format") : g_strdup ("xlsx");
}

/**
 * salon_report_memory_put_file:
 * @path: of the file that was written
 * @format: as what
 */
void
salon_report_memory_put_file (const char *path, const char *format)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (memory == NULL || uri == NULL)
    return;
  g_settings_set_string (memory, "report-folder", uri);
  g_settings_set_string (memory, "report-format", format);
}
