#pragma once
/* Folding, transliteration and keyboard layouts: what makes "Ирина", "irina", "IRĪNA" and "bhbyf" the same. */
#include <glib.h>

G_BEGIN_DECLS

/* Characters that search keys use as marks; folding never yields them. */
#define SALON_TEXT_WORD_MARK "^^" /* before each word of a name: "^^k" finds words that begin with k */
#define SALON_TEXT_END_MARK  "$$" /* after each phone: "12$$" finds phones that end in 12 */

char *salon_text_fold (const char *text);
char *salon_text_search_key (const char *text);
char *salon_text_index_key (const char *text);
char *salon_text_email_key (const char *email);
char *salon_text_digits (const char *text);
char *salon_text_other_layout (const char *text);
GPtrArray *salon_text_query_variants (const char *typed);
gboolean salon_text_match_range (const char *display, const char *query, guint *start, guint *length);
char *salon_text_collation_key (const char *text);
char *salon_text_collation_version (void);
char *salon_text_join (const char *const *parts, guint n, const char *separator);
char *salon_text_clean (const char *text, gsize max_chars);
char *salon_text_clean_or_null (const char *text, gsize max_chars);
char *salon_text_clean_lines (const char *text, gsize max_chars);
gboolean salon_text_looks_like_phone (const char *text);

G_END_DECLS
