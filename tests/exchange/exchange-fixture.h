#pragma once
/* Files for the tests of readers, made on the spot, and their rows as one line each. */
#include "base/row-source.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *text;
} ExchangePart;

GBytes *exchange_zip (const ExchangePart *parts, guint n, gboolean packed);
GBytes *exchange_book (const char *sheet_data, const char *after, const char *texts, const char *styles);
GBytes *exchange_ole (const char *name, GByteArray *stream);
char *exchange_rows (SalonRowSource *source, GError **error);
char *exchange_read (GBytes *bytes, const char *name, const char *sheet, GError **error);
void exchange_assert_rows (GBytes *bytes, const char *expected);
void exchange_assert_refused (GBytes *bytes, const char *part_of_message);
char *exchange_path (const char *name);
void exchange_remove (const char *path);

G_END_DECLS
