#pragma once
/* A flat record of texts and numbers, written and read as one JSON object. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SalonRecord SalonRecord;

SalonRecord *salon_record_new (void);
SalonRecord *salon_record_parse (const char *json);
void salon_record_free (SalonRecord *self);
void salon_record_set_text (SalonRecord *self, const char *key, const char *value);
void salon_record_set_int (SalonRecord *self, const char *key, gint64 value);
const char *salon_record_get_text (SalonRecord *self, const char *key);
gint64 salon_record_get_int (SalonRecord *self, const char *key);
GPtrArray *salon_record_keys (SalonRecord *self);
char *salon_record_dup_value (SalonRecord *self, const char *key);
char *salon_record_to_json (SalonRecord *self);

void salon_record_line_text (GString *line, const char *key, const char *value);
void salon_record_line_int (GString *line, const char *key, gint64 value);
void salon_record_line_literal (GString *line, const char *key, const char *literal);
char *salon_record_line_end (GString *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonRecord, salon_record_free)

G_END_DECLS
